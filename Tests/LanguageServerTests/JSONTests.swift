import LanguageServer
import Testing

@Suite struct JSONTests {
  private static func read(_ text: String) -> JSONValue? { JSONReader.read(Array(text.utf8)) }

  @Test(arguments: [
    ("null", "null"), (" [1, -2.5 ,1e3]\n", "[1,-2.5,1000.0]"),
    ("{\"a\":{\"b\":[true,false]}}", "{\"a\":{\"b\":[true,false]}}"),
    ("\"\\u00e9\\ud83d\\ude00\\n\"", "\"é😀\\n\""), ("\"\\ud800x\"", "\"\u{FFFD}x\""),
    ("\"\\ud800\\u0041\"", "\"\u{FFFD}A\""),
    ("9223372036854775807", "9223372036854775807"), ("9223372036854775808", "9.223372036854776e+18"), ("1e999", "null"),
    ("\"\\u0007\"", "\"\\u0007\""), ("{}", "{}"), ("[]", "[]"),
  ])
  func `a value is read and written again`(text: String, written: String) {
    #expect(Self.read(text)?.text == written)
  }

  @Test(arguments: [
    "", "nul", "01", "1.", "-", "+1", ".5", "[1,]", "{\"a\"}", "{a:1}", "\"a", "\"\n\"", "\"\\x\"", "\"\\u12\"", "1 2",
    "[1", "{\"a\":1,}",
    "'a'", "\u{FEFF}1", "tru e",
  ])
  func `what is no JSON is nothing`(text: String) { #expect(Self.read(text) == nil) }

  @Test func `depth is bounded, and bytes that are no text do not trap`() {
    let deep = { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }
    #expect(Self.read(deep(LanguageLimits.depth - 1)) != nil)
    #expect(Self.read(deep(LanguageLimits.depth + 1)) == nil)
    #expect(Self.read(deep(1_000_000)) == nil)
    #expect(JSONReader.read([0x22, 0xFF, 0xC3, 0x22])?.string == "\u{FFFD}\u{FFFD}")
  }

  @Test func `a path into anything is null where there is nothing`() {
    let value = Self.read("{\"a\":[1,{\"b\":\"c\"}],\"a2\":2.0,\"a\":3}")
    #expect(value?["a"] == 3, "the last of two")
    #expect(value?["a2"].integer == 2 && value?["x"]["y"]["z"].isNull == true && value?["a"].array == nil)
  }

  /// Whatever bytes there are: nothing traps, and what is read is written as what reads the same.
  @Test func `cut and changed texts are read or refused`() {
    let text = Array("{\"id\":1,\"params\":{\"t\":\"a\\u00e9\\n\",\"l\":[1.5e2,-0,true,null]}}".utf8)
    for end in text.indices { _ = JSONReader.read(Array(text[..<end])) }
    for index in text.indices {
      for byte: UInt8 in [0, 0x22, 0x5C, 0x7B, 0x5D, 0x39, 0xFF] {
        var changed = text
        changed[index] = byte
        if let value = JSONReader.read(changed) { #expect(JSONReader.read(Array(value.text.utf8)) != nil) }
      }
    }
  }
}
