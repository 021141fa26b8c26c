package import JourneyMetrics
package import JourneyModel
package import JourneySyntax

/// Everything that a review shows: what every output of it is made from.
///
/// Which period and whose answers it shows was decided when the answers were scored.
package struct Review: Sendable {
  package let annotated: AnnotatedWorkspace
  /// One for each of the workspace's that is listed.
  package internal(set) var journeys: [ReviewedJourney]
  /// Those of the journeys, then those beside them.
  package internal(set) var actions: [ReviewedAction]
  /// Of the actions still open.
  package internal(set) var grid: ImpactEffortGrid
  /// "You said, we did."
  package internal(set) var told: [ClosedLoopItem]
  package internal(set) var departments: [DepartmentCard] = []
  /// The newest period shown in any journey; nil without answers.
  package let newest: Period?

  package var workspace: Workspace { annotated.workspace }

  /// The same of one journey: its own figures, actions and departments.
  package func only(_ journey: Journey.ID) -> Review {
    var review = self
    review.journeys.removeAll { $0.journey != journey }
    review.actions.removeAll { $0.journey != journey }
    review.grid = ImpactEffortGrid(review.actions)
    review.told = JourneyReview.told(review.actions, in: workspace)
    review.departments = departmentCards(review)
    return review
  }
}

/// What a review says of one journey.
package struct ReviewedJourney: Sendable {
  package let journey: Journey.ID
  /// From when it looks at what is overdue: the day given, else the newest period that the journey shows, else that of
  /// its goals' records, else the workspace's; nil without any.
  package let asOf: Period?
  /// With its certainty, and what it would take to leave the top three.
  package internal(set) var ranking: Ranking
  /// Every hand-off, channel switch and retrace, in the order of the arrows.
  package internal(set) var crossings: [Transition]
  package internal(set) var matrix: HandOffMatrix
  package internal(set) var goals: [GoalStanding]
  /// Every comparison with the period before; those that are not clear are no change.
  package internal(set) var changes: [MetricChange]
  /// Every figure of three periods or more; of these, too, only what is clear is one.
  package internal(set) var trends: [MetricTrend]
  /// Each segment beside the others; of these, too, only what is clear is a difference.
  package internal(set) var segments: [SegmentComparison]
  /// With which touchpoints' answers those about the whole journey go; empty where nobody asked for it.
  package internal(set) var drivers: [ReviewedDrivers]

  /// Those between departments, across which it gets most worse first.
  package var handOffs: [Transition] { byWorsening(crossings.filter(\.isHandOff)) }

  /// Of those from one department to another the one across which it gets most worse; nil where none can be compared.
  package func worstHandOff(from giving: Department.ID, to taking: Department.ID) -> Transition? {
    handOffs.first { crossing in
      crossing.worsening != nil
        && crossing.departments.map { $0.giving == giving && $0.taking == taking } ?? false
    }
  }
}

/// Looks at a whole workspace: what to fix first, and whether it helped.
///
/// - Parameters:
///   - rankings: beside the journeys; worked out here unless given.
///   - asOf: by when what is due is overdue; by the newest period that its journey shows unless given. Never the clock.
///   - certainty: whether to draw how sure the ranks are.
///   - joint: what key drivers are worked out from.
///   - period: the period that was asked for; nil for the newest.
package func review(
  _ annotated: AnnotatedWorkspace, rankings: [Ranking]? = nil, asOf: Period? = nil, certainty: Bool = true,
  joint: JointTally = JointTally(), period: Period? = nil
) -> Review {
  let workspace = annotated.workspace
  let newest = annotated.newest
  let journeys = annotated.journeys.enumerated().compactMap { index, journey -> ReviewedJourney? in
    guard workspace.isListed(journey.journey) else { return nil }
    let id = Journey.ID(index)
    let asOf = asOf ?? journey.newest ?? newest
    var ranking = (rankings?[index] ?? rank(journey, in: workspace)).withWaysOut()
    if certainty { ranking = ranking.withCertainty(journey) }
    let crossings = crossings(journey, in: workspace)
    return ReviewedJourney(
      journey: id, asOf: asOf, ranking: ranking, crossings: crossings, matrix: HandOffMatrix(crossings),
      goals: goalStandings(journey, id, asOf: asOf), changes: shifts(journey, id), trends: trends(journey, id),
      segments: segmentComparisons(journey, id, in: workspace),
      drivers: journey.journey.isPlanned ? [] : reviewedDrivers(of: journey, id, joint, workspace, period))
  }
  let actions = reviewedActions(annotated) { asOf ?? annotated.newest(for: $0) }
  var review = Review(
    annotated: annotated, journeys: journeys, actions: actions, grid: ImpactEffortGrid(actions),
    told: told(actions, in: workspace), newest: newest)
  review.departments = departmentCards(review)
  return review
}

extension AnnotatedWorkspace {
  /// The latest period of any score shown.
  fileprivate var newest: Period? {
    let overall = overall.scores.compactMap { $0.figure == nil ? nil : $0.period }
    return (overall + journeys.compactMap(\.period)).max()
  }

  /// From when the actions of a journey, or those beside the journeys, are looked at.
  func newest(for journey: Journey.ID?) -> Period? { journey.flatMap { journeys[$0.value].newest } ?? newest }
}

extension AnnotatedJourney {
  /// The latest period that it shows. Without one, as where another was asked for, the latest that may be shown, or that
  /// of its goals' records.
  fileprivate var newest: Period? {
    period ?? askedScores.lazy.compactMap(\.newest).max()
      ?? journey.goals.lazy.flatMap(\.records).map(\.period).max()
  }
}
