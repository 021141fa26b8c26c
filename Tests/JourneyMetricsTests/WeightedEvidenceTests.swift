import JourneyModel
import JourneySource
import JourneySyntax
import Testing

@testable import JourneyMetrics

/// What is shown goes by the lesser of how many answered and what their answers are worth.
@Suite struct WeightedEvidenceTests {
  /// Rows of ratings with one weight each: how many, of which rating, at which weight.
  private func rows(_ answers: [(count: Int, rating: String, weight: Int)], segment: String = "") -> String {
    answers.map { count, rating, weight in
      "apply,form,csat,1..5,2026-Q3,\(segment),survey,\(rating),\(count),\(count * weight),\(count * weight * weight)\n"
    }.joined()
  }

  private func state(_ answers: [(count: Int, rating: String, weight: Int)]) -> Score.ScoreState {
    scored(rows(answers)).touchpoints[0][.csat].state
  }

  @Test func `one heavy answer beside many light ones is one person's`() {
    let score = scored(rows([(1, "1", 1000), (29, "5", 1)])).touchpoints[0][.csat]
    #expect(score.state == .hidden && score.figure == nil)
  }

  @Test func `equal weights are worth as many as they are`() {
    for weight in [1, 3, 7, 1_000_000] {
      #expect(state([(10, "4", weight), (20, "5", weight)]) == .scored)
      #expect(state([(10, "4", weight)]) == .indicative)
    }
    let thirds = "apply,form,csat,1..5,2026-Q3,,survey,5,30,9.999999999,3.3333333326666666667\n"
    #expect(scored(thirds).touchpoints[0][.csat].state == .scored)
  }

  @Test func `unequal weights are worth fewer`() {
    // 60² ÷ 180 = 20 of 40; 18² ÷ 36 = 9 of 12; 20² ÷ 40 = 10 of 15.
    #expect(state([(30, "4", 1), (10, "5", 3)]) == .scored)
    #expect(state([(36, "4", 1), (4, "5", 6)]) == .indicative)
    #expect(state([(9, "4", 1), (3, "5", 3)]) == .hidden)
    #expect(state([(12, "4", 1), (4, "5", 2)]) == .indicative)
  }

  @Test func `answers without any weight still count as asked`() {
    #expect(state([(40, "4", 0)]) == .noData)
  }

  /// Old may not be shown either: everyone's, less old's, is young's.
  @Test func `what is worth too few is hidden from sums, too`() {
    let young = [(1, "1", 50), (19, "5", 1)], old = [(400, "4", 1)]
    let tally = tally(rows(young, segment: "young") + rows(old, segment: "old")).value
    func state(_ segment: String?) -> Score.ScoreState {
      score(workspace(journey("apply", ["form"])), [tally], segment: segment).value.journeys[0].touchpoints[0][.csat]
        .state
    }
    #expect(state("young") == .hidden && state("old") == .hidden && state(nil) == .scored)
    let cells = HiddenCells(of: tally, hideBelow: 10)
    #expect(cells.small == 1 && cells.further == 1 && cells.shown.answered.isEmpty)
  }

  @Test func `reach goes by it, too`() {
    func reach(_ unused: Int) -> Reach? {
      scored(rows([(40, "4", 1), (1, "unused", unused)])).touchpoints[0].reach
    }
    #expect(reach(1) != nil)
    #expect(reach(1000) == nil)
  }
}
