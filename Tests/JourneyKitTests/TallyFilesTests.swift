import Testing

@testable import JourneyKit

@Suite struct TallyFilesTests {
  @Test(arguments: [
    ("a.csv", "a.csv", true), ("a.csv", "*", true), ("a.csv", "*.csv", true), ("a.csv", "a*", true),
    ("a.csv", "*a*.*c*", true), ("aab", "*ab", true), ("abab", "a*b", true), ("", "*", true), ("a.csv", "**", true),
    ("a.csv", "A.csv", false), ("a.csv", "*.tsv", false), ("a.csv", "a", false), ("a.csv", "", false),
    (".a.csv", "*.csv", false), (".a.csv", ".*.csv", true), ("a[1].csv", "a[1].csv", true), ("a?.csv", "a?.csv", true),
    ("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "*a*a*a*a*a*a*a*a*b", false),
  ])
  func `a star is any part of a name`(name: String, pattern: String, fits: Bool) {
    #expect(matches(Array(name.utf8), Array(pattern.utf8)) == fits)
  }

  @Test(arguments: [
    ("plain", "plain"), ("", ""), ("a,b", "\"a,b\""), ("a;b", "\"a;b\""), ("say \"so\"", "\"say \"\"so\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("=1+1", "'=1+1"), ("@a", "'@a"), ("+1 two", "'+1 two"), ("-", "'-"),
    ("\tx", "\"'\tx\""), ("-0.03", "-0.03"), ("+5", "+5"), ("-1,5", "\"-1,5\""), ("-1.2.3", "'-1.2.3"),
    ("a=b", "a=b"), (" =1", "' =1"), ("＝1", "'＝1"), ("a\u{1B}[2J", "a\\u{1B}[2J"),
  ])
  func `no cell is a formula, and numbers stay numbers`(text: String, written: String) {
    #expect(SpreadsheetCell(text, keepsNumbers: true).text == written)
  }
}
