import JourneyReview
import Testing

@Suite struct DissatisfiedTests {
  private func people(_ scale: String, _ answers: [(Int, Int)], unused: Int = 0) -> Double? {
    let rows =
      answers.map { "j,a,csat,\(scale),2026-Q3,,s,\($0),\($1),," }
      + (unused > 0 ? ["j,a,csat,\(scale),2026-Q3,,s,unused,\(unused),,"] : [])
    let journey = "journey j \"J\" { volume 1000 in 2026-Q3 phase p \"P\" { touchpoint a \"A\" } }"
    return reviewed(journey, rows).journeys[0].ranking.ranked.first?.dissatisfied?.people
  }

  /// A quarter of the scale's way from its worst answer: 1 of 1..4, 1 and 2 of 1..5 and of 1..8.
  @Test func `the lowest quarter of each scale is dissatisfied`() {
    #expect(people("1..4", [(1, 10), (2, 20), (3, 30), (4, 40)], unused: 100).map { $0.rounded() } == 50)
    #expect(people("1..5", [(1, 10), (2, 10), (3, 40), (4, 40)], unused: 100).map { $0.rounded() } == 100)
    #expect(people("1..8", [(1, 10), (2, 10), (3, 10), (4, 70)], unused: 100).map { $0.rounded() } == 100)
    #expect(people("0..10", [(0, 5), (1, 5), (2, 5), (3, 85)], unused: 100).map { $0.rounded() } == 75)
  }
}
