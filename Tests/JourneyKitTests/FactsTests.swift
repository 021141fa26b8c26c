import Foundation
import JourneyKit
import Support
import Testing

/// The values of a workspace, and whatever the documentation of the library says.
@Suite struct FactsTests {
  private static let examples = ["airport", "account", "complaint"]

  private static func review(_ name: String) throws -> WorkspaceReview {
    try Waymark.review(WorkspaceFiles.read([Golden.root.appending(path: "journeys/\(name)").path]))
  }

  @Test(arguments: examples)
  func `facts are what the JSON of a review says`(name: String) throws {
    let review = try Self.review(name)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(review.printed(as: .json).utf8)) as? [String: Any])
    let facts = review.facts
    #expect(facts.title == json["workspace"] as? String)
    let journeys = try #require(json["journeys"] as? [[String: Any]])
    #expect(facts.journeys.map(\.name) == journeys.compactMap { $0["id"] as? String } && !journeys.isEmpty)
    for (journey, expected) in zip(facts.journeys, journeys) {
      #expect(journey.title == expected["title"] as? String && journey.period == expected["period"] as? String)
      #expect(journey.blindSpots == expected["blindSpots"] as? [String])
      let handOffs = try #require(expected["handoffs"] as? [[String: Any]])
      #expect(journey.handOffs.map(\.to) == handOffs.compactMap { $0["to"] as? String })
      #expect(journey.handOffs.map(\.isClear) == handOffs.compactMap { $0["clear"] as? Bool })
      #expect(journey.arrows.count == (expected["flow"] as? [Any])?.count)
      Self.compare(journey.scores, expected["scores"])
      let touchpoints = try #require(expected["touchpoints"] as? [[String: Any]])
      #expect(journey.touchpoints.count == touchpoints.count)
      for (touchpoint, expected) in zip(journey.touchpoints, touchpoints) {
        #expect(touchpoint.name == expected["id"] as? String && touchpoint.phase == expected["phase"] as? String)
        #expect(touchpoint.owner == expected["owner"] as? String)
        #expect(touchpoint.channels == expected["channels"] as? [String])
        #expect(touchpoint.priority?.rank == expected["rank"] as? Int)
        #expect(touchpoint.priority?.certainty?.rawValue == expected["certainty"] as? String)
        #expect(touchpoint.priority?.ranks?.upperBound == expected["rankHigh"] as? Int)
        Self.expect(touchpoint.priority?.burden, expected["burden"], within: 0.0006)
        Self.expect(touchpoint.reach?.value, (expected["reach"] as? [String: Any])?["value"], within: 1e-6)
        Self.compare(touchpoint.scores, expected["scores"])
      }
      let actions = try #require(expected["actions"] as? [[String: Any]])
      #expect(journey.actions.map(\.name) == actions.compactMap { $0["id"] as? String })
      #expect(journey.actions.map(\.verdict) == actions.map { $0["verdict"] as? String })
    }
  }

  private static func compare(_ scores: [ScoreFacts], _ json: Any?) {
    let expected = json as? [String: [String: Any]] ?? [:]
    #expect(Set(scores.map(\.metric.rawValue)) == Set(expected.keys))
    for score in scores {
      let own = expected[score.metric.rawValue] ?? [:]
      #expect(score.availability.rawValue == own["state"] as? String)
      #expect(score.figure?.answers == own["n"] as? Int && score.figure?.period == own["period"] as? String)
      let (value, low) = score.metric == .resolution ? ("median", "medianLow") : ("value", "low")
      expect(score.figure?.value, own[value], within: 0.0006)
      expect(score.figure?.interval?.lowerBound, own[low], within: 0.0006)
      expect(score.target, own["target"], within: 0.0006)
      let change = own["change"] as? [String: Any]
      #expect(score.change?.isClear == change?["clear"] as? Bool && score.change?.from == change?["from"] as? String)
      expect(score.change?.difference, change?["value"], within: 0.0006)
      #expect(score.history.count == (own["history"] as? [Any])?.count)
    }
  }

  private static func expect(_ value: Double?, _ json: Any?, within distance: Double) {
    let expected = json as? Double
    #expect((value == nil) == (expected == nil))
    if let value, let expected { #expect(abs(value - expected) <= distance, "\(value) and \(expected)") }
  }

  @Test func `priorities are in the order in which to fix them`() throws {
    let journey = try #require(Self.review("airport").facts.journeys.first)
    #expect(journey.priorities.map { $0.priority?.rank } == (1...journey.priorities.count).map(Optional.some))
    #expect(journey.arrows.contains { if case .exit = $0.to { true } else { false } })
    #expect(journey.touchpoints.contains { !$0.pains.isEmpty } && journey.touchpoints.contains { !$0.ideas.isEmpty })
  }

  @Test func `texts that are not saved stand in for those of the disk`() throws {
    let folder = try Scratch()
    try folder.write("journey shop \"Shop\" { phase one \"One\" { touchpoint a \"A\" } }\n", to: "shop.journey")
    let path = folder.folder.path
    let saved = try WorkspaceFiles.read([path])
    #expect(try Waymark.review(saved).facts.journeys.map(\.title) == ["Shop"])
    let text = "journey shop \"New\" { phase one \"One\" { touchpoint a \"A\" } }\n"
    let unsaved = try WorkspaceFiles.read(
      [path],
      unsaved: ["\(path)/shop.journey": text, "\(path)/./new.journey": "journey new \"Other\" { phase p \"P\" {} }\n"])
    #expect(try Waymark.review(unsaved).facts.journeys.map(\.title) == ["Other", "New"])
    #expect(try WorkspaceFiles.read([path]).printedTitles == ["Shop"])
  }

  @Test func `the example prints what to fix first`() throws {
    let run = try Run(built: "priorities", "journeys", in: Golden.root)
    #expect(run.status == 0 && run.error == "")
    let lines = run.output.split(separator: "\n")
    #expect(lines.contains { $0.hasPrefix("  1. ") && $0.contains("(") })
    #expect(lines.contains { $0.hasPrefix("  worse since ") })
    let missing = try Run(built: "priorities", "nowhere", in: Golden.root)
    #expect(missing.status != 0)
  }
}

extension WorkspaceFiles {
  fileprivate var printedTitles: [String] {
    get throws { try Waymark.review(self).facts.journeys.map(\.title) }
  }
}
