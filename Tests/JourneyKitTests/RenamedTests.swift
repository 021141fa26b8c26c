import JourneyMetrics
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
        "was it renamed? Replace \"account,\" with \"open-account,\" at the start of the lines of the tallies"
      ])
    #expect(
      findings(Self.journey("open-account", "a", "b", "c"), tally.replacing("\naccount,", with: "\nopen-account,"))
        .isEmpty)
  }

  @Test(
    arguments: [
      ("acount,x", "did you mean \"account\"? If it was renamed, replace \"acount,\" at the start of the lines"),
      ("other,x", "if it was renamed, replace \"other,\" with its new name at the start of the lines"),
      ("account,counter", "if it was renamed, write in the touchpoint: was counter"),
      ("account,vist", "did you mean \"visit\"? If it was renamed, write in the touchpoint: was vist"),
      (
        "account,branch",
        "was it moved to \"complaint\"? Replace \"account,branch,\" with \"complaint,branch,\" in the tally"
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

  @Test func `an earlier name of a journey is answered with what to replace`() {
    let text = Self.journey("open-account", "a").replacing("  phase", with: "  was account\n  phase")
    let help = findings(text, Tally.header + "\n").map(\.help)
    #expect(
      help == ["leave it out, and replace \"account,\" with \"open-account,\" at the start of the lines of the tallies"]
    )
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
