import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Testing

/// A few answers of a new period do not take away the figure of the one before.
@Suite struct LatestShownPeriodTests {
  private static let second = ratings([60, 0, 0, 0, 60], period: "2026-Q2")

  @Test(arguments: [
    ratings([0, 0, 0, 0, 3]), ratings([4, 0, 0, 0, 5]), ratings([0, 0, 0, 0, 1], period: "2026-07"),
    // Many answers that are worth few.
    "apply,form,csat,1..5,2026-Q3,,survey,5,12,1011,1000011\n", "apply,form,csat,1..5,2026-Q3,,survey,5,12,0,0\n",
    ratings([0, 0, 0, 0, 4], segment: "young") + ratings([0, 0, 0, 0, 3], segment: "old"),
  ])
  func `the latest period that may be shown is shown`(few: String) {
    let score = scored(Self.second + few).touchpoints[0][.csat]
    #expect(score.state == .scored && score.figure?.value == 0.5 && score.n == 120)
    #expect(score.period == Period("2026-Q2") && score.history.map(\.period) == [score.period])
  }

  @Test func `a new period that may be shown is`() {
    let score = scored(Self.second + ratings([0, 0, 0, 0, 10])).touchpoints[0][.csat]
    #expect(score.state == .indicative && score.figure?.value == 1 && score.period == Period("2026-Q3"))
    #expect(score.change?.from == Period("2026-Q2"))
  }

  @Test func `other metrics too`() {
    let times = "apply,form,resolution,,2026-Q2,,tickets,86016,50,,\napply,form,resolution,,2026-Q3,,tickets,3600,2,,\n"
    let nps = ratings([40], "nps", scale: "0..10", period: "2026-Q2") + ratings([0, 2], "nps", scale: "0..10")
    let form = scored(times + nps).touchpoints[0]
    #expect(form[.resolution].period == Period("2026-Q2") && form[.resolution].figure != nil)
    #expect(form[.nps].period == Period("2026-Q2") && form[.nps].figure?.value == -100)
  }

  @Test func `what is shown is compared with the latest shown before it`() {
    let rows =
      ratings([60, 0, 0, 0, 60], period: "2025-Q4") + ratings([0, 0, 0, 0, 5], period: "2026-Q1")
      + ratings([10, 0, 0, 0, 90], period: "2026-Q2") + ratings([0, 0, 0, 0, 3])
    let score = scored(rows).touchpoints[0][.csat]
    #expect(score.figure?.value == 0.9 && score.change?.from == Period("2025-Q4"))
  }

  @Test func `one of another period than the journey's is dated by its own, and may be old`() {
    let few = ratings([0, 0, 0, 0, 3]) + ratings([0, 0, 0, 0, 90], of: "call")
    let journey = scored(Self.second + few)
    #expect(journey.period == Period("2026-Q3"))
    #expect(journey.touchpoints[0][.csat].period == Period("2026-Q2") && !journey.touchpoints[0][.csat].isOld)
    let old = scored(ratings([60, 0, 0, 0, 60], period: "2025-Q1") + few).touchpoints[0][.csat]
    #expect(old.figure != nil && old.isOld)
  }

  @Test func `a period that was asked for is never replaced`() throws {
    let chosen = try #require(ChosenPeriod("2026-Q3"))
    let rows = Self.second + ratings([0, 0, 0, 0, 3])
    let score = score(workspace(journey("apply", ["form"])), [tally(rows).value], period: chosen).value.journeys[0]
      .touchpoints[0][.csat]
    #expect(score.state == .hidden && score.period == Period("2026-Q3") && score.figure == nil)
  }

  @Test func `a segment has a period of its own`() {
    let rows =
      ratings([60, 0, 0, 0, 60], period: "2026-Q2", segment: "young")
      + ratings([20, 0, 0, 0, 60], period: "2026-Q2", segment: "old") + ratings([0, 0, 0, 0, 3], segment: "young")
      + ratings([0, 0, 0, 0, 40], segment: "old")
    let young = score(workspace(journey("apply", ["form"])), [tally(rows).value], segment: "young").value.journeys[0]
      .touchpoints[0][.csat]
    #expect(young.figure?.value == 0.5 && young.period == Period("2026-Q2"))
  }

  @Test func `where none may be shown the latest is hidden`() {
    let score = scored(ratings([0, 0, 0, 0, 3], period: "2026-Q2") + ratings([0, 0, 0, 0, 3])).touchpoints[0][.csat]
    #expect(score.state == .hidden && score.period == Period("2026-Q3"))
  }

  @Test(arguments: [(5, 3, 2), (0, 0, 4), (30, 3, 3)]) func `nor do they take away its reach`(
    used: Int, few: Int, unused: Int
  ) {
    func row(_ answer: String, _ count: Int, _ period: String) -> String {
      count > 0 ? "apply,form,csat,1..5,\(period),,survey,\(answer),\(count),,\n" : ""
    }
    let second = row("5", 30, "2026-Q2") + row("unused", 10, "2026-Q2")
    let reach = scored(second + row("5", few, "2026-Q3") + row("unused", unused, "2026-Q3")).touchpoints[0].reach
    #expect(reach?.value == 0.75 && reach?.period == Period("2026-Q2"))
    let next = scored(second + row("5", 10 + used, "2026-Q3") + row("unused", 10 + used, "2026-Q3")).touchpoints[0]
      .reach
    #expect(next?.value == 0.5 && next?.period == Period("2026-Q3"))
  }
}
