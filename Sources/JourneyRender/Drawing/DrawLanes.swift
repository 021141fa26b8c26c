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
        "class": lane.id == .score ? "lane tiles" : "lane", "role": lane.role,
        "aria-label": lane.role == nil ? nil : name,
        "aria-hidden": lane.role == nil ? "true" : nil,
        "data-lane": hook(name), "data-lead": hook(lane.lead?.rawValue),
        "data-set": hook(LaneSet(lane.id)?.rawValue),
        "data-height": hook((isFolded ? -lane.frame.height : lane.frame.height).svg),
        "display": isFolded ? "none" : nil,
      ]
    ) {
      rule(of: lane)
      texts(lane.labels)
      switch lane.content {
      case .tiles(_, let tiles): Element.Child.each(tiles, tile)
      case .experience(let plot): experience(plot)
      case .owners(let plot): owners(plot)
      case .faces(let faces): Element.Child.each(faces, face)
      case .notes(let notes): Element.Child.each(notes, note)
      case .metric(let cells): Element.Child.each(cells, cell)
      case .boxes(let boxes): Element.Child.each(boxes) { rect($0, "box not-asked", radius: 8) }
      case .pictures(let pictures): Element.Child.each(pictures, picture)
      case .glances(let glances): Element.Child.each(glances, glance)
      case .priorities(let priorities): Element.Child.each(priorities, priority)
      case .comparison(let plot): comparison(plot)
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
        "data-at": note.touchpoint.flatMap { at([$0]) }, "data-for": audience(note.audience),
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

  private func face(_ face: PlacedFace) -> Element {
    Element(
      "g",
      [
        "role": "listitem", "data-at": at([face.touchpoint]), "data-for": audience(face.audience),
        "opacity": fade([face.touchpoint]),
      ]
    ) {
      title(face.sentence)
      self.face(face.feeling, at: face.center)
    }
  }

  private func owners(_ plot: OwnerPlot) -> [Element] {
    let rows = plot.rows.flatMap { row in
      [path("M\(plot.area.x) \(row.y)H\(plot.area.maxX)", "grid")] + text(row.label, in: language)
    }
    // What they say is said by the ways of the experience.
    let lines = plot.handOffs.map { line in
      Element("g", hooks(of: line.arrow)) {
        path(curve(line.curve), line.isWorse ? "hand-off worse" : "hand-off")
        line.label.map { text($0) } ?? []
      }
    }
    let blocks = plot.blocks.map { block in
      var box = rect(block.frame, block.level?.className ?? (block.isHelper ? "block helper" : "block"), radius: 4)
      box.attributes["data-at"] = at([block.touchpoint])
      box.attributes["opacity"] = fade([block.touchpoint])
      return box
    }
    return rows + lines + blocks
  }

  private func cell(_ cell: PlacedCell) -> Element {
    Element(
      "g",
      ["data-at": at(cell.touchpoints), "opacity": fade(cell.touchpoints)]
    ) {
      cell.bar == nil ? rect(absenceBox(cell.frame), cell.state.boxClass, radius: 6) : nil
      cell.bar.map { rect($0.track, "track", radius: 3) }
      cell.bar.map { rect($0.filled, cell.isOld ? "old" : cell.level?.className ?? "plain", radius: 3) }
      cell.sparkline.isEmpty ? nil : path(straight(cell.sparkline), "sparkline")
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

extension PlacedLane {
  /// Of a row of tiles, what they show.
  fileprivate var lead: Metric? { if case .tiles(let metric, _) = content { metric } else { nil } }

  /// A row of things that each say something, or one picture; nil for figures, all of which the cards say.
  fileprivate var role: String? {
    switch content {
    // Of a note, the cards and the table say whose it is.
    case .experience, .owners, .notes, .boxes: "group"
    case .tiles, .metric: nil
    case .faces, .pictures, .glances, .priorities, .comparison: "list"
    }
  }
}

extension Score.ScoreState {
  /// Each kind of "no figure" has a box of its own look.
  var boxClass: String { "box \(rawValue)" }
}
