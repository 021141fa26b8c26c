internal import JourneyModel
internal import JourneySyntax

/// Answers to one question that may be counted together, and the figures made of them.
struct Sample: Sendable {
  let metric: Metric
  /// On which scale, and which of it count; nil for durations.
  let good: GoodAnswers?
  /// Each rating once with its weight, worst first; empty for durations.
  let answers: [(answer: Int, count: Int, weight: Double)]
  /// The cases of a duration; empty for ratings.
  let times: Times
  /// Cases still open of which nobody knows since when: in no figure.
  let undated: Int
  /// Answers that count for the score.
  let n: Int
  /// What they are worth: `n` where unweighted, and less where people who were asked together answered alike.
  let effective: Double
  /// Whether anybody was asked together with others.
  let isClustered: Bool
  /// The same for the mean.
  private let meanWorth: Double
  /// The count that decides what may be shown: `Tally.Counts.evidence`.
  let evidence: Double

  /// - Parameters:
  ///   - parts: of one scale and all weighted or none, as `MetricSeries` picks them.
  ///   - clusters: of people who were asked together; nil where nobody was.
  init(_ parts: ArraySlice<Tally.Answered>, metric: Metric, clusters: ClusterSums? = nil) {
    self.metric = metric
    good = parts.first?.goodAnswers
    let isWeighted = parts.first?.question.isWeighted ?? false
    var all = Tally.Counts(0)
    let pooled = Self.pooled(parts)
    var answers: [(answer: Int, count: Int, weight: Double)] = []
    var (solved, open): ([Times.CountedTime], [Times.CountedTime]) = ([], [])
    var undated = 0
    if metric != .resolution { answers.reserveCapacity(pooled.count) }
    for (answer, counts) in pooled where counts.count > 0 {
      switch answer {
      case .rating(let rating): answers.append((rating, counts.count, counts.whole(isWeighted: isWeighted)))
      case .duration(let bucket): solved.append((bucket.midpoint, counts.count))
      case .open(let age?): open.append((age.midpoint, counts.count))
      case .open(nil): undated += counts.count
      case .unused: break
      }
      if answer.isScored { all += counts }
    }
    self.answers = answers
    self.undated = undated
    times = Times(solved, open: open)
    n = all.count
    isClustered = clusters != nil
    let worth = all.effective(isWeighted: isWeighted)
    let (good, weighed) = (good, answers.map { (answer: $0.answer, weight: $0.weight) })
    effective = min(worth, clusters?.worth(weighed) { metric.counted($0, good) } ?? worth)
    meanWorth = min(worth, clusters?.worth(weighed) { Double($0) } ?? worth)
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

  /// Cases still open, whether it is known since when or not; nil without any.
  var open: OpenCases? {
    let open = times.n - times.solved + undated
    return open > 0 ? OpenCases(open: open, undated: undated, all: n + undated) : nil
  }

  /// Whether so many open cases are without a time, more than 5 % of all, that no median can be told.
  var isUndated: Bool { undated * 20 > n + undated }

  /// Of the answers as they were given.
  private var mean: Mean { Mean(answers.map { (Double($0.answer), $0.weight) }, n: meanWorth) }

  /// The figure that stands for the sample, with its interval; nil where nothing weighs anything, or too many open
  /// cases do not say since when.
  var headline: Score.Headline? {
    guard n > 0, effective > 0, !isUndated else { return nil }
    switch metric {
    case .nps:
      let score = netPromoter
      return Score.Headline(value: score.value, interval: score.interval)
    case .resolution:
      let median = times.estimate(.median)
      return Score.Headline(value: median.seconds, isMoreThan: median.isLonger, interval: median.interval)
    case .csat, .effort, .fcr:
      let share = topShare
      return Score.Headline(value: share, interval: wilson(share * effective, of: effective))
    }
  }

  /// The headline with all that is shown beside it.
  var figure: Score.Figure? {
    guard let headline else { return nil }
    var figure = Score.Figure(headline)
    figure.distribution = distribution
    switch metric {
    case .csat, .effort:
      guard let scale else { break }
      let mean = mean
      figure.mean = mean.value
      figure.meanInterval = mean.interval(within: Double(scale.lowest)...Double(scale.highest))
    case .resolution:
      let p90 = times.estimate(.p90)
      if let interval = p90.interval, !p90.isLonger { (figure.p90, figure.p90Interval) = (p90.seconds, interval) }
      guard open == nil else { break }
      let mean = times.mean
      figure.mean = mean.value
      figure.meanInterval = mean.interval(within: 0...Double.greatestFiniteMagnitude)
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

  /// Against an earlier sample of the same scale and good answers: shares by Newcombe, NPS by its adjusted estimates, times by their
  /// medians and the log-rank test; nil where the two cannot be compared.
  ///
  /// - Parameter period: of the earlier one.
  func change(from before: Sample, of period: Period) -> Score.Change? {
    guard good == before.good, let now = headline, let then = before.headline else { return nil }
    func change(
      _ difference: (difference: Double, interval: Interval, p: Double), _ answers: (Double, Double)? = nil
    ) -> Score.Change {
      Score.Change(
        from: period, before: then, after: now, difference: difference.difference, isMoreThan: false,
        interval: difference.interval, p: difference.p, answers: answers, isClear: false)
    }
    switch metric {
    case .nps: return change(netPromoter.change(from: before.netPromoter))
    case .resolution:
      // A median that is longer than known may be any time beyond.
      guard !(now.isMoreThan && now.value <= then.value), !(then.isMoreThan && then.value <= now.value) else {
        return nil
      }
      let (slower, p) = logRank(times, before.times)
      let difference = now.value - then.value
      // The test is of all times. It makes the difference of the medians sure only where they bear it out: they differ
      // the way it finds, and neither lies within the other's interval.
      let isBorneOut =
        difference != 0 && slower == (difference > 0) && now.excludes(then) && then.excludes(now)
      return Score.Change(
        from: period, before: then, after: now, difference: difference,
        isMoreThan: now.isMoreThan || then.isMoreThan, interval: nil, p: isBorneOut ? p : 1, answers: nil,
        isClear: false)
    case .csat, .effort, .fcr:
      return change(
        newcombe((topShare, effective), minus: (before.topShare, before.effective)), (before.effective, effective))
    }
  }
}

extension Metric {
  /// What an answer adds to the figure: 1 or 0 to a share, 1, 0 or −1 to NPS.
  fileprivate func counted(_ answer: Int, _ good: GoodAnswers?) -> Double {
    if self == .nps { return answer >= 9 ? 1 : answer <= 6 ? -1 : 0 }
    return good?.contains(answer) == true ? 1 : 0
  }
}

extension Score.Headline {
  /// Whether another value does not lie within the interval; of a median longer than known, which may have none, below
  /// it.
  fileprivate func excludes(_ other: Self) -> Bool {
    guard let interval else { return isMoreThan && other.value < value }
    return other.value <= interval.lowerBound || other.value >= interval.upperBound
  }
}
