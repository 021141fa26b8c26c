import JourneyMetrics
import JourneyModel
import JourneySource
import JourneySyntax
import Testing

@testable import JourneyLayout
import JourneyWords

@Suite struct `Pieces of a journey` {
  private func journey(_ phases: [Int], quotes: Int = 0) throws -> AnnotatedJourney {
    var text = "journey j \"J\" {\n" + String(repeating: "  quote \"Oh\"\n", count: quotes)
    var next = 0
    for (index, count) in phases.enumerated() {
      text += "  phase p\(index) \"P\" {\n"
      for _ in 0..<count {
        text += "    touchpoint t\(next) \"T\"\n"
        next += 1
      }
      text += "  }\n"
    }
    let workspace = resolve([parse(Array((text + "}\n").utf8), file: FileID(0)).value]).value
    return try #require(score(workspace, []).value.journeys.first)
  }

  @Test(arguments: [
    ([11], 5, [3, 4, 4]), ([10], 5, [5, 5]), ([6], 5, [3, 3]), ([7], 3, [2, 2, 3]), ([12], 5, [4, 4, 4]), ([5], 5, [5]),
    ([2, 3, 4], 5, [5, 4]), ([4, 11, 1], 5, [4, 3, 4, 5]), ([1], 5, [1]),
  ])
  func `a long phase is cut into equal parts`(phases: [Int], most: Int, rows: [Int]) throws {
    let cut = Arrangement.rows(of: try journey(phases).journey, most: most)
    #expect(cut.map(\.count) == rows)
    #expect(cut.flatMap(Array.init) == Array(0..<phases.reduce(0, +)))
  }

  @Test func `voices of the journey are heard where it begins`() throws {
    let whole = try journey([2, 2], quotes: 2)
    #expect(whole.journey.quotes.count == 2)
    for (columns, count) in [(0..<2, 2), (0..<4, 2), (2..<4, 0), (1..<3, 0)] {
      #expect(whole.piece(columns, in: .english).journey.quotes.count == count, "\(columns)")
    }
  }

  @Test(arguments: ["😀", "🧑‍🤝‍🧑", "🤝🏽", "🫱🏻‍🫲🏿", "🧑🏿‍🦱", "👩‍👩‍👧‍👦", "🇩🇪", "🙋🏽‍♀️", "🛌🏾"])
  func `a joined picture is as wide as one`(picture: String) {
    #expect(width(of: picture, in: Font(size: 14)) == width(of: "😀", in: Font(size: 14)))
  }

  /// Of the figures and of the targets, which may lie far away.
  @Test(arguments: [(95, 50), (5, 50), (100, 45), (60, 55), (99, 2)]) func `every target is within its curve`(
    target: Int, share: Int
  ) throws {
    let text = """
      journey j "J" {
        phase p "P" {
          touchpoint a "A" { target csat \(target)% }
          touchpoint b "B" { target csat \(target)% }
        }
      }
      """
    let workspace = resolve([parse(Array(text.utf8), file: FileID(0)).value]).value
    func rows(_ name: String, _ share: Int) -> String {
      "j,\(name),csat,1..5,2026-Q3,,s,1,\(4 * (100 - share)),,\nj,\(name),csat,1..5,2026-Q3,,s,5,\(4 * share),,\n"
    }
    let tally = parseTally(Array((Tally.header + "\n" + rows("a", share) + rows("b", share + 3)).utf8), file: FileID(1))
      .value
    let annotated = try #require(score(workspace, [tally]).value.journeys.first)
    let scales = Scales(annotated)
    for score in annotated.touchpoints.map({ $0[.csat] }) {
      #expect(score.figure != nil)
      #expect(scales.bounds.low <= Double(target) && Double(target) <= scales.bounds.high, "\(scales.bounds)")
      #expect(scales.bounds.low <= Double(share) && Double(share) <= scales.bounds.high)
    }
  }
}
