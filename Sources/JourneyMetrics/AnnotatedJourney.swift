package import JourneyModel
package import JourneySyntax

/// A journey with its customers' answers on it.
package struct AnnotatedJourney: Sendable {
  package let journey: Journey
  /// Of the journey as a whole.
  package var overall: TouchpointScores
  /// Beside `journey.touchpoints`, one each.
  package var touchpoints: [TouchpointScores]
  /// One score over several touchpoints or a phase; drawn across them, ranks none of them alone.
  package var shared: [SharedScore] = []
  package var goals: [GoalScore] = []
  /// The latest period of any score shown.
  package var period: Period?
  /// What those say who answered on both sides of a crossing, each both ways round.
  package var paired: [PairedDifference] = []

  package init(journey: Journey, overall: TouchpointScores, touchpoints: [TouchpointScores]) {
    self.journey = journey
    self.overall = overall
    self.touchpoints = touchpoints
  }
}

extension AnnotatedJourney {
  /// What customers are asked, of the journey as a whole, of each touchpoint and of several together.
  package var askedScores: [Score] {
    // Scores are large, and most touchpoints of a long journey have none.
    overall.scores.filter { $0.state != .notAsked }
      + touchpoints.indices.lazy.filter { touchpoints[$0].isMeasured }
      .flatMap { touchpoints[$0].scores.filter { $0.state != .notAsked } } + shared.flatMap(\.scores.scores)
  }

  /// The touchpoints that customers are asked about alone; a card that repeats another is that other once more.
  package var measuredAlone: [Int] {
    touchpoints.indices.filter { journey.touchpoints[$0].repeats == nil && touchpoints[$0].isMeasured }
  }

  /// Whether any touchpoint alone is measured by it.
  package func asks(_ metric: Metric) -> Bool {
    touchpoints.indices.contains { touchpoint in
      let scores = touchpoints[touchpoint].scores
      return scores.indices.contains { scores[$0].metric == metric && scores[$0].state != .notAsked }
    }
  }

  /// Beside the touchpoints: whether customers are asked about it, alone or together with others.
  package var measured: [Bool] {
    var measured = touchpoints.map(\.isMeasured)
    for shared in shared where shared.scores.isMeasured {
      for touchpoint in shared.touchpoints { measured[touchpoint.value] = true }
    }
    return measured
  }
}

extension AnnotatedJourney {
  /// How many of its touchpoints customers are asked about. A card that repeats another is that other once more, and a
  /// planned journey has none to ask about.
  package var coverage: (measured: Int, touchpoints: Int) {
    guard !journey.isPlanned else { return (0, 0) }
    let measured = measured
    let own = measured.indices.filter { journey.touchpoints[$0].repeats == nil }
    return (own.count { measured[$0] }, own.count)
  }
}

package struct SharedScore: Sendable {
  package let touchpoints: [Touchpoint.ID]
  package let scores: TouchpointScores

  package init(touchpoints: [Touchpoint.ID], scores: TouchpointScores) {
    self.touchpoints = touchpoints
    self.scores = scores
  }
}
