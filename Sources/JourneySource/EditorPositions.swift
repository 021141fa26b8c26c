/// How an editor counts the characters of a line.
package enum PositionEncoding: String, Sendable, CaseIterable {
  /// Bytes.
  case utf8 = "utf-8"
  /// What every editor of the language-server protocol must know: a character outside the first plane counts twice.
  case utf16 = "utf-16"
  /// Unicode scalars.
  case utf32 = "utf-32"
}

/// A place in a text as editors count it: both from 0.
package struct EditorPosition: Sendable, Hashable, Comparable {
  package let line: Int
  package let character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  package static func < (a: Self, b: Self) -> Bool { (a.line, a.character) < (b.line, b.character) }
}

/// Turns byte offsets of one file into what an editor counts, and back.
///
/// Total both ways: a place past the end of a line is taken as its end, one past the last line as the end of the file, and
/// one within a character as its start. A byte order mark counts nothing, since no editor shows it. A byte that is not
/// UTF-8 counts as one character.
package struct EditorPositions: Sendable {
  package let encoding: PositionEncoding
  package let lines: LineIndex
  private let bytes: [UInt8]
  /// How many characters outside the first plane begin before each `stride`th byte; empty unless they count twice.
  private var astral: [Int] = []
  private static let stride = 4096

  package init(_ bytes: [UInt8], in encoding: PositionEncoding) {
    self.bytes = bytes
    self.encoding = encoding
    lines = LineIndex(bytes)
    guard encoding == .utf16 else { return }
    astral = [0]
    for start in Swift.stride(from: 0, to: bytes.count, by: Self.stride) {
      let block = bytes[start..<min(start + Self.stride, bytes.count)]
      astral.append(astral[astral.count - 1] + block.count(where: \.beginsPair))
    }
  }

  /// The place of a byte offset.
  package func position(of offset: Int) -> EditorPosition {
    let offset = characterStart(min(max(offset, 0), bytes.count))
    let line = lines.line(at: offset)
    let start = lines.start(ofLine: line)
    return EditorPosition(line: line, character: units(from: start, to: offset))
  }

  /// The byte offset of a place.
  package func offset(of position: EditorPosition) -> Int {
    guard position.line >= 0 else { return lines.start(ofLine: 0) }
    guard position.line < lines.count else { return bytes.count }
    let start = lines.start(ofLine: position.line)
    let end = max(start, lines.range(ofLine: position.line + 1).upperBound)
    guard position.character > 0 else { return start }
    // The last offset of the line before which there are no more than so many.
    var (low, high) = (start, end)
    while low < high {
      let middle = (low + high + 1) / 2
      if units(from: start, to: middle) <= position.character { low = middle } else { high = middle - 1 }
    }
    return characterStart(low)
  }

  /// The two ends of a stretch.
  package func range(of span: Range<Int>) -> (start: EditorPosition, end: EditorPosition) {
    (position(of: span.lowerBound), position(of: span.upperBound))
  }

  /// How many units of the encoding a stretch has, ends of lines included.
  package func length(of span: Range<Int>) -> Int {
    let range = span.clamped(to: 0..<bytes.count)
    return units(from: range.lowerBound, to: range.upperBound)
  }

  /// The start of the character that an offset is in.
  private func characterStart(_ offset: Int) -> Int {
    var start = offset
    while start > 0, start < bytes.count, offset - start < 3, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  /// How many units of the encoding a stretch of a line has; an end within a character counts all of it.
  private func units(from start: Int, to end: Int) -> Int {
    guard start < end else { return 0 }
    if encoding == .utf8 { return end - start }
    guard end - start >= Self.stride else {
      return bytes[start..<end].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : encoding == .utf16 && $1.beginsPair ? 2 : 1) }
    }
    let scalars = lines.scalars(before: end) - lines.scalars(before: start)
    return encoding == .utf16 ? scalars + pairs(before: end) - pairs(before: start) : scalars
  }

  private func pairs(before offset: Int) -> Int {
    let block = offset / Self.stride
    return astral[block] + bytes[(block * Self.stride)..<offset].count(where: \.beginsPair)
  }
}

extension UInt8 {
  /// Whether it begins a character of four bytes, which is two units of UTF-16.
  fileprivate var beginsPair: Bool { self >= 0xF0 && self < 0xF8 }
}
