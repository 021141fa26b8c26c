import Fuzzing
import JourneySource
import JourneySyntax
import Support
import Testing

@Test(arguments: Golden.cases(in: "format"))
func `a journey file formats to its golden`(golden: Golden) throws {
  let parsed = parse(try golden.bytes(), file: FileID(0))
  #expect(parsed.diagnostics.filter { $0.severity == .error }.isEmpty, "\(parsed.diagnostics.map(\.message))")
  try golden.expect(format(parsed.value), as: "formatted")
}

@Test(arguments: Golden.cases(in: "format") + Golden.cases(in: "syntax"))
func `formatting keeps the tree, and formatting again changes nothing`(golden: Golden) throws {
  let before = parse(try golden.bytes(), file: FileID(0))
  guard before.diagnostics.allSatisfy({ $0.severity != .error }) else { return }
  let text = format(before.value)
  let after = parse(Array(text.utf8), file: FileID(0))
  #expect(after.diagnostics.filter { $0.rule.code != "late-fact" && $0.severity == .error }.isEmpty)
  #expect(after.value.dump(braces: false) == before.value.dump(braces: false))
  #expect(format(after.value) == text)
}
