@testable import JourneyFeedback
import Fuzzing
import JourneyMetrics
import JourneySource
import Testing

@Suite struct LayoutTests {
  static let wide = """
      period 2026-Q3
      answer csat "Q1" of apply/form scale 1..5 unused 6 blank 0, "none"
      answer effort "Q2" of apply/call scale 1..7 lower-is-easier
      ignore -99
    """

  @Test func `wide: a column a question`() throws {
    let result = try Declared.apply(Self.wide).tally("ID,Q1,Q2\n1,5,7\n2,5.0,1\n3,6,-99\n4,0,none\n5,none,2\n\n6,,\n")
    #expect(
      result.rows == [
        "call effort 2026-Q3 1 ×1", "call effort 2026-Q3 2 ×1", "call effort 2026-Q3 7 ×1", "form csat 2026-Q3 5 ×2",
        "form csat 2026-Q3 unused ×1",
      ])
    #expect(result.value.tally.text.contains("apply,call,effort,7..1,2026-Q3,,survey,7,1,,"))
    #expect(result.left == ["row notANumber ×1 5 Q2", "row noAnswer ×1 8", "cell notANumber ×1 5 Q2"])
    let answers = result.value.audit.answers
    #expect(answers.cells == 12 && answers.counted == 5 && answers.unused == 1)
    #expect(answers.blank == 4 && answers.ignored == 1)
    #expect(result.value.audit.addsUp)
    #expect(!result.value.audit.isClean)
  }

  @Test func `long: a column names the touchpoint, another the segment`() throws {
    let result = try Declared.apply(
      """
        date "When"
        touchpoint "Topic" {
          "Form", "101" is apply/form
          "Both" is apply/form, apply/call
          "Test" is ignored
        }
        segment "Plan" { "Student" is young }
        answer csat "Score" scale 1..5 { "Very good" is 5 }
      """
    ).tally(
      """
      When,Topic,Plan,Score
      2026-04-01,Form,Student,5
      2026-04-30 23:59:59,101,,Very good
      2026-05-01T00:00:00Z,"Both",Pensioner,4
      2026-05-01,Test,,1
      2026-05-01,Nowhere,,1
      2026-05-02,"Nowhere",,1
      2026-05-02,,,1
      ,Form,,1
      05/04/2026,Form,,1
      soon,Form,,1
      2026-02-30,Form,,1

      """)
    #expect(
      result.rows == [
        "form+call csat 2026-05 4 ×1", "form csat 2026-04 5 ×1", "form csat 2026-04 young 5 ×1",
      ])
    #expect(
      result.left == [
        "row touchpointIgnored ×1 5 Topic", "row touchpointBlank ×1 8 Topic", "row touchpointUnknown ×2 6 Topic",
        "row dateBlank ×1 9 When", "row dateUnreadable ×2 11 When", "row dateAmbiguous ×1 10 When",
      ])
    #expect(result.value.audit.unmatched == [Audit.Unmatched(value: "Nowhere", count: 2)])
    #expect(
      result.messages == [
        "1 date can be read in two ways, the first in column \"When\" of \"x.csv\", line 10"
      ])
  }

  @Test func `a row per question`() throws {
    let result = try Declared.apply(
      """
        period 2026-Q3
        touchpoint "Step" { "F" is apply/form }
        answer csat "Value" where "Question" is "SAT" scale 1..5
        answer nps "Value" where "Question" is "NPS" of workspace scale 0..10
        where "State" is "live", 1
      """
    ).tally("Step,Question,Value,State\nF,SAT,4,live\nF,NPS,10,1\nX,NPS,9,live\nF,SAT,3,draft\nX,SAT,5,1\n")
    #expect(
      result.rows == ["nps 2026-Q3 10 ×1", "nps 2026-Q3 9 ×1", "form csat 2026-Q3 4 ×1"])
    #expect(
      result.left == [
        "row condition ×1 5 State", "row touchpointUnknown ×1 6 Value", "cell touchpointUnknown ×1 6 Value",
      ])
    #expect(result.value.audit.addsUp)
  }

  @Test func `columns are found by name, the nearest offered`() throws {
    let declared = try Declared.apply(Self.wide)
    #expect(declared.tally(" q1 ,Q2\n5,7\n").rows.count == 2)
    #expect(declared.tally("q1,Q1,Q2\n5,4,7\n").rows.first == "call effort 2026-Q3 7 ×1")
    #expect(
      declared.tally("Q1,Q2,Q1\n5,4,7\n").messages == ["\"x.csv\" has the column \"Q1\" more than once (columns 1, 3)"])
    let renamed = declared.tally("Q1,Q02\n5,4\n")
    #expect(renamed.messages == ["\"x.csv\" has no column \"Q2\" (read as 2 columns separated by commas, UTF-8)"])
    #expect(renamed.diagnostics.first?.help == "did you mean \"Q02\"?")
    #expect(renamed.rows == ["form csat 2026-Q3 5 ×1"])
  }

  @Test func `a delimiter at the end of every row is a column without a name`() throws {
    let declared = try Declared.apply(Self.wide)
    #expect(declared.tally("Q1,Q2\n5,7,\n4,6,\n").rows.count == 4)
    #expect(declared.tally("Q1,Q2\n5,7,\n4,6\n").left == ["row cells ×1 2"])
  }

  @Test(arguments: [",", ";", "\t"])
  func `delimiters, titles above the header and Excel's own line`(delimiter: String) throws {
    let declared = try Declared.apply(Self.wide)
    let text = "Q1,Q2,Comment\r\n5,7,\"a;b,c\td\"\r\n4,6,\"line\r\nbreak\"\r\n"
    let delimited = text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset % 2 == 0 ? Substring($0.element.replacing(",", with: delimiter)) : $0.element }
      .joined(separator: "\"")
    let plain = declared.tally(delimited)
    #expect(plain.rows.count == 4)
    #expect(plain.left.isEmpty)
    #expect(plain.value.audit.files.first?.form == .separated(by: delimiter.utf8.first ?? 0))
    #expect(declared.tally("Export of today\r\n\r\n" + delimited).rows == plain.rows)
    #expect(declared.tally("sep=\(delimiter)\r\n" + delimited).rows == plain.rows)
  }
}
