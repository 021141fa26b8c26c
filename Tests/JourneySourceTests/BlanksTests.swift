import JourneySource
import Testing

@Suite struct BlanksTests {
  /// What spreadsheets and editors put around a text and nobody sees.
  static let blanks = [
    " ", "\t", "\r\n", "\u{A0}", "\u{FEFF}", "\u{200B}", "\u{2009}", "\u{202F}", "\u{3000}", "\u{85}", "\u{2028}",
  ]

  @Test(arguments: blanks) func `blanks of any kind around a text are taken away, within it they stay`(blank: String) {
    for text in ["a", "Größe", "a\(blank)b", "日本\(blank)語", "😀"] {
      for (before, behind) in [(blank, ""), ("", blank), (blank, blank), (blank + " " + blank, " " + blank)] {
        #expect((before + text + behind).withoutOuterBlanks == text, "\(text.unicodeScalars)")
      }
    }
    #expect(blank.withoutOuterBlanks.isEmpty && (blank + blank).withoutOuterBlanks.isEmpty)
  }

  /// Marks that are part of the letter beside them, or of how it is written.
  @Test(arguments: ["\u{301}", "\u{200D}", "\u{200E}", "\u{FE0F}", "\u{2060}", "\u{FEFE}", "-", "\u{0}"])
  func `what is no blank stays`(mark: String) {
    for text in ["a\(mark)", "\(mark)a", mark] {
      #expect(Array(text.withoutOuterBlanks.unicodeScalars) == Array(text.unicodeScalars))
    }
    #expect(" a\(mark)\u{A0}".withoutOuterBlanks.unicodeScalars.elementsEqual("a\(mark)".unicodeScalars))
  }
}
