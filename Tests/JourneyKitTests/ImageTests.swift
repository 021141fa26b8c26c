import Foundation
import JourneyModel
import JourneySource
import Support
import Testing

@testable import JourneyKit

/// Pictures of touchpoints and personas: where they may lie, and what becomes of them.
@Suite struct ImageTests {
  /// A folder with a journey that names a picture at one touchpoint, and with files in it.
  private static func folder(_ lines: String, _ files: [String: [UInt8]]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "images-\(UUID().uuidString)")
    for (name, bytes) in files {
      let url = folder.appending(path: name)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let text = """
      persona maya "Maya" { image "maya.png" "Maya <at> work" }
      journey a "A" {
        persona maya
        phase p "P" {
          touchpoint t "T" owner it {
            \(lines)
          }
          touchpoint u "U" owner it
        }
      }
      """
    try text.write(to: folder.appending(path: "a.journey"), atomically: true, encoding: .utf8)
    return folder
  }

  private static func picture(_ name: String) throws -> [UInt8] {
    try Array(Data(contentsOf: Golden(name, in: "images").url))
  }

  private func files(of folder: URL) throws -> (files: [OutputFile], messages: [String]) {
    let maps = try Waymark.render(try WorkspaceFiles.read([folder.path]))
    let made = maps.files()
    return (made.files, made.findings.withoutNotes.diagnostics.map(\.message))
  }

  @Test func `a picture is in the map and the page with its words, without what it says about people`() throws {
    let png = try Self.picture("text.png")
    let folder = try Self.folder(
      #"image "img/form.jpg" "The form & its \"fields\"""#,
      [
        "img/form.jpg": try Self.picture("camera.jpg"), "maya.png": png,
      ])
    defer { try? FileManager.default.removeItem(at: folder) }
    let (files, messages) = try files(of: folder)
    #expect(messages.isEmpty, "\(messages)")
    for name in ["a.svg", "a.html"] {
      let text = String(decoding: try #require(files.first { $0.path == name }).bytes, as: UTF8.self)
      let kept = try RasterImage(Self.picture("camera.jpg")).bytes
      #expect(text.contains("data:image/jpeg;base64,\(Data(kept).base64EncodedString())"))
      #expect(!text.contains(Data("SecretCam".utf8).base64EncodedString().prefix(8)))
      #expect(text.contains("The form &amp; its "))
    }
    let page = String(decoding: try #require(files.first { $0.path == "a.html" }).bytes, as: UTF8.self)
    #expect(page.contains("data:image/png;base64,") && page.contains("Maya &lt;at&gt; work"))
  }

  @Test(
    arguments: [
      ("gone.png", "No such file or directory"), ("img", "it is a folder"),
      ("link.png", "it is a link, or lies behind one"), ("linked/form.png", "it is a link, or lies behind one"),
      ("svg.png", "it is not a PNG, JPEG or WebP picture, whatever its name says"), ("moving.png", "it moves"),
      ("large.png", "it has more than 512 KiB, and is part of the page"), ("pipe.png", "it is not a file"),
    ])
  func `a picture that cannot be shown is one error, and the map is drawn without it`(name: String, why: String) throws
  {
    let folder = try Self.folder(
      "image \"\(name)\" \"A form\"",
      [
        "img/form.png": try Self.picture("text.png"), "maya.png": try Self.picture("text.png"),
        "svg.png": Array("<svg xmlns=\"http://www.w3.org/2000/svg\"/>".utf8),
        "moving.png": try Self.picture("moving.png"),
        "large.png": try Self.picture("text.png") + Array(repeating: 0, count: 600_000),
      ])
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "link.png").path, withDestinationPath: "/etc/hostname")
    try FileManager.default.createSymbolicLink(
      atPath: folder.appending(path: "linked").path, withDestinationPath: "img")
    _ = unsafe mkfifo(folder.appending(path: "pipe.png").path, 0o600)
    let (files, messages) = try files(of: folder)
    #expect(messages.count == 1 && messages[0].hasPrefix("the picture \"\(name)\" cannot be shown: "), "\(messages)")
    let expected = ["img", "gone.png", "pipe.png"].contains(name) ? "" : why
    #expect(messages[0].hasSuffix(expected), "\(messages)")
    #expect(!String(decoding: try #require(files.first { $0.path == "a.svg" }).bytes, as: UTF8.self).contains("<image"))
  }

  @Test(arguments: ["../form.png", "/etc/passwd", "~/form.png", "https://example.org/form.png", "img%2f..%2fx.png"])
  func `a picture elsewhere is refused by its path`(path: String) {
    let text =
      "journey a \"A\" {\n  phase p \"P\" {\n    touchpoint t \"T\" owner it {\n      image \"\(path)\" \"x\"\n    }\n  }\n}\n"
    let found = Waymark.check(WorkspaceFiles([("a.journey", text)])).withoutNotes.diagnostics
    #expect(found.map(\.rule.code) == ["file-outside"])
  }

  @Test func `the pictures of a page have their limit`() throws {
    // Of half a megabyte each: one chunk of data that nobody unpacks.
    let large = try Self.png(of: 500 * 1024)
    let lines = (0..<20).map {
      "    touchpoint x\($0) \"X\($0)\" owner it {\n      image \"large.png\" \"Picture \($0)\"\n    }\n"
    }
    let folder = try Self.folder("thinks \"Hm\"", ["large.png": large, "maya.png": try Self.picture("text.png")])
    defer { try? FileManager.default.removeItem(at: folder) }
    let url = folder.appending(path: "a.journey")
    let text = try String(contentsOf: url, encoding: .utf8)
      .replacingOccurrences(of: "    touchpoint u", with: lines.joined() + "    touchpoint u")
    try text.write(to: url, atomically: true, encoding: .utf8)
    let (files, messages) = try files(of: folder)
    #expect(
      messages == ["the picture \"large.png\" cannot be shown: all pictures of this page together have more than 8 MiB"]
    )
    let svg = try #require(files.first { $0.path == "a.svg" }).bytes
    #expect(String(decoding: svg, as: UTF8.self).components(separatedBy: "<image").count - 1 == 16)
    #expect(svg.count < 12 * 1024 * 1024)
  }

  /// A PNG whose data have so many bytes.
  private static func png(of count: Int) throws -> [UInt8] {
    let small = try picture("text.png")
    let start = try #require(small.indices.first { small[$0...].starts(with: "IDAT".utf8) })
    var chunk = Array("IDAT".utf8) + Array(repeating: UInt8(7), count: count)
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in chunk {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    func number(_ value: UInt32) -> [UInt8] { (0..<4).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) } }
    chunk = number(UInt32(count)) + chunk + number(sum ^ 0xFFFF_FFFF)
    return Array(small[..<(start - 4)]) + chunk + small.suffix(12)
  }
}
