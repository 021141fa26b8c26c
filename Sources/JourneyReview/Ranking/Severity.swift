internal import JourneyMetrics
package import JourneyModel

/// How far a figure falls short: 0 at its target and above, 1 at its floor and below.
package func shortfall(_ metric: Metric, _ estimate: Double, target: Double, floor: Double) -> Double {
  if metric == .resolution {
    guard estimate > target else { return 0 }
    guard target > 0, floor > target else { return 1 }
    return min(logarithm(estimate / target) / logarithm(floor / target), 1)
  }
  guard estimate < target else { return 0 }
  guard floor < target else { return 1 }
  return min((target - estimate) / (target - floor), 1)
}

/// S = Σ w·g ÷ Σ w over the parts; 0 without any.
package func severity(_ parts: [Ranking.SeverityPart]) -> Double {
  let weights = parts.reduce(0) { $0 + $1.weight }
  return weights > 0 ? parts.reduce(0) { $0 + $1.weight * $1.shortfall } / weights : 0
}

/// 100 · S · importance ÷ 5.
package func intensity(severity: Double, importance: Int) -> Double { 100 * severity * Double(importance) / 5 }

/// By what touchpoints are judged: the workspace's floors and weights, or the usual ones.
package struct RankingCriteria: Sendable {
  private let floors: [Target]
  private let weights: [MetricWeight]

  package init(_ workspace: Workspace) {
    floors = workspace.floors
    weights = workspace.weights
  }

  /// 3 for CSAT and effort, 2 for resolution, 1 for FCR, unless the workspace weighs them; NPS is not ranked.
  package func weight(_ metric: Metric) -> Double {
    if metric == .nps { return 0 }
    if let own = weights.last(where: { $0.metric == metric }) { return max(0, own.weight) }
    return switch metric {
    case .csat, .effort: 3
    case .resolution: 2
    case .fcr: 1
    case .nps: 0
    }
  }

  /// Where a figure could hardly be worse: 40 %, at least 20 points below the target; four times it for resolution.
  package func floor(_ metric: Metric, target: Double) -> Double {
    if let own = floors.last(where: { $0.metric == metric }) { return own.value }
    return metric == .resolution ? 4 * target : min(0.4, target - 0.2)
  }
}
