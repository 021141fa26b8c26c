import JourneySource
import JourneySyntax
import Support
import Testing

@testable import JourneyFeedback

/// Header rows of vendors are found whichever of them has the names that the feedback uses.
@Suite struct HeaderRowTests {
  private static let monkey = """
    Respondent ID,Collector ID,End Date,What helped?,,How satisfied are you?
    ,,,The form,The call,Response
    1,7,04/13/2026 10:05:00 AM,,yes,5
    2,7,04/14/2026 10:05:00 AM,yes,,4

    """

  @Test(arguments: ["\"The call\"", "\"What helped? / The call\"", "\"the  call\""])
  func `SurveyMonkey's options alone`(column: String) throws {
    let result = try Declared.apply(
      "period 2026-Q2\n answer fcr \(column) of apply/call"
    ).tally(Self.monkey)
    #expect(result.messages.isEmpty && result.rows == ["call fcr 2026-Q2 1 ×1"])
    let file = try #require(result.value.audit.files.first)
    #expect(file.vendor == .surveyMonkey && file.headerRows == 2 && result.value.audit.rows.read == 2)
  }

  @Test func `several options alone, below a title`() throws {
    let result = try Declared.apply(
      """
      date "End Date"
      answer fcr "The form" of apply/form
      answer fcr "The call" of apply/call
      """
    ).tally(Self.monkey)
    #expect(result.rows == ["call fcr 2026-04 1 ×1", "form fcr 2026-04 1 ×1"])
  }

  @Test func `Qualtrics' texts alone`() throws {
    let result = try Declared.apply(
      "date \"Recorded Date\"\n answer csat \"How was the form?\" of apply/form scale 1..5\n ignore -99"
    ).tally(
      #"""
      StartDate,Status,Finished,RecordedDate,ResponseId,Q1
      Start Date,Response Type,Completed,Recorded Date,Response ID,How was the form?
      "{""ImportId"":""startDate""}","{""ImportId"":""status""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"
      2026-04-01 00:00:00,IP Address,True,2026-04-01 00:00:10,R_1,4
      2026-04-01 00:00:00,Survey Preview,True,2026-04-01 00:00:10,R_2,4

      """#)
    #expect(result.rows == ["form csat 2026-04 4 ×1"] && result.left == ["row test ×1 5 Status"])
    #expect(result.value.audit.files.first?.vendor == .qualtrics)
  }

  @Test func `Qualtrics of old, texts alone`() throws {
    let result = try Declared.apply("period 2017-Q3\n answer csat \"How was it?\" of apply/form scale 1..5").tally(
      """
      V1,V2,V3,V7,V8,V10,Q1,
      ResponseID,ResponseSet,Name,Status,StartDate,Finished,How was it?,
      R_1,Default,Anonymous,0,2017-07-18 08:28:09,1,2,

      """)
    #expect(result.rows == ["form csat 2017-Q3 2 ×1"] && result.value.audit.rows.read == 1)
  }

  @Test func `a question of several columns says all that is needed to name one`() throws {
    let long = "Which of these many things has helped you most while you were waiting for an answer of ours"
    let text = Self.monkey.replacing("What helped?", with: long)
    let result = try Declared.apply("period 2026-Q2\n answer fcr \"\(long)\" of apply/call").tally(text)
    #expect(result.diagnostics.map(\.help) == ["write which one, such as \"The form\""])
    // Where the option alone is another's, too, with the question.
    let twice = text.replacing("How satisfied are you?", with: "The form")
    #expect(
      try Declared.apply("period 2026-Q2\n answer fcr \"\(long)\" of apply/call").tally(twice).diagnostics.map(\.help)
        == ["write which one, such as \"The form\""])
  }
}

/// A word in a column of dates says nothing of how the dates are written.
@Suite struct DateColumnTests {
  private func result(_ rows: String, _ more: String = "") throws -> Diagnosed<FeedbackResult> {
    try Declared.apply("date \"Auf\"\n answer resolution from \"Auf\" to \"Zu\" of apply/call \(more)")
      .tally("Auf;Zu\n\(rows)")
  }

  private static let rows = "25.07.2026;26.07.2026\n02.07.2026;04.07.2026\n03.07.2026;offen\n"

  @Test(arguments: ["offen", "open", "n. a.", "wird nachgereicht", "laufend seit Mai"])
  func `it is not read, and everything else is`(word: String) throws {
    let result = try result(Self.rows.replacing("offen", with: word))
    #expect(result.messages.isEmpty)
    #expect(result.rows == ["call resolution 2026-07 172032 ×1", "call resolution 2026-07 86016 ×1"])
    #expect(result.left.contains("cell timeUnreadable ×1 4 Zu"), "\(result.left)")
    #expect(result.value.audit.files.first?.dateFormat == "DD.MM.YYYY")
  }

  /// An empty end is a case still open, and so is what stands for one.
  @Test(arguments: ["blank \"offen\"", "blank \"OFFEN\"", "blank \"-\", \"offen\""])
  func `what the feedback calls blank is a case still open`(blank: String) throws {
    let named = try result(Self.rows, blank)
    let empty = try result(Self.rows.replacing("offen", with: ""))
    #expect(named.rows == empty.rows && named.value.audit.answers.open == 1 && named.value.audit.isClean)
    #expect(named.rows.contains { $0.contains(">") })
  }

  @Test func `in the column of starts it is no case at all, and unused stays unused`() throws {
    let none = try result("offen;04.07.2026\n25.07.2026;26.07.2026\n", "blank \"offen\"")
    #expect(none.rows == ["call resolution 2026-07 86016 ×1"] || none.value.audit.answers.open == 0)
    let unused = try result("25.07.2026;nie\n25.07.2026;26.07.2026\n", "unused \"nie\"")
    #expect(unused.value.audit.answers.open == 0 && unused.value.audit.answers.unused == 1)
  }

  @Test func `of two formats in a column it says which fits how many`() throws {
    let findings = try result("25.07.2026;26.07.2026\n24.07.2026;27.07.2026\n2/25/2026;2/26/2026\n").diagnostics
    #expect(
      findings.map(\.message) == ["dates are written in two ways, the first in column \"Auf\" of \"x.csv\", line 2"])
    #expect(
      findings.map(\.help) == [
        "write one of the two: format \"DD.MM.YYYY\" fits 4 of 6, \"MM/DD/YYYY\" fits 2; correct the other dates in the export"
      ])
  }

  @Test func `dates that need no format are no part of one`() throws {
    let result = try result("2026-07-25;2026-07-26\n2026-07-25;26.07.2026\n")
    #expect(result.rows == ["call resolution 2026-07 86016 ×1"])
    #expect(result.value.audit.files.first?.dateFormat == nil)
  }
}

/// Rows and cells that are no answer.
@Suite struct NoAnswerTests {
  @Test(arguments: [
    "Gesamtergebnis", "Gesamt", "Total général", "Totale complessivo", "Eindtotaal", "Suma końcowa", "Total general",
    "Общий итог", "总计", "GESAMTERGEBNIS:", "Sum", "sum", "AVG", "avg:",
  ])
  func `a total of a pivot table is none, whatever its language`(word: String) throws {
    let result = try Declared.apply("date \"Datum\"\n answer csat \"Note\" of apply/form scale 1..5")
      .tally("Kunde;Datum;Note;n\nA;2026-05-13;5;1\n\(word);2026-05-15;3;12\n")
    #expect(result.rows == ["form csat 2026-05 5 ×1"] && result.left == ["row total ×1 3"])
  }

  @Test func `a customer of such a name is one`() throws {
    let result = try Declared.apply("date \"Datum\"\n answer csat \"Note\" of apply/form scale 1..5")
      .tally("Kunde;Datum;Note;Text\nGesamtergebnis;2026-05-15;3;so lala\nGesamtwerk AG;2026-05-15;4;1\n")
    #expect(result.value.audit.rows.used == 2)
  }

  @Test(arguments: ["5/4", "5 / 4", "5;4", "5|4", "5&4", "10/9"]) func `two numbers in a cell are named`(cell: String)
    throws
  {
    let result = try Declared.apply("period 2026-Q2\n answer csat \"Note\" of apply/form scale 1..5")
      .tally("Note\n\"\(cell)\"\n4\n")
    #expect(result.rows == ["form csat 2026-Q2 4 ×1"] && result.left.contains("cell twoNumbers ×1 2 Note"))
    #expect(!result.value.audit.isClean)
  }

  @Test(arguments: ["5/", "/4", "5/4/3", "five/4", "5/x", "12345/1"]) func `what is none of them is not a number`(
    cell: String
  ) throws {
    let result = try Declared.apply("period 2026-Q2\n answer csat \"Note\" of apply/form scale 1..5")
      .tally("Note\n\"\(cell)\"\n4\n")
    #expect(result.left.contains("cell notANumber ×1 2 Note"))
  }
}
