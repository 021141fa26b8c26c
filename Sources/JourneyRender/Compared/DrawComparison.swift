internal import JourneyLayout
internal import JourneyModel
internal import JourneyWords
internal import Markup

/// Draws the placed map of both sides as an `svg` element that stands alone: no script, nothing fetched.
struct ComparisonDrawing {
  let placed: PlacedComparison
  let title: String
  let prefix: String
  let words: Words

  /// - Parameters:
  ///   - style: the style sheet; nil where the page around it has it.
  ///   - top: where it stands in a picture of several maps; nil where it stands alone.
  func element(style: String?, top: Double? = nil) -> Element {
    Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "waymark compared",
        "viewBox": "0 0 \(placed.width.svg) \(placed.height.svg)", "width": placed.width.svg,
        "height": placed.height.svg, "y": top?.svg, "role": "graphics-document",
        "aria-roledescription": words.journeyMap, "aria-labelledby": "\(prefix)-title", "xml:lang": words.language,
        "lang": words.language,
      ]
    ) {
      Element("title", ["id": "\(prefix)-title"], children: [.text("\(words.whatChangedInJourneys): \(title)")])
      style.map { Element("style", [:], children: [.text($0)]) }
      Element("rect", ["class": "paper", "width": "100%", "height": "100%"])
      placed.groups.filter { $0.kind != .column }.map(group)
      Element("g", ["role": "list", "aria-label": words.touchpoints]) {
        placed.groups.filter { $0.kind == .column }.map(group)
      }
    }
  }

  private func group(_ group: ComparedGroup) -> Element {
    let isColumn = group.kind == .column
    return Element(
      "g", ["id": group.id, "role": isColumn ? "listitem" : nil, "tabindex": group.id == nil ? nil : "-1"]
    ) {
      group.sentence.isEmpty ? nil : Markup.Element("title", [:], children: [.text(group.sentence)])
      group.shapes.flatMap(shape)
    }
  }

  private func shape(_ shape: ComparedShape) -> [Element] {
    switch shape {
    case .box(let frame, let look, let radius): [rect(frame, look.className, radius: radius)]
    case .text(let block, let isMuted):
      isMuted ? [Element("g", ["class": "quiet"], children: text(block).map { .element($0) })] : text(block)
    case .struck(let block): struck(block)
    case .line(let points, let look): points.count > 1 ? [path(straight(points), look.className)] : []
    }
  }

  /// Struck through its letters, line by line.
  private func struck(_ block: TextBlock) -> [Element] {
    let lines = block.lines.enumerated().map { index, line in
      let y = block.origin.y + Double(index) * block.style.lineHeight - block.style.font.size * 0.32
      let left =
        switch block.anchor {
        case .start: block.origin.x
        case .middle: block.origin.x - line.width / 2
        case .end: block.origin.x - line.width
        }
      return path(
        straight([Point(x: left - 1, y: y), Point(x: left + line.width + 1, y: y)]),
        ComparedShape.ComparedLook.strike.className)
    }
    return [Element("g", ["class": "quiet"], children: (text(block) + lines).map { .element($0) })]
  }
}

extension ComparedShape.ComparedLook {
  fileprivate var className: String { "c-\(rawValue)" }
}

extension Theme {
  /// The style of the map of both sides, on top of that of maps: outlines and dashes say all, colour repeats it. New is
  /// blue and gone is orange, which readers tell apart who do not see red and green.
  var comparedStyle: String {
    """
    \(mapStyle)
    \(comparedMarks)
    """
  }

  /// What it adds to that of maps.
  var comparedMarks: String {
    """
    \(comparedColours(dark: false))
    @media screen and (prefers-color-scheme:dark){
    \(comparedColours(dark: true))
    }
    @media (forced-colors:active){.compared rect,.compared path{stroke:CanvasText;fill:none}.compared .paper{fill:Canvas}}

    """
  }

  private func comparedColours(dark: Bool) -> String {
    func colour(_ role: ColourRole) -> String { color(role, dark: dark) }
    let (new, gone, line, ink) = (colour(.level5), colour(.level2), colour(.cardLine), colour(.ink))
    let rules: [(selectors: [String], style: String)] = [
      ([".quiet text"], "fill:\(colour(.muted))"),
      ([".c-added"], "fill:none;stroke:\(new);stroke-width:1.8"),
      ([".c-removed", ".c-gone"], "fill:none;stroke:\(gone);stroke-width:1.8;stroke-dasharray:6 4"),
      ([".c-changed"], "fill:none;stroke:\(ink);stroke-width:1.4"),
      (["rect.c-added", "rect.c-changed"], "fill:\(colour(.card))"),
      ([".c-unchanged"], "fill:\(colour(.card));stroke:\(line);stroke-width:1"),
      ([".c-folded"], "fill:\(colour(.chip));stroke:\(line);stroke-width:1"),
      ([".c-slot"], "fill:none;stroke:\(line);stroke-width:1;stroke-dasharray:2 3"),
      ([".c-phase"], "fill:\(colour(.phaseA))"),
      ([".c-notch", ".c-head", ".c-new-node"], "fill:\(ink)"),
      ([".c-strike"], "fill:none;stroke:\(colour(.muted));stroke-width:1.4"),
      ([".c-rule"], "fill:none;stroke:\(colour(.rule));stroke-width:1"),
      ([".c-band"], "fill:\(colour(.track));stroke:\(line);stroke-width:1"),
      ([".c-old-curve"], "fill:none;stroke:\(colour(.muted));stroke-width:1.4;stroke-dasharray:5 4"),
      ([".c-new-curve"], "fill:none;stroke:\(ink);stroke-width:2.2"),
      ([".c-old-node"], "fill:\(colour(.paper));stroke:\(colour(.muted));stroke-width:1.4"),
      ([":target rect", ":focus rect"], "stroke-width:4"),
    ]
    return rules.map { rule in
      rule.selectors.map { ".compared \($0)" }.joined(separator: ",") + "{\(rule.style)}"
    }.joined(separator: "\n")
  }
}
