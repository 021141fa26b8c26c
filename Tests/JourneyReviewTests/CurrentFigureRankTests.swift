import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySyntax
import Support
import Testing

/// What old figures may not do: rank, cover, be compared across a hand-off, decide targets, count people.
@Suite struct CurrentFigureRankTests {
  private static func journey(_ facts: String = "", t0: String = "", t1: String = "") -> String {
    """
    workspace "W" {
      target resolution <= 1h
    }
    journey j "J" {
      \(facts)
      phase p "P" {
        touchpoint t0 "T0" owner a {
          \(t0)
        }
        touchpoint t1 "T1" owner b {
          \(t1)
        }
      }
    }
    """
  }

  private static func times(_ period: String, _ touchpoint: String = "t0") -> String {
    "j,\(touchpoint),resolution,,\(period),,s,86016,50,,"
  }

  /// The fault: six-year-old tickets made T0 the weakest, and surely so.
  @Test func `old times do not make a touchpoint the weakest`() throws {
    let rows = ratings("t0", [10, 0, 0, 0, 90]) + [Self.times("2020-Q1")] + ratings("t1", [25, 0, 0, 0, 75])
    let ranking = reviewed(Self.journey(), rows).journeys[0].ranking
    #expect(ranking.ranked.map(\.touchpoint) == [Touchpoint.ID(1)])
    let met = try #require(ranking.onTarget.first)
    #expect(met.touchpoint == Touchpoint.ID(0) && met.parts.map(\.metric) == [.csat] && met.coverage == 1)
  }

  @Test func `times of today still do`() throws {
    let rows = ratings("t0", [10, 0, 0, 0, 90]) + [Self.times("2025-Q3")] + ratings("t1", [25, 0, 0, 0, 75])
    let first = try #require(reviewed(Self.journey(), rows).journeys[0].ranking.ranked.first)
    #expect(first.touchpoint == Touchpoint.ID(0) && first.worst?.metric == .resolution)
  }

  @Test func `a touchpoint with old figures alone is not ranked, and is no blind spot`() {
    let rows = [Self.times("2020-Q1")] + ratings("t1", [25, 0, 0, 0, 75])
    let ranking = reviewed(Self.journey(), rows).journeys[0].ranking
    #expect(ranking.ranked.map(\.touchpoint) == [Touchpoint.ID(1)])
    #expect(ranking.uncovered == [Touchpoint.ID(0)] && ranking.blindSpots.isEmpty)
  }

  @Test func `an old share does not move the mean that others are drawn to`() throws {
    let rows = ratings("t1", [25, 0, 0, 0, 75])
    let old = ratings("t0", [900, 0, 0, 0, 100], period: "2020")
    func mean(_ rows: [String]) -> Double? {
      reviewed(Self.journey(), rows).journeys[0].ranking.ranked.first?.parts.first?.shrinkage?.mean
    }
    #expect(mean(rows + old) == mean(rows))
  }

  @Test func `an old figure is on no side of a hand-off, and neither meets nor misses its target`() throws {
    let rows = ratings("t0", [90, 0, 0, 0, 10], period: "2020") + ratings("t1", [25, 0, 0, 0, 75])
    let review = reviewed(Self.journey(), rows)
    let crossing = try #require(review.journeys[0].handOffs.first)
    #expect(crossing.scores == nil && crossing.worsening == nil)
    let cards = review.departments
    #expect(cards.map(\.standings.count) == [0, 1])
  }

  @Test func `an old reach is not known`() throws {
    let rows =
      ratings("t0", [50, 0, 0, 0, 50]) + ratings("t0", [50, 0, 0, 0, 50], "effort", period: "2020", unused: 900)
    let ranked = try #require(reviewed(Self.journey(), rows).journeys[0].ranking.ranked.first)
    #expect(ranked.reach == nil && ranked.burden == ranked.intensity)
  }

  // MARK: Volume

  private func people(_ facts: String = "", t0: String = "", period: String = "2026-Q3") -> Ranking.Dissatisfied? {
    let rows = ratings("t0", [20, 0, 0, 0, 80], period: period, unused: 100)
    return reviewed(Self.journey(facts, t0: t0), rows).journeys[0].ranking.ranked.first?.dissatisfied
  }

  @Test(arguments: [
    ("2026-Q3", "2026-Q3", true), ("2026", "2026-Q3", true), ("2026-08", "2026-Q3", false),
    ("2026-Q2", "2026-Q3", false),
    ("2026-Q3", "2026-08", true), ("2025", "2026-01", false),
  ])
  func `a volume counts with figures whose period lies in its own`(volume: String, answers: String, isCounted: Bool) {
    #expect((people(t0: "volume 1000 in \(volume)", period: answers) != nil) == isCounted)
    #expect((people("volume 1000 in \(volume)", period: answers) != nil) == isCounted)
  }

  @Test func `where a touchpoint's volume is of another time, the journey's counts`() throws {
    let counted = try #require(people("volume 1000 in 2026", t0: "volume 70 in 2025"))
    #expect(counted.people == 100 && counted.period == Period("2026"))
  }

  /// 1,000 people, half of whom come here, a fifth of them dissatisfied: as surely as both are known. By hand from
  /// Wilson's bounds, 0.4313609–0.5686391 of 200 and 0.1333669–0.2888292 of 100.
  @Test func `how many people is as sure as the reach and the answers are`() throws {
    let known = try #require(people(t0: "volume 500"))
    #expect(abs(known.interval.lowerBound - 66.68345) < 1e-4 && abs(known.interval.upperBound - 144.4146) < 1e-4)
    let reached = try #require(people("volume 1000"))
    #expect(reached.people == known.people)
    #expect(abs(reached.interval.lowerBound - 63.8906) < 1e-4 && abs(reached.interval.upperBound - 146.5917) < 1e-4)
  }
}
