import JourneyLayout
import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySource
import JourneySyntax
import Support
import Testing

extension Rect {
  /// The box around a straight line.
  fileprivate init(from one: JourneyLayout.Point, to two: JourneyLayout.Point) {
    self.init(x: min(one.x, two.x), y: min(one.y, two.y), width: abs(one.x - two.x), height: abs(one.y - two.y))
  }
}

/// Sizes and seeds: many small maps, some of the sizes that people have, a huge one.
private let cases: [(Int, UInt64)] =
  (1...25).map { (3, $0) } + (1...25).map { (13, $0) } + (1...10).map { (40, $0) } + [(400, 1), (1, 1), (2, 1)]

@Suite struct `A map of any flow` {
  @Test(arguments: cases) func `routes run clear of cards, entries and exits`(count: Int, seed: UInt64) throws {
    let flow = try map(of: SampleJourney.text(touchpoints: count, seed: seed)).flow
    #expect(flow.cards.count == count)
    let obstacles = flow.cards.map(\.frame) + flow.terminals.map(\.frame)
    for arrow in flow.arrows {
      for (from, to) in zip(arrow.corners, arrow.corners.dropFirst()) {
        let line = Rect(from: from, to: to)
        for obstacle in obstacles {
          let inner = obstacle.inset(by: 0.5)
          #expect(
            line.maxX < inner.x || inner.maxX < line.x || line.maxY < inner.y || inner.maxY < line.y,
            "\(arrow.course) from \(from) to \(to) runs through \(obstacle)")
        }
      }
    }
  }

  @Test(arguments: cases) func `labels stand clear of each other, of cards, entries and exits`(
    count: Int, seed: UInt64
  ) throws {
    let flow = try map(of: SampleJourney.text(touchpoints: count, seed: seed)).flow
    let boxes = flow.arrows.compactMap(\.label).map(frame) + flow.cards.map(\.frame) + flow.terminals.map(\.frame)
    let sorted = boxes.sorted { $0.x < $1.x }
    for (index, box) in sorted.enumerated() {
      for other in sorted[(index + 1)...] {
        if other.x > box.maxX { break }
        #expect(!box.inset(by: 0.5).overlaps(other.inset(by: 0.5)), "\(box) and \(other)")
      }
    }
  }

  @Test(arguments: cases) func `horizontal parts of routes do not lie on each other`(count: Int, seed: UInt64) throws {
    let flow = try map(of: SampleJourney.text(touchpoints: count, seed: seed)).flow
    let lines = flow.arrows.filter { $0.corners.count == 4 }.map { ($0.corners[1], $0.corners[2]) }
    for (index, line) in lines.enumerated() {
      for other in lines[(index + 1)...] where abs(line.0.y - other.0.y) < 4 {
        let apart =
          max(line.0.x, line.1.x) < min(other.0.x, other.1.x) || max(other.0.x, other.1.x) < min(line.0.x, line.1.x)
        #expect(apart, "\(line) and \(other)")
      }
    }
  }

  @Test(arguments: cases) func `texts stay inside their boxes and the map`(count: Int, seed: UInt64) throws {
    let map = try map(of: SampleJourney.text(touchpoints: count, seed: seed))
    let whole = Rect(x: 0, y: 0, width: map.width, height: map.height)
    var boxed: [(Rect, [TextBlock])] = map.flow.cards.map { ($0.frame, $0.texts) }
    boxed += map.flow.terminals.map { ($0.frame, $0.texts) }
    boxed.append((map.flow.frame, map.flow.arrows.compactMap(\.label)))
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
    #expect((map.lanes.first?.frame.y ?? .infinity) >= map.flow.frame.maxY)
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
    for (one, other) in zip(right.flow.arrows, left.flow.arrows) {
      #expect(one.corners.map(reflected).elementsEqual(other.corners) { abs($0.x - $1.x) < 1e-9 && $0.y == $1.y })
      #expect(one.label?.lines == other.label?.lines)
    }
  }
}

extension Rect {
  fileprivate func isNear(_ other: Rect) -> Bool {
    abs(x - other.x) < 1e-9 && abs(width - other.width) < 1e-9 && y == other.y && height == other.height
  }
}

/// Every box, sign, line and point that is drawn, and the box of every text.
private func boxes(of map: PlacedMap) -> [Rect] {
  var boxes = map.flow.cards.map(\.frame) + map.flow.terminals.map(\.frame) + map.phases.map(\.frame)
  var texts = map.header.texts + map.phases.map(\.title) + map.footer.texts + map.footer.legend.map(\.text)
  boxes += map.header.chips.map(\.frame) + map.footer.legend.map(\.frame) + [map.footer.frame]
  boxes += map.header.chips.compactMap { chip in chip.level.map { Rect(sign: $0, at: chip.glyph) } }
  boxes +=
    map.flow.cards.flatMap(\.marks).map { Rect($0.center) } + map.flow.arrows.compactMap(\.handOff).map { Rect($0) }
  texts += map.header.chips.flatMap(\.texts) + map.flow.cards.flatMap(\.texts) + map.flow.terminals.flatMap(\.texts)
  texts += map.flow.arrows.compactMap(\.label)
  for lane in map.lanes {
    boxes.append(lane.frame)
    texts += lane.labels
    switch lane.content {
    case .channels(let plot):
      boxes += [plot.area] + (plot.nodes.map(\.center) + plot.paths.joined()).map { Rect($0) }
      texts += plot.rows.map(\.label)
    case .pictures(let pictures): boxes += pictures.map(\.frame)
    case .notes(let notes):
      boxes += notes.map(\.frame)
      texts += notes.flatMap(\.texts)
    case .curve(let plot):
      boxes +=
        [plot.area]
        + (plot.nodes.map(\.center) + (plot.lines + plot.legend.map(\.line)).flatMap(\.points)).map { Rect($0) }
      boxes += plot.targets.map { Rect(x: $0.from, y: $0.y, width: $0.to - $0.from, height: 0) }
      boxes += plot.nodes.compactMap { node in node.level.map { Rect(sign: $0, at: node.glyph) } }
      texts +=
        plot.ticks.map(\.label) + plot.nodes.compactMap(\.label) + plot.legend.map(\.name) + plot.targets.map(\.label)
    case .metric(let cells):
      boxes += cells.map(\.frame) + cells.compactMap(\.bar?.track) + cells.compactMap(\.bar?.filled)
      boxes += cells.compactMap { cell in cell.level.map { Rect(sign: $0, at: cell.glyph) } }
      boxes += (cells.flatMap(\.sparkline) + cells.compactMap(\.change?.center)).map { Rect($0) }
      texts += cells.flatMap(\.texts)
    }
  }
  return boxes + texts.map(frame)
}
