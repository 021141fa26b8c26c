internal import JourneySyntax
internal import JourneyMetrics
internal import JourneyModel

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
    guard let printed = score.printed else {
      return ChipText(
        label: score.metric.title, value: "–", details: [score.absence ?? ""])
    }
    var details = [printed.interval ?? Score.noInterval, "n \(Numbers.decimal(Double(score.n)))", score.open?.text]
      .compactMap(\.self)
    if let period = score.period, period != annotated.period { details[1] = "\(details[1]), \(period.spoken)" }
    return ChipText(
      label:
        "\(score.metric.title)\(score.good.map { " (\($0.spoken))" } ?? "")\(printed.target.map { ", target \($0)" } ?? "")",
      value: printed.value, details: details, level: Level(score))
  }

  private func chip(of goal: Goal, _ score: GoalScore) -> ChipText {
    let aim = goal.targetText(in: workspace).map { "goal \(goal.comparison == .atMost ? "≤ " : "≥ ")\($0)" }
    guard let latest = score.history.last, let printed = goal.printed(score, in: workspace) else {
      return ChipText(label: goal.title, value: "–", details: [aim, "not recorded yet"].compactMap(\.self))
    }
    let dated = "\(latest.n.map { "n \(Numbers.decimal(Double($0))), " } ?? "")\(latest.period.spoken)"
    return ChipText(
      label: joined([goal.title, aim].compactMap(\.self), by: ", "), value: printed.value,
      details: [printed.interval, dated, latest.open?.text].compactMap(\.self),
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
      label: "Measured touchpoints", value: "\(asked) of \(all)",
      details: [
        blind == 0 ? "all measured" : "\(blind) not measured",
        "\(journey.phases.count) \(journey.phases.count == 1 ? "phase" : "phases")",
      ])
  }
}
