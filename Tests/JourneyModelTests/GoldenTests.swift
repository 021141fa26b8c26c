import JourneyModel
import Support
import Testing

@Test(arguments: Golden.cases(in: "model"))
func `a journey file resolves to its golden graph`(golden: Golden) throws {
  let reading = Reading([try golden.bytes()])
  try golden.expect(ModelDump(reading.workspace).text + (reading.list.isEmpty ? "" : "\n" + reading.list), as: "graph")
}

@Test(arguments: Golden.cases(in: "diagnostics"))
func `a journey file has its golden findings`(golden: Golden) throws {
  try golden.expect(Reading([try golden.bytes()]).list, as: "findings")
}
