import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySyntax
import Testing

/// Reach as far as it is known, and what ranks without it.
@Suite struct KnownReachTests {
  private func journey(_ touchpoints: [String], _ flow: String = "") -> String {
    let lines = touchpoints.map { "touchpoint \($0) \"\($0)\" channel web" }.joined(separator: "\n")
    return "journey j \"J\" {\nphase p \"P\" {\n\(lines)\n}\n\(flow.isEmpty ? "" : "flow {\n\(flow)\n}")\n}\n"
  }

  private func share(_ touchpoint: String, _ good: Int, of n: Int, unused: Int? = nil) -> [String] {
    ratings(touchpoint, [n - good, 0, 0, 0, good], unused: unused)
  }

  private func assumed(_ touchpoints: [String], _ flow: String) -> [Double?] {
    annotated(journey(touchpoints, flow)).workspace.journeys[0].assumedReach()
  }

  /// Everybody else's reach is 59 %: that of the first is not 1 for want of a question.
  @Test func `an unknown reach is at most 1, and makes nothing certain`() throws {
    var rows = share("t0", 690, of: 1000)
    for (index, good) in [650, 655, 660, 690].enumerated() {
      rows += share("t\(index + 1)", good, of: 1000, unused: 700)
    }
    let ranking = reviewed(journey(["t0", "t1", "t2", "t3", "t4"]), rows).journeys[0].ranking
    let first = try #require(ranking.ranked.first)
    #expect(first.touchpoint == Touchpoint.ID(0) && first.reach == nil && first.certainty == nil)
    #expect(ranking.ranked.dropFirst().allSatisfy { $0.certainty?.level == .tooCloseToCall })
    // Others may be first themselves, where nobody comes to it.
    #expect(ranking.ranked[1].certainty?.ranks.lowerBound == 1)
  }

  @Test func `where nobody measures reach and nothing leads away, everyone comes`() throws {
    let rows = (0..<6).flatMap { share("t\($0)", $0 == 0 ? 500 : 700, of: 1000) }
    let ranked = reviewed(journey((0..<6).map { "t\($0)" }), rows).journeys[0].ranking.ranked
    #expect(ranked.allSatisfy { $0.reach == Reach(assumed: 1) })
    #expect(ranked.first?.certainty?.level == .clear)
  }

  @Test func `shares are followed along the arrows`() {
    let flow = """
      entry -> a
      a -> b share 60%
      a -> c share 30%
      b -> d share 50%
      b -> exit
      c -> d
      d -> e
      """
    let reach = assumed(["a", "b", "c", "d", "e"], flow).map { $0.map { ($0 * 1000).rounded() / 1000 } }
    #expect(reach == [1, 0.6, 0.3, 0.6, 0.6])
  }

  @Test func `one arrow without a share takes the rest, two are not told`() {
    #expect(assumed(["a", "b", "c"], "a -> b share 25%\na -> c")[1...] == [0.25, 0.75])
    #expect(assumed(["a", "b", "c", "d"], "a -> b share 20%\na -> c\na -> d") == [1, 0.2, nil, nil])
    #expect(assumed(["a", "b", "c"], "a -> b\na -> c") == [1, nil, nil])
  }

  @Test func `loops, joins, several entries and some customers are not determined`() {
    #expect(assumed(["a", "b", "c"], "a -> b share 80%\nb -> c share 50%\nc -> b") == [1, nil, nil])
    #expect(assumed(["a", "b", "c", "d"], "a -> b and c -> d") == [1, 1, 1, nil])
    #expect(assumed(["a", "b", "c"], "entry -> a\nentry late \"Late\" -> b\na -> b\nb -> c") == [nil, nil, nil])
    #expect(
      annotated("persona tom \"Tom\"\n" + journey(["a", "b"], "a -> b share 20% persona tom")).workspace.journeys[0]
        .assumedReach() == [1, nil])
  }

  @Test func `a share of the flow counts as the team assumed it`() throws {
    var rows = share("a", 400, of: 1000) + share("b", 400, of: 1000)
    for name in ["c", "d", "e", "f"] { rows += share(name, 780, of: 1000, unused: 10) }
    let flow = "a -> b share 20%\na -> c share 80%\nb -> c\nc -> d -> e -> f"
    let review = reviewed(journey(["a", "b", "c", "d", "e", "f"], flow), rows)
    let ranked = review.journeys[0].ranking.ranked
    let b = try #require(ranked.first { $0.touchpoint == Touchpoint.ID(1) })
    #expect(b.reach == Reach(assumed: 0.2) && abs(b.burden - b.intensity * 0.2) < 1e-9)
    #expect(b.certainty != nil)
    // What is measured is not assumed.
    #expect(ranked.first { $0.touchpoint == Touchpoint.ID(2) }?.reach?.isAssumed == false)
  }

  @Test func `ties share a range`() throws {
    let rows =
      share("a", 1, of: 1000) + share("b", 333, of: 999) + share("c", 700, of: 1000) + share("d", 990, of: 1000)
    let ranking = reviewed(journey(["a", "b", "c", "d"]), rows).journeys[0].ranking
    #expect(ranking.ranked.map(\.touchpoint.value) == [0, 1, 2])
    #expect(ranking.ranked.map(\.certainty?.ranks) == [1...2, 1...2, 3...3])
    #expect(ranking.ranked.allSatisfy { $0.certainty?.level == .tooCloseToCall })
    // One that meets its target is not the last to fix.
    #expect(ranking.onTarget.map(\.touchpoint.value) == [3] && ranking.onTarget[0].certainty == nil)
  }

  @Test func `four that tie share the first three places`() throws {
    let rows = ["a", "b", "c", "d"].flatMap { share($0, 1, of: 1000) } + share("e", 990, of: 1000)
    let ranked = reviewed(journey(["a", "b", "c", "d", "e"]), rows).journeys[0].ranking.ranked
    #expect(ranked.map(\.certainty?.ranks) == Array(repeating: 1...4, count: 4))
    #expect(ranked.allSatisfy { $0.certainty.map { abs($0.topThree - 0.75) < 1e-9 } == true })
    #expect(ranked.allSatisfy { $0.certainty?.level == .tooCloseToCall })
  }

  @Test func `on its target a touchpoint has no rank, a hair below it has one`() {
    let rows = share("a", 850, of: 1000) + share("b", 849, of: 1000) + share("c", 900, of: 1000)
    let ranking = reviewed(journey(["a", "b", "c"]), rows).journeys[0].ranking
    #expect(ranking.ranked.map(\.touchpoint.value) == [1])
    #expect(ranking.onTarget.map(\.touchpoint.value) == [0, 2])
  }

  @Test func `the range of a burden holds what it is`() throws {
    let rows = (0..<8).flatMap { share("t\($0)", 500 + 40 * $0, of: 1000) }
    for one in reviewed(journey((0..<8).map { "t\($0)" }), rows).journeys[0].ranking.ranked {
      let range = try #require(one.certainty).burden
      #expect(range.contains(one.burden) && range.lowerBound < range.upperBound)
    }
  }
}
