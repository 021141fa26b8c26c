import Fuzzing
import JourneySource
import JourneySyntax
import Support
import Testing

@Test(arguments: Golden.cases(in: "syntax"))
func `a journey file parses to its golden tree and findings`(golden: Golden) throws {
  let bytes = try golden.bytes()
  let parsed = parse(bytes, file: FileID(0))
  try golden.expect(
    list(parsed.diagnostics, in: bytes) + parsed.value.dump(trivia: golden.testDescription.hasPrefix("comments")),
    as: "tree")
}

@Test(arguments: ["é", "¢A", "漢", "😀é"], ["\"", "\"\"\""])
func `a backslash before any letter is one finding`(letters: String, quotes: String) {
  let parsed = parse(Array("journey a \(quotes)x \\\(letters)\(quotes) {\n}\n".utf8), file: FileID(0))
  #expect(parsed.diagnostics.map(\.rule.code) == ["bad-escape"])
}
