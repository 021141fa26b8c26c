internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords
internal import Markup

extension MapDrawing {
  /// The scale, the ways, over them the touchpoints at their heights, and what is said of each.
  @ElementBuilder func experience(_ plot: ExperiencePlot) -> [Element.Child] {
    (plot.ticks + [plot.rail].compactMap(\.self)).flatMap { tick in
      [path("M\(plot.area.x) \(tick.y)H\(plot.area.maxX)", "grid")] + text(tick.label)
    }
    plot.targets.map { path("M\($0.from) \($0.y)H\($0.to)", "target") }
    Element("g", ["role": "list", "aria-label": words.arrows]) { Element.Child.each(plot.ways, way) }
    plot.targets.flatMap { text($0.label) }
    // What customers answered is said by the tiles; what the team assumes only here.
    map.lead == nil
      ? Element("g", ["role": "list", "aria-label": words.touchpoints]) { Element.Child.each(plot.nodes, node) }
      : Element("g", ["aria-hidden": "true"]) { Element.Child.each(plot.nodes, node) }
    plot.ways.flatMap(label)
    plot.ends.filter { !$0.text.lines.isEmpty }.map(end)
  }

  private func way(_ placed: PlacedWay) -> Element {
    Element("g", hooks(of: placed.arrow, ["role": "listitem"])) {
      title(sentence(on: placed.arrow))
      placed.curve.isEmpty ? nil : path(curve(placed.curve), style(of: placed))
      placed.curve.isEmpty || placed.kind == .onward
        ? nil : path(arrowhead(placed.curve), placed.kind == .back ? "head back-head" : "head")
    }
  }

  /// Widths in six steps, as classes.
  private func style(of way: PlacedWay) -> String {
    if way.kind == .back { return "arrow back-line" }
    if way.isFaint { return "arrow faint" }
    let step = Int((way.width - 1.6).rounded(.up))
    return step > 0 ? "arrow s\(min(step, 6))" : "arrow"
  }

  private func label(_ placed: PlacedWay) -> [Element] {
    let texts = placed.label.map { text($0, in: language) } ?? []
    if live == nil || texts.isEmpty { return texts }
    return [Element("g", hooks(of: placed.arrow), children: texts.map { .element($0) })]
  }

  private func end(_ placed: PlacedEnd) -> Element {
    Element("g", hooks(of: placed.arrow), children: text(placed.text, in: language).map { .element($0) })
  }

  /// From where to where an arrow leads, what it says, and between whom it hands over.
  func sentence(on index: Int) -> String {
    let arrow = journey.arrows[index]
    var sentence = "\(inside(name(of: arrow.from))) → \(inside(name(of: arrow.to)))"
    if let said = words.label(of: arrow, in: workspace) { sentence += ": \(said)" }
    if let handOff = arrow.handOff {
      sentence += words.handOffSentence(from: workspace[handOff.from].title, to: workspace[handOff.to].title)
    }
    return sentence
  }

  private func name(of end: Arrow.End) -> String {
    switch end {
    case .touchpoint(let id): journey.touchpoints[id.value].title
    case .entry(let index): journey.entries[index].title ?? journey.entries[index].name ?? words.entry
    case .exit(let index): journey.exits[index].title ?? journey.exits[index].name ?? words.exit
    }
  }

  private func node(_ node: ExperiencePlot.ExperienceNode) -> Element {
    let isSaid = map.lead != nil
    return Element(
      "g",
      [
        "role": isSaid ? nil : "listitem", "data-at": at([node.touchpoint]), "opacity": fade([node.touchpoint]),
      ]
    ) {
      isSaid ? nil : title(node.sentence)
      node.whisker.map { whisker(x: node.center.x, low: $0.low, high: $0.high) }
      node.before.map { before(node, $0) } ?? []
      switch node.kind {
      case .answered(let level, let isIndicative, let isOld):
        circle(
          node.center, 6.5,
          isOld ? "old" : (level?.className ?? "plain") + (isIndicative ? " indicative" : " node"))
      case .felt(let feeling): face(feeling, at: node.center)
      case .unknown: circle(node.center, 5, "unknown")
      }
      node.label.map { text($0) } ?? []
    }
  }

  /// Where it was before, and an arrow from there to now.
  private func before(_ node: ExperiencePlot.ExperienceNode, _ y: Double) -> [Element] {
    let x = node.center.x + 12
    let sign = node.center.y > y ? 1.0 : -1
    return [
      circle(Point(x: x, y: y), 4, "before"),
      path("M\(x) \(y + 4 * sign)V\(node.center.y)", "moved"),
      path(
        "M\(x) \(node.center.y)l-4 \(-7 * sign)h8z",
        sign > 0 ? "l1" : "l5"),
    ]
  }

  func whisker(x: Double, low: Double, high: Double) -> Element {
    path("M\(x) \(low)V\(high)", "whisker")
  }

  /// A face from upset to delighted.
  func face(_ feeling: Int, at center: Point) -> Element {
    let bend = Double(feeling) * 2.2
    let mouth: PathData = "m3.9 \(3 - bend / 3)q3.6 \(bend * 4 / 3) 7.2 0"
    let eyes: PathData = "M\(center.x - 2.6) \(center.y - 2.4)v.2m5.2 -.2v.2"
    return path("M\(center.x - 7.5) \(center.y)a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0 -15 0" + mouth + eyes, "felt")
  }
}

/// A path along cubic curves.
func curve(_ points: [Point]) -> PathData {
  guard let first = points.first else { return "" }
  var data: PathData = "M\(first)"
  var index = 1
  while index + 2 < points.count {
    data += "C\(points[index]) \(points[index + 1]) \(points[index + 2])"
    index += 3
  }
  return data
}

/// At the end of a curve.
private func arrowhead(_ points: [Point]) -> PathData {
  guard let tip = points.last, let before = points.dropLast().last(where: { $0 != tip }) else { return "" }
  let (x, y) = (tip.x - before.x, tip.y - before.y)
  let length = max((x * x + y * y).squareRoot(), 0.001)
  let (dx, dy) = (x / length * 7, y / length * 7)
  let one = Point(x: tip.x - dx - dy * 0.55, y: tip.y - dy + dx * 0.55)
  let two = Point(x: tip.x - dx + dy * 0.55, y: tip.y - dy - dx * 0.55)
  return "M\(tip)L\(one)L\(two)z"
}
