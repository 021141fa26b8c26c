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
  /// The last place asked for: findings come in order, so that one very long line is counted once, not once each.
  private var last = (offset: 0, line: 0, column: 0)

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
  }

  package var count: Int { starts.count }

  /// The place of a byte offset; offsets beyond the end are taken as the end.
  package mutating func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = self.line(at: offset)
    var (from, column) = (starts[line], 0)
    if last.line == line, last.offset <= offset { (from, column) = (last.offset, last.column) }
    if from == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]), offset >= 3 { from = 3 }
    for byte in bytes[from..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    last = (offset, line, column)
    return Position(line: line + 1, column: column + 1)
  }

  /// The bytes of a line, without its end; empty where there is no such line. Lines count from 1.
  package func range(ofLine line: Int) -> Range<Int> {
    guard line >= 1, line <= starts.count else { return bytes.count..<bytes.count }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
  }

  /// The last line that begins at or before the offset, from 0.
  private func line(at offset: Int) -> Int {
    var (low, high) = (0, starts.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if starts[middle] <= offset { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
