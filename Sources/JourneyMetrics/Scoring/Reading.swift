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

    var isHidden: Bool { state == .tooFew || state == .hidden }
  }

  /// Oldest first; only periods with answers.
  let moments: [Moment]
  /// Where answers could not be counted together: the latest period in which that is so, and a row left out.
  let leftOut: (period: Period, row: Tally.Row)?

  /// - Parameter segment: whose answers; nil for everyone's.
  init(_ rows: [Tally.Row], metric: Metric, segment: String?, hideBelow: Int) {
    let groups = grouped(rows, by: \.question.period).sorted { $0.key < $1.key }
    var leftOut: (period: Period, row: Tally.Row)?
    var periods: [(period: Period, rows: [Tally.Row], scale: Scale?)] = []
    for (period, rows) in groups {
      let (largest, rest) = Self.largestStratum(rows, metric: metric)
      if let rest { leftOut = (period, rest) }
      if let first = largest.first { periods.append((period, largest, first.question.scale)) }
    }
    let table = SegmentTable(periods.map { ($0.period, $0.rows) }, hideBelow: hideBelow)
    moments = periods.compactMap { period, rows, scale in
      let rows = segment.map { segment in rows.filter { $0.question.segment == segment } } ?? rows
      let sample = Sample(rows, metric: metric, scale: scale)
      guard sample.n > 0 else { return nil }
      let isHidden = table.isHidden(period, segment: segment)
      return Moment(period: period, sample: sample, state: Self.state(sample, isHidden, hideBelow: hideBelow))
    }
    self.leftOut = leftOut
  }

  private static func state(_ sample: Sample, _ isHidden: Bool, hideBelow: Int) -> Score.State {
    if sample.n < hideBelow { return .tooFew }
    if isHidden { return .hidden }
    if sample.effective <= 0 { return .noData }
    return sample.n < 30 ? .indicative : .scored
  }

  /// The rows of one scale, weighted or not, that hold the most answers; and a row of those that hold fewer.
  private static func largestStratum(_ rows: [Tally.Row], metric: Metric) -> (rows: [Tally.Row], leftOut: Tally.Row?) {
    struct Stratum: Hashable {
      let scale: Scale?
      let isWeighted: Bool
    }
    let strata = grouped(rows.filter { $0.answer.isScored && $0.counts.count > 0 }) {
      Stratum(scale: $0.question.scale, isWeighted: $0.counts.weights != nil)
    }
    let sizes = strata.map { stratum in
      (size: stratum.values.reduce(0.0) { $0 + Double($1.counts.count) }, stratum: stratum)
    }
    let sorted = sizes.sorted { a, b in
      if a.size != b.size { return a.size > b.size }
      if let x = a.stratum.key.scale, let y = b.stratum.key.scale, x != y { return x < y }
      return !a.stratum.key.isWeighted && b.stratum.key.isWeighted
    }
    return (sorted.first?.stratum.values ?? [], sorted.dropFirst().first?.stratum.values.first)
  }
}

extension Tally.Answer {
  var isScored: Bool {
    switch self {
    case .rating, .duration: true
    case .unused, .open: false
    }
  }
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
