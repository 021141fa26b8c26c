import Foundation
import JourneyKit
import JourneyMetrics
import JourneyModel
import JourneySyntax
import Markup
import Support
import Testing

@testable import JourneyRender

/// A program draws from `review --format json` alone what the page of the review shows.
///
/// Each chart is drawn here from the JSON's values, and compared with the page shape by shape. JSON has shares to six
/// decimals and whole people, so that coordinates may differ by a seventh of a pixel.
@Suite struct ReviewChartTests {
  private static let review = Result {
    try Waymark.review(try WorkspaceFiles.read([Golden.root.appending(path: "journeys").path]))
  }

  private static let page = Result { try review.get().printed(as: .html) }

  private static let json = Result { try review.get().printed(as: .json) }

  private static func journeys() throws -> [[String: Any]] {
    let json = try JSONSerialization.jsonObject(with: Data(try json.get().utf8)) as? [String: Any]
    return try #require(json?["journeys"] as? [[String: Any]])
  }

  static let names = ["account", "airport", "complaint"]

  private static func journey(_ name: String) throws -> [String: Any] {
    try #require(try journeys().first { $0["id"] as? String == name })
  }

  /// The dashboard of a journey, as the page has it.
  private static func dashboard(_ name: String) throws -> Substring {
    let page = try page.get()
    let start = try #require(page.firstRange(of: "<section id=\"journey-\(name)\""))
    let end = try #require(page[start.upperBound...].firstRange(of: "<details class=\"all\">"))
    return page[start.upperBound..<end.lowerBound]
  }

  /// The rows of a table's body, each with its drawings.
  private static func rows(_ table: String, of name: String) throws -> [[Drawing]] {
    let page = try dashboard(name)
    guard let start = page.firstRange(of: "<table class=\"\(table)\">") else { return [] }
    let rest = page[start.upperBound...]
    let body = rest[
      try #require(rest.firstRange(of: "<tbody>"))
        .upperBound..<(try #require(rest.firstRange(of: "</tbody>")).lowerBound)]
    return body.split(separator: "<tr>").filter { $0.contains("<td") }.map { Drawing.all(in: $0) }
  }

  @Test(arguments: names) func `what to fix first`(name: String) throws {
    let touchpoints = try #require(try Self.journey(name)["touchpoints"] as? [[String: Any]])
    let ranked = touchpoints.filter { $0["rank"] is Int }.sorted { $0.integer("rank") < $1.integer("rank") }
    let onTarget = touchpoints.filter { !($0["rank"] is Int) && $0["severity"] is Double }
    let rows = Array((ranked + onTarget).prefix(10))
    let lead = try #require(
      ["csat", "effort", "nps", "resolution", "fcr"].max { a, b in
        rows.count { $0.score(a) != nil } < rows.count { $0.score(b) != nil }
      })
    let scale = ChartScale(0, 1, from: 8, to: 192)
    let end = rows.flatMap { [$0["rank"] as? Int ?? 0, $0["rankHigh"] as? Int ?? 0] }.max() ?? 0
    let most = rows.compactMap { $0["burden"] as? Double }.max() ?? 0
    let people = rows.compactMap { ($0["dissatisfied"] as? [String: Any])?["high"] as? Double }.max()
    let expected = rows.map { row -> [Element] in
      var drawn: [Element] = []
      if let rank = row["rank"] as? Int {
        let range = (row["rankLow"] as? Int).map { $0...row.integer("rankHigh") }
        drawn.append(
          RankMarks(rank: rank, range: range, isClear: row["certainty"] as? String == "clear", most: max(end, 2))
            .element(name: nil))
      }
      if let importance = row["importance"] as? Int { drawn.append(ImportanceMarks(importance).element(name: nil)) }
      if let figure = row.figure(lead) {
        let way = row["wayOut"] as? [String: Any]
        let leaves = way?["metric"] as? String == lead ? way?["value"] as? Double : nil
        drawn.append(ForestMarks(figure, on: scale, leaves: leaves).element(name: nil))
      }
      if row["rank"] is Int {
        let parts = (row["contributions"] as? [[String: Any]] ?? []).compactMap { part in
          Metric(rawValue: part["metric"] as? String ?? "").map { (metric: $0, burden: part.number("burden")) }
        }
        drawn.append(PartsMarks(parts, most: most).element(name: nil))
      }
      if let share = row["topThree"] as? Double { drawn.append(ShareMarks(share).element()) }
      if let most = people, let count = row["dissatisfied"] as? [String: Any] {
        drawn.append(
          CountMarks(count.number("people"), count.number("low")...count.number("high"), most: most).element(name: nil))
      }
      return drawn
    }
    try Self.expect(Self.rows("priorities", of: name), are: expected)
  }

  @Test(arguments: names) func `hand-offs, biggest drop first`(name: String) throws {
    let handOffs = try #require(try Self.journey(name)["handoffs"] as? [[String: Any]])
    let expected = handOffs.filter { $0["worsening"] is Double }.prefix(7).map { handOff -> [Element] in
      guard let from = handOff["fromScore"] as? [String: Any], let to = handOff["toScore"] as? [String: Any],
        from["metric"] as? String != "resolution"
      else { return [] }
      return [
        HandOffMarks(
          from: from.number("value"), to: to.number("value"), isWorse: handOff.number("worsening") > 0,
          isClear: handOff["clear"] as? Bool == true
        ).element(name: nil)
      ]
    }
    try Self.expect(Self.rows("arrows", of: name), are: expected)
  }

  @Test(arguments: names) func `whether it helped`(name: String) throws {
    let actions = try #require(try Self.journey(name)["actions"] as? [[String: Any]])
    let expected = actions.filter { $0["verdict"] is String }.prefix(6).map { action -> [Element] in
      guard let change = action["change"] as? [String: Any], let aim = action["expected"] as? [String: Any],
        aim["metric"] as? String == change["metric"] as? String
      else { return [] }
      let whole = aim["seconds"] as? Double ?? (aim.number("points") / (aim["metric"] as? String == "nps" ? 1 : 100))
      let effect = change["effect"] as? [String: Any] ?? change
      let ends = [effect["low"], effect["high"]].compactMap { ($0 as? Double).map { $0 / whole } }.sorted()
      let isBetter: Bool? =
        switch action["verdict"] as? String {
        case "as-expected", "some-effect": true
        case "worse": false
        default: nil
        }
      return [
        OutcomeMarks(effect.number("value") / whole, ends.count == 2 ? ends[0]...ends[1] : nil, isBetter: isBetter)
          .element(name: nil)
      ]
    }
    try Self.expect(Self.rows("outcomes", of: name), are: expected)
  }

  @Test(arguments: names) func `goals over time`(name: String) throws {
    let goals = try #require(try Self.journey(name)["goals"] as? [[String: Any]])
    let expected = goals.prefix(4).map { goal -> [Element] in
      let records = (goal["records"] as? [[String: Any]] ?? []).filter { $0["moreThan"] as? Bool != true }
      let samples = records.compactMap { record in
        Period(record["period"] as? String ?? "").map {
          RecordMarks.RecordSample(period: $0, value: record.number("value"))
        }
      }
      return [RecordMarks(samples, target: goal["target"] as? Double, isMet: goal["met"] as? Bool).element(name: nil)]
    }
    let page = try Self.dashboard(name)
    let start = try #require(page.firstRange(of: "<ul class=\"strip\">"))
    let end = try #require(page[start.upperBound...].firstRange(of: "<table"))
    let drawn = Drawing.all(in: page[start.upperBound..<end.lowerBound])
    try Self.expect(drawn.prefix(expected.count).map { [$0] }, are: expected)
  }

  @Test(arguments: names) func `impact and effort`(name: String) throws {
    let actions = try #require(try Self.journey(name)["actions"] as? [[String: Any]])
    let rated = actions.compactMap { action -> EffortChart.RatedAction? in
      guard let impact = action["impact"] as? Int, let effort = action["effort"] as? Int,
        let status = Action.ActionStatus(rawValue: action["status"] as? String ?? ""), status != .dropped
      else { return nil }
      return EffortChart.RatedAction(
        title: action["title"] as? String ?? "", impact: impact, effort: effort, status: status)
    }
    #expect(!rated.isEmpty)
    let chart = EffortChart(rated, impact: "↑ impact", effort: "effort →", quickWins: "quick wins")
    let page = try Self.dashboard(name)
    let start = try #require(page.firstRange(of: "class=\"chart effort\""))
    let drawn = try #require(Drawing.all(in: page[page[..<start.lowerBound].lastIndex(of: "<")!...]).first)
    #expect(drawn.isClose(to: Drawing(chart.drawn(name: "").element)))
  }

  /// The labels of the slopes are words; their lines are read back with the scale that stands beside them.
  @Test(arguments: names) func `what changed`(name: String) throws {
    let page = try Self.dashboard(name)
    let start = try #require(page.firstRange(of: "class=\"chart slopes\""))
    let chart = page[start.upperBound..<(try #require(page[start.upperBound...].firstRange(of: "</svg>")).lowerBound)]
    let ticks = chart.matches(of: /class="grid" d="M[\d.]+ ([\d.]+)H/).compactMap { Double($0.1) }
    let (zero, whole) = (try #require(ticks.first), try #require(ticks.last))
    let drawn = chart.matches(of: /class="way( clear)?[^"]*" d="M[\d.]+ ([\d.]+)L[\d.]+ ([\d.]+)"/).map { match in
      [match.2, match.3].map { ((Double($0) ?? .nan) - zero) / (whole - zero) } + [match.1 == nil ? 0 : 1]
    }
    #expect(!drawn.isEmpty)
    let changes = try #require(try Self.journey(name)["touchpoints"] as? [[String: Any]]).compactMap {
      touchpoint -> [Double]? in
      guard touchpoint["repeats"] is NSNull, let score = touchpoint.score("csat"),
        let change = score["change"] as? [String: Any]
      else {
        return nil
      }
      return [
        score.number("value") - change.number("value"), score.number("value"), change["clear"] as? Bool == true ? 1 : 0,
      ]
    }
    for line in drawn {
      #expect(
        changes.contains { change in zip(change, line).allSatisfy { abs($0 - $1) < 0.002 } }, "\(line) of \(changes)")
    }
    #expect(drawn.count { $0[2] == 1 } == changes.count { $0[2] == 1 })
  }

  @Test(arguments: names) func `who passes customers on to whom`(name: String) throws {
    let cells = try #require(try Self.journey(name)["matrix"] as? [[String: Any]])
    let page = try Self.dashboard(name)
    let start = try #require(page.firstRange(of: "<table class=\"heat\">"))
    let table = page[start.upperBound..<(try #require(page[start.upperBound...].firstRange(of: "</table>")).lowerBound)]
    let tiles = table.matches(of: /class="tile (\w+)">\s*<strong>(\d+)</).map { "\($0.1) \($0.2)" }
    let expected = cells.map { cell in
      let style =
        switch cell["worsening"] as? Double {
        case nil: "unknown"
        case let fall? where fall > 0: cell["clear"] as? Bool == true ? "l1" : "l2"
        case .some: "l4"
        }
      return "\(style) \(cell.integer("count"))"
    }
    #expect(tiles.sorted() == expected.sorted())
  }

  private static func expect(_ rows: [[Drawing]], are expected: [[Element]]) throws {
    #expect(rows.count == expected.count)
    for (row, expected) in zip(rows, expected) {
      let expected = expected.map(Drawing.init)
      #expect(row.count == expected.count)
      for (one, other) in zip(row, expected) { #expect(one.isClose(to: other), "\(one.text)\n\(other.text)") }
    }
  }
}

/// An SVG element without what people hear of it.
private struct Drawing {
  let text: String

  init(_ element: Element) { self.init(markup: String(decoding: html(element), as: UTF8.self)) }

  private init(markup: String) {
    text = markup.replacing("<!DOCTYPE html>", with: "")
      .replacing(/\ (?:role|aria-label|aria-hidden)="[^"]*"/, with: "").replacing(/>\s+</, with: "><").filter {
        !$0.isNewline
      }
  }

  static func all(in page: Substring) -> [Drawing] {
    page.matches(of: /<svg[^>]*class="(?:marks|chart)(?s:.*?)<\/svg>/).map { Drawing(markup: String($0.0)) }
  }

  /// The same shapes, with numbers that differ by no more than rounding.
  func isClose(to other: Drawing) -> Bool {
    let number = /-?\d+(\.\d+)?/
    let (a, b) = (text.matches(of: number), other.text.matches(of: number))
    guard text.replacing(number, with: "#") == other.text.replacing(number, with: "#"), a.count == b.count else {
      return false
    }
    return zip(a, b).allSatisfy { abs((Double($0.0) ?? .nan) - (Double($1.0) ?? .infinity)) < 0.15 }
  }
}

extension [String: Any] {
  fileprivate func number(_ name: String) -> Double { self[name] as? Double ?? .nan }
  fileprivate func integer(_ name: String) -> Int { self[name] as? Int ?? 0 }

  /// Nil where nothing is shown.
  fileprivate func score(_ metric: String) -> [String: Any]? {
    let score = (self["scores"] as? [String: Any])?[metric] as? [String: Any]
    return score?[metric == "resolution" ? "median" : "value"] is Double ? score : nil
  }

  fileprivate func figure(_ name: String) -> ChartFigure? {
    guard let metric = Metric(rawValue: name), let score = score(name) else { return nil }
    let value = score.number("value")
    let change = score["change"] as? [String: Any]
    let target = score["target"] as? Double
    let isCurrent = score["current"] as? Bool == true
    return ChartFigure(
      metric: metric, value: value,
      interval: (score["low"] as? Double).map { $0...(score["high"] as? Double ?? .infinity) }, target: target,
      before: change?["clear"] as? Bool == true ? value - (change?.number("value") ?? 0) : nil,
      level: isCurrent ? target.map { Level(value: value, of: metric, target: $0) } : nil,
      isIndicative: score["state"] as? String == "indicative")
  }
}
