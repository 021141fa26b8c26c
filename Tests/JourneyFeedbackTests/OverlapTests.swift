import Fuzzing
@testable import JourneyFeedback
import JourneyMetrics
import JourneySource
import Testing

/// An answer that several rows or files hold counts once.
@Suite struct OverlapTests {
  static let typeform = "#,How was it?,Response Type,Submit Date (UTC),Network ID\n"
  static let asked = "date \"Submit Date (UTC)\"\n answer csat \"How was it?\" of apply/form scale 1..5"

  @Test(arguments: [1, 3])
  func `two exports that overlap, and a row that is there twice`(threads: Int) throws {
    let first = Self.typeform + "a,5,completed,2026-08-05 10:00:00,x\nb,4,completed,2026-08-06 10:00:00,x\n"
    let second = first + "c,3,completed,2026-09-06 10:00:00,x\nc,3,completed,2026-09-06 10:00:00,x\n"
    let result = try Declared.apply(Self.asked).tally(
      [("a-1.csv", Array(first.utf8)), ("a-2.csv", Array(second.utf8))], threads: threads,
      sizes: .init(window: 64, stretch: 80))
    #expect(result.rows == ["form csat 2026-08 4 ×1", "form csat 2026-08 5 ×1", "form csat 2026-09 3 ×1"])
    #expect(result.left == ["row sameAnswer ×3 2 #"])
    #expect(result.messages.isEmpty && result.value.audit.isClean && result.value.audit.addsUp)
  }

  @Test func `a file beside its packed twin, in another encoding and with other line ends`() throws {
    let text = Self.typeform + "a,5,completed,2026-08-05 10:00:00,x\nb,4,completed,2026-08-06 10:00:00,ü\n"
    let wide = EncodingTests.encoded(text, .utf16LittleEndian)
    let returned = Array(text.replacing("\n", with: "\r\n").utf8)
    let result = try Declared.apply(Self.asked).tally([
      ("a.csv", Array(text.utf8)), ("b.csv", wide), ("c.csv", returned),
    ])
    #expect(result.rows == ["form csat 2026-08 4 ×1", "form csat 2026-08 5 ×1"])
    #expect(result.left == ["row sameAnswer ×4 2 #"])
  }

  @Test func `of a case exported twice the later state counts, whichever file is first`() throws {
    let declared = try Declared.apply(
      """
      date "Created at"
      answer resolution from "Created at" to "Solved at" of apply/call
      answer csat "Satisfaction Score" of apply/call scale 0..1 { "Good" is 1 "Bad" is 0 "Offered" is ignored }
      """)
    let header = "Summation column,Id,Status,Created at,Solved at,Satisfaction Score\n"
    let open = Array((header + "1,17,Open,2026-04-01 10:00,,Offered\n").utf8)
    let solved = Array((header + "1,17,Closed,2026-04-01 10:00,2026-04-01 10:02,Good\n").utf8)
    for files in [[("a", open), ("b", solved)], [("a", solved), ("b", open)]] {
      #expect(declared.tally(files).rows == ["call csat 2026-04 1 ×1", "call resolution 2026-04 120 ×1"])
    }
  }

  @Test func `an answer that was not finished in the first export counts from the second`() throws {
    let header = "StartDate,EndDate,Status,Finished,RecordedDate,ResponseId,Q1\n"
    let declared = try Declared.apply("date \"RecordedDate\"\n answer csat \"Q1\" of apply/form scale 1..5")
    let result = declared.tally([
      ("a", Array((header + "x,x,0,0,2026-04-01,R1,1\nx,x,0,1,2026-04-02,R2,2\n").utf8)),
      ("b", Array((header + "x,x,0,1,2026-04-03,R1,5\nx,x,0,1,2026-04-02,R2,2\n").utf8)),
    ])
    #expect(result.rows == ["form csat 2026-04 2 ×1", "form csat 2026-04 5 ×1"])
    #expect(result.left == ["row unfinished ×1 2 Finished", "row sameAnswer ×1 3 ResponseId"])
  }

  @Test func `a column that only is named Id may be a person's, so rows must be equal`() throws {
    let declared = try Declared.apply("date \"Date\"\n answer csat \"Sat\" of apply/form scale 1..5")
    let result = declared.tally([
      ("a", Array("Id,Date,Sat\nr1,2026-08-05,2\n".utf8)),
      ("b", Array("Id,Date,Sat\nr1,2026-08-05,2\nr1,2026-08-06,2\nr1,2026-08-05,5\n".utf8)),
    ])
    #expect(result.rows == ["form csat 2026-08 2 ×2", "form csat 2026-08 5 ×1"])
    #expect(result.left == ["row sameAnswer ×1 2 Id"])
  }

  @Test(arguments: [
    "Antwort-ID", "antwort id", "Vorgangsnummer", "Ticket-Nr.", "response number", "RecordID", "Case No.",
    "ID de réponse",
    "Número de respuesta", "antwoord_id",
  ])
  func `the id of an answer has many names`(name: String) throws {
    let declared = try Declared.apply("date \"Date\"\n answer csat \"Sat\" of apply/form scale 1..5")
    let first = "\(name),Date,Sat\nr1,2026-08-05,2\n"
    let result = declared.tally([("a", Array(first.utf8)), ("b", Array((first + "r2,2026-08-05,2\n").utf8))])
    #expect(result.rows == ["form csat 2026-08 2 ×2"] && result.messages.isEmpty)
    #expect(result.left == ["row sameAnswer ×1 2 \(name)"])
  }

  @Test(arguments: ["Identity", "Kunden-ID", "Filiale", "IDs", "Antwort"])
  func `other columns identify no answer`(name: String) throws {
    let declared = try Declared.apply("date \"Date\"\n answer csat \"Sat\" of apply/form scale 1..5")
    let row = Array("\(name),Date,Sat\nr1,2026-08-05,2\n".utf8)
    let result = declared.tally([("a", row), ("b", row)])
    #expect(result.diagnostics.map(\.rule.code) == ["equal-rows"])
  }

  /// A rounded number has up to 24 signs.
  @Test(arguments: [
    "NULL", "n/a", "", "1.23457E+15", "1,2E+3", "anonymous", "-", "1.23456789012345678E+15", "1.234567890123456789E+15",
    "-1,23456789012345678E+15", "------------------------",
  ])
  func `what identifies nobody makes no two answers one`(id: String) throws {
    let result = try Declared.apply(Self.asked).tally(
      Self.typeform + "\"\(id)\",5,completed,2026-08-05 10:00:00,x\n\"\(id)\",5,completed,2026-08-05 10:00:00,x\n")
    #expect(result.rows == ["form csat 2026-08 5 ×2"])
  }

  @Test func `without an id rows that are in two files are an error`() throws {
    let declared = try Declared.apply("date \"Date\"\n answer csat \"Sat\" of apply/form scale 1..5")
    func messages(_ first: String, _ second: String) -> [String] {
      declared.tally([("a", Array("Date,Sat\n\(first)".utf8)), ("b", Array("Date,Sat\n\(second)".utf8))]).messages
    }
    #expect(
      messages("2026-08-05,2\n2026-08-06,2\n", "2026-08-06,2\n") == [
        "1 row is in both \"a\" and \"b\", with the same text in all cells"
      ])
    // Short rows that a file has several times are equal by chance.
    let (once, twice) = ("2026-08-05,2\n", "2026-08-05,2\n2026-08-05,2\n")
    #expect(messages(twice, once).isEmpty && messages(once, twice).isEmpty && messages(twice, twice).isEmpty)
    #expect(
      messages(once + "2026-08-06,3\n", "2026-08-06,3\n" + twice) == [
        "1 row is in both \"a\" and \"b\", with the same text in all cells"
      ])
    #expect(messages("2026-08-05,2\n", "2026-08-06,2\n").isEmpty)
    #expect(messages("2026-08-05,9\n", "2026-08-05,9\n").isEmpty)
    #expect(declared.tally("Date,Sat\n2026-08-05,2\n2026-08-05,2\n").rows == ["form csat 2026-08 2 ×2"])
  }

  @Test(arguments: 0..<8)
  func `any order of rows, files and threads keeps the same answers`(seed: Int) throws {
    var draw = OracleTests.Draw(state: UInt64(seed))
    let rows = (0..<90).map { _ in
      "t\(draw.next(30)),\(1 + draw.next(5)),completed,2026-04-0\(1 + draw.next(3)) 10:00:00,\"x\n\(draw.next(4))\"\n"
    }
    let declared = try Declared.apply(Self.asked)
    let plain = declared.tally(Self.typeform + rows.joined())
    #expect(plain.value.audit.answers.counted == Set(rows.map { $0.prefix { $0 != "," } }).count)
    for (threads, stretch) in [(1, 1 << 20), (2, 100), (3, 500)] {
      var shuffled = rows
      for index in shuffled.indices { shuffled.swapAt(index, draw.next(shuffled.count)) }
      let files = [shuffled[..<40], shuffled[40...]].enumerated().map { index, part in
        ("\(9 - index).csv", Array((Self.typeform + part.joined()).utf8))
      }
      let other = declared.tally(files, threads: threads, sizes: .init(window: 64, stretch: stretch, compared: 500))
      #expect(other.value.tally.text == plain.value.tally.text)
      #expect(other.value.audit.addsUp)
    }
  }
}

@Suite struct AloneTests {
  static let alone = PersonTests.lines.replacing("\"ID\"", with: "\"ID\" or alone")

  @Test func `answers of nobody count each by itself`() throws {
    let rows = "ID,D,T,A,B\nann,2026-04-01,F,1,\nann,2026-04-02,F,2,\n,2026-04-01,F,3,\nNULL,2026-04-01,F,3,\n"
    let alone = try Declared.apply(Self.alone).tally(rows)
    #expect(alone.rows == ["form csat 2026-04 2 ×1", "form csat 2026-04 3 ×2"])
    #expect(alone.value.audit.isClean)
    let bare = try Declared.apply(PersonTests.lines).tally(rows)
    #expect(bare.rows == ["form csat 2026-04 2 ×1"])
    #expect(bare.left == ["row personBlank ×2 4 ID", "row answeredAgain ×1 2 A", "cell answeredAgain ×1 2 A"])
    #expect(!bare.value.audit.isClean)
  }

  @Test func `in exports that overlap those of nobody count once, by the answer's id`() throws {
    let lines = "one answer per person \"Network ID\" or alone\n" + OverlapTests.asked
    let file = Array(
      (OverlapTests.typeform + "a,5,completed,2026-08-05 10:00:00,\nb,4,completed,2026-08-05 10:00:00,\n").utf8)
    let result = try Declared.apply(lines).tally([("a", file), ("b", file)])
    #expect(result.rows == ["form csat 2026-08 4 ×1", "form csat 2026-08 5 ×1"])
  }
}
