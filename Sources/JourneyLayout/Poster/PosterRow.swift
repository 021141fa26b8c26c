internal import JourneyModel
internal import JourneyWords

/// A run of touchpoints across a sheet: parts in sizes of their own, all on the same columns.
struct PosterRow {
  let columns: Range<Int>
  private let subject: Subject
  private let size: WallSize
  /// In millimetres, without the lanes that can be left out.
  let bare: Double
  /// Beside `LaneGroup.allCases`: what the lanes of a group add.
  let added: [Double]

  /// Between two of its parts, at least.
  private static let gap = 1.0

  init(_ columns: Range<Int>, of pieces: Pieces, _ size: WallSize) {
    self.columns = columns
    self.size = size
    subject = pieces.subject(of: columns)
    let bands = Self.bands(subject, columns, size, showing: LaneGroup.allCases)
    var added = Array(repeating: 0.0, count: LaneGroup.allCases.count)
    for band in bands {
      for lane in band.map.lanes { LaneGroup(lane.id).map { added[$0.place] += lane.frame.height * band.scale } }
    }
    self.added = added
    bare = (bands.last.map { $0.top + $0.height } ?? 0) - added.reduce(0, +)
  }

  func height(_ shown: [LaneGroup]) -> Double { shown.reduce(bare) { $0 + added[$1.place] } }

  /// What it can take up beyond its height: a taller experience, a taller row for dots.
  var slack: Double {
    (WallSize.tallestPlot - WallSize.plotHeight) * WallSize.card * size.magnification
      + WallSize.tallestDots - WallSize.dots
  }

  /// Its parts from the top of 0, up to `extra` millimetres taller than they need be, and how tall they are.
  func bands(showing shown: [LaneGroup], extra: Double) -> (bands: [PosterBand], height: Double) {
    let dots = min(extra / 3, WallSize.tallestDots - WallSize.dots)
    let plot = (extra - dots) / (WallSize.card * size.magnification)
    // In a taller plot labels may find other places, and need more room under it.
    for share in [1, 0.75, 0.5, 0.25, 0] {
      let bands = Self.bands(
        subject, columns, size, showing: shown,
        plotHeight: min(WallSize.plotHeight + plot * share, WallSize.tallestPlot), dots: WallSize.dots + dots)
      let bottom = bands.last.map { $0.top + $0.height } ?? 0
      if bottom <= height(shown) + extra + 0.01 { return (bands, bottom) }
    }
    return (Self.bands(subject, columns, size, showing: shown), height(shown))
  }

  private static func bands(
    _ subject: Subject, _ columns: Range<Int>, _ size: WallSize, showing shown: [LaneGroup],
    plotHeight: Double = WallSize.plotHeight, dots: Double = WallSize.dots
  ) -> [PosterBand] {
    var bands: [PosterBand] = []
    var top = 0.0
    func add(at scale: Double, _ make: (Grid) -> PlacedMap) {
      let map = make(size.grid(columns.count, at: scale, plotHeight: plotHeight))
      guard map.height > 0 else { return }
      let band = PosterBand(
        annotated: subject.annotated, columns: columns, map: map.directed(in: subject.workspace),
        scale: scale * size.magnification, top: top)
      bands.append(band)
      top += band.height + gap
    }
    func isShown(_ lane: MapLane) -> Bool { LaneGroup(lane).map(shown.contains) ?? false }
    func laneMap(_ grid: Grid, top: Double = 0, cards: [PlacedCard] = [], _ isShown: (MapLane) -> Bool) -> PlacedMap {
      let lanes = lanes(subject, on: grid, top: top, showing: isShown)
      return PlacedMap(on: grid, cards: cards, lanes: lanes, height: lanes.last?.frame.maxY ?? top)
    }
    add(at: WallSize.phase) { grid in
      let phases = phases(subject, on: grid, top: 0)
      return PlacedMap(on: grid, phases: phases, height: phases.lazy.map(\.frame.maxY).max() ?? 0)
    }
    add(at: WallSize.card) { grid in
      let cards = cards(subject, on: grid, top: 0)
      return laneMap(grid, top: (cards.first?.frame.maxY ?? 0) + 6, cards: cards) {
        $0 == .score || $0 == .experience || ($0 == .reach && isShown($0))
      }
    }
    add(at: WallSize.owner) { laneMap($0) { $0 == .owners && isShown($0) } }
    let stacked: [MapLane] = size.isStacked ? [.thinking, .voices, .pains, .ideas, .backstage] : []
    add(at: size.notes) { grid in
      var map = laneMap(grid) { $0 != .owners && $0 != .reach && !stacked.contains($0) && isShown($0) }
      if let lane = stackedLane(stacked, subject, on: grid, top: map.height) {
        map.lanes.append(lane)
        map.height = lane.frame.maxY
      }
      return map
    }
    add(at: WallSize.card) { grid in
      let lane = dotsLane(subject, on: grid, height: dots / (WallSize.card * size.magnification))
      return PlacedMap(on: grid, lanes: [lane], height: lane.frame.maxY)
    }
    return bands
  }
}

/// What lanes show, one under the other in each column.
private func stackedLane(_ lanes: [MapLane], _ subject: Subject, on grid: Grid, top: Double) -> PlacedLane? {
  let notes = lanes.map { (lane: $0, notes: subject.notes(in: $0)) }.filter { !$0.notes.isEmpty }
  return noteLane(
    .pains, titled: subject.words.list(notes.map(\.lane)), notes.flatMap(\.notes), of: subject, on: grid, top: top)
}

/// A box under every touchpoint that people can vote for: one that comes again is voted for where it came first.
private func dotsLane(_ subject: Subject, on grid: Grid, height: Double) -> PlacedLane {
  let boxes = subject.journey.touchpoints.indices.filter { subject.journey.touchpoints[$0].repeats == nil }.map {
    Rect(x: grid.x($0), y: grid.lanePadding, width: grid.cardWidth, height: height)
  }
  return PlacedLane(
    .dots, top: 0, content: .boxes(boxes), contentHeight: height,
    labels: laneLabels(.dots, subject, top: 0, on: grid), on: grid)
}
