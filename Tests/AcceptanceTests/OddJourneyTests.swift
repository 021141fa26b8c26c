import Foundation
import Support
import Testing

/// A journey referring to itself, flow of only exits, empty file, only comments, phase without touchpoints – true
/// findings, map or none, no crash.
@Suite struct OddJourneyTests {
  private static let phase =
    "phase p \"P\" {\n    touchpoint t \"T\" channel web owner d\n    touchpoint u \"U\" channel web owner d\n  }"

  private static func journey(_ facts: String, phase: String = phase) -> String {
    "journey j \"J\" {\n  \(facts)\n  \(phase)\n}\n"
  }

  /// What the file holds, what `check` says of it beside notes, and how many maps are drawn.
  static let files: [(what: String, text: String, codes: [String], maps: Int)] = [
    ("empty", "", [], 0), ("only white space", " \n\t\r\n", [], 0), ("only comments", "# nothing\n# yet\n", [], 0),
    ("only a byte order mark", "\u{FEFF}", [], 0),
    ("a future of itself", journey("future-of j"), ["error refers-to-itself"], 1),
    (
      "opens itself", journey("", phase: phase.replacing("\"T\" channel", with: "\"T\" opens j channel")),
      ["error refers-to-itself"], 1
    ),
    (
      "repeats itself", journey("", phase: phase.replacing("\"T\" channel", with: "\"T\" repeats t channel")),
      ["error refers-to-itself"], 1
    ),
    (
      "only exits", journey("flow {\n    t -> exit \"A\"\n    u -> exit \"B\"\n  }"),
      ["warning unreachable-touchpoint"], 1
    ),
    (
      "from an entry to an exit", journey("flow {\n    entry -> exit\n  }"),
      ["warning unreachable-touchpoint", "warning unreachable-touchpoint"], 1
    ),
    ("an empty flow", journey("flow { }"), [], 1),
    ("an arrow to itself", journey("flow {\n    as-written\n    t -> t\n  }"), [], 1),
    (
      "a phase without touchpoints",
      journey("", phase: "phase p \"P\" {\n  }\n  \(phase.replacing("phase p", with: "phase q"))"), [], 1
    ),
    ("no touchpoint at all", journey("", phase: "phase p \"P\" {\n  }"), [], 1),
    ("no phase at all", "journey j \"J\" {\n}\n", [], 1),
    (
      "two that are the future of each other",
      journey("future-of k") + journey("future-of j").replacing("journey j", with: "journey k"),
      ["error refers-to-itself"], 2
    ),
  ]

  @Test(arguments: files.indices) func `an odd file is read, and drawn as far as there is something`(index: Int) throws
  {
    let (what, text, codes, maps) = Self.files[index]
    let scratch = try Scratch()
    try scratch.write(text, to: "w/j.journey")
    let check = try bounded("check", "w", "--format", "short", in: scratch)
    let found = check.output.matches(of: /: (error|warning)\[([a-z-]+)\]/).map { "\($0.output.1) \($0.output.2)" }
    #expect(found == codes, "\(what): \(check.output)")
    #expect(check.status == (codes.contains { $0.hasPrefix("error") } ? 1 : 0))
    let render = try bounded("render", "w", "--out", "out", "--verify", in: scratch)
    #expect(
      render.output.isEmpty == (maps == 0) && render.error.contains("There is no journey yet") == (maps == 0), "\(what)"
    )
    #expect(try scratch.files(below: "out").keys.count { $0.hasSuffix(".svg") } == maps, "\(what)")
    #expect(try bounded("review", "w", in: scratch).status == check.status)
    #expect(try bounded("fmt", "w", in: scratch).status == 0)
  }

  /// The largest numbers that can be written: more than an integer holds, once they are multiplied or added up.
  static let figures = [
    "goal g \"G\" {\n kpi m\n target >= 9300000000000\n record 2026 999999999999999\n record 2025 0.00000000000001\n }",
    "target resolution <= 1600000000w",
    "flow {\n" + String(repeating: "    t -> u share 999999999999999%\n", count: 12_000) + "  }",
  ]

  @Test(arguments: figures.indices) func `figures of any size are drawn`(index: Int) throws {
    let scratch = try Scratch()
    let text = "kpi m \"M\" {\n  unit money\n  better higher\n}\n" + Self.journey(Self.figures[index])
    try scratch.write(text, to: "w/j.journey")
    try scratch.write(
      Survey.head + "j,t,resolution,,2026,,f,9,100,,\nj,,nps,0..10,2026,,f,9,100,,\n", to: "w/f.tally.csv")
    for command in ["render w --out out --verify", "review w", "review w --format json", "review w --pack pack"] {
      let run = try bounded(command.split(separator: " ").map(String.init), in: scratch)
      #expect(run.status == (index == 2 ? 1 : 0), "\(run.error)")
    }
    let page = try scratch.text("out/j.html")
    if index == 0 { #expect(page.contains("9,300,000,000,000") && page.contains("999,999,999,999,999")) }
  }

  @Test(arguments: [
    ("target resolution <= 1700000000w", "\"1700000000w\" has more than 15 digits"),
    ("volume 9999999999999999 in 2026", "\"9999999999999999\" has more than 15 digits"),
    ("volume 12.000 in 2026", "write: volume 12000"),
    ("flow {\n t -> u share 60%\n t -> exit share 50%\n }", "add up to 110 %"),
  ]) func `a figure that cannot be is told`(line: String, words: String) throws {
    let scratch = try Scratch()
    try scratch.write(Self.journey(line), to: "j.journey")
    let run = try bounded("check", "j.journey", in: scratch)
    #expect(run.status == 1 && run.output.contains(words), "\(run.output)")
  }

  @Test func `a workspace without a file says so`() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(at: scratch.url("w"), withIntermediateDirectories: true)
    for command in ["check", "fmt", "tally", "review"] {
      let run = try bounded(command, "w", in: scratch)
      #expect(!(run.output + run.error).isEmpty, "\(command)")
    }
  }
}
