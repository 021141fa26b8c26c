package import JourneyMetrics
package import JourneyModel
package import JourneyWords

/// A journey's map with every box and line in place: geometry and wrapped text, no markup.
package struct PlacedMap: Sendable {
  package var width: Double
  package var height: Double
  package var grid: Grid
  package var header: PlacedHeader
  package var phases: [PlacedPhase]
  /// At the heads of their columns.
  package var cards: [PlacedCard]
  package var lanes: [PlacedLane]
  /// The team's notes, above which there is no room: a page makes it when they are asked for. Nowhere else are they shown.
  package var folded: PlacedLane?
  package var footer: PlacedFooter
  /// Whether it runs from right to left.
  package var isMirrored = false

  /// Without header and footer.
  init(
    on grid: Grid, phases: [PlacedPhase] = [], cards: [PlacedCard] = [], lanes: [PlacedLane] = [], height: Double
  ) {
    (width, self.height, self.grid) = (grid.width, height, grid)
    header = PlacedHeader(texts: [], chips: [])
    (self.phases, self.cards, self.lanes) = (phases, cards, lanes)
    footer = PlacedFooter(
      frame: Rect(x: grid.margin, y: height, width: 0, height: 0), texts: [], legend: [])
  }
}

package struct PlacedHeader: Sendable {
  package var texts: [TextBlock]
  package var chips: [PlacedChip]
}

/// A finding, a figure of the journey as a whole, or a goal's.
package struct PlacedChip: Sendable {
  package var frame: Rect
  package var texts: [TextBlock]
  /// How the figure stands to its target; nil without one.
  package var level: Level?
  /// Where the level's glyph is drawn, left middle; nil where the level is seen by colour beside words that say it.
  package var glyph: Point?
  /// Whether it is what a reader should know first.
  package var isFinding = false
}

package struct PlacedPhase: Sendable {
  package let phase: Phase.ID
  package var frame: Rect
  package var title: TextBlock
}

/// One band of the map below the touchpoints.
package struct PlacedLane: Sendable {
  package enum Content: Sendable {
    /// Of the metric that weighs most.
    case tiles(Metric, [PlacedTile])
    case experience(ExperiencePlot)
    case owners(OwnerPlot)
    case faces([PlacedFace])
    case notes([PlacedNote])
    case metric([PlacedCell])
    case pictures([PlacedPicture])
    case glances([PlacedGlance])
    case priorities([PlacedPriority])
    case comparison(ComparisonPlot)
    /// For what a room puts on it.
    case boxes([Rect])
  }

  /// A rule above the lane, across the map; the blueprint's two lines are named and dashed.
  package enum LaneRule: Sendable, Equatable { case plain, visibility, interaction, none }

  /// Stable, for classes and the table: `owners`, `thinking`, `csat`.
  package let id: MapLane
  package var frame: Rect
  package var rule: LaneRule
  package var labels: [TextBlock]
  package var content: Content
}

/// A piece of text in a touchpoint's column: a thought, a blueprint step, a pain, an action. What is said of the whole
/// journey has no touchpoint and stands across the columns.
package struct PlacedNote: Sendable {
  package enum Look: String, Sendable {
    case plain, thought, frontstage, backstage, support, system, pain, idea, action, done
  }

  package let touchpoint: Touchpoint.ID?
  package let look: Look
  /// For whom alone it is.
  package let audience: Audience
  package var frame: Rect
  package var texts: [TextBlock]
}

/// A picture in a touchpoint's column.
package struct PlacedPicture: Sendable {
  package let touchpoint: Touchpoint.ID
  package let image: ImageFile
  package var frame: Rect
}

package struct PlacedFooter: Sendable {
  package var frame: Rect
  package var texts: [TextBlock]
  package var legend: [PlacedLegend]
}

/// A sign of the map and what it means.
package struct PlacedLegend: Sendable {
  package let sign: MapSign
  package var frame: Rect
  package var text: TextBlock
}
