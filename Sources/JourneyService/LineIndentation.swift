package import JourneyKit
package import JourneySource
internal import JourneySyntax

extension LiveSnapshot {
  /// How a line begins in the one style, by the blocks around it; nil where it does already, where it is empty, or where it
  /// goes on with a text of several lines.
  ///
  /// - Parameter offset: somewhere on the line.
  package func indentation(ofLineAt offset: Int, in file: FileID) -> (range: Range<Int>, text: String)? {
    let bytes = files[Int(file.index)].bytes
    let isEnd = { (byte: UInt8) in byte == 0x0A || byte == 0x0D }
    let start = bytes[..<offset].lastIndex(where: isEnd).map { $0 + 1 } ?? 0
    let end = bytes[start...].firstIndex { $0 != 0x20 && $0 != 0x09 } ?? bytes.count
    guard end < bytes.count, !isEnd(bytes[end]) else { return nil }
    var depth = 0
    for token in SyntaxToken.all(in: bytes) {
      if token.range.lowerBound >= end {
        if token.range.lowerBound == end, token.kind == .close { depth -= 1 }
        break
      }
      guard token.range.upperBound <= start else { return nil }
      if token.kind == .open { depth += 1 }
      if token.kind == .close { depth -= 1 }
    }
    let text = String(repeating: "  ", count: max(0, depth))
    return bytes[start..<end].elementsEqual(text.utf8) ? nil : (start..<end, text)
  }
}
