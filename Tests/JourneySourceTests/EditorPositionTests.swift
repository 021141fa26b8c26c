import JourneySource
import Testing

@Suite struct EditorPositionTests {
  private static func positions(_ text: String, _ encoding: PositionEncoding) -> EditorPositions {
    EditorPositions(Array(text.utf8), in: encoding)
  }

  @Test(arguments: [
    ("a😀b", 5, 5, 3, 2), ("漢字 x", 7, 7, 3, 3), ("x\r\né!", 5, 2, 1, 1), ("x\ré!", 4, 2, 1, 1),
    ("\u{FEFF}ab", 4, 1, 1, 1), ("\u{FEFF}ab", 2, 0, 0, 0), ("e\u{301}👩‍👩‍👧", 3, 3, 2, 2), ("", 0, 0, 0, 0),
  ])
  func `a byte offset has a place in each encoding`(text: String, offset: Int, utf8: Int, utf16: Int, utf32: Int) {
    #expect(Self.positions(text, .utf8).position(of: offset).character == utf8)
    #expect(Self.positions(text, .utf16).position(of: offset).character == utf16)
    #expect(Self.positions(text, .utf32).position(of: offset).character == utf32)
  }

  /// What Swift itself counts is the measure.
  @Test(arguments: PositionEncoding.allCases) func `every character goes there and back`(encoding: PositionEncoding) {
    // Longer than what is counted once (`stride`), and not all of it: each place is looked for among all.
    let long = String(repeating: "wörd 😀 漢 ", count: 300)
    for text in ["a😀b漢\r\n\u{301}é\rlast😀", "\u{FEFF}😀\n😀", "one\n\(long)\n\(long)end", "\n\n", "😀"] {
      let positions = Self.positions(text, encoding)
      var (line, character, offset) = (0, 0, 0)
      var wasReturn = false
      for scalar in text.unicodeScalars {
        let isMark = offset == 0 && scalar == "\u{FEFF}"
        if !isMark, !(wasReturn && scalar == "\n") {
          let place = EditorPosition(line: line, character: character)
          #expect(positions.position(of: offset) == place)
          #expect(positions.offset(of: place) == offset)
        }
        offset += String(scalar).utf8.count
        if scalar == "\r" || scalar == "\n" {
          if !(wasReturn && scalar == "\n") { (line, character) = (line + 1, 0) }
        } else if !isMark {
          switch encoding {
          case .utf8: character += String(scalar).utf8.count
          case .utf16: character += String(scalar).utf16.count
          case .utf32: character += 1
          }
        }
        wasReturn = scalar == "\r"
      }
      #expect(positions.offset(of: positions.position(of: offset)) == offset)
    }
  }

  @Test func `a place that is not there is the nearest before it`() {
    let positions = Self.positions("a😀b\r\nzwei", .utf16)
    let offset = { positions.offset(of: EditorPosition(line: $0, character: $1)) }
    #expect(offset(0, 2) == 1, "within the pair of surrogates")
    #expect(offset(0, 99) == 6, "before the line's end, not within it")
    #expect(offset(1, Int.max) == 12)
    #expect(offset(9, 0) == 12)
    #expect(offset(-1, 3) == 0)
    #expect(offset(1, -4) == 8)
    #expect(positions.position(of: 3) == EditorPosition(line: 0, character: 1), "within the character")
    #expect(positions.position(of: -3) == EditorPosition(line: 0, character: 0))
    #expect(positions.position(of: 99) == EditorPosition(line: 1, character: 4))
  }

  /// Any bytes have places: what is no UTF-8 must not trap.
  @Test(arguments: PositionEncoding.allCases) func `bytes that are no text have places, too`(encoding: PositionEncoding)
  {
    for bytes: [UInt8] in [
      [0x80, 0x80, 0x80, 0x80, 0x80], [0xF0, 0x0A, 0xF0], [0xFF, 0xFE, 0x41, 0x0D], [0xEF, 0xBB],
    ] {
      let positions = EditorPositions(bytes, in: encoding)
      for offset in -1...bytes.count + 1 {
        let back = positions.offset(of: positions.position(of: offset))
        #expect((0...bytes.count).contains(back))
      }
    }
  }
}
