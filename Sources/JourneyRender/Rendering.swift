package import JourneyMetrics
package import JourneyModel
internal import JourneyReview
internal import Markup

/// The maps and pages of a workspace, each made when asked for, so that memory holds one at a time.
package struct Rendering: Sendable {
  package let theme: Theme
  /// The journeys' views, beside those asked for.
  package let views: [JourneyView]
  let workspace: Workspace

  /// - Parameter journeys: which to render, in the workspace's order.
  package init(_ annotated: AnnotatedWorkspace, journeys: [Journey.ID], theme: Theme) {
    self.theme = theme
    workspace = annotated.workspace
    views = journeys.map { id in
      let journey = annotated.journeys[id.value]
      return JourneyView(journey, ranking: Ranking(ranked: [], severeForFew: [], blindSpots: []), in: annotated.workspace)
    }
  }

  /// The map of one journey as an SVG file.
  ///
  /// - Parameter linksPages: whether the pages of other journeys lie beside it.
  package func svg(of view: JourneyView, linksPages: Bool) -> [UInt8] {
    xml(MapDrawing(view, linksPages: linksPages).element(theme))
  }
}
