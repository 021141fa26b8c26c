@testable import JourneyFeedback
import Fuzzing
import JourneySource
import Testing

@Suite struct MeaningTests {
  @Test(arguments: [
    ("2026-04-01", "2026-04"), ("2026-04-01 23:59:59", "2026-04"), ("2026/04/01", "2026-04"), ("20260401", "2026-04"),
    ("2026-04-01T00:30:00+02:00", "2026-04"), ("2026-04-01T00:30:00.123Z", "2026-04"), ("2026-4-1", ""),
    ("1775001600", "2026-04"), ("1775001599", "2026-03"), ("1775001600000", "2026-04"), ("2026-13-01", ""),
    ("2026-02-29", ""), ("2024-02-29", "2024-02"), ("2026-04-01 25:00", ""), ("2026-04-30 24:00:00", "2026-04"),
    ("2026-04-30 24:30:00", ""), ("2026-04-01 10:00 PM", "2026-04"),
    ("13/04/2026", "2026-04"), ("1.4.26", "ambiguous"), ("04-01-2026", "ambiguous"), ("Apr 1, 2026", ""),
    ("0000-01-01", ""), ("2026-04-01x", ""), ("２０２６-04-01", ""), (" 2026-04-01 ", "2026-04"),
  ])
  func `dates without a format`(cell: String, expected: String) throws {
    let result = try Declared.apply(
      "date \"D\"\n answer csat \"A\" of apply/form scale 1..5"
    ).tally("D;A\n\(cell);5\n")
    switch expected {
    case "": #expect(result.left == ["row dateUnreadable ×1 2 D"])
    case "ambiguous": #expect(result.left == ["row dateAmbiguous ×1 2 D"])
    default: #expect(result.rows == ["form csat \(expected) 5 ×1"])
    }
  }

  @Test(arguments: [
    ("MM/DD/YYYY", "03/04/2026", "2026-03"), ("DD/MM/YYYY", "03/04/2026", "2026-04"), ("D.M.YY", "3.4.26", "2026-04"),
    ("MM/DD/YYYY", "03/04/2026 10:15", "2026-03"), ("MM/DD/YYYY hh:mm:ss A", "12/31/2026 11:59:59 PM", "2026-12"),
    ("MM/DD/YYYY", "13/04/2026", ""), ("DD MMM YYYY", "01 November 2026", "2026-11"),
    ("DD MMM YYYY", "01 Now 2026", ""),
    ("YYYY-MM-DD'T'HH:mm:ss.SSSZ", "2026-04-01T10:00:00.000+0200", "2026-04"), ("yyyy.MM.dd", "2026.04.01", "2026-04"),
  ])
  func `dates in a declared format`(format: String, cell: String, expected: String) throws {
    let result = try Declared.apply(
      "date \"D\" format \"\(format)\"\n answer csat \"A\" of apply/form scale 1..5"
    ).tally("D;A\n\(cell);5\n")
    #expect(result.rows == (expected.isEmpty ? [] : ["form csat \(expected) 5 ×1"]))
  }

  @Test func `periods by quarter and year`() throws {
    for (rule, period) in [("quarter", "2026-Q2"), ("year", "2026"), ("month", "2026-06")] {
      let result = try Declared.apply(
        "date \"D\"\n period \(rule)\n answer csat \"A\" of apply/form scale 1..5"
      ).tally("D,A\n2026-06-30,5\n")
      #expect(result.rows == ["form csat \(period) 5 ×1"])
    }
  }

  @Test func `weights are exact, and a wrong one leaves its row out`() throws {
    let result = try Declared.apply(
      "period 2026\n weight \"W\"\n answer csat \"A\" of apply/form scale 1..5 unused 6\n"
        + "answer resolution \"R\" in hours of apply/call"
    ).tally(
      "A;W;R\n5;0.1;1\n5;0.2;1\n5;0,0000000001;\n6;1.00000000000;\n4;;1\n4;-1;\n4;1e3;\n4;0.00000000001;\n4;NaN;\n")
    #expect(
      result.rows == [
        "call resolution 2026 3600 ×2", "form csat 2026 4 ×2 w1000 1000000",
        "form csat 2026 5 ×3 w0.3000000001 0.05000000000000000001",
        "form csat 2026 unused ×1 w1 1",
      ])
    #expect(result.left == ["row weightBlank ×1 6 W", "row weightUnreadable ×2 7 W"])
  }

  @Test(arguments: [
    ("in hours", "18.05", "64768"), ("in hours", "0,5", "1800"), ("in minutes", "0.00833", "0"),
    ("in minutes", "0.0084", "1"), ("in seconds", "0.5", "1"), ("in seconds", "255.5", "256"),
    ("in days", "1", "86016"),
    ("in seconds", "-1", "-"), ("in seconds", "NaN", "-"), ("in seconds", "1e309", "-"), ("in seconds", "", "-"),
    ("in days", "99999999999999", "-"),
  ])
  func `durations in a unit`(unit: String, cell: String, bucket: String) throws {
    let result = try Declared.apply("period 2026\n answer resolution \"R\" \(unit) of apply/form")
      .tally("R;X\n\(cell);x\n")
    #expect(result.rows == (bucket == "-" ? [] : ["form resolution 2026 \(bucket) ×1"]))
    #expect(result.value.audit.addsUp)
  }

  @Test func `durations between two columns, open without an end`() throws {
    let result = try Declared.apply(
      "date \"From\"\n answer resolution from \"From\" to \"To\" of apply/form"
    ).tally(
      "From,To\n2026-01-01 00:00:00,2026-01-01 00:01:40\n2026-01-01,\n2026-01-02,2026-01-01\n2026-01-01,later\n"
        + "2026-01-01T00:00:00Z,2026-01-01T02:00:00+02:00\n")
    #expect(
      result.rows == [
        "form resolution 2026-01 0 ×1", "form resolution 2026-01 100 ×1", "form resolution 2026-01 >86016 ×1",
      ])
    #expect(
      result.left == [
        "row negative ×1 4 To", "row timeUnreadable ×1 5 To", "cell negative ×1 4 To",
        "cell timeUnreadable ×1 5 To",
      ])
  }

  @Test func `resolved at first contact: yes or no`() throws {
    let result = try Declared.apply(
      "period 2026\n answer fcr \"S\" of apply/form { \"Y\" is yes \"Never\" is ignored }"
    )
    .tally("S,x\nY,\nyes,\nNo,\n0,\nMaybe,\nNever,\n,\n")
    #expect(result.rows == ["form fcr 2026 0 ×2", "form fcr 2026 1 ×2"])
    #expect(result.left == ["row notInTable ×1 6 S", "row noAnswer ×2 7", "cell notInTable ×1 6 S"])
    #expect(result.value.audit.answers.ignored == 1 && result.value.audit.answers.blank == 1)
  }

  @Test func `no strange number is ever an answer`() throws {
    let cells = ["NaN", "1e309", "\"1,5\"", "５", "6", "0", "-1", "4.5", "inf", "0x5", "5 stars", "５.0", "1e0"]
    let result = try Declared.apply("period 2026\n answer csat \"A\" of apply/form scale 1..5")
      .tally("A,x\n" + cells.map { "\($0),\n" }.joined() + "\"5,0\",\n+5,\n05,\n")
    #expect(result.rows == ["form csat 2026 5 ×3"])
    #expect(result.value.audit.answers.leftOut.map(\.reason) == [.notANumber, .notWhole, .offScale])
    #expect(result.value.audit.answers.leftOut.map(\.count) == [8, 2, 3])
    #expect(!result.value.audit.isClean)
  }

  @Test func `zones matter for offsets and Unix times`() throws {
    let declared = try Declared.apply(
      "date \"D\" zone \"+02:00\"\n answer csat \"A\" of apply/form scale 1..5")
    let result = declared.tally(
      "D,A\n2026-03-31 23:00:00,1\n2026-03-31T23:00:00Z,2\n1774998000,3\n2026-04-01T00:30:00+05:00,4\n")
    #expect(
      result.rows == [
        "form csat 2026-03 1 ×1", "form csat 2026-03 4 ×1", "form csat 2026-04 2 ×1", "form csat 2026-04 3 ×1",
      ])
    let unknown = try Declared.apply("date \"D\" zone \"Nowhere/City\"\n answer csat \"A\" of apply/form scale 1..5")
    #expect(unknown.tally("D,A\n").messages == ["no time zone is named \"Nowhere/City\""])
  }
}
