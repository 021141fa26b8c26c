package import JourneyMetrics
package import JourneyModel
internal import JourneySyntax

/// What the data say of actions that are done.
struct Outcomes {
  private let annotated: AnnotatedWorkspace
  /// Worked out once for all actions that look at the same.
  private var meanwhile: [Meanwhile: [(touchpoint: Int, change: Difference)]] = [:]

  private struct Meanwhile: Hashable {
    let journey: Journey.ID
    let metric: Metric
    let before: Period
    let after: Period
  }

  init(_ annotated: AnnotatedWorkspace) { self.annotated = annotated }

  /// Of a done action; nil for any other, and for one that does not say when it was finished.
  ///
  /// Of the metric that was expected to change; of the first that can be compared where nothing was expected.
  mutating func outcome(
    of action: Action, _ journey: Journey.ID?, _ touchpoint: Touchpoint.ID?
  ) -> (verdict: ReviewedAction.Verdict, effect: ReviewedAction.Effect?)? {
    guard action.status == .done || action.status == .kept, let finished = action.finished else { return nil }
    let scores = annotated.scores(journey, touchpoint)
    let metrics = action.expected.map { [$0.metric] } ?? Metric.allCases
    for metric in metrics {
      guard let (after, change) = scores[metric].change(around: finished) else { continue }
      var others: ReviewedAction.Effect.Others?
      if let journey, let touchpoint, change.asDifference != nil {
        others = self.others(
          than: touchpoint, Meanwhile(journey: journey, metric: metric, before: change.from, after: after))
      }
      let effect = ReviewedAction.Effect(metric: metric, change: change, after: after, others: others)
      return (verdict(effect, expected: action.expected?.change), effect)
    }
    return (.tooEarly, nil)
  }

  /// What became of the journey's other touchpoints meanwhile; nil for fewer than three.
  private mutating func others(than touchpoint: Touchpoint.ID, _ key: Meanwhile) -> ReviewedAction.Effect.Others? {
    let journey = annotated.journeys[key.journey.value]
    let all =
      meanwhile[key]
      ?? journey.touchpoints.indices.compactMap { index in
        guard journey.journey.touchpoints[index].repeats == nil,
          let change = journey.touchpoints[index][key.metric].ownChange(from: key.before, to: key.after)?.asDifference
        else { return nil }
        return (index, change)
      }
    meanwhile[key] = all
    let original = journey.journey.original(touchpoint.value)
    let changes = all.filter { $0.touchpoint != original }.map(\.change)
    guard changes.count >= ReviewedAction.Effect.Others.least, let mean = Difference.mean(of: changes) else {
      return nil
    }
    return ReviewedAction.Effect.Others(count: changes.count, change: mean)
  }
}

/// - Parameter expected: as actions say it: points for shares and NPS, seconds for durations.
private func verdict(_ effect: ReviewedAction.Effect, expected: Double?) -> ReviewedAction.Verdict {
  if let net = effect.net { return verdict(net, effect.metric, expected: expected) }
  // Of two medians: whether they differ, the test says; by how much, they say themselves.
  guard effect.change.isClear else { return .noClearChange }
  if effect.change.difference > 0 { return .worse }
  return expected.map { effect.change.difference <= $0 } == true ? .asExpected : .someEffect
}

/// What an effect, with its interval, comes to.
///
/// - Parameters:
///   - effect: in the unit of the metric's figures.
///   - expected: as actions say it: points for shares and NPS, seconds for durations.
package func verdict(_ effect: Difference, _ metric: Metric, expected: Double?) -> ReviewedAction.Verdict {
  // Turned so that more is better.
  let sign = metric.higherIsBetter ? 1.0 : -1
  let (low, high) = (effect.interval.lowerBound * sign, effect.interval.upperBound * sign)
  if max(low, high) < 0 { return .worse }
  guard min(low, high) > 0 else { return .noClearChange }
  guard let expected else { return .someEffect }
  let hoped = expected / metric.pointsPerUnit
  // A share of counts is not exactly the decimal that was written.
  return (effect.value - hoped) * sign >= -1e-9 * max(1, hoped.magnitude) ? .asExpected : .someEffect
}

extension Metric {
  /// How many points, as targets and expectations are written, make one unit of its figures; seconds stay seconds.
  package var pointsPerUnit: Double {
    switch self {
    case .csat, .effort, .fcr: 100
    case .nps, .resolution: 1
    }
  }
}
