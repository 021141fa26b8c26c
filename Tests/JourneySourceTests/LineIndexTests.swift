import JourneySource
import Testing

@Suite struct LineIndexTests {
  @Test(arguments: [
    ("", 0, 1, 1), ("ab\ncd", 4, 2, 2), ("ab\r\ncd", 4, 2, 1), ("ab\rcd", 3, 2, 1), ("ab\n", 3, 2, 1),
    ("äö x", 5, 1, 4), ("\u{FEFF}ab", 3, 1, 1), ("\u{FEFF}ab", 4, 1, 2), ("ab", 99, 1, 3), ("a\r\n\r\nb", 5, 3, 1),
  ])
  func `a byte offset has a line and a column`(text: String, offset: Int, line: Int, column: Int) {
    var index = LineIndex(Array(text.utf8))
    let position = index.position(of: offset)
    #expect(position.line == line)
    #expect(position.column == column)
  }

  @Test func `places asked for in any order are the same`() {
    let text = Array("one two\nthrée four\r\n漢字 five\n".utf8)
    var forward = LineIndex(text)
    let expected = text.indices.map { forward.position(of: $0) }
    for offset in text.indices.reversed() {
      var other = LineIndex(text)
      _ = other.position(of: (offset * 7) % text.count)
      #expect(other.position(of: offset) == expected[offset])
    }
  }

  @Test func `a line is given without its end`() {
    let index = LineIndex(Array("ab\r\n\rcd".utf8))
    #expect(index.count == 3)
    #expect((1...4).map { index.range(ofLine: $0) } == [0..<2, 4..<4, 5..<7, 7..<7])
  }
}
