internal import JourneyMetrics
internal import JourneyModel

/// What the data say of a done action; nil for any other, and for one that does not say when it was finished.
///
/// Of the metric that was expected to change; of the first that can be compared where nothing was expected.
func outcome(
  of action: Action, _ scores: TouchpointScores
) -> (verdict: ReviewedAction.Verdict, effect: ReviewedAction.Effect?)? {
  guard action.status == .done || action.status == .kept, let finished = action.finished else { return nil }
  let metrics = action.expected.map { [$0.metric] } ?? Metric.allCases
  for metric in metrics {
    guard let (after, change) = scores[metric].change(around: finished) else { continue }
    let effect = ReviewedAction.Effect(metric: metric, change: change, after: after)
    return (verdict(change.interval, metric, expected: action.expected?.change), effect)
  }
  return (.tooEarly, nil)
}

/// - Parameters:
///   - interval: of the change, in the unit of the metric's figures.
///   - expected: as actions say it: points for shares and NPS, seconds for durations.
func verdict(_ interval: Interval, _ metric: Metric, expected: Double?) -> ReviewedAction.Verdict {
  // Turned so that more is better.
  let gain = metric.higherIsBetter ? interval : -interval.upperBound ... -interval.lowerBound
  if gain.upperBound < 0 { return .worse }
  guard gain.lowerBound > 0 else { return .noClearChange }
  guard let expected else { return .someEffect }
  let hoped =
    switch metric {
    case .csat, .effort, .fcr: expected / 100
    case .nps: expected
    case .resolution: -expected
    }
  return gain.upperBound >= hoped ? .asExpected : .someEffect
}
