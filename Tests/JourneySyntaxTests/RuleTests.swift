import JourneySource
@testable import JourneySyntax
import Testing

private func codes(_ source: String) -> [String] {
  parse(Array(source.utf8), file: FileID(0)).diagnostics.map(\.rule.code)
}

@Test(arguments: Rule.syntaxCatalog.filter { !$0.example.isEmpty }.map(\.code))
func `a rule's example raises it alone, and what to write instead is clean`(code: String) throws {
  let rule = try #require(Rule.syntaxCatalog.first { $0.code == code })
  #expect(codes(rule.example) == [code])
  #expect(codes(rule.instead) == [])
}

@Test
func `rules have one code each, in order, with an explanation`() {
  let codes = Rule.syntaxCatalog.map(\.code)
  #expect(codes == Set(codes).sorted())
  for rule in Rule.syntaxCatalog {
    #expect(rule.code.allSatisfy { $0.isLowercase || $0 == "-" || $0.isNumber })
    #expect(!rule.summary.isEmpty && !rule.why.isEmpty)
  }
}

@Test
func `bytes that no text can show have their own findings`() throws {
  func findings(_ bytes: [UInt8]) -> [Diagnostic] { parse(bytes, file: FileID(0)).diagnostics }
  let text = "channel web \"Stra\u{DF}e\"\n"
  let latin = text.unicodeScalars.map { UInt8($0.value) }
  #expect(findings(latin).map(\.rule.code) == ["not-utf-8"])
  #expect(findings(latin).first?.span?.range == 17..<18)
  #expect(findings([0x23, 0xC0, 0xAF, 0x0A]).map(\.message) == ["the byte 0xC0 is not UTF-8"])
  #expect(findings([0xFF, 0xFE, 0x63, 0x00]).map(\.rule.code) == ["utf-16"])
  #expect(findings([0xFE, 0xFF, 0x00, 0x63]).map(\.rule.code) == ["utf-16"])
  #expect(findings([0xEF, 0xBB, 0xBF] + Array(text.utf8)).isEmpty)
  #expect(findings(Array("channel web\0 \"Web\"\0\n".utf8)).map(\.rule.code) == ["control-character"])
  let large = [UInt8](repeating: 0x20, count: Limits.file + 1)
  #expect(findings(large).map(\.rule.code) == ["file-too-large"])
}

@Test
func `limits are reported once, where they are passed`() {
  func codes(_ text: String) -> [String] { parse(Array(text.utf8), file: FileID(0)).diagnostics.map(\.rule.code) }
  #expect(codes(String(repeating: "{", count: 100_000)) == ["too-deep"])
  #expect(codes(String(repeating: "persona a {", count: 100_000)).filter { $0 == "too-deep" }.count == 1)
  let strays = codes(String(repeating: "}", count: 2_000))
  #expect(strays.count == Limits.findings && strays.contains("too-many-errors"))
  let mixed = (0..<2_000).map { "persona w\u{435}b\($0) \"Web\"\n" }.joined()
  #expect(codes(mixed).count == Limits.findings)
  #expect(codes(mixed + "}").last == "stray-brace", "no number of warnings hides an error")
  var parser = Parser(
    Lexer(Array("journey a {phase b {touchpoint c\ntouchpoint d\ntouchpoint e\n}}".utf8), file: FileID(0), from: 0))
  parser.touchpointLimit = 2
  parser.parseFile()
  #expect(parser.findings(after: nil).map(\.rule.code) == ["too-many-touchpoints"])
  parser = Parser(Lexer(Array("journey a {phase b {touchpoint c {optional aside}}}".utf8), file: FileID(0), from: 0))
  parser.nodeLimit = 5
  parser.parseFile()
  #expect(parser.findings(after: nil).map(\.rule.code) == ["too-many-lines"])
}
