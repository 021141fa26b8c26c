import Foundation
import Support
import Testing

/// The lines of `docs/how-to.md` and of the README are pasted into a shell, each section of them in a copy of its own.
@Suite(.enabled(if: ReaderFolder.hasGit, "there is no git")) struct HowToTests {
  static let page = "docs/how-to.md"
  private static let file = "journeys/account/account.journey"
  static let sections = ((try? DocumentedExample.fenced(in: page)) ?? []).map(\.section).reduce(into: [String]()) {
    if $0.last != $1 { $0.append($1) }
  }

  private static func examples(_ section: String) throws -> [DocumentedExample] {
    try DocumentedExample.fenced(in: page).filter { $0.section == section }
  }

  @Test(arguments: sections)
  func `the lines of a section work when pasted`(section: String) throws {
    let folder = try ReaderFolder()
    let before = try folder.figures()
    try folder.edit(for: section)
    var said = ""
    for example in try Self.examples(section) {
      switch example.kind {
      case "sh":
        let run = try folder.paste(example.text)
        #expect(run.status == 0, "\(example): \(run.output)\(run.error)")
        said = run.output + run.error
      case "yaml":
        let commands = Self.commands(in: example.text)
        #expect(commands.count >= 2, "\(example)")
        for command in commands {
          let run = try folder.paste(command)
          #expect(run.status == 0, "\(command): \(run.output)\(run.error)")
        }
      case "text": #expect(said.contains(example.text), "\(example): \(said)")
      default: #expect(example.kind.hasPrefix("journey"), "\(example) is run by nobody")
      }
    }
    if try Self.text(of: section).contains("All figures stay.") { #expect(try folder.figures() == before) }
  }

  @Test(arguments: try DocumentedExample.all(in: page))
  func `a journey on the page has no error and is in the one style`(example: DocumentedExample) throws {
    let folder = try ReaderFolder(journeys: false)
    try folder.scratch.write(example.file, to: "work/example.journey")
    let run = try folder.paste("waymark fmt --check example.journey")
    #expect(run.status == 0 && run.output.isEmpty, "\(run.output)\(run.error)")
  }

  @Test func `the page's index has every section`() throws {
    let index = try Self.text(of: nil)
    for section in Self.sections {
      let anchor = section.lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
      #expect(index.contains("](#\(anchor.replacing(" ", with: "-")))"), "\(section)")
    }
  }

  @Test func `what CI keeps of the program is kept for this version only`() throws {
    let version = try ReaderFolder(journeys: false).paste("waymark --version").output.trimmingCharacters(in: .newlines)
    let files = try DocumentedExample.fenced(in: Self.page).filter { $0.kind == "yaml" && $0.text.contains("key: ") }
    #expect(files.count == 2)
    for file in files { #expect(file.text.contains("key: waymark-\(version)\n"), "\(file)") }
  }

  @Test func `the hook refuses a commit with an error, or in another style, and takes a clean one`() throws {
    for (line, isTaken) in [("channel wbe", false), ("channel   web", false), ("channel web, app", true)] {
      let folder = try ReaderFolder()
      for example in try Self.examples("Check every commit") where example.kind == "sh" {
        #expect(try folder.paste(example.text).status == 0)
      }
      try folder.change(ReaderFolder.account) {
        $0.replacing("\"Compares accounts\" channel web", with: "\"Compares accounts\" \(line)")
      }
      let run = try folder.paste("git add -A && git commit -qm change")
      #expect((run.status == 0) == isTaken, "\(line): \(run.output)\(run.error)")
    }
  }

  @Test func `a diff names the touchpoint that a change is in, and the log follows it`() throws {
    let folder = try ReaderFolder()
    var said = ""
    for example in try Self.examples("See touchpoints in diffs") { said = try folder.paste(example.text).output }
    let heads = said.split(separator: "\n").filter { $0.hasPrefix("@@") }
    #expect(!heads.isEmpty && heads.allSatisfy { $0.contains("@@ touchpoint ") }, "\(said)")
    let log = try folder.paste("git log --format=%s -L ':touchpoint identity:\(Self.file)'")
    #expect(log.status == 0 && log.output.contains("touchpoint identity"), "\(log.error)")
    #expect(!log.output.contains("touchpoint decision"))
  }

  @Test func `a diff of outlines has what changed, and nothing of the layout`() throws {
    let folder = try ReaderFolder()
    var said = ""
    for example in try Self.examples("See diffs without layout") { said = try folder.paste(example.text).output }
    let changed = said.split(separator: "\n").filter { $0.hasPrefix("+") || $0.hasPrefix("-") }
    #expect(changed.contains { $0.contains("feels -1") } && !said.contains("A comment"), "\(said)")
    #expect(changed.allSatisfy { $0.contains("feels") || $0.contains("/account.journey") }, "\(said)")
  }

  @Test func `merged touchpoints have the answers of both`() throws {
    let folder = try ReaderFolder()
    func people(_ touchpoint: String) throws -> Int? {
      let table = try folder.table("--period 2025-Q4")
      let column = try #require(table.first?.firstIndex(of: "reach_n"))
      return table.first { $0[1] == touchpoint }.flatMap { Int($0[column]) }
    }
    let (call, visit) = (try #require(try people("call")), try #require(try people("visit")))
    try folder.edit(for: "Merge two touchpoints")
    #expect(try people("call") == call + visit)
    #expect(try people("visit") == nil)
  }

  /// The commands of Waymark in a file of continuous integration or of pre-commit.
  private static func commands(in yaml: String) -> [String] {
    yaml.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /^\s*(?:- )?(?:run: |entry: )?(waymark .*)$/).map { String($0.output.1) }
    }
  }

  /// The text of a section; of nil what stands before the first.
  private static func text(of section: String?) throws -> String {
    let page = try String(contentsOf: Golden.root.appending(path: page), encoding: .utf8)
    let parts = page.components(separatedBy: "\n## ")
    return try #require(section.map { name in parts.first { $0.hasPrefix(name + "\n") } } ?? parts.first)
  }
}

/// The README's lines.
@Suite(.enabled(if: ReaderFolder.hasGit, "there is no git")) struct ReadmeLinesTests {
  @Test func `every line of the README that a test does not hold otherwise works when pasted`() throws {
    let folder = try ReaderFolder(journeys: false)
    let all = try DocumentedExample.fenced(in: "README.md")
    let journey = try #require(all.first { $0.kind == "journey" })
    try folder.scratch.write(journey.text, to: "work/coffee/coffee.journey")
    let examples = all.filter { $0.kind == "sh" }
    let pasted = examples.filter { !$0.text.contains("Scripts/setup") && !$0.text.contains("Scripts/test") }
    #expect(pasted.count == examples.count - 2 && pasted.count >= 2)
    for example in pasted {
      // The Debian package is for root; `Tests/Package/run` installs it in a Debian of its own.
      let lines = example.text.split(separator: "\n").filter { !$0.hasPrefix("sudo ") }.joined(separator: "\n")
      let run = try folder.paste(lines)
      #expect(run.status == 0, "\(example): \(run.output)\(run.error)")
    }
    #expect(
      try folder.paste(
        "test -x \"$HOME/.local/bin/waymark\" && test -f out/index.html && test -f coffee-map/coffee.svg"
      ).status == 0)
  }

  @Test func `every command in the table is one, with its options`() throws {
    let text = try String(contentsOf: Golden.root.appending(path: "README.md"), encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| `waymark ") }
    #expect(rows.count == 12)
    let folder = try ReaderFolder(journeys: false)
    for row in rows {
      let name = try #require(row.firstMatch(of: /waymark ([a-z]+)/)?.output.1)
      let help = try folder.paste("waymark \(name) --help")
      #expect(help.status == 0)
      for option in row.matches(of: /--[a-z-]+/) {
        #expect(help.output.contains(option.output), "\(name) \(option.output)")
      }
    }
  }
}
