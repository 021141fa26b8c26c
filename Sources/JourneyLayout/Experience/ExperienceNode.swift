internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords

/// A touchpoint at its height; on the rail where nobody has said how it is.
func experienceNode(
  _ id: Touchpoint.ID, _ score: Score?, _ scale: ExperienceScale, railY: Double, _ subject: Subject, on grid: Grid
) -> ExperiencePlot.ExperienceNode {
  let touchpoint = subject.journey.touchpoints[id.value]
  let words = subject.words
  let x = grid.center(id.value)
  if let score, let figure = score.figure, let printed = score.printed(in: words)?.value {
    let center = Point(x: x, y: scale.y(figure.value))
    let few = score.state == .indicative ? words.n(score.n) : nil
    let date = score.shortDate(under: subject.annotated.period, in: words).map { "(\($0))" }
    let before = score.change.flatMap { $0.isClear && !score.isOld ? scale.y($0.before.value) : nil }
    return ExperiencePlot.ExperienceNode(
      touchpoint: id,
      kind: .answered(
        Level(score), isIndicative: score.state == .indicative || touchpoint.repeats != nil, isOld: score.isOld),
      center: center, whisker: figure.interval.map { (low: scale.y($0.lowerBound), high: scale.y($0.upperBound)) },
      before: before,
      label: grid.isNarrow || grid.isOnWall
        ? nil
        : TextBlock(
          [printed, few, date].compactMap(\.self).joined(separator: " "), .point, x: x, top: 0,
          width: grid.pitch * 1.4, most: 2, anchor: .middle),
      sentence: "\(touchpoint.title). \(score.sentence(in: words))")
  }
  if scale.metric == nil, let feeling = touchpoint.feeling(of: nil) {
    return ExperiencePlot.ExperienceNode(
      touchpoint: id, kind: .felt(feeling.value.clamped(to: -2...2)),
      center: Point(x: x, y: scale.y(Double(feeling.value))),
      whisker: nil, before: nil, label: nil, sentence: "\(touchpoint.title). \(words.assumed(feeling, of: nil))")
  }
  let reason = score?.sentence(in: words) ?? ""
  return ExperiencePlot.ExperienceNode(
    touchpoint: id, kind: .unknown, center: Point(x: x, y: railY), whisker: nil, before: nil, label: nil,
    sentence: reason.isEmpty ? touchpoint.title : "\(touchpoint.title). \(reason)")
}

extension Touchpoint {
  /// A persona's own feeling where there is one, else everyone's; for nobody in particular the first where none is everyone's.
  func feeling(of persona: Persona.ID?) -> Feeling? {
    if let persona, let own = feels.first(where: { $0.audience.personas.contains(persona) }) { return own }
    return feels.first { $0.audience.isEveryone } ?? (persona == nil ? feels.first : nil)
  }
}
