import JourneyMetrics
import JourneySource
import Testing

@testable import JourneyFeedback

/// The reader by blocks, windows and threads against one that goes byte by byte.
@Suite struct OracleTests {
  static let declared = try? Declared.apply(
    """
      period 2026-Q3
      touchpoint "T" { "F" is apply/form  "C" is apply/call  "M,\\"m\\"" is apply/mail }
      answer csat "A" scale 1..5 unused 6
      answer effort "B" scale 1..5 higher-is-easier
    """)

  /// Rows of cells by the plainest reading there is: nil for a row that is left out.
  static func plainly(_ bytes: [UInt8]) -> [[String]?] {
    var rows: [[String]?] = []
    var start = 0
    var text = bytes
    if text.last != 0x0A { text.append(0x0A) }
    while start < text.count {
      let lineEnd = text[start...].firstIndex(of: 0x0A) ?? text.count - 1
      if let (row, next) = row(text, from: start) {
        if !(row.count == 1 && row[0].isEmpty && next - start <= 2) { rows.append(row) }
        start = next
      } else {
        rows.append(nil)
        start = lineEnd + 1
      }
    }
    return rows
  }

  private static func row(_ text: [UInt8], from start: Int) -> ([String], Int)? {
    var cells: [String] = []
    var cell: [UInt8] = []
    var index = start
    var isMultiline = false
    var hasStray = false
    while index < text.count {
      if cell.isEmpty, text[index] == 0x22 {
        index += 1
        while true {
          guard index < text.count else { return nil }
          if text[index] == 0x22 {
            if index + 1 < text.count, text[index + 1] == 0x22 {
              cell.append(0x22)
              index += 2
              continue
            }
            index += 1
            break
          }
          if text[index] == 0x0A { isMultiline = true }
          if isMultiline, hasStray { return nil }
          cell.append(text[index])
          index += 1
        }
        if index < text.count, text[index] == 0x0D { index += 1 }
        guard index < text.count, text[index] == 0x2C || (text[index] == 0x0A) else { return nil }
        if text[index] == 0x2C, text[index - 1] == 0x0D { return nil }
      } else if text[index] != 0x2C, text[index] != 0x0A {
        if text[index] == 0x22 {
          if isMultiline { return nil }
          hasStray = true
        }
        cell.append(text[index])
        index += 1
        continue
      }
      if text[index] == 0x0A, cell.last == 0x0D { cell.removeLast() }
      cells.append(String(decoding: cell, as: UTF8.self))
      cell = []
      index += 1
      if text[index - 1] == 0x0A { return (cells, index) }
    }
    return nil
  }

  /// What the tally must be: counted by hand from the plain rows.
  static func expected(_ bytes: [UInt8]) -> (rows: Int, left: Int, answers: [String: Int]) {
    var answers: [String: Int] = [:]
    var left = 0
    let rows = plainly(bytes).dropFirst()
    for row in rows {
      let row = row?.map { $0.trimmingPrefix(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed() }
        .map { String($0) }
      guard let row, row.count == 4,
        let place = ["F": "form", "C": "call", "M,\"m\"": "mail"][row[0]]
      else {
        left += 1
        continue
      }
      let csat = ["1", "2", "3", "4", "5"].contains(row[1]) ? row[1] : row[1] == "6" ? "unused" : nil
      let effort = ["1", "2", "3", "4", "5"].contains(row[2]) ? row[2] : nil
      if let csat { answers["\(place) csat 2026-Q3 \(csat)", default: 0] += 1 }
      if let effort { answers["\(place) effort 2026-Q3 \(effort)", default: 0] += 1 }
      if csat == nil, effort == nil { left += 1 }
    }
    return (rows.count, left, answers)
  }

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
      let expected = Self.expected(bytes)
      let one = declared.tally([("x.csv", bytes)])
      let counts = Dictionary(
        one.rows.map { row in
          let parts = row.split(separator: " ×")
          return (String(parts[0]), Int(parts[1]) ?? 0)
        }
      ) { $0 + $1 }
      #expect(counts == expected.answers, "seed \(seed)")
      #expect(one.value.audit.rows.read == expected.rows, "seed \(seed)")
      #expect(one.value.audit.rows.leftOut.reduce(0) { $0 + $1.count } == expected.left, "seed \(seed)")
      #expect(one.value.audit.addsUp)
      for (threads, window, stretch) in [(1, 16, 1 << 24), (1, 100, 64), (2, 64, 64), (3, 17, 200), (2, 1 << 18, 33)] {
        let other = declared.tally([("x.csv", bytes)], threads: threads, window: window, stretch: stretch)
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
