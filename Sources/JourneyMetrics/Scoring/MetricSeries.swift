internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

/// One metric at one place through all its periods: what may be counted together is, and what must be hidden is.
struct MetricSeries {
  struct SeriesSample {
    let period: Period
    let sample: Sample
    /// What may be said of it: hidden, indicative or scored.
    let state: Score.ScoreState
    /// The tallies it is made from, sorted.
    let feedbacks: [String]
    /// Whether it adds up the answers of several periods.
    var isSum = false

    var isHidden: Bool { state == .hidden }
    /// Whether there is something to show; of undated cases that they are.
    var mayBeShown: Bool { state != .hidden && state != .noData }
  }

  let choice: Choice
  /// Oldest first; only periods with answers. Chosen periods that are sums of them come last.
  let moments: [SeriesSample]
  /// Answers that could not be counted together with the rest, of the latest period in which that is so.
  let leftOut: Tally.Answered?
  /// Of the moment shown; empty where one segment was chosen.
  private(set) var segmentDifferences: [SegmentDifference] = []

  init(_ answered: [Tally.Answered], metric: Metric, _ choice: Choice) {
    self.choice = choice
    let parts = answered.filter { $0.scored > 0 }.sorted { $0.precedes($1) }
    let clusters = PooledClusters(answered, segment: choice.segment)
    var leftOut: Tally.Answered?
    var periods: [ArraySlice<Tally.Answered>] = []
    for period in runs(of: parts, where: { $0.question.period == $1.question.period }) {
      let strata = runs(of: period) { $0.isComparable(with: $1) }
      guard var largest = strata.first else { continue }
      for stratum in strata.dropFirst() where stratum.scored > largest.scored { largest = stratum }
      if strata.count > 1 {
        leftOut = strata.first { $0.startIndex != largest.startIndex }?.first
      }
      periods.append(largest)
    }
    let table = SegmentTable(periods, hideBelow: choice.hideBelow)
    if let segment = choice.segment {
      periods = periods.map { period in period.filter { $0.question.segment == segment }[...] }
    }
    let sums = choice.period.all.compactMap { SampleSum(of: periods, in: $0) }
    if let other = sums.compactMap(\.leftOut).last { leftOut = other }
    moments =
      periods.compactMap { part in
        part.first.flatMap { Self.moment($0.question.period, part, metric, choice, table, clusters) }
      }
      + sums.compactMap { sum in
        Self.moment(sum.period, sum.parts, metric, choice, table, clusters, sum: sum)
      }
    self.leftOut = leftOut
    guard choice.segment == nil, let shown else { return }
    let sum = shown.isSum ? sums.last { $0.period == shown.period } : nil
    guard let parts = sum?.parts ?? periods.first(where: { $0.first?.question.period == shown.period }) else { return }
    segmentDifferences = Self.segmentDifferences(answered, parts, metric, shown, hideBelow: choice.hideBelow) {
      segment in
      table.isHidden(shown.period, segment: segment, isSum: shown.isSum)
        || sum?.isPart == true && parts.contains { table.isHidden($0.question.period, segment: segment) }
    }
  }

  /// The one chosen; else the latest that may be shown, so that the first few answers of a new period do not take away
  /// the figure of the one before. Where none may be shown, the latest.
  var shown: SeriesSample? {
    guard let chosen = choice.period.shown else { return moments.last(where: \.mayBeShown) ?? moments.last }
    return moment(chosen)
  }

  /// The moment of a period, or the only one in it.
  func moment(_ period: Period) -> SeriesSample? {
    moments.last { $0.period == period } ?? moments.last { period.contains($0.period) }
  }

  /// Nil without answers.
  ///
  /// - Parameter sum: of a sum; where that leaves out answers that `table` has in it, it is shown only where each of its
  ///   own periods may be, so that nobody can take the one from the other.
  private static func moment(
    _ period: Period, _ parts: ArraySlice<Tally.Answered>, _ metric: Metric, _ choice: Choice, _ table: SegmentTable,
    _ clusters: PooledClusters, sum: SampleSum? = nil
  ) -> SeriesSample? {
    let sample = Sample(parts, metric: metric, clusters: clusters.sums(of: parts))
    guard sample.n > 0 else { return nil }
    var isHidden = table.isHidden(period, segment: choice.segment, isSum: sum != nil)
    if sum?.isPart == true {
      isHidden = isHidden || parts.contains { table.isHidden($0.question.period, segment: choice.segment) }
    }
    return SeriesSample(
      period: period, sample: sample, state: state(sample, isHidden, hideBelow: choice.hideBelow),
      feedbacks: parts.count == 1 ? parts.map(\.question.feedback) : Set(parts.map(\.question.feedback)).sorted(),
      isSum: sum != nil)
  }

  static func state(_ sample: Sample, _ isHidden: Bool, hideBelow: Int) -> Score.ScoreState {
    if isHidden || sample.evidence < Double(hideBelow) { return .hidden }
    if sample.effective <= 0 { return .noData }
    if sample.isUndated { return .undated }
    // Sums of weights are written to ten decimals, so that thirty equal ones may be worth a billionth less.
    return min(sample.evidence, sample.effective + 1e-6) < 30 ? .indicative : .scored
  }
}

extension Tally.Answered {
  /// Answers that count for a score.
  var scored: Int { rows.reduce(0) { $1.answer.isScored ? $0 + $1.counts.count : $0 } }

  /// The counts of those.
  var scoredCounts: Tally.Counts { rows.reduce(Tally.Counts(0)) { $1.answer.isScored ? $0 + $1.counts : $0 } }
}

extension MetricSeries {
  /// The answers of several periods that a longer one holds, as far as they may be counted together.
  private struct SampleSum {
    let period: Period
    let parts: ArraySlice<Tally.Answered>
    /// The first of those on another scale or weighted otherwise.
    let leftOut: Tally.Answered?
    /// Whether not all answers of the period are in it.
    let isPart: Bool

    /// Nil where the period holds no more than its own answers, or those of one other.
    init?(of periods: [ArraySlice<Tally.Answered>], in longer: Period) {
      let inside = periods.joined().filter { longer.contains($0.question.period) }
      // A feedback's July is in its third quarter, where it has both.
      let counted = Set(inside.map(\.question.part))
      let kept = inside.filter { !$0.question.part.longer.contains(where: counted.contains) }
      guard Set(kept.map(\.question.period)).count > 1 else { return nil }
      var strata: [[Tally.Answered]] = []
      for part in kept {
        let same = strata.firstIndex { $0.first?.isComparable(with: part) == true }
        if let same { strata[same].append(part) } else { strata.append([part]) }
      }
      guard var largest = strata.first else { return nil }
      for stratum in strata.dropFirst() where stratum[...].scored > largest[...].scored { largest = stratum }
      period = longer
      parts = largest[...]
      leftOut = strata.lazy.compactMap(\.first)
        .first { first in largest.first.map { $0.isComparable(with: first) } == false }
      isPart = leftOut != nil || kept.count < inside.count
    }
  }
}

extension ChosenPeriod {
  /// Those named.
  fileprivate var all: [Period] { [before, shown].compactMap { $0 } }
}

extension ArraySlice<Tally.Answered> {
  var scored: Int { reduce(0) { $0 + $1.scored } }

  var scoredCounts: Tally.Counts { reduce(Tally.Counts(0)) { $0 + $1.scoredCounts } }

  /// Of the answers that no score counts, too.
  var allCounts: Tally.Counts { reduce(Tally.Counts(0)) { $1.rows.reduce($0) { $0 + $1.counts } } }
}

extension Tally.Answered {
  /// Which of its answers count; nil where they have no scale.
  var goodAnswers: GoodAnswers? {
    question.scale.map { scale in
      GoodAnswers(scale: scale, least: leastGood ?? question.metric.leastGood(span: scale.span))
    }
  }

  /// By period, then scale and which answers count, then unweighted first, then segment and feedback.
  fileprivate func precedes(_ other: Self) -> Bool {
    let (a, b) = (question, other.question)
    if a.period != b.period { return a.period < b.period }
    if let mine = goodAnswers, let theirs = other.goodAnswers, mine != theirs { return mine < theirs }
    if a.isWeighted != b.isWeighted { return b.isWeighted }
    return (a.segment, a.feedback) < (b.segment, b.feedback)
  }

  /// Whether answers of both may be added up.
  fileprivate func isComparable(with other: Self) -> Bool {
    goodAnswers == other.goodAnswers && question.isWeighted == other.question.isWeighted
  }
}

/// The runs of neighbours that belong together, in order.
func runs<Values: RandomAccessCollection>(
  of values: Values, where together: (Values.Element, Values.Element) -> Bool
) -> [Values.SubSequence] where Values.Index == Int {
  var result: [Values.SubSequence] = []
  var start = values.startIndex
  while start < values.endIndex {
    var end = start + 1
    while end < values.endIndex, together(values[start], values[end]) { end += 1 }
    result.append(values[start..<end])
    start = end
  }
  return result
}

/// Values by key, keys in the order in which they first come.
func grouped<Value, Key: Hashable>(_ values: [Value], by key: (Value) -> Key) -> [(key: Key, values: [Value])] {
  var places: [Key: Int] = [:]
  var result: [(key: Key, values: [Value])] = []
  for value in values {
    let key = key(value)
    if let place = places[key] {
      result[place].values.append(value)
    } else {
      places[key] = result.count
      result.append((key, [value]))
    }
  }
  return result
}
