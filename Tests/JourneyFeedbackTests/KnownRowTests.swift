@testable import JourneyFeedback
import Fuzzing
import JourneyMetrics
import JourneySource
import Testing

/// Rows whose cells were met before take a quick way: it must come to what the long one does.
@Suite struct KnownRowTests {
  static let lines = """
      date "D"
      touchpoint "T" {
        "F" is apply/form "The long name of a call" is apply/call "Gets mail" is apply/mail "X" is ignored
      }
      answer csat "A" scale 1..5 unused 6 blank 0
      answer effort "B" scale 1..5 higher-is-easier { "Strongly agree" is 5 "Agree" is 4 }
      segment "S" { "Student", "18–24" is young "Pensioner of many years" is old }
      where "W" is "Closed", "1"
      ignore -99
    """

  private static let dates = [
    "2026-04-01", "2026-04-30 23:59:59", "2026-04-30T23:59:59", "\"2026-04-30 23:59:59\"", "2026-04-30 24:00:00",
    "2026-04-30 23:60:00", "2026-04-30 23:59:61", "2026-04-30 29:59:59", "2026-04-30 2::00:00", "2026-04-30T9:00:00Z",
    "2026-04-30 11:00 PM", "2026-04-31 10:00:00", "2026-02-29", "1777000000", "1777000000 10:20:30", "2026/04/30",
    "04/05/2026", " 2026-05-01", "2026-05-01 ", "2026-05-02+10:20:30", "", "2026-05-03 10:20:30\u{A0}",
  ]

  private static func row(_ draw: inout OracleTests.Draw) -> String {
    [
      draw.pick(["F", "\"F\"", "The long name of a call", "The long nAme of a call", "Gets mail", "X", "", "Lost"]),
      draw.pick(dates),
      draw.pick(["1", "5", "5.0", "\"4\"", "6", "0", "", "-99", "9", "x", "3,5", " 2"]),
      draw.pick(["1", "5", "", "Strongly agree", "\"Strongly agree\"", "Agree", "Agree?", "٣", "2"]),
      draw.pick(["Student", "18–24", "Pensioner of many years", "Pensioner of many yeArs", "\"Student\"", "", "S"]),
      draw.pick(["Closed", "1", "1.0", "Open", "", "\"Closed\""]),
    ].joined(separator: ";") + draw.pick(["\n", "\r\n"])
  }

  @Test(arguments: 0..<6)
  func `the tally of all rows is the sum of those of each`(seed: Int) throws {
    let declared = try Declared.apply(Self.lines)
    var draw = OracleTests.Draw(state: UInt64(seed))
    let header = "T;D;A;B;S;W\n"
    let kinds = (0..<120).map { _ in Self.row(&draw) }
    // Each of them several times, so that its cells are known.
    let rows = (0..<400).map { _ in draw.pick(kinds) }
    let whole = declared.tally(header + rows.joined())
    var sum = Tally()
    var audit = Audit.Answers()
    var (used, left) = (0, 0)
    for row in rows {
      let one = declared.tally(header + row)
      sum = sum.merged(with: one.value.tally)
      used += one.value.audit.rows.used
      left += one.value.audit.rows.leftOut.reduce(0) { $0 + $1.count }
      audit.cells += one.value.audit.answers.cells
      audit.counted += one.value.audit.answers.counted
      audit.unused += one.value.audit.answers.unused
      audit.blank += one.value.audit.answers.blank
      audit.ignored += one.value.audit.answers.ignored
    }
    #expect(whole.value.tally.text == sum.text)
    let rowsOfAll = whole.value.audit.rows
    #expect((rowsOfAll.used, rowsOfAll.leftOut.reduce(0) { $0 + $1.count }) == (used, left))
    audit.leftOut = whole.value.audit.answers.leftOut
    #expect(whole.value.audit.answers == audit && whole.value.audit.addsUp)
    #expect(used > 20 && left > 20)
  }

  @Test func `a cell is known by all of its bytes`() {
    var memory = CellCache()
    var draw = OracleTests.Draw(state: 1)
    let texts = (0..<600).map { index in
      let text = String(repeating: draw.pick(["a", "b"]), count: 1 + index % 40)
      var bytes = Array(text.utf8)
      bytes[draw.next(bytes.count)] = UInt8(ascii: "x")
      return bytes
    }
    var meanings: [[UInt8]: Int32] = [:]
    for (index, text) in texts.enumerated() where meanings[text] == nil {
      let bytes = [0x2C] + text + [0x2C]
      #expect(memory.meaning(bytes.span, 1..<1 + text.count) == CellCache.unknown)
      memory.remember(bytes.span, 1..<1 + text.count, Int32(index))
      meanings[text] = Int32(index)
    }
    for (text, meaning) in meanings {
      let bytes = text + [0x0A]
      #expect(memory.meaning(bytes.span, 0..<text.count) == meaning)
    }
  }
}
