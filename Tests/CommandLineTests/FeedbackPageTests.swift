import Foundation
import Support
import Testing

/// Every example of `docs/feedback.md` is run: declarations on the exports of `Tests/Golden/feedback`, what is printed
/// against their goldens.
@Suite struct FeedbackPageTests {
  static let page = "docs/feedback.md"
  static let goldens = Golden.root.appending(path: "Tests/Golden/feedback")

  /// What stands between fences of one language, without the indent of lists.
  static func blocks(_ language: String) throws -> [String] {
    var blocks: [String] = []
    var open: (indent: Int, lines: [Substring])?
    let text = try String(contentsOf: Golden.root.appending(path: page), encoding: .utf8)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let indent = line.prefix { $0 == " " }.count
      if let current = open {
        if line.dropFirst(indent) == "```", indent == current.indent {
          blocks.append(current.lines.joined(separator: "\n") + "\n")
          open = nil
        } else {
          open?.lines.append(line.dropFirst(current.indent))
        }
      } else if line.dropFirst(indent) == "```\(language)" {
        open = (indent, [])
      }
    }
    return blocks
  }

  @Test(arguments: try Self.blocks("journey"))
  func `a declaration on the page is one that the tests tally`(block: String) throws {
    let declarations = try TallyVendorTests.vendors.map {
      try String(contentsOf: Self.goldens.appending(path: "\($0)/\($0).journey"), encoding: .utf8)
    }
    #expect(declarations.contains { $0.hasSuffix("\n\n" + block) }, "\(block)")
  }

  @Test func `every vendor is on the page`() throws {
    let blocks = try Self.blocks("journey")
    for vendor in TallyVendorTests.vendors {
      let text = try String(contentsOf: Self.goldens.appending(path: "\(vendor)/\(vendor).journey"), encoding: .utf8)
      #expect(blocks.contains { text.hasSuffix("\n\n" + $0) }, "\(vendor)")
    }
  }

  /// The audit of cases of which some are still open.
  private static func openCases() throws -> String {
    let scratch = try Scratch()
    for name in ["open-cases.journey", "open-cases.csv"] {
      let file = Golden.root.appending(path: "Tests/Cases/\(name)")
      try FileManager.default.copyItem(at: file, to: scratch.url(name))
    }
    return try Run("tally", ".", "--dry-run", in: scratch.folder).output
  }

  @Test(arguments: try Self.blocks("text"))
  func `what the page shows is what is printed`(block: String) throws {
    var audits = try TallyVendorTests.vendors.map {
      try String(contentsOf: Self.goldens.appending(path: "\($0).audit.txt"), encoding: .utf8)
    }
    audits.append(try Self.openCases())
    #expect(audits.contains { $0.contains(block) }, "\(block)")
  }

  @Test(arguments: try Self.blocks("sh").flatMap { $0.split(separator: "\n").map(String.init) })
  func `a command on the page runs`(line: String) throws {
    guard line.hasPrefix("waymark "), !line.contains("counts") else { return }
    let scratch = try Scratch()
    try FileManager.default.copyItem(at: Self.goldens.appending(path: "typeform"), to: scratch.url("journeys"))
    let line = line.replacing("--feedback after-call", with: "--feedback answers")
    let run = try Run(shell: "HOME=\"$PWD\"; \(line)", in: scratch.folder)
    #expect(run.status == 0, "\(run.error)")
  }
}
