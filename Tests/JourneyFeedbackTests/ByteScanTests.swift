import CByteScan
import JourneySource
import Support
import Testing

@testable import JourneyFeedback

/// The scan takes 64 bytes at a time; what it finds is what is found byte by byte, wherever a block ends.
@Suite struct ByteScanTests {
  // MARK: characters

  /// How many characters above ASCII there are, and how many bytes that are part of none: the standard library says
  /// of each place whether a character starts there.
  private func characters(_ bytes: ArraySlice<UInt8>) -> [Int] {
    var (valid, invalid) = (0, 0)
    var rest = bytes
    while let first = rest.first {
      guard first >= 0x80 else {
        rest = rest.dropFirst()
        continue
      }
      let length = (2...4).first {
        rest.count >= $0 && String(validating: rest.prefix($0), as: UTF8.self)?.unicodeScalars.count == 1
      }
      if length == nil { invalid += 1 } else { valid += 1 }
      rest = rest.dropFirst(length ?? 1)
    }
    return [valid, invalid]
  }

  private func scanned(_ bytes: [UInt8], _ range: Range<Int>) -> [Int] {
    let found = unsafe bytes.withUnsafeBufferPointer {
      unsafe bytescan_utf8($0.baseAddress, range.lowerBound, range.upperBound)
    }
    return [Int(found.valid), Int(found.invalid)]
  }

  /// Before it stand so many letters of one byte, or of two.
  private static let fillers: [(name: String, letter: [UInt8])] = [("a", [0x61]), ("я", Array("я".utf8))]

  private func expectScan(_ bytes: [UInt8], _ range: Range<Int>, _ comment: @autoclosure () -> String) {
    let (found, wanted) = (scanned(bytes, range), characters(bytes[range]))
    #expect(found == wanted, "\(comment()): \(found), not \(wanted)")
  }

  /// The first byte and the second decide (Unicode 16, table 3-7): every first, and each second at which that changes.
  @Test(arguments: 0x80...0xFF) func `a sequence is UTF-8 where the standard library takes it`(first: Int) {
    for (index, second) in [0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xED].enumerated() {
      for more in 0...2 {
        let piece = [UInt8(first), UInt8(second)] + [UInt8](repeating: 0x80 + UInt8(second & 0x3F), count: more)
        for filler in Self.fillers {
          let before = (first * 7 + index * 3 + more) % 67
          let bytes = (0..<before).flatMap { _ in filler.letter } + piece + Array("яяя".utf8)
          expectScan(bytes, 0..<bytes.count, "\(piece) behind \(before) \(filler.name)")
        }
      }
    }
  }

  static let corners: [[UInt8]] = [
    Array("ß".utf8), Array("\u{7FF}".utf8), Array("\u{800}".utf8), Array("€".utf8), Array("\u{D7FF}".utf8),
    Array("\u{E000}".utf8), Array("\u{FFFF}".utf8), Array("😀".utf8), Array("\u{10FFFF}".utf8), Array("яя€я".utf8),
    // Surrogates, what is longer than need be, what is above the last character, and what goes on without a start.
    [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xF0, 0x80, 0x80, 0x80],
    [0xF0, 0x8F, 0xBF, 0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
    [0x80], [0xBF, 0xBF, 0xBF], [0xFF], [0xD1], [0xE2, 0x82], [0xF0, 0x9F, 0x98],
  ]

  @Test(arguments: corners) func `characters are counted at every place of a block and up to every end`(
    piece: [UInt8]
  ) {
    for filler in Self.fillers {
      for shift in 0...1 {
        for letters in stride(from: 0, through: 66, by: filler.letter.count) {
          let before =
            [UInt8](repeating: 0x61, count: shift) + (0..<letters / filler.letter.count).flatMap { _ in filler.letter }
          let bytes = before + piece + (0..<40).flatMap { _ in filler.letter }
          let ends = Array(before.count...before.count + piece.count) + [bytes.count]
          for end in ends {
            expectScan(bytes, 0..<end, "\(piece) at \(before.count) of \(filler.name), up to \(end)")
          }
        }
      }
    }
  }

  /// Of bytes that are mostly corners.
  private func randomBytes(_ random: inout SplitMix) -> [UInt8] {
    let corners: [UInt8] = [
      0x61, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
    ]
    let whole = ["я", "я", "я", "ö", "€", "😀", "a"].map { Array($0.utf8) }
    let isMostlyWhole = Bool.random(using: &random)
    var bytes: [UInt8] = []
    while bytes.count < 260 {
      if isMostlyWhole, Int.random(in: 0..<40, using: &random) > 0 {
        bytes += whole.randomElement(using: &random) ?? []
      } else {
        bytes.append(corners.randomElement(using: &random) ?? 0)
      }
    }
    return bytes
  }

  @Test(arguments: 0..<8) func `any bytes hold as many characters as the standard library finds`(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    for _ in 0..<60 {
      let bytes = randomBytes(&random)
      let from = Int.random(in: 0..<80, using: &random)
      let to = Int.random(in: from...bytes.count, using: &random)
      expectScan(bytes, from..<to, "\(bytes[from..<to])")
    }
  }

  /// What is looked at first may end within a character: that one says nothing.
  @Test(arguments: ["日本語", "naïve – 😀", "Привет", ""])
  func `of a text that goes on the last character may be cut`(text: String) {
    let bytes = Array(text.utf8)
    for end in 0...bytes.count {
      let part = Array(bytes[..<end])
      let whole = characters(part[...])
      let goesOn = countCharacters(part, isWhole: false)
      #expect(goesOn.invalid == 0 && whole[0] - 1...whole[0] ~= goesOn.valid, "\(part)")
      let ends = countCharacters(part, isWhole: true)
      #expect([ends.valid, ends.invalid] == whole, "\(part)")
    }
  }

  // MARK: cells and rows

  private struct Found: Equatable {
    var ends: [Int] = []
    /// How many ends there are up to each row's.
    var rows: [Int] = []
    var stopped = 0
    var isASCII = true
  }

  private static let form = RecordFormat(delimiter: UInt8(ascii: ";"))

  private func scanned(_ bytes: [UInt8], from: Int, to: Int) -> Found {
    var (ends, rows) = ([UInt32](repeating: 0, count: to + 128), [UInt32](repeating: 0, count: to + 128))
    let (form, padded) = (Self.form, bytes + [UInt8](repeating: 0, count: 128))
    let found = unsafe padded.withUnsafeBufferPointer { bytes in
      unsafe ends.withUnsafeMutableBufferPointer { ends in
        unsafe rows.withUnsafeMutableBufferPointer { rows in
          unsafe bytescan_index(
            bytes.baseAddress, from, to, form.delimiter, form.newline, form.quote, ends.baseAddress, rows.baseAddress)
        }
      }
    }
    return Found(
      ends: ends[..<Int(found.ends)].map(Int.init), rows: rows[..<Int(found.rows)].map(Int.init),
      stopped: Int(found.stopped), isASCII: found.is_ascii != 0)
  }

  /// Rows as a program writes them: quotes where they are needed, doubled within.
  private func randomRows(_ random: inout SplitMix) -> (bytes: [UInt8], ends: [Int], rows: [Int]) {
    let quoted = ["a", ";", "\n", "\"\"", "\r", "\r\n", "ö", "\"\"\"\""]
    var (bytes, ends, rows): ([UInt8], [Int], [Int]) = ([], [], [])
    while bytes.count < 300 {
      let cells = Int.random(in: 1...4, using: &random)
      for cell in 1...cells {
        let length = Int.random(in: 0..<(Bool.random(using: &random) ? 4 : 40), using: &random)
        if Bool.random(using: &random) {
          bytes += "\"\((0..<length).map { _ in quoted.randomElement(using: &random) ?? "" }.joined())\"".utf8
        } else {
          bytes += (0..<length).flatMap { _ in Array((["a", "b", "ö"].randomElement(using: &random) ?? "").utf8) }
        }
        if cell == cells, Bool.random(using: &random) { bytes.append(0x0D) }
        ends.append(bytes.count)
        bytes.append(cell < cells ? Self.form.delimiter : Self.form.newline)
      }
      rows.append(ends.count)
    }
    return (bytes, ends, rows)
  }

  /// What stands behind the end is of the rows before: it says nothing.
  @Test(arguments: 0..<8) func `rows as a program writes them are scanned to their end and no further`(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    for _ in 0..<60 {
      let (bytes, ends, rows) = randomRows(&random)
      let before = Array("\"x;\n".utf8).prefix(Int.random(in: 0...4, using: &random))
      let behind = Array("ö;ö\n;\nö".utf8)
      let found = scanned(before + bytes + behind, from: before.count, to: before.count + bytes.count)
      let wanted = Found(
        ends: ends.map { $0 + before.count }, rows: rows, stopped: before.count + bytes.count,
        isASCII: bytes.allSatisfy { $0 < 0x80 })
      #expect(found == wanted, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test func `bytes behind the end are not looked at`() {
    for length in 1...130 {
      let bytes = [UInt8](repeating: 0x61, count: length - 1) + [0x0A]
      let found = scanned(bytes + Array("ö;\n".utf8), from: 0, to: length)
      #expect(found == Found(ends: [length - 1], rows: [1], stopped: length, isASCII: true))
    }
  }

  @Test(arguments: 0..<8) func `of any bytes the rows before the scan stops are those read byte by byte`(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    for _ in 0..<150 {
      let signs = Array((Bool.random(using: &random) ? "aaaaaaaaaaa;;\n\"" : "aö;\n\"\r").utf8)
      let bytes = (0..<200).map { _ in signs.randomElement(using: &random) ?? 0 } + [0x0A]
      let found = scanned(bytes, from: 0, to: bytes.count)
      #expect(found.stopped == bytes.count || found.stopped.isMultiple(of: 64))
      var (slow, start, behind): ([UInt32], Int, Int) = ([], 0, 0)
      for row in found.rows {
        guard case .whole(let next) = readSlowly(bytes.span, from: start, to: bytes.count, Self.form, ends: &slow)
        else {
          Issue.record("a row at \(start) is none: \(bytes)")
          break
        }
        #expect(slow.map(Int.init) == Array(found.ends[..<row]) && next == found.ends[row - 1] + 1, "\(bytes)")
        (start, behind) = (next, row)
      }
      // A row that is whole does not go on behind where it stopped without a quote out of place.
      #expect(found.ends[behind...].allSatisfy { bytes[$0] == Self.form.delimiter })
    }
  }
}
