import Foundation
import JourneyMetrics
import JourneyModel
import JourneySource
import Support
import Testing

@Test func `the tally of the page on figures is read whole, and has each metric`() throws {
  let page = try String(contentsOf: Golden.root.appending(path: "docs/figures.md"), encoding: .utf8)
  let example = try #require(page.split(separator: "```tally\n").last?.split(separator: "```").first)
  let parsed = parseTally(Array(example.utf8), file: FileID(0))
  #expect(parsed.diagnostics.map(\.message) == [])

  var account = journey("open-account", ["form", "call"])
  account.phases = [.init(name: "apply", title: "Apply", span: nowhere, touchpoints: 0..<2)]
  let scored = score(workspace(account), [parsed.value])
  #expect(scored.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
  for metric in ["csat", "effort", "nps", "resolution", "fcr"] { #expect(example.contains(",\(metric),")) }
}

@Test(arguments: [
  ("apply,form,cast,1..5,2026-Q3,,survey,4,1,,", "cast"), ("apply,form,csat,1-5,2026-Q3,,survey,4,1,,", "1-5"),
  ("apply,form,csat,1..5,2026-9,,survey,4,1,,", "2026-9"), ("apply,form,csat,1..5,2026-Q3,,survey,7,1,,", "7"),
  ("apply,form,csat,1..5,2026-Q3,,survey,4,many,,", "many"),
])
func `a finding on a row points at the cell`(row: String, cell: String) throws {
  let finding = try #require(tally(row + "\n").diagnostics.first)
  let range = try #require(finding.span).range
  let bytes = Array((Tally.header + "\n" + row).utf8)
  #expect(String(decoding: bytes[range], as: UTF8.self) == cell)
}
