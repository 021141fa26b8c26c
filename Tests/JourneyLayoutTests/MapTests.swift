import JourneyLayout
import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySource
import JourneySyntax
import Support
import Testing

/// Sizes and seeds: many small maps, some of the sizes that people have, a huge one.
private let cases: [(Int, UInt64)] =
  (1...25).map { (3, $0) } + (1...25).map { (13, $0) } + (1...10).map { (40, $0) } + [(400, 1), (1, 1), (2, 1)]

/// The journey's experience: of a measured one the height of what customers say, of another what the team assumes.
private func experience(_ count: Int, _ seed: UInt64, isMeasured: Bool) throws -> (
  PlacedMap, PlacedLane, ExperiencePlot
)? {
  let map =
    isMeasured
    ? try map(
      of: SampleJourney.measured(touchpoints: count, seed: seed).0,
      tally: SampleJourney.measured(touchpoints: count, seed: seed).1)
    : try map(of: SampleJourney.text(touchpoints: count, seed: seed))
  for lane in map.lanes {
    if case .experience(let plot) = lane.content { return (map, lane, plot) }
  }
  return nil
}

@Suite struct `A map of any flow` {
  @Test(arguments: cases, [false, true]) func `what is written in the experience stands clear of all else`(
    size: (Int, UInt64), isMeasured: Bool
  ) throws {
    guard let (map, lane, plot) = try experience(size.0, size.1, isMeasured: isMeasured) else { return }
    #expect(map.cards.count == size.0 && plot.nodes.count == size.0)
    let marks = plot.nodes.map { Rect(x: $0.center.x - 8, y: $0.center.y - 8, width: 16, height: 16) }
    let texts = plot.texts.map(frame)
    let room = Rect(x: Grid.margin, y: lane.frame.y, width: map.width - Grid.margin, height: lane.frame.height)
    for text in texts { #expect(room.holds(text), "\(text) is outside of \(room)") }
    let sorted = (texts.map { ($0, true) } + marks.map { ($0, false) }).sorted { $0.0.x < $1.0.x }
    for (index, (box, isText)) in sorted.enumerated() {
      for (other, isOther) in sorted[(index + 1)...] {
        if other.x > box.maxX { break }
        guard isText || isOther else { continue }
        #expect(!box.inset(by: 0.5).overlaps(other.inset(by: 0.5)), "\(box) and \(other)")
      }
    }
  }

  /// Each arrow is one way, from the one node to the other, and never through a third.
  @Test(arguments: cases, [false, true]) func `every arrow is a way between its ends`(
    size: (Int, UInt64), isMeasured: Bool
  ) throws {
    guard let (_, lane, plot) = try experience(size.0, size.1, isMeasured: isMeasured) else { return }
    #expect(plot.ways.map(\.arrow) == Array(plot.ways.indices))
    var (passed, through) = (0, 0)
    for way in plot.ways {
      for point in samples(of: way.curve) { #expect(lane.frame.y < point.y && point.y < lane.frame.maxY) }
      guard way.kind == .onward, let first = way.curve.first, let last = way.curve.last else { continue }
      let starts = plot.nodes.filter { abs($0.center.x + 8 - first.x) < 0.01 && $0.center.y == first.y }
      let ends = plot.nodes.filter { abs($0.center.x - 8 - last.x) < 0.01 && $0.center.y == last.y }
      #expect(starts.count == 1 && ends.count == 1 && first.x < last.x)
      let points = samples(of: way.curve)
      for node in plot.nodes where first.x + 9 < node.center.x && node.center.x < last.x - 9 {
        passed += 1
        if points.contains(where: { abs($0.x - node.center.x) < 6 && abs($0.y - node.center.y) < 7 }) { through += 1 }
      }
    }
    // Where many nodes lie between, not every line finds a way past all of them.
    #expect(Double(through) <= 0.1 * Double(passed) + 2, "\(through) of \(passed)")
  }

  @Test(arguments: cases) func `texts stay inside their boxes and the map`(count: Int, seed: UInt64) throws {
    let map = try map(of: SampleJourney.text(touchpoints: count, seed: seed))
    let whole = Rect(x: 0, y: 0, width: map.width, height: map.height)
    var boxed: [(Rect, [TextBlock])] = map.cards.map { ($0.frame, $0.texts) }
    boxed += map.phases.map { ($0.frame, [$0.title]) }
    boxed += map.header.chips.map { ($0.frame, $0.texts) }
    boxed.append((whole, map.header.texts + map.footer.texts + map.footer.legend.map(\.text)))
    for lane in map.lanes {
      boxed.append((lane.frame, lane.labels))
      if case .notes(let notes) = lane.content { boxed += notes.map { ($0.frame, $0.texts) } }
    }
    for (box, texts) in boxed {
      #expect(whole.holds(box), "\(box) is outside of the map")
      for text in texts { #expect(box.holds(frame(of: text)), "\(text.lines) is outside of \(box)") }
    }
  }

  @Test(arguments: cases) func `lanes follow each other without overlap`(count: Int, seed: UInt64) throws {
    let map = try map(of: SampleJourney.text(touchpoints: count, seed: seed))
    for (lane, next) in zip(map.lanes, map.lanes.dropFirst()) { #expect(lane.frame.maxY <= next.frame.y + 0.01) }
    #expect(map.cards.allSatisfy { $0.frame.maxY <= map.lanes.first?.frame.y ?? .infinity })
    #expect((map.lanes.last?.frame.maxY ?? 0) <= map.footer.frame.y + 0.01)
  }
}

@Suite struct `A map in a language that is written to the left` {
  @Test(arguments: cases) func `is the other one's mirror image`(count: Int, seed: UInt64) throws {
    let (text, tally) = SampleJourney.measured(touchpoints: count, seed: seed)
    let (right, left) = (try map(of: text, tally: tally), try map(of: text, tally: tally, language: "ar"))
    #expect(right.width == left.width && right.height == left.height && left.isMirrored && !right.isMirrored)
    func reflected(_ box: Rect) -> Rect {
      Rect(x: right.width - box.maxX, y: box.y, width: box.width, height: box.height)
    }
    func reflected(_ point: JourneyLayout.Point) -> JourneyLayout.Point { .init(x: right.width - point.x, y: point.y) }
    let (boxes, others) = (boxes(of: right), boxes(of: left))
    #expect(boxes.count == others.count && zip(boxes, others).allSatisfy { reflected($0).isNear($1) })
    for (one, other) in zip(ways(of: right), ways(of: left)) {
      #expect(one.curve.map(reflected).elementsEqual(other.curve) { abs($0.x - $1.x) < 1e-9 && $0.y == $1.y })
      #expect(one.label?.lines == other.label?.lines)
    }
  }
}

extension Rect {
  fileprivate func isNear(_ other: Rect) -> Bool {
    abs(x - other.x) < 1e-9 && abs(width - other.width) < 1e-9 && y == other.y && height == other.height
  }
}

private func ways(of map: PlacedMap) -> [PlacedWay] {
  map.lanes.flatMap { lane in if case .experience(let plot) = lane.content { plot.ways } else { [PlacedWay]() } }
}

/// Every box, sign, line and point that is drawn, and the box of every text.
private func boxes(of map: PlacedMap) -> [Rect] {
  var boxes = map.cards.map(\.frame) + map.phases.map(\.frame)
  var texts = map.header.texts + map.phases.map(\.title) + map.footer.texts + map.footer.legend.map(\.text)
  boxes += map.header.chips.map(\.frame) + map.footer.legend.map(\.frame) + [map.footer.frame]
  boxes += map.header.chips.compactMap { chip in
    chip.glyph.flatMap { point in chip.level.map { Rect(sign: $0, at: point) } }
  }
  for card in map.cards {
    boxes += (card.marks.map(\.center) + card.channels.map(\.center) + [card.badge?.center].compactMap(\.self)).map {
      Rect($0)
    }
  }
  texts += map.header.chips.flatMap(\.texts) + map.cards.flatMap(\.texts)
  for lane in map.lanes {
    boxes.append(lane.frame)
    texts += lane.labels
    switch lane.content {
    case .tiles(_, let tiles):
      boxes += tiles.map(\.frame)
      boxes += tiles.compactMap { tile in
        tile.glyph.flatMap { point in tile.level.map { Rect(sign: $0, at: point) } }
      }
      texts += tiles.flatMap(\.texts)
    case .experience(let plot):
      boxes += [plot.area] + (plot.nodes.map(\.center) + plot.ways.flatMap(\.curve)).map { Rect($0) }
      boxes += plot.targets.map { Rect(x: $0.from, y: $0.y, width: $0.to - $0.from, height: 0) }
      texts += plot.texts
    case .owners(let plot):
      boxes += [plot.area] + plot.blocks.map(\.frame) + plot.handOffs.flatMap(\.curve).map { Rect($0) }
      texts += plot.rows.map(\.label) + plot.handOffs.compactMap(\.label)
    case .faces(let faces): boxes += faces.map { Rect($0.center) }
    case .pictures(let pictures): boxes += pictures.map(\.frame)
    case .boxes(let rooms): boxes += rooms
    case .glances, .priorities: break
    case .comparison(let plot):
      boxes += [plot.area] + plot.columns.flatMap(\.tiles).map(\.frame)
      boxes += (plot.columns.flatMap(\.marks).map(\.center) + plot.columns.compactMap(\.gap?.center)).map { Rect($0) }
      texts +=
        plot.ticks.map(\.label)
        + plot.columns.flatMap { $0.tiles.flatMap(\.texts) + [$0.gap?.label].compactMap(\.self) }
    case .notes(let notes):
      boxes += notes.map(\.frame)
      texts += notes.flatMap(\.texts)
    case .metric(let cells):
      boxes += cells.map(\.frame) + cells.compactMap(\.bar?.track) + cells.compactMap(\.bar?.filled)
      boxes += cells.compactMap { cell in cell.level.map { Rect(sign: $0, at: cell.glyph) } }
      boxes += (cells.flatMap(\.sparkline) + cells.compactMap(\.change?.center)).map { Rect($0) }
      texts += cells.flatMap(\.texts)
    }
  }
  return boxes + texts.map(frame)
}
