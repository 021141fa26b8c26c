internal import JourneyModel

/// What each touchpoint of a journey aims at, worked out once a phase: few touchpoints have targets of their own.
struct NearestTargets {
  private let journey: Journey
  private let workspace: Workspace
  /// Beside `journey.phases`; of each phase, beside `Metric.allCases`.
  private let phases: [[Target?]]
  private let unasked: [TouchpointScores]

  init(_ journey: Journey, in workspace: Workspace) {
    self.journey = journey
    self.workspace = workspace
    phases = journey.phases.map { phase in
      Metric.allCases.map { workspace.target($0, of: phase, in: journey) }
    }
    unasked = phases.map(TouchpointScores.unasked)
  }

  /// Beside `Metric.allCases`.
  func targets(at touchpoint: Int) -> [Target?] {
    if journey.touchpoints[touchpoint].targets.isEmpty { return phases[journey.touchpoints[touchpoint].phase.value] }
    return Metric.allCases.map { workspace.target($0, of: journey.touchpoints[touchpoint], in: journey) }
  }

  /// The scores of a touchpoint that nobody is asked about.
  func unasked(at touchpoint: Int) -> TouchpointScores {
    journey.touchpoints[touchpoint].targets.isEmpty
      ? unasked[journey.touchpoints[touchpoint].phase.value] : .unasked(targets(at: touchpoint))
  }
}

extension TouchpointScores {
  /// Not asked, whatever the metric.
  static func unasked(_ targets: [Target?]) -> TouchpointScores {
    TouchpointScores(scores: zip(Metric.allCases, targets).map { Score($0, nil, target: $1) })
  }

  /// The same scores on a card that repeats the touchpoint, against its own targets. How many come by there nobody was
  /// asked: the reach is that of both cards together.
  func repeated(_ targets: [Target?]) -> TouchpointScores {
    var result = self
    result.reach = nil
    for (index, target) in zip(result.scores.indices, targets) { result.scores[index].target = target }
    return result
  }
}
