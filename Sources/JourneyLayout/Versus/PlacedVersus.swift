package import JourneyModel

/// Two periods or segments of a journey beside each other, as a lane of its page that is shown when it is asked for.
package struct PlacedVersus: Sendable {
  /// What asks for it in the page's address, each with what a reader chooses.
  package let choices: [(name: String, title: String)]
  /// How many comparisons there are, and how many of them are clear.
  package let sentence: String
  package var lane: PlacedLane
}

/// Two rows of tiles, under them both sides with their intervals on one scale, then how far they are apart.
package struct ComparisonPlot: Sendable {
  /// One side of a touchpoint, with its interval.
  package struct VersusMark: Sendable {
    package let isFirst: Bool
    package let isIndicative: Bool
    package var center: Point
    package let whisker: (low: Double, high: Double)?
  }

  /// How far both sides are apart.
  package struct VersusGap: Sendable {
    /// Whether the second side is better; nil where the two do not differ beyond chance.
    package let isBetter: Bool?
    package var center: Point
    package let whisker: (low: Double, high: Double)?
    package var label: TextBlock
  }

  package struct VersusColumn: Sendable {
    package let touchpoint: Touchpoint.ID
    package var tiles: [PlacedTile]
    package var marks: [VersusMark]
    package var gap: VersusGap?
    /// What a screen reader says.
    package let sentence: String
  }

  package var area: Rect
  /// Of both sides, and no difference.
  package var ticks: [ExperiencePlot.Tick]
  package var columns: [VersusColumn]
}
