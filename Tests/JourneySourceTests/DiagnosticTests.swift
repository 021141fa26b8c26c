import JourneySource
import Testing

@Suite struct DiagnosticTests {
  @Test(arguments: [1, 100, 5000]) func `a message too long to read keeps its beginning and its end`(words: Int) {
    let text = "first " + String(repeating: "é", count: words) + " last"
    let shown = text.readable
    #expect(shown.hasPrefix("first ") && shown.hasSuffix(" last"))
    #expect(
      shown.unicodeScalars.count <= Limits.message + 1
        && (shown == text) == (text.unicodeScalars.count <= Limits.message))
  }

  @Test func `a span never ends before it begins`() {
    let file = FileID(0)
    #expect(Span(file, 5, 3).range == 5..<5 && Span(file, 5, 5).range == 5..<5 && Span(file, 5, 8).range == 5..<8)
    #expect(
      Span(file, 5, 8).through(Span(file, 1, 2)).range == 5..<5
        && Span(file, 1, 2).through(Span(file, 5, 8)).range == 1..<8)
  }

  @Test func `blanks and line ends are no controls, and all that turns text is barred`() {
    func holds(_ values: ClosedRange<UInt32>, _ test: (Unicode.Scalar) -> Bool) -> [UInt32] {
      values.filter { Unicode.Scalar($0).map(test) == true }
    }
    #expect(holds(0...0x20) { $0.isControl } == (0...0x1F).filter { ![0x09, 0x0A, 0x0D].contains($0) })
    #expect(holds(0x7E...0xA1) { $0.isControl } == Array(0x7F...0x9F))
    #expect(holds(0x2028...0x2070) { $0.turnsText } == Array(0x202A...0x202E) + Array(0x2066...0x2069))
  }
}
