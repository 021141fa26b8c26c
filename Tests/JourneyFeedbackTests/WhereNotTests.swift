import JourneySource
import JourneySyntax
import Support
import Testing

@testable import JourneyFeedback

/// `where "Channel" is not "TEST"`: which rows do not count.
@Suite struct WhereNotTests {
  private static let rows = """
    Channel,Day,Rate
    web,2026-04-01,5
    TEST,2026-04-02,1
    ,2026-04-03,4
    test ,2026-04-04,1
    web,2026-04-05,1
    demo,2026-04-06,2

    """

  @Test(arguments: [
    ("where \"Channel\" is not \"TEST\"", ["1 ×1", "2 ×1", "4 ×1", "5 ×1"]),
    ("where \"Channel\" is not \"TEST\", \"demo\"", ["1 ×1", "4 ×1", "5 ×1"]),
    ("where \"Channel\" is not \"TEST\"\n where \"Channel\" is not \"demo\"", ["1 ×1", "4 ×1", "5 ×1"]),
    ("where \"Channel\" is not \"\"", ["1 ×3", "2 ×1", "5 ×1"]),
    ("where \"Channel\" is \"TEST\"", ["1 ×2"]),
    ("where \"Channel\" is not \"nothing\"", ["1 ×3", "2 ×1", "4 ×1", "5 ×1"]),
  ])
  func `rows with such a cell are left out`(condition: String, counts: [String]) throws {
    // Of the feedback, and of the one question.
    let ofAll = try Declared.apply("date \"Day\"\n \(condition)\n answer csat \"Rate\" of apply/form scale 1..5")
      .tally(Self.rows)
    let ofOne = try Declared.apply("date \"Day\"\n answer csat \"Rate\" of apply/form scale 1..5 \(condition)")
      .tally(Self.rows)
    #expect(ofAll.rows == counts.map { "form csat 2026-04 \($0)" } && ofOne.rows == ofAll.rows)
    #expect(ofAll.value.audit.isClean)
  }

  @Test func `two questions on one column are told apart by it`() throws {
    func findings(_ one: String, _ other: String) -> [String] {
      let declared = try? Declared.apply(
        """
        date "Day"
        answer csat "Rate" of apply/form scale 1..5 where "Channel" \(one)
        answer csat "Rate" of apply/form scale 1..5 where "Channel" \(other)
        """)
      return declared == nil ? ["asked twice"] : []
    }
    #expect(findings("is \"web\"", "is not \"web\", \"TEST\"").isEmpty)
    #expect(findings("is not \"web\", \"TEST\"", "is \"TEST\"").isEmpty)
    #expect(!findings("is \"web\", \"demo\"", "is not \"web\"").isEmpty)
    #expect(!findings("is not \"web\"", "is not \"TEST\"").isEmpty)
  }

  /// It says what else does not count; tests of the survey still do not.
  @Test func `what is known of a vendor's column holds beside it`() throws {
    let result = try Declared.apply(
      "date \"RecordedDate\"\n where \"Status\" is not \"Spam\", \"Forkast\"\n answer csat \"Q1\" of apply/form scale 1..5"
    ).tally(
      """
      StartDate,EndDate,Status,Finished,RecordedDate,ResponseId,Q1
      2026-04-01,2026-04-01,IP Address,True,2026-04-01,a,5
      2026-04-01,2026-04-01,Survey Preview,True,2026-04-01,b,5
      2026-04-01,2026-04-01,Spam,True,2026-04-01,c,5
      2026-04-01,2026-04-01,Forkast,True,2026-04-01,d,5

      """)
    #expect(result.rows == ["form csat 2026-04 5 ×1"] && result.value.audit.isClean)
    #expect(result.left == ["row test ×1 3 Status", "row condition ×2 4 Status"])
  }

  @Test(arguments: SQLDialect.allCases) func `a query says so, too`(dialect: SQLDialect) throws {
    let declared = try Declared.apply(
      "date \"Day\"\n where \"Channel\" is not \"TEST\"\n answer csat \"Rate\" of apply/form scale 1..5 where \"Kind\" is not \"b\""
    )
    let text = sql(for: declared.feedback, in: declared.workspace, dialect: dialect).value
    #expect(text.contains("in ('test')) is not true") && text.contains("in ('b')) is not true"), "\(text)")
  }

  @Test func `it is written as it was read`() {
    let text = """
      feedback survey "Survey" {
        file "x.csv"
        where "Channel" is not "TEST", "demo"
      }

      """
    #expect(format(parse(Array(text.utf8), file: FileID(0)).value) == text)
    let missing = parse(Array("feedback survey \"S\" { where \"Channel\" is not }".utf8), file: FileID(0))
    #expect(missing.diagnostics.map(\.rule.code) == ["missing-argument"])
  }
}
