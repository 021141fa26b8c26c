import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySyntax
import Support
import Testing

/// Small changes that no pair of periods shows, and all of them together do.
@Suite struct TrendTests {
  private static let journey = """
    journey j "J" {
      phase all "All" {
        touchpoint a "A"
        touchpoint b "B"
      }
    }
    """

  /// So many of 1,000 satisfied, period by period.
  private func rows(_ touchpoint: String, _ satisfied: [Int], _ periods: [String]) -> [String] {
    zip(satisfied, periods).flatMap { ratings(touchpoint, [0, 1000 - $0, 0, 0, $0], period: $1) }
  }

  private static let years = ["2010", "2011", "2012", "2013"]

  @Test func `a slow rise is a trend where the last change is none`() throws {
    let review = reviewed(Self.journey, rows("a", [580, 605, 630, 655], Self.years))
    let journey = review.journeys[0]
    #expect(journey.changes.map(\.isClear) == [false])
    let trend = try #require(journey.trends.first)
    #expect(journey.trends.count == 1 && trend.isClear && trend.isBetter && trend.isLine && trend.count == 4)
    #expect(trend.first.description == "2010" && trend.last.description == "2013")
    #expect(abs(trend.line.slope.value - 0.025) < 0.0001)
    #expect(abs(trend.whole.value - 0.075) < 0.0003 && trend.whole.interval.lowerBound > 0)
  }

  @Test func `a rise and a fall are not steady`() throws {
    let review = reviewed(Self.journey, rows("a", [500, 700, 700, 560], Self.years))
    #expect(review.journeys[0].trends.map(\.isLine) == [false])
  }

  @Test func `two periods, everyone satisfied, and another metric have none`() {
    #expect(reviewed(Self.journey, rows("a", [500, 700], Self.years)).journeys[0].trends.isEmpty)
    #expect(reviewed(Self.journey, rows("a", [900, 950, 1000], Self.years)).journeys[0].trends.isEmpty)
    let promoters = Self.years.flatMap { year in
      [0, 10].map { "j,a,nps,0..10,\(year),,s,\($0),500,," }
    }
    #expect(reviewed(Self.journey, promoters).journeys[0].trends.isEmpty)
  }

  @Test func `a quarter and its months are counted once, and hidden periods not at all`() throws {
    let periods = ["2026-Q1", "2026-04", "2026-05", "2026-06", "2026-Q2"]
    let review = reviewed(Self.journey, rows("a", [500, 510, 520, 530, 540], periods))
    let counts = review.journeys[0].trends.map(\.count)
    #expect(counts == [4])
    let few = ratings("a", [0, 2, 0, 0, 2], period: "2009") + rows("a", [580, 605, 630], Self.years)
    let trend = try #require(reviewed(Self.journey, few).journeys[0].trends.first)
    #expect(trend.first.description == "2010" && trend.count == 3)
  }

  @Test func `all trends of a journey are judged together`() {
    let alone = reviewed(Self.journey, rows("a", [600, 622, 643], Self.years)).journeys[0].trends
    let both = reviewed(
      Self.journey, rows("a", [600, 622, 643], Self.years) + rows("b", [600, 603, 602], Self.years)
    ).journeys[0].trends
    #expect(alone.map(\.isClear) == [true] && alone[0].line.p > 0.025)
    #expect(both.map(\.isClear) == [false, false])
  }

  /// The repository's airport: every trend by the definition of the figures' page, from the tallies.
  @Test func `a department's page has its trends`() throws {
    let review = review(try repository(), certainty: false)
    let clear = review.journeys.flatMap(\.trends).filter(\.isClear)
    let owned = clear.filter { trend in
      trend.touchpoints.contains { review.workspace[trend.journey][$0].owner != nil }
    }
    #expect(!clear.isEmpty && review.departments.reduce(0) { $0 + $1.trends.count } >= owned.count)
  }
}
