import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Testing

@Suite struct ChosenPeriodTests {
  private func scored(
    _ rows: String, _ period: String, segment: String? = nil
  ) throws -> AnnotatedJourney {
    let workspace = workspace(journey("apply", ["form", "call", "mail"]))
    let chosen = try #require(ChosenPeriod(period))
    return score(workspace, [tally(rows).value], segment: segment, period: chosen).value.journeys[0]
  }

  private static let months = ["2026-05", "2026-06", "2026-07", "2026-08", "2026-09"].enumerated()
    .map { ratings([50 - 10 * $0, 0, 0, 0, 50 + 10 * $0], period: $1) }.joined()

  @Test func `what may be written`() {
    #expect(ChosenPeriod("2026-Q3") == .one(Period(year: 2026, unit: .quarter(3))))
    #expect(
      ChosenPeriod("2025..2026-Q3")
        == .change(from: Period(year: 2025, unit: .year), to: Period(year: 2026, unit: .quarter(3))))
    for wrong in ["", "..", "2026..", "..2026", "2026.2027", "2026...2027", "2027..2026", "2026..2026-Q3", "May"] {
      #expect(ChosenPeriod(wrong) == nil, "\(wrong)")
    }
  }

  @Test func `an earlier period with what came before it`() throws {
    let score = try scored(Self.months, "2026-07").touchpoints[0][.csat]
    #expect(score.figure?.value == 0.7)
    #expect(score.period == Period("2026-07"))
    #expect(score.change?.from == Period("2026-06"))
    #expect(score.history.map(\.period) == ["2026-05", "2026-06", "2026-07"].compactMap { Period($0) })
  }

  @Test func `a longer period is the sum of its parts`() throws {
    let score = try scored(Self.months, "2026-Q3").touchpoints[0][.csat]
    #expect(score.n == 300)
    #expect(score.figure?.value == 0.8)
    #expect(score.period == Period("2026-Q3"))
    #expect(score.change?.from == Period("2026-06"))
    #expect(score.history.map(\.value) == [0.5, 0.6, 0.8])
  }

  @Test func `a month and the quarter that holds it count once`() throws {
    let rows =
      ratings([10, 0, 0, 0, 90], period: "2026-05") + ratings([60, 0, 0, 0, 40], period: "2026-07")
      + ratings([70, 0, 0, 0, 50], period: "2026-Q3")
    let score = try scored(rows, "2026").touchpoints[0][.csat]
    #expect(score.n == 220)
    #expect(score.figure?.value == 140.0 / 220)
  }

  /// One feedback knows the quarter, the other its months; and a longer period never decides for the scale.
  @Test func `several feedbacks are added up, whatever the length of their periods`() throws {
    let rows = ratings([0, 0, 0, 0, 20], period: "2026-01") + ratings([0, 0, 0, 0, 25], period: "2026-02")
    let quarter = ratings([0, 0, 0, 0, 40], period: "2026-Q1")
    #expect(try scored(rows + quarter.replacing(",survey,", with: ",other,"), "2026-Q1").touchpoints[0][.csat].n == 85)
    #expect(try scored(rows + quarter, "2026-Q1").touchpoints[0][.csat].n == 40)
  }

  @Test func `from one to the other, each a sum`() throws {
    let score = try scored(Self.months, "2026-Q2..2026-Q3").touchpoints[0][.csat]
    let change = try #require(score.change)
    let expected = newcombe((0.8, 300), minus: (0.55, 200))
    #expect(change.from == Period("2026-Q2"))
    #expect(change.interval == expected.interval && change.p == expected.p && change.isClear)
  }

  @Test func `without answers in it there is no figure, and the question is still asked`() throws {
    let journey = try scored(Self.months, "2025-Q4")
    #expect(journey.touchpoints[0][.csat].state == .noData)
    #expect(journey.touchpoints[0][.csat].figure == nil)
    #expect(journey.period == nil)
    #expect(try scored(Self.months, "2026-08-15").touchpoints[0][.csat].state == .noData)
  }

  @Test func `the only period in a longer one is shown as itself`() throws {
    let score = try scored(ratings([20, 0, 0, 0, 20], period: "2026-08"), "2026").touchpoints[0][.csat]
    #expect(score.period == Period("2026-08"))
    #expect(score.n == 40)
  }

  /// June has 4 answers: with July and August shown, the quarter's sum would give them away.
  @Test func `a sum that would give away a hidden part is hidden`() throws {
    let rows =
      ratings([20, 0, 0, 0, 20], period: "2026-04") + ratings([10, 0, 0, 0, 20], period: "2026-05")
      + ratings([2, 0, 0, 0, 2], period: "2026-06")
    func isShown(_ period: String) throws -> Bool { try scored(rows, period).touchpoints[0][.csat].figure != nil }
    #expect(try !isShown("2026-06"))
    let shown = try ["2026-04", "2026-05", "2026-Q2"].filter { try isShown($0) }
    #expect(shown.count == 2, "all three would tell what June's answers were")
  }

  @Test func `on two scales the larger part is shown, and none that would give away the rest`() throws {
    let rows =
      ratings([20, 0, 0, 0, 20], period: "2026-04") + ratings([20, 0, 0, 0, 20], period: "2026-05")
      + ratings([10, 0, 0, 0, 10], scale: "1..7", period: "2026-06")
    #expect(try scored(rows, "2026-Q2").touchpoints[0][.csat].n == 80)
    let few = rows + ratings([3, 0, 0, 0, 3], period: "2026-05", segment: "young")
    #expect(try scored(few, "2026-Q2", segment: "young").touchpoints[0][.csat].figure == nil)
  }

  @Test func `one segment in one period`() throws {
    let rows =
      ratings([20, 0, 0, 0, 20], period: "2026-08", segment: "young")
      + ratings([10, 0, 0, 0, 30], period: "2026-08", segment: "old")
      + ratings([30, 0, 0, 0, 10], period: "2026-09", segment: "young")
    #expect(try scored(rows, "2026-Q3", segment: "young").touchpoints[0][.csat].figure?.value == 30 / 80)
    #expect(try scored(rows, "2026-08", segment: "old").touchpoints[0][.csat].figure?.value == 0.75)
    #expect(try scored(rows, "2026-09", segment: "old").touchpoints[0][.csat].state == .noData)
  }

  @Test func `reach is of the period shown`() throws {
    func unused(_ period: String, _ count: Int) -> String {
      "apply,form,csat,1..5,\(period),,survey,unused,\(count),,\n"
    }
    let rows =
      ratings([20, 0, 0, 0, 20], period: "2026-08") + unused("2026-08", 40)
      + ratings([20, 0, 0, 0, 20], period: "2026-09") + unused("2026-09", 120)
    #expect(try scored(rows, "2026-08").touchpoints[0].reach?.value == 0.5)
    #expect(try scored(rows, "2026-Q3").touchpoints[0].reach?.value == 80 / 240)
    #expect(try scored(rows, "2026-07").touchpoints[0].reach == nil)
  }

  /// One goes from May to August and would be clear alone (p = 0.032), the other from June to September.
  @Test func `chosen periods make one family of comparisons`() throws {
    let rows =
      ratings([50, 0, 0, 0, 50], period: "2026-05") + ratings([35, 0, 0, 0, 65], period: "2026-08")
      + ratings([50, 0, 0, 0, 50], of: "call", period: "2026-06")
      + ratings([49, 0, 0, 0, 51], of: "call", period: "2026-09")
    let journey = try scored(rows, "2026-Q2..2026-Q3")
    #expect(journey.touchpoints.prefix(2).map { $0[.csat].change?.isClear } == [false, false])
  }
}
