/// A picture whose kind and size its header says; nobody here decodes it.
package struct RasterImage: Sendable, Equatable {
  package enum RasterKind: String, Sendable {
    case png = "image/png"
    case jpeg = "image/jpeg"
    case webp = "image/webp"
  }

  package let kind: RasterKind
  /// In pixels.
  package let width: Int
  package let height: Int
  /// The file without its metadata: no place, camera, name or text is left in it.
  package let bytes: [UInt8]

  /// What one may have at most, in bytes, and all of one page.
  package static let largest = 512 * 1024
  package static let largestOnPage = 8 * 1024 * 1024
  /// What all pages of a workspace may have of pictures together: a small one may be named many times.
  package static let largestInWorkspace = 64 * 1024 * 1024
  /// What each side may have at most, in pixels, and both multiplied: what a browser unpacks is four bytes a pixel.
  static let longestSide = 10_000
  static let mostPixels = 40_000_000

  /// Reads a file by its first bytes, whatever it is called, up to its last: nothing may stand before, between or behind
  /// the parts of one picture.
  package init(_ bytes: [UInt8]) throws(RasterProblem) {
    guard bytes.count <= Self.largest else { throw .tooLarge }
    let parts: (size: RasterSize, bytes: [UInt8])
    if bytes.starts(with: PNGParts.signature) {
      kind = .png
      parts = try PNGParts.read(bytes)
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      kind = .jpeg
      parts = try JPEGParts.read(bytes)
    } else if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
      kind = .webp
      parts = try WebPParts.read(bytes)
    } else {
      throw .otherKind
    }
    guard parts.size.width > 0, parts.size.height > 0 else { throw .broken }
    guard max(parts.size.width, parts.size.height) <= Self.longestSide,
      parts.size.width * parts.size.height <= Self.mostPixels
    else { throw .tooManyPixels(parts.size.width, parts.size.height) }
    (width, height) = (parts.size.width, parts.size.height)
    self.bytes = parts.bytes
  }
}

/// In pixels.
struct RasterSize: Equatable {
  let width: Int
  let height: Int
}

/// Why a file is no picture that a page can have.
package enum RasterProblem: Error, Equatable {
  case tooLarge, otherKind, animated, cut, broken, trailing
  case tooManyPixels(Int, Int)
  /// It is stored turned or mirrored, which its metadata says; without them it would be shown so.
  case turned
}

/// Whole numbers within a file; nil behind its end.
extension [UInt8] {
  func bigEndian(_ start: Int, _ count: Int) -> Int? {
    guard start >= 0, start + count <= self.count else { return nil }
    return self[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
  }

  func littleEndian(_ start: Int, _ count: Int) -> Int? {
    guard start >= 0, start + count <= self.count else { return nil }
    return self[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
