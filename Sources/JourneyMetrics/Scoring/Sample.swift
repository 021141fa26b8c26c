internal import JourneyModel

/// Answers to one question that may be counted together, and the figures made of them.
struct Sample: Sendable {
  let metric: Metric
  let scale: Scale?
  /// Each answer once, worst first; durations shortest first.
  private(set) var answers: [(answer: Int, counts: Tally.Counts)] = []
  /// Answers that count for the score.
  let n: Int
  /// What they are worth: `n` where unweighted.
  let effective: Double
  /// The tallies they come from, sorted.
  let feedbacks: [String]

  init(_ rows: [Tally.Row], metric: Metric, scale: Scale?) {
    self.metric = metric
    self.scale = scale
    var counts: [Int: Tally.Counts] = [:]
    var names: Set<String> = []
    for row in rows {
      let answer: Int
      switch row.answer {
      case .rating(let rating): answer = rating
      case .duration(let bucket): answer = bucket.start
      case .unused, .open: continue
      }
      counts[answer, default: Tally.Counts(0)].add(row.counts)
      names.insert(row.question.feedback)
    }
    answers = counts.map { (answer: $0.key, counts: $0.value) }
      .sorted { scale.map { $0.worst > $0.best } == true ? $0.answer > $1.answer : $0.answer < $1.answer }
    var all = Tally.Counts(0)
    for answer in answers { all.add(answer.counts) }
    n = all.count
    effective = all.effective
    feedbacks = names.sorted()
  }

  private var weighed: [(answer: Int, weight: Double)] {
    answers.map { ($0.answer, $0.counts.whole) }
  }

  /// The share, weighted where answers are, of those of which `holds` is true.
  private func share(_ holds: (Int) -> Bool) -> Double {
    let all = weighed
    let whole = all.reduce(0) { $0 + $1.weight }
    return whole > 0 ? min(1, all.reduce(0) { holds($1.answer) ? $0 + $1.weight : $0 } / whole) : 0
  }

  /// CSAT: at or above ¾ of the scale; effort: at or above ⅔, after turning it round; FCR: the best.
  var topShare: Double {
    guard let scale else { return 0 }
    return share { answer in
      guard let standing = scale.standing(answer) else { return false }
      return switch metric {
      case .csat: 4 * standing >= 3 * scale.span
      case .effort: 3 * standing >= 2 * scale.span
      case .nps, .resolution, .fcr: standing == scale.span
      }
    }
  }

  var netPromoter: NetPromoter {
    NetPromoter(promoters: share { $0 >= 9 } * effective, detractors: share { $0 <= 6 } * effective, n: effective)
  }

  var times: Times {
    Times(answers.map { (DurationBucket(of: $0.answer).midpoint, $0.counts.count) })
  }

  /// Of the answers as they were given.
  var mean: Mean {
    metric == .resolution ? times.mean : Mean(weighed.map { (Double($0.answer), $0.weight) }, n: effective)
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
    for (answer, weight) in weighed {
      if let standing = scale.standing(answer) { result[standing] += weight }
    }
    return result
  }

  /// Against an earlier sample of the same scale: shares by Newcombe, NPS by its adjusted estimates, times by Welch on
  /// their means; nil where the two cannot be compared.
  func change(from before: Sample) -> (difference: Double, interval: Interval, p: Double)? {
    guard scale == before.scale, effective > 0, before.effective > 0 else { return nil }
    switch metric {
    case .nps: return netPromoter.change(from: before.netPromoter)
    case .resolution: return mean.change(from: before.mean)
    case .csat, .effort, .fcr:
      return newcombe((topShare, effective), minus: (before.topShare, before.effective))
    }
  }
}
