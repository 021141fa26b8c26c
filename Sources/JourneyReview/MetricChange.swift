package import JourneyMetrics
package import JourneyModel

/// A figure that can be compared with its period before.
package struct MetricChange: Sendable {
  package let journey: Journey.ID
  /// Empty for the journey as a whole; several for a question that they share.
  package let touchpoints: [Touchpoint.ID]
  /// The later figure, with what it aims at.
  package let score: Score
  package let change: Score.Change

  /// Whether it can be told from noise among all comparisons of its journey; nothing else is called a change.
  package var isClear: Bool { change.isClear }
  /// Whether the later figure is the better one.
  package var isBetter: Bool { score.metric.higherIsBetter == (change.difference > 0) }
}

/// Every comparison of a journey: of its own scores, touchpoint by touchpoint, then of shared questions.
package func shifts(_ annotated: AnnotatedJourney, _ id: Journey.ID) -> [MetricChange] {
  comparedScores(annotated).compactMap { touchpoints, score in
    score.change.map { MetricChange(journey: id, touchpoints: touchpoints, score: score, change: $0) }
  }
}

/// The scores of a journey of today, each once with the touchpoints that it is of, in the order of `shifts`.
func comparedScores(_ annotated: AnnotatedJourney) -> [(touchpoints: [Touchpoint.ID], score: Score)] {
  guard !annotated.journey.isPlanned else { return [] }
  var places: [([Touchpoint.ID], TouchpointScores)] = [([], annotated.overall)]
  for (index, scores) in annotated.touchpoints.enumerated() where annotated.journey.touchpoints[index].repeats == nil {
    places.append(([Touchpoint.ID(index)], scores))
  }
  places += annotated.shared.map { ($0.touchpoints, $0.scores) }
  return places.flatMap { touchpoints, scores in
    scores.scores.map { (touchpoints, $0) }
  }
}

extension [MetricChange] {
  /// The clear change of one touchpoint's share that is greatest in one direction; nil where there is none.
  package func greatest(isBetter: Bool) -> MetricChange? {
    func size(_ change: MetricChange) -> Double {
      change.change.difference.magnitude * (change.score.metric == .nps ? 0.5 : 100)
    }
    return filter {
      $0.isClear && $0.isBetter == isBetter && $0.touchpoints.count == 1 && $0.score.metric != .resolution
        && !$0.score.isOld
    }.reduce(nil) { greatest, change in
      greatest.map { size(change) > size($0) } ?? true ? change : greatest
    }
  }
}
