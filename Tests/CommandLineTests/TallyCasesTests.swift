import Foundation
import Support
import Testing

/// Exports that were read wrong without a word, as they were: `Tests/Cases`. The first of each kind.
@Suite struct TallyCasesTests {
  /// What `tally` came to in a copy of a case.
  struct Tallied {
    let run: Run
    /// The rows of the tally file: `2026-08 5 ×1`; nil where none was written.
    let rows: [String]?
    var says: String { run.output + run.error }
  }

  private func tally(_ name: String, _ arguments: String..., change: (Scratch) throws -> Void = { _ in }) throws
    -> Tallied
  {
    let scratch = try Scratch()
    try FileManager.default.removeItem(at: scratch.folder)
    try FileManager.default.copyItem(at: Golden.root.appending(path: "Tests/Cases/\(name)"), to: scratch.folder)
    try change(scratch)
    let run = try Run(["tally", "journeys"] + arguments, in: scratch.folder)
    let file = try scratch.files(below: "journeys").first { $0.key.hasSuffix(".tally.csv") }
    let rows = file.map { file in
      String(decoding: file.value, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
        let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        return "\(fields[4]) \(fields[7]) ×\(fields[8])"
      }
    }
    return Tallied(run: run, rows: rows)
  }

  @Test func `an answer that two exports hold counts once`() throws {
    let tallied = try tally("m01-overlap")
    #expect(tallied.run.status == 0 && tallied.rows == ["2026-08 2 ×1", "2026-09 5 ×1"])
    #expect(tallied.says.contains("1  the same answer is in another row, by its id"))
  }

  @Test func `five people in two exports stay five`() throws {
    let tallied = try tally("overlap-small")
    #expect(tallied.run.status == 0)
    #expect(tallied.rows == (1...5).map { "2026-08 \($0) ×1" })
    #expect(tallied.says.contains("1 cell has fewer than 10 answers"))
  }

  @Test func `of two columns named Status Qualtrics' own says what a test is`() throws {
    let tallied = try tally("m02-status-twice")
    #expect(tallied.run.status == 0 && tallied.rows == ["2026-Q3 5 ×1"])
    #expect(tallied.says.contains("1  a test of the survey"))
  }

  @Test func `a preview that looks like spam is a test`() throws {
    let tallied = try tally("m03-status-9")
    #expect(tallied.run.status == 0 && tallied.rows == ["2026-Q3 5 ×1"])
    #expect(tallied.says.contains("1  a test of the survey"))
  }

  @Test(arguments: [
    ("m04-thousands-tab", "can be read in two ways"), ("m13-total", "1  a total of other rows"),
    ("m15-backslash", "a quote within quotes has a backslash before it"),
    ("m14-space-quote", "has no column \"Sat\" (read as 2 columns separated by commas, UTF-8)"),
  ])
  func `what is wrong is said`(name: String, says: String) throws {
    let tallied = try tally(name)
    #expect(tallied.says.contains(says), "\(tallied.says)")
  }

  @Test(arguments: [
    ("m05-where-nbsp", ["2026-Q3 1 ×2", "2026-Q3 5 ×1"]), ("m05-where-nothing", ["2026-Q3 1 ×1", "2026-Q3 5 ×1"]),
    ("m07-matrix-first", ["2026-Q3 1 ×1"]), ("m10-google-z", ["2026-03 4 ×1", "2026-04 5 ×1"]),
    ("m11-month-german", ["2026-01 4 ×1", "2026-05 4 ×1"]), ("m11-nnbsp", ["2026-01 4 ×1"]),
    ("m13-total", ["2026-Q3 5 ×1"]),
    ("m14-pipe", ["2026-Q3 5 ×1"]),
  ])
  func `what was misread is read`(name: String, rows: [String]) throws {
    let tallied = try tally(name)
    #expect(tallied.rows == rows && tallied.run.status == 0, "\(tallied.says)")
  }

  @Test func `a number that can be read in two ways writes no tally until the feedback decides`() throws {
    let undecided = try tally("m04-thousands-tab")
    #expect(undecided.run.status == 2 && undecided.rows == nil)
    let decided = try tally("m04-thousands-tab") { scratch in
      let text = try scratch.text("journeys/shop.journey")
      try scratch.write(
        text.replacing("  period 2026-Q3", with: "  decimal \".\"\n  period 2026-Q3"), to: "journeys/shop.journey")
    }
    #expect(decided.rows == ["2026-Q3 58624 ×1", "2026-Q3 74752 ×1"])
  }

  @Test func `a feedback that counts nothing exits with 1, and says which value no row has`() throws {
    let tallied = try tally("m05-where-nothing") { scratch in
      try scratch.write("Status,Sat\nOpen,5\n", to: "journeys/private/a.csv")
    }
    #expect(tallied.run.status == 1)
    #expect(tallied.says.contains("no answer counts") && tallied.says.contains("in \"Status\":\n      \"closed\"\n"))
  }

  @Test func `far fewer answers than before are marked`() throws {
    let tallied = try tally("m14-pipe") { scratch in
      try scratch.write(
        "journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2\n"
          + "coffee,pay,csat,1..5,2026-Q3,,after,5,906,,\n", to: "journeys/after.tally.csv")
    }
    #expect(tallied.run.status == 1)
    #expect(tallied.says.contains("! in 2026-Q3 1 answer replaces 906"))
  }

  @Test func `a renamed feedback does not double its answers`() throws {
    let scratch = try Scratch()
    try scratch.write(Survey.journey(name: "newer"), to: "w/help.journey")
    let rows = { (name: String) in Survey.row("2026-04", "5", 147, feedback: name) }
    try scratch.write(Survey.head + rows("newer"), to: "w/newer.tally.csv")
    try scratch.write(Survey.head + rows("survey"), to: "w/survey.tally.csv")
    let same = try Run("check", "w", in: scratch.folder)
    #expect(
      (same.output + same.error).contains(
        "error[tally-counted-twice]: \"survey\", which no journey file declares, has the same counts as \"newer\""))
    try scratch.write(
      Survey.head + Survey.row("2026-03", "5", 9, feedback: "survey", segment: "yuong"), to: "w/survey.tally.csv")
    let other = try Run("check", "w", in: scratch.folder)
    #expect((other.output + other.error).contains("warning[tally-undeclared]: no feedback is named \"survey\""))
    #expect((other.output + other.error).contains("warning[tally-undeclared]: no segment is named \"yuong\""))
  }
}
