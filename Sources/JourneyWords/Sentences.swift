package import JourneyMetrics
package import JourneyModel
package import JourneyReview

/// What the map's header says in words; the page, the table and the index say the same.
package enum Sentences {
  /// `Maya, leisure traveller · from leaving home to stepping aboard · survey of May 2017`.
  package static func scope(of annotated: AnnotatedJourney, in workspace: Workspace) -> String {
    let words = workspace.words
    let journey = annotated.journey
    var parts = journey.personas.map { inside(workspace[$0].title) }
    switch (journey.from, journey.to) {
    case (let from?, let to?): parts.append(words("from “\(inside(from))” to “\(inside(to))”"))
    case (let from?, nil): parts.append(words("from “\(inside(from))”"))
    case (nil, let to?): parts.append(words("to “\(inside(to))”"))
    case (nil, nil): break
    }
    if let owner = journey.owner { parts.append(words("owned by \(inside(workspace[owner].title))")) }
    if journey.isPlanned { parts.append(words("planned journey")) }
    if journey.isDraft { parts.append(words("draft")) }
    if let tag = workspace.tag { parts.append(words("touchpoints tagged “\(inside(tag))”")) }
    if let today = journey.futureOf.flatMap(workspace.drawn) {
      parts.append(words("to replace “\(inside(today.title))”"))
    }
    parts += workspace.futures(of: journey).map { words("to be replaced by “\(inside($0.title))”") }
    if let window = window(of: annotated, in: words) { parts.append(window) }
    return joined(parts, by: " · ")
  }

  /// `answers of May 2017, compared with May 2016`; nil without figures.
  package static func window(of annotated: AnnotatedJourney, in words: Words) -> String? {
    guard let latest = annotated.period else { return nil }
    let scores = annotated.askedScores
    let before = scores.lazy.compactMap { $0.period == latest ? $0.change?.from : nil }.max()
    let period = latest.spoken(in: words)
    return before.map { words("answers of \(period), compared with \($0.spoken(in: words))") }
      ?? words("answers of \(period)")
  }

  /// `Fix first: Eats at a restaurant, 58% satisfied (56–60%, n 2,421), reached by 89%.`
  ///
  /// Where nothing is ranked it says why; where every target is met it says that.
  package static func takeaway(of annotated: AnnotatedJourney, ranking: Ranking, in words: Words) -> String {
    let journey = annotated.journey
    guard !journey.touchpoints.isEmpty else { return words("No touchpoints yet.") }
    guard !journey.isPlanned else {
      return journey.hasFeelings
        ? words(
          "This journey is planned: it is neither measured nor ranked; the feelings are the team’s assumption.")
        : words("This journey is planned: it is neither measured nor ranked.")
    }
    guard let first = JourneyReview.takeaway(annotated, ranking) else {
      if ranking.ranked.isEmpty, !ranking.onTarget.isEmpty { return onTarget(annotated, words) }
      if !ranking.ranked.isEmpty {
        return words("No measured touchpoint is below its target by more than its few answers allow.")
      }
      return unranked(annotated, words)
    }
    let figure = first.score.summary(under: annotated.period, in: words)
    let reach = first.reach?.clause(under: annotated.period, in: words) ?? ""
    return words("Fix first: \(inside(journey[first.touchpoint].title)), \(figure)\(reach).")
  }

  /// The titles of the feedbacks that the figures come from, by name.
  package static func sources(of annotated: AnnotatedJourney, in workspace: Workspace) -> [String] {
    Set(annotated.askedScores.flatMap(\.feedbacks)).sorted().map { name in
      workspace.feedbacks.first { $0.name == name }?.title ?? name
    }
  }

  /// How the figures are made, in a sentence or two.
  package static func method(of annotated: AnnotatedJourney, in words: Words) -> [String] {
    let scores = annotated.askedScores
    let shown = scores.filter { $0.figure != nil }
    guard !shown.isEmpty else {
      let isHidden = scores.contains { $0.period != nil }
      return switch (annotated.journey.hasFeelings, isHidden) {
      case (true, true): [words("Feelings are the team’s assumption; there are not enough answers to show.")]
      case (true, false): [words("Feelings are the team’s assumption; there are no customers’ answers yet.")]
      case (false, true): [words("There are not enough answers to show.")]
      case (false, false): [words("There are no customers’ answers yet.")]
      }
    }
    let isClustered = shown.contains(where: \.isClustered)
    let isWeighted = shown.contains { $0.effective.rounded() != Double($0.n) }
    return [
      (isClustered
        ? words(
          "Shares with Wilson’s 95% interval, NPS adjusted Wald, times by order statistics; answers of people who were asked together count as what they are worth, with weights and clusters."
        )
        : isWeighted
          ? words(
            "Shares with Wilson’s 95% interval, NPS adjusted Wald, times by order statistics; weighted answers count as Kish’s effective n, clustering is not allowed for."
          ) : words("Shares with Wilson’s 95% interval, NPS adjusted Wald, times by order statistics."))
        + " "
        + words(
          "A change is marked only where chance is an unlikely explanation, all comparisons of the journey taken together (Benjamini–Hochberg, q = 0.05)."
        )
    ]
  }
}

extension Journey {
  /// Whether the team assumed anything of how customers feel.
  package var hasFeelings: Bool { touchpoints.contains { !$0.feels.isEmpty } }
}
