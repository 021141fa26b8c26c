import JourneyMetrics
import JourneyModel
import JourneySource
import Testing

@testable import JourneyFeedback

/// Tables with ranges and with what anything else means, and scales on which low is best.
@Suite struct RangeTests {
  private func rows(_ answer: String, _ cells: [String]) throws -> [String] {
    let declared = try Declared.apply("period 2026-Q2\n answer \(answer)")
    return declared.tally("A\n" + cells.map { $0 + "\n" }.joined()).rows
  }

  @Test(
    arguments: [
      (["0", "0.0", "00"], "1 ×3"), (["1", "7", "99", "07", "3.0"], "0 ×5"), (["many", "MANY"], "0 ×2"),
      (["100", "-1", "2.5", "perhaps"], nil), (["", " "], nil),
    ])
  func `whole numbers within a range mean what it says`(cells: [String], counted: String?) throws {
    let found = try rows("fcr \"A\" of apply/form { 0 is yes 1..99, \"many\" is no }", cells)
    #expect(found == (counted.map { ["form fcr 2026-Q2 \($0)"] } ?? []))
  }

  @Test func `what is said first wins, ranges and cells alike`() throws {
    #expect(
      try rows("fcr \"A\" of apply/form { 5 is yes 1..99 is no }", ["5", "6"]) == [
        "form fcr 2026-Q2 0 ×1", "form fcr 2026-Q2 1 ×1",
      ])
    #expect(try rows("fcr \"A\" of apply/form { 1..99 is no 5 is yes }", ["5", "6"]) == ["form fcr 2026-Q2 0 ×2"])
    #expect(
      try rows("csat \"A\" of apply/form scale 1..5 { 1..2 is 1 2..4 is 3 }", ["2", "3", "5"]) == [
        "form csat 2026-Q2 1 ×1", "form csat 2026-Q2 3 ×1", "form csat 2026-Q2 5 ×1",
      ])
  }

  @Test func `anything else is what nothing else means, and never an empty cell`() throws {
    let table = "csat \"A\" of apply/form scale 1..5 blank \"none\" unused 9 { \"good\" is 5 anything-else is 1 }"
    #expect(
      try rows(table, ["good", "4", "x", "6", "", " ", "none", "9", "#N/A"]) == [
        "form csat 2026-Q2 1 ×3", "form csat 2026-Q2 4 ×1", "form csat 2026-Q2 5 ×1", "form csat 2026-Q2 unused ×1",
      ])
    let ignored = try Declared.apply("period 2026-Q2\n answer fcr \"A\" of apply/form { anything-else is ignored }")
    let result = ignored.tally("A\nyes\nperhaps\n")
    #expect(
      result.rows == ["form fcr 2026-Q2 1 ×1"] && result.left == ["row noAnswer ×1 3"], "\(result.left)")
  }

  @Test(
    arguments: [
      ("{ 9..1 is no }", "is no range of whole numbers"), ("{ 1.5..2 is no }", "is no range of whole numbers"),
      ("{ 1..9999999999 is no }", "is no range of whole numbers"),
      ("{ anything-else is no anything-else is yes }", "this table already says what anything else is"),
    ])
  func `a range that is none is a finding`(table: String, said: String) throws {
    let declared = try Declared(
      "feedback f \"F\" {\n file \"x.csv\"\n period 2026\n answer fcr \"A\" of workspace \(table)\n}\n")
    #expect(declared.findings.count == 1 && declared.findings[0].hasSuffix(said), "\(declared.findings)")
  }

  @Test(arguments: [("6..1", "good 1..2", 4), ("6..1", "", 4), ("10..1", "good 1..3", 7), ("7..1", "", 5)])
  func `on a scale from its highest number low is best`(scale: String, good: String, least: Int) throws {
    let declared = try Declared.apply("period 2026-Q2\n answer csat \"A\" of apply/form scale \(scale) \(good)")
    let question = try #require(declared.feedback.questions.first)
    #expect(question.lowerIsBetter && question.tallyScale?.text == scale)
    #expect((question.leastGood ?? Metric.csat.leastGood(span: (question.scale?.count ?? 0) - 1)) == least)
    #expect(declared.tally("A\n1\n6\n0\n").rows == ["form csat 2026-Q2 6 ×1", "form csat 2026-Q2 1 ×1"].sorted())
  }
}
