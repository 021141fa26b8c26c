import JourneyReview
import JourneySource
import Support
import Testing

/// What the answers of a period would hardly show.
@Suite struct UnseenTargetTests {
  private static func journey(_ lines: String = "target csat >= 80%", _ more: String = "") -> String {
    """
    journey j "J" {
      \(lines)
      phase all "All" {
        touchpoint a "A"
        touchpoint b "B"
      }
      \(more)
    }
    """
  }

  private static func found(_ text: String, _ rows: [String]) -> [String] {
    unseenTargets(in: annotated(text, rows)).map { "\($0.message); \($0.help ?? "")" }
  }

  /// The golden of the design page: 75 % to 80 % takes 1,094 answers, two-sided at 5 %, in four of five cases.
  @Test func `300 answers do not show five points`() {
    let rows = ratings("a", [0, 75, 0, 0, 225])
    #expect(
      Self.found(Self.journey(), rows) == [
        "the answers of a period would hardly show the change that \"J\" aims at; to see csat of \"A\" go from 75% to 80%, "
          + "each period needs 1094 answers, and has 300; ask more people, or longer"
      ])
    #expect(Self.found(Self.journey(), ratings("a", [0, 300, 0, 0, 900])) == [])
  }

  @Test func `one note names the nearest of several`() {
    let rows = ratings("a", [0, 75, 0, 0, 225]) + ratings("b", [0, 40, 0, 0, 60])
    let found = Self.found(Self.journey(), rows)
    #expect(found.count == 1 && found[0].hasPrefix("the answers of a period would hardly show 1 of the 2 changes"))
  }

  @Test func `what an action expects counts, a default target and what is nearly met do not`() {
    let action = """
      action x "X" {
        for a
        expects csat +5pt
      }
      """
    let rows = ratings("a", [0, 75, 0, 0, 225])
    #expect(Self.found(Self.journey("", action), rows).count == 1)
    #expect(Self.found(Self.journey(""), rows) == [])
    #expect(Self.found(Self.journey(), ratings("a", [0, 63, 0, 0, 237])) == [])
    #expect(Self.found(Self.journey(), ratings("a", [0, 30, 0, 0, 270])) == [])
  }
}
