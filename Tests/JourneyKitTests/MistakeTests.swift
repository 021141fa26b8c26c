import JourneySource
import Testing

@testable import JourneyKit

/// What people type before they know the language: each mistake is one finding, and its help is what to type instead.
@Suite struct MistakeTests {
  private static func touchpoint(_ lines: String) -> String {
    "journey a \"A\" {\n  phase p \"P\" {\n    touchpoint t \"T\" {\n      \(lines)\n    }\n"
      + "    touchpoint u \"U\" owner o\n  }\n}\n"
  }

  private static func flow(_ line: String) -> String {
    "journey a \"A\" {\n  phase p \"P\" {\n    touchpoint t \"T\" owner o\n    touchpoint u \"Sees sign\" owner o\n  }\n"
      + "  flow {\n    \(line)\n  }\n}\n"
  }

  private static let cases: [(source: String, code: String, help: String)] = [
    (touchpoint("owner o\n      feedback \"good\""), "misplaced-word", "move it to the top level of a file"),
    (touchpoint("owner o\n      flow \"x\""), "misplaced-word", "move it to a journey"),
    (touchpoint("owner o\n      phase 2"), "misplaced-word", "move it to a journey"),
    (touchpoint("owner o\n      journey b"), "misplaced-word", "move it to the top level of a file"),
    (touchpoint("owner o\n      department x"), "unknown-word", "did you mean \"owner\"?"),
    (touchpoint("owner department x"), "surplus-value", "write x"),
    (touchpoint("owner o\n      score 3"), "unknown-word", "did you mean \"target\"?"),
    (touchpoint("owner o\n      moment of truth"), "unknown-word", "did you mean \"moment-of-truth\"?"),
    (touchpoint("departement o"), "unknown-word", "did you mean \"owner\"?"),
    (touchpoint("owner dental, billing"), "surplus-value", "write: with billing"),
    (touchpoint("owner o\n      takes 3 days"), "wrong-argument", "write 3d"),
    (touchpoint("owner o\n      takes 15min"), "wrong-argument", "write 15m"),
    (touchpoint("owner o\n      target resolution <= 2 days"), "wrong-argument", "write 2d"),
    (touchpoint("owner o\n      target csat > 80%"), "wrong-argument", "write >= 80%"),
    (touchpoint("owner o\n      target csat 80%"), "wrong-argument", "write >= 80%"),
    (touchpoint("owner o\n      channel phone and web"), "missing-comma", "write a comma: , web"),
    (touchpoint("owner o\n      channel phone/web"), "missing-comma", "write phone, web"),
    (touchpoint("owner o\n      thinks 'It''s good'"), "unquoted-text", "write \"It's good\""),
    ("workspace \"W\" {\n  current-for 12\n}\n", "missing-word", "current-for 12 months"),
    ("workspace \"W\" {\n  current-for 2 years\n}\n", "missing-word", "current-for 12 months"),
    ("workspace \"W\" {\n  current-for 0 months\n}\n", "out-of-range", "write: current-for 12 months"),
    ("workspace \"W\" {\n  current-for 1.5 months\n}\n", "out-of-range", "write: current-for 12 months"),
    (touchpoint("owner o; web, x"), "stray-sign", "leave it out"),
    (touchpoint("thinks \"Where owner o"), "unclosed-string", "write \" where the text ends"),
    (flow("as written"), "unknown-word", "did you mean \"as-written\"?"),
    (flow("Sees sign -> t"), "unquoted-text", "write \"Sees sign\", or its name"),
    (flow("t -> Sees sign share 3%"), "unquoted-text", "write \"Sees sign\", or its name"),
    (flow("t -> u \"label\""), "missing-label", "write : \"label\""),
    (flow("t -> u -> end"), "unknown-touchpoint", "did you mean \"exit\"?"),
    (flow("start -> t -> u"), "unknown-touchpoint", "did you mean \"entry\"?"),
    (flow("t -> u -> Exit"), "unknown-touchpoint", "did you mean \"exit\"?"),
    (flow("t -> u share 12\n    u -> exit"), "wrong-argument", "write 12%"),
    (flow("t -> u share 99999999999999999999%"), "malformed-number", "at most 15 digits"),
    ("journey Buying coffee {}\n", "unquoted-text", "write \"Buying coffee\""),
    ("journey a 'A thing' {}\n", "unquoted-text", "write \"A thing\""),
    (
      "journey a \"A\"\n  quote \"x\"\n  phase p \"P\" { touchpoint t \"T\" owner o }\n}\n", "missing-braces",
      "write \"{\" here"
    ),
    ("action x \"X\" {\n  due 31.12.2026\n}\n", "no-such-date", "write 2026-12-31"),
    ("action x \"X\" {\n  due 2026-9\n}\n", "no-such-date", "write 2026-09"),
    ("action x \"X\" {\n  due 2026q3\n}\n", "no-such-date", "write 2026-Q3"),
    ("journey a \"\\u{D800}\" {}\n", "bad-escape", "the number of a character"),
    ("journey a \"C:\\data\\x\" {}\n", "bad-escape", "a backslash is written \\\\"),
    (
      "feedback f \"F\" {\n  file \"C:\\data\\new.csv\"\n  period 2026\n  answer csat \"A\" of workspace scale 1..5\n}\n",
      "file-outside", "waymark tally --data DIR"
    ),
    (
      "feedback f \"F\" {\n  file \"private\\x.csv\"\n  period 2026\n  answer csat \"A\" of workspace scale 1..5\n}\n",
      "file-outside", "write: file \"private/x.csv\""
    ),
    ("journey review \"R\" {}\n", "reserved-name", "says what to fix first"),
    ("journey __proto__ \"A\" {}\n", "bad-name", "write \"proto\""),
    ("journey a { phase p { touchpoint t\u{0}x \"T\" } }\n", "control-character", "delete it"),
    (
      "feedback f \"F\" {\n  file \"a.csv\",\n    b.csv\n  period 2026\n  answer csat \"A\" of workspace scale 1..5\n}\n",
      "unquoted-text", "write \"b.csv\""
    ),
    ("zzz a \"A\" {\n  phase x \"X\" {}\n}\n", "unknown-word", "a file knows"),
  ]

  @Test(arguments: cases.indices)
  func `a mistake is one finding that says what to type`(index: Int) {
    let (source, code, help) = Self.cases[index]
    let findings = Waymark.check(WorkspaceFiles([("x.journey", source)])).withoutNotes
    #expect(findings.diagnostics.map(\.rule.code) == [code], "\(source)\n\(findings.printed(as: .text))")
    #expect(findings.diagnostics.first?.help?.contains(help) == true, "\(findings.printed(as: .text))")
  }

  @Test func `a file that cannot be read is said to be that alone`() {
    for bytes: [UInt8] in [
      [0xFF, 0xFE, 0x6A, 0], [0x6A, 0, 0x6F, 0], [0xFF, 0xFE, 0, 0], Array("<<<<<<< a\n=======\n>>>>>>> b\n".utf8),
    ] {
      var sources = WorkspaceFiles([])
      sources.add(SourceFile(path: "x.journey", bytes: bytes), .journey, origin: nil)
      #expect(Waymark.check(sources).diagnostics.count == 1)
    }
  }

  @Test func `two journeys cannot be the future of each other`() {
    let text = "journey a \"A\" { future-of b }\njourney b \"B\" { future-of a }\n"
    #expect(
      Waymark.check(WorkspaceFiles([("x.journey", text)])).withoutNotes.diagnostics.map(\.rule.code) == [
        "refers-to-itself"
      ])
  }

  @Test func `an answer about a touchpoint without its journey is told the whole name`() {
    let text =
      Self.touchpoint("owner o")
      + "feedback f \"F\" {\n  file \"x.csv\"\n  period 2026\n  answer csat \"Q\" of t scale 1..5\n}\n"
    #expect(Waymark.check(WorkspaceFiles([("x.journey", text)])).withoutNotes.diagnostics.map(\.help) == ["write a/t"])
  }

  @Test func `explain takes a code as it is printed`() throws {
    #expect(try Waymark.explain("error[Unknown-Channel]").code == "unknown-channel")
  }
}
