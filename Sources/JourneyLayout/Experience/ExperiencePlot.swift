package import JourneyMetrics
package import JourneyModel

/// How it is for customers along their way: every touchpoint at the height of its figure, and the ways between them.
package struct ExperiencePlot: Sendable {
  package struct Tick: Sendable {
    package let y: Double
    package var label: TextBlock
  }

  /// A touchpoint at its height.
  package struct ExperienceNode: Sendable {
    package enum HeightKind: Sendable, Equatable {
      /// What customers answered. An indicative figure is hollow, an old one pale.
      case answered(Level?, isIndicative: Bool, isOld: Bool)
      /// What the team assumes that they feel, −2 to +2.
      case felt(Int)
      /// Nobody has said how it is here: the node stands on the rail under the scale.
      case unknown
    }

    package let touchpoint: Touchpoint.ID
    package let kind: HeightKind
    package var center: Point
    /// The interval's ends; nil for an assumption.
    package let whisker: (low: Double, high: Double)?
    /// How high it was, where it has clearly changed since.
    package let before: Double?
    package var label: TextBlock?
    /// For a tooltip.
    package let sentence: String
  }

  package var area: Rect
  package var ticks: [Tick]
  /// Where what nobody has said stands; nil where everything has a height.
  package var rail: Tick?
  /// The target, a run of columns where it is the same.
  package var targets: [(y: Double, from: Double, to: Double, label: TextBlock)]
  package var ways: [PlacedWay]
  package var ends: [PlacedEnd]
  package var nodes: [ExperienceNode]

  /// All that is written in it and beside it.
  package var texts: [TextBlock] {
    (ticks + [rail].compactMap(\.self)).map(\.label) + targets.map(\.label) + nodes.compactMap(\.label)
      + ways.compactMap(\.label) + ends.map(\.text).filter { !$0.lines.isEmpty }
  }
}

/// An arrow of the journey as customers go along it.
package struct PlacedWay: Sendable {
  package enum WayKind: Sendable { case onward, back, entry, exit }

  package let arrow: Int
  package let kind: WayKind
  /// A start, then for each piece of the curve two control points and its end; empty where another arrow's line is its
  /// own, too.
  package var curve: [Point]
  /// Stroke width: wider the larger the share.
  package let width: Double
  /// Whether nobody has said how it is at one of its ends.
  package let isFaint: Bool
  package var label: TextBlock?
}

/// Where customers come or leave, beside the touchpoint. One that several arrows share is drawn at each.
package struct PlacedEnd: Sendable {
  package let arrow: Int
  package let isEntry: Bool
  /// Customers do not come or leave here: the arrow goes on in another piece of the map.
  package let goesOn: Bool
  package var text: TextBlock
}
