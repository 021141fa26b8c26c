import Support
import Testing

/// Bidi override, zero-width, look-alike letters in names – finding, shown escaped.
@Suite struct LookalikeTests {
  static let names: [(name: String, code: String, shown: String)] = [
    ("si\u{202E}gn", "hidden-character", #"\u{202E}"#), ("si\u{2066}gn", "hidden-character", #"\u{2066}"#),
    ("si\u{200B}gn", "hidden-character", #"\u{200B}"#), ("si\u{200D}gn", "hidden-character", #"\u{200D}"#),
    ("si\u{FEFF}gn", "hidden-character", #"\u{FEFF}"#), ("si\u{AD}gn", "hidden-character", #"\u{AD}"#),
    ("s\u{456}gn", "mixed-alphabets", #"s\u{456}gn"#), ("sig\u{3B7}", "mixed-alphabets", #"sig\u{3B7}"#),
  ]
  static let places = [
    "journey NAME \"T\" { phase p \"P\" { touchpoint t \"T\" } }",
    "journey j \"T\" { phase NAME \"P\" { touchpoint t \"T\" } }",
    "journey j \"T\" { phase p \"P\" { touchpoint NAME \"T\" } }", "channel NAME \"C\"", "department NAME \"D\"",
    "persona NAME \"P\"", "segment NAME \"S\"", "feedback NAME \"F\" { }",
  ]

  /// A file a place, and one process for all of them.
  @Test(arguments: names.indices) func `such a name is a finding that shows it, wherever it is written`(index: Int)
    throws
  {
    let (name, code, shown) = Self.names[index]
    let scratch = try Scratch()
    for (number, place) in Self.places.enumerated() {
      let text = place.replacing("journey j ", with: "journey j\(number) ").replacing("NAME", with: name)
      try scratch.write(text + "\n", to: "w/\(number).journey")
    }
    let output = try bounded("check", "w", in: scratch).output
    let findings = output.split(separator: "[\(code)]", omittingEmptySubsequences: false).dropFirst()
    for (number, place) in Self.places.enumerated() {
      #expect(
        findings.contains { $0.contains("w/\(number).journey:") && $0.contains(shown) }, "\(place): \(output)")
    }
    expectNothingHidden(output)
  }

  @Test(arguments: [("coc", "\u{441}\u{43E}\u{441}"), ("as", "\u{430}\u{455}"), ("AB", "\u{391}\u{392}")])
  func `two names that look the same are told apart`(latin: String, other: String) throws {
    let escaped = other.unicodeScalars.map { "\\u{\(String($0.value, radix: 16, uppercase: true))}" }.joined()
    let output = try check("channel \(latin) \"One\"\nchannel \(other) \"Two\"")
    #expect(
      output.contains("error[look-alike-name]: the channels \"\(escaped)\" and \"\(latin)\" look the same"), "\(output)"
    )
  }

  @Test(arguments: ["\u{202E}", "\u{2066}", "\u{2069}"]) func `what turns a line is found in a text, too`(
    scalar: String
  ) throws {
    for text in [scalar, "\\u{\(String(scalar.unicodeScalars.first?.value ?? 0, radix: 16))}"] {
      let output = try check("channel web \"We\(text)b\"")
      #expect(output.contains("error[hidden-character]"), "\(output)")
      expectNothingHidden(output)
    }
  }

  @Test func `a map shows it, too`() throws {
    let scratch = try Scratch()
    let text = "\u{202E}a\\u{2066}b\u{9B}c"
    try scratch.write(
      "journey j \"\(text)\" { phase p \"\(text)\" { touchpoint t \"\(text)\" pain \"\"\"\(text)\"\"\" } }\n",
      to: "w/j.journey")
    #expect(try bounded("render", "w", "--out", "out", in: scratch).status == 1)
    for (path, bytes) in try scratch.files(below: "out") where path.hasPrefix("j.") {
      let drawn = String(decoding: bytes, as: UTF8.self)
      #expect(drawn.contains(#"\u{202E}a\u{2066}b\u{9B}c"#), "\(path)")
      #expect(!drawn.unicodeScalars.contains { ["\u{202E}", "\u{2066}", "\u{9B}"].contains($0) }, "\(path)")
    }
  }

  private func check(_ text: String) throws -> String {
    let scratch = try Scratch()
    try scratch.write(text + "\n", to: "x.journey")
    return try bounded("check", "x.journey", in: scratch).output
  }

  private func expectNothingHidden(_ output: String) {
    #expect(!output.unicodeScalars.contains { $0.properties.generalCategory == .format })
  }
}
