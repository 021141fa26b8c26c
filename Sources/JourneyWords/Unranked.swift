internal import JourneyMetrics
internal import JourneyModel
internal import JourneySyntax

extension Sentences {
  /// What is to be said of a journey in which no touchpoint is ranked: the figure there is, and why it ranks nothing;
  /// without a figure why there is none.
  static func unranked(_ annotated: AnnotatedJourney, _ words: Words) -> String {
    let journey = annotated.journey
    let own = annotated.measuredAlone.flatMap { index in
      annotated.touchpoints[index].scores.map { (title: inside(journey.touchpoints[index].title), score: $0) }
    }
    let shared = annotated.shared.flatMap { shared in
      shared.scores.scores.map { score in
        let titles = shared.touchpoints.map { inside(journey[$0].title) }
        return (title: words("\(joined(titles, by: ", ")) together"), score: score)
      }
    }
    let whole = annotated.overall.scores.map { (title: words("The whole journey"), score: $0) }
    let current = own.filter { $0.score.current != nil }
    if let first = (current + shared + whole).first(where: { $0.score.current != nil }) {
      let reason =
        current.isEmpty
        ? words("No touchpoint is measured alone, so none is ranked.")
        : current.allSatisfy { $0.score.metric == .nps }
          ? words("Recommendation does not count for the ranking, so no touchpoint is ranked.")
          : words("Too little of what is asked has answers, so no touchpoint is ranked.")
      return "\(first.title): \(first.score.summary(under: annotated.period, in: words)). \(reason)"
    }
    let feelings = journey.hasFeelings ? words("; the feelings are the team’s assumption.") : "."
    let scores = (own + shared + whole).map(\.score)
    if scores.contains(where: { $0.period != nil }) { return words("There are not enough answers to show\(feelings)") }
    if let absent = scores.first(where: { $0.asked != nil })?.absence(in: words) {
      return words("There are \(absent)\(feelings)")
    }
    return scores.contains { $0.state != .notAsked }
      ? words("Customers are asked, but there are no answers yet\(feelings)")
      : words("No customer has been asked about this journey yet\(feelings)")
  }

  /// What is to be said where nothing that is ranked misses its target. "Every touchpoint" is not said while a figure is
  /// missing: what it would say, nobody knows.
  static func onTarget(_ annotated: AnnotatedJourney, _ words: Words) -> String {
    let measured = annotated.measuredAlone
    let lacking = measured.count { index in
      annotated.touchpoints[index].scores.contains { $0.state != .notAsked && $0.current == nil }
    }
    guard lacking > 0 else { return words("Every measured touchpoint meets its target.") }
    guard measured.count > 1 else {
      return words("Every figure shown meets its target, but the one measured touchpoint lacks current figures.")
    }
    return words(
      lacking,
      "Every figure shown meets its target, but \(lacking) of \(measured.count) measured touchpoints lacks current figures.",
      "Every figure shown meets its target, but \(lacking) of \(measured.count) measured touchpoints lack current figures."
    )
  }

  /// What is to be said of a period that was asked for where it has no figures, or where the earlier of two has none;
  /// nil where nothing is.
  static func absence(of period: ChosenPeriod, in annotated: AnnotatedWorkspace) -> String? {
    guard let shown = period.shown else { return nil }
    let words = annotated.workspace.words
    let scores = annotated.journeys.flatMap(\.askedScores) + annotated.overall.scores
    let hasFigures = scores.contains { $0.figure != nil }
    if !hasFigures, scores.contains(where: { $0.period != nil }) {
      return words("not enough answers of \(shown.spoken(in: words)) to show")
    }
    let missing = hasFigures ? period.before : shown
    guard let missing, !scores.contains(where: { $0.hasAnswers(in: missing) }) else { return nil }
    func whole(_ period: Period) -> Period? {
      scores.compactMap { $0.whole(of: period) }.min { ($0.lastDay - $0.firstDay) < ($1.lastDay - $1.firstDay) }
    }
    guard let around = whole(missing) else { return words("no answers of \(missing.spoken(in: words))") }
    let proposal = ([period.before, shown].compactMap(\.self)).map { (whole($0) ?? $0).description }
    let option = "--period " + proposal.joined(separator: "..")
    return words(
      "no answers of \(missing.spoken(in: words)) alone, only of \(around.spoken(in: words)) as a whole: \(option)")
  }
}
