package import JourneyMetrics
package import JourneyModel

/// What a map's header says in one sentence: the weakest touchpoint, by what, and for how many.
package struct Takeaway: Sendable {
  package let touchpoint: Touchpoint.ID
  /// The metric that adds most to its severity; always with a figure.
  package let score: Score
  package let reach: Reach?
}

/// The first of the ranking; nil where nothing is ranked, or nothing falls short.
package func takeaway(_ journey: AnnotatedJourney, _ ranking: Ranking) -> Takeaway? {
  guard let weakest = ranking.ranked.first, weakest.burden > 0, let worst = weakest.worst else { return nil }
  return Takeaway(
    touchpoint: weakest.touchpoint, score: journey.touchpoints[weakest.touchpoint.value][worst.metric],
    reach: weakest.reach)
}
