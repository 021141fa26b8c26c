import JourneyLayout
import JourneyMetrics
import JourneyModel
import JourneyReview
import Support
import Testing

/// Lengths that have an overview of touchpoints, and lengths that have one of phases.
private let lengths = [14, 20, 40, 42, 43, 100, 400]

@Suite struct `An overview` {
  private func overview(_ count: Int, language: String = "en", isMeasured: Bool = true) throws -> (PlacedMap?, Journey)
  {
    let (text, tally) =
      isMeasured
      ? SampleJourney.measured(touchpoints: count, seed: 1) : (SampleJourney.text(touchpoints: count, seed: 1), "")
    let (annotated, workspace) = try annotated(text, tally: tally, language: language)
    return (
      placeOverview(annotated, ranking: rank(annotated, in: workspace), in: workspace), annotated.journey
    )
  }

  private func glances(_ map: PlacedMap) -> [PlacedGlance] {
    map.lanes.flatMap { lane in if case .glances(let glances) = lane.content { glances } else { [PlacedGlance]() } }
  }

  @Test(arguments: [1, 3, 13]) func `is not made of what is on one screen anyway`(count: Int) throws {
    #expect(try overview(count).0 == nil)
  }

  /// A laptop's screen is 1366 pixels wide, and has 600 under the page's head and its tools.
  @Test(arguments: lengths, ["en", "ar"]) func `shows everything on one screen`(count: Int, language: String) throws {
    let (placed, journey) = try overview(count, language: language)
    let map = try #require(placed)
    let phases = journey.phases.filter { !$0.touchpoints.isEmpty }
    #expect(glances(map).count == (count > 42 ? phases.count : count))
    #expect(map.width <= Grid.leastWidth)
    let figures = map.lanes.flatMap { lane in
      if case .tiles(_, let tiles) = lane.content { tiles } else { [PlacedTile]() }
    }
    .flatMap(\.texts)
    #expect(figures.allSatisfy { $0.full == nil }, "a figure is never cut")
    // A hundred phases are more than anybody has.
    #expect(map.height <= (phases.count > 42 ? 780 : 640), "\(map.height)")
    let screen = Rect(x: 0, y: 0, width: map.width, height: map.height)
    for glance in glances(map) {
      #expect(screen.holds(glance.tile.frame))
      for text in glance.tile.texts { #expect(glance.tile.frame.inset(by: -1).holds(frame(of: text))) }
      let rise = glance.name.width * 0.74
      #expect(glance.name.origin.y - (glance.isRising ? rise : 0) > 0, "\(glance.name.text)")
      let end = glance.name.origin.x + (language == "en" ? rise : -rise) * 0.93
      #expect(!glance.isRising || (0...map.width).contains(end), "\(glance.name.text) ends at \(end)")
    }
    for lane in map.lanes {
      #expect(screen.holds(lane.frame))
      if case .priorities(let priorities) = lane.content {
        #expect(priorities.map(\.badge.rank) == Array(1...priorities.count))
        for text in priorities.flatMap(\.texts) { #expect(lane.frame.holds(frame(of: text)), "\(text.text)") }
      }
    }
  }

  @Test func `marks those that are to be fixed first at their place`() throws {
    let (placed, _) = try overview(40)
    let ranks = glances(try #require(placed)).compactMap { $0.badge?.rank }
    #expect(ranks.sorted() == [1, 2, 3, 4])
  }

  /// What a phase's tile shows is a figure of one of its touchpoints, and so is what it calls the lowest.
  @Test func `names the lowest touchpoint of a phase`() throws {
    let (text, tally) = SampleJourney.measured(touchpoints: 100, seed: 1)
    let (annotated, workspace) = try annotated(text, tally: tally)
    let ranking = rank(annotated, in: workspace)
    let map = try #require(placeOverview(annotated, ranking: ranking, in: workspace))
    let phases = annotated.journey.phases.filter { !$0.touchpoints.isEmpty }
    for (phase, glance) in zip(phases, glances(map)) {
      #expect(phase.touchpoints.contains(glance.tile.touchpoint.value))
      let lowest = phase.touchpoints.compactMap { column in
        annotated.journey.touchpoints[column].repeats == nil
          ? annotated.touchpoints[column][.csat].figure.map { (value: $0.value, title: column) } : nil
      }.min { $0.value < $1.value }
      let title = lowest.map { annotated.journey.touchpoints[$0.title].title } ?? ""
      #expect(glance.sentence.contains(title), "\(glance.sentence)")
    }
  }

  /// Without answers it has names and what the team assumes, and no empty row of figures.
  @Test func `of a journey without answers has no tiles`() throws {
    let map = try #require(try overview(40, isMeasured: false).0)
    #expect(glances(map).allSatisfy { $0.tile.frame.height == 0 && $0.tile.texts.isEmpty })
    #expect(map.lanes.contains { if case .experience(let plot) = $0.content { !plot.ticks.isEmpty } else { false } })
  }
}
