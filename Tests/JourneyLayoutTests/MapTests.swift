import JourneyLayout
import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySource
import JourneySyntax
import Support
import Testing

private func map(of text: String) throws -> PlacedMap {
  let workspace = resolve([parse(Array(text.utf8), file: FileID(0)).value]).value
  let annotated = try #require(score(workspace, []).value.journeys.first)
  return place(annotated, ranking: rank(annotated, in: workspace), in: workspace)
}

private func frame(of block: TextBlock) -> Rect {
  let x =
    switch block.anchor {
    case .start: block.origin.x
    case .middle: block.origin.x - block.width / 2
    case .end: block.origin.x - block.width
    }
  return Rect(x: x, y: block.origin.y - block.style.ascent, width: block.width, height: block.height)
}

extension Rect {
  fileprivate func holds(_ other: Rect) -> Bool {
    x - 0.01 <= other.x && other.maxX <= maxX + 0.01 && y - 0.01 <= other.y && other.maxY <= maxY + 0.01
  }

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
        let apart = max(line.0.x, line.1.x) < min(other.0.x, other.1.x) || max(other.0.x, other.1.x) < min(line.0.x, line.1.x)
        #expect(apart, "\(line) and \(other)")
      }
    }
  }

  @Test(arguments: cases) func `texts stay inside their boxes and the map`(count: Int, seed: UInt64) throws {
    let map = try map(of: SampleJourney.text(touchpoints: count, seed: seed))
    let whole = Rect(x: 0, y: 0, width: map.width, height: map.height)
    var boxed: [(Rect, [TextBlock])] = map.flow.cards.map { ($0.frame, $0.texts) }
    boxed += map.flow.terminals.map { ($0.frame, $0.texts) }
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
