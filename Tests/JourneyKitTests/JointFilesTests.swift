import Foundation
import JourneyKit
import Support
import Testing

/// Joint tallies as files beside tallies.
@Suite struct JointFilesTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static func journey(clusters: Bool) -> String {
    """
    department one "One"
    department two "Two"
    journey j "J" {
      phase all "All" {
        touchpoint a "A" { owner one }
        touchpoint b "B" { owner two }
      }
      flow {
        a -> b
      }
    }
    feedback s "S" {
      file "x.csv"
      period 2026
      \(clusters ? "cluster \"Run\"" : "")
      answer csat "O" of j scale 1..5 with-drivers
      answer csat "A" of j/a scale 1..5
      answer csat "B" of j/b scale 1..5
    }

    """
  }

  /// Most of 1,200 people, forty runs of thirty, say of b a little less than of a.
  private static func export(_ seed: UInt64) -> String {
    var draw = SplitMix(state: seed)
    let rows = (0..<1200).map { person in
      let mood = draw.next(below: 3)
      let answers = [0, 0, 1].map { less in
        1 + max(0, min(4, mood + draw.next(below: 3) - (draw.next(below: 3) * less) / 2))
      }
      return "\(person / 30)," + answers.map(String.init).joined(separator: ",") + "\n"
    }
    return "Run,O,A,B\n" + rows.joined()
  }

  private func tallied(clusters: Bool, seed: UInt64 = 1) throws -> String {
    let file = try scratch.write(Self.journey(clusters: clusters), to: "j.journey")
    _ = try scratch.write(Self.export(seed), to: "x.csv")
    for feedback in try Waymark.tally(try WorkspaceFiles.read([file.path])).feedbacks { _ = try feedback.write() }
    return try String(contentsOf: file.deletingLastPathComponent().appending(path: "s.joint.csv"), encoding: .utf8)
  }

  @Test func `groups stay while answers do, and are new where people turn out to be asked together`() throws {
    let alone = try tallied(clusters: false)
    #expect(try tallied(clusters: false) == alone)
    let together = try tallied(clusters: true)
    #expect(together != alone)
    #expect(try tallied(clusters: true) == together)
    #expect(try tallied(clusters: true, seed: 2) != together)
    #expect(try tallied(clusters: false, seed: 2) != together)
  }

  /// In twenty draws of groups: forty runs do not fill thirty groups, and seldom fifteen.
  @Test func `few clusters are in some of the groups, and nothing is lost`() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      #expect(try tallied(clusters: true, seed: seed).split(separator: "\n").count > 30, "\(seed)")
    }
  }

  @Test func `the same people decide on the map, in the review and in JSON`() throws {
    _ = try tallied(clusters: false)
    let file = try scratch.write(Self.journey(clusters: false), to: "j.journey")
    let review = try Waymark.review(try WorkspaceFiles.read([file.path]))
    let text = try review.printed(as: .text).split(separator: "\n").map { $0.trimmingPrefix(" ") }.joined(
      separator: " ")
    #expect(text.contains("beyond chance; of the 1,200 who answered both: "))
    let json = try JSONSerialization.jsonObject(with: Data(try review.printed(as: .json).utf8)) as? [String: Any]
    let journeys = try #require(json?["journeys"] as? [[String: Any]])
    let handOff = try #require((journeys[0]["handoffs"] as? [[String: Any]])?.first)
    let paired = try #require(handOff["paired"] as? [String: Any])
    #expect(paired["n"] as? Int == 1200 && handOff["clear"] as? Bool == true)
    #expect((paired["high"] as? Double ?? 1) < 0)
  }

  @Test func `a file whose rows are out of order is read as far as a review says so`() throws {
    let text = try tallied(clusters: false)
    var rows = text.split(separator: "\n").map(String.init)
    rows.append(rows.remove(at: 1))
    let file = try scratch.write(Self.journey(clusters: false), to: "j.journey")
    _ = try scratch.write(rows.joined(separator: "\n") + "\n", to: "s.joint.csv")
    let review = try Waymark.review(try WorkspaceFiles.read([file.path]))
    #expect(review.findings.printed(as: .short).contains("joint-tally-unreadable"))
  }
}
