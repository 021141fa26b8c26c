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
    let (back, front, tip) = map.isMirrored ? (last, first, -10.0) : (first, last, 10)
    return "M\(back) \(frame.y)H\(front - tip)L\(front) \(frame.midY)L\(front - tip) \(frame.maxY)"
      + "H\(back)L\(back + tip) \(frame.midY)z"
  }

  /// The touchpoints at the heads of their columns.
  func cards() -> Element {
    Element("g", ["role": "list", "aria-label": words.touchpoints]) { Element.Child.each(map.cards, card) }
  }

  private func card(_ placed: PlacedCard) -> Element {
    let touchpoint = journey[placed.touchpoint]
    let face =
      [rect(placed.frame, touchpoint.isAside || touchpoint.isOptional ? "card-box aside" : "card-box", radius: 8)]
      + texts(placed.texts, in: language)
    let href = touchpoint.opens.flatMap { link(to: $0) }
    return Element(
      "g",
      hooks(
        of: placed.touchpoint,
        [
          "class": "touchpoint",
          "id": live == nil ? view.id(of: placed.touchpoint) : view.anchor(of: placed.touchpoint), "role": "listitem",
          "opacity": fade([placed.touchpoint]),
        ])
    ) {
      title(description(of: placed.touchpoint))
      href.map { Element("a", ["href": $0], children: face.map { .element($0) }) }
      href == nil ? face : []
      placed.channels.flatMap { channelSign($0.sign, at: $0.center) }
      placed.marks.map(mark)
      placed.badge.map(badge) ?? []
    }
  }

  private func mark(_ mark: PlacedCard.Mark, at center: Point) -> Element {
    switch mark {
    case .momentOfTruth: path(star(center), "truth")
    case .actions: path(actionSign(center), "action-sign")
    case .link(let link):
      Element("a", ["href": link.url, "rel": "noreferrer"]) {
        title(link.title ?? link.url)
        rect(Rect(x: center.x - 8, y: center.y - 8, width: 16, height: 16), "link-box", radius: 4)
        path(linkSign(center, forward: map.isMirrored ? -1 : 1), "link-sign")
      }
    }
  }

  func badge(_ badge: PlacedCard.RankBadge) -> [Element] {
    [circle(badge.center, 8.5, "badge-box")]
      + text(
        TextBlock(
          words.decimal(Double(badge.rank)), .badge, x: badge.center.x, top: badge.center.y - 7.8, width: 20, most: 1,
          anchor: .middle))
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
    let shared = view.annotated.shared.filter { $0.touchpoints.contains(id) }.flatMap(\.scores.scores)
    let asked = (view.annotated.touchpoints[id.value].scores + shared).filter { $0.state != .notAsked }
    parts +=
      asked.isEmpty
      ? [MapSign.state(.notAsked).meaning(in: words)] : asked.map { $0.sentence(in: words) }
    if let reach = view.annotated.touchpoints[id.value].reach {
      parts.append(words.reached(reach, under: view.annotated.period))
    }
    return joined(parts, by: ". ")
  }

  /// A figure on the colour of its level, or a box that says why there is none.
  func tile(_ tile: PlacedTile) -> Element {
    Element("g", ["data-at": at([tile.touchpoint]), "opacity": fade([tile.touchpoint])]) { face(of: tile) }
  }

  @ElementBuilder func face(of tile: PlacedTile) -> [Element.Child] {
    let ground = tile.level.map { "tile \($0.className)" }
    let isFigure = tile.state == .scored || tile.state == .indicative
    tile.frame.height > 0
      ? rect(
        tile.frame,
        (ground ?? (isFigure ? "tile l0" : tile.state.boxClass)) + (tile.state == .indicative ? " few" : ""), radius: 6)
      : nil
    Element("g", ["class": tile.level.map { "on-\($0.className)" } ?? "on-none"]) {
      texts(tile.texts)
      tile.glyph.flatMap { point in tile.level.map { glyph($0, at: point) } }
    }
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
