import JourneySource
import Testing

@testable import JourneyKit

@Suite struct ExcerptTests {
  @Test(arguments: [
    ("abc wbe", "wbe", 4, 3), ("漢字 wbe", "wbe", 5, 3), ("漢字", "字", 2, 2), ("e\u{301}a x", "x", 3, 1),
    ("\tx", "x", 4, 1), ("ab\tx", "x", 4, 1), ("👩‍👩‍👧 x", "x", 3, 1), ("🇩🇪 x", "x", 3, 1), ("\u{1B} x", "x", 7, 1),
    ("❤\u{FE0F} x", "x", 3, 1), ("a\u{200B} x", "x", 10, 1), ("ｗide x", "x", 6, 1),
  ])
  func `the caret stands in the terminal's column`(line: String, mark: String, indent: Int, length: Int) throws {
    let excerpt = try #require(Self.excerpt(line, mark))
    #expect(excerpt.indent == indent)
    #expect(excerpt.length == length)
  }

  @Test func `a long line is cut around the mark`() throws {
    let excerpt = try #require(
      Self.excerpt(String(repeating: "x", count: 1 << 20) + " wbe " + String(repeating: "y", count: 9000), "wbe"))
    #expect(excerpt.text.hasPrefix("…") && excerpt.text.hasSuffix("…"))
    #expect(DisplayWidth.of(excerpt.text) <= 102)
    #expect(excerpt.text.dropFirst(excerpt.indent).hasPrefix("wbe"))
  }

  @Test func `ten thousand marks on one letter are said, not printed`() throws {
    let excerpt = try #require(Self.excerpt("a" + String(repeating: "\u{301}", count: 300) + " wbe", "wbe"))
    #expect(excerpt.text.unicodeScalars.count < 40)
    #expect(excerpt.text.dropFirst(excerpt.indent).hasPrefix("wbe"))
  }

  @Test func `bytes that are not UTF-8 are shown one by one`() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xC3, 0x20, 0x62]
    let excerpt = Excerpt(bytes, line: 0..<5, marked: 4..<5)
    #expect(excerpt.text == "a\\xFF\\xC3 b")
    #expect(excerpt.indent == 10)
  }

  /// Text is read at once, other bytes one by one: of what both can read they make the same.
  @Test(arguments: ["abc wbe", "漢字\twbe", "e\u{301}👩‍👩‍👧 wbe ❤\u{FE0F}", "\u{1B}\u{200B} wbe 🇩🇪", "wbe"])
  func `a byte behind the text changes nothing before it`(line: String) throws {
    let whole = try #require(Self.excerpt(line, "wbe"))
    let bytes = Array("\(line) ".utf8) + [0xFF]
    let start = try #require(bytes.indices.first { bytes[$0...].starts(with: "wbe".utf8) })
    let other = Excerpt(bytes, line: 0..<bytes.count, marked: start..<start + 3)
    #expect(other.text == whole.text + " \\xFF" && other.indent == whole.indent && other.length == whole.length)
  }

  @Test func `any bytes and any span make an excerpt`() {
    let pieces: [UInt8] = [0x0A, 0x0D, 0x09, 0x61, 0xC3, 0xA9, 0xE2, 0x80, 0x8B, 0xF0, 0xFF, 0x1B, 0xCC, 0x81]
    var state: UInt64 = 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<2000 {
      let bytes = (0..<next(40)).map { _ in pieces[next(pieces.count)] }
      let start = next(bytes.count + 3)
      let span = Span(FileID(0), start, start + next(6))
      var locator = Locator(files: [SourceFile(path: "a", bytes: bytes)])
      guard let place = locator.place(span), let line = locator.line(at: place) else { continue }
      let excerpt = Excerpt(line.bytes, line: line.line, marked: line.marked)
      #expect(excerpt.length >= 1 && excerpt.indent <= DisplayWidth.of(excerpt.text))
    }
  }

  static func excerpt(_ line: String, _ mark: String) -> Excerpt? {
    let bytes = Array(line.utf8)
    let needle = Array(mark.utf8)
    guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: needle) }) else { return nil }
    return Excerpt(bytes, line: 0..<bytes.count, marked: start..<(start + needle.count))
  }
}
