import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySyntax
import Support
import Testing

@Suite struct CertaintyTests {
  /// Against `CrossCheck/make_table.py`, which reads the same tallies and draws with NumPy: burdens to nine digits, the
  /// chance of the top three to what 2,000 draws can say, ranks to one place.
  @Test func `the airport's ranking as an independent script has it`() throws {
    let review = review(try repository())
    let index = try #require(review.annotated.journeys.firstIndex { $0.journey.name == "airport" })
    let journey = review.annotated.journeys[index].journey
    let ranking = review.journeys[index].ranking
    let ranked = ranking.ranked
    let rows = CrossCheck.cases("airport", of: "JourneyReview")
    #expect(ranked.count == rows.count && rows.count >= 15)
    #expect(ranked.prefix(4).map { $0.certainty?.level } == [.clear, .clear, .tooCloseToCall, .notAPriority])
    for (place, row) in rows.prefix(3).enumerated() {
      let p = ranking.p(of: place, among: ranking.contenders)
      #expect(abs(p - row.expected[8]) <= 1e-8 * row.expected[8], "\(row.names)")
    }
    for (row, ranked) in zip(rows, ranked) {
      #expect(journey[ranked.touchpoint].name == row.names.first)
      let certainty = try #require(ranked.certainty)
      let drawn = row.expected[3...]
      #expect(row.agrees([ranked.severity, ranked.intensity, ranked.burden] + drawn), "\(row.names)")
      let chance = row.expected[5]
      #expect(abs(certainty.topThree - chance) <= 4.5 * (chance * (1 - chance) / 2000).squareRoot() + 0.001)
      #expect(abs(Double(certainty.ranks.lowerBound) - row.expected[3]) <= 1, "\(row.names)")
      #expect(abs(Double(certainty.ranks.upperBound) - row.expected[4]) <= 1, "\(row.names)")
      let ends = row.expected[9...12].map { $0 + 1e-9 }
      #expect(certainty.burden.lowerBound >= ends[0] - 2e-9 && certainty.burden.lowerBound <= ends[1], "\(row.names)")
      #expect(certainty.burden.upperBound >= ends[2] - 2e-9 && certainty.burden.upperBound <= ends[3], "\(row.names)")
    }
  }

  private static let journey = """
    journey j "J" {
      phase p "P" {
        touchpoint a "A" channel web
        touchpoint b "B" channel web
        touchpoint c "C" channel web
        touchpoint d "D" channel web
        touchpoint e "E" channel web
      }
    }
    """

  @Test func `clear, and too close to call`() throws {
    let rows =
      ratings("a", [600, 200, 100, 50, 50]) + ratings("b", [600, 200, 100, 50, 50])
      + ratings("c", [60, 20, 0, 60, 60]) + ratings("d", [60, 20, 0, 60, 60]) + ratings("e", [0, 0, 0, 500, 500])
    let ranking = reviewed(Self.journey, rows).journeys[0].ranking
    let levels = Dictionary(uniqueKeysWithValues: ranking.ranked.map { ($0.touchpoint.value, $0.certainty?.level) })
    #expect(levels == [0: .clear, 1: .clear, 2: .tooCloseToCall, 3: .tooCloseToCall])
    #expect(ranking.onTarget.map(\.touchpoint.value) == [4])
  }

  @Test func `where nothing falls short nothing is ranked`() {
    let rows = ["a", "b"].flatMap { ratings($0, [0, 0, 0, 5000, 5000]) }
    let ranking = reviewed(Self.journey, rows).journeys[0].ranking
    #expect(ranking.ranked.isEmpty && ranking.onTarget.map(\.burden) == [0, 0])
  }

  @Test func `a median varies as far as its answers allow`() throws {
    func times(_ touchpoint: String, _ days: [Int]) -> [String] {
      days.enumerated().map { "j,\(touchpoint),resolution,,2026-Q3,,s,\($1 * 86_400 / 4096 * 4096),\($0 % 3 + 5),," }
    }
    let rows = times("a", [1, 2, 3, 4, 5, 6, 7]) + times("b", [7, 8, 9]) + times("c", [0, 1])
    let ranked = reviewed(Self.journey, rows).journeys[0].ranking.ranked
    #expect(ranked.map(\.touchpoint.value) == [1, 0])
    #expect(ranked.map(\.certainty?.ranks) == [1...1, 2...2])
  }

  @Test func `above a thousand touchpoints nothing is drawn`() {
    func certainties(_ count: Int) -> Int {
      let lines = (0..<count).map { "touchpoint t\($0) \"T\" channel web" }
      let rows = (0..<count).flatMap { ratings("t\($0)", [20 + $0 % 9, 0, 0, 0, 20]) }
      let text = "journey j \"J\" {\nphase p \"P\" {\n\(lines.joined(separator: "\n"))\n}\n}\n"
      let annotated = annotated(text, rows)
      let ranking = rank(annotated.journeys[0], in: annotated.workspace)
      #expect(ranking.ranked.count == count)
      return ranking.withCertainty(annotated.journeys[0]).ranked.count { $0.certainty != nil }
    }
    #expect(certainties(1001) == 0)
    #expect(certainties(12) == 12)
  }

  @Test func `the order of the files' rows does not matter, and neither does a second time`() throws {
    let workspace = try repository()
    let first = review(workspace).journeys.map { $0.ranking.ranked.map(\.certainty) }
    #expect(first == review(workspace).journeys.map { $0.ranking.ranked.map(\.certainty) })
    #expect(
      review(workspace, certainty: false).journeys.allSatisfy { $0.ranking.ranked.allSatisfy { $0.certainty == nil } })
  }
}
