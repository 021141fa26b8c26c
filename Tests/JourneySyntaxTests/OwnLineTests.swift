import JourneySource
import Support
import Testing

@testable import JourneySyntax

/// Inside a block, a line is one fact with what belongs to it.
@Suite struct OwnLineTests {
  private func parsed(_ text: String) -> Diagnosed<Tree> { parse(Array(text.utf8), file: FileID(0)) }

  private func found(_ line: String) -> [String] {
    parsed(.touchpoint(line)).diagnostics.map { "\($0.rule.code): \($0.help ?? "")" }
  }

  @Test(
    arguments: [
      ("channel web owner product", ["owner product"]), ("owner product optional aside", ["optional aside", "aside"]),
      ("feels -1 \"Why?\" pain \"Slow\"", ["pain \"Slow\""]), ("backstage \"KYC\" owner risk feels 0", ["feels 0"]),
      ("moment-of-truth importance 5", ["importance 5"]), ("idea \"x\" owner risk", ["owner risk"]),
      ("lane risk \"x\" owner legal optional", ["optional"]), ("note \"x\" tag a, b", ["tag a, b"]),
    ])
  func `a word that the fact does not know is to stand on a line of its own`(line: String, helps: [String]) {
    #expect(found(line) == helps.map { "own-line: put it on a line of its own: \($0)" })
  }

  @Test(
    arguments: [
      "idea \"x\" persona tom segment young evidence survey", "pain photo \"x\" persona tom",
      "frontstage \"x\" persona tom owner risk", "lane risk \"x\" owner legal evidence survey persona tom",
      "does \"x\" persona tom", "voice customer \"x\" evidence survey",
    ])
  func `what belongs to a fact stands on its line`(line: String) { #expect(found(line) == []) }

  @Test(
    arguments: [
      "kpi revenue \"Revenue\" { unit money better higher }\n",
      "journey a \"A\" owner it persona tom { phase p \"P\" { touchpoint t \"T\" channel web owner it { feels 0 aside } } }\n",
      "journey a \"A\" {\n  phase p \"P\" {\n    touchpoint t \"T\" channel web pain \"x\" aside owner it\n  }\n}\n",
    ])
  func `the line that opens a thing has several facts, and so has a block on that line`(text: String) {
    #expect(parsed(text).diagnostics.map(\.message) == [])
  }

  @Test(arguments: ["\n", "\r\n"]) func `each fix and the formatter give the tree that the old reading gave`(
    end: String
  ) throws {
    let text = String.touchpoint("channel web owner product # who\n      idea \"x\" importance 5 aside").replacing(
      "\n", with: end)
    let old = parsed(text)
    let written = format(old.value)
    #expect(parsed(written).diagnostics.isEmpty && format(parsed(written).value) == written)
    var bytes = Array(text.utf8)
    for fix in old.diagnostics.compactMap(\.fix).reversed() {
      #expect(fix.isSafe)
      for edit in fix.edits.reversed() { bytes.replaceSubrange(edit.span.range, with: Array(edit.text.utf8)) }
    }
    let mended = parse(bytes, file: FileID(0))
    #expect(mended.diagnostics.isEmpty, "\(String(decoding: bytes, as: UTF8.self))")
    #expect(format(mended.value) == written)
  }
}
