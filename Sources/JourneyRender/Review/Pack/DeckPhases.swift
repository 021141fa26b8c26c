internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords
internal import Markup

extension Deck {
  /// How many touchpoints a slide holds, for type that a room can read.
  private static let mostColumns = 4
  /// Of a slide's picture in pixels of the map, as wide and tall as its room.
  private static let width = 900.0
  private static let height = 450.0

  /// Each phase as pieces of the map: what customers meet and how that is for them, then the figures behind it, and what
  /// hurts and could be done.
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

  /// In parts of about the same length.
  private static func pieces(of columns: Range<Int>) -> [Range<Int>] {
    let parts = (columns.count + mostColumns - 1) / mostColumns
    return (0..<parts).map { part in
      columns.lowerBound + columns.count * part / parts..<columns.lowerBound + columns.count * (part + 1) / parts
    }
  }

  /// As many lanes on each slide as there is room for.
  private func slides(of columns: Range<Int>, _ title: String) -> [Slide] {
    var rest = [MapLane.metric, .pains, .ideas].filter { lane in
      piece(columns, hasArrows: false, lanes: [lane]).map.lanes.contains { $0.id == lane }
    }
    var first = piece(columns, lanes: [.experience])
    let withPains = piece(columns, lanes: [.experience, .pains])
    if withPains.map.height <= Self.height {
      first = withPains
      rest.removeAll { $0 == .pains }
    }
    var slides = [
      Slide(title) {
        Element("p", ["class": "lead"], children: [.text(takeaway(of: columns))])
        picture(first, 1)
      }
    ]
    while let lane = rest.first {
      var shown = [lane]
      while shown.count < rest.count,
        piece(columns, hasArrows: false, lanes: Array(rest[...shown.count])).map.height <= Self.height
      {
        shown.append(rest[shown.count])
      }
      rest.removeFirst(shown.count)
      slides.append(
        Slide("\(title): \(words.list(lane == .metric ? [lane] : shown))") {
          Element("p", ["class": "lead"]) { lane == .metric ? coverage(of: columns) : words.whatToDoAboutIt }
          picture(piece(columns, hasArrows: false, lanes: shown), slides.count + 1)
        })
    }
    return slides
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

  private func coverage(of columns: Range<Int>) -> String {
    let own = columns.filter { view.journey.touchpoints[$0].repeats == nil }
    let measured = own.count { view.annotated.touchpoints[$0].isMeasured }
    let shown = own.count { view.annotated.touchpoints[$0].lead?.figure != nil }
    return words.coverage(measured, of: own.count, withoutFigures: measured - shown)
  }
}
