internal import JourneySyntax
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords

/// A figure or a finding of the whole journey before it has a place.
struct ChipText {
  let label: String
  let value: String
  let details: [String]
  /// What of a finding is said where there is room for one thing.
  var clause = ""
  var level: Level?
  /// Whether it is what a reader should know first.
  var isFinding = false
}

extension Subject {
  /// What to fix first and what has changed most, the goals, the journey's own figures, and how much of it is measured.
  var chips: [ChipText] { findings + figures + (annotated.coverage.touchpoints > 0 ? [coverage] : []) }

  /// The goals' and the journey's own.
  var figures: [ChipText] {
    var chips = zip(journey.goals, annotated.goals).map { chip(of: $0, $1) }
    let aimedAt = journey.goals.map(\.measure)
    for score in annotated.overall.scores where score.state != .notAsked && !aimedAt.contains(.metric(score.metric)) {
      chips.append(chip(of: score))
    }
    return chips
  }

  /// The top priority, and the clearest change.
  var findings: [ChipText] {
    guard !journey.isPlanned else { return [] }
    var findings: [ChipText] = []
    if let first = takeaway(annotated, ranking), let printed = first.score.printed(in: words) {
      let n = words.n(first.score.n)
      let reach = first.reach.map { words.reached(by: $0.printed(in: words).value) }
      findings.append(
        ChipText(
          label: words.topPriority,
          value: words.titled(
            journey[first.touchpoint].title, figure: first.score.metric.phrase(printed.value, in: words)),
          details: [[printed.interval, n].compactMap(\.self).joined(separator: ", "), reach].compactMap(\.self),
          clause: reach ?? n, level: Level(first.score), isFinding: true))
    }
    // A fall before a rise: what a reader has to hear of.
    let changes = shifts(annotated, journey.id)
    if let greatest = changes.greatest(isBetter: false) ?? changes.greatest(isBetter: true),
      let id = greatest.touchpoints.first, let printed = greatest.score.printed(in: words)
    {
      let (score, change) = (greatest.score, greatest.change)
      let isWorse = !greatest.isBetter
      findings.append(
        ChipText(
          label: isWorse ? words.fellMost : words.roseMost,
          value: words.titled(
            journey[id].title,
            figure: score.metric.phrase("\(printed.text(change.before.value)) → \(printed.short)", in: words)),
          details: [words.since(change.from.spoken(in: words)), words.n(score.n)],
          clause: words.since(change.from.spoken(in: words)),
          level: isWorse ? .farBelow : .farAbove, isFinding: true))
    }
    return findings
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
