package import JourneyMetrics
package import JourneyModel
package import JourneyReview

/// What the map's header says in words; the page, the table and the index say the same.
package enum Sentences {
  /// `Maya, leisure traveller · from leaving home to stepping aboard · survey of May 2017`.
  package static func scope(of annotated: AnnotatedJourney, in workspace: Workspace) -> String {
    let journey = annotated.journey
    var parts = journey.personas.map { inside(workspace[$0].title) }
    switch (journey.from, journey.to) {
    case (let from?, let to?): parts.append("from “\(inside(from))” to “\(inside(to))”")
    case (let from?, nil): parts.append("from “\(inside(from))”")
    case (nil, let to?): parts.append("to “\(inside(to))”")
    case (nil, nil): break
    }
    if let owner = journey.owner { parts.append("owned by \(inside(workspace[owner].title))") }
    if journey.isPlanned { parts.append("planned journey") }
    if let today = journey.futureOf.flatMap(workspace.drawn) {
      parts.append("to replace “\(inside(today.title))”")
    }
    parts += workspace.futures(of: journey).map { "to be replaced by “\(inside($0.title))”" }
    if let window = window(of: annotated) { parts.append(window) }
    return joined(parts, by: " · ")
  }

  /// `answers of May 2017, compared with May 2016`; nil without figures.
  package static func window(of annotated: AnnotatedJourney) -> String? {
    guard let latest = annotated.period else { return nil }
    let scores = annotated.askedScores
    let before = scores.lazy.compactMap { $0.period == latest ? $0.change?.from : nil }.max()
    return "answers of \(latest.spoken)" + (before.map { ", compared with \($0.spoken)" } ?? "")
  }

  /// `Fix first: Eats at a restaurant, 58% satisfied (56–60%, n 2,421), reached by 89%.`
  ///
  /// Where nothing is ranked it says why; where every target is met it says that.
  package static func takeaway(of annotated: AnnotatedJourney, ranking: Ranking) -> String {
    let journey = annotated.journey
    guard !journey.touchpoints.isEmpty else { return "No touchpoints yet." }
    guard !journey.isPlanned else {
      return "This journey is planned: it is neither measured nor ranked"
        + (journey.hasFeelings ? "; the feelings are the team’s assumption." : ".")
    }
    guard let first = JourneyReview.takeaway(annotated, ranking) else {
      if ranking.ranked.isEmpty, !ranking.onTarget.isEmpty { return onTarget(annotated) }
      if !ranking.ranked.isEmpty {
        return "No measured touchpoint is below its target by more than its few answers allow."
      }
      return unranked(annotated)
    }
    let figure = first.score.summary(under: annotated.period)
    let reach = first.reach?.clause(under: annotated.period) ?? ""
    return "Fix first: \(inside(journey[first.touchpoint].title)), \(figure)\(reach)."
  }

  /// The titles of the feedbacks that the figures come from, by name.
  package static func sources(of annotated: AnnotatedJourney, in workspace: Workspace) -> [String] {
    Set(annotated.askedScores.flatMap(\.feedbacks)).sorted().map { name in
      workspace.feedbacks.first { $0.name == name }?.title ?? name
    }
  }

  /// How the figures are made, in a sentence or two.
  package static func method(of annotated: AnnotatedJourney) -> [String] {
    let scores = annotated.askedScores
    let shown = scores.filter { $0.figure != nil }
    guard !shown.isEmpty else {
      let absence =
        scores.contains { $0.period != nil }
        ? "there are not enough answers to show." : "there are no customers’ answers yet."
      return [
        annotated.journey.hasFeelings
          ? "Feelings are the team’s assumption; \(absence)" : absence.prefix(1).uppercased() + absence.dropFirst()
      ]
    }
    let isWeighted = shown.contains { $0.effective.rounded() != Double($0.n) }
    return [
      "Shares with Wilson’s 95% interval, NPS adjusted Wald, times by order statistics"
        + (isWeighted ? "; weighted answers count as Kish’s effective n, clustering is not allowed for" : "")
        + ". A change is marked only where chance is an unlikely explanation, all comparisons of the journey taken "
        + "together (Benjamini–Hochberg, q = 0.05)."
    ]
  }
}

extension Journey {
  /// Whether the team assumed anything of how customers feel.
  var hasFeelings: Bool { touchpoints.contains { !$0.feels.isEmpty } }
}
