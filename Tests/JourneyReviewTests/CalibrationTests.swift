import Foundation
import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySource
import JourneySyntax
import Support
import Testing

/// What "clear" promises, in journeys of which the truth is known; `CrossCheck/clear.py simulate` has more of them.
@Suite struct CalibrationTests {
  private static let times = 2000
  private static let sizes = [50, 71, 100, 141, 200, 283, 400, 566, 800, 1000]

  struct Equal: Sendable, CustomTestStringConvertible {
    let touchpoints: Int
    let share: Double
    let sizes: [Int]
    var testDescription: String { "\(touchpoints) touchpoints at \(share), n \(sizes)" }
  }

  @Test(
    arguments: [3, 4, 5, 8, 20, 50].flatMap { count in
      [Equal(touchpoints: count, share: 0.7, sizes: sizes), Equal(touchpoints: count, share: 0.6, sizes: [50])]
    })
  func `where nothing differs, at most 5 of 100 journeys call anything clear`(equal: Equal) {
    var simulation = Simulation(touchpoints: equal.touchpoints, seed: 1)
    let shares = equal.sizes.map { Binomial($0, share: equal.share) }
    let found = (0..<Self.times).count { _ in
      !simulation.ranking { _, draws in shares[Int(draws.next() % UInt64(shares.count))] }.clearOfChance().isEmpty
    }
    #expect(found * 20 <= Self.times, "\(found) of \(Self.times)")
    if equal.touchpoints <= 4 { #expect(found == 0) }
  }

  @Test(arguments: [5, 8, 20, 50], [0.6, 0.7])
  func `one touchpoint that is 15 points worse is found in 8 of 10`(touchpoints: Int, share: Double) {
    var simulation = Simulation(touchpoints: touchpoints, seed: 2)
    let (usual, worse) = (Binomial(200, share: share), Binomial(200, share: share - 0.15))
    let found = (0..<Self.times).count { _ in
      simulation.ranking { index, _ in index == 0 ? worse : usual }.clearOfChance().contains(Touchpoint.ID(0))
    }
    #expect(found * 10 >= Self.times * 8, "\(found) of \(Self.times)")
  }

  /// p of each of the first three, and which are clear, as SciPy has it: unequal importance and reach, several metrics,
  /// an unknown reach, other floors, medians; and just on either side of each level of Holm's correction.
  @Test func `p of a lead`() throws {
    let url = Golden.root.appending(path: "Tests/JourneyReviewTests/CrossCheck/clear.csv")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 90)
    var (some, more) = (0, 0)
    for (number, line) in lines.enumerated() {
      let halves = line.split(separator: ",")
      let touchpoints = try halves[0].split(separator: " ").enumerated().map { try Self.ranked($1, at: $0) }
      let expected = try halves[1].split(separator: " ").map {
        try $0.split(separator: ":").map { try #require(Double($0)) }
      }
      let first = expected.map { Int($0[0]) }
      let rest = touchpoints.indices.filter { !first.contains($0) }
      let ranking = Ranking(ranked: (first + rest).map { touchpoints[$0] }, severeForFew: [], blindSpots: [])
      let clear = ranking.clearOfChance()
      for (place, row) in expected.enumerated() {
        let p = ranking.p(of: place, among: ranking.contenders)
        #expect(abs(p - row[1]) <= 1e-8 * row[1] + 1e-15, "line \(number + 1), place \(place + 1): \(p)")
        #expect(clear.contains(touchpoints[first[place]].touchpoint) == (row[2] == 1), "line \(number + 1)")
        if row[2] == 1 { some += 1 } else { more += 1 }
      }
    }
    #expect(some > 10 && more > 10)
  }

  /// `3|0.43/500.0|share:csat:0.72:450.0:0.85:0.4:3.0|time:resolution:0.5:0.3:0.8:2.0`.
  private static func ranked(_ text: Substring, at index: Int) throws -> Ranking.Ranked {
    let fields = text.split(separator: "|")
    let parts = try fields.dropFirst(2).map { field in
      let cells = field.split(separator: ":")
      let numbers = cells.dropFirst(2).map { Double($0) }
      return try part(try #require(Metric(rawValue: String(cells[1]))), numbers)
    }
    let numbers = fields[1].split(separator: "/").compactMap { Double($0) }
    let reach: Reach? =
      switch numbers.count {
      case 0: nil
      case 1: Reach(assumed: numbers[0])
      default: Reach(value: numbers[0], interval: 0...1, n: Int(numbers[1]))
      }
    var ranked = Ranking.Ranked(
      touchpoint: Touchpoint.ID(index), severity: severity(parts), intensity: 0, burden: 0, reach: reach, parts: parts)
    ranked.importance = try #require(Int(fields[0]))
    return ranked
  }

  private static func part(_ metric: Metric, _ numbers: [Double?]) throws -> Ranking.SeverityPart {
    func number(_ place: Int) throws -> Double { try #require(numbers[place]) }
    guard metric == .resolution else {
      let (value, target, floor) = (try number(0), try number(2), try number(3))
      return Ranking.SeverityPart(
        metric: metric, value: value, n: try number(1), estimate: value, shrinkage: nil, target: target, floor: floor,
        weight: try number(4), shortfall: shortfall(metric, value, target: target, floor: floor))
    }
    // Where the target is 1 s and the floor e s, a time is e to its shortfall.
    let (time, floor) = (exponential(try number(0)), exponential(1))
    var part = Ranking.SeverityPart(
      metric: metric, value: time, n: 20, estimate: time, shrinkage: nil, target: 1, floor: floor,
      weight: try number(3), shortfall: shortfall(metric, time, target: 1, floor: floor))
    if let low = numbers[1], let high = numbers[2] { part.interval = exponential(low)...exponential(high) }
    return part
  }
}

/// A journey whose touchpoints get other answers again and again.
private struct Simulation {
  private var journey: AnnotatedJourney
  private let workspace = Workspace()
  private var draws: Draws

  init(touchpoints: Int, seed: UInt64) {
    let nowhere = Span(FileID(0), 0, 0)
    var journey = Journey(name: "j", title: "J", span: nowhere)
    journey.phases = [Phase(name: "all", title: "All", span: nowhere, touchpoints: 0..<touchpoints)]
    journey.touchpoints = (0..<touchpoints).map {
      Touchpoint(name: "t\($0)", isNamed: true, title: "T", span: nowhere, phase: Phase.ID(0))
    }
    let scores = TouchpointScores(scores: [Score(metric: .csat, state: .scored)])
    self.journey = AnnotatedJourney(
      journey: journey, overall: scores, touchpoints: Array(repeating: scores, count: touchpoints))
    draws = Draws(seed: seed)
  }

  /// - Parameter answers: what the answers of each touchpoint are drawn from.
  mutating func ranking(_ answers: (Int, inout Draws) -> Binomial) -> Ranking {
    for index in journey.touchpoints.indices {
      let binomial = answers(index, &draws)
      var score = Score(metric: .csat, state: .scored)
      (score.n, score.effective) = (binomial.n, Double(binomial.n))
      score.figure = Score.Figure(value: Double(binomial.draw(&draws)) / Double(binomial.n))
      score.target = Target(metric: .csat, comparison: .atLeast, value: 0.85, span: nil)
      journey.touchpoints[index].scores = [score]
      journey.touchpoints[index].assumedReach = Reach(assumed: 1)
    }
    return rank(journey, in: workspace)
  }
}

/// How many of n answers are good ones, drawn by inverting the distribution.
private struct Binomial {
  let n: Int
  private var upTo: [Double] = []

  init(_ n: Int, share: Double) {
    self.n = n
    // From the likeliest count, whose chance counts as 1, to both sides: those of far ones are too small to begin with.
    let odds = share / (1 - share)
    let likeliest = Int(share * Double(n))
    var chances = [Double](repeating: 1, count: n + 1)
    for k in likeliest..<n { chances[k + 1] = chances[k] * Double(n - k) / Double(k + 1) * odds }
    for k in stride(from: likeliest, to: 0, by: -1) {
      chances[k - 1] = chances[k] * Double(k) / Double(n - k + 1) / odds
    }
    let whole = chances.reduce(0, +)
    var sum = 0.0
    for chance in chances {
      sum += chance / whole
      upTo.append(sum)
    }
  }

  func draw(_ draws: inout Draws) -> Int {
    let u = draws.uniform()
    var (low, high) = (0, n)
    while low < high {
      let middle = (low + high) / 2
      if upTo[middle] < u { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
