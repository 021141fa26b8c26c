import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Testing

@testable import JourneyReview

/// Cases at the edge of one rule each, with their neighbours.
@Suite struct ReviewEdgeTests {
  private func journey(_ touchpoints: String, _ rest: String = "") -> String {
    "department x \"X\"\ndepartment y \"Y\"\njourney j \"J\" {\n\(rest)\nphase p \"P\" {\n\(touchpoints)\n}\n}\n"
  }

  private func ranking(_ rows: [String], _ touchpoints: String = "touchpoint a \"A\"") -> Ranking {
    reviewed(journey(touchpoints), rows).journeys[0].ranking
  }

  /// CSAT and ease weigh 3 each, time to resolve 2, first contact 1: of what is asked two fifths must be known.
  @Test func `a touchpoint is ranked from two fifths of its weights on`() {
    let (csat, few) = (ratings("a", [20, 0, 0, 0, 20]), ratings("a", [1, 0, 0, 0, 1]))
    let (effort, fewEffort) = (ratings("a", [20, 0, 0, 0, 20], "effort"), ratings("a", [1, 0, 0, 0, 1], "effort"))
    func times(_ count: Int) -> [String] { ["j,a,resolution,,2026-Q3,,s,1015808,\(count),,"] }
    func contact(_ count: Int) -> [String] { ["j,a,fcr,0..1,2026-Q3,,s,0,\(count),,"] }
    func isRanked(_ rows: [String]) -> Bool { ranking(rows).ranked.count == 1 && ranking(rows).uncovered.isEmpty }
    #expect(isRanked(few + times(40)))
    #expect(!isRanked(few + contact(40)) && !isRanked(few + fewEffort + times(40)))
    #expect(
      !isRanked(csat + fewEffort + times(1)) && isRanked(csat + fewEffort + contact(1))
        && isRanked(csat + effort + times(1)))
  }

  @Test func `severe for few means for less than a quarter`() {
    func severe(_ answers: Int) -> Int {
      ranking(ratings("a", [answers, 0, 0, 0, 0], unused: 100 - answers)).severeForFew.count
    }
    #expect([10, 20, 24, 25, 26, 60].map(severe) == [1, 1, 1, 0, 0, 0])
  }

  @Test func `a repeated card is counted once for what touchpoints have in common`() {
    let rows = ratings("a", [50, 0, 0, 0, 50]) + ratings("b", [30, 0, 0, 0, 70])
    let plain = ranking(rows, "touchpoint a \"A\"\ntouchpoint b \"B\"")
    let again = ranking(
      rows, "touchpoint a \"A\"\ntouchpoint b \"B\"\ntouchpoint c \"C\" { repeats a }\ntouchpoint d \"D\" { repeats a }"
    )
    #expect(plain.ranked[0].parts[0].shrinkage?.mean == 0.6)
    #expect(
      again.ranked.map(\.touchpoint) == plain.ranked.map(\.touchpoint)
        && again.ranked.map(\.burden) == plain.ranked.map(\.burden))
  }

  @Test func `shares between two departments add up`() throws {
    let text = journey(
      "touchpoint a \"A\" owner x\ntouchpoint b \"B\" owner y\ntouchpoint c \"C\" owner y\ntouchpoint d \"D\" owner x",
      "flow {\nentry -> a\na -> b share 30%\na -> c share 20%\nb -> d\nc -> d share 100%\nd -> exit\n}")
    let matrix = HandOffMatrix(reviewed(text).journeys[0].crossings)
    #expect(matrix.cells.map(\.count) == [2, 2] && matrix.cells.map(\.withoutShare) == [0, 1])
    #expect(matrix.cells.map { $0.share.map { ($0 * 1000).rounded() } } == [500, 1000])
  }

  @Test(
    arguments: [
      (">= 50%", 40, 45, 0.5), (">= 50%", 50, 60, nil), (">= 50%", 60, 70, nil), (">= 50%", 40, 30, -1),
      ("<= 4%", 8, 6, 0.5),
      ("<= 4%", 4, 2, nil), ("<= 4%", 3, 8, nil),
    ] as [(String, Int, Int, Double?)])
  func `a goal that is met from the start makes no progress`(target: String, first: Int, last: Int, progress: Double?) {
    let text = journey(
      "touchpoint a \"A\"",
      "goal g \"G\" {\nkpi \(target.hasPrefix("<") ? "churn" : "retention")\ntarget \(target)\nrecord 2026-Q1 \(first)%\nrecord 2026-Q2 \(last)%\n}"
    )
    let standing = reviewed(text).journeys[0].goals.first
    #expect(standing != nil && standing?.progress.map { ($0 * 1e9).rounded() } == progress.map { $0 * 1e9 })
  }

  @Test func `hand-offs to and from a repeated card are not compared`() {
    let text = journey(
      "touchpoint a \"A\" owner x\ntouchpoint b \"B\" owner y\ntouchpoint c \"C\" owner x { repeats a }",
      "flow {\nentry -> a\na -> b\nb -> c\nc -> b\nb -> exit\n}")
    let crossings = reviewed(text, ratings("a", [0, 0, 0, 50, 50]) + ratings("b", [50, 0, 0, 25, 25])).journeys[0]
      .crossings
    #expect(crossings.map { [$0.from.value, $0.to.value] } == [[0, 1], [1, 2], [2, 1]])
    #expect(crossings.map { $0.scores != nil } == [true, false, false])
  }

  @Test(arguments: ["a", "c"]) func `an action for a repeated card is compared with others, not with its own`(
    target: String
  ) {
    let touchpoints = ["a", "b", "d", "e"].map { "touchpoint \($0) \"\($0)\"" } + ["touchpoint c \"C\" { repeats a }"]
    let text = journey(
      touchpoints.joined(separator: "\n"), "action x \"X\" {\nfor \(target)\nstatus done\nfinished 2026-06-30\n}")
    let rows = ["a", "b", "d", "e"].flatMap { name in
      ratings(name, [50, 0, 0, 0, 50], period: "2026-Q2") + ratings(name, [40, 0, 0, 0, 60], period: "2026-Q3")
    }
    #expect(reviewed(text, rows).actions.first?.effect?.others?.count == 3)
  }

  @Test func `of equal ones the first is the best, and five points above the target are a strength`() throws {
    func standing(_ value: Double, _ interval: ClosedRange<Double>?, at touchpoint: Int) throws -> TargetComparison {
      var score = Score(metric: .csat, state: .scored)
      var figure = Score.Figure(value: value)
      figure.interval = interval
      score.figure = figure
      score.target = Target(metric: .csat, comparison: .atLeast, value: 0.8, span: nil)
      return try #require(TargetComparison(score, at: TouchpointReference(Journey.ID(0), Touchpoint.ID(touchpoint))))
    }
    #expect(try standing(0.9, 0.85...0.95, at: 0).isStrength)
    #expect(try !standing(0.9, 0.849...0.95, at: 0).isStrength && !standing(0.9, nil, at: 0).isStrength)
    #expect(try standing(0.9, 0.86...0.95, at: 0).isStrength)
    var card = DepartmentCard(department: Department.ID(0))
    card.standings = [
      try standing(0.7, nil, at: 0), try standing(0.9, nil, at: 1), try standing(0.9, nil, at: 2),
      try standing(0.8, nil, at: 3),
    ]
    #expect(card.best == 1)
  }
}
