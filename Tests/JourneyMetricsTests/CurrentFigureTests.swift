import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Testing

/// Which figures are of today: the newest of a journey says what day it is.
@Suite struct CurrentFigureTests {
  private static func times(_ touchpoint: String, _ period: String) -> String {
    "apply,\(touchpoint),resolution,,\(period),,tickets,86016,50,,\n"
  }

  private static func unused(_ metric: String, _ period: String, _ count: Int) -> String {
    "apply,form,\(metric),1..5,\(period),,survey,unused,\(count),,\n"
  }

  private func scored(_ rows: String, months: Int = 12, period: ChosenPeriod = .latest) -> Diagnosed<AnnotatedWorkspace>
  {
    var workspace = workspace(journey("apply", ["form", "call"]))
    workspace.currentFor = months
    return score(workspace, [tally(rows).value], period: period)
  }

  @Test(arguments: [
    ("2020-Q1", 12, true), ("2025-Q2", 12, true), ("2025-Q3", 12, false), ("2026-Q2", 12, false), ("2026-Q2", 3, false),
    ("2026-Q2", 2, true), ("2025", 9, false), ("2025", 8, true), ("2020-Q1", 78, false), ("2020-Q1", 77, true),
  ])
  func `a figure is old when it ends more months before the newest`(period: String, months: Int, isOld: Bool) {
    let rows = ratings([10, 0, 0, 0, 90]) + Self.times("form", period)
    let journey = scored(rows, months: months).value.journeys[0]
    #expect(journey.period == Period("2026-Q3"))
    let old = journey.touchpoints[0][.resolution]
    #expect(old.isOld == isOld)
    #expect(old.figure != nil, "it is shown all the same")
    #expect((old.current == nil) == isOld)
    #expect(!journey.touchpoints[0][.csat].isOld)
  }

  @Test func `an old figure has a history and no change`() {
    let rows =
      ratings([10, 0, 0, 0, 90]) + ratings([90, 0, 0, 0, 10], of: "call", period: "2019")
      + ratings([10, 0, 0, 0, 90], of: "call", period: "2020")
    let old = scored(rows).value.journeys[0].touchpoints[1][.csat]
    #expect(old.isOld && old.change == nil && old.history.count == 2)
  }

  @Test func `alone, an old figure is of today`() {
    let journey = scored(Self.times("form", "2020-Q1")).value.journeys[0]
    #expect(!journey.touchpoints[0][.resolution].isOld)
  }

  @Test func `nothing is old in a period that was asked for`() throws {
    let rows =
      ratings([10, 0, 0, 0, 90], period: "2026-10") + ratings([10, 0, 0, 0, 90], of: "call", period: "2026-01")
    let year = try #require(ChosenPeriod("2026"))
    #expect(!scored(rows, months: 3, period: year).value.journeys[0].touchpoints[1][.csat].isOld)
    #expect(scored(rows, months: 3).value.journeys[0].touchpoints[1][.csat].isOld)
  }

  @Test func `reach is of today where some question tells it, however many were asked before`() throws {
    let rows =
      ratings([10, 0, 0, 0, 90]) + Self.unused("csat", "2026-Q3", 100)
      + ratings([500, 0, 0, 0, 500], "effort", period: "2020") + Self.unused("effort", "2020", 3000)
    let reach = try #require(scored(rows).value.journeys[0].touchpoints[0].reach)
    #expect(reach.value == 0.5 && reach.period == Period("2026-Q3") && !reach.isOld)
    let old = try #require(
      scored(rows.replacing(Self.unused("csat", "2026-Q3", 100), with: "")).value.journeys[0].touchpoints[0].reach)
    #expect(old.value == 0.25 && old.period == Period("2020") && old.isOld)
  }

  @Test func `one note for each metric says what is old, and what would keep it`() {
    let rows =
      ratings([10, 0, 0, 0, 90]) + Self.times("form", "2020-Q1") + Self.times("call", "2020-Q1")
      + ratings([10, 0, 0, 0, 90], of: "call", "effort", period: "2024-Q1")
    let notes = scored(rows).diagnostics.filter { $0.rule.code == "old-figure" }
    #expect(
      notes.map(\.message) == [
        "effort of \"call\" is too old to count: it is from 2024-Q1, and the newest answers are from 2026-Q3",
        "resolution of \"form\" and one other is too old to count: it is from 2020-Q1, and the newest answers are from 2026-Q3",
      ])
    #expect(notes.last?.help == "ask again, or write in the workspace: current-for 78 months")
    #expect(scored(rows, months: 78).diagnostics.isEmpty)
  }
}
