import JourneyModel
import JourneySource
import JourneySyntax
import Support
import Testing

@Suite struct OccurrenceTests {
  /// `KIND declaration|reference|earlier FILE:TEXT`, in the order of the files; journeys' own things as `KIND@JOURNEY.INDEX`.
  private static func list(_ files: String...) -> [String] {
    let bytes = files.map { Array($0.utf8) }
    let trees = bytes.enumerated().map { parse($1, file: FileID($0)).value }
    return resolveWithOccurrences(trees).occurrences.map { occurrence in
      let symbol = occurrence.symbol
      let place = symbol.journey.map { "@\($0)" } ?? ""
      let role =
        switch occurrence.role {
        case .declaration: "declared"
        case .reference: "used"
        case .earlierName: "was"
        }
      let text = String(decoding: bytes[Int(occurrence.span.file.index)][occurrence.span.range], as: UTF8.self)
      return "\(symbol.kind.noun)\(place).\(symbol.index) \(role) \(text)\(occurrence.isTitle ? " (title)" : "")"
    }
  }

  @Test func `each half of a reference names its own thing`() {
    let found = Self.list(
      """
      journey apply "Applying" {
        phase one "One" {
          touchpoint form "Fills in" was sheet
          touchpoint "Calls back"
        }
        flow {
          form -> "Calls back"
          entry start "An ad" -> sheet
          one -> exit "gives up"
          entry start -> form
        }
      }
      feedback survey "Survey" {
        file "private/survey.csv"
        date "Date"
        answer csat "Q1" of apply/form scale 1..5
      }
      """)
    #expect(
      found == [
        "journey.0 declared apply", "phase@0.0 declared one", "touchpoint@0.0 declared form",
        "touchpoint@0.0 was sheet",
        "touchpoint@0.1 declared \"Calls back\" (title)", "touchpoint@0.0 used form",
        "touchpoint@0.1 used \"Calls back\" (title)", "entry@0.0 declared start", "touchpoint@0.0 used sheet",
        "phase@0.0 used one", "exit@0.0 declared \"gives up\" (title)", "entry@0.0 used start",
        "touchpoint@0.0 used form", "feedback.0 declared survey", "journey.0 used apply", "touchpoint@0.0 used form",
      ])
  }

  @Test func `goals, pains, actions and what all journeys share are known over all files`() {
    let found = Self.list(
      """
      department risk "Risk" was audit
      persona maya "Maya"
      lane law "Law"
      kpi calls "Calls" { unit count better lower }
      """,
      """
      journey apply "Applying" {
        owner audit
        persona "Maya"
        goal fewer "Fewer calls" { kpi calls }
        phase one "One" {
          touchpoint form "Fills in" {
            channel web
            channel web
            pain long "Too long" persona maya
            lane law "Signed" owner risk
          }
        }
        action cut "Cut it" {
          for apply/form
          fixes long
          goal apply/fewer
        }
      }
      """)
    #expect(
      found == [
        "department.0 declared risk", "department.0 was audit", "persona.0 declared maya", "lane.0 declared law",
        "KPI.0 declared calls", "journey.0 declared apply", "department.0 used audit",
        "persona.0 used \"Maya\" (title)", "goal@0.0 declared fewer", "KPI.0 used calls", "phase@0.0 declared one",
        "touchpoint@0.0 declared form", "channel.0 declared web", "channel.0 used web", "pain@0.0 declared long",
        "persona.0 used maya",
        "lane.0 used law", "department.0 used risk", "action@0.0 declared cut", "journey.0 used apply",
        "touchpoint@0.0 used form", "pain@0.0 used long", "journey.0 used apply", "goal@0.0 used fewer",
      ])
  }

  @Test func `the span is what was written, however its name is spelt in the end`() {
    // The reference is in decomposed letters, the declaration in composed ones.
    let found = Self.list(
      "journey a \"A\" { phase p \"P\" { touchpoint cafe\u{301} \"C\" } }",
      "feedback f \"F\" { file \"x.csv\" period 2026 answer csat \"Q\" of a/caf\u{E9} scale 1..5 }")
    #expect(found.contains("touchpoint@0.0 used caf\u{E9}") && found.contains("journey.0 used a"))
    let turned = Self.list(
      "journey a \"A\" { phase p \"P\" { touchpoint caf\u{E9} \"C\" } }",
      "action x \"X\" { for a/cafe\u{301} }")
    #expect(turned.contains("touchpoint@0.0 used cafe\u{301}") && turned.contains("journey.0 used a"))
  }

  @Test func `what is not known occurs nowhere, and broken files still say what they can`() {
    #expect(Self.list("journey a \"A\" { phase p \"P\" { touchpoint t { channel", "action x { for b/t }").count == 4)
    #expect(Self.list("", "\u{FEFF}").isEmpty)
  }

  /// The graph is the same whether anyone asks for occurrences or not.
  @Test(arguments: Golden.cases(in: "model") + Golden.cases(in: "diagnostics"))
  func `asking changes nothing`(golden: Golden) throws {
    let tree = parse(try golden.bytes(), file: FileID(0))
    let (plain, asked) = (resolve([tree.value]), resolveWithOccurrences([tree.value]))
    #expect(ModelDump(plain.value).text == ModelDump(asked.resolved.value).text)
    #expect(plain.diagnostics.map(\.message) == asked.resolved.diagnostics.map(\.message))
    for occurrence in asked.occurrences { #expect(occurrence.span.range.upperBound <= tree.value.source.count) }
  }
}
