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
    for score in annotated.overall.scores where score.state != .notAsked { chips.append(chip(of: score)) }
    if !journey.touchpoints.isEmpty { chips.append(coverage) }
    return chips
  }

  private func chip(of score: Score) -> ChipText {
    guard let figure = score.figure else {
      return ChipText(
        label: score.metric.title, value: "–", details: [score.absence(hideBelow: workspace.hideBelow) ?? ""])
    }
    var details = [figure.interval.map { score.metric.text($0) }, "n \(Numbers.decimal(Double(score.n)))"]
    if let period = score.period, period != annotated.period { details[1] = "\(details[1] ?? ""), \(period.spoken)" }
    return ChipText(
      label: "\(score.metric.title)\(score.target.map { ", target \(score.metric.text($0.value))" } ?? "")",
      value: score.metric.text(figure.value), details: details.compactMap(\.self), level: Level(score))
  }

  private func chip(of goal: Goal, _ score: GoalScore) -> ChipText {
    let aim = goal.target.map { "goal \(goal.comparison == .atMost ? "≤ " : "≥ ")\(text($0, of: goal))" }
    guard let latest = score.history.last else {
      return ChipText(label: goal.title, value: "–", details: [aim, "not recorded yet"].compactMap(\.self))
    }
    let interval = latest.interval.map { "\(text($0.lowerBound, of: goal)) – \(text($0.upperBound, of: goal))" }
    let dated = "\(latest.n.map { "n \(Numbers.decimal(Double($0))), " } ?? "")\(latest.period.spoken)"
    return ChipText(
      label: [goal.title, aim].compactMap(\.self).joined(separator: ", "), value: text(latest.value, of: goal),
      details: [interval, dated].compactMap(\.self), level: score.isMet.map { $0 ? .above : .below })
  }

  /// A goal's figure in the unit of what it is measured by.
  private func text(_ value: Double, of goal: Goal) -> String {
    switch goal.measure {
    case .metric(let metric): metric.text(value)
    case .kpi(let kpi): workspace[kpi].text(value)
    case nil: Numbers.short(value, places: 2)
    }
  }

  private var coverage: ChipText {
    let measured = annotated.touchpoints.count(where: \.isMeasured)
    let blind = journey.touchpoints.count - measured
    return ChipText(
      label: "Measured touchpoints", value: "\(measured) of \(journey.touchpoints.count)",
      details: [
        blind == 0 ? "no blind spots" : "\(blind) blind \(blind == 1 ? "spot" : "spots")",
        "\(journey.phases.count) \(journey.phases.count == 1 ? "phase" : "phases")",
      ])
  }
}

extension KPI {
  /// A figure in the KPI's unit: a share as `3.0%`, a duration as `2 d`.
  package func text(_ value: Double) -> String {
    switch unit {
    case .share: Numbers.short(value * 100, places: 1) + "%"
    case .count: Numbers.short(value, places: 1)
    case .money: Numbers.decimal(value, places: value.magnitude < 100 ? 2 : 0)
    case .duration: Numbers.duration(value)
    }
  }
}
