package import JourneySource

/// Which metrics customers are asked about, or timed on, at which single touchpoints.
package struct Measurements: Sendable {
  /// Beside `Metric.allCases`.
  private var measured = Array(repeating: [Journey.ID: Set<Touchpoint.ID>](), count: Metric.allCases.count)

  package init() {}

  package mutating func insert(_ metric: Metric, journey: Journey.ID, touchpoint: Touchpoint.ID) {
    measured[metric.order][journey, default: []].insert(touchpoint)
  }

  /// The touchpoints of a journey at which it is measured.
  func touchpoints(_ metric: Metric, of journey: Journey.ID) -> Set<Touchpoint.ID> {
    measured[metric.order][journey] ?? []
  }
}

/// What is worth a word in a workspace whose names all resolve: findings by file and place.
///
/// A touchpoint counts as measured where a feedback asks about it; `tallied` adds those that tallies know without one.
/// Checks of the flow are silent where a mistake in it was reported already.
package func check(_ workspace: Workspace, tallied: Measurements = Measurements()) -> [Diagnostic] {
  var findings = unusedDeclarations(in: workspace)
  findings += missingOwners(in: workspace)
  findings += defaultTargets(in: workspace, tallied: tallied)
  findings += incompleteActions(in: workspace)
  for journey in workspace.journeys {
    findings += emptyPlaces(in: journey)
    findings += unnamedTouchpoints(in: journey)
    findings += repeatedFeelings(in: journey, of: workspace)
    findings += wideMap(of: journey)
    guard journey.course.isWritten, !journey.course.isIncomplete, !journey.touchpoints.isEmpty else { continue }
    let network = Network(journey)
    findings += unreachableTouchpoints(in: journey, network)
    findings += deadEnds(in: journey, network)
    findings += waysInAndOut(of: journey, network)
  }
  return findings.inOrder
}
