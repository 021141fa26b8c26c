/// The one column grid that everything on a map is aligned to: a gutter for the lanes' names, then a column a
/// touchpoint.
package struct Grid: Sendable {
  /// Between the map's edge and what is drawn.
  package static let margin = 24.0
  /// Lane names end and columns begin here.
  package static let gutter = 152.0
  /// What the name of a lane may take of the gutter.
  static let nameWidth = gutter - margin - 8
  /// Between two cards.
  package static let gap = 8.0
  /// A map of few touchpoints is not narrower than this: a laptop's screen, which twelve columns fill.
  package static let leastWidth = 1366.0
  /// Of a column: narrower, and a name of three words breaks; wider, and an eye no longer takes in two of them.
  private static let pitches = 92.0...220.0

  package let count: Int
  /// From one column's left edge to the next one's.
  package let pitch: Double
  private let least: Double

  /// - Parameters:
  ///   - width: what a grid of few columns fills.
  ///   - room: for how many columns it has room; for its own unless given, else those of a longer row above or below.
  package init(count: Int, width: Double = Grid.leastWidth, room: Int? = nil) {
    self.count = count
    least = width
    let free = width - Self.gutter - Self.margin
    pitch = (free / Double(max(room ?? count, 1))).rounded(.down).clamped(to: Self.pitches)
  }

  /// How many columns a width has room for.
  static func mostColumns(in width: Double) -> Int { max(1, Int((width - gutter - margin) / pitches.lowerBound)) }

  package var cardWidth: Double { pitch - Self.gap }
  /// Left edge of a column's card.
  package func x(_ column: Int) -> Double { Self.gutter + Self.gap / 2 + Double(column) * pitch }
  package func center(_ column: Int) -> Double { x(column) + cardWidth / 2 }
  /// Right end of the last column.
  package var right: Double { max(Self.gutter + Double(count) * pitch, least - Self.margin) }
  package var width: Double { right + Self.margin }
}

extension Comparable {
  package func clamped(to range: ClosedRange<Self>) -> Self { min(max(self, range.lowerBound), range.upperBound) }
}
