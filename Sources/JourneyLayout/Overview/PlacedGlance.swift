package import JourneyModel

/// A column that is seen at a glance: a touchpoint, or the touchpoints of a phase where there are too many.
package struct PlacedGlance: Sendable {
  package var name: TextBlock
  /// Whether the name is turned about its origin, so that it rises over the columns after it.
  package let isRising: Bool
  /// Of a phase the one in the middle of its figures.
  package var tile: PlacedTile
  package var badge: PlacedCard.RankBadge?
  /// What is said of a phase.
  package var notes: [TextBlock]
  /// What a screen reader says.
  package let sentence: String
  /// How steeply a rising name rises, in degrees.
  package static let rise = 47.0
  static let sineOfRise = 0.7314
}

/// One of the first touchpoints to fix, with what hurts there and what could be done.
package struct PlacedPriority: Sendable {
  package let touchpoint: Touchpoint.ID
  package var badge: PlacedCard.RankBadge
  package var texts: [TextBlock]
}
