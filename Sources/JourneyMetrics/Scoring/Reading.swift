internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

/// One metric at one place through all its periods: what may be counted together is, and what must be hidden is.
struct Reading {
  struct Moment {
    let period: Period
    let sample: Sample
    /// What may be said of it: too few, hidden, indicative or scored.
    let state: Score.State
    /// The tallies it is made from, sorted.
    let feedbacks: [String]

    var isHidden: Bool { state == .tooFew || state == .hidden }
  }

  /// Oldest first; only periods with answers.
  let moments: [Moment]
  /// Answers that could not be counted together with the rest, of the latest period in which that is so.
  let leftOut: Tally.Answered?

  /// - Parameter segment: whose answers; nil for everyone's.
  init(_ answered: [Tally.Answered], metric: Metric, segment: String?, hideBelow: Int) {
    let parts = answered.filter { $0.scored > 0 }.sorted { $0.question.precedes($1.question) }
    var leftOut: Tally.Answered?
    var periods: [ArraySlice<Tally.Answered>] = []
    for period in runs(of: parts, where: { $0.question.period == $1.question.period }) {
      let strata = runs(of: period) { $0.question.isComparable(with: $1.question) }
      guard var largest = strata.first else { continue }
      for stratum in strata.dropFirst() where stratum.scored > largest.scored { largest = stratum }
      if strata.count > 1 {
        leftOut = strata.first { $0.startIndex != largest.startIndex }?.first
      }
      periods.append(largest)
    }
    let table = SegmentTable(periods, hideBelow: hideBelow)
    moments = periods.compactMap { part in
      guard let period = part.first?.question.period else { return nil }
      let part = segment.map { segment in part.filter { $0.question.segment == segment }[...] } ?? part
      let sample = Sample(part, metric: metric)
      guard sample.n > 0 else { return nil }
      let isHidden = table.isHidden(period, segment: segment)
      return Moment(
        period: period, sample: sample, state: Self.state(sample, isHidden, hideBelow: hideBelow),
        feedbacks: part.count == 1 ? part.map(\.question.feedback) : Set(part.map(\.question.feedback)).sorted())
    }
    self.leftOut = leftOut
  }

  private static func state(_ sample: Sample, _ isHidden: Bool, hideBelow: Int) -> Score.State {
    if sample.n < hideBelow { return .tooFew }
    if isHidden { return .hidden }
    if sample.effective <= 0 { return .noData }
    return sample.n < 30 ? .indicative : .scored
  }
}

extension Tally.Answered {
  /// Answers that count for a score.
  var scored: Int { rows.reduce(0) { $1.answer.number == nil ? $0 : $0 + $1.counts.count } }
}

extension ArraySlice<Tally.Answered> {
  var scored: Int { reduce(0) { $0 + $1.scored } }
}

extension Tally.Question {
  /// By period, then scale, then unweighted first, then segment and feedback.
  fileprivate func precedes(_ other: Self) -> Bool {
    if period != other.period { return period < other.period }
    if let scale, let otherScale = other.scale, scale != otherScale { return scale < otherScale }
    if isWeighted != other.isWeighted { return other.isWeighted }
    return (segment, feedback) < (other.segment, other.feedback)
  }

  /// Whether answers of both may be added up.
  fileprivate func isComparable(with other: Self) -> Bool { scale == other.scale && isWeighted == other.isWeighted }
}

/// The runs of neighbours that belong together, in order.
func runs<Values: RandomAccessCollection<Tally.Answered>>(
  of values: Values, where together: (Tally.Answered, Tally.Answered) -> Bool
) -> [ArraySlice<Tally.Answered>] where Values.Index == Int, Values.SubSequence == ArraySlice<Tally.Answered> {
  var result: [ArraySlice<Tally.Answered>] = []
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
