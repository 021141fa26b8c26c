import JourneyMetrics
import JourneySource
import Support
import Testing

@testable import JourneyFeedback

/// Sums over those who were asked together, counted from exports.
@Suite struct ClusterCountTests {
  private static let lines = """
      period 2026-Q3
      cluster "Flight"
      answer csat "A" of apply/form scale 1..5
    """

  /// `flight,answer,segment,weight`.
  private static let rows = [
    "UA1,5,Y,2", "UA1,4,O,1", "UA1,4,Y,1", "UA2,5,O,1", "UA2,,O,1", ",5,Y,1", ",3,O,1", "UA3,3,O,3",
  ]

  private static func clusters(_ lines: String, _ rows: [String] = rows, threads: Int = 1) throws -> [String] {
    let text = "Flight,A,S,W\n" + rows.joined(separator: "\n") + "\n"
    let counted = try Declared.apply(lines).tally([("x.csv", Array(text.utf8))], threads: threads)
    #expect(counted.messages == [])
    return counted.rows.filter { $0.contains("*") || $0.contains("clusters") }
  }

  /// UA1 has 5, 4, 4; UA2 a 5; two people without a flight are clusters of their own; UA3 a 3.
  @Test func `each two answers of a cluster are multiplied`() throws {
    #expect(
      try Self.clusters(Self.lines) == [
        "form csat 2026-Q3 3*3 ×2", "form csat 2026-Q3 4*4 ×4", "form csat 2026-Q3 4*5 ×2", "form csat 2026-Q3 5*5 ×3",
        "form csat 2026-Q3 clusters ×5",
      ])
  }

  @Test func `any order gives the same sums`() throws {
    let whole = try Self.clusters(Self.lines)
    #expect(try Self.clusters(Self.lines, Self.rows.reversed(), threads: 2) == whole)
  }

  @Test func `weights are multiplied, too`() throws {
    #expect(
      try Self.clusters(Self.lines + "\n  weight \"W\"") == [
        "form csat 2026-Q3 3*3 ×0 w10 0", "form csat 2026-Q3 4*4 ×0 w4 0", "form csat 2026-Q3 4*5 ×0 w4 0",
        "form csat 2026-Q3 5*5 ×0 w6 0", "form csat 2026-Q3 clusters ×5 w0 0",
      ])
  }

  @Test func `people of several segments are asked together`() throws {
    let found = try Self.clusters(Self.lines + "\n  segment \"S\" { \"Y\" is young \"O\" is old }")
    #expect(
      found.filter { $0.contains("* ") || $0.contains(" * ") } == [
        "form csat 2026-Q3 * 3*3 ×2", "form csat 2026-Q3 * 4*4 ×4", "form csat 2026-Q3 * 4*5 ×2",
        "form csat 2026-Q3 * 5*5 ×3", "form csat 2026-Q3 * clusters ×5",
      ])
    #expect(found.contains("form csat 2026-Q3 young 4*5 ×1") && found.contains("form csat 2026-Q3 young clusters ×2"))
  }
}
