import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Testing

/// Reach times all who were asked is how many answered, so it is hidden as their figure is.
@Suite struct HiddenReachTests {
  private func row(
    _ answer: String, _ count: Int, _ feedback: String = "a", metric: String = "csat", period: String = "2026-Q3",
    segment: String = ""
  ) -> String { "apply,form,\(metric),1..5,\(period),\(segment),\(feedback),\(answer),\(count),,\n" }

  private func form(_ rows: String, segment: String? = nil) -> TouchpointScores {
    score(workspace(journey("apply", ["form"])), [tally(rows).value], segment: segment).value.journeys[0].touchpoints[0]
  }

  /// The score is of both feedbacks; reach would be of the few.
  @Test(arguments: [(3, 40), (9, 10), (1, 100), (0, 9)]) func `reach of few answers is not shown`(
    answers: Int, unused: Int
  ) {
    let rows = (answers > 0 ? row("5", answers) : "") + row("unused", unused) + row("4", 50, "b")
    #expect(form(rows)[.csat].n == 50 + answers)
    #expect(form(rows).reach == nil)
  }

  /// Twelve answers are worth as many as their weights say; the score is of the other feedback.
  @Test(arguments: [("12", "12", 12, true), ("21", "111", 12, false), ("14", "18", 12, true), ("12", "48", 12, false)])
  func `reach of answers that are worth few is not shown`(weight: String, squares: String, count: Int, isShown: Bool) {
    let weighted =
      "apply,form,csat,1..5,2026-Q3,,b,5,\(count),\(weight),\(squares)\n"
      + "apply,form,csat,1..5,2026-Q3,,b,unused,100,100,100\n"
    let touchpoint = form(row("4", count) + weighted)
    #expect(touchpoint[.csat].n == count)
    #expect((touchpoint.reach != nil) == isShown)
  }

  @Test func `nor is that of the rest of them`() {
    // 53 answers less the 50 of b are the three of a.
    #expect(form(row("4", 50, "b") + row("unused", 20, "b") + row("5", 3)).reach == nil)
    #expect(form(row("4", 50, "b") + row("unused", 20, "b") + row("5", 10)).reach?.n == 70)
    #expect(form(row("4", 50, "b") + row("unused", 20, "b")).reach?.value == 50.0 / 70)
  }

  @Test func `nor that of everyone, where a feedback asked few of a segment`() {
    // All 25 of a less the 20 of old are five young ones.
    let rows =
      row("5", 5, segment: "young") + row("5", 20, segment: "old") + row("unused", 30, segment: "old")
      + row("4", 30, "b", segment: "young")
    #expect(form(rows)[.csat].n == 55)
    #expect(form(rows).reach == nil && form(rows, segment: "old").reach?.n == 50)
  }

  @Test func `nor that of an earlier period that is hidden`() {
    // Of July, which hides in the total of everyone, a had an unused code; of August b, without.
    let rows =
      row("5", 4, period: "2026-07", segment: "young") + row("5", 40, period: "2026-07", segment: "old")
      + row("unused", 20, period: "2026-07", segment: "old") + row("4", 60, "b", period: "2026-08", segment: "old")
    #expect(form(rows, segment: "old")[.csat].n == 60)
    #expect(form(rows, segment: "old").reach == nil)
    #expect(form(rows).reach?.n == 64)
  }

  @Test func `of several metrics the one of most answers tells it, of as many csat`() {
    func reach(_ csat: (Int, Int), _ effort: (Int, Int)) -> Double? {
      form(
        row("5", csat.0) + row("unused", csat.1) + row("5", effort.0, metric: "effort")
          + row("unused", effort.1, metric: "effort")
      ).reach?.value
    }
    #expect(reach((30, 30), (20, 40)) == 0.5)
    #expect(reach((20, 40), (30, 30)) == 1.0 / 3)
    #expect(reach((30, 30), (20, 41)) == 20.0 / 61)
    #expect(reach((30, 31), (20, 40)) == 30.0 / 61)
  }
}
