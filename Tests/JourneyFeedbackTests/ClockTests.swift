import JourneyModel
import JourneySource
import JourneySyntax
import Testing

@testable import JourneyFeedback

/// Times such as `1:30`, of which the feedback says what they mean.
@Suite struct ClockTests {
  private func result(_ unit: String, _ cells: [String]) throws -> Diagnosed<FeedbackResult> {
    try Declared.apply("period 2026-Q2\n answer resolution \"Time\" in \(unit) of apply/call")
      .tally("Time\n" + cells.joined(separator: "\n") + "\n")
  }

  @Test(arguments: [
    ("\"h:mm\"", "1:30", 5400), ("\"h:mm\"", "0:04", 240), ("\"h:mm\"", "26:00", 93_600), ("\"m:ss\"", "1:30", 90),
    ("\"m:ss\"", "2:05", 125), ("\"m:ss\"", "0:00", 0), ("\"h:mm\"", "1:30:00", 5400), ("\"m:ss\"", "1h 30m", 5400),
  ])
  func `are read as it says; what says its units itself is`(unit: String, cell: String, seconds: Int) throws {
    let result = try result(unit, [cell])
    let bucket = seconds < 256 ? seconds : Outcome.seconds(Outcome.duration(seconds))
    #expect(result.rows == ["call resolution 2026-Q2 \(bucket) ×1"] && result.value.audit.isClean)
  }

  @Test(arguments: ["90", "1.5", "1:75", "1:3", "1:30:5", "soon", "-1:30"]) func `nothing else is a time there`(
    cell: String
  ) throws {
    let result = try result("\"h:mm\"", ["1:30", cell])
    #expect(result.rows == ["call resolution 2026-Q2 5376 ×1"] && !result.value.audit.isClean, "\(result.left)")
  }

  @Test func `without it nobody knows`() throws {
    #expect(try result("minutes", ["1:30"]).left.contains("cell durationAmbiguous ×1 2 Time"))
    let other = try Declared(
      "feedback f \"F\" {\n file \"x.csv\"\n period 2026-Q2\n answer resolution \"T\" in \"hh\" of workspace\n}\n")
    #expect(other.findings == ["this answer does not say in which unit its time is given"] || other.findings.count == 1)
  }

  @Test func `what to write where a low answer is best counts it as it is meant`() throws {
    func help(_ answer: String) -> String? {
      let text = "feedback f \"F\" {\n file \"x.csv\"\n period 2026-Q2\n answer \(answer)\n}\n"
      let tree = parse(Array(text.utf8), file: FileID(0))
      return (tree.diagnostics + resolve([tree.value]).diagnostics).first {
        ["bad-good", "wrong-row"].contains($0.rule.code)
      }?.help
    }
    let grades =
      "where a low answer is best, write the scale from the worst to the best: scale 6..1 good 1..2"
    #expect(help("csat \"Note\" of workspace scale 1..6 good 1..2") == grades)
    #expect(
      help("effort \"Note\" of workspace scale 1..6 higher-is-easier good 1..2")
        == "where a low answer is easy, write: scale 1..6 lower-is-easier good 1..2")
    #expect(
      help("csat \"Note\" of workspace scale 1..6 good 3..4") == "write the answers that count as satisfied: good 5..6")
    #expect(
      help("csat \"Note\" of workspace scale 1..5 { \"N/A\" is unused }")
        == "write it before the braces: unused \"VALUE\" { … }")
    // The line that it says to write is one.
    let written = try Declared.apply(
      "period 2026-Q2\n answer csat \"Note\" of apply/form scale 6..1 good 1..2"
    )
    #expect(written.tally("Note\n1\n6\n").rows == ["form csat 2026-Q2 1 ×1", "form csat 2026-Q2 6 ×1"])
  }
}
