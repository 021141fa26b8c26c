import Foundation
import Support
import Testing

/// Names `__proto__`, `x onload=`, `}` – error, or a generated id.
@Suite struct NameInjectionTests {
  static let names = ["__proto__", "x onload=", "}", "a\"b", "a<b", "a&b"]
  /// Each kind of thing with the name in place of `NAME`.
  static let places = [
    "journey NAME \"T\" { phase p \"P\" { touchpoint t \"T\" } }",
    "journey j \"T\" { phase NAME \"P\" { touchpoint t \"T\" } }",
    "journey j \"T\" { phase p \"P\" { touchpoint NAME \"T\" } }", "channel NAME \"C\"", "department NAME \"D\"",
    "persona NAME \"P\"", "segment NAME \"S\"", "kpi NAME \"K\"", "feedback NAME \"F\" { }",
    "journey j \"T\" { goal NAME \"G\" { } phase p \"P\" { touchpoint t \"T\" } action NAME \"A\" { for t } }",
  ]

  /// A file a place, and one process for all of them.
  @Test(arguments: names) func `such a name is an error wherever it is written, and nothing of it reaches the map`(
    name: String
  ) throws {
    let scratch = try Scratch()
    try scratch.write(Text.clean, to: "w/clean.journey")
    for (index, place) in Self.places.enumerated() {
      let text = place.replacing("journey j ", with: "journey j\(index) ").replacing("NAME", with: name)
      try scratch.write(text + "\n", to: "w/\(index).journey")
    }
    let check = try bounded("check", "w", in: scratch)
    #expect(check.status == 1)
    let findings = check.output.split(separator: "error[", omittingEmptySubsequences: false).dropFirst()
    for (index, place) in Self.places.enumerated() {
      #expect(findings.contains { $0.contains("w/\(index).journey:") }, "\(place): \(check.output)")
    }
    try bounded("render", "w", "--out", "out", "--verify", in: scratch)
    try expectPlainIDs(scratch)
  }

  @Test(arguments: names + ["constructor", "toString", "hasOwnProperty", "index", "日本", "Ünïcode"])
  func `a title that is made a name gives an id of plain letters`(title: String) throws {
    let scratch = try Scratch()
    let quoted = title.replacing("\"", with: "\\\"")
    try scratch.write(
      """
      channel "\(quoted)"
      department "\(quoted)"
      journey "\(quoted)" {
        phase "\(quoted)" {
          touchpoint "\(quoted)"
          touchpoint "\(quoted) again"
        }
        action "\(quoted)"
      }

      """, to: "x.journey")
    try bounded("render", "x.journey", "--out", "out", "--verify", in: scratch)
    try expectPlainIDs(scratch)
  }

  private func expectPlainIDs(_ scratch: Scratch) throws {
    let files = try scratch.files(below: "out")
    #expect(!files.isEmpty)
    for (name, bytes) in files {
      #expect(name.wholeMatch(of: /[\p{L}\p{N}-]+\.(html|svg)/) != nil, "\(name)")
      let text = String(decoding: bytes, as: UTF8.self)
      for id in text.matches(of: /\ id="([^"]*)"/) {
        #expect(id.output.1.wholeMatch(of: /(at=)?[\p{L}\p{N}-]+/) != nil, "\(name): \(id.output.1)")
      }
      #expect(!text.contains("__proto__") || !text.contains("id=\"__proto__"), "\(name)")
    }
  }
}
