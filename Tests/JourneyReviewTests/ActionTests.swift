import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySyntax
import Testing

@Suite struct ActionTests {
  private static func journey(_ facts: String) -> String {
    """
    department shop "Shop"
    journey j "J" {
      goal stay "They stay" {
        kpi retention
      }
      phase p "P" {
        touchpoint a "A" channel web owner shop {
          pain "Too slow" evidence survey
          pain "Our guess"
        }
      }
      action x "X" {
        for a
    \(facts.split(separator: ";").map { "    " + $0 }.joined(separator: "\n"))
      }
    }
    """
  }

  private static func quarters(_ counts: [(String, Int)], metric: String = "csat") -> [String] {
    counts.flatMap { ratings("a", [100 - $0.1, 0, 0, 0, $0.1], metric, period: $0.0) }
  }

  private func verdict(
    _ counts: [(String, Int)], expects: String = "expects csat +20pt;", finished: String = "2026-06-30"
  ) -> ReviewedAction.Verdict? {
    let text = Self.journey("owner shop;goal stay;due 2026-06-30;\(expects)status done;finished \(finished)")
    return reviewed(text, Self.quarters(counts)).actions.first?.verdict
  }

  @Test func `what the data say`() {
    #expect(verdict([("2026-Q2", 50)]) == .tooEarly)
    #expect(verdict([("2026-Q3", 50)]) == .tooEarly)
    #expect(verdict([("2026-Q2", 50), ("2026-Q3", 30)]) == .worse)
    #expect(verdict([("2026-Q2", 50), ("2026-Q3", 55)]) == .noClearChange)
    #expect(verdict([("2026-Q2", 50), ("2026-Q3", 68)]) == .asExpected)
    #expect(verdict([("2026-Q2", 50), ("2026-Q3", 66)], expects: "expects csat +40pt;") == .someEffect)
    #expect(verdict([("2026-Q2", 50), ("2026-Q3", 80)], expects: "") == .someEffect)
    #expect(verdict([("2026-Q2", 50), ("2026-Q3", 80)], expects: "expects effort +5pt;") == .tooEarly)
  }

  /// The last period that ended by the day, and the first that began since: the one that the day lies in is neither.
  @Test func `which periods are before and after`() {
    let counts = [("2026-Q1", 50), ("2026-Q2", 20), ("2026-Q3", 90), ("2026-Q4", 51)]
    #expect(verdict(counts, finished: "2026-06-30") == .asExpected)
    #expect(verdict(counts, finished: "2026-06-29") == .asExpected)
    #expect(verdict(counts, finished: "2026-07-01") == .asExpected)
    #expect(verdict(counts, finished: "2026-07-02") == .asExpected)
    let effect = reviewed(
      Self.journey("expects csat +20pt;status kept;finished 2026-07-02"), Self.quarters(counts)
    ).actions[0].effect
    #expect(effect?.change.from == Period("2026-Q2"))
    #expect(effect?.after == Period("2026-Q4"))
    #expect(verdict(Array(counts.prefix(3)), finished: "2026-07-02") == .tooEarly)
  }

  @Test func `too few answers since is too early`() {
    let few = Self.quarters([("2026-Q2", 50)]) + ratings("a", [0, 0, 0, 0, 8], period: "2026-Q3")
    let text = Self.journey("expects csat +20pt;status done;finished 2026-06-30")
    #expect(reviewed(text, few).actions[0].verdict == .tooEarly)
    #expect(reviewed(text, few).actions[0].effect == nil)
    let fewBefore = Self.quarters([("2026-Q3", 50)]) + ratings("a", [0, 0, 0, 0, 8], period: "2026-Q2")
    #expect(reviewed(text, fewBefore).actions[0].verdict == .tooEarly)
  }

  @Test func `of a time less is better`() {
    func times(_ period: String, _ hours: [Int]) -> [String] {
      hours.map { "j,a,resolution,,\(period),,s,\(DurationBucket(of: $0 * 3600).start),10,," }
    }
    let text = Self.journey("expects resolution -20h;status done;finished 2026-06-30")
    func verdict(_ after: [Int]) -> ReviewedAction.Verdict? {
      reviewed(text, times("2026-Q2", [60, 70, 80]) + times("2026-Q3", after)).actions[0].verdict
    }
    #expect(verdict([40, 50, 60]) == .asExpected)
    #expect(verdict([50, 60, 70]) == .someEffect)
    #expect(verdict([61, 70, 80]) == .noClearChange)
    #expect(verdict([80, 90, 99]) == .worse)
  }

  @Test func `overdue by the newest data or the day given, never by the clock`() {
    func isOverdue(_ facts: String, asOf: String? = nil) -> Bool? {
      reviewed(Self.journey(facts), Self.quarters([("2026-Q3", 50)]), asOf: asOf.flatMap { Period($0) })
        .actions.first?.isOverdue
    }
    #expect(isOverdue("due 2026-09-29") == true)
    #expect(isOverdue("due 2026-09-30") == false)
    #expect(isOverdue("due 2026-09") == false)
    #expect(isOverdue("due 2026-09-30", asOf: "2026-10-01") == true)
    #expect(isOverdue("due 2026-08;status done;finished 2026-09") == false)
    #expect(isOverdue("due 2026-08;status dropped") == false)
    #expect(isOverdue("owner shop") == false)
    #expect(reviewed(Self.journey("due 1999")).actions.first?.isOverdue == false)
  }

  @Test func `what is missing`() {
    func gaps(_ facts: String) -> [ReviewedAction.Gap]? { reviewed(Self.journey(facts)).actions.first?.gaps }
    #expect(gaps("impact 3") == [.owner, .due, .goal])
    #expect(gaps("owner shop;goal stay") == [.due])
    #expect(gaps("status dropped") == [])
  }

  @Test func `the grid holds what is open`() {
    func grid(_ facts: String) -> ImpactEffortGrid { reviewed(Self.journey(facts)).grid }
    #expect(grid("impact 5;effort 1")[impact: 5, effort: 1] == [0])
    #expect(grid("impact 5;effort 1")[impact: 1, effort: 5] == [])
    #expect(grid("impact 5").unplaced == [0])
    let done = grid("impact 5;effort 1;status done;finished 2026")
    #expect(done.cells.joined().reduce(0) { $0 + $1.count } == 0)
    #expect(grid("impact 5")[impact: 0, effort: 9] == [])
  }

  @Test func `you said, we did`() throws {
    let told = try #require(reviewed(Self.journey("told-customers 2026-10")).told.first)
    #expect(told.on == Period("2026-10"))
    #expect(told.said.map(\.text) == ["Too slow"])
    #expect(reviewed(Self.journey("owner shop")).told.isEmpty)
  }
}
