import JourneySource
import Testing

@testable import JourneyKit

/// Cases at the edge of one rule each, with their neighbours.
@Suite struct KitEdgeTests {
  @Test(arguments: ["=", "+", "-", "@", "＝", "＋", "－", "＠"]) func `no cell begins a formula, however wide its sign is`(
    sign: String
  ) {
    #expect(SpreadsheetCell("\(sign)1").text == "'\(sign)1")
    #expect(SpreadsheetCell("a;\(sign)1").text == "\"a;'\(sign)1\"")
    #expect(SpreadsheetCell(" \(sign)1").text == "' \(sign)1")
    #expect(SpreadsheetCell("a\(sign)1").text == "a\(sign)1")
  }

  @Test(arguments: [
    ("a\n", "", "-1 +0,0"), ("", "a\n", "-0,0 +1"), ("a\n", "a\nb\n", "-1 +1,2"), ("a\nb\n", "", "-1,2 +0,0"),
    ("a\n", "b\n", "-1 +1"),
  ])
  func `the lines of a diff are counted from one, and from nought where there is none`(
    old: String, new: String, ranges: String
  ) {
    let diff = UnifiedDiff(
      from: Array(old.utf8), to: Array(new.utf8), path: "x", paint: TerminalPaint(isOn: false), isForPeople: false
    ).text
    #expect(diff.split(separator: "\n").contains("@@ \(ranges) @@"), "\(diff)")
  }

  @Test(arguments: [
    ("/work/a", "/work/a", true), ("/work/a/b", "/work/a", true), ("/work/a-2/b", "/work/a", false),
    ("/work/ab", "/work/a", false),
    ("/work", "/work/a", false), ("/x", "/", true), ("/", "/", true),
  ])
  func `a path is below a folder, not below one whose name begins alike`(path: String, root: String, isBelow: Bool) {
    #expect(Path.isBelow(path, root) == isBelow)
  }

  @Test func `nothing in JSON reads as markup`() {
    #expect(
      JSON.string("<a>&").text == "\"\\u003ca>&\"\n" && JSON.object([("<", .null)]).text.contains("\"\\u003c\": null"))
    #expect(JSON.string("\"\\\n\u{7F}\u{1F600}").text == "\"\\\"\\\\\\n\\u007f😀\"\n")
    #expect(JSON.decimal(-0.0001, places: 2).text == "0\n" && JSON.decimal(-0.01, places: 2).text == "-0.01\n")
  }

  @Test func `a file outside of the repository has an address of its own in SARIF`() {
    func sarif(_ path: String) -> String {
      let file = SourceFile(path: path, bytes: Array("one\n".utf8))
      return Findings([Diagnostic(Sample.rule("code", .error), at: Span(FileID(0), 0, 3), "words")], in: [file])
        .printed(as: .sarif)
    }
    #expect(
      sarif("/x/a b.journey").contains("\"uri\": \"file:///x/a%20b.journey\"")
        && !sarif("/x/a.journey").contains("uriBaseId"))
    #expect(
      sarif("x/a.journey").contains("\"uri\": \"x/a.journey\"")
        && sarif("x/a.journey").contains("\"uriBaseId\": \"%SRCROOT%\""))
  }
}
