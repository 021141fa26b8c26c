import Foundation
import JourneyKit
import Support
import Testing

/// What the JSON of a review says beside scores, so that a program can draw what the page shows.
@Suite struct ReviewPictureTests {
  private static func journeys() throws -> [[String: Any]] {
    let review = try Waymark.review(try WorkspaceFiles.read([Golden.root.appending(path: "journeys").path]))
    let json = try JSONSerialization.jsonObject(with: Data(try review.printed(as: .json).utf8)) as? [String: Any]
    return try #require(json?["journeys"] as? [[String: Any]])
  }

  private static func items(_ name: String) throws -> [[String: Any]] {
    try journeys().flatMap { $0[name] as? [[String: Any]] ?? [] }
  }

  @Test func `the parts of a burden add up to it`() throws {
    let ranked = try Self.items("touchpoints").filter { $0["rank"] is Int }
    #expect(!ranked.isEmpty)
    for touchpoint in ranked {
      let parts = try #require(touchpoint["contributions"] as? [[String: Any]])
      let sum = parts.reduce(0) { $0 + ($1["burden"] as? Double ?? .nan) }
      #expect(abs(sum - (touchpoint["burden"] as? Double ?? .nan)) < 0.01, "\(touchpoint["id"] ?? "")")
    }
  }

  @Test func `each phase of a touchpoint has a title`() throws {
    for journey in try Self.journeys() {
      let known = try #require(journey["phases"] as? [[String: Any]]).compactMap { $0["id"] as? String }
      let used = try #require(journey["touchpoints"] as? [[String: Any]]).compactMap { $0["phase"] as? String }
      #expect(!known.isEmpty && Set(used).isSubset(of: known))
    }
  }

  @Test func `goals have their records, oldest first, and those without a way to go have no progress`() throws {
    let goals = try Self.items("goals")
    #expect(goals.contains { $0["progress"] is Double })
    for goal in goals {
      let records = try #require(goal["records"] as? [[String: Any]])
      let periods = records.compactMap { $0["period"] as? String }
      #expect(periods == periods.sorted())
      if records.count < 2 { #expect(!(goal["progress"] is Double)) }
    }
  }

  @Test func `hand-offs come by how much worse they get, those that are not measured last`() throws {
    for journey in try Self.journeys() {
      let falls = try #require(journey["handoffs"] as? [[String: Any]]).map { $0["worsening"] as? Double ?? -.infinity }
      #expect(falls == falls.sorted(by: >))
    }
  }

  @Test func `an action says whose it is, and where it goes on a grid of impact and effort`() throws {
    let actions = try Self.items("actions")
    #expect(actions.contains { $0["impact"] is Int && $0["effort"] is Int && $0["owner"] is String })
    for action in actions { #expect((action["title"] as? String)?.isEmpty == false) }
  }

  @Test func `nobody is counted as dissatisfied in a review of a segment`() throws {
    let sources = try WorkspaceFiles.read([Golden.root.appending(path: "journeys").path])
    var options = ReviewOptions()
    #expect(try Waymark.review(sources, options).printed(as: .json).contains("\"people\""))
    options.segment = "shops"
    #expect(try !Waymark.review(sources, options).printed(as: .json).contains("\"people\""))
  }
}
