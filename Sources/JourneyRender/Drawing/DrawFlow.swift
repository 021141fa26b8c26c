internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords
internal import Markup

extension MapDrawing {
  /// Phases as chevrons.
  func phases() -> Element {
    Element("g", ["role": "list", "aria-label": words.phases]) {
      map.phases.enumerated().map { index, phase in
        Element("g", ["role": "listitem", "data-phase": hook(journey[phase.phase].name)]) {
          path(chevron(phase.frame), index.isMultiple(of: 2) ? "phase-a" : "phase-b")
          text(phase.title, in: language)
        }
      }
    }
  }

  private func chevron(_ frame: Rect) -> PathData {
    let (first, last) = (frame.x + 1, frame.maxX - 1)
    let (back, front, tip) = map.isMirrored ? (last, first, -12.0) : (first, last, 12)
    return "M\(back) \(frame.y)H\(front - tip)L\(front) \(frame.midY)L\(front - tip) \(frame.maxY)"
      + "H\(back)L\(back + tip) \(frame.midY)z"
  }

  /// Arrows, over them what they say, and the cards.
  func flow() -> Element {
    Element("g", ["class": "flow"]) {
      Element("g", ["role": "list", "aria-label": words.arrows]) { Element.Child.each(map.flow.arrows, arrow) }
      map.flow.arrows.flatMap(label)
      Element("g", ["role": "list", "aria-label": words.touchpoints]) { Element.Child.each(map.flow.cards, card) }
      map.flow.terminals.map(terminal)
    }
  }

  private func arrow(_ placed: PlacedArrow) -> Element {
    Element("g", hooks(of: placed.arrow, ["role": "listitem"])) {
      title(sentence(on: placed))
      placed.corners.isEmpty
        ? nil : path(line(through: placed.corners, head: head(of: placed)), strokeClass(placed))
      placed.corners.isEmpty ? nil : path(arrowhead(placed.corners, size: head(of: placed)), "head")
      placed.handOff.map { path(diamond($0), "hand-off") }
    }
  }

  private func label(_ placed: PlacedArrow) -> [Element] {
    let texts = placed.label.map { text($0, in: language) } ?? []
    if live == nil || texts.isEmpty { return texts }
    return [Element("g", hooks(of: placed.arrow), children: texts.map { .element($0) })]
  }

  private func head(of arrow: PlacedArrow) -> Double { 4 + arrow.width }

  /// Widths in six steps, as classes.
  private func strokeClass(_ arrow: PlacedArrow) -> String {
    let step = Int((arrow.width - 1.5).rounded(.up))
    return step > 0 ? "arrow s\(step)" : "arrow"
  }

  private func sentence(on placed: PlacedArrow) -> String {
    let arrow = journey.arrows[placed.arrow]
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

  /// Along the corners, rounded, ending where the head begins.
  private func line(through corners: [Point], head: Double) -> PathData {
    guard let first = corners.first, var last = corners.last, corners.count > 1 else { return "" }
    let (dx, dy) = direction(corners)
    last = Point(x: last.x - dx * head, y: last.y - dy * head)
    var data: PathData = "M\(first)"
    for index in corners.indices.dropFirst().dropLast() {
      data += bend(from: corners[index - 1], at: corners[index], to: corners[index + 1])
    }
    return data + "L\(last)"
  }

  private func bend(from: Point, at corner: Point, to: Point) -> PathData {
    func toward(_ other: Point) -> Point {
      let (x, y) = (other.x - corner.x, other.y - corner.y)
      let length = max((x * x + y * y).squareRoot(), 0.001)
      let part = min(8, length / 2) / length
      return Point(x: corner.x + x * part, y: corner.y + y * part)
    }
    return "L\(toward(from))Q\(corner) \(toward(to))"
  }

  private func arrowhead(_ corners: [Point], size: Double) -> PathData {
    guard let tip = corners.last else { return "" }
    let (dx, dy) = direction(corners)
    let base = Point(x: tip.x - dx * size, y: tip.y - dy * size)
    let half = size * 0.6
    let one = Point(x: base.x - dy * half, y: base.y + dx * half)
    let two = Point(x: base.x + dy * half, y: base.y - dx * half)
    return "M\(tip)L\(one)L\(two)z"
  }

  /// Of the last part, as a unit vector.
  private func direction(_ corners: [Point]) -> (Double, Double) {
    guard let last = corners.last, let before = corners.dropLast().last else { return (1, 0) }
    let (x, y) = (last.x - before.x, last.y - before.y)
    let length = max((x * x + y * y).squareRoot(), 0.001)
    return (x / length, y / length)
  }

  private func terminal(_ placed: PlacedTerminal) -> Element {
    Element("g", hooks(of: placed.arrow, ["class": placed.goesOn ? "onward" : placed.isEntry ? "entry" : "exit"])) {
      rect(
        placed.frame, placed.goesOn ? "chip" : placed.isEntry ? "entry-box" : "exit-box",
        radius: placed.goesOn ? 4 : placed.frame.height / 2)
      texts(placed.texts, in: language)
    }
  }

  private func card(_ placed: PlacedCard) -> Element {
    let touchpoint = journey[placed.touchpoint]
    let face =
      [rect(placed.frame, touchpoint.isAside || touchpoint.isOptional ? "card-box aside" : "card-box", radius: 10)]
      + texts(placed.texts, in: language)
    let href = touchpoint.opens.flatMap { link(to: $0) }
    return Element(
      "g",
      hooks(
        of: placed.touchpoint,
        [
          "class": "touchpoint", "id": view.id(of: placed.touchpoint), "role": "listitem",
          "opacity": fade([placed.touchpoint]),
        ])
    ) {
      title(description(of: placed.touchpoint))
      href.map { Element("a", ["href": $0], children: face.map { .element($0) }) }
      href == nil ? face : []
      placed.marks.map(mark)
    }
  }

  private func mark(_ mark: PlacedCard.Mark, at center: Point) -> Element {
    switch mark {
    case .momentOfTruth: path(star(center), "truth")
    case .surveyPoint:
      Element("g") {
        circle(center, 5, "survey")
        circle(center, 1.8, "survey-dot")
      }
    case .actions: path(actionSign(center), "action-sign")
    case .link(let link):
      Element("a", ["href": link.url, "rel": "noreferrer"]) {
        title(link.title ?? link.url)
        rect(Rect(x: center.x - 8, y: center.y - 8, width: 16, height: 16), "link-box", radius: 4)
        path(linkSign(center, forward: map.isMirrored ? -1 : 1), "link-sign")
      }
    }
  }

  /// What a screen reader says of a touchpoint: channel, owner, figures, and why one is missing.
  func description(of id: Touchpoint.ID) -> String {
    let touchpoint = journey[id]
    var parts = [touchpoint.title]
    if !touchpoint.channels.isEmpty {
      parts.append(words.by(touchpoint.channels.map { workspace[$0].title }.joined(separator: ", ")))
    }
    if let owner = touchpoint.owner { parts.append(words.owner(workspace[owner].title)) }
    if touchpoint.isMomentOfTruth { parts.append(MapSign.momentOfTruth.meaning(in: words)) }
    let scores = view.annotated.touchpoints[id.value]
    let asked = scores.scores.filter { $0.state != .notAsked }
    parts +=
      asked.isEmpty
      ? [MapSign.state(.notAsked).meaning(in: words)] : asked.map { $0.sentence(in: words) }
    return joined(parts, by: ". ")
  }
}

/// An arrow that leads out.
private func linkSign(_ center: Point, forward: Double) -> PathData {
  "M\(center.x - 4 * forward) \(center.y + 4)l\(8 * forward) -8m\(-6 * forward) 0h\(6 * forward)v6"
}

/// A flag: something is being done here.
func actionSign(_ center: Point) -> PathData {
  "M\(center.x - 4) \(center.y + 6)v-12h8l-2.5 3.5l2.5 3.5h-6.5v5z"
}
