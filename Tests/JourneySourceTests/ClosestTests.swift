import JourneySource
import Testing

@Test(
  arguments: [
    ("wbe", ["web", "phone"], "web"), ("chanel", ["channel", "chapter"], "channel"),
    ("Form", ["call", "form"], "form"),
    ("fone", ["font", "fine"], "font"), ("fone", ["phone"], nil), ("xyz", ["web", "phone"], nil), ("", ["web"], nil),
    ("a", ["b"], nil),
    ("éntry", ["entry"], "entry"), ("web", ["web"], nil),
  ] as [(String, [String], String?)])
func `a misspelt name finds the one most like it, ties in the order given`(
  text: String, names: [String], expected: String?
) {
  #expect(names.closest(to: text) == expected)
}

@Test(arguments: [
  ("plain é 漢 🙂", "plain é 漢 🙂"), ("a\u{1B}[31m", "a\\u{1B}[31m"), ("\u{202E}abc\u{200B}", "\\u{202E}abc\\u{200B}"),
  ("tab\tnew\n", "tab\\u{9}new\\u{A}"), ("\u{9B}", "\\u{9B}"), ("\u{2028}", "\\u{2028}"),
])
func `characters that cannot be seen are written out`(text: String, shown: String) {
  #expect(text.showingHidden == shown)
}
