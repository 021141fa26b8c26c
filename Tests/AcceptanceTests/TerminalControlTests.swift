import Foundation
import Support
import Testing

/// ESC, BEL, C1 in text or in a file name – the terminal shows `\u{1B}`.
@Suite struct TerminalControlTests {
  static let formats = ["text", "short", "json", "github", "gitlab", "sarif", "junit"]
  static let hostile = "a\u{1B}[31mb\u{7}c\u{9B}1md\u{202E}e\u{90}f\u{7F}g"

  /// Nothing that steers a terminal, but ends of lines.
  private func expectPlain(_ run: Run, sourceLocation: SourceLocation = #_sourceLocation) {
    let steering = (run.output + run.error).unicodeScalars.filter {
      $0 != "\n" && [.control, .format].contains($0.properties.generalCategory)
    }
    #expect(steering.isEmpty, "\(steering.map { String($0.value, radix: 16) })", sourceLocation: sourceLocation)
  }

  @Test(arguments: formats, ["never", "always"]) func `findings show what would steer the terminal`(
    format: String, colour: String
  ) throws {
    let scratch = try Scratch()
    try scratch.write(
      "channel \(Self.hostile) \"\(Self.hostile)\"\njourney j \"\(Self.hostile)\" { phase p \"P\" { touchpoint t \"\(Self.hostile)\" channel wbe \(Self.hostile) } }\n",
      to: "w/\(Self.hostile).journey")
    let run = try bounded("check", "w", "--format", format, "--color", colour, in: scratch)
    #expect(run.status == 1)
    // Programs get it as JSON and addresses have it.
    let shown =
      ["json": #"a\u001b[31mb\u0007c"#, "gitlab": #"a\u001b[31mb\u0007c"#, "sarif": "a%1B%5B31mb%07c"][format]
      ?? #"a\u{1B}[31mb\u{7}c"#
    #expect(run.output.contains(shown), "\(run.output)")
    if colour == "never" { expectPlain(run) }
    #expect(!run.output.contains("\u{1B}[31mb"))
  }

  @Test(arguments: ["text", "json", "csv", "md"]) func `a review does, too`(format: String) throws {
    let scratch = try Scratch()
    try scratch.write(
      "journey j \"\(Self.hostile)\" { phase p \"\(Self.hostile)\" { touchpoint t \"\(Self.hostile)\" owner d } }\n",
      to: "j.journey")
    let run = try bounded("review", "j.journey", "--format", format, "--color", "never", in: scratch)
    expectPlain(run)
  }

  @Test(arguments: ["\u{1B}[31m", "\u{7}", "\u{9B}1m", "\u{7F}", "\u{202E}", "\u{2069}"])
  func `a comment holds nothing of the kind, so a diff shows none`(hostile: String) throws {
    let scratch = try Scratch()
    try scratch.write("# a\(hostile) b\n" + Text.untidy, to: "a.journey")
    let check = try bounded("check", "a.journey", "--format", "short", in: scratch)
    #expect(check.output.hasPrefix("a.journey:1:4: error["), "\(check.output)")
    for command in ["check", "fmt --diff"] {
      let run = try Run(command.split(separator: " ").map(String.init) + ["a.journey"], in: scratch.folder, seconds: 5)
      #expect(run.status == 1)
      expectPlain(run)
    }
  }

  @Test func `a file name of an export, too`() throws {
    let scratch = try Scratch()
    try scratch.write(Survey.journey(), to: "w/help.journey")
    try scratch.write("date,q\n2026-04-03,5\n2026-04-03,9\n", to: "w/private/\(Self.hostile).csv")
    let run = try bounded("tally", "w", in: scratch)
    #expect(run.output.contains(#"a\u{1B}[31mb\u{7}c\u{9B}1md\u{202E}e\u{90}f\u{7F}g.csv"#), "\(run.output)")
    expectPlain(run)
  }

  @Test(arguments: [
    "check NAME", "fmt NAME", "fmt --diff w", "render w --out NAME", "render w --out o --theme NAME",
    "render w --out o --page NAME", "render w --out o --journey NAME", "tally w --data NAME", "tally w --feedback NAME",
    "review w --department NAME", "review w --votes NAME", "review w --pack NAME", "review w --period NAME",
    "explain NAME", "NAME",
    "check --NAME", "check -NAME", "check w --format NAME", "render w --out o --format svg,NAME", "--NAME",
  ])
  func `an argument does, too`(command: String) throws {
    let scratch = try Scratch()
    try scratch.write(Survey.journey(), to: "w/help.journey")
    let words = command.split(separator: " ").map { String($0).replacing("NAME", with: Self.hostile) }
    let run = try Run(words, in: scratch.folder, seconds: 5)
    #expect(run.signal == nil)
    expectPlain(run)
  }
}
