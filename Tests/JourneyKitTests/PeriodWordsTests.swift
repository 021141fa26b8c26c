import Foundation
import JourneyMetrics
import Support
import Testing

@testable import JourneyKit

/// What is said of answers that rank nothing, of old ones, and of periods that were asked for.
@Suite struct PeriodWordsTests {
  private static let journey = """
    department team "Team"
    department desk "Desk"
    channel web "Web"
    journey coffee "Buying a coffee" {
      owner team
      target csat >= 80%
      phase order "Order" {
        touchpoint pay "Pays" channel web owner team
        touchpoint cup "Gets the cup" channel web owner desk
      }
    }

    """

  private static func rows(
    _ place: String, _ counts: [Int], _ metric: String = "csat", _ period: String = "2026-Q3", scale: String = "1..5"
  ) -> String {
    counts.enumerated().filter { $0.element > 0 }
      .map { "coffee,\(place),\(metric),\(scale),\(period),,after,\($0.offset + 1),\($0.element),,\n" }.joined()
  }

  private func review(_ rows: String, _ period: String? = nil) throws -> WorkspaceReview {
    var options = ReviewOptions()
    options.period = period
    return try Waymark.review(
      WorkspaceFiles([("shop.journey", Self.journey), ("after.tally.csv", "\(Tally.header)\n\(rows)")]), options)
  }

  /// Lines of a terminal as one.
  private func text(_ rows: String, _ period: String? = nil) throws -> String {
    try review(rows, period).printed(as: .text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: Answers that rank nothing

  private static let forty = [8, 8, 8, 8, 8]

  @Test(arguments: [
    (
      rows("", forty),
      "The whole journey: 40% satisfied (26–55%, n 40). No touchpoint is measured alone, so none is ranked."
    ),
    (
      rows("order", forty),
      "Pays, Gets the cup together: 40% satisfied (26–55%, n 40). No touchpoint is measured alone, so none is ranked."
    ),
    (
      rows("pay", forty, "nps", scale: "0..10"),
      "Pays: NPS −100 (−100 to −84, n 40). Recommendation does not count for the ranking, so no touchpoint is ranked."
    ),
    (
      rows("pay+cup", forty, "effort"),
      "Pays, Gets the cup together: 40% found it easy (26–55%, n 40). No touchpoint is measured alone, so none is ranked."
    ),
    (rows("", [1, 2, 1, 0, 0]), "There are not enough answers to show."),
    (rows("cup", [1, 2, 1, 0, 0]), "There are not enough answers to show."),
    (
      rows("cup", forty, "csat", "2020") + rows("", forty, "nps", scale: "0..10"),
      "The whole journey: NPS −100 (−100 to −84, n 40). No touchpoint is measured alone, so none is ranked."
    ),
    ("", "No customer has been asked about this journey yet."),
  ])
  func `a true sentence about the answers that are there`(rows: String, sentence: String) throws {
    let text = try text(rows)
    #expect(text.contains(" \(sentence) "), "\(text)")
    if !rows.isEmpty { #expect(!text.contains("no answers") && !text.contains("No customer")) }
  }

  // MARK: Targets that are met

  private static let met = rows("pay", [5, 0, 0, 0, 95])
  private static let few = rows("cup", [1, 2, 1, 0, 0])
  private static let lacking =
    "Every figure shown meets its target, but 1 of 2 measured touchpoints lacks current figures."

  @Test(arguments: [
    (met, nil, "Every measured touchpoint meets its target."),
    (met + few, nil, lacking), (met + few, "2026-Q3", lacking),
    (
      met + rows("pay", [1, 2, 1, 0, 0], "effort"), nil,
      lacking.replacing("1 of 2 measured touchpoints", with: "the one measured touchpoint")
    ),
    (met + rows("cup", [0, 0, 0, 0, 40], "csat", "2020"), nil, lacking),
    // Of the quarter asked for; without one, of the quarter before.
    (met + few + rows("cup", [40, 0, 0, 0, 60], "csat", "2026-Q2"), "2026-Q3", lacking),
    (
      met + few + rows("cup", [40, 0, 0, 0, 60], "csat", "2026-Q2"), nil,
      "Fix first: Gets the cup, 60% satisfied (50–69%, n 100, Q2 2026)"
    ),
  ])
  func `no target is said to be met while a figure is missing`(rows: String, period: String?, sentence: String) throws {
    let text = try text(rows, period)
    #expect(text.contains(sentence), "\(text)")
    if sentence == Self.lacking { #expect(!text.contains("very measured touchpoint meets")) }
  }

  // MARK: Dates

  private static let dated =
    rows("pay", [10, 0, 0, 0, 90]) + rows("cup", [40, 0, 0, 0, 60], "csat", "2026-Q2")
    + "coffee,pay,resolution,,2020-Q1,,after,86016,50,,\ncoffee,cup,csat,1..5,2026-Q2,,after,unused,100,,\n"

  @Test func `every figure of another period says its own, in words`() throws {
    let text = try text(Self.dated)
    #expect(
      text.contains("Answers of Q3 2026 Fix first: Gets the cup, 60% satisfied (50–69%, n 100, Q2 2026), reached by"))
    #expect(text.contains("60% satisfied (50–69%), n 100, Q2 2026 · reached by 50% of customers (43–57%, Q2 2026)"))
    #expect(text.contains("OLD FIGURES - Pays: solved in 24 h (24 h), n 50, Q1 2020, too old to count"))
    #expect(text.contains("satisfaction: before 90% (83–94%), after 60% (50–69%, Q2 2026)"))
    let markdown = try review(Self.dated).printed(as: .md)
    #expect(markdown.contains("60% satisfied (50–69%), n 100, Q2 2026"))
    #expect(
      markdown.contains(
        "<summary>Old figures</summary>\n\n- Pays: solved in 24 h (24 h), n 50, Q1 2020, too old to count"))
    let page = try review(Self.dated).printed(as: .html)
    #expect(page.contains("60% satisfied (50–69%), n 100, Q2 2026") && page.contains("Q1 2020, too old to count"))
  }

  @Test func `a card says of when its figures are`() throws {
    var options = ReviewOptions()
    options.department = "desk"
    let sources = WorkspaceFiles([
      ("shop.journey", Self.journey), ("after.tally.csv", "\(Tally.header)\n\(Self.dated)"),
    ])
    #expect(
      try Waymark.review(sources, options).printed(as: .text)
        .contains("Answers of Q2 2026, unless another period is shown."))
    options.department = "team"
    let card = try Waymark.review(sources, options).printed(as: .text)
    #expect(card.contains("Answers of Q3 2026, unless another period is shown.\n1 of 1 target met."))
    #expect(card.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains("(50–69%, Q2 2026)"))
  }

  @Test func `CSV and JSON give the period of each metric, and whether it counts`() throws {
    let csv = try review(Self.dated).printed(as: .csv).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    func cell(_ row: Int, _ head: String) -> Substring {
      csv[0].firstIndex(of: Substring(head)).map { csv[row][$0] } ?? "-"
    }
    #expect(cell(1, "period") == "2026-Q3" && cell(1, "csat_period") == "2026-Q3" && cell(1, "csat_current") == "yes")
    #expect(cell(1, "resolution_period") == "2020-Q1" && cell(1, "resolution_current") == "no")
    #expect(cell(1, "effort_period").isEmpty && cell(1, "effort_current").isEmpty)
    #expect(cell(2, "csat_period") == "2026-Q2" && cell(2, "reach_period") == "2026-Q2")
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(review(Self.dated).printed(as: .json).utf8)) as? [String: Any])
    let touchpoints = try #require(
      ((json["journeys"] as? [[String: Any]])?.first?["touchpoints"] as? [[String: Any]])?.compactMap {
        $0["scores"] as? [String: [String: Any]]
      })
    #expect(touchpoints[0]["resolution"]?["period"] as? String == "2020-Q1")
    #expect(touchpoints[0]["resolution"]?["current"] as? Bool == false)
    #expect(touchpoints[1]["csat"]?["current"] as? Bool == true)
  }

  @Test func `the map, its table and its cards date what is of another time`() throws {
    let sources = WorkspaceFiles([
      ("shop.journey", Self.journey), ("after.tally.csv", "\(Tally.header)\n\(Self.dated)"),
    ])
    var page = ""
    let maps = try Waymark.render(sources)
    _ = maps.forEachFile { file in
      if file.path == "coffee.html" { page = String(decoding: file.bytes, as: UTF8.self) }
    }
    #expect(page.contains("old: Q1 2020") && page.contains("class=\"old\""))
    #expect(page.contains("60% (Q2 2026)"), "the curve")
    #expect(page.contains("target 2 d, Q1 2020, too old to count"), "the card of the touchpoint")
    #expect(page.contains("50%<span> (Q2 2026), n 200</span>"), "the table's reach")
  }

  // MARK: Periods that were asked for

  private static let quarters = rows("pay", forty, "csat", "2026-Q2") + rows("pay", forty)

  @Test(arguments: [
    ("2026-04..2026-09", "No answers of September 2026 alone, only of Q3 2026 as a whole: --period 2026-Q2..2026-Q3"),
    ("2026-09", "No answers of September 2026 alone, only of Q3 2026 as a whole: --period 2026-Q3"),
    ("2026-04..2026-Q3", "No answers of April 2026 alone, only of Q2 2026 as a whole: --period 2026-Q2..2026-Q3"),
    ("2025", "No answers of 2025"), ("2025-Q3..2026-Q3", "No answers of Q3 2025 · answers of Q3 2026"),
  ])
  func `where a period has no answers of its own, it says which have`(period: String, words: String) throws {
    let text = try text(Self.quarters, period)
    #expect(text.contains(words), "\(text)")
    #expect(!text.contains("no answers yet") && !text.contains("No customer has been asked"))
  }

  @Test(arguments: ["2026-02", "2026-01..2026-02"])
  func `where there are too few to show, it never says that there are none`(period: String) throws {
    let rows =
      Self.rows("pay", [10, 0, 0, 0, 33], "csat", "2026-01") + Self.rows("pay", [1, 0, 0, 0, 6], "csat", "2026-02")
    let text = try text(rows, period)
    #expect(
      text.contains("Not enough answers of February 2026 to show")
        && text.contains("There are not enough answers to show."))
    #expect(!text.contains("o answers of") || text.contains("Not enough answers of"))
  }
}
