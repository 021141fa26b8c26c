import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySyntax
import Testing

private let file = """
  segment young "Young"
  segment old "Old"
  segment firms "Firms"
  journey j "J" {
    target csat >= 75%
    phase p "P" {
      touchpoint a "A"
      touchpoint b "B"
      touchpoint c "C"
    }
  }
  """

/// Answers 5 of so many, answers 1 of the rest.
private func answers(_ touchpoint: String, good: Int, of all: Int, segment: String, period: String = "2026-Q3")
  -> [String]
{
  ratings(touchpoint, [all - good, 0, 0, 0, good], period: period, segment: segment)
}

private func comparisons(_ rows: [String], segments: [String]) -> [FigureComparison] {
  let everyone = JourneyReviewTests.annotated(file, rows)
  let sides = segments.compactMap { name in
    everyone.workspace.segments.firstIndex { $0.name == name }.map { index in
      (segment: Segment.ID(index), annotated: JourneyReviewTests.annotated(file, rows, segment: name).journeys[0])
    }
  }
  return FigureComparison.all(of: everyone.journeys[0], .csat, segments: sides)
}

@Suite struct FigureComparisonTests {
  @Test func `two segments are compared touchpoint by touchpoint, with Newcombe's interval`() throws {
    let rows =
      answers("a", good: 56, of: 70, segment: "young") + answers("a", good: 48, of: 80, segment: "old")
      + answers("b", good: 20, of: 40, segment: "young") + answers("b", good: 21, of: 40, segment: "old")
    let found = try #require(comparisons(rows, segments: ["young", "old"]).first)
    #expect(found.kind == .segments(Segment.ID(0), Segment.ID(1)) && found.count == 2 && found.clear == 1)
    let change = try #require(found.touchpoints[0].change)
    // Newcombe, Statistics in Medicine 17 (1998) 873–890, example (a): 56 of 70 and 48 of 80.
    #expect(abs(change.difference + 0.2) < 1e-9)
    let interval = try #require(change.interval)
    #expect(abs(interval.lowerBound + 0.3339) < 1e-4 && abs(interval.upperBound + 0.0524) < 1e-4)
    #expect(found.touchpoints[0].first.n == 70 && found.touchpoints[0].second.n == 80)
    #expect(found.touchpoints[1].change?.isClear == false)
  }

  @Test func `a segment of too few is hidden and compared with nobody`() throws {
    let rows =
      answers("a", good: 30, of: 60, segment: "young") + answers("a", good: 1, of: 3, segment: "old")
      + answers("b", good: 30, of: 60, segment: "young") + answers("b", good: 20, of: 50, segment: "old")
    let found = try #require(comparisons(rows, segments: ["young", "old"]).first)
    let hidden = found.touchpoints[0]
    #expect(hidden.second.state == .hidden && hidden.second.headline == nil && hidden.second.n == 0)
    #expect(hidden.change == nil && found.count == 1)
  }

  @Test func `where nothing can be compared there is no comparison`() {
    #expect(comparisons([], segments: ["young", "old"]).isEmpty)
    let one = answers("a", good: 30, of: 60, segment: "young")
    #expect(comparisons(one, segments: ["young", "old"]).isEmpty)
    let apart = one + answers("b", good: 30, of: 60, segment: "old")
    #expect(comparisons(apart, segments: ["young", "old"]).isEmpty)
  }

  @Test func `answers of different periods are not compared`() {
    let rows =
      answers("a", good: 30, of: 60, segment: "young", period: "2026-Q2")
      + answers("a", good: 30, of: 60, segment: "old", period: "2026-Q3")
    // The two periods are, for everyone.
    #expect(
      comparisons(rows, segments: ["young", "old"]).allSatisfy { if case .periods = $0.kind { true } else { false } })
  }

  @Test func `all pairs of segments are judged as one family, and three pairs are shown`() throws {
    let rows = ["young", "old", "firms"].flatMap { name in
      answers("a", good: name == "firms" ? 45 : 57, of: 90, segment: name)
        + answers("b", good: 45, of: 90, segment: name) + answers("c", good: 45, of: 90, segment: name)
    }
    let found = comparisons(rows, segments: ["young", "old", "firms"])
    #expect(found.map(\.count) == [3, 3, 3])
    // Alone it would be taken for one: 63 % against 50 % of 90 each is p ≈ 0.07; of nine together nothing is clear.
    #expect(found.map(\.clear) == [0, 0, 0])
  }

  @Test func `two periods are compared as the map compares them`() throws {
    let rows = ["2026-Q2", "2026-Q3"].flatMap { period in
      answers("a", good: period == "2026-Q2" ? 80 : 40, of: 100, segment: "", period: period)
        + answers("b", good: 50, of: 100, segment: "", period: period)
    }
    let found = try #require(comparisons(rows, segments: []).first)
    let (before, after) = (try #require(Period("2026-Q2")), try #require(Period("2026-Q3")))
    #expect(found.kind == .periods(before, after) && found.count == 2 && found.clear == 1)
    #expect(found.touchpoints[0].first.headline?.value == 0.8 && found.touchpoints[0].second.headline?.value == 0.4)
    #expect(found.touchpoints[2...].isEmpty, "nobody was asked about the third")
  }
}
