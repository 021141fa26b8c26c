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
