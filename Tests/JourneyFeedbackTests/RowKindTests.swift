import Fuzzing
@testable import JourneyFeedback
import JourneyMetrics
import JourneySource
import Testing

/// What cells and columns are taken for, a kind each: the fault that was found and its neighbours.
@Suite struct RowKindTests {
  static let sat = "period 2026-Q3\n answer csat \"Sat\" of apply/form scale 1..5"
  static let minutes = "period 2026-Q3\n answer resolution \"M\" of apply/call in minutes"

  // MARK: columns that Waymark looks for by itself

  @Test func `a question that has the name of a vendor's column`() throws {
    let typeform = try Declared.apply(OverlapTests.asked).tally(
      "#,Response Type,How was it?,Response Type,Submit Date (UTC),Network ID\n"
        + "a,started,5,completed,2026-08-05 10:00:00,x\nb,completed,4,started,2026-08-05 10:00:00,x\n")
    #expect(typeform.rows == ["form csat 2026-08 5 ×1"])
    let asked = "date \"V8\"\n answer csat \"Q1\" of apply/form scale 1..5"
    let legacy = try Declared.apply(asked).tally(
      "V1,V2,V3,V7,V8,V10,Q1,Status\nResponseID,ResponseSet,Name,Status,StartDate,Finished,How?,How old?\n"
        + "R_1,x,x,0,2026-07-18,1,2,1\nR_2,x,x,1,2026-07-18,1,3,0\n")
    #expect(legacy.rows == ["form csat 2026-07 2 ×1"])
    // Named by the feedback it is an error, as ever.
    let named = try Declared.apply("date \"RecordedDate\"\n answer csat \"Q1\" of apply/form scale 1..5").tally(
      "RecordedDate,Q1,RecordedDate\n2026-07-18,2,x\n")
    #expect(named.diagnostics.map(\.rule.code) == ["repeated-column"])
  }

  @Test(arguments: [
    "1", "2", "9", "17", "01", "Survey Preview", "survey  preview", "Offline Survey Preview", "Survey Test",
  ])
  func `what Qualtrics calls a test`(status: String) throws {
    let result = try Declared.apply(Self.sat).tally(
      "StartDate,EndDate,Status,Finished,ResponseId,Sat\nx,x,\(status),1,R1,5\nx,x,IP Address,1,R2,4\nx,x,16,TRUE,R3,3\n"
    )
    #expect(result.rows == ["form csat 2026-Q3 3 ×1", "form csat 2026-Q3 4 ×1"])
    #expect(result.left == ["row test ×1 2 Status"])
  }

  // MARK: numbers

  @Test(arguments: [
    ("1,250", "", ""), ("1.250", "", ""), ("12.500", "", ""), ("-1.250", "", ""),
    ("1,250", "decimal \",\"", "75"), ("1,250", "decimal \".\"", "75000"), ("1.250", "decimal \",\"", "75000"),
    ("1.250.000,5", "decimal \",\"", "75000030"), ("0,125", "", "8"), ("1,25", "", "75"), ("1.2500", "", "75"),
    ("1250,5", "decimal \".\"", "-"), ("1.25", "decimal \",\"", "-"), ("12.50.000", "decimal \",\"", "-"),
  ])
  func `one sign and three digits can be read in two ways`(cell: String, line: String, seconds: String) throws {
    let result = try Declared.apply(line + "\n" + Self.minutes).tally("T\tM\n1\t\(cell)\n")
    switch seconds {
    case "":
      #expect(result.rows.isEmpty && result.left == ["row numberAmbiguous ×1 2 M", "cell numberAmbiguous ×1 2 M"])
      #expect(result.diagnostics.map(\.rule.code) == ["ambiguous-number"])
    case "-": #expect(result.left == ["row notANumber ×1 2 M", "cell notANumber ×1 2 M"])
    default:
      let bucket = DurationBucket(of: Int(seconds) ?? 0)
      #expect(result.rows == ["call resolution 2026-Q3 \(bucket.start) ×1"])
    }
  }

  @Test(arguments: [("0,5", 75), ("12.5", 75_000), ("1250", -1)])
  func `another cell of the column decides`(other: String, seconds: Int) throws {
    let result = try Declared.apply(Self.minutes).tally("T;M\n1;1,250\n2;\(other)\n")
    if seconds < 0 {
      #expect(result.diagnostics.map(\.rule.code) == ["ambiguous-number"])
    } else {
      #expect(result.rows.contains("call resolution 2026-Q3 \(DurationBucket(of: seconds).start) ×1"))
    }
  }

  @Test(
    arguments: [
      ("0.12345678905", "0.1234567891"), ("1e3", "1000"), ("1.5E-2", "0.015"), ("2,5e+1", "25"),
      ("0.3333333333333333333333", "0.3333333333"), ("1e7", nil), ("-0.1", nil), ("e3", nil), ("1e", nil),
    ] as [(String, String?)])
  func `weights are rounded to ten places`(weight: String, read: String?) throws {
    let result = try Declared.apply("weight \"W\"\n" + Self.sat).tally("Sat;W\n5;\(weight)\n")
    #expect(result.rows.first?.contains(" w\(read ?? "-") ") == (read == nil ? nil : true))
    #expect(result.left == (read == nil ? ["row weightUnreadable ×1 2 W"] : []))
  }

  // MARK: cells that a feedback names

  @Test func `cells are found whatever their case and blanks`() throws {
    let lines = """
      period 2026
      where "Kind" is "Online shop"
      touchpoint "T" { "The form" is apply/form "CALL" is apply/call }
      segment "S" { "Young" is young }
      answer csat "A" scale 1..5 blank "No answer" { "Very good" is 5 }
      ignore "Refused"
      """
    let result = try Declared.apply(lines).tally(
      "Kind,T,S,A\nOnline shop,The form,Young,5\nonline\u{A0}shop,THE  FORM,young,very good\n"
        + " ONLINE SHOP\u{202F},call,YOUNG\u{A0},\u{200B}Very Good\nOnline shop,Call,,no answer\nOnline shop,call,,REFUSED\n"
        + "On line shop,call,,5\n")
    #expect(result.rows == ["call csat 2026 young 5 ×1", "form csat 2026 young 5 ×2"])
    #expect(result.value.audit.answers.blank == 1 && result.value.audit.answers.ignored == 1)
    #expect(result.left == ["row condition ×1 7 Kind", "row noAnswer ×2 5"])
    #expect(result.value.audit.unmet.isEmpty)
  }

  @Test func `what the feedback tells apart by case stays apart`() throws {
    let lines = "period 2026\n answer csat \"A\" of apply/form scale 1..5 { \"Ja\" is 5 \"ja\" is 1 }"
    let result = try Declared.apply(lines).tally("A\nJa\nja\nJA\n")
    #expect(result.rows == ["form csat 2026 1 ×1", "form csat 2026 5 ×1"])
    #expect(result.left == ["row notANumber ×1 4 A", "cell notANumber ×1 4 A"])
  }

  @Test func `a value that no row has is told, and a feedback that counts nothing is not clean`() throws {
    let declared = try Declared.apply("where \"Status\" is \"closed\", \"Gone\"\n ignore -99\n" + Self.sat)
    let some = declared.tally("Status,Sat\nClosed,5\nOpen,1\n").value.audit
    #expect(some.isClean && some.unmet.map(\.cell) == ["Gone", "-99"] && some.unmet.map(\.column) == ["Status", ""])
    for export in ["Status,Sat\nOpen,5\n", "Status,Sat\n", "Status,Sat\nclosed,\n", "Status,Sat\nclosed,-99\n"] {
      #expect(!declared.tally(export).value.audit.isClean)
    }
  }

  // MARK: SurveyMonkey's matrix

  @Test func `every option of a matrix has its question before it`() throws {
    func tally(_ column: String) throws -> Diagnosed<FeedbackResult> {
      try Declared.apply("period 2026\n answer csat \"\(column)\" of apply/form scale 1..5").tally(
        "Respondent ID,Collector ID,How satisfied?,,How often?,Anything?\n,,Speed,Price,Response,Open-Ended Response\n"
          + "1,9,2,4,5,\n")
    }
    #expect(try tally("How satisfied? / Speed").rows == ["form csat 2026 2 ×1"])
    #expect(try tally("How satisfied? / Price").rows == ["form csat 2026 4 ×1"])
    #expect(try tally("How often?").rows == ["form csat 2026 5 ×1"])
    #expect(try tally("Price").rows == ["form csat 2026 4 ×1"])
    let bare = try tally("How satisfied?").diagnostics
    #expect(bare.map(\.rule.code) == ["repeated-column"] && bare.first?.help?.contains("such as \"Speed\"") == true)
  }

  // MARK: dates

  @Test(arguments: [
    ("YYYY/MM/DD h:mm:ss A [GMT]Z", "2026/03/02 3:08:44 PM GMT+1", "2026-03"),
    ("MM/DD/YYYY hh:mm:ss A", "1/26/2026 1:39:50\u{202F}PM", "2026-01"),
    ("MM/DD/YYYY hh:mm:ss A", "1/26/2026 1:39:50\u{A0}p.m.", "2026-01"),
    ("MM/DD/YYYY hh:mm:ss A", "1/26/2026 1:39:50PM", "2026-01"), ("MM/DD/YYYY", "1/26/2026 1:39:50 a.m.", "2026-01"),
    ("DD. MMMM YYYY", "5. Januar 2026", "2026-01"), ("DD. MMM YYYY", "5. Okt. 2026", "2026-10"),
    ("DD. MMMM YYYY", "5. März 2026", "2026-03"), ("DD MMM YYYY", "5 déc. 2026", "2026-12"),
    ("DD MMMM YYYY", "5 de\u{301}cembre 2026", "2026-12"), ("DD MMMM YYYY", "5 augusti 2026", "2026-08"),
    ("DD-MMM-YY", "05-SEP-26", "2026-09"), ("DD MMMM YYYY", "5 Marketing 2026", ""), ("DD MMM YYYY", "5 Dece 2026", ""),
    ("DD MMMM YYYY", "5 Mayday 2026", ""),
  ])
  func `AM, PM, offsets and months as people write them`(format: String, cell: String, month: String) throws {
    let result = try Declared.apply("date \"D\" format \"\(format)\"\n answer csat \"A\" of apply/form scale 1..5")
      .tally("D;A\n\(cell);5\n")
    #expect(result.rows == (month.isEmpty ? [] : ["form csat \(month) 5 ×1"]))
  }

  @Test func `a German March in Windows-1252`() throws {
    let bytes = Array("D;A\n5. M".utf8) + [0xE4] + Array("rz 2026;5\n".utf8)
    let result = try Declared.apply("date \"D\" format \"DD. MMMM YYYY\"\n answer csat \"A\" of apply/form scale 1..5")
      .tally([("x.csv", bytes)])
    #expect(result.rows == ["form csat 2026-03 5 ×1"])
  }

  @Test(arguments: [
    (["25.07.2026 10:00:00"], ["2026-07"]), (["03.04.2026", "25.07.2026"], ["2026-04", "2026-07"]),
    (["03/04/2026 10:00 PM", "07/25/2026 1:00 AM"], ["2026-03", "2026-07"]),
  ])
  func `a day above 12 decides`(cells: [String], months: [String]) throws {
    let result = try Declared.apply("date \"D\"\n answer csat \"A\" of apply/form scale 1..5").tally(
      "D;A\n" + cells.map { "\($0);5\n" }.joined())
    #expect(result.rows == months.map { "form csat \($0) 5 ×1" } && result.messages.isEmpty)
  }

  @Test(arguments: [
    ("03.04.2026 10:00:00", "format \"MM.DD.YYYY\" or format \"DD.MM.YYYY\""),
    ("03-04-26", "format \"MM-DD-YY\" or format \"DD-MM-YY\""),
  ])
  func `the formats offered fit`(cell: String, help: String) throws {
    let result = try Declared.apply("date \"D\"\n answer csat \"A\" of apply/form scale 1..5").tally("D;A\n\(cell);5\n")
    #expect(result.diagnostics.map { $0.help } == ["say how dates are written: \(help)"])
  }

  @Test func `a date that cannot be read gets the format that fits the most cells`() throws {
    let declared = try Declared.apply("date \"D\"\n answer csat \"A\" of apply/form scale 1..5")
    let words = declared.tally("D;A\n5. Mai 2026;5\n6. Juni 2026;4\nlater;3\n").value.audit
    #expect(words.formats[.dateUnreadable]?.most.format == "DD. MMM YYYY" && !words.hasDayNumbers)
    let excel = declared.tally("D;A\n46112;5\n46113.625;4\n").value.audit
    #expect(excel.formats.isEmpty && excel.hasDayNumbers)
    // Both orders are in one column: nothing decides.
    #expect(declared.tally("D;A\n25.07.2026;5\n07.25.2026;4\n").diagnostics.map(\.rule.code) == ["ambiguous-date"])
  }

  // MARK: durations

  @Test(arguments: [
    ("26:14:03", 94_443), ("2h 15m", 8100), ("PT1H30M", 5400), ("P1DT2H", 93_600), ("1 day, 3 hrs", 97_200),
    ("45s", 45),
    ("1:30", -2), ("P1M", -1), ("1h 2h", -1), ("15m 2h", -1), ("26:99:03", -1), ("h", -1),
  ])
  func `durations that say their units`(cell: String, seconds: Int) throws {
    let result = try Declared.apply(Self.minutes).tally("T;M\n1;\(cell)\n")
    switch seconds {
    case -2: #expect(result.left.first == "row durationAmbiguous ×1 2 M")
    case -1: #expect(result.left.first == "row notANumber ×1 2 M")
    default: #expect(result.rows == ["call resolution 2026-Q3 \(DurationBucket(of: seconds).start) ×1"])
    }
  }

  @Test func `times without an offset go through the zone, over a change of the clocks`() throws {
    let lines = "period 2026\n answer resolution from \"A\" to \"B\" of apply/call\n date \"A\""
    func seconds(_ from: String, _ to: String, _ zone: String) throws -> [String] {
      var options = CountingOptions()
      options.zoneFile = { ZoneTests.read($0) }
      return try Declared.apply(lines + zone).tally([("x", Array("A,B\n\(from),\(to)\n".utf8))], options: options).rows
    }
    func row(_ hours: Int) -> [String] { ["call resolution 2026 \(DurationBucket(of: hours * 3600).start) ×1"] }
    let zone = " zone \"Europe/Berlin\""
    try #require(ZoneTests.read("Europe/Berlin") != nil)
    #expect(try seconds("2026-03-28 12:00", "2026-03-29 12:00", zone) == row(23))
    #expect(try seconds("2026-10-24 12:00", "2026-10-25 12:00", zone) == row(25))
    #expect(try seconds("2026-07-01 12:00", "2026-07-01T12:00:00Z", zone) == row(2))
    #expect(try seconds("2026-03-28 12:00", "2026-03-29 12:00", "") == row(24))
    #expect(try seconds("2026-07-01 12:00", "2026-07-01T12:00:00Z", "") == [])
  }

  // MARK: what is no row

  @Test func `totals, empty rows and quotes with a backslash are told for what they are`() throws {
    let declared = try Declared.apply("date \"D\"\n answer csat \"Sat\" of apply/form scale 1..5")
    let result = declared.tally("D,N,Sat\n2026-09-01,x,5\nTotal,1,5\n,,\n\"Summe:\",,\"4,5\"\n")
    #expect(result.rows == ["form csat 2026-09 5 ×1"])
    #expect(result.left == ["row total ×2 3", "row emptyRow ×1 4"] && result.value.audit.isClean)
    let backslash = declared.tally("D,N,Sat\n2026-09-01,\"said \\\"fine, thanks\\\" twice\",5\n")
    #expect(backslash.left == ["row backslash ×1 2"])
    // A name is no total.
    let named = try Declared.apply(Self.sat).tally("Company,Why,Sat\nTotal,good,5\nTotal,,4\n")
    #expect(named.rows == ["form csat 2026-Q3 5 ×1"])
  }

  @Test(arguments: [
    ("Date|Sat\n2026-09-01|5\n", ""),
    ("\"Date,Sat\"\n\"2026-09-01,5\"\n", "each whole line is in quotes"),
    ("\"Date\", \"Sat\"\n\"2026-09-01\", \"5\"\n", "has blanks before quotes"),
    ("Date,Rating\n2026-09-01,5\n", "its columns are \"Date\", \"Rating\""),
  ])
  func `how a file was read is in the message`(export: String, help: String) throws {
    let result = try Declared.apply("date \"Date\"\n answer csat \"Sat\" of apply/form scale 1..5").tally(export)
    guard !help.isEmpty else {
      #expect(result.rows == ["form csat 2026-09 5 ×1"])
      return
    }
    #expect(
      result.messages.allSatisfy { $0.contains("(read as ") && $0.contains("UTF-8)") } && !result.messages.isEmpty)
    #expect(result.diagnostics.allSatisfy { $0.help?.contains(help) == true })
  }

  @Test(arguments: [
    ("<!DOCTYPE html>\n<html><body>Log in</body></html>", "web page"), ("\n <HTML>\n", "web page"),
    ("<?xml version=\"1.0\"?><Workbook xmlns=\"urn\"/>", "XML"), ("%PDF-1.7\n", "PDF"), ("{\\rtf1 Date,Sat}", "RTF"),
    ("<table><tr><td>Date</td></tr></table>", "web page"),
  ])
  func `a file that is no table is told for what it is`(text: String, says: String) throws {
    let result = try Declared.apply(Self.sat).tally(text)
    #expect(result.diagnostics.map(\.rule.code) == ["unreadable-export"])
    #expect(result.messages.allSatisfy { $0.contains(says) } && result.diagnostics.allSatisfy { $0.help != nil })
  }

  @Test func `what the column shows is in the audit`() throws {
    let lines = "date \"D\"\n answer resolution \"M\" of apply/call in minutes"
    let file = try Declared.apply(lines).tally("D;M\n25.07.2026;2,5\n03.07.2026;1,250\n").value.audit.files.first
    #expect(file?.dateFormat == "DD.MM.YYYY" && file?.hasDecimalCommas == true)
    let declared = try Declared.apply(
      lines.replacing("\"D\"", with: "\"D\" format \"DD.MM.YYYY\"") + "\n decimal \",\""
    )
    .tally("D;M\n25.07.2026;2,5\n").value.audit.files.first
    #expect(declared?.dateFormat == nil && declared?.hasDecimalCommas == false)
  }

  // MARK: vendors

  /// Of each vendor the header, a row of an answer and a row of another, with what the feedback says of it.
  static let vendors: [(lines: String, header: String, rows: [String])] = [
    (
      "date \"RecordedDate\"\n answer csat \"Q1\" of apply/form scale 1..5",
      "StartDate,EndDate,Status,Finished,RecordedDate,ResponseId,Q1",
      ["x,x,0,1,2026-04-01,R1,5", "x,x,0,1,2026-04-01,R2,5"]
    ),
    (
      "date \"V8\"\n answer csat \"Q1\" of apply/form scale 1..5",
      "V1,V2,V3,V7,V8,V10,Q1\nResponseID,ResponseSet,Name,Status,StartDate,Finished,How?",
      ["R_1,x,x,0,2026-04-01,1,5", "R_2,x,x,0,2026-04-01,1,5"]
    ),
    (
      "date \"End Date\" format \"MM/DD/YYYY\"\n answer csat \"How?\" of apply/form scale 1..5",
      "Respondent ID,Collector ID,Start Date,End Date,How?\n,,,,Response",
      ["1,9,04/01/2026,04/01/2026,5", "2,9,04/01/2026,04/01/2026,5"]
    ),
    (
      "date \"Created at\"\n answer csat \"Satisfaction Score\" of apply/form scale 1..5 { \"Good\" is 5 }",
      "Summation column,Id,Status,Created at,Satisfaction Score",
      ["1,17,Closed,2026-04-01 10:00,Good", "1,18,Closed,2026-04-01 10:00,Good"]
    ),
    (
      OverlapTests.asked, "#,How was it?,Response Type,Submit Date (UTC),Network ID",
      ["a,5,completed,2026-04-01 10:00:00,x", "b,5,completed,2026-04-01 10:00:00,x"]
    ),
    (
      "date \"request_sent_at\"\n answer csat \"star_rating\" of apply/form scale 1..5",
      "request_id,request_sent_at,request_delivery_status,response_received_at,star_rating",
      ["1,2026-04-01T10:00:00Z,sent,2026-04-01T11:00:00Z,5", "2,2026-04-01T10:00:00Z,sent,2026-04-01T11:00:00Z,5"]
    ),
    (
      "date \"created_at\"\n answer csat \"score\" of apply/form scale 1..5",
      "id,person,survey_type,score,created_at,person_properties",
      ["1,ann,csat,5,1775001600,", "2,ann,csat,5,1775001600,"]
    ),
  ]

  @Test(arguments: vendors.indices)
  func `exports of each vendor may overlap`(vendor: Int) throws {
    let (lines, header, rows) = Self.vendors[vendor]
    let (one, both) = (Array("\(header)\n\(rows[0])\n".utf8), Array("\(header)\n\(rows[0])\n\(rows[1])\n".utf8))
    let result = try Declared.apply(lines).tally([("x (1).csv", both), ("x.csv", one)])
    #expect(result.rows == ["form csat 2026-04 5 ×2"])
    #expect(result.left.count == 1 && result.left[0].hasPrefix("row sameAnswer ×1"))
    #expect(result.messages.isEmpty && result.value.audit.isClean && result.value.audit.files[0].vendor != nil)
  }

  @Test func `a vendor without an id tells that its exports overlap`() throws {
    let result = try Declared.apply("period 2026-Q2\n answer csat \"rating\" of apply/form scale 1..5").tally([
      ("a", Array("rating,remark\n5,great\n".utf8)), ("b", Array("rating,remark\n5,great\n4,\n".utf8)),
    ])
    #expect(result.diagnostics.map(\.rule.code) == ["equal-rows"])
    let forms = try Declared.apply("date \"Timestamp\"\n answer csat \"How was it?\" of apply/form scale 1..5").tally([
      ("a", Array("Timestamp,How was it?\n2026/04/01 10:00:00,5\n".utf8)),
      ("b", Array("Timestamp,How was it?\n2026/04/01 10:00:00,5\n".utf8)),
    ])
    #expect(forms.diagnostics.map(\.rule.code) == ["equal-rows"])
  }
}
