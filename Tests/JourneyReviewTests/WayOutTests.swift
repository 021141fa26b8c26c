import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySyntax
import Testing

@Suite struct WayOutTests {
  private static let journey = """
    journey j "J" {
      phase p "P" {
        touchpoint a "A" channel web importance 5
        touchpoint b "B" channel web
        touchpoint c "C" channel web
        touchpoint d "D" channel web
        touchpoint e "E" channel web
      }
    }
    """
  private static let others =
    ratings("b", [60, 10, 0, 15, 15]) + ratings("c", [50, 10, 0, 20, 20]) + ratings("d", [40, 0, 0, 30, 30])
    + ratings("e", [20, 0, 0, 40, 40])

  /// The estimate that the value stands for, put back into the formula, gives the burden of the fourth.
  @Test func `at the value it stands level with the fourth`() throws {
    let ranked = reviewed(Self.journey, Self.others + ratings("a", [70, 0, 0, 10, 20])).journeys[0].ranking.ranked
    #expect(ranked.map(\.touchpoint.value) == [0, 1, 2, 3, 4])
    for one in ranked.prefix(3) {
      guard case .value(.csat, let value) = one.wayOut else {
        Issue.record("no way out of \(one.touchpoint)")
        continue
      }
      let part = one.parts[0]
      let estimate = try #require(part.shrinkage).estimate(value * part.n, of: part.n)
      let short = shortfall(.csat, estimate, target: part.target, floor: part.floor)
      #expect(abs(intensity(severity: short, importance: one.importance) - ranked[3].burden) < 1e-9)
      #expect(value > part.value && value < 1)
    }
    #expect(ranked[3].wayOut == nil && ranked[4].wayOut == nil)
  }

  /// With answers that say so: ranked anew, it is among the first three just below the value, and not just above.
  @Test func `answers at the value take it out`() throws {
    let ranked = reviewed(Self.journey, Self.others + ratings("a", [7000, 0, 0, 1000, 2000])).journeys[0].ranking.ranked
    guard case .value(.csat, let value) = ranked[0].wayOut else { throw TestFailure() }
    func rank(at share: Double) -> Int? {
      let good = Int((share * 10_000).rounded())
      let rows = Self.others + ratings("a", [10_000 - good, 0, 0, 0, good])
      return reviewed(Self.journey, rows).journeys[0].ranking.ranked.firstIndex { $0.touchpoint.value == 0 }
    }
    // The metric's mean moves with it, which the closed form leaves out.
    #expect(try #require(rank(at: value - 0.03)) < 3)
    #expect(try #require(rank(at: value + 0.03)) >= 3)
  }

  @Test func `a time leaves by becoming shorter`() throws {
    func times(_ touchpoint: String, _ hours: Int) -> [String] {
      ["j,\(touchpoint),resolution,,2026-Q3,,s,\(DurationBucket(of: hours * 3600).start),40,,"]
    }
    let rows = times("a", 150) + times("b", 140) + times("c", 130) + times("d", 80) + times("e", 10)
    let ranked = reviewed(Self.journey, rows).journeys[0].ranking.ranked
    guard case .value(.resolution, let seconds) = ranked[1].wayOut else { throw TestFailure() }
    #expect(abs(seconds - ranked[3].parts[0].value) < 1e-6 * seconds)
  }

  @Test func `when another metric holds it there, or too few answers speak`() {
    let bad = ratings("a", [50, 0, 0, 25, 25], "effort") + ratings("a", [90, 0, 0, 5, 5])
    let held = reviewed(Self.journey, Self.others + bad).journeys[0].ranking.ranked
    #expect(held.first?.wayOut == .notAlone(.csat))

    let many = ["b", "c", "d", "e"].flatMap { ratings($0, [5000, 0, 0, 0, 100]) }
    let few = reviewed(Self.journey, many + ratings("a", [10, 0, 0, 0, 0])).journeys[0].ranking.ranked
    #expect(few.first?.touchpoint.value == 0)
    #expect(few.first?.wayOut == .tooFewAnswers(.csat))
  }

  @Test func `three touchpoints stay where they are`() {
    let rows = ratings("a", [70, 0, 0, 10, 20]) + ratings("b", [60, 10, 0, 15, 15])
    #expect(reviewed(Self.journey, rows).journeys[0].ranking.ranked.allSatisfy { $0.wayOut == nil })
  }

  @Test func `parts make up the burden`() {
    let rows = ratings("a", [50, 0, 0, 25, 25], "effort") + ratings("a", [90, 0, 0, 5, 5], unused: 50)
    for one in reviewed(Self.journey, rows).journeys[0].ranking.ranked {
      #expect(abs(one.parts.reduce(0) { $0 + one.burden(of: $1) } - one.burden) < 1e-9)
    }
  }
}

struct TestFailure: Error {}
