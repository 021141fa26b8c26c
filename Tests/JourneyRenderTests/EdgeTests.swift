import Testing

@testable import JourneyRender

/// Cases at the edge of one rule each, with their neighbours.
@Suite struct RenderEdgeTests {
  @Test func `numbers for programs have a minus sign of theirs, no commas and no open end`() {
    #expect([-3.5, -0.0000001, 0, 1234.5, 0.25].map(number) == ["-3.5", "0", "0", "1234.5", "0.25"])
    #expect(highEnd(of: 1...2) == "2" && highEnd(of: 1...(.infinity)) == nil)
    #expect(
      [1.5, 1.05, 1.25, -0.5, 0, 100, 0.999, -0.001].map(\.svg) == [
        "1.5", "1.1", "1.3", "-0.5", "0", "100", "1", "0",
      ])
  }

  private static let head = "journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2\n"

  private func map(_ rows: [(metric: String, scale: String, period: String, answers: [(String, Int)])]) throws -> String
  {
    let tally = rows.flatMap { row in
      row.answers.map { "j,a,\(row.metric),\(row.scale),\(row.period),,s,\($0.0),\($0.1),,\n" }
    }.joined()
    let journey =
      "journey j \"J\" { phase p \"P\" {\ntouchpoint a \"A\" { target resolution <= 1h }\ntouchpoint b \"B\"\n} }\n"
    return try #require(Sample([journey], tallies: [Self.head + tally]).maps.first)
  }

  /// Up is better of shares and worse of times.
  @Test(arguments: [
    ("csat", true, "l5"), ("csat", false, "l1"), ("resolution", true, "l1"), ("resolution", false, "l5"),
  ])
  func `the sign of a change is green where it is better`(metric: String, isUp: Bool, colour: String) throws {
    let (low, high) = metric == "csat" ? ("1", "5") : ("60", "86016")
    let (few, most) = isUp ? ((100, 20), (20, 100)) : ((20, 100), (100, 20))
    let svg = try map([
      (metric, metric == "csat" ? "1..5" : "", "2026-Q2", [(low, few.0), (high, few.1)]),
      (metric, metric == "csat" ? "1..5" : "", "2026-Q3", [(low, most.0), (high, most.1)]),
    ])
    let sign = isUp ? "v-6h-3l5 -5l5 5h-3v6z" : "v6h-3l5 5l5 -5h-3v-6z"
    let paths = svg.split(separator: "<path ").filter { $0.contains(sign) }
    #expect(paths.count == 1 && paths.allSatisfy { $0.hasPrefix("class=\"\(colour)\"") }, "\(paths)")
  }

  @Test func `the bar of an old figure has no level's colour`() throws {
    let old = try map([
      ("csat", "1..5", "2020-Q1", [("1", 10), ("5", 90)]), ("effort", "1..5", "2026-Q3", [("1", 10), ("5", 90)]),
    ])
    let new = try map([
      ("csat", "1..5", "2026-Q3", [("1", 10), ("5", 90)]), ("effort", "1..5", "2026-Q3", [("1", 10), ("5", 90)]),
    ])
    #expect(old.contains("<rect class=\"old\"") && !new.contains("<rect class=\"old\""))
  }

  @Test func `a page has the actions of its own touchpoints`() throws {
    let journeys = ["j", "k"].map { "journey \($0) \"Journey \($0)\" { phase p \"P\" { touchpoint a \"A\" } }\n" }
    let actions = ["j", "k"].map { "action x\($0) \"Mends \($0)\" { for \($0)/a }\n" }.joined()
    let pages = try Sample([journeys[0] + actions, journeys[1]]).pages()
    #expect(pages.count == 2)
    #expect(
      pages.map { $0.contains("Mends j") } == [true, false] && pages.map { $0.contains("Mends k") } == [false, true])
  }
}
