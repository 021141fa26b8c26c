import Foundation
import Support
import Testing

/// What a CI runner would take for a command, in every text and name – nothing printed can be taken for one,
/// outside `--format github`.
@Suite struct RunnerCommandTests {
  static let attacks = [
    "::stop-commands::x", "::error::forged", " ::add-mask::y", "\\u{A0}::warning::z", "##[error]forged",
    "##vso[task.prependpath]/evil",
    "a ##[group]b", "##teamcity[buildStop comment='x']", "###[debug]x", "##vso[task.setvariable variable=a]b",
  ]

  /// What GitHub's runner, Azure's agent and TeamCity take: a line that begins with `::`, and `##…[` anywhere.
  static func commands(in text: String) -> [Substring] {
    text.split { $0.isNewline }.filter { line in
      let plain = line.replacing(/\u{1B}\[[0-9;]*m/, with: "")
      return plain.drop { $0.isWhitespace || $0.unicodeScalars.allSatisfy { $0.value < 0x20 || $0.value == 0x200B } }
        .hasPrefix("::")
        || plain.contains(/##[A-Za-z0-9._-]*\[/)
    }
  }

  static func journey(_ attack: String, _ number: Int = 0) -> String {
    """
    department d\(number) "\(attack)"
    persona p\(number) "\(attack)" { quote "\(attack)" }
    journey j\(number) "\(attack)" {
      persona p\(number)
      phase p "\(attack)" {
        touchpoint t   "\(attack)" owner d\(number) bogus "\(attack)" {
          thinks \"""
            \(attack)
            \(attack)
            \"""
          pain "\(attack)"
        }
        touchpoint u "\(attack) too" owner "\(attack)" {
          thinks "\(attack)"
        }
      }
      action a "\(attack)" { for t }
    }

    """
  }

  static let commandLines = [
    ["check", "w"], ["check", "w", "--format", "short"], ["check", "w", "--format", "json"],
    ["check", "w", "--format", "sarif"],
    ["check", "w", "--format", "gitlab"], ["check", "w", "--format", "junit"], ["check", "w", "--color", "always"],
    ["review", "w"],
    ["review", "w", "--format", "json"], ["review", "w", "--format", "csv"], ["review", "w", "--format", "md"],
    ["review", "w", "--format", "html"], ["review", "w", "--department", "d1"], ["review", "w", "--persona", "p2"],
    ["review", "w", "--color", "always"], ["fmt", "w", "--diff"], ["fmt", "w", "--check"], ["tally", "w", "--dry-run"],
    ["render", "w", "--out", "out", "--verify"],
  ]

  @Test func `nothing printed is a command`() throws {
    let scratch = try Scratch()
    for (number, attack) in Self.attacks.enumerated() {
      let journey = Self.journey(attack, number)
      try scratch.write(journey, to: "w/j\(number).journey")
      // The same without mistakes, so that it is reviewed and drawn.
      try scratch.write(
        journey.replacing(" bogus \"\(attack)\"", with: "").replacing("owner \"\(attack)\"", with: "owner d\(number)"),
        to: "v/j\(number).journey")
    }
    for line in Self.commandLines {
      for folder in ["w", "v"] {
        let run = try bounded([line[0], folder] + line.dropFirst(2), in: scratch)
        #expect(Self.commands(in: run.output) == [], "\(line)")
        #expect(Self.commands(in: run.error) == [], "\(line)")
      }
    }
    let run = try bounded("check", "w", "--format", "github", in: scratch)
    #expect(!run.output.contains(/##[a-z]*\[/), "\(run.output)")
  }

  @Test(arguments: ["::warning::w", "##[error]w", "##vso[x]w", "  ::error::w"]) func `nor is the name of a file`(
    name: String
  ) throws {
    let scratch = try Scratch()
    try scratch.write("nonsense\n", to: "\(name).journey")
    try scratch.write("journey   j \"J\" { }\n", to: "\(name)2.journey")
    for line in [
      ["check"], ["check", "--format", "short"], ["fmt", "--check"], ["fmt", "--diff"], ["fmt"],
      ["check", "\(name).journey"], ["init", name], [name], ["explain", name], ["review", "--votes", name],
    ] {
      let run = try bounded(line + (["fmt", "check"].contains(line[0]) && line.count < 3 ? ["."] : []), in: scratch)
      #expect(Self.commands(in: run.output + "\n" + run.error) == [], "\(line): \(run.output)\(run.error)")
    }
  }

  @Test(arguments: ["::stop-commands::x", "##[error]x"]) func `nor are an export's columns and values`(attack: String)
    throws
  {
    let scratch = try Scratch()
    try scratch.write(
      """
      journey j "J" { phase p "P" { touchpoint t "T" } }
      feedback f "\(attack)" {
        file "f.csv" column "\(attack)"
        date "\(attack) date" period month
        answer csat "score" of j/t scale 1..5
      }
      """, to: "w/j.journey")
    try scratch.write("\(attack),score\n2026-01-01,\(attack)\n", to: "w/f.csv")
    let run = try bounded("tally", "w", "--dry-run", in: scratch)
    #expect(Self.commands(in: run.output + "\n" + run.error) == [], "\(run.output)\(run.error)")
  }

  /// A diff says the same, so that it may be applied; a program gets the very text back.
  @Test func `what is broken means the same`() throws {
    let scratch = try Scratch()
    let journey = Self.journey("::x ##[y]").replacing(" bogus \"::x ##[y]\"", with: "")
    try scratch.write(journey, to: "w/j.journey")
    let diff = try bounded("fmt", "w", "--diff", in: scratch).output
    #expect(diff.contains("\\u{3A}:x \\u{23}#[y]"), "\(diff)")
    let json = try bounded("review", "w", "--format", "json", in: scratch).output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect("\(object)".contains("::x ##[y]"))
  }
}
