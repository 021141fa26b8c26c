import Fuzzing
import JourneyMetrics
import JourneySource
import Testing

@testable import JourneyFeedback

/// The reader by blocks, windows and threads against one that goes byte by byte.
@Suite struct OracleTests {
  static let declared = try? Declared.apply(plainSurvey)

  struct Draw {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((z ^ (z >> 31)) % UInt64(bound))
    }

    mutating func pick(_ values: [String]) -> String { values[next(values.count)] }
  }

  static func sample(_ seed: UInt64) -> [UInt8] {
    var draw = Draw(state: seed)
    var text = "T,A,B,Comment\n"
    let newline = draw.pick(["\n", "\r\n"])
    let wild = draw.next(3)
    for _ in 0..<draw.next(60) {
      let comment = (0..<draw.next(12)).map { _ in
        draw.pick([
          "word", ",", "\"\"", "\n", "\r\n", " ", "ü", "1", "F,1,2,x\n", String(repeating: "long ", count: 20),
        ])
      }.joined()
      let row = [
        draw.pick(["F", "C", "\"F\"", "\"M,\"\"m\"\"\"", "X", ""]),
        draw.pick(["1", "2", "\"3\"", "5", "6", "9", "", "x"]),
        draw.pick(["1", "2", "\"3\"", "5", "6", "", "1,5"]),
        draw.next(3) == 0 ? "plain" : "\"\(comment)\"",
      ]
      text += row.joined(separator: ",") + newline
      if wild == 1, draw.next(6) == 0 {
        text += draw.pick(["\"", "a\"b,1,2,\"x\n", "\"a\"b,", "\n", "F,1,2,5\" pipe\n", "\"\r,"])
      }
      if wild == 2, draw.next(4) == 0 {
        text += (0..<draw.next(9)).map { _ in draw.pick(["\"", ",", "\n", "\r", "F", "1"]) }.joined()
      }
    }
    return Array(text.utf8)
  }

  @Test(arguments: 0..<8)
  func `any window and any number of threads give what a plain reader gives`(batch: Int) throws {
    let declared = try #require(Self.declared)
    for seed in batch * 25..<(batch + 1) * 25 {
      let bytes = Self.sample(UInt64(seed))
      let expected = plainTally(of: bytes)
      let one = declared.tally([("x.csv", bytes)])
      #expect(one.value.tally.counts == expected.counts, "seed \(seed)")
      #expect(one.value.audit.rows.read == expected.rows, "seed \(seed)")
      #expect(one.value.audit.rows.leftOut.reduce(0) { $0 + $1.count } == expected.left, "seed \(seed)")
      #expect(one.value.audit.addsUp)
      for (threads, window, stretch) in [(1, 16, 1 << 24), (1, 100, 64), (2, 64, 64), (3, 17, 200), (2, 1 << 18, 33)] {
        let other = declared.tally([("x.csv", bytes)], threads: threads, sizes: .init(window: window, stretch: stretch))
        #expect(
          other.value.tally.text == one.value.tally.text, "seed \(seed), \(threads) threads, \(window), \(stretch)")
        #expect(other.left == one.left, "seed \(seed), \(threads) threads, \(window), \(stretch)")
        #expect(other.value.audit.rows == one.value.audit.rows)
        #expect(other.value.audit.answers == one.value.audit.answers)
        #expect(other.value.audit.unmatched == one.value.audit.unmatched)
      }
    }
  }
}
