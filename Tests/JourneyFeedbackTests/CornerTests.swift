import JourneyMetrics
import JourneySource
import Testing

@testable import JourneyFeedback

/// Corners of what exports may hold, with their neighbours.
@Suite struct CornerTests {
  /// The scan takes 64 bytes at a time: the row ends in each of them.
  @Test(arguments: 0..<64) func `a return behind a closing quote that does not end the row is never lost`(letters: Int)
    throws
  {
    let declared = try Declared.apply("date \"D\"\n answer csat \"A\" of apply/form scale 1..5")
    let text = String(repeating: "a", count: letters)
    let broken = declared.tally("D,A,C\n2026-04-01,5,\"\(text)\"\rb\n2026-04-01,4,x\n")
    #expect(!broken.rows.contains { $0.contains(" 5 ") }, "\(broken.rows)")
    #expect(!broken.value.audit.isClean)
    let whole = declared.tally("D,A,C\n2026-04-01,5,\"\(text)\"\r\n2026-04-01,4,x\r\n")
    #expect(whole.rows == ["form csat 2026-04 4 ×1", "form csat 2026-04 5 ×1"])
  }

  @Test(arguments: [
    ("America/Denver", 1_112_518_800, -25_200, -21_600), ("America/Denver", 1_130_659_200, -21_600, -25_200),
    ("Europe/Berlin", 1_111_885_200, 3600, 7200), ("Europe/Berlin", 1_130_634_000, 7200, 3600),
    ("Asia/Tokyo", 1_112_518_800, 32_400, 32_400),
  ])
  func `the clocks change at the very second`(name: String, moment: Int, before: Int, after: Int) throws {
    guard let bytes = ZoneTests.read(name) else { return }
    let zone = try #require(Zone(file: bytes))
    #expect(
      zone.offset(at: moment - 1) == before && zone.offset(at: moment) == after && zone.offset(at: moment + 1) == after)
  }

  @Test(arguments: [("00", "2000"), ("26", "2026"), ("69", "2069"), ("70", "2070"), ("99", "2099")])
  func `two digits are a year of this century`(written: String, year: String) throws {
    let declared = try Declared.apply("date \"D\" format \"D.M.YY\"\n answer csat \"A\" of apply/form scale 1..5")
    #expect(declared.tally("D;A\n3.4.\(written);5\n").rows == ["form csat \(year)-04 5 ×1"])
  }

  @Test(arguments: [
    ("12:30 AM", "1:30 AM", 3600), ("11:30 AM", "12:30 PM", 3600), ("12:30 PM", "1:30 PM", 3600),
    ("12:00 AM", "12:00 PM", 43_200),
    ("12:59 AM", "1:00 AM", 60), ("1:00 PM", "11:00 PM", 36_000),
  ])
  func `twelve is the first hour of each half of the day`(start: String, end: String, seconds: Int) throws {
    let declared = try Declared.apply(
      "date \"S\" format \"MM/DD/YYYY hh:mm A\"\n answer resolution from \"S\" to \"E\" of apply/form")
    let rows = declared.tally("S,E\n04/03/2026 \(start),04/03/2026 \(end)\n").rows
    #expect(rows == ["form resolution 2026-04 \(DurationBucket(of: seconds).start) ×1"])
  }

  @Test(arguments: ["\\ud83d\\ude00", "\\uD83D\\uDE00", "😀"]) func `two halves of a character in JSON are one`(
    written: String
  ) throws {
    let declared = try Declared.apply(
      "date \"D\"\n answer csat \"A\" of apply/form scale 1..5 { \"😀\" is 5 \"é\" is 1 }")
    let lines = "{\"D\":\"2026-04-01\",\"A\":\"\(written)\"}\n{\"D\":\"2026-04-01\",\"A\":\"\\u00e9\"}\n"
    #expect(
      declared.tally([("x.jsonl", Array(lines.utf8))]).rows == ["form csat 2026-04 1 ×1", "form csat 2026-04 5 ×1"])
    let half = "{\"D\":\"2026-04-01\",\"A\":\"\\ud83d\"}\n"
    #expect(declared.tally([("x.jsonl", Array(half.utf8))]).rows.isEmpty)
  }

  /// What a feedback says of a column replaces what Waymark knows of it.
  @Test(arguments: [
    ("", ["IP Address"]), ("where \"Status\" is \"Survey Preview\"", ["Survey Preview"]),
    ("where \"Status\" is \"Survey Preview\", \"IP Address\"", ["IP Address", "Survey Preview"]),
  ])
  func `a condition on the status says which rows count`(condition: String, counted: [String]) throws {
    let declared = try Declared.apply(
      "date \"RecordedDate\"\n \(condition)\n answer csat \"Q1\" of apply/form scale 1..5")
    let export = """
      StartDate,EndDate,Status,Finished,RecordedDate,ResponseId,Q1
      Start Date,End Date,Response Type,Finished,Recorded Date,Response ID,How was it?
      "{""ImportId"":""startDate""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID1""}"
      2026-04-01,2026-04-01,IP Address,True,2026-04-01,R_1,5
      2026-04-01,2026-04-01,Survey Preview,True,2026-04-01,R_2,4

      """
    let answers = ["IP Address": 5, "Survey Preview": 4]
    #expect(
      declared.tally(export).rows == counted.compactMap { answers[$0] }.sorted().map { "form csat 2026-04 \($0) ×1" })
  }
}
