internal import JourneySource

/// A line of a file as a terminal can show it, with the columns to mark.
///
/// Long lines are cut to a window around the mark, tabs go to the next multiple of four, what cannot be seen is
/// escaped, and carets count columns of the terminal: two under `漢`, none under a combining mark.
struct Excerpt {
  /// What is shown, with `…` where the line goes on.
  let text: String
  /// Columns before the mark.
  let indent: Int
  /// Columns to mark, at least one.
  let length: Int

  private static let widest = 100
  private static let before = 40

  init(_ bytes: [UInt8], line: Range<Int>, marked: Range<Int>) {
    // Enough bytes for any window; a line of a megabyte is not looked at as a whole.
    let from = Self.boundary(
      in: bytes, near: max(line.lowerBound, marked.lowerBound - 1000), notBefore: line.lowerBound)
    let to = min(line.upperBound, marked.lowerBound + 2000)
    let cells = ExcerptCell.cells(of: bytes[from..<to])
    let first = cells.firstIndex { $0.end > marked.lowerBound } ?? cells.count
    let last = max(first, cells.firstIndex { $0.start >= marked.upperBound } ?? cells.count)

    var (left, right, width) = (first, first, 0)
    let whole = cells.reduce(0) { $0 + $1.width }
    if from == line.lowerBound, to == line.upperBound, whole <= Self.widest {
      (left, right) = (0, cells.count)
    } else {
      while left > 0, width + cells[left - 1].width <= Self.before {
        left -= 1
        width += cells[left].width
      }
      while right < cells.count, width + cells[right].width <= Self.widest {
        width += cells[right].width
        right += 1
      }
    }
    let (cutsLeft, cutsRight) = (left > 0 || from > line.lowerBound, right < cells.count || to < line.upperBound)
    text = (cutsLeft ? "…" : "") + cells[left..<right].map(\.text).joined() + (cutsRight ? "…" : "")
    indent = (cutsLeft ? 1 : 0) + cells[left..<first].reduce(0) { $0 + $1.width }
    length = max(1, cells[first..<max(first, min(last, right))].reduce(0) { $0 + $1.width })
  }

  /// The start of the scalar that holds the byte.
  private static func boundary(in bytes: [UInt8], near offset: Int, notBefore start: Int) -> Int {
    var offset = offset
    while offset > start, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// One character as people see it.
  private struct ExcerptCell {
    var text: String
    var width: Int
    /// Offsets in the file.
    let start: Int
    let end: Int

    static func cells(of bytes: ArraySlice<UInt8>) -> [ExcerptCell] {
      var cells: [ExcerptCell] = []
      var column = 0
      // Nearly every line is text, which need not be walked through scalar by scalar.
      if String(validating: bytes, as: UTF8.self) != nil {
        append(bytes, to: &cells, column: &column)
        return cells
      }
      var valid = bytes.startIndex
      var parser = Unicode.UTF8.ForwardParser()
      var rest = bytes.makeIterator()
      var offset = bytes.startIndex
      parsing: while true {
        switch parser.parseScalar(from: &rest) {
        case .valid(let scalar): offset += scalar.count
        case .emptyInput: break parsing
        case .error(let length):
          append(bytes[valid..<offset], to: &cells, column: &column)
          for index in offset..<min(offset + length, bytes.endIndex) {
            let text = "\\x" + String(bytes[index], radix: 16, uppercase: true)
            cells.append(ExcerptCell(text: text, width: 4, start: index, end: index + 1))
            column += 4
          }
          offset += length
          valid = min(offset, bytes.endIndex)
        }
      }
      append(bytes[valid..<min(offset, bytes.endIndex)], to: &cells, column: &column)
      return cells
    }

    private static func append(_ bytes: ArraySlice<UInt8>, to cells: inout [ExcerptCell], column: inout Int) {
      var offset = bytes.startIndex
      for character in String(decoding: bytes, as: UTF8.self) {
        let (text, width) = shown(character, column: column)
        let end = offset + character.utf8.count
        cells.append(ExcerptCell(text: text, width: width, start: offset, end: end))
        offset = end
        column += width
      }
    }

    private static func shown(_ character: Character, column: Int) -> (String, Int) {
      if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F { return (String(character), 1) }
      if character == "\t" {
        let width = 4 - column % 4
        return (String(repeating: " ", count: width), width)
      }
      // Nobody writes sixteen marks on one letter; what is piled up higher is only said to be there.
      let scalars = character.unicodeScalars
      let text = visible(
        scalars.count > 16 ? String(String.UnicodeScalarView(scalars.prefix(16))) + "…" : String(character))
      return (text, DisplayWidth.of(text))
    }
  }
}
