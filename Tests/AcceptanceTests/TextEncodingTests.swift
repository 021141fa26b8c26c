import Foundation
import Support
import Testing

/// NUL, overlong UTF-8, UTF-16 with BOM, mixed CR/LF – exact diagnostic, or accepted with BOM and CRLF handled.
@Suite struct TextEncodingTests {
  /// Bytes that are no journey, and the one error that says so, with its place.
  static let refused: [(what: String, bytes: Data, error: String)] = [
    (
      "NUL in a text", replacing("Sees", with: [0x53, 0]),
      "3:23: error[control-character]: a journey file cannot have the control character NUL"
    ),
    (
      "SUB in a text", replacing("Sees", with: [0x53, 0x1A]),
      "3:23: error[control-character]: a journey file cannot have the control character \\u{1A}"
    ),
    (
      "overlong in a text", replacing("Sees", with: [0xC0, 0xAF]), "3:22: error[not-utf-8]: the byte 0xC0 is not UTF-8"
    ),
    (
      "overlong in a name", replacing("sign \"", with: Array("s".utf8) + [0xE0, 0x80, 0xAF] + Array(" \"".utf8)),
      "3:17: error[not-utf-8]: the byte 0xE0 is not UTF-8"
    ),
    (
      "Latin-1 in a word", replacing("phase", with: Array("ph".utf8) + [0xE9] + Array("se".utf8)),
      "2:5: error[not-utf-8]: the byte 0xE9 is not UTF-8"
    ),
    ("a surrogate", replacing("Sees", with: [0xED, 0xA0, 0x80]), "3:22: error[not-utf-8]: the byte 0xED is not UTF-8"),
    ("a letter cut off", Data(Text.clean.utf8) + [0xE2, 0x82], "7:1: error[not-utf-8]: the byte 0xE2 is not UTF-8"),
    ("UTF-16, little end first", wide([0xFF, 0xFE], little: true), "1:1: error[utf-16]: the file is saved as UTF-16"),
    ("UTF-16, big end first", wide([0xFE, 0xFF], little: false), "1:1: error[utf-16]: the file is saved as UTF-16"),
    ("UTF-16 without a mark", wide([], little: true), "1:1: error[utf-16]: the file is saved as UTF-16"),
    ("UTF-32", Data([0xFF, 0xFE, 0, 0, 0x6A, 0, 0, 0]), "1:1: error[utf-16]: the file is saved as UTF-32"),
  ]

  @Test(arguments: refused.indices) func `bytes that are no text are one error at their place`(index: Int) throws {
    let (what, bytes, error) = Self.refused[index]
    let scratch = try Scratch()
    try scratch.write(bytes, to: "x.journey")
    let run = try bounded("check", "x.journey", "--format", "short", in: scratch)
    #expect(run.status == 1)
    let errors = run.output.split(separator: "\n").filter { $0.contains(": error[") }
    #expect(errors.count == 1 && errors.first?.hasPrefix("x.journey:\(error)") == true, "\(what): \(run.output)")
    #expect(try bounded("fmt", "x.journey", in: scratch).status == 1)
    #expect(try Data(contentsOf: scratch.url("x.journey")) == bytes, "fmt leaves it alone")
    try bounded("render", "x.journey", "--out", "out", "--verify", in: scratch)
  }

  static let accepted: [(what: String, text: String)] = [
    ("a byte order mark", "\u{FEFF}" + Text.clean), ("CRLF", Text.clean.replacing("\n", with: "\r\n")),
    ("CR", Text.clean.replacing("\n", with: "\r")),
    ("all three", Text.clean.replacing("{\n", with: "{\r\n").replacing("shop\n", with: "shop\r")),
    ("a byte order mark and CRLF", "\u{FEFF}" + Text.clean.replacing("\n", with: "\r\n")),
  ]

  @Test(arguments: accepted.indices) func `other ends of lines are read as lines`(index: Int) throws {
    let scratch = try Scratch()
    try scratch.write(Text.clean, to: "plain/x.journey")
    try scratch.write(Self.accepted[index].text, to: "other/x.journey")
    for folder in ["plain", "other"] {
      #expect(try bounded("check", folder, in: scratch).status == 0)
      #expect(try bounded("render", folder, "--out", "\(folder)-out", in: scratch).status == 0)
      try bounded("fmt", folder, in: scratch)
    }
    #expect(try scratch.files(below: "plain-out") == scratch.files(below: "other-out"))
    #expect(try scratch.text("other/x.journey") == Text.clean, "fmt writes LF and no mark")
  }

  private static func replacing(_ text: String, with bytes: [UInt8]) -> Data {
    var data = Data(Text.clean.utf8)
    if let range = data.range(of: Data(text.utf8)) { data.replaceSubrange(range, with: bytes) }
    return data
  }

  private static func wide(_ mark: [UInt8], little: Bool) -> Data {
    Data(mark)
      + Data(
        Text.clean.utf16.flatMap { little ? [UInt8($0 & 0xFF), UInt8($0 >> 8)] : [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
  }
}
