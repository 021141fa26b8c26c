import JourneySource
import Testing

@testable import JourneyKit

/// What people typed who had never seen the language. Each is answered with a line that works when it is pasted: these
/// tests paste it, and expect no error.
@Suite struct NewcomerTests {
  private static func journey(in touchpoint: String = "", in phase: String = "", in journey: String = "") -> String {
    """
    persona anna "Anna"
    persona tom "Tom"
    segment young "Young"
    journey coffee "Buying a coffee" {
      goal loyal "They come back" {
        kpi nps
        target >= 40
        by 2027
      }
      \(journey)
      phase order "Order" {
        touchpoint queue "Queues" owner shop {
          \(touchpoint)
        }
        touchpoint pay "Pays" owner shop
        \(phase)
      }
    }

    """
  }

  private func findings(_ text: String) -> Findings {
    Waymark.check(WorkspaceFiles([("coffee.journey", text)])).withoutNotes
  }

  /// The line to type, which stands behind "write: " or "write … : ".
  private func line(_ findings: Findings, _ comment: String) throws -> String {
    let help = try #require(findings.diagnostics.first?.help, "\(comment)")
    let start = try #require(help.firstRange(of: "write"), "\(help)").upperBound
    let rest = help[start...]
    let line = rest[(rest.firstRange(of: ": ")?.upperBound ?? rest.startIndex)...]
    return String(line.prefix(while: { $0 != "(" }))
  }

  @Test(
    arguments: [
      "branch pay", "branch \"no milk\"", "loop queue", "loop", "next pay", "next", "goto pay", "then pay",
      "then \"Pays\"",
      "leads-to pay", "back pay", "decision \"Is it open?\"", "if closed", "end", "exit \"Gone\"", "exit",
      "drop-off 20%", "drop-off", "start", "entry", "Next pay",
    ], ["touchpoint", "line", "phase", "journey"])
  func `a word that says where customers go is answered with a flow`(words: String, place: String) throws {
    let text =
      switch place {
      case "touchpoint": Self.journey(in: words)
      case "line": Self.journey(in: "", in: "touchpoint leave \"Leaves\" owner shop \(words)")
      case "phase": Self.journey(in: "", in: words)
      default: Self.journey(in: "", in: "", in: words)
      }
    let found = findings(text)
    try #require(found.errors == 1, "\(found.printed(as: .text))")
    let flow = try line(found, words)
    let knowsTouchpoint = place != "journey"
    #expect(flow.hasPrefix("flow { as-written") && flow.contains("->") == knowsTouchpoint, "\(flow)")
    let fixed = text.replacing(words, with: "").replacing(/\n  \}\n\}\n$/, with: "\n  }\n  \(flow)\n}\n")
    #expect(fixed != text && fixed.contains("flow {"))
    #expect(findings(fixed).errors == 0, "\(fixed)\n\(findings(fixed).printed(as: .text))")
  }

  @Test(
    arguments: [
      ("feels 0 anna", "feels 0 persona anna"), ("feels anna 0", "feels 0 persona anna"),
      ("feels tom -2", "feels -2 persona tom"), ("persona anna feels 0", "feels 0 persona anna"),
      ("persona anna, tom feels -1 \"Slow\"", "feels -1 \"Slow\" persona anna, tom"),
      ("segment young thinks \"Why?\"", "thinks \"Why?\" segment young"),
      ("persona tom pain \"Slow\" evidence survey", "pain \"Slow\" evidence survey persona tom"),
      ("feels happy", "feels 1"), ("feels :(", "feels -1"), ("feels \"angry\"", "feels -2"), ("feels 😡", "feels -2"),
      ("feels :-|", "feels 0"), ("feels Delighted", "feels 2"), ("feels: sad", "feels -1"),
      ("volume 12.500", "volume 12500"),
    ])
  func `a feeling or a name in another form is answered with the line to write`(written: String, meant: String) throws {
    let found = findings(Self.journey(in: written))
    #expect(found.errors > 0 && found.errors <= 2, "\(found.printed(as: .text))")
    let helps = found.diagnostics.compactMap(\.help)
    #expect(helps.contains { $0.contains(meant) }, "\(helps)")
    let fixed = findings(Self.journey(in: meant))
    #expect(fixed.errors == 0 && fixed.warnings == 0, "\(fixed.printed(as: .text))")
  }

  @Test func `a persona for whom something is felt is named by persona`() {
    let found = findings(Self.journey(in: "feels 1 for anna"))
    #expect(found.diagnostics.map(\.help) == ["did you mean \"persona\"?"])
  }

  @Test func `feelings of the same people are one too many, of others they are not`() {
    func codes(_ lines: String) -> [String] { findings(Self.journey(in: lines)).diagnostics.map(\.rule.code) }
    #expect(codes("feels 1\nfeels 0") == ["repeated-feeling"])
    #expect(codes("feels 1 persona anna, tom\nfeels 0 persona tom, anna") == ["repeated-feeling"])
    #expect(codes("feels 1 persona anna\nfeels 0 persona tom\nfeels -1 segment young\nfeels 2") == [])
  }

  @Test(
    arguments: [
      ("to-be", "future"), ("as-is", "current"), ("target", "future"), ("Planned", "future"), ("today", "current"),
    ])
  func `states of other tools are understood`(written: String, meant: String) {
    let found = findings(Self.journey(in: "", in: "", in: "state \(written)"))
    #expect(found.diagnostics.map(\.help) == ["did you mean \"\(meant)\"?"])
  }

  @Test func `all words of a place can be found`() throws {
    let found = findings(Self.journey(in: "blah 3"))
    let help = try #require(found.diagnostics.first?.help)
    #expect(found.diagnostics.first?.message == "unknown word \"blah\" in a touchpoint")
    #expect(help.hasSuffix("more: waymark explain touchpoint"), "\(help)")
    let page = try Waymark.explain("touchpoint").page
    for word in ["channel", "link", "repeats", "opens", "volume"] { #expect(page.contains("    \(word) "), "\(word)") }
  }

  @Test(arguments: Waymark.words)
  func `each word of the language has a page with a form and an example`(word: String) throws {
    let page = try Waymark.explain(word).page
    #expect(page.hasPrefix("# \(word)\n"))
    #expect(page.split(separator: "\n").filter { $0.hasPrefix("    ") }.count >= 2, "\(page)")
    #expect(page.contains("    \(word)") || page.contains(" \(word) "), "\(page)")
  }

  @Test func `what explain knows is found by likeness, and by any case`() throws {
    #expect(try Waymark.explain("Feels").code == "feels")
    let refusal = #expect(throws: WaymarkError.self) { try Waymark.explain("feedbak") }
    #expect(refusal?.help == "did you mean \"feedback\"?")
  }

  @Test(
    arguments: [
      ("YAML", "title: My journey\nphases:\n  - name: Order\n"), ("YAML", "---\njourney: coffee\n"),
      ("YAML", "# a comment\nname: x\nchannels:\n"), ("Markdown", "# Journey\n\n- first\n- second\n"),
      ("Markdown", "```\ntext\n```\n"), ("Markdown", "| Phase | Touchpoint |\n|---|---|\n"),
      ("Mermaid", "journey\n    title My day\n    section Work\n      Tea: 5: Me\n"),
      ("Mermaid", "```mermaid\njourney\n title x\n```\n"), ("Mermaid", "graph TD\n  A --> B\n"),
      ("JSON", "{\"journey\": {\"name\": \"x\"}}\n"), ("JSON", "[\n  {\"a\": 1}\n]\n"), ("JSON", "{\n  \"a\": 1\n}"),
      ("XML or HTML", "<?xml version=\"1.0\"?>\n<map/>\n"), ("PlantUML", "@startuml\nA -> B\n@enduml\n"),
      ("Graphviz", "digraph { a -> b }\n"),
    ])
  func `a file in another language is one finding that says so`(language: String, text: String) {
    let found = findings(text)
    #expect(found.diagnostics.map(\.rule.code) == ["foreign-file"], "\(found.printed(as: .text))")
    #expect(found.diagnostics.first?.message.contains("written in \(language),") == true)
  }

  @Test(arguments: [
    "journey: coffee \"Coffee\" {}\n", "journey\n", "{\n}\n", "title x\n", "# only a comment\n", "[x]\n", "",
  ])
  func `a broken journey file is not taken for another language`(text: String) {
    #expect(!findings(text).diagnostics.contains { $0.rule.code == "foreign-file" })
  }

  @Test func `many touchpoints that the flow never reaches are one finding`() {
    let more = (1...4).map { "touchpoint t\($0) \"T\($0)\" owner shop" }.joined(separator: "\n")
    let text = Self.journey(in: "", in: more).replacing(/\n  \}\n\}\n$/, with: "\n  }\n  flow { queue -> pay }\n}\n")
    let found = findings(text)
    #expect(found.diagnostics.map(\.message) == ["the flow never reaches 4 touchpoints"])
    #expect(found.diagnostics.first?.help?.contains("as-written") == true)
    #expect(findings(text.replacing("flow {", with: "flow { as-written")).diagnostics.isEmpty)
  }

  @Test func `a touchpoint of several journeys is told with all of them, current ones first`() {
    func journey(_ name: String, _ state: String) -> String {
      "journey \(name) \"\(name)\" {\n  \(state)\n  phase p \"P\" {\n    touchpoint call \"Calls\" owner o\n  }\n}\n"
    }
    let text =
      journey("new-support", "state future") + journey("support", "") + journey("sales", "state current")
      + "feedback f \"F\" {\n  file \"x.csv\"\n  period 2026\n  answer csat \"Q\" of call scale 1..5\n}\n"
    #expect(findings(text).diagnostics.map(\.help) == ["write support/call or sales/call or new-support/call"])
  }

  @Test(
    arguments: [
      ("coffee/loyal", [String]()), ("loyal", []), ("tea/loyal", ["unknown-journey"]),
      ("coffee/nothing", ["unknown-goal"]),
    ])
  func `an action may name the journey of its goal`(goal: String, codes: [String]) {
    let action =
      "action tills \"More tills\" {\n  for coffee/queue\n  owner shop\n  goal \(goal)\n  due 2026-12-31\n}\n"
    #expect(findings(Self.journey() + action).diagnostics.map(\.rule.code) == codes)
  }

  @Test func `a scale that starts with its highest number goes from the worst to the best`() throws {
    func feedback(_ scale: String) -> String {
      Self.journey()
        + "feedback f \"F\" {\n  file \"x.csv\"\n  period 2026\n  answer csat \"Q\" of coffee/queue \(scale)\n}\n"
    }
    #expect(findings(feedback("scale 6..1")).diagnostics.isEmpty)
    #expect(findings(feedback("scale 6..1 good 1..3")).diagnostics.isEmpty)
    #expect(findings(feedback("scale 6..1 good 4..6")).diagnostics.map(\.rule.code) == ["bad-good"])
    #expect(findings(feedback("scale 6..6")).diagnostics.map(\.rule.code) == ["bad-scale"])
  }

  @Test func `two cells without a comma are answered with the comma`() {
    let text =
      Self.journey()
      + "feedback f \"F\" {\n  file \"x.csv\"\n  period 2026\n  answer csat \"Q\" of coffee/queue scale 1..5 blank 0 \"BLANK\"\n}\n"
    #expect(findings(text).diagnostics.map(\.help) == ["write a comma: , \"BLANK\""])
    #expect(findings(text.replacing("0 \"", with: "0, \"")).errors == 0)
  }

  @Test(
    arguments: [
      "feedback f \"F\" {\n    file \"a.csv\"\n    date \"D\"\n    answer csat \"Q\" of coffee/queue scale 1..5\n  }",
      "persona \"Zoe\" {\n    need \"x\"\n  }", "persona zoe \"Zoe\"", "segment old \"Old\"",
      "department shop \"Shop\"", "channel web \"Web\"", "kpi sales \"Sales\" {\n    unit money\n  }",
      "journey tea \"Tea\" {\n    phase p \"P\" { }\n  }", "workspace \"W\" {\n    language en\n  }",
    ])
  func `a block in a journey that belongs to the file is one finding`(block: String) {
    let found = findings(Self.journey(in: "", in: "", in: block))
    #expect(found.diagnostics.map(\.rule.code) == ["misplaced-word"], "\(found.printed(as: .text))")
    #expect(found.diagnostics.first?.help?.contains("top level of a file") == true || block.hasPrefix("persona"))
  }
}
