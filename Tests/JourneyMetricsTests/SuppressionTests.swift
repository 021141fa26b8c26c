import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Testing

@Suite struct SuppressionTests {
  struct Case: Sendable {
    let parts: [Int]
    let hidden: [Bool]
  }

  /// Parts of one shown total, named a, b, c…
  static let table = [
    Case(parts: [50, 60], hidden: [false, false]),
    Case(parts: [9, 60], hidden: [true, true]),
    Case(parts: [9, 60, 70], hidden: [true, true, false]),
    Case(parts: [9, 70, 60], hidden: [true, false, true]),
    Case(parts: [9, 60, 60], hidden: [true, true, false]),
    Case(parts: [9, 9, 60], hidden: [true, true, false]),
    Case(parts: [2, 3, 60], hidden: [true, true, true]),
    Case(parts: [2, 3, 60, 70], hidden: [true, true, true, false]),
    Case(parts: [0, 5, 60, 70], hidden: [false, true, true, false]),
    Case(parts: [10, 10], hidden: [false, false]),
  ]

  @Test(arguments: table)
  func `a hidden part cannot be had from its total`(row: Case) {
    let names = row.parts.indices.map { String("abcdef".dropFirst($0).prefix(1)) }
    var cells = zip(names, row.parts).map { Suppression.Cell(name: $0, counts: Tally.Counts($1)) }
    cells.append(Suppression.Cell(name: "total", counts: Tally.Counts(row.parts.reduce(0, +))))
    var suppression = Suppression(cells, hideBelow: 10)
    suppression.add(total: row.parts.count, parts: Array(row.parts.indices))
    #expect(Array(suppression.hiddenCells().dropLast()) == row.hidden)
  }

  @Test(arguments: 1...9)
  func `one to nine answers are too few`(n: Int) {
    let score = scored(ratings([0, 0, 0, 0, n])).touchpoints[0][.csat]
    #expect(score.state == .tooFew)
    #expect(score.figure == nil)
    #expect(score.history.isEmpty)
  }

  @Test func `below five nothing is ever shown`() {
    #expect(scored(ratings([0, 0, 0, 0, 4]), hideBelow: 1).touchpoints[0][.csat].state == .tooFew)
    #expect(scored(ratings([0, 0, 0, 0, 5]), hideBelow: 1).touchpoints[0][.csat].state == .indicative)
  }

  @Test(arguments: 1...9)
  func `a total minus its sibling: both are hidden`(n: Int) {
    let rows =
      ratings([0, 0, 0, 0, n], segment: "young") + ratings([10, 10, 10, 10, 10], segment: "old")
    let workspace = workspace(journey("apply", ["form"]))
    func state(_ segment: String?) -> Score.State {
      score(workspace, [tally(rows).value], segment: segment).value.journeys[0].touchpoints[0][.csat].state
    }
    #expect(state(nil) == .scored)
    #expect(state("young") == .tooFew)
    #expect(state("old") == .hidden)
  }

  /// In the first quarter 29, in the year 32: the second quarter is April, which has 3.
  @Test func `a year minus its quarters gives no month away`() throws {
    let rows = ratings([0, 0, 0, 0, 20], period: "2026-01") + ratings([0, 0, 0, 9, 0], period: "2026-02")
      + ratings([3, 0, 0, 0, 0], period: "2026-04")
    #expect(try states(rows, ["2026", "2026-Q1", "2026-01"]).filter { $0 == .indicative || $0 == .scored }.count < 2)
    let own = ratings([0, 0, 0, 0, 50], period: "2026") + ratings([0, 0, 0, 0, 20], period: "2026-Q1")
      + ratings([0, 0, 0, 0, 22], period: "2026-Q2") + ratings([8, 0, 0, 0, 0], period: "2026-Q3")
    #expect(try states(own, ["2026", "2026-Q1", "2026-Q2"]).contains(.hidden))
  }

  private func states(_ rows: String, _ periods: [String]) throws -> [Score.State] {
    try periods.map {
      let chosen = try #require(ChosenPeriod($0))
      return score(workspace(journey("apply", ["form"])), [tally(rows).value], period: chosen).value.journeys[0].touchpoints[0][.csat].state
    }
  }

  @Test func `months of a quarter: the small one, and the next smallest`() {
    let rows =
      ratings([0, 0, 0, 0, 5], period: "2026-07") + ratings([8, 8, 8, 8, 8], period: "2026-08")
      + ratings([8, 8, 8, 8, 9], period: "2026-09")
    let score = scored(rows).touchpoints[0][.csat]
    #expect(score.history.map(\.period.description) == ["2026-09"])
    #expect(score.change == nil)
  }
}
