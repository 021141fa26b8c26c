internal import JourneyModel
package import JourneyWords

/// The picture of a slide, to be read from the back of a room: it is drawn a quarter larger or more.
package enum SlideRoom {
  /// Of a picture in pixels of the map.
  package static let width = 940.0
  package static let height = 420.0
  fileprivate static let gutter = 118.0
  fileprivate static let leastPlot = 64.0
  fileprivate static let tallestPlot = 170.0
}

extension Pieces {
  /// The whole journey.
  package func placeWhole() -> PlacedPiece {
    let columns = whole.journey.touchpoints.indices
    guard columns.count > 7 else { return placeOnSlide(columns) }
    let map = JourneyLayout.placeWhole(whole, width: SlideRoom.width, height: SlideRoom.height - 110)
    return PlacedPiece(annotated: whole.annotated, columns: columns, map: map.directed(in: whole.workspace))
  }

  /// A run of touchpoints with their figures and their experience, as many of these lanes as there is room for, and the
  /// experience as tall as the rest allows.
  package func placeOnSlide(_ columns: Range<Int>, adding lanes: [MapLane] = []) -> PlacedPiece {
    let subject = subject(of: columns)
    func place(_ shown: [MapLane], plotHeight: Double = SlideRoom.leastPlot) -> PlacedMap {
      let grid = Grid(
        onWall: columns.count, width: SlideRoom.width, gutter: SlideRoom.gutter, margin: 0, plotHeight: plotHeight)
      let cards = cards(subject, on: grid, top: 8)
      let placed = JourneyLayout.lanes(subject, on: grid, top: (cards.first?.frame.maxY ?? 0) + 6) {
        $0 == .score || $0 == .experience || shown.contains($0)
      }
      return PlacedMap(on: grid, cards: cards, lanes: placed, height: placed.last?.frame.maxY ?? 0)
    }
    var (shown, map) = ([MapLane](), place([]))
    for lane in lanes {
      let next = place(shown + [lane])
      if next.height <= SlideRoom.height { (shown, map) = (shown + [lane], next) }
    }
    let plotHeight = SlideRoom.leastPlot + max(0, SlideRoom.height - map.height)
    let taller = place(shown, plotHeight: min(plotHeight, SlideRoom.tallestPlot))
    if taller.height <= max(SlideRoom.height, map.height) { map = taller }
    return PlacedPiece(annotated: subject.annotated, columns: columns, map: map.directed(in: whole.workspace))
  }
}
