import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySource
import JourneySyntax
import JourneyWords
import Testing

/// No printed pair contradicts what is said of it: a figure and its target, a change and its verdict, two touchpoints.
@Suite struct RoundingTests {
  // MARK: Literal values

  @Test func `a decimal wherever rounding would hide the reason`() throws {
    func printed(_ value: Double, _ interval: ClosedRange<Double>? = nil, target: Double) throws -> String {
      var score = Score(metric: .csat, state: .scored)
      var figure = Score.Figure(value: value)
      figure.interval = interval
      score.figure = figure
      score.target = Target(metric: .csat, comparison: .atLeast, value: target, span: nil)
      let printed = try #require(score.printed(in: .english))
      return [printed.value, printed.interval, printed.target].compactMap(\.self).joined(separator: " ")
    }
    #expect(try printed(0.797, target: 0.8) == "79.7% 80%")
    #expect(try printed(0.803, target: 0.8) == "80.3% 80%")
    #expect(try printed(0.7996, target: 0.8) == "79.96% 80%")
    #expect(try printed(0.794, target: 0.8) == "79% 80%")
    #expect(try printed(0.8, target: 0.8) == "80% 80%")
    // Three times 0.1 and the like: no count tells it from its target.
    #expect(try printed(0.1 + 0.2, target: 0.3) == "30% 30%")
    #expect(try printed(0.827, target: 0.825) == "83% 82.5%")
    #expect(try printed(0.82, target: 0.825) == "82% 82.5%")
    #expect(try printed(0.825, target: 0.825) == "82.5% 82.5%")
    #expect(try printed(0.58, 0.56...0.60, target: 0.8) == "58% 56–60% 80%")
    // The whole interval is below: its end must say so, too; where the target is within, its end may be on it.
    #expect(try printed(0.783, 0.766...0.80003, target: 0.8) == "78% 77–80% 80%")
    #expect(try printed(0.783, 0.766...0.802, target: 0.801) == "78.3% 76.6–80.2% 80.1%")
    #expect(try printed(0.78, 0.76...0.797, target: 0.8) == "78.0% 76.0–79.7% 80%")
    #expect(try printed(0.504, 0.502...0.506, target: 0.8) == "50% 50–51% 80%")
    #expect(try printed(0.997, 0.981...0.9993, target: 0.8) == "99.7% 98.1–99.9% 80%")
    #expect(try printed(0.003, 0.001...0.009, target: 0.8) == "0.3% 0.1–0.9% 80%")
    #expect(try printed(1, 0.9...1, target: 0.8) == "100% 90–100% 80%")
  }

  @Test func `less than one, more than ninety-nine`() {
    #expect(Words.english.percent(0) == "0%")
    #expect(Words.english.percent(0.004) == "<1%")
    #expect(Words.english.percent(0.005) == "1%")
    #expect(Words.english.percent(0.994) == "99%")
    #expect(Words.english.percent(0.995) == ">99%")
    #expect(Words.english.percent(1) == "100%")
    #expect(Words.english.percent(0.576) == "58%")
    #expect(Words.english.points(0.003) == "0.3 points")
    #expect(Words.english.points(0.01) == "1 point")
    #expect(Words.english.points(0.224) == "22.4 points")
  }

  @Test func `a change shows on which side of none it is`() {
    func text(_ metric: Metric, _ value: Double, _ low: Double, _ high: Double, mark: Double? = nil) -> String {
      metric.text(Difference(value: value, interval: low...high), mark: mark, in: .english)
    }
    #expect(text(.csat, 0.05, 0.02, 0.07) == "+5 pts (+2 to +7)")
    #expect(text(.csat, 0.03, 0.003, 0.07) == "+3.0 pts (+0.3 to +7.0)")
    #expect(text(.csat, 0.004, 0.001, 0.007) == "+0.4 pts (+0.1 to +0.7)")
    #expect(text(.csat, -0.03, -0.06, -0.004) == "−3.0 pts (−6.0 to −0.4)")
    #expect(text(.csat, 0.03, -0.001, 0.06) == "+3 pts (0 to +6)")
    #expect(text(.csat, 0, -0.05, 0.05) == "0 pts (−5 to +5)")
    #expect(text(.csat, 0.076, 0.02, 0.13, mark: 8) == "+7.6 pts (+2.0 to +13.0)")
    #expect(text(.csat, 0.08, 0.02, 0.13, mark: 8) == "+8 pts (+2 to +13)")
    #expect(text(.nps, 0.4, 0.2, 12) == "+0.4 pts (+0.2 to +12.0)")
    #expect(text(.resolution, -7200, -14400, -60) == "−2 h (−4 to −0.02)")
    #expect(Metric.csat.text(difference: 0.004, in: .english) == "+0.4 pts")
    #expect(Metric.csat.text(expected: 8.5, in: .english) == "+8.5 pts")
    #expect(Metric.csat.text(expected: 8, in: .english) == "+8 pts")
  }

  // MARK: Random figures

  /// The same on every machine.
  private struct Dice {
    var state: UInt64

    mutating func roll(_ range: ClosedRange<Int>) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return range.lowerBound + Int(state >> 33) % range.count
    }

    mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(0...values.count - 1)] }
  }

  /// The number that a text begins with: `79.7%`, `+3.0 pts`, `−4 h`; `<1%` is a half, `>99%` is 99.5.
  private static func number(_ text: some StringProtocol) -> Double? {
    let digits = String(text.drop { "<>+".contains($0) }).replacing("−", with: "-").replacing(",", with: "")
      .prefix { "-.0123456789".contains($0) }
    guard let number = Double(digits) else { return nil }
    return text.first == "<" ? number / 2 : text.first == ">" ? (number + 100) / 2 : number
  }

  private static func side(_ value: Double, _ mark: Double) -> Int {
    abs(value - mark) < 1e-7 ? 0 : value < mark ? -1 : 1
  }

  @Test func `figures against their targets`() throws {
    var dice = Dice(state: 1)
    for _ in 0..<20_000 {
      let n = dice.pick([10, 37, 200, 1000, 12_345, 1_000_000])
      let target = Double(dice.pick([800, 805, 850, 990, 500, 10, 1000, 333])) / 1000
      // Most of them near their target, where rounding matters.
      let near = Int(target * Double(n)) + dice.roll(-3...3)
      let k = dice.roll(0...2) == 0 ? dice.roll(0...n) : min(max(near, 0), n)
      var score = Score(metric: .csat, state: .scored)
      var figure = Score.Figure(value: Double(k) / Double(n))
      figure.interval = wilson(Double(k), of: Double(n))
      score.figure = figure
      score.target = Target(metric: .csat, comparison: .atLeast, value: target, span: nil)
      let printed = try #require(score.printed(in: .english))
      let value = try #require(Self.number(printed.value))
      let aim = try #require(printed.target.flatMap { Self.number($0) })
      #expect(Self.side(value, aim) == Self.side(figure.value * 100, target * 100), "\(k) of \(n): \(printed)")
      let ends = (printed.interval ?? "").split(separator: "–").compactMap { Self.number($0) }
      let low = try #require(ends.first)
      let high = try #require(ends.last)
      let interval = try #require(figure.interval)
      #expect(low <= value && value <= high, "\(k) of \(n): \(printed)")
      let sides = [interval.lowerBound, interval.upperBound].map { Self.side($0 * 100, target * 100) }
      // What leaves the target out is printed without it, what holds it with it.
      let holds = sides[0] * sides[1] <= 0
      #expect((low <= aim + 1e-7 && aim - 1e-7 <= high) == holds, "\(k) of \(n): \(printed)")
      #expect((value == 0) == (k == 0) && (value == 100) == (k == n), "\(k) of \(n): \(printed)")
    }
  }

  /// `+3.0 pts (+0.3 to +7.0)` as three numbers.
  private static func numbers(_ text: Substring) -> [Double] {
    text.split { " ()".contains($0) }.compactMap { number($0) }
  }

  @Test func `changes, and what actions did`() throws {
    var dice = Dice(state: 2)
    for _ in 0..<10_000 {
      let (n, m) = (dice.pick([40, 100, 2000, 500_000]), dice.pick([40, 100, 2000, 500_000]))
      let before = dice.roll(0...m)
      let after = min(max(n * before / m + dice.roll(-n / 8 - 1...n / 8 + 1), 0), n)
      let change = newcombe((Double(after) / Double(n), Double(n)), minus: (Double(before) / Double(m), Double(m)))
      let effect = Difference(value: change.difference, interval: change.interval)
      let expected = Double(dice.pick([1, 5, 8, 10, 12]))
      let found = verdict(effect, .csat, expected: expected)
      let text = Metric.csat.text(effect, mark: expected, in: .english)
      let figures = Self.numbers(text[...])
      guard figures.count == 3 else {
        Issue.record("\(text)")
        continue
      }
      let hoped = try #require(Self.number(Metric.csat.text(expected: expected, in: .english)))
      switch found {
      case .asExpected: #expect(figures[0] >= hoped && figures[1] > 0, "\(text)")
      case .someEffect: #expect(figures[0] < hoped && figures[1] > 0, "\(text)")
      case .worse: #expect(figures[0] < 0 && figures[2] < 0, "\(text)")
      case .noClearChange: #expect(figures[1] <= 0 && figures[2] >= 0, "\(text)")
      case .tooEarly: Issue.record("there are answers of both")
      }
      #expect(figures[1] <= figures[0] && figures[0] <= figures[2], "\(text)")
      #expect(!text.contains("+0 ") && !text.contains("−0 ") && !text.contains("+0)"), "\(text)")
    }
  }

  @Test func `changes of recommendation hold the figure that is printed`() {
    var dice = Dice(state: 3)
    for _ in 0..<10_000 {
      func score() -> NetPromoter {
        let n = dice.pick([10, 12, 40, 300, 100_000])
        let promoters = dice.pick([0, n, dice.roll(0...n)])
        return NetPromoter(
          promoters: Double(promoters),
          detractors: Double(dice.pick([0, n - promoters, dice.roll(0...n - promoters)])),
          n: Double(n))
      }
      let (before, after) = (score(), score())
      let change = after.change(from: before)
      #expect(change.interval.contains(change.difference), "\(before) \(after)")
      let isClear = change.p < 0.05
      if isClear { #expect(change.difference != 0 && (change.interval.lowerBound > 0) == (change.difference > 0)) }
    }
  }

  /// Whole journeys, as a review puts them into words.
  @Test func `what a review says of random journeys`() throws {
    var dice = Dice(state: 4)
    var seen: [String: Int] = [:]
    for _ in 0..<120 {
      let (text, rows) = Self.journey(&dice)
      let workspace = resolve([parse(Array(text.utf8), file: FileID(0)).value]).value
      let tally = parseTally(Array(([Tally.header] + rows).joined(separator: "\n").utf8), file: FileID(1)).value
      let review = SpokenReview(review(score(workspace, [tally]).value, certainty: false))
      let journey = try #require(review.journeys.first)
      for touchpoint in journey.weakest { for why in touchpoint.falling { Self.check(why, &seen) } }
      for shift in journey.changes { Self.check(shift, &seen) }
      for crossing in journey.handOffs { if let scores = crossing.scores { Self.check(handOff: scores, &seen) } }
      for goal in journey.goals { Self.check(goal, &seen) }
    }
    // Each kind came up often enough to mean something.
    for kind in ["below", "better", "worse", "lower", "higher", "met", "metMaybe", "notMet"] {
      #expect(seen[kind, default: 0] >= 10, "\(kind): \(seen)")
    }
  }

  /// Five touchpoints of two departments, a goal, and answers of two quarters near the target and near each other.
  private static func journey(_ dice: inout Dice) -> (text: String, rows: [String]) {
    let target = dice.pick([80, 85, 50])
    let (all, lost) = (dice.pick([300, 1400, 50_000]), dice.roll(0...4))
    let touchpoints = ["a", "b", "c", "d", "e"]
    let cards = touchpoints.enumerated().map { index, name in
      "    touchpoint \(name) \"\(name)\" owner \(index % 2 == 0 ? "shop" : "depot")"
    }
    let text = """
      department shop "Shop"
      department depot "Depot"
      journey j "J" {
        target csat >= \(target)%
        goal stay "They stay" {
          kpi churn
          target <= 4%
          record 2026-Q2 lost \(all / 20) of \(all)
          record 2026-Q3 lost \(max(0, all * (lost + 1) / 100 + dice.roll(-2...2))) of \(all)
        }
        phase p "P" {
      \(cards.joined(separator: "\n"))
        }
        flow {
          entry -> a
          a -> b
          b -> c
          c -> d
          d -> e
          e -> exit
        }
      }
      """
    var rows: [String] = []
    for name in touchpoints {
      let n = dice.pick([30, 300, 4000, 300_000])
      let near = n * target / 100 + dice.roll(-n / 50 - 2...n / 50 + 2)
      for (period, satisfied) in [("2026-Q2", near + dice.roll(-n / 60 - 2...n / 60 + 2)), ("2026-Q3", near)] {
        let k = min(max(satisfied, 1), n - 1)
        rows += ["j,\(name),csat,1..5,\(period),,s,1,\(n - k),,", "j,\(name),csat,1..5,\(period),,s,5,\(k),,"]
      }
    }
    return (text, rows)
  }

  /// `satisfaction is 0.3 points below its target of 80%: …`
  private static func check(_ why: String, _ seen: inout [String: Int]) {
    guard let points = why.firstRange(of: " points below"), let start = why[..<points.lowerBound].lastIndex(of: " ")
    else { return }
    seen["below", default: 0] += 1
    #expect(number(why[why.index(after: start)...]).map { $0 > 0 } == true, "\(why)")
  }

  /// `satisfaction 83%, +5 pts (+2 to +7) since Q2 2026`
  private static func check(_ shift: SpokenShift, _ seen: inout [String: Int]) {
    seen[shift.isBetter ? "better" : "worse", default: 0] += 1
    guard let comma = shift.words.firstIndex(of: ",") else { return }
    let figures = numbers(shift.words[comma...]).prefix(3)
    #expect(figures.count == 3 && figures.allSatisfy { shift.isBetter ? $0 > 0 : $0 < 0 }, "\(shift.words)")
  }

  /// `satisfaction: before 74% (71–77%), after 66% (63–69%), 8 points lower, beyond chance`
  private static func check(handOff words: String, _ seen: inout [String: Int]) {
    func after(_ word: String) -> Double? { words.firstRange(of: word).flatMap { number(words[$0.upperBound...]) } }
    let gap = words.split(separator: ", ").dropLast().last ?? ""
    guard let before = after("before "), let now = after("after ") else {
      Issue.record("\(words)")
      return
    }
    #expect(!words.contains("→") && !words.contains("▲") && !words.contains("▼"), "\(words)")
    let kind = gap.hasSuffix("lower") ? "lower" : gap.hasSuffix("higher") ? "higher" : "same"
    #expect(kind != "same" || words.hasSuffix("could be chance"), "\(words)")
    seen[kind, default: 0] += 1
    #expect(kind == (now < before ? "lower" : now > before ? "higher" : "same"), "\(words)")
    #expect(kind == "same" || number(gap).map { abs($0 - abs(before - now)) < 1e-6 } == true, "\(words)")
  }

  /// `3.2% (2.4–4.3%), n 1,400, Q3 2026` against `at most 4%`.
  private static func check(_ goal: SpokenGoal, _ seen: inout [String: Int]) {
    seen["\(goal.state)", default: 0] += 1
    let parts = (goal.latest ?? "").split { "(–)".contains($0) }.compactMap { number($0) }
    guard parts.count >= 3 else {
      Issue.record("\(goal)")
      return
    }
    let (value, high) = (parts[0], parts[2])
    switch goal.state {
    case .met: #expect(value <= 4 && high < 4, "\(goal)")
    case .metMaybe: #expect(value <= 4 && high >= 4, "\(goal)")
    case .notMet: #expect(value > 4, "\(goal)")
    case .metUncounted, .unknown, .noTarget, .overdue, .noRecord: Issue.record("\(goal)")
    }
  }
}
