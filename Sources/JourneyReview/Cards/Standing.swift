package import JourneyMetrics
internal import JourneyModel

/// Where a figure stands against its target.
package struct TargetComparison: Sendable {
  package let spot: TouchpointReference
  /// Always with a figure and a target.
  package let score: Score
  /// How far above its target, in points of the map's scale: negative below it.
  package let margin: Double
  package let isMet: Bool
  /// Whether the target lies outside the interval, so that chance does not decide between met and missed.
  package let isClear: Bool
  /// Far above its target with its whole interval, by five points or more; for durations a tenth of the target.
  ///
  /// The steps are those of the map's colours.
  package let isStrength: Bool

  /// Nil where nothing of today is shown or nothing is aimed at, and where so many cases are open that nobody knows.
  init?(_ score: Score, at spot: TouchpointReference) {
    guard let figure = score.current, let target = score.target, figure.isKnown(against: target.value) else {
      return nil
    }
    self.spot = spot
    self.score = score
    func margin(_ value: Double) -> Double { score.metric.margin(value, over: target.value) }
    self.margin = margin(figure.value)
    isMet = self.margin >= 0
    let margins = figure.interval.map { [margin($0.lowerBound), margin($0.upperBound)].sorted() }
    isClear = margins.map { $0[0] > 0 || $0[1] < 0 } ?? false
    isStrength = margins.map { $0[0] >= 5 } ?? false
  }
}

extension Metric {
  /// How far a figure is above its target, in points of the map's scale: negative below it.
  ///
  /// To a millionth, so that a share on its target is on it.
  func margin(_ value: Double, over target: Double) -> Double {
    let points =
      switch self {
      case .csat, .effort, .fcr: (value - target) * 100
      case .nps: value - target
      case .resolution: target > 0 ? (target - value) / target * 50 : (value > 0 ? -100 : 0)
      }
    return (points * 1e6).rounded() / 1e6
  }
}
