internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords
internal import Markup

extension MapDrawing {
  func lane(_ lane: PlacedLane) -> Element { self.lane(lane, isFolded: false) }

  /// A lane for which there is no room until it is asked for.
  func folded(_ lane: PlacedLane) -> Element { self.lane(lane, isFolded: true) }

  private func lane(_ lane: PlacedLane, isFolded: Bool) -> Element {
    let name = lane.labels.first?.text
    return Element(
      "g",
      [
        "class": "lane", "role": lane.content.isList ? "list" : "group", "aria-label": name, "data-lane": hook(name),
        "data-height": hook((isFolded ? -lane.frame.height : lane.frame.height).svg),
        "display": isFolded ? "none" : nil,
      ]
    ) {
      rule(of: lane)
      texts(lane.labels)
      switch lane.content {
      case .channels(let plot): channels(plot)
      case .notes(let notes): Element.Child.each(notes, note)
      case .curve(let plot):
        curve(plot)
        Element.Child.each(plot.nodes, node)
      case .metric(let cells): Element.Child.each(cells, cell)
      case .pictures(let pictures): Element.Child.each(pictures, picture)
      }
    }
  }

  private func rule(of lane: PlacedLane) -> Element? {
    let line: PathData = "M\(lane.frame.x) \(lane.frame.y)H\(lane.frame.maxX)"
    return switch lane.rule {
    case .plain: path(line, "rule")
    case .visibility, .interaction: path(line, "rule dashed")
    case .none: nil
    }
  }

  private func note(_ note: PlacedNote) -> Element {
    Element(
      "g",
      [
        "role": "listitem", "data-at": note.touchpoint.flatMap { at([$0]) }, "data-for": audience(note.audience),
        "opacity": note.touchpoint.flatMap { fade([$0]) },
      ]
    ) {
      note.look == .plain || note.look == .thought ? nil : rect(note.frame, note.look.rawValue, radius: 8)
      texts(note.texts, in: language)
    }
  }

  private func picture(_ picture: PlacedPicture) -> Element {
    Element(
      "g", ["role": "listitem", "data-at": at([picture.touchpoint]), "opacity": fade([picture.touchpoint])]
    ) {
      picture.image.picture.map { raster in
        Element(
          "image",
          [
            "x": picture.frame.x.svg, "y": picture.frame.y.svg, "width": picture.frame.width.svg,
            "height": picture.frame.height.svg, "role": "img", "aria-label": picture.image.words, "lang": language,
            "href": raster.address,
          ])
      }
    }
  }

  private func channels(_ plot: ChannelPlot) -> [Element] {
    let rows = plot.rows.flatMap { row in
      [path("M\(plot.area.x) \(row.y)H\(plot.area.maxX)", "grid")] + text(row.label)
    }
    let paths = plot.paths.map { path(smooth($0), "channel-path") }
    let nodes = plot.nodes.map { node in
      var dot = circle(node.center, node.isMain ? 5 : 4, node.isMain ? "channel-node" : "channel-node minor")
      dot.attributes["data-at"] = at([node.touchpoint])
      return dot
    }
    return rows + paths + nodes
  }

  private func curve(_ plot: CurvePlot) -> [Element] {
    var elements = plot.ticks.flatMap { tick in
      [path("M\(plot.area.x) \(tick.y)H\(plot.area.maxX)", "grid")] + text(tick.label)
    }
    for target in plot.targets {
      elements.append(path("M\(target.from) \(target.y)H\(target.to)", "target"))
    }
    elements += plot.lines.map { path($0.stroke == .gap ? straight($0.points) : smooth($0.points), style(of: $0)) }
    // The script of a page looks for samples, which stand at the side with the names of lanes.
    elements += plot.legend.map { path(straight($0.line.points), "\(style(of: $0.line)) sample") }
    elements += plot.targets.flatMap { text($0.label) }
    elements += plot.legend.flatMap { text($0.name) }
    return elements
  }

  private func style(of line: CurvePlot.CurveLine) -> String {
    line.variant == 0 ? line.stroke.rawValue : "\(line.stroke.rawValue) v\(line.variant % 5)"
  }

  private func node(_ node: CurvePlot.CurveNode) -> Element {
    Element("g", ["role": "listitem", "data-at": at([node.touchpoint]), "opacity": fade([node.touchpoint])]) {
      title(node.sentence)
      node.whisker.map { whisker(x: node.center.x, low: $0.low, high: $0.high) }
      node.label == nil
        ? circle(node.center, 4, "felt")
        : circle(node.center, 7, node.look)
      node.label.map { text($0) } ?? []
      node.level.map { glyph($0, at: node.glyph) }
    }
  }

  func whisker(x: Double, low: Double, high: Double) -> Element {
    path(
      "M\(x) \(low)V\(high)M\(x - 4) \(low)h8M\(x - 4) \(high)h8", "whisker")
  }

  private func cell(_ cell: PlacedCell) -> Element {
    Element("g", ["role": "listitem", "data-at": at(cell.touchpoints), "opacity": fade(cell.touchpoints)]) {
      title(cell.sentence)
      cell.bar == nil ? rect(absenceBox(cell.frame), cell.state.boxClass, radius: 6) : nil
      cell.bar.map { rect($0.track, "track", radius: 3) }
      cell.bar.map { rect($0.filled, cell.isOld ? "old" : cell.level?.className ?? "plain", radius: 3) }
      cell.sparkline.isEmpty ? nil : path(straight(cell.sparkline), "sparkline")
      cell.sparkline.last.map { circle($0, 2, "sparkline-end") }
      texts(cell.texts)
      cell.level.map { glyph($0, at: cell.glyph) }
      cell.change.map { change in
        path(
          "M\(change.center.x - 4) \(change.center.y + (change.isUp ? 5 : -5))"
            + (change.isUp ? "v-6h-3l5 -5l5 5h-3v6z" : "v6h-3l5 5l5 -5h-3v-6z"),
          change.isBetter ? "l5" : "l1")
      }
    }
  }

  private func absenceBox(_ frame: Rect) -> Rect {
    Rect(x: frame.x, y: frame.midY - 14, width: frame.width, height: 28)
  }
}

extension CurvePlot.CurveNode {
  /// The class of its dot.
  fileprivate var look: String {
    isOld ? "old" : (level?.className ?? "plain") + (isIndicative ? " indicative" : " node")
  }
}

extension PlacedLane.Content {
  /// Whether it is a row of things that each say something; the channels' path is one picture.
  var isList: Bool {
    if case .channels = self { false } else { true }
  }
}

extension Score.ScoreState {
  /// Each kind of "no figure" has a box of its own look.
  var boxClass: String { "box \(rawValue)" }
}

extension TextBlock {
  /// All lines as one text.
  var text: String { full ?? lines.map(\.text).joined(separator: " ") }
}
