@testable import JourneyFeedback
import Fuzzing
import JourneyMetrics
import JourneySource
import Testing

@Suite struct PersonTests {
  static let lines = """
      one answer per person "ID"
      date "D"
      touchpoint "T" { "F" is apply/form "C" is apply/call }
      answer csat "A" scale 1..5
      answer effort "B" scale 1..5 higher-is-easier
    """

  @Test func `the latest answer of a person counts, by touchpoint and period`() throws {
    let result = try Declared.apply(Self.lines).tally(
      """
      ID,D,T,A,B
      ann,2026-04-01,F,1,1
      ann,2026-04-03,F,5,
      ann,2026-04-02,F,2,2
      ann,2026-04-09,F,,
      ann,2026-04-02,C,3,
      ann,2026-05-01,F,4,
      "bob",2026-04-01,F,1,
      bob,2026-04-01,F,3,
      ,2026-04-01,F,3,

      """)
    #expect(
      result.rows == [
        "call csat 2026-04 3 ×1", "form csat 2026-04 3 ×1", "form csat 2026-04 5 ×1", "form csat 2026-05 4 ×1",
        "form effort 2026-04 2 ×1",
      ])
    #expect(
      result.left == [
        "row personBlank ×1 10 ID", "row answeredAgain ×2 2 A", "row noAnswer ×1 5", "cell answeredAgain ×4 2 A",
      ])
    #expect(result.value.audit.addsUp)
    #expect(!result.value.audit.isClean)
  }

  @Test func `without a date nothing says which is the latest`() throws {
    let declared = try Declared.apply(
      "one answer per person \"ID\"\n period 2026\n answer csat \"A\" of apply/form scale 1..5")
    let result = declared.tally("ID,A\n1,5\n")
    #expect(result.diagnostics.map(\.rule.code) == ["person-without-date"])
    #expect(result.rows.isEmpty)
  }

  @Test(arguments: 0..<12)
  func `any order of rows, files and threads keeps the same answers`(seed: Int) throws {
    var draw = OracleTests.Draw(state: UInt64(seed))
    let rows = (0..<80).map { index in
      "p\(draw.next(9)),2026-04-0\(1 + draw.next(4)),\(draw.pick(["F", "C"])),\(draw.next(7)),\(draw.next(6)),\"x\n\(index)\"\n"
    }
    let header = "ID,D,T,A,B,Text\n"
    let declared = try Declared.apply(Self.lines)
    let plain = declared.tally(header + rows.joined())
    #expect(plain.value.audit.addsUp)
    for (threads, stretch) in [(1, 1 << 20), (2, 100), (3, 1000)] {
      var shuffled = rows
      for index in shuffled.indices { shuffled.swapAt(index, draw.next(shuffled.count)) }
      let files = [shuffled[..<30], shuffled[30...]].enumerated().map { index, part in
        ("\(9 - index).csv", Array((header + part.joined()).utf8))
      }
      // So little that rows of one date are compared in several goes.
      let other = declared.tally(files, threads: threads, sizes: .init(window: 64, stretch: stretch, compared: 1000))
      #expect(other.value.tally.text == plain.value.tally.text)
      #expect(other.value.audit.answers.counted == plain.value.audit.answers.counted)
      let wide = files.map { ($0.0, EncodingTests.encoded(String(decoding: $0.1, as: UTF8.self), .utf16LittleEndian)) }
      #expect(declared.tally(wide, threads: threads).value.tally.text == plain.value.tally.text)
    }
  }

  @Test(arguments: [1, 2, 3])
  func `of equal rows the first counts, whichever thread is faster`(threads: Int) throws {
    let rows = (0..<60).map { "p\($0 % 3),2026-04-01,F,\(3 - $0 / 20),\n" }
    let result = try Declared.apply(Self.lines).tally(
      [("x.csv", Array(("ID,D,T,A,B\n" + rows.joined()).utf8))], threads: threads, sizes: .init(window: 64, stretch: 50)
    )
    #expect(result.rows == ["form csat 2026-04 3 ×3"])
    // Lines 2 to 4 count.
    #expect(result.left == ["row answeredAgain ×57 5 A", "cell answeredAgain ×57 5 A"])
  }

  @Test func `an identifier is hashed as SipHash with 128 bits`() {
    // A vector of the reference: key 0…15, message 0…14 (the number is its first eight bytes).
    let hash = KeyedHash(0x0706_0504_0302_0100, 0x0F0E_0D0C_0B0A_0908)
    let message: [UInt8] = Array(8..<15)
    let value = hash.hash(0x0706_0504_0302_0100, message.span, 0..<message.count)
    #expect(value.low == 0x11A8_B033_99E9_9354)
    #expect(value.high == 0xD9C3_CF97_0FEC_087E)
    #expect(value != hash.hash(0x0706_0504_0302_0101, message.span, 0..<message.count))
  }
}
