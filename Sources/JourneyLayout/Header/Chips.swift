internal import JourneySyntax
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords

/// A figure of the whole journey before it has a place.
struct ChipText {
  let label: String
  let value: String
  let details: [String]
  var level: Level?
}

extension Subject {
  /// Goals first, then the journey's own figures, then how much of it is measured.
  var chips: [ChipText] {
    var chips = zip(journey.goals, annotated.goals).map { chip(of: $0, $1) }
    let aimedAt = journey.goals.map(\.measure)
    for score in annotated.overall.scores where score.state != .notAsked && !aimedAt.contains(.metric(score.metric)) {
      chips.append(chip(of: score))
    }
    if annotated.coverage.touchpoints > 0 { chips.append(coverage) }
    return chips
  }

  private func chip(of score: Score) -> ChipText {
    let title = score.metric.title(in: words)
    guard let printed = score.printed(in: words) else {
      return ChipText(
        label: title, value: "–", details: [score.absence(in: words) ?? ""])
    }
    var details = [printed.interval ?? words.noInterval, words.n(score.n), score.open?.text(in: words)]
      .compactMap(\.self)
    if let period = score.period, period != annotated.period { details[1] += ", " + period.spoken(in: words) }
    return ChipText(
      label:
        title + (score.good.map { " (\($0.spoken(in: words)))" } ?? "")
        + (printed.target.map { ", " + words.target($0) } ?? ""),
      value: printed.value, details: details, level: Level(score))
  }

  private func chip(of goal: Goal, _ score: GoalScore) -> ChipText {
    let aim = goal.targetText(in: workspace).map { words.aim(of: goal, $0) }
    guard let latest = score.history.last, let printed = goal.printed(score, in: workspace) else {
      return ChipText(label: goal.title, value: "–", details: [aim, words.notRecordedYet].compactMap(\.self))
    }
    let dated = (latest.n.map { words.n($0) + ", " } ?? "") + latest.period.spoken(in: words)
    return ChipText(
      label: joined([goal.title, aim].compactMap(\.self), by: ", "), value: printed.value,
      details: [printed.interval, dated, latest.open?.text(in: words)].compactMap(\.self),
      level: latest.isMoreThan && score.isMet == nil ? nil : level(of: goal, latest.value, isMet: score.isMet))
  }

  /// A metric's distance from the goal in points; of other figures only whether the goal is met.
  private func level(of goal: Goal, _ value: Double, isMet: Bool?) -> Level? {
    if case .metric(let metric)? = goal.measure, let target = goal.target {
      return Level(value: value, of: metric, target: target)
    }
    return isMet.map { $0 ? .above : .below }
  }

  private var coverage: ChipText {
    let (asked, all) = annotated.coverage
    let blind = all - asked
    return ChipText(
      label: words.measuredTouchpoints, value: words.count(asked, of: all),
      details: [words.notMeasured(blind), words.phases(journey.phases.count)])
  }
}
