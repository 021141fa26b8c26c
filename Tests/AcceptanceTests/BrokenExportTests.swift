import Foundation
import Support
import Testing

/// CSV with an unclosed quote, ragged rows, repeated or missing header, `;` or tab, BOM, UTF-16, Windows-1252, quoted
/// newlines, a 2 GB field, 10,000 columns – read right, or row and column in a finding, within bounded memory.
@Suite struct BrokenExportTests {
  let scratch: Scratch

  /// In memory, for the field of two gigabytes: to read a hole of a file on disk, the kernel first clears as much memory
  /// for its cache. It counts that as the program's time: 0.2 s, or 5 s on a machine that must first be given the memory.
  init() throws {
    scratch = try Scratch(inMemory: true)
    try scratch.write(Survey.journey().replacing("csat \"q\"", with: "csat \"größe\""), to: "w/help.journey")
  }

  private func tally(_ bytes: Data) throws -> (run: Run, rows: String) {
    try scratch.write(bytes, to: "w/private/x.csv")
    let run = try bounded("tally", "w", in: scratch)
    return (run, String(((try? scratch.text("w/survey.tally.csv")) ?? "").dropFirst(Survey.head.count)))
  }

  private static let plain = "date,größe,c\n2026-04-03,5,\"x\"\n2026-04-04,4,y\n"
  private static let both = Survey.row("2026-04", "4", 1) + Survey.row("2026-04", "5", 1)

  static let forms: [(what: String, bytes: Data)] = [
    ("commas", Data(plain.utf8)), ("semicolons", Data(plain.replacing(",", with: ";").utf8)),
    ("tabs", Data(plain.replacing(",", with: "\t").utf8)), ("a byte order mark", Data("\u{FEFF}\(plain)".utf8)),
    ("CRLF", Data(plain.replacing("\n", with: "\r\n").utf8)), ("CR", Data(plain.replacing("\n", with: "\r").utf8)),
    ("UTF-16, little end first", Data([0xFF, 0xFE] + plain.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })),
    ("UTF-16, big end first", Data([0xFE, 0xFF] + plain.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })),
    ("Windows-1252", Data(plain.unicodeScalars.map { UInt8($0.value) })),
    ("quoted newlines", Data(plain.replacing("\"x\"", with: "\"x\r\ny\n\n\"\"z\"\"\"").utf8)),
    ("NUL", Data(plain.replacing("\"x\"", with: "x\0y").utf8)),
  ]

  @Test(arguments: forms.indices) func `an export is read as it comes`(index: Int) throws {
    let (run, rows) = try tally(Self.forms[index].bytes)
    #expect(run.status == 0 && rows == Self.both, "\(Self.forms[index].what): \(run.output)\(run.error)")
  }

  static let broken: [(what: String, text: String, line: Int, words: String)] = [
    ("an unclosed quote", plain.replacing("\"x\"", with: "\"x"), 2, "a quote is not closed"),
    ("text behind a quote", plain.replacing("\"x\"", with: "\"x\"y"), 2, "a quote is not closed"),
    ("a cell too few", plain.replacing(",\"x\"", with: ""), 2, "more or fewer cells"),
    ("a cell too many", plain.replacing("\"x\"", with: "x,y"), 2, "more or fewer cells"),
  ]

  @Test(arguments: broken.indices) func `a broken row costs itself, and is told with its line`(index: Int) throws {
    let (what, text, line, words) = Self.broken[index]
    let (run, rows) = try tally(Data(text.utf8))
    #expect(
      run.status == 1 && run.output.contains(words) && run.output.contains("private/x.csv:\(line)"),
      "\(what): \(run.output)")
    #expect(rows == Survey.row("2026-04", "4", 1))
  }

  @Test func `lines of JSON with keys of their own are read within bounds`() throws {
    let lines = (0..<100_000).map { "{\"key \($0)\":1,\"date\":\"2026-04-03\",\"größe\":5}\n" }
    let (run, rows) = try tally(Data(lines.joined().utf8))
    #expect(run.status == 0 && rows == Survey.row("2026-04", "5", 100_000), "\(run.output)\(run.error)")
  }

  static let headers: [(text: String, error: String)] = [
    (
      "date,größe,größe\n2026-04-03,5,5\n",
      "error[repeated-column]: \"private/x.csv\" has the column \"größe\" more than once (columns 2, 3)"
    ),
    ("date,c\n2026-04-03,5\n", "error[unknown-column]: \"private/x.csv\" has no column \"größe\""),
    ("2026-04-03,5,x\n2026-04-04,4,y\n", "error[unknown-column]: \"private/x.csv\" has no column \"date\""),
    ("", "error[unreadable-export]: cannot read \"private/x.csv\": it is empty"),
  ]

  @Test(arguments: headers.indices) func `a header that says too much or too little is an error`(index: Int) throws {
    let (run, rows) = try tally(Data(Self.headers[index].text.utf8))
    #expect(run.status == 2 && run.error.contains(Self.headers[index].error), "\(run.error)")
    #expect(rows.isEmpty)
  }

  @Test func `ten thousand columns`() throws {
    let header = "date,größe" + (0..<9_998).map { ",c\($0)" }.joined() + "\n"
    let row = "2026-04-03,5" + String(repeating: ",", count: 9_998) + "\n"
    let (run, rows) = try tally(Data((header + String(repeating: row, count: 100) + row.dropLast() + ",\n").utf8))
    #expect(
      run.status == 1 && run.output.contains("more or fewer cells") && run.output.contains("private/x.csv:102"),
      "\(run.output)")
    #expect(rows == Survey.row("2026-04", "5", 100))
  }

  @Test(
    .enabled(if: Run.isRelease, "a debug build takes a minute for 2 GB"),
    arguments: ["\"\n2026-04-05,3,z\n", "\n2026-04-05,3,z\n"])
  func `a field of two gigabytes is one row left out`(end: String) throws {
    let head = "date,größe,c\n2026-04-03,5,x\n2026-04-04,4," + (end.hasPrefix("\"") ? "\"" : "")
    try scratch.write(head, to: "w/private/x.csv")
    // A hole takes no room on the disk.
    let file = try FileHandle(forWritingTo: scratch.url("w/private/x.csv"))
    try file.truncate(atOffset: 2 << 30)
    try file.seekToEnd()
    try file.write(contentsOf: Data(end.utf8))
    try file.close()
    let run = try bounded("tally", "w", in: scratch)
    #expect(
      run.status == 1 && run.output.contains("the row has more than 1 MiB") && run.output.contains("private/x.csv:3"),
      "\(run.output)")
    #expect(
      try scratch.text("w/survey.tally.csv") == Survey.head + Survey.row("2026-04", "3", 1)
        + Survey.row("2026-04", "5", 1))
  }
}
