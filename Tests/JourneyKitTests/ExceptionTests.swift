import JourneyModel
import JourneySource
import JourneySyntax
import Support
import Testing

@testable import JourneyKit

/// `ignore CODE because "…"` and `severity CODE …`.
@Suite struct ExceptionTests {
  /// Two touchpoints without an owner, in two journeys.
  private static func text(workspace: String = "", journey: String = "", touchpoint: String = "") -> String {
    """
    workspace "W" {
      edition 1
      \(workspace)
    }
    department bar "Bar"
    journey one "One" {
      \(journey)
      phase a "A" {
        touchpoint first "First" owner bar
        touchpoint second "Second" {
          feels +1
          \(touchpoint)
        }
      }
    }
    journey two "Two" {
      phase a "A" {
        touchpoint first "First" owner bar
        touchpoint other "Other"
      }
    }

    """
  }

  private func check(_ text: String) -> Findings { Waymark.check(WorkspaceFiles([("a.journey", text)])) }

  private func codes(_ findings: Findings) -> [String] { findings.all.map(\.code) }

  private static let line = "ignore missing-owner because \"A partner does this\""

  @Test func `a line ignores what is in its touchpoint, its journey or the workspace, and is counted`() {
    #expect(codes(check(Self.text())) == ["missing-owner", "missing-owner"])
    for findings in [check(Self.text(touchpoint: Self.line)), check(Self.text(journey: Self.line))] {
      #expect(codes(findings) == ["missing-owner"])
      #expect(findings.summary == "1 warning in 1 file; 1 ignored")
    }
    let all = check(Self.text(workspace: Self.line))
    #expect(codes(all).isEmpty && all.summary == "no findings in 1 file; 2 ignored" && !all.fail(strict: true))
  }

  @Test func `a line that ignores nothing is a warning, unless an error may hide what it is about`() {
    let idle = "ignore dead-end because \"It is fine\""
    for text in [Self.text(workspace: idle), Self.text(journey: idle), Self.text(touchpoint: idle)] {
      #expect(codes(check(text)).contains("unused-ignore"))
      #expect(!codes(check(text + "journey three \"Three\" { owner nobody }\n")).contains("unused-ignore"))
    }
  }

  @Test(arguments: [
    ("ignore missing-ownr because \"x\"", "unknown-finding"), ("ignore unknown-channel because \"x\"", "cannot-ignore"),
    ("ignore missing-owner because \"  \"", "cannot-ignore"), ("ignore unused-ignore because \"x\"", "unused-ignore"),
  ])
  func `a line that cannot ignore says so`(line: String, code: String) {
    for text in [Self.text(workspace: line), Self.text(journey: line), Self.text(touchpoint: line)] {
      #expect(codes(check(text)).contains(code), "\(codes(check(text)))")
    }
  }

  @Test(arguments: [
    "ignore missing-owner", "ignore missing-owner \"why\"", "ignore because \"why\"", "ignore missing-owner because",
    "ignore", "severity missing-owner", "severity error", "severity missing-owner bad",
  ])
  func `a line without its parts is an error, and ignores nothing`(line: String) {
    let findings = check(Self.text(workspace: line))
    #expect(findings.errors > 0 && codes(findings).filter { $0 == "missing-owner" }.count == 2, "\(codes(findings))")
  }

  @Test func `a severity holds in all formats and decides whether a check fails`() {
    let harder = check(Self.text(workspace: "severity missing-owner error"))
    #expect(harder.fail(strict: false) && harder.summary == "2 errors in 1 file; 2 with another severity")
    #expect(harder.printed(as: .short).contains("error[missing-owner]"))
    #expect(harder.printed(as: .github).hasPrefix("::error "))
    #expect(harder.printed(as: .sarif).contains("\"level\": \"error\""))
    let softer = check(Self.text(workspace: "severity missing-owner note"))
    #expect(!softer.fail(strict: true) && softer.summary == "2 notes in 1 file; 2 with another severity")
    let both = check(Self.text(workspace: "severity missing-owner error", touchpoint: Self.line))
    #expect(both.summary == "1 error in 1 file; 1 ignored, 1 with another severity")
  }

  @Test(arguments: [
    ("severity unknown-channel note", "cannot-ignore"), ("severity nope error", "unknown-finding"),
  ])
  func `a severity that cannot be says so`(line: String, code: String) {
    #expect(codes(check(Self.text(workspace: line))).contains(code))
  }

  @Test func `of two severities of one code the later one holds`() {
    let twice = "severity missing-owner error\n  severity missing-owner note"
    #expect(check(Self.text(workspace: twice)).notes == 2)
  }

  @Test func `the other commands know it too`() throws {
    let sources = WorkspaceFiles([("a.journey", Self.text(workspace: Self.line))])
    #expect(try Waymark.render(sources).findings.warnings == 0)
    #expect(try Waymark.review(sources).findings.warnings == 0)
  }

  @Test func `the lines are written in the one style`() {
    let text = Self.text(touchpoint: "ignore   missing-owner because \"x\"")
    let formatted = Waymark.format(WorkspaceFiles([("a.journey", text)])).files.first?.text ?? ""
    #expect(formatted.contains("      ignore missing-owner because \"x\"\n"))
  }
}

@Suite struct NestedSpansTests {
  private static func span(_ start: Int, _ end: Int, file: Int = 0) -> Span { Span(FileID(file), start, end) }

  /// The same by looking at all of them.
  private static func around(_ place: Span, among spans: [Span]) -> [Span] {
    Set(spans).filter { $0.file == place.file && $0.start <= place.start && $0.end >= place.start }
      .sorted { ($1.start, $0.end) < ($0.start, $1.end) }
  }

  @Test func `those around a place are found, the innermost first`() {
    let spans = [
      Self.span(0, 100), Self.span(10, 40), Self.span(12, 20), Self.span(50, 60), Self.span(10, 40),
      Self.span(0, 30, file: 1), Self.span(5, 6, file: 1), Self.span(200, 300),
    ]
    let nested = NestedSpans(spans)
    for file in 0..<3 {
      for start in 0..<310 {
        let place = Self.span(start, start + 1, file: file)
        #expect(nested.around(place) == Self.around(place, among: spans), "\(place)")
      }
    }
    #expect(NestedSpans([]).around(Self.span(0, 1)) == [])
  }
}
