package import JourneySource

/// One metric that customers are asked about, or timed on, at one touchpoint.
package struct Measurement: Hashable, Sendable {
  package let journey: String
  package let touchpoint: String
  package let metric: Metric

  package init(journey: String, touchpoint: String, metric: Metric) {
    self.journey = journey
    self.touchpoint = touchpoint
    self.metric = metric
  }
}

/// What is worth a word in a workspace whose names all resolve: findings by file and place.
///
/// A touchpoint counts as measured where a feedback asks about it; `tallied` adds those that tallies know without one.
/// Checks of the flow are silent where a mistake in it was reported already.
package func check(_ workspace: Workspace, tallied: Set<Measurement> = []) -> [Diagnostic] {
  var findings = unusedDeclarations(in: workspace)
  findings += missingOwners(in: workspace)
  findings += defaultTargets(in: workspace, tallied: tallied)
  findings += incompleteActions(in: workspace)
  for journey in workspace.journeys {
    findings += emptyPlaces(in: journey)
    findings += unnamedTouchpoints(in: journey)
    guard journey.course.isWritten, !journey.course.isIncomplete, !journey.touchpoints.isEmpty else { continue }
    let network = Network(journey)
    findings += unreachableTouchpoints(in: journey, network)
    findings += deadEnds(in: journey, network)
    findings += waysInAndOut(of: journey, network)
  }
  return findings.inOrder
}
