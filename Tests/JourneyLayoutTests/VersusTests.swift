import JourneyLayout
import JourneyMetrics
import JourneyModel
import JourneyReview
import Support
import Testing

@Suite struct `A comparison on a map` {
  private func versus(_ count: Int, seed: UInt64 = 1, language: String = "en") throws -> (map: PlacedMap, PlacedVersus?)
  {
    let (text, tally) = SampleJourney.measured(touchpoints: count, seed: seed)
    let (annotated, workspace) = try annotated(text, tally: tally, language: language)
    let map = place(annotated, ranking: rank(annotated, in: workspace), in: workspace)
    let metric = try #require(
      map.lanes.lazy.compactMap { if case .tiles(let metric, _) = $0.content { metric } else { nil } }.first)
    let comparisons = FigureComparison.all(of: annotated, metric, segments: [])
    return (map, map.versus(comparisons, of: annotated, in: workspace).first)
  }

  private func columns(_ versus: PlacedVersus) -> [ComparisonPlot.VersusColumn] {
    if case .comparison(let plot) = versus.lane.content { plot.columns } else { [] }
  }

  @Test(arguments: [13, 40, 100], ["en", "ar"]) func `stays in its lane and its columns`(count: Int, language: String)
    throws
  {
    let (map, found) = try versus(count, language: language)
    let versus = try #require(found)
    let lane = versus.lane.frame
    #expect(lane.y == map.lanes[0].frame.maxY, "it begins under the tiles")
    for column in columns(versus) {
      let card = try #require(map.cards.first { $0.touchpoint == column.touchpoint }).frame
      let room = Rect(x: card.x - 4, y: lane.y, width: card.width + 8, height: lane.height)
      for tile in column.tiles {
        #expect(room.holds(tile.frame))
        for text in tile.texts { #expect(tile.frame.inset(by: -1).holds(frame(of: text)), "\(text.text)") }
      }
      for mark in column.marks {
        #expect(room.holds(Rect(x: mark.center.x - 6, y: mark.center.y - 6, width: 12, height: 12)))
      }
      if let gap = column.gap { #expect(room.holds(frame(of: gap.label)), "\(gap.label.text)") }
    }
    for label in versus.lane.labels { #expect(lane.inset(by: -1).holds(frame(of: label)), "\(label.text)") }
  }

  @Test(arguments: [13, 40]) func `has no mark without a figure and no difference without two`(count: Int) throws {
    let versus = try #require(try versus(count).1)
    for column in columns(versus) {
      #expect(column.marks.count <= column.tiles.count)
      if column.gap != nil { #expect(column.marks.count == 2) }
      #expect(column.sentence.contains("hidden") == column.tiles.contains { $0.state == .hidden })
    }
    #expect(columns(versus).contains { $0.gap != nil })
  }

  @Test func `is not on a map without tiles`() throws {
    let (annotated, workspace) = try annotated(SampleJourney.text(touchpoints: 3, seed: 1), tally: "", language: "en")
    let map = place(annotated, ranking: rank(annotated, in: workspace), in: workspace)
    #expect(map.versus([], of: annotated, in: workspace).isEmpty)
  }
}
