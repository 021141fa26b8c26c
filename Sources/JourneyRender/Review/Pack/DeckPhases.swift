internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords
internal import Markup

extension Deck {
  /// How many touchpoints a slide holds, for type that a room can read.
  private static let mostColumns = 8
  /// Of a slide's picture in pixels of the map, as wide and tall as its room.
  private static let width = 900.0
  private static let height = 450.0

  /// Each phase as a piece of the map, titled with what matters there: what customers meet, how that is for them, what
  /// hurts and what could be done.
  func phases() -> [Slide] {
    let phases = view.journey.phases.filter { !$0.touchpoints.isEmpty }
    return phases.enumerated().flatMap { index, phase -> [Slide] in
      let pieces = Self.pieces(of: phase.touchpoints)
      return pieces.enumerated().flatMap { place, columns -> [Slide] in
        let title = words.phase(index + 1, of: phases.count, phase.title)
        return slides(of: columns, words.part(title, place + 1, of: pieces.count))
      }
    }
  }

  /// The whole journey as one picture: the map's head or, of a long one, its overview.
  func whole() -> Element {
    let lanes = [MapLane.score, .experience]
    if let map = placeOverview(
      view.annotated, ranking: view.ranking, in: view.workspace, showing: lanes.contains)
    {
      return Element("div", ["class": "picture"]) { MapDrawing(view, placed: map).overview() }
    }
    let columns = view.journey.touchpoints.indices
    return picture(
      layout.place(
        columns, width: Grid.leastWidth, room: columns.count, hasArrows: true, lanes: lanes.contains), 0)
  }

  /// In parts of about the same length.
  private static func pieces(of columns: Range<Int>) -> [Range<Int>] {
    let parts = (columns.count + mostColumns - 1) / mostColumns
    return (0..<parts).map { part in
      columns.lowerBound + columns.count * part / parts..<columns.lowerBound + columns.count * (part + 1) / parts
    }
  }

  /// As many lanes on each slide as there is room for.
  private func slides(of columns: Range<Int>, _ phase: String) -> [Slide] {
    var rest = [MapLane.pains, .ideas].filter { lane in
      piece(columns, hasArrows: false, lanes: [lane]).map.lanes.contains { $0.id == lane }
    }
    var shown = [MapLane.score, .experience]
    func takeNext(hasArrows: Bool) {
      while let lane = rest.first,
        piece(columns, hasArrows: hasArrows, lanes: shown + [lane]).map.height <= Self.height
      {
        shown.append(lane)
        rest.removeFirst()
      }
    }
    takeNext(hasArrows: true)
    var slides = [slide(takeaway(of: columns), phase, piece(columns, lanes: shown), 1)]
    while let lane = rest.first {
      shown = [lane]
      rest.removeFirst()
      takeNext(hasArrows: false)
      slides.append(
        slide(
          words.whatToDoAboutIt, "\(phase): \(words.list(shown))", piece(columns, hasArrows: false, lanes: shown),
          slides.count + 1))
    }
    return slides
  }

  private func slide(_ title: String, _ phase: String, _ piece: PlacedPiece, _ number: Int) -> Slide {
    Slide(title) {
      Element("p", ["class": "lead"], children: [.text(phase)])
      picture(piece, number)
    }
  }

  private func piece(_ columns: Range<Int>, hasArrows: Bool = true, lanes: [MapLane]) -> PlacedPiece {
    layout.place(columns, width: Self.width, room: columns.count, hasArrows: hasArrows) {
      lanes.contains($0)
    }
  }

  /// Without the phase's chevron, since the slide is titled with it.
  private func picture(_ piece: PlacedPiece, _ number: Int) -> Element {
    let drawing = MapDrawing(view.piece(piece, picture: number), placed: piece.map)
    let (margin, top) = (16.0, (piece.map.cards.first?.frame.y ?? 0) - 4)
    let frame = "\(margin.svg) \(top.svg) \((piece.map.width - 2 * margin).svg) \((piece.map.height - top).svg)"
    let last = piece.columns.upperBound - 1
    let name = words.run(
      from: view.journey.touchpoints[piece.columns.lowerBound].title, to: view.journey.touchpoints[last].title)
    return Element("div", ["class": "picture"]) {
      Element(
        "svg",
        [
          "xmlns": "http://www.w3.org/2000/svg", "class": "waymark", "viewBox": frame, "role": "graphics-document",
          "aria-roledescription": words.pieceOfAMap, "aria-label": name, "preserveAspectRatio": "xMidYMin meet",
        ]
      ) {
        drawing.cards()
        piece.map.lanes.map(drawing.lane)
      }
    }
  }

  /// `Top priority here: Reports it missing, 44% satisfied (36–52%), n 137.`
  private func takeaway(of columns: Range<Int>) -> String {
    if let weakest = journey.weakest.first(where: { columns.contains($0.id.value) }) {
      return words.topPriorityHere(weakest)
    }
    if view.journey.isPlanned { return words.plannedSoNotMeasured }
    let isMeasured = columns.contains { view.annotated.touchpoints[$0].isMeasured }
    return isMeasured
      ? words.nothingFallsShort : words.notAskedAboutThis
  }
}
