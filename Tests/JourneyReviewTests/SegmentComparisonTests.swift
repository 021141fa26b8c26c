import Foundation
import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySyntax
import Support
import Testing

/// Segments beside each other.
@Suite struct SegmentComparisonTests {
  private static let journey = """
    segment men "Men"
    segment women "Women"
    segment others "Others"
    journey j "J" {
      phase all "All" {
        touchpoint find "Finds the gate"
        touchpoint safe "Feels safe"
        touchpoint food "Eats"
        touchpoint shops "Buys"
        touchpoint art "Looks at art"
      }
    }
    """

  private func compared(_ rows: [String]) -> [SegmentComparison] { reviewed(Self.journey, rows).journeys[0].segments }

  /// Of `CrossCheck/segments.py`, which counts the survey of San Francisco's airport of 2017 (DataSF, public domain) and
  /// works them out with SciPy.
  @Test func `women and men of a real survey, against SciPy`() throws {
    let file = Golden.root.appending(path: "Tests/JourneyReviewTests/CrossCheck/segments.csv")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().map(String.init)
    let golden: [(difference: Double, low: Double, high: Double, p: Double, isClear: Bool)] = [
      (-0.005165, -0.033904, 0.023453, 0.723297, false), (0.013649, -0.014529, 0.041759, 0.34114, false),
      (-0.064754, -0.108897, -0.020254, 0.004332, true), (-0.100615, -0.145196, -0.055464, 1.25191e-05, true),
      (-0.031129, -0.072533, 0.010396, 0.141794, false),
    ]
    let found = compared(rows)
    #expect(found.count == 5)
    for (one, expected) in zip(found, golden) {
      // Of two there is one comparison: of the one declared first.
      #expect(one.segment == Segment.ID(0) && one.other == Segment.ID(1))
      let comparison = one.difference.comparison
      let interval = try #require(comparison.interval)
      #expect(abs(comparison.difference - expected.difference) < 1e-6)
      #expect(abs(interval.lowerBound - expected.low) < 1e-6 && abs(interval.upperBound - expected.high) < 1e-6)
      #expect(abs(comparison.p - expected.p) < 1e-3 * expected.p)
      #expect(one.isClear == expected.isClear && !one.isBetter == (expected.difference < 0))
    }
    #expect(found[2].difference.n == 1140 && found[2].difference.othersN == 1144)
  }

  /// `drivers.md`: the survey of 2018, whose answers are not here, only what they are worth.
  @Test func `men and women of 2018`() {
    let found = newcombe((0.843038, 926.735), minus: (0.880453, 1099.485))
    #expect(abs(found.difference + 0.0374) < 5e-5 && abs(found.p - 0.01469) < 5e-5)
    #expect(abs(found.interval.lowerBound + 0.0680) < 5e-5 && abs(found.interval.upperBound + 0.0073) < 5e-5)
    let safe = newcombe((0.893062, 952.950), minus: (0.857665, 1131.372))
    #expect(abs(safe.difference - 0.0354) < 5e-5 && abs(safe.p - 0.01557) < 5e-5)
  }

  @Test func `each of three stands beside all the others, those of no segment among them`() {
    let rows =
      ratings("food", [10, 0, 0, 0, 90], segment: "women") + ratings("food", [50, 0, 0, 0, 50], segment: "men")
      + ratings("food", [20, 0, 0, 0, 80], segment: "")
    let found = compared(rows)
    #expect(found.map(\.segment) == [Segment.ID(0), Segment.ID(1)] && found.allSatisfy { $0.other == nil })
    #expect(found.map(\.difference.othersN) == [200, 200])
    #expect(found.map { $0.difference.comparison.before.value } == [0.85, 0.65])
    #expect(found.map(\.isBetter) == [false, true])
  }

  @Test func `one segment alone, two periods and one chosen segment are no comparison`() {
    #expect(compared(ratings("food", [10, 0, 0, 0, 90], segment: "women")).isEmpty)
    #expect(
      compared(
        ratings("food", [50, 0, 0, 0, 50], period: "2026-Q2", segment: "women")
          + ratings("food", [10, 0, 0, 0, 90], period: "2026-Q3", segment: "men")
      ).isEmpty)
    let rows =
      ratings("food", [10, 0, 0, 0, 90], segment: "women") + ratings("food", [50, 0, 0, 0, 50], segment: "men")
    #expect(review(annotated(Self.journey, rows, segment: "women")).journeys[0].segments.isEmpty)
    #expect(compared(rows).count == 1)
  }

  @Test func `nothing is said of a segment that is hidden, nor of the only one beside it`() {
    let few = ratings("food", [1, 0, 0, 0, 3], segment: "women") + ratings("food", [50, 0, 0, 0, 50], segment: "men")
    #expect(compared(few).isEmpty)
    let three = few + ratings("food", [30, 0, 0, 0, 60], segment: "others")
    let annotated = annotated(Self.journey, three)
    for comparison in review(annotated).journeys[0].segments {
      let name = annotated.workspace[comparison.segment].name
      let own = score(of: name, three)
      #expect(own.state != .hidden && comparison.difference.n == own.n)
    }
  }

  private func score(of segment: String, _ rows: [String]) -> Score {
    annotated(Self.journey, rows, segment: segment).journeys[0].touchpoints[2][.csat]
  }

  @Test func `a segment that nobody declared is among the others only`() {
    let rows =
      ratings("food", [10, 0, 0, 0, 90], segment: "women") + ratings("food", [50, 0, 0, 0, 50], segment: "robots")
    let found = compared(rows)
    #expect(found.map(\.segment) == [Segment.ID(1)] && found.allSatisfy { $0.other == nil })
  }

  @Test func `people of several segments who were asked together are not compared`() {
    let rows =
      ratings("food", [10, 0, 0, 0, 90], segment: "women") + ratings("food", [50, 0, 0, 0, 50], segment: "men")
    let clusters = [
      "j,food,csat,1..5,2026-Q3,*,s,clusters,20,,", "j,food,csat,1..5,2026-Q3,*,s,1*1,180,,",
      "j,food,csat,1..5,2026-Q3,*,s,1*5,420,,", "j,food,csat,1..5,2026-Q3,*,s,5*5,980,,",
    ]
    #expect(compared(rows + clusters).isEmpty)
  }

  /// Where nothing differs, at most one journey in twenty says that something does (Benjamini and Hochberg 1995).
  @Test func `where segments are alike, hardly a page says otherwise`() {
    var random = SplitMix(state: 18)
    let touchpoints = ["find", "safe", "food", "shops", "art"]
    let pages = 120
    let wrong = (0..<pages).count { _ in
      let rows = touchpoints.flatMap { touchpoint in
        ["women", "men", "others"].flatMap { segment in
          let satisfied = (0..<80).count { _ in random.next() % 100 < 60 }
          return ratings(touchpoint, [80 - satisfied, 0, 0, 0, satisfied], segment: segment)
        }
      }
      return compared(rows).contains(where: \.isClear)
    }
    // Three standard errors above one in twenty.
    #expect(Double(wrong) / Double(pages) < 0.05 + 3 * (0.05 * 0.95 / Double(pages)).squareRoot())
  }
}
