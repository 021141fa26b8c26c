internal import JourneyModel

/// Answers to one question that may be counted together, and the figures made of them.
struct Sample: Sendable {
  let metric: Metric
  /// On which scale, and which of it count; nil for durations.
  let good: GoodAnswers?
  /// Each answer once with its weight, worst first; durations shortest first.
  let answers: [(answer: Int, count: Int, weight: Double)]
  /// Answers that count for the score.
  let n: Int
  /// What they are worth: `n` where unweighted.
  let effective: Double
  /// The count that decides what may be shown: `Tally.Counts.evidence`.
  let evidence: Double

  /// - Parameter parts: of one scale and all weighted or none, as `Reading` picks them.
  init(_ parts: ArraySlice<Tally.Answered>, metric: Metric) {
    self.metric = metric
    good = parts.first?.goodAnswers
    let isWeighted = parts.first?.question.isWeighted ?? false
    var all = Tally.Counts(0)
    let pooled = Self.pooled(parts)
    var answers: [(answer: Int, count: Int, weight: Double)] = []
    answers.reserveCapacity(pooled.count)
    for (answer, counts) in pooled {
      guard let answer = answer.number, counts.count > 0 else { continue }
      all += counts
      answers.append((answer, counts.count, counts.whole(isWeighted: isWeighted)))
    }
    self.answers = answers
    n = all.count
    effective = all.effective(isWeighted: isWeighted)
    evidence = all.evidence
  }

  /// The answers of several feedbacks and segments, added up.
  private static func pooled(_ parts: ArraySlice<Tally.Answered>) -> [(Tally.Answer, Tally.Counts)] {
    guard let first = parts.first else { return [] }
    if parts.count == 1 { return first.rows.map { ($0.answer, $0.counts) } }
    var sum: [Tally.Answer: Tally.Counts] = [:]
    for part in parts {
      for row in part.rows { sum[row.answer, default: Tally.Counts(0)] += row.counts }
    }
    let scale = first.question.scale
    return sum.sorted { $0.key.rank(on: scale) < $1.key.rank(on: scale) }.map { ($0.key, $0.value) }
  }

  /// The share, weighted where answers are, of those of which `holds` is true.
  private func share(_ holds: (Int) -> Bool) -> Double {
    var (held, whole) = (0.0, 0.0)
    for (answer, _, weight) in answers {
      whole += weight
      if holds(answer) { held += weight }
    }
    return whole > 0 ? held / whole : 0
  }

  /// The share of those that count.
  private var topShare: Double { good.map { good in share(good.contains) } ?? 0 }

  var scale: Scale? { good?.scale }

  private var netPromoter: NetPromoter {
    NetPromoter(promoters: share { $0 >= 9 } * effective, detractors: share { $0 <= 6 } * effective, n: effective)
  }

  var times: Times {
    Times(answers.map { (DurationBucket(of: $0.answer).midpoint, $0.count) })
  }

  /// Of the answers as they were given.
  private var mean: Mean {
    metric == .resolution ? times.mean : Mean(answers.map { (Double($0.answer), $0.weight) }, n: effective)
  }

  /// The figure that stands for the sample, with its interval; nil where nothing weighs anything.
  var headline: (value: Double, interval: Interval?)? {
    guard n > 0, effective > 0 else { return nil }
    switch metric {
    case .nps:
      let score = netPromoter
      return (score.value, score.interval)
    case .resolution:
      let times = times
      return (times.quantile(.median), times.interval(of: .median))
    case .csat, .effort, .fcr:
      let share = topShare
      return (share, wilson(share * effective, of: effective))
    }
  }

  /// The headline with all that is shown beside it.
  var figure: Score.Figure? {
    guard let headline else { return nil }
    var figure = Score.Figure(value: headline.value)
    figure.interval = headline.interval
    figure.distribution = distribution
    switch metric {
    case .csat, .effort:
      guard let scale else { break }
      let mean = mean
      figure.mean = mean.value
      figure.meanInterval = mean.interval(within: Double(scale.lowest)...Double(scale.highest))
    case .resolution:
      let (times, mean) = (times, mean)
      figure.mean = mean.value
      figure.meanInterval = mean.interval(within: 0...Double.greatestFiniteMagnitude)
      figure.p90Interval = times.interval(of: .p90)
      if figure.p90Interval != nil { figure.p90 = times.quantile(.p90) }
      figure.geometricMean = times.geometricMean
    case .nps, .fcr: break
    }
    return figure
  }

  private var distribution: [Double] {
    guard let scale else { return [] }
    var result = [Double](repeating: 0, count: scale.span + 1)
    for (answer, _, weight) in answers {
      if let standing = scale.standing(answer) { result[standing] += weight }
    }
    return result
  }

  /// Against an earlier sample of the same scale and good answers: shares by Newcombe, NPS by its adjusted estimates, times by Welch on
  /// their means; nil where the two cannot be compared.
  func change(from before: Sample) -> (difference: Double, interval: Interval, p: Double)? {
    guard good == before.good, effective > 0, before.effective > 0 else { return nil }
    switch metric {
    case .nps: return netPromoter.change(from: before.netPromoter)
    case .resolution: return mean.change(from: before.mean)
    case .csat, .effort, .fcr:
      return newcombe((topShare, effective), minus: (before.topShare, before.effective))
    }
  }
}
