import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Testing

@Suite struct SuppressionTests {
  private func state(_ rows: String, segment: String? = nil, period: String? = nil) throws -> Score.ScoreState {
    let chosen = try period.map { try #require(ChosenPeriod($0)) } ?? .latest
    let scored = score(workspace(journey("apply", ["form"])), [tally(rows).value], segment: segment, period: chosen)
    return scored.value.journeys[0].touchpoints[0][.csat].state
  }

  private func shown(_ rows: String, segment: String? = nil, _ periods: [String]) throws -> [String] {
    try periods.filter { [.indicative, .scored].contains(try state(rows, segment: segment, period: $0)) }
  }

  /// Months of everyone, each of so many answers.
  private func months(_ counts: [(String, Int)], segment: String = "") -> String {
    counts.map { ratings([0, 0, 0, $1 / 2, $1 - $1 / 2], period: "2026-\($0)", segment: segment) }.joined()
  }

  struct Parts: Sendable {
    let counts: [Int]
    let hidden: [Bool]
  }

  static let parts = [
    Parts(counts: [50, 60], hidden: [false, false]),
    Parts(counts: [9, 60], hidden: [true, true]),
    Parts(counts: [9, 60, 70], hidden: [true, true, false]),
    Parts(counts: [9, 70, 60], hidden: [true, false, true]),
    Parts(counts: [9, 60, 60], hidden: [true, true, false]),
    Parts(counts: [9, 9, 60], hidden: [true, true, false]),
    Parts(counts: [2, 3, 60], hidden: [true, true, true]),
    Parts(counts: [2, 3, 60, 70], hidden: [true, true, true, false]),
    Parts(counts: [0, 5, 60, 70], hidden: [false, true, true, false]),
    Parts(counts: [10, 10], hidden: [false, false]),
    // Each of two that come to 11 has 1 to 10 answers, which is to within 9; of two that come to 12, to within 10.
    Parts(counts: [5, 6, 60], hidden: [true, true, true]),
    Parts(counts: [5, 7, 60], hidden: [true, true, false]),
    Parts(counts: [4, 4, 4, 60], hidden: [true, true, true, true]),
    Parts(counts: [4, 4, 5, 60], hidden: [true, true, true, false]),
  ]

  @Test(arguments: parts) func `a hidden segment cannot be had from the total`(row: Parts) throws {
    let rows = zip(["a", "b", "c", "d"], row.counts).map { ratings([0, 0, 0, 0, $1], segment: $0) }.joined()
    let states = try ["a", "b", "c", "d"].prefix(row.counts.count).map { try state(rows, segment: $0) == .hidden }
    #expect(states == row.hidden)
    #expect(try [.indicative, .scored].contains(state(rows)), "the total is shown")
  }

  @Test(arguments: 1...9) func `one to nine answers are not shown`(n: Int) {
    let score = scored(ratings([0, 0, 0, 0, n])).touchpoints[0][.csat]
    #expect(score.state == .hidden)
    #expect(score.figure == nil && score.n == 0 && score.effective == 0)
    #expect(score.history.isEmpty)
  }

  @Test func `below five nothing is ever shown`() {
    #expect(scored(ratings([0, 0, 0, 0, 4]), hideBelow: 1).touchpoints[0][.csat].state == .hidden)
    #expect(scored(ratings([0, 0, 0, 0, 5]), hideBelow: 1).touchpoints[0][.csat].state == .indicative)
  }

  @Test(arguments: 1...9) func `a total minus its sibling: both are hidden`(n: Int) throws {
    let rows =
      ratings([0, 0, 0, 0, n], segment: "young") + ratings([10, 10, 10, 10, 10], segment: "old")
    #expect(try state(rows) == .scored)
    #expect(try state(rows, segment: "young") == .hidden)
    #expect(try state(rows, segment: "old") == .hidden)
  }

  /// That nobody else gave an answer says whose it was.
  @Test func `nobody can tell how often one answer was given`() throws {
    let months = ["2026-07", "2026-08"]
    // Of a in both months nobody is dissatisfied: the two in July would be b's, of whom 18 or 19 answered.
    let rows =
      ratings([0, 0, 0, 0, 9], period: months[0], segment: "a")
      + ratings([2, 0, 0, 0, 16], period: months[0], segment: "b")
      + ratings([0, 0, 0, 0, 30], period: months[1], segment: "a")
      + ratings([0, 0, 0, 0, 30], period: months[1], segment: "b")
    let isAShown = try state(rows, segment: "a", period: "2026-Q3") != .hidden
    let isJulyShown = try state(rows, period: "2026-07") != .hidden
    #expect(!(isAShown && isJulyShown))
  }

  @Test func `a quarter nobody asks for is hidden before a month`() throws {
    let first = months([("01", 43), ("02", 7), ("03", 33)])
    #expect(try shown(first, ["2026-01", "2026-02", "2026-03", "2026-Q1"]) == ["2026-01", "2026-03"])
    #expect(scored(first).touchpoints[0][.csat].history.map(\.period.description) == ["2026-01", "2026-03"])
    // Two small months that come to 12 hide each other.
    let both = months([("01", 5), ("02", 7), ("03", 33)])
    #expect(try shown(both, ["2026-01", "2026-02", "2026-03", "2026-Q1"]) == ["2026-03", "2026-Q1"])
    // And a quarter that has the only small month hides in the year's.
    let year = first + months([("04", 40), ("05", 40)])
    #expect(
      try shown(year, ["2026-01", "2026-03", "2026-04", "2026-Q1", "2026-Q2", "2026"])
        == ["2026-01", "2026-03", "2026-04", "2026-Q2"])
    let july =
      ratings([0, 0, 0, 0, 5], period: "2026-07") + ratings([8, 8, 8, 8, 8], period: "2026-08")
      + ratings([8, 8, 8, 8, 9], period: "2026-09")
    #expect(try shown(july, ["2026-07", "2026-08", "2026-09", "2026-Q3"]) == ["2026-08", "2026-09"])
  }

  /// The total of a quarter is the sum of its months' totals, too, not only of its segments.
  @Test func `a month of two small segments cannot be had from the quarter`() throws {
    let periods = ["2026-07", "2026-08", "2026-Q3"]
    func rows(_ july: (Int, Int), _ august: (Int, Int)) -> String {
      months([("07", july.0), ("08", august.0)], segment: "young")
        + months([("07", july.1), ("08", august.1)], segment: "old")
    }
    #expect(try shown(rows((4, 5), (20, 20)), periods) == ["2026-08"])
    #expect(try shown(rows((1, 2), (20, 20)), periods) == ["2026-08"])
    #expect(try shown(rows((4, 5), (30, 2)), periods) == ["2026-08"])
    #expect(try shown(rows((4, 5), (4, 4)), periods) == ["2026-Q3"])
    #expect(try shown(rows((5, 5), (20, 20)), periods) == ["2026-08"], "each of five and five is known to within 8")
    #expect(try shown(rows((6, 6), (20, 20)), periods) == periods)
  }

  /// In the first quarter 29, in the year 32: the second quarter is April, which has 3.
  @Test func `a year minus its quarters gives no month away`() throws {
    let rows =
      ratings([0, 0, 0, 0, 20], period: "2026-01") + ratings([0, 0, 0, 9, 0], period: "2026-02")
      + ratings([3, 0, 0, 0, 0], period: "2026-04")
    // February and April come to 12, of which each has 1 to 11: with the first quarter they would be 9 and 3.
    #expect(try shown(rows, ["2026", "2026-Q1", "2026-01"]) == ["2026", "2026-01"])
    let own =
      ratings([0, 0, 0, 0, 50], period: "2026") + ratings([0, 0, 0, 0, 20], period: "2026-Q1")
      + ratings([0, 0, 0, 0, 22], period: "2026-Q2") + ratings([8, 0, 0, 0, 0], period: "2026-Q3")
    #expect(try shown(own, ["2026", "2026-Q1", "2026-Q2"]).count < 3)
  }

  /// Answers of one question in a quarter itself, and in its months, which another feedback may count.
  private func both(
    _ own: [(String, Int)], _ months: [(month: String, segment: String, n: Int)], feedback: String = "survey"
  ) -> String {
    own.map { ratings([0, 0, 0, 0, $1], period: "2026-Q1", segment: $0) }.joined()
      + months.map {
        ratings([0, 0, 0, 0, $0.n], period: "2026-\($0.month)", segment: $0.segment, feedback: feedback)
      }.joined()
  }

  /// Everyone's answers in the quarter, less those of c and d, are those of a.
  @Test(arguments: [(5, 40), (1, 40), (9, 100), (5, 11)])
  func `what was asked of a quarter itself is part of the quarter's sum`(few: Int, many: Int) throws {
    let months = [("01", "c", 5), ("02", "c", 7), ("01", "d", 8), ("02", "d", 8)]
    func isShown(_ own: [(String, Int)], _ segment: String?) throws -> Bool {
      try state(both(own, months, feedback: "app"), segment: segment, period: "2026-Q1") != .hidden
    }
    let own = [("a", few), ("c", many)]
    #expect(try !isShown(own, "a") && !(isShown(own, nil) && isShown(own, "c") && isShown(own, "d")))
    // Where c answered alone, there is nothing to hide but the months.
    let alone = [("c", many)]
    #expect(try isShown(alone, nil) && isShown(alone, "c") && isShown(alone, "d"))
  }

  /// The quarter's own answers may be those of its months once more: b's months together would tell what is left for a.
  @Test(arguments: [(5, 40), (1, 40), (9, 100), (5, 21)])
  func `a quarter's own figure is not hidden alone beside its months`(few: Int, many: Int) throws {
    let months = [("01", "b", many / 2), ("02", "b", many - many / 2)]
    let periods = ["2026-01", "2026-02"]
    #expect(try shown(both([("a", few), ("b", many)], months), segment: "b", periods).count < 2)
    #expect(try shown(both([("b", many)], months), segment: "b", periods) == periods)
  }
}
