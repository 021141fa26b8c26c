import Foundation
import Support
import Testing

/// `waymark check --baseline FILE`, `--write-baseline` and `--quiet`.
@Suite struct BaselineTests {
  private let scratch: Scratch
  private static let header = "code,journey,subject,detail,reason\n"

  private static let text = """
    department bar "Bar"
    journey coffee "Coffee" {
      phase inside "Inside" {
        touchpoint order "Orders" owner bar
        touchpoint pay "Pays"
        touchpoint cup "Gets the cup" channel nowhere
      }
      flow {
        order -> pay
      }
    }
    channel till "Till"

    """

  init() throws {
    scratch = try Scratch()
    try write(Self.text)
  }

  private func write(_ text: String) throws { try scratch.write(text, to: "journeys/coffee.journey") }

  private func check(_ arguments: String...) throws -> Run {
    try Run(shell: "waymark check --format short \(arguments.joined(separator: " "))", in: scratch.folder)
  }

  private func change(_ old: String, _ new: String) throws {
    let text = try scratch.text("journeys/coffee.journey")
    try #require(text.contains(old))
    try write(text.replacing(old, with: new))
  }

  private var baseline: [Substring] {
    get throws { try scratch.text("known.csv").split(separator: "\n") }
  }

  private func renew() throws {
    let run = try check("--baseline known.csv --write-baseline")
    try #require(run.status == 0, "\(run.output)\(run.error)")
  }

  @Test func `it is sorted, an entry a line, and lets what it lists pass`() throws {
    #expect(try check().status == 1)
    let run = try check("--baseline known.csv --write-baseline")
    #expect(run.status == 0 && run.output.isEmpty && run.error == "known.csv has 4 findings\n", "\(run.error)")
    #expect(
      try scratch.text("known.csv") == Self.header + """
        missing-owner,coffee,cup,,
        missing-owner,coffee,pay,,
        unknown-channel,coffee,cup,nowhere,
        unreachable-touchpoint,coffee,cup,,

        """)
    let after = try check("--baseline known.csv --strict")
    #expect(after.status == 0 && after.error.hasSuffix("; 4 in the baseline\n"), "\(after.output)\(after.error)")
    try renew()
    #expect(try baseline.count == 5, "written twice it is the same")
  }

  @Test func `only what is new is printed and fails`() throws {
    try renew()
    try change("order -> pay", "order -> pay : \"cash\" share 120%")
    let run = try check("--baseline known.csv")
    #expect(run.status == 1 && run.output.split(separator: "\n").count == 1, "\(run.output)")
    // The same finding at another touchpoint, in place of an old one: counts would hide that.
    try write(
      Self.text.replacing("\"Pays\"", with: "\"Pays\" owner bar").replacing("\"Orders\" owner bar", with: "\"Orders\""))
    let swapped = try check("--baseline known.csv --strict")
    #expect(swapped.status == 1 && swapped.output.contains("\"Orders\" has no owner"), "\(swapped.output)")
  }

  @Test func `it follows lines that move, titles that change and names with was`() throws {
    try renew()
    try change("department bar \"Bar\"\n", "# a comment\n\ndepartment bar \"Bar\"\n")
    try change("\"Gets the cup\"", "\"Takes the cup\"")
    #expect(try check("--baseline known.csv --strict").status == 0)
    try change("touchpoint pay \"Pays\"", "touchpoint till \"Pays\" was pay")
    try change("order -> pay", "order -> till")
    try change("journey coffee \"Coffee\" {", "journey espresso \"Coffee\" {\n  was coffee")
    let run = try check("--baseline known.csv --strict")
    #expect(run.status == 0 && run.error.contains("4 in the baseline"), "\(run.output)\(run.error)")
    try renew()
    #expect(try baseline.contains("missing-owner,espresso,till,,"))
  }

  @Test func `without was a new name is a new finding`() throws {
    try renew()
    try change("touchpoint pay \"Pays\"", "touchpoint till \"Pays\"")
    try change("order -> pay", "order -> till")
    let run = try check("--baseline known.csv --strict")
    #expect(run.status == 1 && run.output.contains("\"Pays\" has no owner"), "\(run.output)")
  }

  @Test func `an entry without its finding fails, at its line, until it is deleted`() throws {
    try renew()
    try change("touchpoint pay \"Pays\"", "touchpoint pay \"Pays\" owner bar")
    let run = try check("--baseline known.csv")
    #expect(run.status == 1 && run.output.hasPrefix("known.csv:3:1: error[stale-baseline]:"), "\(run.output)")
    try scratch.write(
      try scratch.text("known.csv").replacing("missing-owner,coffee,pay,,\n", with: ""), to: "known.csv")
    #expect(try check("--baseline known.csv").status == 0)
  }

  @Test func `reasons are kept, and so are texts with commas, quotes and formulas`() throws {
    try change("channel nowhere", "channel \"=1+1, or \\\"so\\\"\"")
    try renew()
    let lines = try baseline
    try #require(lines[3].hasPrefix("unknown-channel"))
    let reasoned =
      Self.header
      + lines.dropFirst().map {
        "\($0)we know, since May\n".replacing(",we know, since May", with: ",\"we know, since May\"")
      }.joined()
    try scratch.write(reasoned, to: "known.csv")
    #expect(try check("--baseline known.csv").status == 0)
    try renew()
    #expect(try scratch.text("known.csv") == reasoned)
  }

  @Test func `a file named alone is judged by the whole workspace`() throws {
    try scratch.write(
      "journey tea \"Tea\" {\n  phase a \"A\" {\n    touchpoint sip \"Sips\"\n  }\n}\n", to: "journeys/tea.journey")
    try renew()
    let run = try check("journeys/tea.journey --baseline known.csv --strict")
    #expect(run.status == 0, "\(run.output)\(run.error)")
  }

  @Test(arguments: [
    ("--baseline none.csv", "there is no baseline \"none.csv\""),
    ("--baseline journeys/coffee.journey", "is no baseline"),
    ("--write-baseline", "--write-baseline needs a file"), ("--baseline known.csv --fix", "one after the other"),
    ("--baseline no/such/folder.csv --write-baseline", "does not exist"),
  ])
  func `what cannot be done says so`(arguments: String, words: String) throws {
    let run = try check(arguments)
    #expect(run.status == 2 || run.status == 64)
    #expect(run.error.contains(words) && run.output.isEmpty, "\(run.error)")
  }

  @Test func `quiet prints what fails and nothing else`() throws {
    let loud = try check()
    let quiet = try check("--quiet")
    #expect(quiet.status == 1 && quiet.output.split(separator: "\n").count == 1, "\(quiet.output)")
    #expect(loud.output.split(separator: "\n").count > 1)
    let strict = try check("--quiet --strict")
    #expect(strict.status == 1 && !strict.output.contains("note["), "\(strict.output)")
    try change(" channel nowhere", "")
    let clean = try check("--quiet")
    #expect(clean.status == 0 && clean.output.isEmpty && clean.error.isEmpty, "\(clean.output)\(clean.error)")
  }
}
