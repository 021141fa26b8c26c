import JourneyMetrics
import JourneyModel
import JourneySource
import Testing

@testable import JourneyKit

/// What was renamed or moved, and the tallies that still say the name of before: each finding says how they come together.
@Suite struct RenamedTests {
  private static func journey(_ name: String, _ touchpoints: String...) -> String {
    let lines = touchpoints.map { "    touchpoint \($0) \"\($0)\" owner it\n" }.joined()
    return "journey \(name) \"\(name)\" {\n  phase p \"P\" {\n\(lines)  }\n}\n"
  }

  private static func rows(_ places: String...) -> String {
    Tally.header + "\n" + places.map { "\($0),csat,1..5,2026-Q3,,survey,5,20,,\n" }.joined()
  }

  private func findings(_ journeys: String, _ tally: String) -> [Diagnostic] {
    Waymark.check(WorkspaceFiles([("all.journey", journeys), ("survey.tally.csv", tally)])).withoutNotes.diagnostics
  }

  @Test func `a journey that was renamed is one finding with its new name`() {
    let tally = Self.rows("account,a", "account,b", "account,c", "account,")
    let found = findings(Self.journey("open-account", "a", "b", "c") + Self.journey("claims", "a"), tally)
    #expect(
      found.map(\.message) == [
        "no journey is named \"account\", but the tallies have answers about 3 of its touchpoints"
      ])
    #expect(
      found.map(\.help) == [
        "was it renamed? Write in the journey \"open-account\": was account"
      ])
    let renamed = Self.journey("open-account", "a", "b", "c").replacing("  phase", with: "  was account\n  phase")
    #expect(findings(renamed, tally).isEmpty)
  }

  @Test(
    arguments: [
      ("acount,x", "did you mean \"account\"? If it was renamed, write in the journey: was acount"),
      ("other,x", "if it was renamed, write in the journey: was other"),
      ("account,counter", "if it was renamed, write in the touchpoint: was counter"),
      ("account,vist", "did you mean \"visit\"? If it was renamed, write in the touchpoint: was vist"),
      (
        "account,branch",
        "was it moved to \"complaint\"? Write in the touchpoint there: was account/branch"
      ),
    ])
  func `a name in a tally that nothing has is answered with what to replace`(place: String, help: String) {
    let journeys = Self.journey("account", "visit") + Self.journey("complaint", "branch")
    #expect(findings(journeys, Self.rows(place)).map(\.help) == [help])
  }

  @Test func `a touchpoint of several other journeys is not said to be moved`() {
    let journeys = Self.journey("account", "visit") + Self.journey("x", "branch") + Self.journey("y", "branch")
    #expect(
      findings(journeys, Self.rows("account,branch")).map(\.help) == [
        "if it was renamed, write in the touchpoint: was branch"
      ])
  }

  @Test func `an earlier name that is the name of today is not taken by itself`() {
    let text = Self.journey("complaint", "visit").replacing("owner it", with: "owner it was visit")
    let found = findings(text, Tally.header + "\n")
    #expect(found.map(\.message) == ["\"visit\" is the present name of \"visit\", not an earlier one"])
    #expect(found.first?.help?.hasPrefix("delete \"was visit\"") == true)
    let two = Self.journey("complaint", "visit", "b").replacing("\"b\" owner it", with: "\"b\" owner it was visit")
    #expect(findings(two, Tally.header + "\n").first?.message == "\"b\" was \"visit\", but so is \"visit\"")
  }

  @Test func `a touchpoint that came from another journey has its answers from there`() throws {
    let text =
      Self.journey("account", "visit")
      + Self.journey("complaint", "branch").replacing("owner it", with: "owner it was account/branch, desk")
    let tally = Self.rows("account,branch", "complaint,desk")
    #expect(findings(text, tally).isEmpty)
    let analysis = JourneyAnalysis(WorkspaceFiles([("all.journey", text), ("survey.tally.csv", tally)]))
    let answered = analysis.annotated.value.journeys.flatMap { $0.touchpoints.map(\.[.csat].n) }
    #expect(answered == [0, 40])
    // A touchpoint that is there now has its own answers.
    let both =
      Self.journey("account", "branch")
      + Self.journey("complaint", "b").replacing("owner it", with: "owner it was account/branch")
    let kept = JourneyAnalysis(
      WorkspaceFiles([("all.journey", both), ("survey.tally.csv", Self.rows("account,branch"))]))
    #expect(kept.annotated.value.journeys.flatMap { $0.touchpoints.map(\.[.csat].n) } == [20, 0])
  }

  @Test func `a feedback that was renamed and counted again counts once`() throws {
    let journeys =
      Self.journey("account", "visit")
      + "segment young \"Young\" { was junior, teen }\n"
      + "feedback after \"After\" {\n  was survey\n  file \"x.csv\"\n  period 2026\n  answer csat \"A\" of account/visit scale 1..5\n}\n"
    func n(_ tallies: [(path: String, text: String)], segment: String? = nil) -> Int? {
      let files = WorkspaceFiles([("all.journey", journeys)] + tallies)
      let found = Waymark.check(files).withoutNotes.diagnostics.filter { $0.rule.code.hasPrefix("tally") }
      #expect(found.isEmpty, "\(found.map(\.message))")
      return JourneyAnalysis(files, segment: segment).annotated.value.journeys[0].touchpoints[0][.csat].n
    }
    let old = Self.rows("account,visit")
    let new = old.replacing(",survey,", with: ",after,").replacing(",20,,", with: ",30,,")
    #expect(n([("survey.tally.csv", old)]) == 20)
    #expect(n([("survey.tally.csv", old), ("after.tally.csv", new)]) == 30)
    // Another period stays, and one within a counted one does not.
    #expect(n([("survey.tally.csv", old.replacing("2026-Q3", with: "2026-Q2")), ("after.tally.csv", new)]) == 30)
    #expect(n([("survey.tally.csv", old.replacing("2026-Q3", with: "2026-07")), ("after.tally.csv", new)]) == 30)
    let apart = old.replacing(",,survey,5,20", with: ",junior,survey,5,20")
    let other = Tally.header + "\n" + "account,visit,csat,1..5,2026-Q3,teen,survey,5,25,,\n"
    #expect(n([("survey.tally.csv", apart), ("more.tally.csv", other)], segment: "young") == 45)
    #expect(n([("survey.tally.csv", apart), ("more.tally.csv", other)], segment: "teen") == 45)
  }

  @Test(arguments: ["department", "channel", "segment"])
  func `an earlier name leads to the present one wherever it is written`(kind: String) {
    let uses = ["department": "owner old", "channel": "channel old", "segment": "segment old"]
    let text =
      "\(kind) new \"New\" {\n  was old\n}\n"
      + "journey a \"A\" {\n  phase p \"P\" {\n    touchpoint t \"T\" {\n      \(uses[kind] ?? "")\n    }\n  }\n}\n"
    let found = Waymark.check(WorkspaceFiles([("a.journey", text)])).withoutNotes.diagnostics
    #expect(
      found.filter { $0.rule.code != "missing-owner" && $0.rule.code != "no-owners" }.isEmpty, "\(found.map(\.message))"
    )
    let twice = text.replacing("was old\n}\n", with: "was old\n}\n\(kind) other \"Other\" {\n  was old, new\n}\n")
    let taken = Waymark.check(WorkspaceFiles([("a.journey", twice)])).withoutNotes.diagnostics
    #expect(
      taken.filter { $0.rule.code == "earlier-name-taken" }.map(\.message) == [
        "\"Other\" was \"old\", but so was \"New\"", "\"Other\" was \"new\", but so is \"New\"",
      ])
  }

  @Test func `a journey and a phase are found by earlier names in feedback and tallies`() {
    let text =
      "journey a \"A\" {\n  was b\n  phase p \"P\" {\n    was q\n    touchpoint t \"T\" owner it\n    touchpoint u \"U\" owner it\n  }\n}\n"
      + "feedback survey \"S\" {\n  file \"x.csv\"\n  period 2026-Q3\n  answer csat \"A\" of b/q scale 1..5\n}\n"
    #expect(findings(text, Self.rows("b,q")).isEmpty, "\(findings(text, Self.rows("b,q")).map(\.message))")
  }

  @Test func `a row that repeats another names it`() throws {
    let tally = Self.rows("account,visit", "account,other", "account,visit")
    let found = findings(Self.journey("account", "visit", "other"), tally)
    let repeated = try #require(found.first { $0.rule.code == "tally-repeated-row" })
    let other = try #require(repeated.related.first?.span)
    #expect(Array(tally.utf8)[other.range].elementsEqual("account,visit,csat,1..5,2026-Q3,,survey,5,20,,".utf8))
    #expect(repeated.help?.hasPrefix("keep one of the two") == true)
  }

  @Test(arguments: [(3, nil), (4, nil), (5, 1), (9, 5)])
  func `a name that is unknown in many places says in how many`(places: Int, more: Int?) {
    let lines = (1...places).map { "    touchpoint t\($0) \"T\($0)\" channel wbe owner it\n" }.joined()
    let text = "channel web \"Web\"\njourney a \"A\" {\n  phase p \"P\" {\n\(lines)  }\n}\n"
    let related = findings(text, Tally.header + "\n").first { $0.rule.code == "unknown-channel" }?.related.map(
      \.message)
    #expect(related?.count == min(places, 4) - 1)
    #expect(related?.last == (more.map { "also here, and \($0) more" } ?? "also here"))
  }

  @Test(
    arguments: [
      ("exit", "flow"), ("entry", "flow"), ("arrow", "flow"), ("branch", "flow"), ("loop", "flow"), ("->", "flow"),
      ("goto", "flow"), ("gives-up", "flow"), ("zendesk", "feedback"), ("qualtrics", "feedback"),
      ("survey", "feedback"),
      ("ignored", "feedback"), ("ces", "effort"), ("stage", "phase"), ("team", "department"), ("emotion", "feels"),
    ])
  func `a word that people look up leads to the page that tells of it`(word: String, page: String) throws {
    let found = try Waymark.explain(word)
    #expect(
      found.code == page && found.page.hasPrefix("\"\(word)\" is explained under \"\(page)\".\n\n# \(page)\n"),
      "\(found.page)")
  }

  @Test(arguments: ["workshop", "ballot", "votes", "poster"])
  func `what a workshop needs is looked up in the help of review`(word: String) {
    let refusal = #expect(throws: WaymarkError.self) { try Waymark.explain(word) }
    #expect(refusal?.help?.contains("waymark review --help") == true)
  }

  @Test(arguments: ["aside", "share", "label", "exit \"gives up\"", ": \"gives up\"", "entry \"A friend's link\""])
  func `the page of the flow tells of everything in it`(part: String) throws {
    #expect(try Waymark.explain("flow").page.contains(part))
  }

  @Test func `where a persona's own words appear is said on its page`() throws {
    #expect(try Waymark.explain("persona").page.contains("waymark review --persona"))
  }
}
