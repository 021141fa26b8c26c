import JourneyModel
import JourneySource
import JourneySyntax

@testable import JourneyMetrics

/// Numbers by chance, the same in each run.
struct Chance {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

  /// 0 to one less than `bound`.
  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}

/// Answers to one question by segment and month, and what Waymark shows of them.
struct PrintedTable {
  /// What an output says of one figure.
  enum Cell: Equatable {
    case answers([Int])
    case hidden
    case none
  }

  let segments: [String]
  let months: [String]
  /// The longer periods that one can ask for.
  let longer: [(name: String, months: [String])]
  private(set) var counts: [[[Int]]]
  let hideBelow = 10

  /// One to four segments in the months of a quarter, seldom of two, of 0 to 5 answers of each rating, or more of some.
  ///
  /// - Parameter size: how many answers the largest cells have.
  init(seed: Int) {
    var chance = Chance(seed)
    let names = ["", "a", "b", "c"]
    segments = Array(names.prefix(1 + chance.below(4)))
    let isLong = seed % 5 == 0
    months = (isLong ? 4...9 : 7...9).map { "2026-0\($0)" }
    longer =
      (isLong
        ? [("2026-Q2", Array(months[0..<3])), ("2026-Q3", Array(months[3...])), ("2026", months)]
        : [("2026-Q3", months)])
    // Mean 12, mean 30, mixed 0 to 80.
    let size = [24, 60, 80][seed % 3]
    counts = []
    for _ in segments {
      var row: [[Int]] = []
      for _ in months {
        let n = chance.below((seed % 3 == 2 ? 1 + chance.below(size) : size) + 1)
        var answers = [0, 0, 0, 0, 0]
        // Of some places hardly any answer is bad.
        let best = 3 + chance.below(6)
        for _ in 0..<n { answers[min(4, chance.below(best))] += 1 }
        row.append(answers)
      }
      counts.append(row)
    }
  }

  private var counted: Tally {
    var rows = ""
    for (segment, row) in zip(segments, counts) {
      for (month, answers) in zip(months, row) { rows += ratings(answers, period: month, segment: segment) }
    }
    return tally(rows).value
  }

  private func cell(_ score: Score) -> Cell {
    switch score.state {
    case .notAsked, .noData, .undated: .none
    case .hidden: .hidden
    case .indicative, .scored: .answers(score.figure?.distribution.map { Int($0) } ?? [])
    }
  }

  /// Every figure there is.
  private var keys: [Key] {
    ([nil] + segments.map(Optional.some)).flatMap { segment in
      (months + longer.map(\.name)).map { Key(segment: segment, period: $0) }
    }
  }

  /// What is true of a figure, shown or not.
  func `true`(_ key: Key) -> Cell {
    let held = longer.first { $0.name == key.period }?.months ?? [key.period]
    var answers = [0, 0, 0, 0, 0]
    for (segment, row) in zip(segments, counts) where key.segment == nil || key.segment == segment {
      for (month, cell) in zip(months, row) where held.contains(month) {
        for kind in cell.indices { answers[kind] += cell[kind] }
      }
    }
    return answers.contains { $0 > 0 } ? .answers(answers) : .none
  }

  /// The same of the table that decides, in a hundredth of the time.
  func decided() -> [Key: Cell] {
    let answered = counted.answered.sorted {
      ($0.question.period, $0.question.segment) < ($1.question.period, $1.question.segment)
    }
    let table = SegmentTable(runs(of: answered) { $0.question.period == $1.question.period }, hideBelow: hideBelow)
    var result: [Key: Cell] = [:]
    for key in keys {
      // A longer period that holds one with answers is that one.
      let held = longer.first { $0.name == key.period }?.months ?? []
      let answered = held.filter { `true`(Key(segment: key.segment, period: $0)) != .none }
      guard let period = Period(answered.count == 1 ? answered[0] : key.period) else { continue }
      let isHidden = table.isHidden(period, segment: key.segment, isSum: answered.count > 1)
      result[key] = isHidden ? .hidden : `true`(key)
    }
    return result
  }

  /// Everything that can be asked for: each segment and everyone, in each month and longer period.
  func printed() -> [Key: Cell] {
    let (counted, workspace) = (counted, workspace(journey("apply", ["form"])))
    var result: [Key: Cell] = [:]
    for key in keys {
      guard let period = ChosenPeriod(key.period) else { continue }
      let scored = score(workspace, [counted], segment: key.segment, period: period).value.journeys[0].touchpoints[0][
        .csat]
      result[key] = cell(scored)
    }
    return result
  }

  /// Which of the cells is the sum of which others.
  var sums: [(total: Key, parts: [Key])] {
    let ofSegments = (months + longer.map(\.name)).map { period in
      (total: Key(segment: nil, period: period), parts: segments.map { Key(segment: $0, period: period) })
    }
    let ofMonths = ([nil] + segments.map(Optional.some)).flatMap { segment in
      longer.map { name, months in
        (total: Key(segment: segment, period: name), parts: months.map { Key(segment: segment, period: $0) })
      }
    }
    return ofSegments + ofMonths
  }

  struct Key: Hashable, Comparable {
    /// Nil for everyone.
    let segment: String?
    let period: String

    static func < (a: Key, b: Key) -> Bool { (a.period, a.segment ?? "-") < (b.period, b.segment ?? "-") }
  }
}
