import Foundation
import Support
import Testing

/// `waymark export --format outline`, by itself and as git's textconv.
@Suite struct ExportCommandTests {
  private let scratch: Scratch

  private static let text = """
    # The shop
    journey buy "Buying" owner shop {
      phase one "One" {
        touchpoint find "Finds it" channel web owner shop {
          pain "Slow" evidence survey
          feels -1 "Again" persona maya
        }
      }
      flow {
        find -> exit : "gives up" share 5%
      }
    }

    """

  private static let outline = """
    journey buy "Buying"
      owner shop
      phase one "One"
        touchpoint find "Finds it"
          owner shop
          channel web
          feels -1 "Again" persona maya
          pain "Slow" evidence survey
      flow
        find -> exit : "gives up" share 5%

    """

  init() throws {
    scratch = try Scratch()
    try scratch.write(Self.text, to: "buy.journey")
  }

  private func export(_ arguments: String...) throws -> Run {
    try Run(shell: "waymark export \(arguments.joined(separator: " "))", in: scratch.folder)
  }

  @Test func `it has a fact a line, in one order, without comments and braces`() throws {
    let lines = Set(try export("--format outline buy.journey").output.split(separator: "\n"))
    #expect(lines == Set(Self.outline.split(separator: "\n")))
  }

  @Test func `layout, comments and the order of facts change nothing`() throws {
    let before = try export("buy.journey").output
    let other = Self.text.replacing("# The shop\n", with: "").replacing(
      "channel web owner shop {", with: "{\n owner shop\n channel web"
    )
    .replacing("      pain \"Slow\" evidence survey\n", with: "")
    .replacing("maya\n", with: "maya\n\n   pain \"Slow\" evidence survey # so slow\n")
    try scratch.write(other, to: "buy.journey")
    #expect(try export("buy.journey").output == before)
    try scratch.write(other.replacing("\"Slow\"", with: "\"Slower\""), to: "buy.journey")
    #expect(try export("buy.journey").output != before)
  }

  @Test func `every word of the language is there`() throws {
    let everything = try String(contentsOf: Golden.root.appending(path: "docs/everything.journey"), encoding: .utf8)
    try scratch.write(everything, to: "everything.journey")
    let run = try export("everything.journey")
    func words(_ text: String) -> [String] {
      text.split(separator: "\n").filter { !$0.hasPrefix("#") }.flatMap { $0.split { " {}".contains($0) } }.map(
        String.init
      )
      .sorted()
    }
    #expect(run.status == 0 && words(run.output) == words(everything))
  }

  @Test func `a file with an error is as it is`() throws {
    try scratch.write(Self.text.replacing("phase one", with: "phse one"), to: "buy.journey")
    #expect(try export("buy.journey").output == scratch.text("buy.journey"))
  }

  @Test func `several files are named`() throws {
    try scratch.write("journey tea \"Tea\"\n", to: "tea.journey")
    let run = try export(".")
    #expect(run.output.hasPrefix("# buy.journey\njourney buy") && run.output.contains("\n# tea.journey\njourney tea"))
  }

  @Test(.enabled(if: ReaderFolder.hasGit, "there is no git"))
  func `git compares outlines`() throws {
    let setUp = """
      git init -q . && echo '*.journey diff=journey' > .gitattributes
      git config diff.journey.textconv "\(Run.program.path) export --format outline"
      git add -A && git -c user.name=a -c user.email=a@b commit -qm one
      """
    try #require(try Run(shell: setUp, in: scratch.folder).status == 0)
    try scratch.write("# more\n\n" + Self.text, to: "buy.journey")
    #expect(
      try Run(shell: "git diff", in: scratch.folder).output.split(separator: "\n").allSatisfy { !$0.hasPrefix("+#") })
    try scratch.write("# more\n\n" + Self.text.replacing("-1", with: "-2"), to: "buy.journey")
    let diff = try Run(shell: "git diff", in: scratch.folder).output
    let changed = diff.split(separator: "\n").filter {
      ($0.hasPrefix("+") || $0.hasPrefix("-")) && !$0.contains("buy.journey")
    }
    #expect(changed.count == 2 && changed.allSatisfy { $0.contains("feels -") }, "\(diff)")
    try scratch.write("journey {{{\n", to: "buy.journey")
    #expect(try Run(shell: "git diff", in: scratch.folder).output.contains("+journey {{{"))
  }
}
