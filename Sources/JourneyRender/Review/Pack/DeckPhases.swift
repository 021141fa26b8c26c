internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords
internal import Markup

extension Deck {
  /// How many touchpoints a slide holds, for type that a room can read.
  private static let mostColumns = 8

  /// Each phase as a piece of the map, titled with what matters there: what customers meet, how that is for them, what
  /// hurts and what could be done.
  func phases() -> [Slide] {
    let phases = view.journey.phases.filter { !$0.touchpoints.isEmpty }
    return phases.enumerated().flatMap { index, phase -> [Slide] in
      let pieces = Self.pieces(of: phase.touchpoints)
      return pieces.enumerated().map { place, columns in
        let title = words.phase(index + 1, of: phases.count, phase.title)
        return Slide(takeaway(of: columns)) {
          Element("p", ["class": "lead"], children: [.text(words.part(title, place + 1, of: pieces.count))])
          picture(layout.placeOnSlide(columns, adding: [.pains, .ideas, .voices, .feeling]), 1)
        }
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

  /// Without the phase's chevron, since the slide is titled with it.
  func picture(_ piece: PlacedPiece, _ number: Int) -> Element {
    let drawing = MapDrawing(view.piece(piece, picture: number), placed: piece.map)
    let frame = "0 0 \(piece.map.width.svg) \(piece.map.height.svg)"
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
        drawing.parts()
      }
    }
  }

  /// `Top priority here: Reports it missing, 44% satisfied.`
  private func takeaway(of columns: Range<Int>) -> String {
    if let first = view.ranking.ranked.first(where: { columns.contains($0.touchpoint.value) && $0.burden > 0 }),
      let worst = first.worst,
      let printed = view.annotated.touchpoints[first.touchpoint.value][worst.metric].printed(in: words)
    {
      let figure = worst.metric.phrase(printed.value, in: words)
      return words.topPriorityHere(view.journey[first.touchpoint].title, figure)
    }
    if view.journey.isPlanned { return words.plannedSoNotMeasured }
    let isMeasured = columns.contains { view.annotated.touchpoints[$0].isMeasured }
    return isMeasured
      ? words.nothingFallsShort : words.notAskedAboutThis
  }
}
