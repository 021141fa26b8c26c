package import JourneyMetrics
package import JourneyModel
package import JourneyReview
package import JourneyWords

/// A run of a journey's touchpoints, placed: what a slide shows.
package struct PlacedPiece: Sendable {
  /// The run as a journey of its own; the map's touchpoints and arrows are counted in it.
  package let annotated: AnnotatedJourney
  /// Which of the whole journey's touchpoints it holds.
  package let columns: Range<Int>
  /// Its own top is 0; without header and footer.
  package let map: PlacedMap
}

/// Places runs of a journey's touchpoints, to the scales of the whole journey.
package struct Pieces: Sendable {
  let whole: Subject

  package init(of annotated: AnnotatedJourney, ranking: Ranking, in workspace: Workspace) {
    whole = Subject(annotated, ranking: ranking, in: workspace)
  }

  init(of whole: Subject) { self.whole = whole }

  /// - Parameters:
  ///   - width: what it fills in pixels, with room for so many columns.
  ///   - hasArrows: whether arrows are drawn; without them the cards are mere heads of columns.
  ///   - lanes: which bands stand under the touchpoints, by their ids.
  package func place(
    _ columns: Range<Int>, width: Double, room: Int? = nil, hasArrows: Bool = true,
    lanes: (MapLane) -> Bool = { _ in true }
  ) -> PlacedPiece {
    let subject = subject(of: columns, hasArrows: hasArrows)
    let grid = Grid(count: subject.journey.touchpoints.count, width: width, room: room)
    let map = JourneyLayout.place(subject, on: grid, top: 0, showing: lanes).directed(in: whole.workspace)
    return PlacedPiece(annotated: subject.annotated, columns: columns, map: map)
  }

  func subject(of columns: Range<Int>, hasArrows: Bool = true) -> Subject {
    Subject(
      whole.annotated.piece(columns, hasArrows: hasArrows, in: whole.words), of: whole, columns: columns,
      ranking: whole.ranking, in: whole.workspace)
  }
}
