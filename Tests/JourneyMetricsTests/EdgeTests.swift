import JourneyModel
import JourneySource
import JourneySyntax
import Testing

@testable import JourneyMetrics

/// Cases at the edge of one rule each, with their neighbours.
@Suite struct MetricEdgeTests {
  private func times(_ rows: [(String, Int)]) -> String {
    rows.map { "apply,form,resolution,,2026-Q3,,s,\($0.0),\($0.1),,\n" }.joined()
  }

  @Test func `cases of which nobody knows since when they are open say nothing of reach`() {
    for open in [0, 1, 40, 1000] {
      let reach = scored(times([("60", 20), ("unused", 20)] + (open > 0 ? [("open", open)] : []))).touchpoints[0].reach
      #expect(reach?.value == 0.5 && reach?.n == 40, "\(open)")
    }
    #expect(scored(times([("60", 20), (">60", 20), ("unused", 10)])).touchpoints[0].reach?.value == 0.8)
  }

  /// Who knows the older tally and the newer knows what came between.
  @Test(arguments: [(1, 4), (3, 4), (5, 4), (6, 5), (10, 9), (30, 29)])
  func `a change of few answers is said, of five less in any case`(hideBelow: Int, most: Int) {
    func small(_ before: Int, _ after: Int) -> Int {
      tally(ratings([0, 0, 0, 0, before])).value
        .periodsWithSmallChanges(in: tally(ratings([0, 0, 0, 0, after])).value, hideBelow: hideBelow).count
    }
    #expect(small(50, 50 + most) == 1 && small(50, 50 - most) == 1 && small(50, 51) == 1)
    #expect(small(50, 50 + most + 1) == 0 && small(50, 50) == 0)
  }

  @Test func `a change is from the last period that can be compared`() {
    let rows =
      ratings([20, 0, 0, 0, 20], period: "2026-Q1")
      + ratings([20, 0, 0, 0, 0, 0, 20], scale: "1..7", period: "2026-Q2")
    let change = scored(rows + ratings([10, 0, 0, 0, 30])).touchpoints[0][.csat].change
    #expect(change?.from == Period("2026-Q1") && change.map { abs($0.difference - 0.25) < 1e-12 } == true)
    #expect(scored(rows).touchpoints[0][.csat].change == nil)
    let few = ratings([20, 0, 0, 0, 20], period: "2026-Q1") + ratings([2, 0, 0, 0, 2], period: "2026-Q2")
    #expect(scored(few + ratings([10, 0, 0, 0, 30])).touchpoints[0][.csat].change?.from == Period("2026-Q1"))
  }

  @Test func `a repeated card has the scores of its original, and no reach of its own`() {
    let rows = ratings([10, 0, 0, 0, 30]) + "apply,form,csat,1..5,2026-Q3,,survey,unused,40,,\n"
    let journey = scored(rows) { $0.touchpoints[1].repeats = Touchpoint.ID(0) }
    #expect(journey.touchpoints[0].reach?.value == 0.5)
    #expect(journey.touchpoints[1][.csat].figure?.value == 0.75 && journey.touchpoints[1].reach == nil)
    #expect(journey.touchpoints[2][.csat].figure == nil)
  }

  @Test func `the worst answers of a scale are counted from its worst`() throws {
    func worst(_ worst: Int, _ best: Int, _ steps: Int, least: Int = 3) throws -> ClosedRange<Int> {
      GoodAnswers(scale: try #require(Scale(worst: worst, best: best)), least: least).worst(below: steps)
    }
    #expect(try worst(1, 5, 2) == 1...2 && worst(5, 1, 2) == 4...5)
    #expect(try worst(1, 5, 1) == 1...1 && worst(5, 1, 1) == 5...5)
    #expect(try worst(0, 10, 3) == 0...2 && worst(10, 0, 3) == 8...10)
    #expect(try worst(1, 5, 9) == 1...3 && worst(5, 1, 9) == 3...5)
  }
}
