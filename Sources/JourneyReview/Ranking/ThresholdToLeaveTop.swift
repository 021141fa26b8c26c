internal import JourneyMetrics
package import JourneyModel

extension Ranking {
  /// What its worst metric would have to be for a touchpoint to leave the top three, all else as it is.
  package enum ThresholdToLeaveTop: Sendable, Equatable {
    /// The value, in the metric's unit: at it the touchpoint stands level with the fourth.
    case value(Metric, Double)
    /// Its other metrics hold it there, even with this one at its target.
    case notAlone(Metric)
    /// So few answers weigh less than the mean that they are shrunk to: no share would do.
    case tooFewAnswers(Metric)
  }

  /// With what it would take for each of the first three to leave.
  ///
  /// In closed form: burden is proportional to severity, so severity must fall to S·b₄ ÷ b; the worst metric's shortfall
  /// by as much, over its share of the weight; from that back to the estimate and to the share before shrinkage. κ and μ
  /// are held where they are.
  package func withWaysOut() -> Ranking {
    guard ranked.count > 3 else { return self }
    var result = self
    for index in 0..<3 { result.ranked[index].wayOut = ranked[index].wayOut(below: ranked[3].burden) }
    return result
  }
}

extension Ranking.Ranked {
  fileprivate func wayOut(below burden: Double) -> Ranking.ThresholdToLeaveTop? {
    guard self.burden > 0, let worst else { return nil }
    let weights = parts.reduce(0) { $0 + $1.weight }
    let target = severity * burden / self.burden
    let shortfall = worst.shortfall - (severity - target) * weights / worst.weight
    guard shortfall >= -1e-12 else { return .notAlone(worst.metric) }
    guard let value = worst.value(atShortfall: max(0, shortfall)) else { return .tooFewAnswers(worst.metric) }
    return .value(worst.metric, value)
  }
}

extension Ranking.SeverityPart {
  /// The figure that falls short by so much: the inverse of `shortfall` and of the shrinkage; nil for a share above 1.
  fileprivate func value(atShortfall g: Double) -> Double? {
    if metric == .resolution {
      guard target > 0, floor > target else { return target }
      return target * exponential(g * logarithm(floor / target))
    }
    let estimate = floor < target ? target - g * (target - floor) : target
    guard let shrinkage, n > 0 else { return estimate }
    let share = (estimate * (n + shrinkage.strength) - shrinkage.strength * shrinkage.mean) / n
    return share <= 1 ? max(0, share) : nil
  }
}
