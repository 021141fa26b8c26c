internal import JourneyModel
internal import JourneySyntax

extension GoalScore {
  /// A goal's records, oldest first; where it is measured by a metric and nothing is recorded, the journey's own scores.
  init(_ goal: Goal, in workspace: Workspace, overall: TouchpointScores) {
    var measured = goal.measure
    if case .metric = measured, !goal.records.isEmpty { measured = nil }
    if case .metric(let metric) = measured {
      history = overall[metric].history.map {
        GoalSample(
          period: $0.period, value: $0.value, isMoreThan: $0.isMoreThan, interval: $0.interval, n: $0.n, open: $0.open)
      }
    } else {
      let isLoss = goal.isLoss(in: workspace)
      history = goal.records.compactMap { $0.moment(isLoss: isLoss) }.sorted { $0.period < $1.period }
    }
    standing = history.last.flatMap { GoalPosition($0, goal) }
  }
}

extension GoalScore.GoalPosition {
  /// Nil where nothing is aimed at.
  fileprivate init?(_ latest: GoalScore.GoalSample, _ goal: Goal) {
    guard let target = goal.target, let comparison = goal.comparison else { return nil }
    // A figure of counts is not exactly the decimal that was written: +40 may be 39.99999999999999.
    let near = 1e-9 * max(1, target.magnitude)
    func meets(_ value: Double) -> Bool { comparison == .atLeast ? value >= target - near : value <= target + near }
    // A time that is longer than known may be within any limit above what is known, or beyond it.
    guard !latest.isMoreThan || latest.value > target else {
      self = .unknown
      return
    }
    guard meets(latest.value) else {
      self = .missed
      return
    }
    guard let interval = latest.interval else {
      self = .metUncounted
      return
    }
    self = meets(interval.lowerBound) && meets(interval.upperBound) ? .met : .metMaybe
  }
}

extension Goal {
  /// Whether the figure is of those who left, as churn is, not of those who stayed.
  fileprivate func isLoss(in workspace: Workspace) -> Bool {
    guard case .kpi(let kpi) = measure, workspace.kpis.indices.contains(kpi.value) else { return true }
    return !workspace[kpi].higherIsBetter
  }
}

extension Goal.Record {
  /// `lost 42 of 1400` is 3 % churn, and 97 % retention; nil for more than there were.
  fileprivate func moment(isLoss: Bool) -> GoalScore.GoalSample? {
    switch figure {
    case .value(let value): return GoalScore.GoalSample(period: period, value: value, interval: nil, n: nil)
    case .count(let some, let all, let isLost):
      guard all > 0, some >= 0, some <= all, all < 1e15 else { return nil }
      let counted = isLost && !isLoss ? all - some : some
      return GoalScore.GoalSample(
        period: period, value: counted / all, interval: wilson(counted, of: all), n: Int(all.rounded()))
    }
  }
}
