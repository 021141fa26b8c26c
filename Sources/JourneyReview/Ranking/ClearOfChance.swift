internal import JourneyMetrics
package import JourneyModel

extension Ranking {
  /// All that may belong to the first three: what is ranked, and what is on target, for that may be chance.
  package var contenders: [Ranked] { ranked + onTarget }

  /// With four contenders or fewer nothing is clear: three of them are the first three, whatever the answers.
  private static let fewest = 5

  /// Which of the first three are among the first three beyond chance.
  ///
  /// That none are where nothing differs, in 95 of 100 journeys, is what `clear` promises. A touchpoint is clear when
  /// its burden exceeds that of all others but two, after Holm's correction over all contenders. It counts as its own
  /// answers say, the others as a pack (`CommonShare`): where they do not differ, the worst of them is not worse than the mean.
  ///
  /// Source: Holm, Scandinavian Journal of Statistics 6 (1979) 65–70. The correction is never less than for 25, so that
  /// among four that are equally bad hardly ever one is called clear.
  package func clearOfChance() -> Set<Touchpoint.ID> {
    let contenders = contenders
    guard contenders.count >= Self.fewest else { return [] }
    func level(_ step: Int) -> Double { 0.05 / Double(max(contenders.count - step, 25)) }
    let weakest = -normalQuantile(level(2))
    let found = ranked.indices.prefix(3)
      .map { (index: $0, p: p(of: $0, among: contenders, atLeast: weakest)) }
      .sorted { ($0.p, $0.index) < ($1.p, $1.index) }
    var clear: Set<Touchpoint.ID> = []
    for (step, one) in found.enumerated() {
      guard one.p <= level(step) else { break }
      clear.insert(ranked[one.index].touchpoint)
    }
    return clear
  }

  /// Whether the contenders' shares differ at all, metric by metric; only where at least two have one.
  package func differences() -> [(metric: Metric, pack: CommonShare)] {
    Metric.allCases.compactMap { metric in
      let shares = contenders.flatMap(\.parts).filter { $0.metric == metric && $0.isShare }.map { ($0.value, $0.n) }
      return shares.count > 1 ? CommonShare(shares).map { (metric, $0) } : nil
    }
  }

  /// The chance of so large a lead where at least three others have a burden as high: of its lead on all but two others.
  ///
  /// - Parameter weakest: how many standard errors a lead must have to be of interest; 1 is returned of a lesser one.
  package func p(of index: Int, among contenders: [Ranked], atLeast weakest: Double = -.infinity) -> Double {
    let one = contenders[index]
    guard one.reach != nil else { return 1 }
    let packs = Packs(without: index, of: contenders)
    let own = one.estimatedBurden(beside: packs)
    /// The leads on the three that come nearest, the least first.
    var nearest: [Double] = []
    for (other, contender) in contenders.enumerated() where other != index {
      let theirs = contender.estimatedBurden(in: packs)
      let error = (own.variance + theirs.variance).squareRoot()
      let lead = own.value - theirs.value
      let z = error > 0 ? lead / error : lead == 0 ? 0 : lead * .infinity
      nearest.insert(z, at: nearest.firstIndex { $0 > z } ?? nearest.count)
      if nearest.count > 3 { nearest.removeLast() }
      if nearest.count == 3, nearest[2] < weakest { return 1 }
    }
    return nearest.count == 3 ? normalShare(below: -nearest[2]) : 1
  }
}

/// All contenders but one: what they have in common, figure by figure.
private struct Packs {
  /// Beside `Metric.allCases`.
  private var figures: [CommonShare?]
  let reach: CommonShare?

  init(without index: Int, of contenders: [Ranking.Ranked]) {
    var shares = Metric.allCases.map { _ in [(value: Double, n: Double)]() }
    var reaches: [(value: Double, n: Double)] = []
    for (other, contender) in contenders.enumerated() where other != index {
      for part in contender.parts where part.isShare { shares[part.metric.order].append((part.value, part.n)) }
      if let reach = contender.reach, !reach.isAssumed { reaches.append((reach.value, reach.effective)) }
    }
    figures = shares.map { CommonShare($0) }
    reach = CommonShare(reaches)
  }

  subscript(metric: Metric) -> CommonShare? { figures[metric.order] }
}

extension Ranking.SeverityPart {
  fileprivate var isShare: Bool { metric != .resolution }

  /// The shortfall, held to 0…1, with its variance as if it were not.
  fileprivate func estimatedShortfall(_ share: (_ value: Double, _ n: Double) -> Estimate) -> Estimate {
    guard isShare else { return Estimate(value: shortfall, variance: varianceOfTime) }
    let share = share(value, n)
    guard floor < target else {
      let error = share.variance.squareRoot()
      let isBelow = error > 0 ? normalShare(below: (target - share.value) / error) : share.value < target ? 1 : 0
      return Estimate(value: isBelow, variance: isBelow * (1 - isBelow))
    }
    let span = target - floor
    return Estimate(
      value: JourneyReview.shortfall(metric, share.value, target: target, floor: floor),
      variance: share.variance / (span * span))
  }

  /// Of the shortfall of a median, by its interval; of one without, as large as there is.
  private var varianceOfTime: Double {
    guard target > 0, floor > target else { return 0 }
    guard let interval, interval.lowerBound > 0 else { return 1 }
    let error = logarithm(interval.upperBound / interval.lowerBound) / logarithm(floor / target) / (2 * z95)
    return error * error
  }
}

extension Ranking.Ranked {
  /// As one of the pack.
  fileprivate func estimatedBurden(in packs: Packs) -> Estimate {
    burden(
      parts.map { part in part.estimatedShortfall { packs[part.metric]?.seen($0, $1) ?? Estimate(share: $0, of: $1) } }
    ) { packs.reach?.seen($0, $1) ?? Estimate(share: $0, of: $1) }
  }

  /// As the one that is compared with them.
  fileprivate func estimatedBurden(beside packs: Packs) -> Estimate {
    burden(
      parts.map { part in part.estimatedShortfall { packs[part.metric]?.own($0, $1) ?? Estimate(share: $0, of: $1) } }
    ) { packs.reach?.own($0, $1) ?? Estimate(share: $0, of: $1) }
  }

  /// From its shortfalls and its reach, all of them independent. A reach that nobody knows counts as the highest, and an
  /// assumed one as it is.
  private func burden(_ shortfalls: [Estimate], reach measured: (_ value: Double, _ n: Double) -> Estimate) -> Estimate
  {
    var (sum, variance, weights) = (0.0, 0.0, 0.0)
    for (part, shortfall) in zip(parts, shortfalls) {
      sum += part.weight * shortfall.value
      variance += part.weight * part.weight * shortfall.variance
      weights += part.weight
    }
    guard weights > 0 else { return Estimate(value: 0, variance: 0) }
    var reach = Estimate(value: self.reach?.value ?? 1, variance: 0)
    if let own = self.reach, !own.isAssumed { reach = measured(own.value, own.effective) }
    let scale = 20 * Double(importance) / weights
    return Estimate(
      value: scale * reach.value * sum,
      variance: scale * scale
        * (reach.value * reach.value * variance + sum * sum * reach.variance + variance * reach.variance))
  }
}
