import JourneyLayout
import JourneyMetrics
import JourneyModel
import Support
import Testing

/// Sizes and seeds.
private let cases: [(Int, UInt64)] = (1...6).map { (3, $0) } + (1...6).map { (13, $0) } + [(40, 1), (1, 1), (2, 1)]

/// What metrics draw: curves, bars, chips, signs.
@Suite struct `A map with answers` {
  private func measured(_ count: Int, _ seed: UInt64) throws -> PlacedMap {
    let (text, tally) = SampleJourney.measured(touchpoints: count, seed: seed)
    return try map(of: text, tally: tally)
  }

  private func cells(of map: PlacedMap) -> [(lane: PlacedLane, cells: [PlacedCell])] {
    map.lanes.compactMap { lane in if case .metric(let cells) = lane.content { (lane, cells) } else { nil } }
  }

  private func plots(of map: PlacedMap) -> [(lane: PlacedLane, plot: ExperiencePlot)] {
    map.lanes.compactMap { lane in if case .experience(let plot) = lane.content { (lane, plot) } else { nil } }
  }

  private func tiles(of map: PlacedMap) -> [PlacedTile] {
    map.lanes.flatMap { lane in if case .tiles(_, let tiles) = lane.content { tiles } else { [PlacedTile]() } }
  }

  @Test func `shows all that can be shown`() throws {
    let maps = try cases.map { try measured($0.0, $0.1) }
    let all = maps.flatMap { cells(of: $0).flatMap(\.cells) }
    let drawn = maps.flatMap { plots(of: $0).map(\.plot) }
    #expect(Set(all.compactMap(\.level)).count == Level.allCases.count)
    #expect(all.contains { $0.isOld } && all.contains { $0.change != nil } && all.contains { !$0.sparkline.isEmpty })
    #expect(
      all.contains { $0.touchpoints.count > 1 } && all.contains { $0.bar == nil } && all.contains { $0.texts.count > 3 }
    )
    #expect(maps.contains { $0.lanes.contains { "\($0.id)" == "reach" } })
    #expect(drawn.contains { $0.targets.count > 1 } && drawn.contains { $0.nodes.contains { $0.before != nil } })
    let shown = maps.flatMap(tiles)
    #expect(
      Set(shown.compactMap(\.level)).count == Level.allCases.count
        && shown.contains { $0.glyph == nil && $0.texts.count > 1 })
    #expect(maps.contains { $0.cards.contains { $0.badge?.rank == 1 } })
    #expect(
      maps.contains { $0.header.chips.count > 3 } && maps.contains { $0.header.chips.contains { $0.level != nil } })
  }

  @Test(arguments: cases) func `cells stand in their columns and lanes, and their parts in them`(
    count: Int, seed: UInt64
  ) throws {
    let map = try measured(count, seed)
    for (lane, cells) in cells(of: map) {
      for (index, cell) in cells.enumerated() {
        let first = try #require(cell.touchpoints.min()?.value), last = try #require(cell.touchpoints.max()?.value)
        #expect(
          abs(cell.frame.x - map.grid.x(first)) < 0.01
            && abs(cell.frame.maxX - map.grid.x(last) - map.grid.cardWidth) < 0.01)
        #expect(lane.frame.holds(cell.frame))
        for other in cells[(index + 1)...] { #expect(!cell.frame.overlaps(other.frame)) }
        if let (track, filled) = cell.bar { #expect(cell.frame.holds(track) && track.holds(filled)) }
        let texts = cell.texts.map(frame)
        for (place, text) in texts.enumerated() {
          #expect(cell.frame.holds(text), "\(cell.texts[place].lines) in \(cell.frame)")
          for other in texts[(place + 1)...] {
            #expect(!text.inset(by: 0.5).overlaps(other.inset(by: 0.5)), "\(cell.texts)")
          }
        }
        if let level = cell.level, cell.bar != nil {
          let sign = Rect(x: cell.glyph.x, y: cell.glyph.y - 3.5, width: level.glyphWidth, height: 7)
          #expect(cell.frame.holds(sign) && !texts.contains { $0.inset(by: 1).overlaps(sign) }, "\(cell.texts)")
        }
        for point in cell.sparkline + [cell.change?.center].compactMap(\.self) {
          #expect(cell.frame.holds(Rect(point)))
        }
      }
    }
  }

  @Test(arguments: cases) func `tiles stand under their cards, and hold what they say`(count: Int, seed: UInt64) throws
  {
    let map = try measured(count, seed)
    for tile in tiles(of: map) {
      let card = map.cards[tile.touchpoint.value]
      #expect(tile.frame.x == card.frame.x && tile.frame.width == card.frame.width && tile.frame.y >= card.frame.maxY)
      let texts = tile.texts.map(frame)
      for (place, text) in texts.enumerated() {
        #expect(tile.frame.holds(text), "\(tile.texts[place].lines) in \(tile.frame)")
        for other in texts[(place + 1)...] { #expect(!text.overlaps(other)) }
      }
      guard let level = tile.level, let glyph = tile.glyph else { continue }
      let sign = Rect(sign: level, at: glyph)
      #expect(tile.frame.holds(sign) && !texts.contains { $0.overlaps(sign) })
    }
  }

  /// A bar is as long as the figure is high, from the lowest that can be.
  @Test(arguments: [(-100, 0.0), (-50, 0.25), (0, 0.5), (50, 0.75), (100, 1)]) func `a bar begins at the worst figure`(
    nps: Int, part: Double
  ) throws {
    let promoters = (100 + nps) / 2
    let tally = [("10", promoters), ("0", 100 - promoters)].filter { $0.1 > 0 }
      .map { "sample,t0,nps,0..10,2026-Q3,,s,\($0),\($1),,\n" }.joined()
    let map = try map(of: SampleJourney.text(touchpoints: 1), tally: tally)
    let bar = try #require(cells(of: map).first?.cells.first?.bar)
    #expect(abs(bar.filled.width - max(2, bar.track.width * part)) < 0.01)
    let plot = try #require(plots(of: map).first { "\($0.lane.id)" == "experience" }?.plot)
    #expect(abs(plot.nodes[0].center.y - (plot.area.maxY - plot.area.height * part)) < 0.01)
  }

  @Test(arguments: cases) func `points, whiskers and targets of a curve lie in its plot and over their columns`(
    count: Int, seed: UInt64
  ) throws {
    let map = try measured(count, seed)
    for (lane, plot) in plots(of: map) {
      #expect(lane.frame.holds(plot.area))
      for node in plot.nodes {
        #expect(
          (node.kind == .unknown || plot.area.holds(Rect(node.center)))
            && abs(node.center.x - map.grid.center(node.touchpoint.value)) < 0.01)
        if let (low, high) = node.whisker {
          #expect(
            plot.area.y - 0.01 <= high && high <= node.center.y + 0.01 && node.center.y <= low + 0.01
              && low <= plot.area.maxY + 0.01)
        }
        if let label = node.label.map(frame) { #expect(abs(label.midX - node.center.x) <= map.grid.pitch) }
      }
      for (one, next) in zip(plot.targets, plot.targets.dropFirst()) { #expect(one.to <= next.from + 0.01) }
      for target in plot.targets {
        #expect(plot.area.holds(Rect(x: target.from, y: target.y, width: target.to - target.from, height: 0)))
        #expect(target.to - target.from >= map.grid.pitch - 0.01 && lane.frame.holds(frame(of: target.label)))
        #expect(plot.nodes.contains { target.from <= $0.center.x && $0.center.x <= target.to })
      }
      for tick in plot.ticks {
        #expect(plot.area.y <= tick.y && tick.y <= plot.area.maxY && frame(of: tick.label).maxX < plot.area.x)
      }
    }
  }

  @Test(arguments: cases) func `chips hold their words and stand clear of each other and of the title`(
    count: Int, seed: UInt64
  ) throws {
    let map = try measured(count, seed)
    let chips = map.header.chips
    for (index, chip) in chips.enumerated() {
      #expect(chip.frame.x >= Grid.margin - 0.01 && chip.frame.maxX <= map.width - Grid.margin + 0.01)
      for other in chips[(index + 1)...] { #expect(!chip.frame.overlaps(other.frame)) }
      for text in map.header.texts { #expect(!frame(of: text).overlaps(chip.frame), "\(text.lines) and \(chip.texts)") }
      let texts = chip.texts.map(frame)
      for (place, text) in texts.enumerated() {
        #expect(chip.frame.holds(text))
        for other in texts[(place + 1)...] {
          #expect(!text.inset(by: 0.5).overlaps(other.inset(by: 0.5)), "\(chip.texts)")
        }
      }
      if let level = chip.level, let glyph = chip.glyph {
        let sign = Rect(x: glyph.x, y: glyph.y - 3.5, width: level.glyphWidth, height: 7)
        #expect(chip.frame.holds(sign) && !texts.contains { $0.inset(by: 1).overlaps(sign) }, "\(chip.texts)")
      }
    }
  }

  @Test(arguments: cases) func `lanes follow each other without overlap, and the footer comes last`(
    count: Int, seed: UInt64
  ) throws {
    let map = try measured(count, seed)
    for (lane, next) in zip(map.lanes, map.lanes.dropFirst()) { #expect(lane.frame.maxY <= next.frame.y + 0.01) }
    #expect((map.lanes.last?.frame.maxY ?? 0) <= map.footer.frame.y + 0.01 && map.footer.frame.maxY <= map.height)
    for lane in map.lanes { for label in lane.labels { #expect(lane.frame.holds(frame(of: label))) } }
  }
}
