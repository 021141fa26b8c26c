package import JourneyMetrics
package import JourneyModel
package import JourneyWords

/// One touchpoint as a card, at the head of its column.
package struct PlacedCard: Sendable {
  /// A small sign in the card's right corner.
  package enum Mark: Sendable, Equatable {
    case momentOfTruth
    /// So many actions open.
    case actions(Int)
    /// Leads out of the map.
    case link(Link)
  }

  /// The touchpoint's place among what to fix first.
  package struct RankBadge: Sendable {
    package let rank: Int
    package var center: Point

    package init(rank: Int, center: Point) {
      self.rank = rank
      self.center = center
    }
  }

  package let touchpoint: Touchpoint.ID
  package var frame: Rect
  package var texts: [TextBlock]
  package var marks: [(mark: Mark, center: Point)]
  /// The channels in the card's left corner, the main one first.
  package var channels: [(sign: ChannelSign, channel: Channel.ID, center: Point)]
  package var badge: RankBadge?
}

/// A touchpoint's most weighty figure on a ground in the colour of its level, or why there is none.
package struct PlacedTile: Sendable {
  package let touchpoint: Touchpoint.ID
  package var frame: Rect
  /// Nil where there is no figure of today to judge.
  package let level: Level?
  package let state: Score.ScoreState
  package var texts: [TextBlock]
  /// Where the level's sign begins, left middle; nil where a clear change stands in its place, or nothing.
  package var glyph: Point?
}
