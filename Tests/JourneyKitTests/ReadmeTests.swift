import Foundation
import Support
import Testing

@testable import JourneyKit

@Suite struct ReadmeTests {
  let text: String

  init() throws { text = try String(contentsOf: Golden.root.appending(path: "README.md"), encoding: .utf8) }

  /// What stands between fences of one language.
  private func blocks(_ language: String) -> [String] {
    text.components(separatedBy: "\n```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
  }

  @Test func `the first two shell lines set up and render, and set up and test`() throws {
    let lines = blocks("sh").flatMap { $0.split(separator: "\n") }
    try #require(lines.count >= 2)
    #expect(lines[0].contains("Scripts/setup") && lines[0].hasSuffix("waymark render journeys --out out"))
    #expect(lines[1] == "sh Scripts/test")
    let continuous = try String(contentsOf: Golden.root.appending(path: ".ci/run"), encoding: .utf8)
    #expect(continuous.contains(lines[1]))
  }

  @Test func `the journey checks clean and is in the one style`() throws {
    let journey = try #require(blocks("journey").first) + "\n"
    let sources = WorkspaceFiles([("coffee.journey", journey)])
    let findings = Waymark.check(sources)
    #expect(!findings.fail(strict: true), "\(findings.printed(as: .text))")
    #expect(Waymark.format(sources).files.allSatisfy { !$0.isChanged })
  }

  @Test func `the mistake is one that Waymark finds`() throws {
    let finding = try #require(blocks("text").first)
    #expect(try Waymark.explain("unknown-channel").page.contains(finding))
  }

  @Test func `the journey has a branch, and says in words what a newcomer has to know`() throws {
    let journey = try #require(blocks("journey").first)
    #expect(journey.contains("    as-written\n") && journey.contains("share 20%"))
    for word in ["tally", "hand-off", "department", "touchpoint", "feedback", "flow"] {
      #expect(text.contains("\n| \(word) | "), "\(word)")
    }
  }

  @Test func `every page of the folder docs is linked`() throws {
    for page in Prose.pages where page.hasPrefix("docs/") { #expect(text.contains("](\(page))"), "\(page)") }
  }
}
