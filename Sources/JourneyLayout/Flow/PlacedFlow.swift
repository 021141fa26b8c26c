package import JourneyModel

/// The row of touchpoints with the arrows through it.
package struct PlacedFlow: Sendable {
  package var frame: Rect
  package var cards: [PlacedCard]
  package var arrows: [PlacedArrow]
  package var terminals: [PlacedTerminal]
}

/// One touchpoint as a card, at the head of its column.
package struct PlacedCard: Sendable {
  /// A small sign in the card's corner.
  package enum Mark: Sendable, Equatable {
    case momentOfTruth, surveyPoint
    /// So many actions open.
    case actions(Int)
    /// Leads out of the map.
    case link(Link)
  }

  package let touchpoint: Touchpoint.ID
  package var frame: Rect
  package var texts: [TextBlock]
  package var marks: [(mark: Mark, center: Point)]
}

/// An arrow along its corners; drawn rounded, with its head at the last one.
package struct PlacedArrow: Sendable {
  package enum ArrowKind: Sendable { case straight, branch, retrace, entry, exit }

  package let arrow: Int
  package let course: ArrowKind
  package var corners: [Point]
  /// Stroke width: wider the larger the share.
  package var width: Double
  package var label: TextBlock?
  /// Where the diamond of a hand-off stands.
  package var handOff: Point?
}

/// An entry or an exit beside the touchpoint it belongs to. One that several arrows share is drawn at each.
package struct PlacedTerminal: Sendable {
  package let arrow: Int
  package let isEntry: Bool
  /// Customers do not come or leave here: the arrow goes on in another piece of the map.
  package let goesOn: Bool
  package var frame: Rect
  package var texts: [TextBlock]
}
