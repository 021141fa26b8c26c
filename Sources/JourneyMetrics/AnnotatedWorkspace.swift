package import JourneyModel

/// A workspace with its customers' answers on it: what every output is made from.
package struct AnnotatedWorkspace: Sendable {
  package let workspace: Workspace
  /// Of the workspace as a whole: relational scores.
  package var overall: TouchpointScores
  /// Beside `workspace.journeys`, one each.
  package var journeys: [AnnotatedJourney]
  /// What tallies count answers about and nothing is, or was, called: `journey/touchpoint`.
  package internal(set) var unknownPlaces: Set<String> = []

  package init(workspace: Workspace, overall: TouchpointScores, journeys: [AnnotatedJourney]) {
    self.workspace = workspace
    self.overall = overall
    self.journeys = journeys
  }
}
