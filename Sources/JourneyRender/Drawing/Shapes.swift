internal import JourneyLayout
internal import Markup

/// A block's lines, one `text` each; where an ellipsis cut it short the whole stands in its tooltip.
///
/// `textLength` keeps a line in its box in any font; with the font it was measured in it changes nothing. Scripts that
/// the font has not were measured by their widest letters and stay as they are.
func text(_ block: TextBlock) -> [Element] {
  let style = block.style.className
  let x = block.origin.x.svg
  return block.lines.enumerated().map { index, line in
    let isExact = line.isExact
    let attributes: Attributes = [
      "class": style, "x": x, "y": (block.origin.y + Double(index) * block.style.lineHeight).svg,
      "text-anchor": block.anchor == .start ? nil : block.anchor.rawValue, "textLength": isExact ? line.width.svg : nil,
      "lengthAdjust": isExact ? "spacingAndGlyphs" : nil,
    ]
    guard index == 0, let full = block.full else { return Element("text", attributes, children: [.text(line.text)]) }
    return Element("text", attributes) {
      title(full)
      line.text
    }
  }
}

func texts(_ blocks: [TextBlock]) -> [Element] { blocks.flatMap(text) }

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

func path(_ data: String, _ style: String) -> Element { Element("path", ["class": style, "d": data]) }

func circle(_ center: Point, _ radius: Double, _ style: String) -> Element {
  Element("circle", ["class": style, "cx": center.x.svg, "cy": center.y.svg, "r": radius.svg])
}

/// A curve that is level at every point, so that it never rises above or falls below what it joins.
func smooth(_ points: [Point]) -> String {
  guard let first = points.first else { return "" }
  var data = "M\(first.svg)"
  for (from, to) in zip(points, points.dropFirst()) {
    if from.y == to.y {
      data += "H\(to.x.svg)"
    } else {
      let middle = ((from.x + to.x) / 2).svg
      data += "C\(middle) \(from.y.svg) \(middle) \(to.y.svg) \(to.svg)"
    }
  }
  return data
}

func straight(_ points: [Point]) -> String {
  guard let first = points.first else { return "" }
  return points.dropFirst().reduce("M\(first.svg)") { $0 + "L\($1.svg)" }
}

/// The diamond of a hand-off.
func diamond(_ center: Point) -> String {
  "M\(center.x.svg) \((center.y - 5).svg)l5 5l-5 5l-5 -5z"
}

/// The star of a moment of truth.
func star(_ center: Point) -> String {
  "M\(center.x.svg) \((center.y - 6).svg)l1.8 3.9l4.2 0.5l-3.1 2.9l0.8 4.2l-3.7 -2.1l-3.7 2.1l0.8 -4.2l-3.1 -2.9l4.2 -0.5z"
}

/// A level's glyph, its left middle at `at`: two triangles up, one up, a dot, one down, two down.
func glyph(_ level: Level, at point: Point) -> Element {
  func triangle(_ x: Double, up: Bool) -> String {
    "M\(x.svg) \((point.y + (up ? 3.5 : -3.5)).svg)h8l-4 \(up ? "-7" : "7")z"
  }
  let data =
    switch level {
    case .farAbove: triangle(point.x, up: true) + triangle(point.x + 9, up: true)
    case .above: triangle(point.x, up: true)
    case .near: "M\(point.x.svg) \(point.y.svg)a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z"
    case .below: triangle(point.x, up: false)
    case .farBelow: triangle(point.x, up: false) + triangle(point.x + 9, up: false)
    }
  return path(data, level.className)
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

extension TextStyle {
  /// Short, since every line of text carries it.
  var className: String { rawValue }
}
