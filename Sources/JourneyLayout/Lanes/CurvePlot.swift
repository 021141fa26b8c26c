package import JourneyMetrics
package import JourneyModel

/// A figure over the touchpoints: what customers answered, or what the team assumes they feel.
package struct CurvePlot: Sendable {
  package struct CurveLine: Sendable {
    package enum Stroke: String, Sendable { case answers, gap, feeling }

    package let stroke: Stroke
    package var points: [Point]
    /// Tells the lines of several personas apart: 0, 1, 2 …
    package let variant: Int
  }

  package struct CurveNode: Sendable {
    package let touchpoint: Touchpoint.ID
    package var center: Point
    package let level: Level?
    /// The interval's ends; nil for an assumption.
    package let whisker: (low: Double, high: Double)?
    package var label: TextBlock?
    /// Where the level's glyph begins, on the label's line.
    package var glyph: Point
    package let isIndicative: Bool
    /// Whether it is too old to be judged, and stands beside the line.
    package let isOld: Bool
    /// For a tooltip.
    package let sentence: String
  }

  package struct Tick: Sendable {
    package let y: Double
    package var label: TextBlock
  }

  package var area: Rect
  package var ticks: [Tick]
  package var lines: [CurveLine]
  package var nodes: [CurveNode]
  /// The target, a run of columns where it is the same.
  package var targets: [(y: Double, from: Double, to: Double, label: TextBlock)]
  /// Whose the lines are, where there are several: a piece of the line, and the name.
  package var legend: [(line: CurveLine, name: TextBlock)]
}
