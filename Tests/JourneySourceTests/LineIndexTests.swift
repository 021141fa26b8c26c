import JourneySource
import Testing

@Suite struct LineIndexTests {
  @Test(arguments: [
    ("", 0, 1, 1), ("ab\ncd", 4, 2, 2), ("ab\r\ncd", 4, 2, 1), ("ab\rcd", 3, 2, 1), ("ab\n", 3, 2, 1),
    ("äö x", 5, 1, 4), ("\u{FEFF}ab", 3, 1, 1), ("\u{FEFF}ab", 4, 1, 2), ("ab", 99, 1, 3), ("a\r\n\r\nb", 5, 3, 1),
  ])
  func `a byte offset has a line and a column`(text: String, offset: Int, line: Int, column: Int) {
    let index = LineIndex(Array(text.utf8))
    let position = index.position(of: offset)
    #expect(position.line == line)
    #expect(position.column == column)
  }

  @Test func `the columns of a very long line are those of a short one, further on`() {
    let line = String(repeating: "thrée 漢字 ", count: 1_000)
    let index = LineIndex(Array("one\n\(line)end\nlast".utf8))
    #expect(index.position(of: 4 + line.utf8.count).line == 2)
    #expect(index.position(of: 4 + line.utf8.count).column == line.unicodeScalars.count + 1)
    #expect(index.position(of: 4 + line.utf8.count + 4).column == 1)
    #expect(index.position(of: 4 + 5_000).line == 2)
  }

  @Test func `a line is given without its end`() {
    let index = LineIndex(Array("ab\r\n\rcd".utf8))
    #expect(index.count == 3)
    #expect((1...4).map { index.range(ofLine: $0) } == [0..<2, 4..<4, 5..<7, 7..<7])
  }

  /// Lines longer than a block are counted block by block.
  @Test(arguments: [1, 2, 4095, 4096, 4097, 5000, 9000]) func `a column counts characters, however long the line is`(
    count: Int
  ) {
    for letter in ["a", "é", "語", "😀"] {
      let index = LineIndex(Array(("ä\n" + String(repeating: letter, count: count) + "\nz").utf8))
      let end = 3 + count * letter.utf8.count
      let (last, next) = (index.position(of: end), index.position(of: end + 1))
      #expect((last.line, last.column, next.line, next.column) == (2, count + 1, 3, 1), "\(letter)")
    }
  }
}
