import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySyntax
import Support
import Testing

@Suite struct ReviewInvariantTests {
  /// Journeys with mistakes in them, goldens of other phases, and drawn ones: a review of any is made, and adds up.
  @Test(arguments: ["model", "diagnostics", "syntax", "svg"].flatMap { Golden.cases(in: $0) })
  func `a review is made of anything that parses`(golden: Golden) throws {
    check(reviewed(try golden.text()))
  }

  @Test(arguments: 1...6)
  func `a review of a drawn journey adds up`(seed: UInt64) {
    let text = SampleJourney.text(touchpoints: 40, seed: seed)
    var draws = Draws(seed: seed)
    var rows: [String] = []
    for index in 0..<40 {
      let worst = 1 + Int(draws.uniform() * 90)
      let metric = index % 3 == 0 ? "effort" : "csat"
      for period in ["2026-Q2", "2026-Q3"] {
        for row in ratings("t\(index)", [worst, 5, 0, 3, 40], metric, period: period, unused: index + 1) {
          rows.append("sample" + row.dropFirst())
        }
      }
    }
    let review = reviewed(text, rows)
    #expect(review.journeys[0].ranking.contenders.count == 40)
    check(review)
  }

  private func check(_ review: Review) {
    for reviewed in review.journeys {
      let ranked = reviewed.ranking.ranked
      let contenders = reviewed.ranking.contenders.count
      let chances = ranked.compactMap(\.certainty?.topThree)
      #expect(chances.allSatisfy { (0...1).contains($0) })
      #expect(chances.reduce(0, +) <= 3 + 1e-9)
      for one in ranked {
        if let ranks = one.certainty?.ranks { #expect(ranks.lowerBound >= 1 && ranks.upperBound <= contenders) }
        #expect(one.burden >= 0 && one.burden <= 100)
      }
      #expect(zip(ranked, ranked.dropFirst()).allSatisfy { $0.burden >= $1.burden })
      #expect(reviewed.matrix.cells.reduce(0) { $0 + $1.count } == reviewed.handOffs.count)
      #expect(reviewed.crossings.allSatisfy { $0.isHandOff || $0.isChannelSwitch || $0.isRetrace })
      #expect(reviewed.goals.count == review.workspace[reviewed.journey].goals.count)
    }
    let handOffs = review.journeys.reduce(0) { $0 + $1.handOffs.count }
    #expect(review.departments.reduce(0) { $0 + $1.handOffsIn.count } == handOffs)
    #expect(review.departments.reduce(0) { $0 + $1.handOffsOut.count } == handOffs)
    for persona in review.workspace.personas.indices { _ = review.card(of: Persona.ID(persona)) }
  }
}
