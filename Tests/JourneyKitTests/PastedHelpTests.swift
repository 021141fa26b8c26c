import JourneySource
import Testing

@testable import JourneyKit

/// What two designers typed who guessed the language: each help holds the whole line, nothing they wrote is lost in it, and
/// it works when it is pasted in place of theirs.
@Suite struct PastedHelpTests {
  private static func workspace(_ touchpoint: String, flow: String = "", persona: String = "") -> String {
    """
    persona lena "Lena" {
      \(persona)
    }
    persona tom "Tom"
    segment young "Young"
    journey moving "Moving house" {
      phase apply "Apply" {
        touchpoint online "Applies online" {
          \(touchpoint)
        }
        touchpoint book "Books a visit"
        touchpoint visit "Visits"
      }
      \(flow)
    }

    """
  }

  private func findings(_ text: String) -> Findings {
    Waymark.check(WorkspaceFiles([("moving.journey", text)])).withoutNotes
  }

  /// The one finding's line to type: what stands behind "write: ", without a remark in parentheses.
  private func line(_ findings: Findings) throws -> String {
    try #require(findings.diagnostics.count == 1, "\(findings.printed(as: .text))")
    let help = try #require(findings.diagnostics.first?.help)
    let start = try #require(help.firstRange(of: "write: ") ?? help.firstRange(of: ": "), "\(help)").upperBound
    return String(help[start...].split(separator: " (", maxSplits: 1)[0])
  }

  @Test(
    arguments: [
      ("feels lena -1 \"Two weeks?\"", "feels -1 \"Two weeks?\" persona lena"),
      ("feels -1 persona lena \"Two weeks?\"", "feels -1 \"Two weeks?\" persona lena"),
      ("feels lena: +2 \"Easy\"", "feels +2 \"Easy\" persona lena"),
      ("feels l -1", "feels -1 persona l"),
      ("feels lena, tom -1 \"Both\"", "feels -1 \"Both\" persona lena, tom"),
      ("feels persona lena -1 \"Why?\"", "feels -1 \"Why?\" persona lena"),
      ("feels segment young +1", "feels +1 segment young"),
      ("feels 0 lena \"Well\"", "feels 0 \"Well\" persona lena"),
      ("feels -2 persona lena segment young \"No\"", "feels -2 \"No\" persona lena segment young"),
      ("thinks persona lena \"Why?\"", "thinks \"Why?\" persona lena"),
      ("need segment young \"To know\"", "need \"To know\" segment young"),
      ("pain persona lena, tom \"Slow\" evidence survey", "pain \"Slow\" persona lena, tom evidence survey"),
      ("voice customer persona lena \"Nobody called\"", "voice customer \"Nobody called\" persona lena"),
      ("quote \"Nobody called\"", "voice customer \"Nobody called\""), ("goal \"A date\"", "need \"A date\""),
    ])
  func `values in another order are answered with the whole line`(written: String, meant: String) throws {
    #expect(try line(findings(Self.workspace(written))) == meant)
    #expect(findings(Self.workspace(meant)).errors == (meant.hasSuffix("persona l") ? 1 : 0))
  }

  @Test func `a late text on the line of a touchpoint is written in its braces`() throws {
    let text = Self.workspace("").replacing(
      "touchpoint visit \"Visits\"", with: "touchpoint visit \"Visits\" feels -1 persona lena \"Late\"")
    let found = findings(text)
    #expect(
      found.diagnostics.map(\.help) == ["write on a line of its own, in the braces: feels -1 \"Late\" persona lena"])
  }

  @Test func `feelings in a wrong order are not said twice, too; those said twice get a name that is there`() {
    let found = findings(Self.workspace("feels lena -1 \"a\"\nfeels tom: 2\nfeels -1 persona lena \"b\""))
    #expect(found.diagnostics.map(\.rule.code) == ["wrong-argument", "wrong-argument", "wrong-argument"])
    let twice = findings(Self.workspace("feels 1 persona lena\nfeels 0\nfeels +2"))
    #expect(twice.diagnostics.map(\.help) == ["keep one, or say who feels it: feels +2 persona tom"])
  }

  @Test(
    arguments: [
      ("branch \"None free\" to book", "online -> book : \"None free\""),
      ("if \"free\" -> book", "online -> book : \"free\""),
      ("if free then book", "online -> book : \"free\""), ("next book \"None free\"", "online -> book : \"None free\""),
      ("next \"Books a visit\"", "online -> \"Books a visit\""),
      ("branch book, visit", "online -> book online -> visit"),
      ("exit \"gives up\" 12%", "online -> exit \"gives up\" share 12%"),
      ("dropout 12% \"too slow\"", "online -> exit \"too slow\" share 12%"),
      ("gives-up 5%", "online -> exit \"gives up\" share 5%"), ("abandon 4%", "online -> exit \"gives up\" share 4%"),
      ("goto book share 40% wait 2d persona lena, tom", "online -> book share 40% wait 2d persona lena, tom"),
      ("back book 2d", "online -> book : \"back\" wait 2d"), ("branch \"None free\"", "online -> exit : \"None free\""),
    ])
  func `a way on keeps its label, its share and where it leads`(written: String, meant: String) throws {
    for flow in ["", "flow {\n    as-written\n  }"] {
      let found = findings(Self.workspace(written, flow: flow))
      let line = try line(found)
      let help = try #require(found.diagnostics.first?.help)
      #expect(help.hasPrefix(flow.isEmpty ? "write in the journey, below its phases: flow {" : "write in the flow of"))
      #expect(line == (flow.isEmpty ? "flow { as-written \(meant) }" : meant))
      let pasted = flow.isEmpty ? line : flow.replacing("as-written", with: "as-written\n    \(line)")
      #expect(findings(Self.workspace("", flow: pasted)).errors == 0, "\(pasted)")
    }
  }

  @Test func `several ways on are told as lines of one flow`() throws {
    let found = findings(Self.workspace("next visit\nbranch \"None free\" to book\nexit \"gives up\" 7%\nloop"))
    let helps = found.diagnostics.compactMap(\.help)
    try #require(helps.count == 4)
    #expect(helps.filter { $0.contains("as-written") }.count == 1)
    let lines = helps.dropFirst().map { $0.split(separator: ": ", maxSplits: 1)[1] }
    let flow = "flow {\n    as-written\n    online -> visit\n    \(lines.joined(separator: "\n    "))\n  }"
    #expect(findings(Self.workspace("", flow: flow)).diagnostics.isEmpty, "\(flow)")
  }

  @Test(
    arguments: [
      ("online -> book : \"fine\" 80%", "write: share 80%"), ("online -> book 80%", "write: share 80%"),
      ("online -> exit \"no\" 2d", "write: wait 2d"), ("online -> book share 5% 2d..3d", nil),
      ("online -->|yes| book", "write: online -> book : \"yes\""),
      ("online ->| \"no\" | \"Visits\"", "write: online -> \"Visits\" : \"no\""),
      ("online -> \"gives up\"", "do customers leave there? write: exit \"gives up\""),
      ("online -> drop", "do customers leave there? write: exit \"drop\""),
      ("online -> gives-up", "do customers leave there? write: exit \"gives up\""),
      (
        "online -> counter",
        "there are \"online\", \"book\", \"visit\"; was it renamed? write in the touchpoint: was counter"
      ),
    ])
  func `an arrow of another tool is answered with one of ours`(written: String, help: String?) {
    let found = findings(Self.workspace("", flow: "flow {\n    as-written\n    \(written)\n  }"))
    #expect(found.diagnostics.count == 1, "\(found.printed(as: .text))")
    if let help { #expect(found.diagnostics.map(\.help) == [help]) }
  }

  @Test(
    arguments: [
      ("owner it \"Digital office\"", "department it \"Digital office\"", "owner it"),
      ("with it \"Digital office\"", "department it \"Digital office\"", "with it"),
      ("channel web \"Web\"", "channel web \"Web\"", "channel web"),
      ("segment old \"Old\"", "segment old \"Old\"", "segment old"),
    ])
  func `a title that stands elsewhere is answered with its declaration`(written: String, top: String, here: String) {
    let found = findings(Self.workspace(written))
    #expect(found.diagnostics.count == 1, "\(found.printed(as: .text))")
    #expect(found.diagnostics.first?.help?.contains(": \(top); write here only: \(here)") == true)
    #expect(findings(Self.workspace(here) + top + "\n").errors == 0)
  }

  @Test func `a department at the top level is not called its owner`() throws {
    let text = "owner it \"Digital office\"\n"
    #expect(try line(findings(text)) == "department it \"Digital office\"")
  }

  @Test(arguments: ["need", "quote"], ["goal", "pain", "voice", "thinks"])
  func `what a persona needs and says has a word`(word: String, written: String) throws {
    let isNeed = ["goal", "pain"].contains(written)
    guard (word == "need") == isNeed else { return }
    let help = try line(findings(Self.workspace("", persona: "\(written) \"A date\"")))
    #expect(help == "\(word) \"A date\"")
  }

  @Test(arguments: ["future", "to-be", "version", "planned"])
  func `a planned version inside of a journey is one finding`(word: String) throws {
    let block = "\(word) \"2027: one visit\" {\n  phase p \"P\" {\n    touchpoint t \"T\"\n  }\n}"
    let found = findings(Self.workspace("", flow: block))
    let line = try line(found)
    #expect(
      line.hasPrefix("write at the top")
        || line.hasPrefix("journey moving-2027 \"2027: one visit\" { future-of moving }"))
    let journey = "journey moving-2027 \"2027: one visit\" { future-of moving }\n"
    #expect(findings(Self.workspace("") + journey).errors == 0)
  }

  @Test func `an action for something unknown speaks of touchpoints`() {
    let action = "action q \"Q\" {\n  for search\n  owner it\n  due 2026-12-31\n}\n"
    let message = findings(Self.workspace("") + action).diagnostics.first { $0.severity == .error }?.message
    #expect(message == "no journey or touchpoint is named \"search\"")
    let near = findings(Self.workspace("") + action.replacing("search", with: "bock")).diagnostics
    #expect(near.first { $0.severity == .error }?.help == "did you mean \"book\"?")
    let old = Self.workspace("was counter") + action.replacing("search", with: "counter")
    #expect(findings(old).diagnostics.first { $0.severity == .error }?.help == "it is called moving/online now")
  }
}
