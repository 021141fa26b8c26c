/// Where lines begin in a file, to turn byte offsets into what editors show.
///
/// A line ends at `\n`, `\r\n` or a lone `\r`, as in the language-server protocol. Columns count Unicode scalars from
/// 1; a byte that is not UTF-8 counts as one.
package struct LineIndex: Sendable {
  package struct Position: Sendable, Equatable {
    /// Both from 1.
    package let line: Int
    package let column: Int
  }

  private let bytes: [UInt8]
  private let starts: [Int]
  /// How many scalars begin before each `stride`th byte, so that no place on a very long line is counted from its start.
  private let scalars: [Int]
  private static let stride = 4096

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == UInt8(ascii: "\r"), index < bytes.count, bytes[index] == UInt8(ascii: "\n") { index += 1 }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { starts.append(index) }
    }
    self.starts = starts
    var scalars = [0]
    for start in Swift.stride(from: 0, to: bytes.count, by: Self.stride) {
      let end = min(start + Self.stride, bytes.count)
      scalars.append(scalars[scalars.count - 1] + Self.scalars(in: bytes[start..<end]))
    }
    self.scalars = scalars
  }

  package var count: Int { starts.count }

  /// The place of a byte offset; offsets beyond the end are taken as the end.
  package func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = self.line(at: offset)
    var from = starts[line]
    if from == 0, offset >= 3 { from = start(ofLine: 0) }
    let isShort = offset - from < Self.stride
    let column = isShort ? Self.scalars(in: bytes[from..<offset]) : scalars(before: offset) - scalars(before: from)
    return Position(line: line + 1, column: column + 1)
  }

  /// How many scalars begin before an offset of the file.
  func scalars(before offset: Int) -> Int {
    let block = offset / Self.stride
    return scalars[block] + Self.scalars(in: bytes[(block * Self.stride)..<offset])
  }

  private static func scalars(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// The bytes of a line, without its end; empty where there is no such line. Lines count from 1.
  package func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// Where the text of a line begins: in the first one behind a byte order mark. Lines count from 0.
  func start(ofLine line: Int) -> Int {
    guard line >= 0, line < starts.count else { return bytes.count }
    return line == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : starts[line]
  }

  /// The last line that begins at or before the offset, from 0.
  func line(at offset: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
