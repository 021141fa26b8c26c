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
    #expect(verdict([("2026-Q2", 50), ("2026-Q3", 70)]) == .asExpected)
    #expect(verdict([("2026-Q2", 50), ("2026-Q3", 68)]) == .someEffect)
    #expect(verdict([("2026-Q2", 50), ("2026-Q3", 66)], expects: "expects csat +40pt;") == .someEffect)
    #expect(verdict([("2026-Q2", 50), ("2026-Q3", 80)], expects: "") == .someEffect)
    #expect(verdict([("2026-Q2", 50), ("2026-Q3", 80)], expects: "expects effort +5pt;") == .tooEarly)
  }

  /// 12 of 40 → 21 of 40 is +22.5 points, 1.0 to 41.3: its interval reaches 40 points, the estimate does not.
  @Test func `as expected means that the estimate reaches what was expected`() {
    func verdict(_ expects: String, _ before: [Int] = [28, 12], _ after: [Int] = [19, 21]) -> ReviewedAction.Verdict? {
      let text = Self.journey("expects csat \(expects);status done;finished 2026-06-30")
      let rows = [("2026-Q2", before), ("2026-Q3", after)].flatMap { period, counts in
        ratings("a", [counts[0], 0, 0, 0, counts[1]], period: period)
      }
      return reviewed(text, rows).actions[0].verdict
    }
    #expect(verdict("+40pt") == .someEffect)
    #expect(verdict("+23pt") == .someEffect)
    #expect(verdict("+22.5pt") == .asExpected)
    #expect(verdict("+10pt") == .asExpected)
    // 0.62 − 0.54 is a little less than 0.08 in binary.
    #expect(verdict("+8pt", [4600, 5400], [3800, 6200]) == .asExpected)
    #expect(verdict("+8.1pt", [4600, 5400], [3800, 6200]) == .someEffect)
  }

  /// Satisfied of 100 before and after at `a`, then at the other touchpoints; figures by `beyond` in
  /// `JourneyMetricsTests/CrossCheck/make_table.py`.
  private func compared(_ counts: [(Int, Int)], journey: (String) -> String = { $0 }) -> ReviewedAction? {
    let names = ["a", "b", "c", "d", "e"]
    let others = names.dropFirst().map { "    touchpoint \($0) \"\($0)\" channel web owner shop" }
    let text = Self.journey("owner shop;goal stay;due 2026-06-30;expects csat +10pt;status done;finished 2026-06-30")
      .replacing("  action x", with: "  phase q \"Q\" {\n\(others.joined(separator: "\n"))\n  }\n  action x")
    let rows = zip(names, counts).flatMap { name, counts in
      [("2026-Q2", counts.0), ("2026-Q3", counts.1)].flatMap { period, satisfied in
        ratings(name, [100 - satisfied, 0, 0, 0, satisfied], period: period)
      }
    }
    return reviewed(journey(text), rows).actions.first
  }

  @Test func `the change beyond that of three others or more is what counts`() throws {
    let all = try #require(compared([(50, 80), (50, 80), (50, 80), (50, 80), (50, 80)]))
    #expect(all.verdict == .noClearChange)
    #expect(all.effect?.others?.count == 4)
    #expect(abs(try #require(all.effect?.net).value) < 1e-12)

    let alone = try #require(compared([(50, 80), (50, 60), (50, 60), (50, 60)]))
    let effect = try #require(alone.effect)
    let net = try #require(effect.net)
    #expect(alone.verdict == .asExpected)
    #expect(effect.others?.count == 3)
    #expect(abs(net.value - 0.2) < 1e-12)
    #expect(abs(net.interval.lowerBound - 0.04848158848) < 1e-9)
    #expect(abs(net.interval.upperBound - 0.34132337377) < 1e-9)
    #expect(abs(effect.change.difference - 0.3) < 1e-12)
    #expect(abs(try #require(effect.others).change.value - 0.1) < 1e-12)

    // Clear by itself, not beyond what became of the others: −0.4 to 29.5 points.
    #expect(compared([(50, 75), (50, 60), (50, 60), (50, 60)])?.verdict == .noClearChange)
    // What stays while all others rise is worse.
    #expect(compared([(50, 50), (50, 80), (50, 80), (50, 80)])?.verdict == .worse)
    // What rises while all others fall is more than its own change.
    #expect(compared([(50, 58), (50, 30), (50, 30), (50, 30)])?.verdict == .asExpected)
  }

  @Test func `fewer than three others are none`() {
    let two = compared([(50, 80), (50, 80), (50, 80)])
    #expect(two?.verdict == .asExpected)
    #expect(two?.effect?.others == nil)
    // A card that repeats another is no touchpoint of its own, and `a` is none beside itself.
    let repeated = compared([(50, 80), (50, 80), (50, 80)]) { text in
      text.replacing("touchpoint d \"d\" channel web owner shop", with: "touchpoint d \"d\" repeats b")
        .replacing("touchpoint e \"e\" channel web owner shop", with: "touchpoint e \"e\" repeats a")
    }
    #expect(repeated?.effect?.others == nil)
    #expect(repeated?.verdict == .asExpected)
  }

  @Test func `others count only with the same two periods, both of them shown`() {
    let text = Self.journey("expects csat +10pt;status done;finished 2026-06-30").replacing(
      "  action x",
      with: "  phase q \"Q\" {\n touchpoint b \"B\"\n touchpoint c \"C\"\n touchpoint d \"D\"\n  }\n  action x")
    func others(_ d: [String]) -> Int? {
      let rows = ["a", "b", "c"].flatMap { name in
        ratings(name, [50, 0, 0, 0, 50], period: "2026-Q2") + ratings(name, [20, 0, 0, 0, 80], period: "2026-Q3")
      }
      return reviewed(text, rows + d).actions[0].effect?.others?.count
    }
    func d(_ before: String, _ after: String, _ count: Int = 50) -> [String] {
      ratings("d", [50, 0, 0, 0, 50], period: before) + ratings("d", [0, 0, 0, 0, count], period: after)
    }
    #expect(others(d("2026-Q2", "2026-Q3")) == 3)
    #expect(others(d("2026-Q1", "2026-Q3")) == nil)
    #expect(others(d("2026-Q2", "2026-Q4")) == nil)
    #expect(others(d("2026-Q2", "2026-Q3", 9)) == nil)
    #expect(others(ratings("d", [50, 0, 0, 0, 50], "effort", period: "2026-Q2") + d("2026-Q1", "2026-Q3")) == nil)
  }

  /// The last period that ended by the day, and the first that began since: the one that the day lies in is neither.
  @Test func `which periods are before and after`() {
    let counts = [("2026-Q1", 50), ("2026-Q2", 20), ("2026-Q3", 90), ("2026-Q4", 51)]
    func periods(_ finished: String) -> String? {
      let text = Self.journey("expects csat +20pt;status kept;finished \(finished)")
      return reviewed(text, Self.quarters(counts)).actions[0].effect.map { "\($0.change.from) \($0.after)" }
    }
    #expect(periods("2026-06-29") == "2026-Q1 2026-Q3")
    #expect(periods("2026-06-30") == "2026-Q2 2026-Q3")
    #expect(periods("2026-06") == "2026-Q2 2026-Q3")
    #expect(periods("2026-Q2") == "2026-Q2 2026-Q3")
    // A period that begins on the day begins since; one that began the day before does not.
    #expect(periods("2026-07-01") == "2026-Q2 2026-Q3")
    #expect(periods("2026-07-02") == "2026-Q2 2026-Q4")
    #expect(periods("2026-09-29") == "2026-Q2 2026-Q4")
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
