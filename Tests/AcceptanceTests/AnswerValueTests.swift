import Foundation
import Support
import Testing

/// `NaN`, `1e309`, `1,5`, full-width digits, out of range as an answer – counted in the audit, never in a score.
@Suite struct AnswerValueTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch.ofSurvey() }

  @Test(arguments: ["NaN", "1e309", "\"1,5\"", "５", "6", "0", "-1", "1.5", "five"])
  func `what is no answer is counted as such and scores nothing`(cell: String) throws {
    try scratch.write("date,q\n2026-04-03,5\n2026-04-03,\(cell)\n", to: "w/private/x.csv")
    let run = try bounded("tally", "w", in: scratch)
    #expect(run.status == 1)
    #expect(Figures(run.output)["skipped", 1] == 1, "\(run.output)")
    #expect(try scratch.text("w/survey.tally.csv") == Survey.head + Survey.row("2026-04", "5", 1))
  }
}
