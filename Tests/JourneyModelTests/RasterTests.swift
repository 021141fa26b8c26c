import Foundation
import Support
import Testing

@testable import JourneyModel

/// Pictures made by Pillow 13, and what an attacker makes of them.
@Suite struct RasterTests {
  static func bytes(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: Golden(name, in: "images").url))
  }

  @Test(
    arguments: [
      ("text.png", RasterImage.RasterKind.png, 3, 2), ("camera.jpg", .jpeg, 24, 16), ("progressive.jpg", .jpeg, 24, 16),
      ("lossy.webp", .webp, 24, 16), ("lossless.webp", .webp, 24, 16), ("alpha.webp", .webp, 24, 16),
    ])
  func `a picture is known by its first bytes, and keeps nothing about whoever took it`(
    name: String, kind: RasterImage.RasterKind, width: Int, height: Int
  ) throws {
    let image = try RasterImage(Self.bytes(name))
    #expect(image.kind == kind && image.width == width && image.height == height)
    let text = String(decoding: image.bytes, as: UTF8.self)
    for word in ["Secret", "Exif", "EXIF", "Author", "tEXt", "XMP"] { #expect(!text.contains(word), "\(word)") }
    // What is left is a picture, of which nothing more is taken away.
    #expect(try RasterImage(image.bytes) == image)
  }

  @Test(
    arguments: [
      ("moving.webp", RasterProblem.animated), ("moving.png", .animated), ("turned.jpg", .turned),
      ("other.gif", .otherKind),
    ])
  func `what a page cannot have is named for what it is`(name: String, problem: RasterProblem) throws {
    #expect(throws: problem) { try RasterImage(Self.bytes(name)) }
  }

  @Test(arguments: ["text.png", "camera.jpg", "progressive.jpg", "lossy.webp", "lossless.webp", "alpha.webp"])
  func `a picture that is cut anywhere, or followed by anything, is none`(name: String) throws {
    let bytes = try Self.bytes(name)
    for count in bytes.indices { #expect(throws: RasterProblem.self) { try RasterImage(Array(bytes[..<count])) } }
    for tail in ["\n", "PK\u{3}\u{4}", "<script>alert(1)</script>", "\u{0}"] {
      #expect(throws: RasterProblem.self, "\(tail)") { try RasterImage(bytes + Array(tail.utf8)) }
    }
    let script = Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>".utf8)
    #expect(throws: RasterProblem.otherKind) { try RasterImage(script + bytes) }
    #expect(throws: RasterProblem.otherKind) { try RasterImage(script) }
  }

  @Test(arguments: ["text.png", "camera.jpg", "lossy.webp", "lossless.webp", "alpha.webp"])
  func `whatever a byte is changed to, a picture is of a size that can be shown`(name: String) throws {
    let bytes = try Self.bytes(name)
    for index in bytes.indices {
      for bits: UInt8 in [0x01, 0x80, 0xFF] {
        var changed = bytes
        changed[index] ^= bits
        guard let image = try? RasterImage(changed) else { continue }
        #expect((1...10_000).contains(image.width) && (1...10_000).contains(image.height))
        #expect(image.width * image.height <= 40_000_000)
        #expect(!String(decoding: image.bytes, as: UTF8.self).contains("Secret"))
      }
    }
  }

  @Test func `a header that lies about its size is refused`() throws {
    var png = try Self.bytes("text.png")
    png.replaceSubrange(16..<24, with: [0, 1, 0x86, 0xA0, 0, 1, 0x86, 0xA0])
    #expect(throws: RasterProblem.broken) { try RasterImage(png) }
    // With a checksum that fits: ISO 3309, worked out by zlib.
    png.replaceSubrange(29..<33, with: crc32(png[12..<29]))
    #expect(throws: RasterProblem.tooManyPixels(100_000, 100_000)) { try RasterImage(png) }
    var jpeg = try Self.bytes("camera.jpg")
    let frame = try #require(jpeg.indices.dropLast(9).first { jpeg[$0] == 0xFF && jpeg[$0 + 1] == 0xC0 })
    jpeg.replaceSubrange(frame + 5..<frame + 9, with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(throws: RasterProblem.tooManyPixels(65_535, 65_535)) { try RasterImage(jpeg) }
    var webp = try Self.bytes("alpha.webp")
    webp.replaceSubrange(24..<30, with: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])
    #expect(throws: RasterProblem.broken) { try RasterImage(webp) }
    #expect(throws: RasterProblem.tooLarge) { try RasterImage(Array(repeating: 0, count: 512 * 1024 + 1)) }
  }

  private func crc32(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return (0..<4).reversed().map { UInt8(truncatingIfNeeded: (sum ^ 0xFFFF_FFFF) >> (8 * $0)) }
  }
}
