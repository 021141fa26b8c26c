/// The kinds of text on a map; each has one font, so that what is measured is what is drawn.
package enum TextStyle: String, Sendable, CaseIterable {
  case title, subtitle, takeaway
  case chipLabel = "chip-label"
  case chipValue = "chip-value"
  /// What a finding of the whole journey says.
  case finding
  case phase, card, owner, lane, caption, value, point, note, thought
  /// On a tile: its figure, on a wall its figure, and what changed.
  case tile, figure
  case tileNote = "tile-note"
  /// The number on a badge.
  case badge
  /// What leads away: an exit that many take, a hand-off across which it gets worse.
  case leaving
  case arrow = "arrow-label"

  /// Whether it is on maps and pages, and not on sheets and slides alone, which are read from a distance.
  package var isOnPages: Bool { self != .figure }

  /// Whether such texts are written by whoever wrote the journey, and not by Waymark.
  package var isOfJourney: Bool {
    switch self {
    case .title, .phase, .card, .owner, .note, .thought, .arrow, .leaving: true
    case .subtitle, .takeaway, .chipLabel, .chipValue, .finding, .lane, .caption, .value, .point, .tile, .figure,
      .tileNote, .badge:
      false
    }
  }

  package var font: Font {
    switch self {
    case .title: Font(size: 22, weight: .bold)
    case .subtitle: Font(size: 14, weight: .regular)
    case .takeaway: Font(size: 15, weight: .semibold)
    case .chipLabel, .caption, .arrow: Font(size: 12, weight: .regular)
    case .chipValue: Font(size: 20, weight: .bold)
    case .figure: Font(size: 30, weight: .bold)
    case .phase: Font(size: 14, weight: .semibold)
    case .card: Font(size: 13, weight: .semibold)
    case .owner, .tileNote, .leaving: Font(size: 12, weight: .semibold)
    case .badge: Font(size: 12, weight: .bold)
    case .lane, .value: Font(size: 13, weight: .bold)
    case .point: Font(size: 13, weight: .bold)
    case .tile, .finding: Font(size: 15, weight: .bold)
    case .note: Font(size: 12, weight: .regular)
    case .thought: Font(size: 12, weight: .regular, isItalic: true)
    }
  }

  /// From one baseline to the next.
  package var lineHeight: Double {
    switch self {
    case .title: 28
    case .subtitle, .takeaway: 20
    case .chipValue: 24
    case .figure: 36
    case .phase, .tile, .finding: 18
    case .card, .lane, .point, .value, .tileNote: 16
    case .note, .thought: 16
    case .chipLabel, .caption, .owner, .arrow, .leaving, .badge: 15
    }
  }

  /// From the top of a line's box to its baseline; whole pixels, as most tops are, which keeps files small.
  package var ascent: Double { ((lineHeight + font.size * 0.72) / 2).rounded() }
}

/// Wrapped text with its place: what a renderer needs to write it.
package struct TextBlock: Sendable {
  package enum Anchor: String, Sendable {
    case start, middle, end

    package var opposite: Anchor {
      switch self {
      case .start: .end
      case .middle: .middle
      case .end: .start
      }
    }
  }

  package var lines: [TextLine]
  package var style: TextStyle
  /// Which of its ends stands at `origin`, whatever its direction: its left, its middle or its right.
  package var anchor: Anchor
  /// The anchor's x and the first line's baseline.
  package var origin: Point
  /// The whole text, where an ellipsis cut it short.
  package var full: String?
  /// Whether it is read from the right, by its first letter.
  package var isRightToLeft: Bool

  package var height: Double { Double(lines.count) * style.lineHeight }
  package var width: Double { lines.lazy.map(\.width).max() ?? 0 }

  /// Wraps the text into a box and places it at the box's top.
  ///
  /// - Parameter x: where the anchor stands: the left, middle or right of the text.
  package init(
    _ text: String, _ style: TextStyle, x: Double, top: Double, width: Double, most lines: Int = .max,
    anchor: Anchor = .start
  ) {
    let wrapped = wrap(text, to: width, in: style.font, most: lines)
    self.lines = wrapped.lines
    self.style = style
    self.anchor = anchor
    self.origin = Point(x: x, y: top + style.ascent)
    self.full = wrapped.isCut ? text : nil
    self.isRightToLeft = wrapped.isRightToLeft
  }

  /// Around all lines, in the widest font.
  package var frame: Rect {
    let left =
      switch anchor {
      case .start: origin.x
      case .middle: origin.x - width / 2
      case .end: origin.x - width
      }
    return Rect(x: left, y: origin.y - style.ascent, width: width, height: height)
  }

  /// All lines as one text.
  package var text: String { full ?? lines.map(\.text).joined(separator: " ") }

  /// The same text, wrapped already, at another place.
  package func placed(x: Double, top: Double, _ anchor: Anchor) -> TextBlock {
    var block = self
    block.anchor = anchor
    block.origin = Point(x: x, y: top + style.ascent)
    return block
  }

  package mutating func move(by dy: Double) { origin.y += dy }
}
