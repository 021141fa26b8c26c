internal import JourneyLayout
internal import JourneyMetrics
internal import Markup

func text(_ block: TextBlock, in language: String? = nil) -> [Element] { texts([block], in: language) }

/// The lines of blocks, one `text` each; where an ellipsis cut a block short the whole stands in its tooltip.
///
/// `textLength` keeps a line in its box in any font, and where no font has its letters; with the font it was measured in
/// it changes nothing. Where the width depends on a font that we do not know, it is the likely one, and `lengthAdjust`
/// has the letters take up the difference: Arabic must not be pulled apart. The page's script then narrows what would be
/// stretched (`templates/scripts/begin.js`).
///
/// A text that stands on lines has a halo, a text of its own below it: browsers paint one with `textLength` letter by
/// letter, and the halo of each would eat into the letter before it.
///
/// - Parameter language: of the journey's own texts, where Waymark's are in another.
func texts(_ blocks: [TextBlock], in language: String? = nil) -> [Element] {
  var elements: [Element] = []
  elements.reserveCapacity(blocks.count)
  for block in blocks {
    let x = block.origin.x.svg
    let tongue = block.style.isOfJourney ? language : nil
    // In SVG `start` is where a text begins to be read.
    let anchor = block.isRightToLeft ? block.anchor.opposite : block.anchor
    let style = [block.style.className, anchor.className].compactMap(\.self).joined(separator: " ")
    for (index, line) in block.lines.enumerated() {
      let attributes: Attributes = [
        "class": style.isEmpty ? nil : style, "x": x,
        "y": (block.origin.y + Double(index) * block.style.lineHeight).svg,
        "direction": block.isRightToLeft ? "rtl" : nil,
        "textLength": line.width > 0 && (line.isExact || line.text.count > 1)
          ? line.likelyWidth(in: block.style.font).svg : nil,
        "lengthAdjust": line.isExact ? nil : "spacingAndGlyphs", "xml:lang": tongue, "lang": tongue,
      ]
      if block.style.hasHalo {
        let halo: Attributes = [
          "class": "halo \(style)", "x": x, "y": attributes["y"], "direction": attributes["direction"],
          "aria-hidden": "true",
        ]
        elements.append(Element("text", halo, children: [.text(line.text)]))
      }
      let tooltip = index == 0 ? block.full.map { Element.Child.element(title($0)) } : nil
      elements.append(
        Element("text", attributes, children: tooltip.map { [$0, .text(line.text)] } ?? [.text(line.text)]))
    }
  }
  return elements
}

/// A tooltip, and the name of the group it stands in.
func title(_ text: String) -> Element { Element("title", [:], children: [.text(text)]) }

func rect(_ frame: Rect, _ style: String, radius: Double = 0) -> Element {
  Element(
    "rect",
    [
      "class": style, "x": frame.x.svg, "y": frame.y.svg, "width": frame.width.svg, "height": frame.height.svg,
      "rx": radius > 0 ? radius.svg : nil,
    ])
}

func path(_ data: PathData, _ style: String) -> Element { Element("path", ["class": style, "d": data.text]) }

func circle(_ center: Point, _ radius: Double, _ style: String) -> Element {
  Element("circle", ["class": style, "cx": center.x.svg, "cy": center.y.svg, "r": radius.svg])
}

func straight(_ points: [Point]) -> PathData {
  guard let first = points.first else { return "" }
  var data: PathData = "M\(first)"
  for point in points.dropFirst() { data += "L\(point)" }
  return data
}

/// The star of a moment of truth.
func star(_ center: Point) -> PathData {
  "M\(center.x) \(center.y - 6)l1.8 3.9l4.2 0.5l-3.1 2.9l0.8 4.2l-3.7 -2.1l-3.7 2.1l0.8 -4.2l-3.1 -2.9l4.2 -0.5z"
}

/// A level's sign, its left middle at `at`: two pluses, one, a ring, one minus, two. Triangles mean changes, and nothing
/// else.
func glyph(_ level: Level, at point: Point) -> Element {
  func minus(_ x: Double) -> PathData { "M\(x) \(point.y)h7" }
  func plus(_ x: Double) -> PathData { minus(x) + "M\(x + 3.5) \(point.y - 3.5)v7" }
  let data: PathData =
    switch level {
    case .farAbove: plus(point.x) + plus(point.x + 9)
    case .above: plus(point.x)
    case .near: "M\(point.x + 0.5) \(point.y)a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z"
    case .below: minus(point.x)
    case .farBelow: minus(point.x) + minus(point.x + 9)
    }
  return path(data, "sign \(level.className)")
}

extension Level {
  /// The class that gives a shape the level's colour.
  var className: String {
    switch self {
    case .farAbove: "l5"
    case .above: "l4"
    case .near: "l3"
    case .below: "l2"
    case .farBelow: "l1"
    }
  }
}

extension TextBlock.Anchor {
  /// Short as well, for half of all lines.
  var className: String? {
    switch self {
    case .start: nil
    case .middle: "mid"
    case .end: "end"
    }
  }

  /// What the classes say, in every style sheet of drawings with texts.
  static let rules = [".mid{text-anchor:middle}", ".end{text-anchor:end}"]
}

extension TextStyle {
  /// Short, since every line of text carries it; nil for the one that most lines have.
  var className: String? { self == .note ? nil : rawValue }
  /// Whether it stands on lines that run behind it.
  var hasHalo: Bool { self == .arrow || self == .point || self == .leaving }
}
