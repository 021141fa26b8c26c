/// The one column grid that everything on a map is aligned to: a gutter for the lanes' names, then a column a
/// touchpoint.
package struct Grid: Sendable {
  /// Between the map's edge and what is drawn.
  package static let margin = 24.0
  /// Lane names end and columns begin here.
  package static let gutter = 146.0
  /// A map of few touchpoints is not narrower than this: a laptop's screen, which twelve columns fill.
  package static let leastWidth = 1366.0
  /// Of a column: narrower, and a name of three words breaks; wider, and an eye no longer takes in two of them.
  private static let pitches = 92.0...220.0
  /// Of a column that is seen at a glance, as narrow as a figure.
  private static let narrowPitches = 26.5...90.0
  /// Behind the last narrow column, whose name rises over it.
  private static let overhang = 76.0

  /// Between two cards.
  static let gap = 8.0

  package let count: Int
  /// From one column's left edge to the next one's.
  package let pitch: Double
  /// Between its columns.
  package let gap: Double
  /// Whether columns are too narrow for more than a figure.
  package let isNarrow: Bool
  /// Of a grid on a wall, whose lengths are those of its sheet: how tall the experience is drawn; nil elsewhere.
  let plotHeight: Double?
  /// As `Grid.margin` and `Grid.gutter`, but for a grid on a wall.
  package let margin: Double
  package let gutter: Double
  private let least: Double

  /// - Parameters:
  ///   - width: what a grid of few columns fills.
  ///   - room: for how many columns it has room; for its own unless given, else those of a longer row above or below.
  package init(count: Int, width: Double = Grid.leastWidth, room: Int? = nil) {
    self.count = count
    least = width
    let free = width - Self.gutter - Self.margin
    pitch = (free / Double(max(room ?? count, 1))).rounded(.down).clamped(to: Self.pitches)
    gap = Self.gap
    isNarrow = false
    (plotHeight, margin, gutter) = (nil, Self.margin, Self.gutter)
  }

  /// Columns that fill a sheet on a wall.
  init(onWall count: Int, width: Double, gutter: Double, margin: Double, plotHeight: Double) {
    self.count = count
    least = width
    pitch = (width - gutter - margin) / Double(max(count, 1))
    gap = Self.gap
    isNarrow = false
    (self.plotHeight, self.margin, self.gutter) = (plotHeight, margin, gutter)
  }

  /// So many columns on a screen, each as narrow as it has to be.
  ///
  /// - Parameters:
  ///   - width: a laptop's, unless given.
  ///   - plotHeight: nil for a page; what is read from a distance says how tall its experience is.
  init(narrow count: Int, width: Double = Grid.leastWidth, plotHeight: Double? = nil) {
    self.count = count
    least = width
    let free = least - Self.gutter - Self.margin - Self.overhang
    pitch = ((free / Double(max(count, 1)) * 2).rounded(.down) / 2).clamped(to: Self.narrowPitches)
    gap = 4
    isNarrow = true
    (self.plotHeight, margin, gutter) = (plotHeight, Self.margin, Self.gutter)
  }

  /// How many columns a width has room for.
  static func mostColumns(in width: Double) -> Int { max(1, Int((width - gutter - margin) / pitches.lowerBound)) }
  /// How many narrow columns a width has room for; a laptop's screen, unless given.
  static func mostNarrow(in width: Double = leastWidth) -> Int {
    Int((width - gutter - margin - overhang) / narrowPitches.lowerBound)
  }

  package var cardWidth: Double { pitch - gap }
  /// Left edge of a column's card.
  package func x(_ column: Int) -> Double { gutter + gap / 2 + Double(column) * pitch }
  package func center(_ column: Int) -> Double { x(column) + cardWidth / 2 }
  /// Right end of the last column.
  package var right: Double { max(gutter + Double(count) * pitch, least - margin) }
  package var width: Double { right + margin }
  /// What the name of a lane may take of the gutter.
  var nameWidth: Double { gutter - margin - 8 }
  /// Whether it is read from a distance.
  var isOnWall: Bool { plotHeight != nil }
}

extension Comparable {
  package func clamped(to range: ClosedRange<Self>) -> Self { min(max(self, range.lowerBound), range.upperBound) }
}
