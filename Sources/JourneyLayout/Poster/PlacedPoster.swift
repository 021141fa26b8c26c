package import JourneyMetrics
package import JourneyModel
package import JourneyReview

/// A journey laid out for sheets on a wall, to be read from three distances: findings and figures from three metres, names,
/// phases and owners from two, what customers say and what hurts from one.
///
/// Lengths are millimetres of A0; on A1 everything is 0.71 times as large.
package struct PlacedPoster: Sendable {
  package struct PosterSheet: Sendable {
    package var bands: [PosterBand] = []
    /// Which touchpoints it shows.
    package var columns = 0..<0
    /// More than a sheet's where one row alone is taller than that.
    package var height = PlacedPoster.height
  }

  /// Of a sheet.
  package static let width = 1189.0
  package static let height = 841.0
  package var sheets: [PosterSheet]
}

/// A part of a poster in a size of its own.
package struct PosterBand: Sendable {
  /// What its map is of: the journey, or a run of its touchpoints as a journey of its own.
  package let annotated: AnnotatedJourney
  /// Which of the journey's touchpoints that are.
  package let columns: Range<Int>
  package var map: PlacedMap
  /// Millimetres a pixel of the map.
  package let scale: Double
  /// On its sheet.
  package var top = 0.0

  package var height: Double { map.height * scale }
}

/// Lays out a journey for sheets on a wall, on as few as hold what a workshop needs.
package func placePoster(_ annotated: AnnotatedJourney, ranking: Ranking, in workspace: Workspace) -> PlacedPoster {
  PosterRoom(Subject(annotated, ranking: ranking, in: workspace)).poster()
}

/// How large the parts of a poster are drawn.
struct WallSize {
  /// Millimetres a pixel of a map, so that its type is read from three metres: the title of 22 pixels, findings of 15.
  static let title = 40.0 / 22
  static let finding = 22.0 / 15
  /// From two: phases of 14 pixels, names of 13 with figures of 30 under them, owners of 12.
  static let phase = 18.0 / 14
  static let card = 12.6 / 13
  static let owner = 12.5 / 12
  /// From one, texts of 12 pixels: as large as names where there is room, and never under 8 mm.
  static let least = 8.0 / 12

  /// Of a sheet; `gutter` holds the names of owners.
  static let margin = 20.0
  private static let gutter = 148.0
  /// Of a column.
  private static let leastPitch = 79.0
  /// Longer words are broken rather than have few columns, in pixels.
  private static let longestWord = 130.0

  /// A journey of few touchpoints is drawn larger, head and foot excepted.
  var magnification = 1.0
  /// Of what customers say and what hurts.
  var notes = WallSize.card
  /// Whether that stands in one lane, so that a column takes no more height than it has texts.
  var isStacked = false

  /// Those of notes, the largest first.
  static let all = [WallSize(), WallSize(notes: 0.85), WallSize(notes: least), WallSize(notes: least, isStacked: true)]

  /// How many touchpoints stand side by side at most, for no word of their names to be broken.
  ///
  /// - Parameter word: how wide the longest of these words is, in pixels.
  func mostColumns(word: Double) -> Int {
    let pitch = max(Self.leastPitch, (min(word, Self.longestWord) + Grid.gap + 2 * cardPadding + 1) * Self.card)
    return max(1, Int(((PlacedPoster.width - Self.margin) / magnification - Self.gutter) / pitch))
  }

  /// Columns from edge to edge, for a part that is drawn at a scale.
  func grid(_ count: Int, at scale: Double, plotHeight: Double = Self.plotHeight) -> Grid {
    let width = PlacedPoster.width / (scale * magnification)
    return Grid(
      onWall: count, width: width, gutter: Self.gutter / scale, margin: Self.margin / (scale * magnification),
      plotHeight: plotHeight)
  }

  /// Of the experience in pixels: at least, and where there is room.
  static let plotHeight = 52.0
  static let tallestPlot = 170.0
  /// Of the row for dots in millimetres: at least, and where there is room.
  static let dots = 25.0
  static let tallestDots = 80.0
}
