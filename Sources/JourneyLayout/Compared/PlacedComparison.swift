internal import JourneyModel
internal import JourneyWords

/// The map of both sides with every box and line in place: geometry and wrapped text, no markup.
///
/// It is made of few kinds of shapes, so that one place draws and mirrors them.
package struct PlacedComparison: Sendable {
  package var width: Double
  package var height: Double
  package var groups: [ComparedGroup]
  package var isMirrored = false

  /// Its boxes, for tests: what may touch nothing else of its kind.
  package var texts: [TextBlock] {
    groups.flatMap(\.shapes).compactMap { shape in
      switch shape {
      case .text(let block, _), .struck(let block): block
      case .box, .line: nil
      }
    }
  }
}

/// Shapes that belong together, with what a screen reader says of them.
package struct ComparedGroup: Sendable {
  package enum GroupKind: Sendable { case head, phases, column, ways, foot }

  package let kind: GroupKind
  /// Empty for what its texts say.
  package var sentence = ""
  /// What a list of changes links to.
  package var id: String?
  package var shapes: [ComparedShape] = []
}

package enum ComparedShape: Sendable {
  /// What tells boxes and lines apart without colour: one line, two, dashes, or none.
  package enum ComparedLook: String, Sendable {
    case added, removed, changed, unchanged, folded, slot, phase, gone, band, notch, strike, rule
    case oldCurve = "old-curve"
    case newCurve = "new-curve"
    case oldNode = "old-node"
    case newNode = "new-node"
    case head
  }

  case box(Rect, ComparedLook, radius: Double)
  case text(TextBlock, isMuted: Bool)
  /// A text that holds no longer.
  case struck(TextBlock)
  case line([Point], ComparedLook)
}

extension PlacedComparison {
  /// As the workspace's language is written: mirrored where that is to the left.
  func directed(in workspace: Workspace) -> PlacedComparison {
    guard isRightToLeft(language: workspace.language) else { return self }
    var mirrored = self
    mirrored.isMirrored = true
    for group in mirrored.groups.indices {
      mirrored.groups[group].shapes = mirrored.groups[group].shapes.map { $0.mirrored(in: width) }
    }
    return mirrored
  }
}

extension ComparedShape {
  fileprivate func mirrored(in width: Double) -> ComparedShape {
    func mirror(_ block: TextBlock) -> TextBlock {
      var block = block
      block.origin.x = width - block.origin.x
      block.anchor = block.anchor.opposite
      return block
    }
    switch self {
    case .box(let frame, let look, let radius):
      return .box(
        Rect(x: width - frame.maxX, y: frame.y, width: frame.width, height: frame.height), look, radius: radius)
    case .text(let block, let isMuted): return .text(mirror(block), isMuted: isMuted)
    case .struck(let block): return .struck(mirror(block))
    case .line(let points, let look): return .line(points.map { Point(x: width - $0.x, y: $0.y) }, look)
    }
  }
}
