import JourneySource
import Support
import Testing

@testable import JourneyKit

@Suite struct PrinterTests {
  @Test(arguments: FindingsFormat.allCases)
  func `findings print as recorded`(format: FindingsFormat) throws {
    let printed = Sample.findings.printed(as: format)
    try Golden("sample", in: "printers").expect(printed, as: format.rawValue)
  }

  @Test(arguments: FindingsFormat.allCases)
  func `no findings print as recorded`(format: FindingsFormat) throws {
    let printed = Findings([], in: [SourceFile(path: "bank.journey", bytes: [])]).printed(as: format)
    try Golden("clean", in: "printers").expect(printed, as: format.rawValue)
  }

  @Test func `colour marks severity and carets`() throws {
    let printed = Sample.findings.printed(as: .text, colour: true)
    try Golden("sample", in: "printers").expect(printed.replacing("\u{1B}", with: "ESC"), as: "colour")
  }

  @Test func `strict counts warnings as failures`() throws {
    try Golden("sample", in: "printers").expect(Sample.findings.printed(as: .junit, strict: true), as: "strict.junit")
  }

  @Test(arguments: FindingsFormat.allCases)
  func `nothing from a file reaches the terminal raw`(format: FindingsFormat) {
    let hostile = "\u{1B}[31m\u{7}\u{9B}\u{202E}\u{200B}\r\n::add-mask::x"
    let file = SourceFile(path: "a\u{1B}b\u{202E}.journey", bytes: Array(hostile.utf8))
    let finding = Diagnostic(
      Sample.rule("hostile", .error), at: Span(FileID(0), 0, 4), "no channel is named \"\(hostile)\"",
      related: [.init(Span(FileID(0), 2, 9), hostile)], help: hostile)
    let printed = Findings([finding], in: [file]).printed(as: format)
    let raw = printed.unicodeScalars.filter { $0.isHidden && $0 != "\n" }
    #expect(raw.isEmpty)
    #expect(!printed.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("::add-mask") })
  }
}

/// Findings of every shape, over files that are hard to show.
enum Sample {
  static func rule(_ code: String, _ severity: Diagnostic.Severity) -> Rule {
    Rule(code, severity, "A summary of \(code).", why: "Why \(code) matters.", example: "", instead: "")
  }

  static let bank = """
    channel web "Web"
    \tchannel web "Website"
    touchpoint 漢字 "東京" channel wbe
    touchpoint e\u{301}\u{302}te "👩‍👩‍👧 family" channel chta, "שלום" owner nobody
    touchpoint long "\(String(repeating: "so much to say ", count: 12))" channel smae "\(String(repeating: "and on ", count: 30))"
    """

  static let files = [
    SourceFile(path: "bank.journey", bytes: Array(bank.utf8)),
    SourceFile(
      path: "sub folder/100%, ok.journey",
      bytes: Array("owner \"x\u{200B}y\u{1B}[0m\"\r\nnext \r\n".utf8) + [0xFF, 0xC3]),
    SourceFile(path: "locked.journey", bytes: []),
  ]

  /// The span of the nth occurrence of a text in a file.
  static func span(_ text: String, in file: Int = 0, nth: Int = 1) -> Span {
    let (bytes, needle) = (files[file].bytes, Array(text.utf8))
    var found = 0
    for start in bytes.indices where bytes[start...].starts(with: needle) {
      found += 1
      if found == nth { return Span(FileID(file), start, start + needle.count) }
    }
    return Span(FileID(file), bytes.count, bytes.count)
  }

  static let findings = Findings(
    [
      Diagnostic(rule("no-owner", .note), at: span("e\u{301}\u{302}te"), "nobody owns \"e\u{301}\u{302}te\""),
      Diagnostic(
        rule("duplicate-name", .error), at: span("web", nth: 2), "a channel is already named \"web\"",
        related: [.init(span("web"), "first declared here")], help: "give one of them another name"),
      Diagnostic(
        rule("unknown-channel", .error), at: span("wbe"), "no channel is named \"wbe\"",
        help: "did you mean \"web\"?"),
      Diagnostic(rule("odd-title", .warning), at: span("東京"), "\"東京\" is a title"),
      Diagnostic(rule("unknown-channel", .error), at: span("chta"), "no channel is named \"chta\""),
      Diagnostic(rule("unknown-channel", .error), at: span("smae"), "no channel is named \"smae\""),
      Diagnostic(
        rule("hidden", .warning), at: span("x\u{200B}y", in: 1), "\"x\u{200B}y\" holds a character that cannot be seen",
        related: [.init(span("nobody"), "the owner is \"nobody\" there")]),
      Diagnostic(
        rule("not-utf8", .error), at: Span(FileID(1), files[1].bytes.count - 2, files[1].bytes.count), "not UTF-8"),
      Diagnostic(rule("unclosed", .error), at: span("next \r\n", in: 1), "this goes on over the end of the line"),
      Diagnostic(
        rule("at-end", .error), at: Span(FileID(0), bank.utf8.count, bank.utf8.count), "the file ends too early"),
      Diagnostic(
        rule("unreadable-file", .error), at: Span(FileID(2), 0, 0), "cannot read this file: permission denied"),
      Diagnostic(rule("no-journey", .warning), at: nil, "the workspace has no journey", help: "write one"),
    ], in: files)
}
