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

  static let dated = "date \"D\"\n answer csat \"A\" of apply/form scale 1..5"

  /// Nine digits reach to 9 September 2001, ten go on from there, thirteen are milliseconds.
  @Test(
    arguments: [
      ("100000000", "1973-03"), ("999999999", "2001-09"), ("1000000000", "2001-09"), ("1775001600", "2026-04"),
      ("1775001600000", "2026-04"), ("0999999999999", "2001-09"), ("99999999", nil), ("17750016000", nil),
      ("177500160000", nil), ("17750016000000", nil), ("99999999x", nil),
    ] as [(String, String?)])
  func `a time of nine, ten or thirteen digits is seconds or milliseconds since 1970`(cell: String, month: String?)
    throws
  {
    let rows = try Declared.apply(Self.dated).tally("D,A\n\(cell),5\n").rows
    #expect(rows == (month.map { ["form csat \($0) 5 ×1"] } ?? []))
  }

  /// The time between the same reading of a clock at Greenwich and elsewhere.
  @Test(
    arguments: [
      ("-03:30", 12_600), ("-0330", 12_600), ("-00:30", 1800), ("-09:30", 34_200), ("-12:00", 43_200), ("-3", 10_800),
      ("UTC-3:30", 12_600), ("+05:45", -20_700), ("+12:45", -45_900), ("+13:00", -46_800), ("+14:00", -50_400),
      ("+1400", -50_400), ("GMT+13", -46_800), ("+16:00", nil), ("-03:60", nil),
    ] as [(String, Int?)])
  func `an offset moves a time by its hours and its minutes, whichever way`(offset: String, seconds: Int?) throws {
    let declared = try Declared.apply("period 2026\n answer resolution from \"S\" to \"E\" of apply/form")
    let (here, there) = ("2026-04-03T12:00:00Z", "2026-04-03T12:00:00\(offset)")
    let (start, end) = seconds ?? 0 < 0 ? (there, here) : (here, there)
    let rows = declared.tally("S,E\n\(start),\(end)\n").rows
    #expect(rows == (seconds.map { ["form resolution 2026 \(DurationBucket(of: abs($0)).start) ×1"] } ?? []))
  }

  @Test(arguments: ["+12:45", "+13:00", "+14:00", "-12:00", "-03:30"])
  func `the period of an instant is that of the zone the feedback says, however far away`(zone: String) throws {
    let declared = try Declared.apply(
      "date \"D\" zone \"\(zone)\"\n answer csat \"A\" of apply/form scale 1..5")
    let offset = try #require(Zone(offset: zone)).offset(at: 0)
    // The first second of April there, and the one before it.
    let first = 1_775_001_600 - offset
    let rows = declared.tally("D,A\n\(first),5\n\(first - 1),4\n").rows
    #expect(rows == ["form csat 2026-03 4 ×1", "form csat 2026-04 5 ×1"])
  }

  @Test(
    arguments: [
      ("999999.9999999999", true), ("999999", true), ("0.999999e6", true), ("0", true), ("1000000", false),
      ("1e6", false), ("1000000.0000000001", false), ("999999.99999999995", false),
    ])
  func `a weight is below a million`(weight: String, isRead: Bool) throws {
    let left = try Declared.apply("period 2026\n weight \"W\"\n answer csat \"A\" of apply/form scale 1..5")
      .tally("A;W\n5;\(weight)\n").left
    #expect(left == (isRead ? [] : ["row weightUnreadable ×1 2 W"]))
  }

  /// Tallies hold times of up to twelve digits.
  @Test(
    arguments: [
      ("277777777h 46m 39s", 999_999_999_999), ("277777777h 46m 38s", 999_999_999_998), ("277777777h 46m 40s", nil),
      ("277777777:46:39", 999_999_999_999), ("277777777:46:40", nil), ("16666666666.65", 999_999_999_999),
      ("16666666666.67", nil), ("999999999w", nil),
    ] as [(String, Int?)])
  func `the longest time is one of twelve digits, however it is written`(cell: String, seconds: Int?) throws {
    let result = try Declared.apply("period 2026\n answer resolution \"M\" of apply/form in minutes")
      .tally("T;M\n1;\(cell)\n")
    #expect(result.rows == (seconds.map { ["form resolution 2026 \(DurationBucket(of: $0).start) ×1"] } ?? []))
    #expect(result.left.contains("cell tooLarge ×1 2 M") == (seconds == nil))
  }

  @Test(arguments: [
    ("\\/", "/"), ("a\\/b", "a/b"), ("\\\\", "\\"), ("\\\"", "\""), ("\\\\/", "\\/"), ("\\u002f", "/"),
    ("a\\tb", "a\\u{9}b"), ("a\\bb", "a\\u{8}b"), ("a\\fb", "a\\u{C}b"), ("a\\nb", "a\\u{A}b"),
    ("a\\rb", "a\\u{D}b"),
  ])
  func `an escape of JSON is the letter it stands for`(written: String, letter: String) throws {
    let declared = try Declared.apply(
      "period 2026\n touchpoint \"T\" { \"x\" is apply/form }\n answer csat \"A\" scale 1..5")
    let line = "{\"T\":\"\(written)\",\"A\":5}\n"
    let unmatched = declared.tally([("x.jsonl", Array(line.utf8))]).value.audit.unmatched
    #expect(unmatched == [Audit.Unmatched(value: letter, count: 1)])
  }

  @Test(arguments: [1, 3]) func `what matches no touchpoint is listed the most frequent first, then by its text`(
    threads: Int
  ) throws {
    let declared = try Declared.apply(
      "period 2026\n touchpoint \"T\" { \"x\" is apply/form }\n answer csat \"A\" scale 1..5")
    let counts = [("Zoo", 3), ("bar", 2), ("Bar", 2), ("Über", 2), ("Ape", 1)]
    let rows = (0..<3).flatMap { turn in counts.filter { $0.1 > turn }.map { "\($0.0),5\n" } }.reversed()
    let text = Array("T,A\n\(rows.joined())".utf8)
    let unmatched = declared.tally([("x.csv", text)], threads: threads, sizes: .init(window: 16, stretch: 16))
      .value.audit.unmatched
    #expect(unmatched.map { "\($0.value) \($0.count)" } == ["Zoo 3", "Bar 2", "bar 2", "Über 2", "Ape 1"])
  }
}
