import Foundation
import Fuzzing
@testable import JourneyFeedback
import JourneySource
import Testing

/// A small made-up export in the form of each vendor.
@Suite struct VendorTests {
  @Test func `Qualtrics, three header rows`() throws {
    let result = try Declared.apply(
      "date \"RecordedDate\"\n answer csat \"Q1\" of apply/form scale 1..5 { \"Very satisfied\" is 5 }\n ignore -99"
    ).tally(
      #"""
      StartDate,Status,Finished,RecordedDate,ResponseId,RecipientEmail,Q1,Q2
      Start Date,Response Type,Finished,Recorded Date,Response ID,Recipient Email,"How satisfied are you
      with the form?",Why?
      "{""ImportId"":""startDate"",""timeZone"":""America/Denver""}","{""ImportId"":""status""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate"",""timeZone"":""America/Denver""}","{""ImportId"":""_recordId""}","{""ImportId"":""recipientEmail""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"
      2026-04-01 00:00:00,IP Address,True,2026-04-01 00:00:10,R_1,ann@example.org,Very satisfied,"Thanks, all
      good"
      2026-04-01 00:00:00,0,1,2026-04-02 00:00:10,R_2,,4,
      2026-04-01 00:00:00,Survey Preview,True,2026-04-02 00:00:10,R_3,,1,
      2026-04-01 00:00:00,IP Address,False,2026-04-02 00:00:10,R_4,,1,
      2026-04-01 00:00:00,IP Address,True,2026-04-02 00:00:10,R_5,,-99,

      """#)
    #expect(result.rows == ["form csat 2026-04 4 ×1", "form csat 2026-04 5 ×1"])
    #expect(result.left == ["row test ×1 8 Status", "row unfinished ×1 9 Finished", "row noAnswer ×1 10"])
    let file = try #require(result.value.audit.files.first)
    #expect(file.vendor == .qualtrics && file.headerRows == 3 && file.zone == "America/Denver")
    #expect(result.value.audit.isClean)
  }

  @Test func `Qualtrics of old, two header rows`() throws {
    let result = try Declared.apply("date \"StartDate\"\n answer csat \"Q1\" of apply/form scale 1..5").tally(
      """
      V1,V2,V3,V7,V8,V10,Q1,
      ResponseID,ResponseSet,Name,Status,StartDate,Finished,How was it?,
      R_1,Default,Anonymous,0,2017-07-18 08:28:09,1,2,
      R_2,Default,Anonymous,0,2017-07-18 08:28:09,0,2,
      """)
    #expect(result.rows == ["form csat 2017-07 2 ×1"])
    #expect(result.left == ["row unfinished ×1 4 V10"])
    #expect(result.value.audit.files.first?.vendor == .legacyQualtrics)
  }

  @Test func `SurveyMonkey, two header rows`() throws {
    let result = try Declared.apply(
      """
      date "End Date" format "MM/DD/YYYY"
      answer csat "How satisfied are you?" of apply/form scale 1..5 { "Very satisfied" is 5 }
      answer fcr "What helped? / The call" of apply/call { "The call" is yes }
      """
    ).tally(
      """
      Respondent ID,Collector ID,Start Date,End Date,IP Address,How satisfied are you?,What helped?,,Anything else?
      ,,,,,Response,The form,The call,Open-Ended Response
      1,7,04/01/2026 10:00:00 AM,04/01/2026 10:05:00 AM,10.0.0.1,Very satisfied,,The call,"No, thanks"
      2,7,04/01/2026 10:00:00 AM,05/13/2026 10:05:00 PM,10.0.0.1,3,The form,,

      """)
    #expect(result.rows == ["call fcr 2026-04 1 ×1", "form csat 2026-04 5 ×1", "form csat 2026-05 3 ×1"])
    #expect(result.value.audit.files.first?.vendor == .surveyMonkey)
    #expect(result.value.audit.files.first?.headerRows == 2)
  }

  @Test func `Zendesk`() throws {
    let result = try Declared.apply(
      """
      date "Created at"
      answer csat "Satisfaction Score" of apply/call scale 1..5 blank "Unoffered", "Offered" { "Good" is 5 "Bad" is 1 }
      answer resolution "Full resolution time in minutes" in minutes of apply/call where "Status" is "Closed", "Solved"
      answer fcr "Reopens" of apply/call { "0" is yes "1", "2", "3" is no }
      """
    ).tally(
      """
      Summation column,Id,Requester,Group,Status,Via,Created at,Solved at,Satisfaction Score,Reopens,Full resolution time in minutes
      1,10,Ann,Support,Closed,Mail,2026-04-01 10:00,2026-04-02 10:00,Good,0,1440
      1,11,Bob,Support,Open,Web form,2026-04-01 10:00,,Unoffered,2,
      1,12,Bob,Support,Solved,Web form,2026-04-01 10:00,,Bad,,90

      """)
    #expect(
      result.rows == [
        "call csat 2026-04 1 ×1", "call csat 2026-04 5 ×1", "call fcr 2026-04 0 ×1", "call fcr 2026-04 1 ×1",
        "call resolution 2026-04 5376 ×1", "call resolution 2026-04 86016 ×1",
      ])
    #expect(result.value.audit.files.first?.vendor == .zendesk)
    #expect(result.value.audit.isClean)
  }

  @Test func `Typeform, Medallia, Delighted, Intercom and Google Forms`() throws {
    let typeform = try Declared.apply(
      "date \"Submit Date (UTC)\"\n answer nps \"How likely is it?\" of apply scale 0..10"
    )
    .tally(
      "#,How <strong>likely</strong> is it?,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags\n"
        + "a,10,completed,2024-10-05 02:39:31,,2024-10-05 02:40:31,x,\nb,3,started,2024-10-05 02:39:31,,,x,\n")
    #expect(typeform.rows == ["nps 2024-10 10 ×1"])
    #expect(typeform.left == ["row unfinished ×1 3 Response Type"])
    #expect(typeform.value.audit.files.first?.vendor == .typeform)

    let medallia = try Declared.apply("date \"request_sent_at\"\n answer csat \"star_rating\" of apply/call scale 1..5")
      .tally(
        "request_id,request_sent_at,request_delivery_status,response_received_at,star_rating,comments\n"
          + "1,2026-04-01T10:00:00Z,sent,2026-04-01T11:00:00Z,4,fine\n2,2026-04-01T10:00:00Z,sent,,,\n")
    #expect(medallia.rows == ["call csat 2026-04 4 ×1"])
    #expect(medallia.value.audit.files.first?.vendor == .medallia)

    let delighted = try Declared.apply(
      "date \"created_at\" zone \"-07:00\"\n answer nps \"score\" of apply scale 0..10 where \"survey_type\" is \"nps\""
    ).tally(
      "id,person,survey_type,score,comment,created_at,person_properties,tags\n1,ann,nps,9,\"ok, good\",1775001600,,\n"
        + "2,bob,csat,5,,1775001600,,\n")
    #expect(delighted.rows == ["nps 2026-03 9 ×1"])
    #expect(delighted.value.audit.files.first?.vendor == .delighted)

    let intercom = try Declared.apply("period 2026-Q2\n answer csat \"rating\" of apply/call scale 1..5")
      .tally("rating,remark\n5,great\n,\n")
    #expect(intercom.value.audit.files.first?.vendor == .intercom)
    let forms = try Declared.apply(
      "date \"Timestamp\" format \"MM/DD/YYYY\"\n answer csat \"How was it?\" of apply/form scale 1..5"
    ).tally("Timestamp,How was it?\n4/1/2026 10:00:00,5\n")
    #expect(forms.rows == ["form csat 2026-04 5 ×1"])
    #expect(forms.value.audit.files.first?.vendor == .googleForms)
  }

  static let folder = "/work/shared/data"

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: folder), "the exports are not here"),
    arguments: [("sample", "RecordedDate"), ("sample-legacy", "StartDate")])
  func `Qualtrics as it came`(name: String, date: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(Self.folder)/qualtrics/\(name).csv")))
    let result = try Declared.apply("date \"\(date)\"\n answer csat \"Q1\" of apply/form scale 1..5")
      .tally([(name, bytes)])
    #expect(result.messages.isEmpty)
    #expect(result.rows.allSatisfy { $0.hasPrefix("form csat 2017-07") } && !result.rows.isEmpty)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: folder), "the exports are not here"))
  func `a help desk's tickets`() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(Self.folder)/tickets/customer-support-tickets.csv")))
    let result = try Declared.apply(
      """
      date "Created_Date"
      touchpoint "Ticket_Type" { "Bug Report", "Billing Inquiry" is apply/call }
      answer csat "CSAT_Score" scale 1..5
      answer resolution "Resolution_Time_Hours" in hours where "Status" is "Closed"
      """
    ).tally([("tickets.csv", bytes)])
    #expect(result.messages.isEmpty)
    #expect(result.value.audit.addsUp)
    #expect(result.value.audit.unmatched.count > 1)
    #expect(result.value.audit.rows.used > 50)
  }
}

/// What Qualtrics says of a row in the languages of its program.
@Suite struct VendorValueTests {
  private static let header = """
    StartDate,EndDate,Status,Finished,RecordedDate,ResponseId,Q1
    Anfangsdatum,Enddatum,Antworttyp,Beendet,Erfassungsdatum,Antwort-ID,Q1
    "{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"

    """

  /// One row that counts, then these.
  private func result(_ rows: [(status: String, finished: String)], _ more: String = "") throws -> Diagnosed<
    FeedbackResult
  > {
    let lines = ([("IP Address", "True")] + rows).enumerated()
      .map { "2026-04-01,2026-04-01,\($1.0),\($1.1),2026-04-01,R_\($0),5\n" }
    return try Declared.apply("date \"RecordedDate\"\n answer csat \"Q1\" of apply/form scale 1..5\n\(more)")
      .tally(Self.header + lines.joined())
  }

  @Test(arguments: [
    "Umfragevorschau", "Umfragetest", "UMFRAGE-VORSCHAU", "Umfragevorschau Spam", "Aperçu de l'enquête",
    "Aperçu du sondage",
    "Test de l’enquête", "Vista previa de la encuesta", "Prueba de encuesta", "Anteprima sondaggio", "Test sondaggio",
    "Visualização da pesquisa", "Voorbeeld van enquête", "Testenquête", "Podgląd ankiety", "アンケートのプレビュー", "テスト",
    "调查预览", "調查測試", "설문조사 미리 보기", "Предварительный просмотр опроса", "Förhandsgranskning", "Anket Önizlemesi",
    "Survey Preview", "Offline Survey Preview", "Spam Survey Test", "1", "2.0", "9", "17",
  ])
  func `previews and tests are left out in any language`(status: String) throws {
    let result = try result([(status, "True")])
    #expect(result.rows == ["form csat 2026-04 5 ×1"])
    #expect(result.left == ["row test ×1 5 Status"] && result.value.audit.isClean)
  }

  @Test(arguments: [
    "Falsch", "FALSCH", "Faux", "Falso", "Onwaar", "Fałsz", "偽", "假", "거짓", "Ложь", "Nein", "Non", "いいえ", "0", "False",
  ])
  func `so is what was not finished`(finished: String) throws {
    let result = try result([("IP-Adresse", finished)])
    #expect(result.rows == ["form csat 2026-04 5 ×1"])
    #expect(result.left == ["row unfinished ×1 5 Finished"] && result.value.audit.isClean)
  }

  @Test(arguments: [
    ("IP-Adresse", "Wahr"), ("Adresse IP", "Vrai"), ("Dirección IP", "Verdadero"), ("Indirizzo IP", "Vero"),
    ("IP アドレス", "真"), ("IP地址", "是"), ("Spam", "True"), ("Importiert", "Wahr"), ("Offline", "1"), ("0", "1"),
    ("4", "1.0"),
    ("256", "1"), ("", ""), ("EX", "True"),
  ])
  func `everything else that is known counts`(status: String, finished: String) throws {
    let result = try result([(status, finished)])
    #expect(
      result.rows == ["form csat 2026-04 5 ×2"] && result.value.audit.unknown.isEmpty && result.value.audit.isClean)
  }

  @Test func `what is not known counts, is named, and is no clean tally`() throws {
    let result = try result([("Forkast", "Kanskje"), ("Annet", "True"), ("Forkast", "True"), ("IP-adresse", "True")])
    #expect(result.rows == ["form csat 2026-04 5 ×5"])
    let unknown = result.value.audit.unknown
    #expect(unknown.map(\.column) == ["Finished", "Status"])
    #expect(unknown.map(\.values) == [["Kanskje"], ["Annet", "Forkast"]])
    #expect(!result.value.audit.isClean)
  }

  @Test func `what the feedback says of the column decides, so nothing is unknown`() throws {
    let result = try result([("Forkast", "True"), ("Annet", "True")], "where \"Status\" is \"IP Address\", \"Annet\"")
    #expect(
      result.rows == ["form csat 2026-04 5 ×2"] && result.value.audit.unknown.isEmpty && result.value.audit.isClean)
  }

  @Test func `very many values are no vendor's`() throws {
    let result = try result((0..<60).map { ("my own text no \($0)", "True") })
    #expect(result.value.audit.unknown.map(\.values) == [nil])
  }

  @Test func `Typeform says what it knows, too`() throws {
    let result = try Declared.apply("date \"Submit Date (UTC)\"\n answer csat \"How?\" of apply/form scale 1..5").tally(
      """
      #,How?,Response Type,Start Date (UTC),Submit Date (UTC),Network ID
      a,5,completed,2026-04-01,2026-04-01,n
      b,5,abandoned,2026-04-01,2026-04-01,n
      c,5,partial,2026-04-01,2026-04-01,n

      """)
    #expect(result.rows == ["form csat 2026-04 5 ×2"])
    #expect(result.value.audit.unknown.map(\.column) == ["Response Type"])
    #expect(result.value.audit.unknown.map(\.values) == [["abandoned"]])
  }
}
