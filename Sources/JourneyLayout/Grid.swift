/// The one column grid that everything on a map is aligned to: a gutter for the lanes' names, then a column a
/// touchpoint.
package struct Grid: Sendable {
  /// Between the map's edge and what is drawn.
  package static let margin = 24.0
  /// Lane names end and columns begin here.
  package static let gutter = 264.0
  /// Between two cards; holds the arrow and the hand-off's diamond.
  package static let gap = 22.0
  /// A map of few touchpoints is not narrower than this, so that its header has room.
  static let leastWidth = 1180.0

  package let count: Int
  /// From one column's left edge to the next one's.
  package let pitch: Double

  package init(count: Int) {
    self.count = count
    let free = Self.leastWidth - Self.gutter - Self.margin
    pitch = (free / Double(max(count, 1))).rounded(.down).clamped(to: 164...297)
  }

  package var cardWidth: Double { pitch - Self.gap }
  /// Left edge of a column's card.
  package func x(_ column: Int) -> Double { Self.gutter + Self.gap / 2 + Double(column) * pitch }
  package func center(_ column: Int) -> Double { x(column) + cardWidth / 2 }
  /// Right end of the last column.
  package var right: Double { max(Self.gutter + Double(count) * pitch, Self.leastWidth - Self.margin) }
  package var width: Double { right + Self.margin }
}

extension Comparable {
  package func clamped(to range: ClosedRange<Self>) -> Self { min(max(self, range.lowerBound), range.upperBound) }
}
