import Foundation
import Support
import Testing

/// `::add-mask::`, newlines, `%` in `--format github` – encoded.
@Suite struct GitHubCommandTests {
  static let attacks = [
    "::add-mask::x", "x%0A::add-mask::y", "100%", "\\n::add-mask::x", "\\n::error file=a::b", "a,line=1::b",
    "::set-output name=a::b",
    "\\u{d}::stop-commands::x", "\\u{2028}::add-mask::x", "##[command]x",
  ]

  @Test(arguments: attacks) func `a text cannot speak to the runner`(attack: String) throws {
    let scratch = try Scratch()
    try scratch.write(
      """
      channel web "\(attack)"
      channel web "\(attack) two"
      journey j "\(attack)" { phase p "\(attack)" { touchpoint t "\(attack)" owner "\(attack)" channel "\(attack)" } }

      """, to: "w/j.journey")
    try expectCommands(try bounded("check", "w", "--format", "github", in: scratch))
  }

  @Test(arguments: ["::add-mask::x", "a,line=1::b", "100%", "a\n::add-mask::x", "a\r::add-mask::x"])
  func `a file name cannot, either`(name: String) throws {
    let scratch = try Scratch()
    try scratch.write("nonsense\n", to: "w/\(name).journey")
    try expectCommands(try bounded("check", "w", "--format", "github", in: scratch))
  }

  /// Every line is a command of Waymark's, and nothing in it ends it or begins another.
  private func expectCommands(_ run: Run) throws {
    #expect(run.status == 1)
    let lines = run.output.split(omittingEmptySubsequences: true) { $0.isNewline }
    #expect(!lines.isEmpty)
    for line in lines {
      let parts = try #require(line.wholeMatch(of: /::(error|warning|notice) (.*?)::(.*)/), "\(line)")
      for property in parts.output.2.split(separator: ",") {
        #expect(property.wholeMatch(of: /[a-zA-Z]+=([^%:,]|%25|%3A|%2C|%0A|%0D)*/) != nil, "\(property)")
      }
      #expect(parts.output.3.wholeMatch(of: /([^%]|%25|%0A|%0D)*/) != nil, "\(parts.output.3)")
    }
  }
}
