package import JourneyMetrics
package import JourneyModel
internal import JourneySyntax

/// A goal over time, against where it began and where it is to end.
package struct GoalStanding: Sendable {
  package let journey: Journey.ID
  /// Its place in the journey's goals.
  package let index: Int
  package let goal: Goal
  /// Every record, and whether the latest meets the target.
  package let score: GoalScore
  /// From the baseline to the latest; nil with fewer than two records.
  package let change: GoalChange?
  /// How much of the way from the baseline to the target is gone: 0 at the baseline, 1 at the target; nil without a
  /// target or a second record, or where the baseline met it already.
  package let progress: Double?
  /// Not met, though its time is over.
  package let isOverdue: Bool

  /// The first record.
  package var baseline: GoalScore.GoalSample? { score.history.first }
  package var latest: GoalScore.GoalSample? { score.history.last }

  package struct GoalChange: Sendable, Equatable {
    package let difference: Double
    /// Nil where the records are bare values.
    package let interval: ClosedRange<Double>?
    /// Whether it can be told from noise; nil where nobody can say.
    package let isClear: Bool?
  }
}

/// The goals of a journey, in declared order.
func goalStandings(_ annotated: AnnotatedJourney, _ id: Journey.ID, asOf: Period?) -> [GoalStanding] {
  zip(annotated.journey.goals, annotated.goals).enumerated().map { index, pair in
    let (goal, score) = pair
    let isOver = goal.by.flatMap { by in asOf.map { by.lastDay < $0.lastDay } } ?? false
    return GoalStanding(
      journey: id, index: index, goal: goal, score: score, change: change(score, of: goal, annotated.overall),
      progress: progress(score, of: goal), isOverdue: isOver && score.isMet != true)
  }
}

private func change(_ score: GoalScore, of goal: Goal, _ overall: TouchpointScores) -> GoalStanding.GoalChange? {
  guard score.history.count > 1, let first = score.history.first, let last = score.history.last else { return nil }
  let difference = last.value - first.value
  if case .metric(let metric) = goal.measure, goal.records.isEmpty {
    let change = overall[metric].change(from: first.period, to: last.period)
    return .init(difference: difference, interval: change?.interval, isClear: change?.isClear)
  }
  guard let before = first.n, let after = last.n else {
    return .init(difference: difference, interval: nil, isClear: nil)
  }
  let change = newcombe((last.value, Double(after)), minus: (first.value, Double(before)))
  return .init(difference: difference, interval: change.interval, isClear: change.p < 0.05)
}

private func progress(_ score: GoalScore, of goal: Goal) -> Double? {
  guard score.history.count > 1, let first = score.history.first, let last = score.history.last,
    !first.isMoreThan, !last.isMoreThan, let target = goal.target, let comparison = goal.comparison,
    comparison == .atLeast ? first.value < target : first.value > target
  else { return nil }
  return (last.value - first.value) / (target - first.value)
}
