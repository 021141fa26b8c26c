import Foundation
import Support
import Testing

@Suite struct TallyCommandTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(Survey.journey(), to: "w/sub/help.journey")
    try scratch.write("date,q,who\n2026-04-03,5,a\n2026-04-09,4,b\n2026-04-11,5,c\n", to: "w/private/april.csv")
  }

  static let april = Survey.head + Survey.row("2026-04", "4", 1) + Survey.row("2026-04", "5", 2)

  private func tally() throws -> String { try scratch.text("w/sub/survey.tally.csv") }

  @Test func `the tally lies beside the journey, the export below the workspace`() throws {
    let run = try Run("tally", "w", in: scratch.folder)
    #expect(run.status == 0, "\(run.output)\(run.error)")
    #expect(run.error.isEmpty)
    #expect(try tally() == Self.april)
    #expect(run.output.contains("wrote w/sub/survey.tally.csv"))
    #expect(
      try scratch.files(below: ".").keys.sorted() == [
        "w/private/april.csv", "w/sub/help.journey", "w/sub/survey.tally.csv",
      ])
  }

  @Test func `a file named alone has its exports beside it`() throws {
    try scratch.write("date,q\n2026-04-03,1\n", to: "w/sub/private/x.csv")
    #expect(try Run("tally", "w/sub/help.journey", in: scratch.folder).status == 0)
    #expect(try tally() == Survey.head + Survey.row("2026-04", "1", 1))
  }

  @Test func `what is there stays, but for the same period and feedback`() throws {
    let other = Survey.row("2026-04", "1", 7, feedback: "older")
    try scratch.write(
      Survey.head + Survey.row("2026-04", "1", 9) + Survey.row("2026-03", "2", 3) + other, to: "w/sub/survey.tally.csv")
    let run = try Run("tally", "w", in: scratch.folder)
    #expect(run.status == 0)
    #expect(
      try tally() == Survey.head + Survey.row("2026-03", "2", 3) + other + Survey.row("2026-04", "4", 1)
        + Survey.row("2026-04", "5", 2))
    #expect(run.output.contains("kept as it was 2026-03"))
  }

  @Test func `a tally that would not change is left alone`() throws {
    try Run("tally", "w", in: scratch.folder)
    let path = scratch.url("w/sub/survey.tally.csv").path
    let before = try FileManager.default.attributesOfItem(atPath: path)
    let run = try Run("tally", "w", in: scratch.folder)
    let after = try FileManager.default.attributesOfItem(atPath: path)
    #expect(run.output.contains("is up to date"))
    #expect(before[.systemFileNumber] as? Int == after[.systemFileNumber] as? Int)
    #expect(before[.modificationDate] as? Date == after[.modificationDate] as? Date)
  }

  /// Of two commits of one period the difference is what a few answered.
  @Test func `a period that was counted before and has a few answers more is told`() throws {
    func count(_ april: Int, _ may: Int) throws -> Run {
      let rows = [("04", april), ("05", may)].map { String(repeating: "2026-\($0)-03,5\n", count: $1) }
      try scratch.write("date,q\n" + rows.joined(), to: "w/private/april.csv")
      return try Run("tally", "w", in: scratch.folder)
    }
    #expect(try count(40, 30).error.isEmpty)
    let more = try count(40, 33)
    #expect(more.status == 0 && more.error.contains("note[open-period]"), "\(more.error)")
    #expect(more.error.contains("fewer than 10 answers of 2026-05 have changed since"))
    #expect(try count(38, 33).error.contains("of 2026-04 have"))
    #expect(try count(38, 33).error.isEmpty, "nothing changed")
    #expect(try count(48, 43).error.isEmpty, "ten more are not few")
    #expect(try count(47, 42).error.contains("of 2026-04, 2026-05 have"))
  }

  /// An export of a part of a period takes the place of the whole.
  @Test func `which answers replace which is always said`() throws {
    func count(_ april: Int, _ may: Int) throws -> Run {
      let rows = [("04", april), ("05", may)].map { String(repeating: "2026-\($0)-03,5\n", count: $1) }
      try scratch.write("date,q\n" + rows.joined(), to: "w/private/april.csv")
      return try Run("tally", "w", in: scratch.folder)
    }
    #expect(try !count(260, 40).output.contains("replace"))
    let fewer = try count(181, 40)
    #expect(fewer.status == 0 && fewer.output.contains("  in 2026-04 181 answers replace 260\n"))
    #expect(fewer.output.contains("count all its exports at once") && !fewer.output.contains("in 2026-05"))
    let more = try count(300, 41)
    #expect(more.output.contains("  in 2026-04 300 answers replace 181\n  in 2026-05 41 answers replace 40\n"))
    #expect(!more.output.contains("at once"))
    let far = try count(20, 1)
    #expect(far.status == 1 && far.output.contains("  ! in 2026-04 20 answers replace 300\n"))
    #expect(try !count(20, 1).output.contains("replace"))
  }

  @Test func `a dry run writes nothing`() throws {
    let run = try Run("tally", "w", "--dry-run", in: scratch.folder)
    #expect(run.status == 0 && run.output.contains("rows read"))
    #expect(throws: (any Error).self) { try tally() }
  }

  @Test func `a tally that cannot be read is not merged with, and stays`() throws {
    let broken = Survey.head + "<<<<<<< HEAD\n" + Survey.row("2026-03", "2", 3)
    try scratch.write(broken, to: "w/sub/survey.tally.csv")
    let run = try Run("tally", "w", in: scratch.folder)
    #expect(run.status == 2)
    #expect(run.error.contains("error[tally-not-merged]"))
    #expect(try tally() == broken)
  }

  @Test func `the order of files and their names do not matter`() throws {
    try scratch.write("q;date\n1;2026-04-12\n", to: "w/private/a.csv")
    try Run("tally", "w", in: scratch.folder)
    let first = try tally()
    try Run(shell: "cd w/private; mv a.csv z.csv; mv april.csv b.csv", in: scratch.folder)
    try Run("tally", "w", in: scratch.folder)
    #expect(try tally() == first)
    #expect(first.contains(Survey.row("2026-04", "1", 1)))
  }

  @Test func `a star stays within its folder and passes hidden files over`() throws {
    try scratch.write("date,q\n2026-04-03,1\n", to: "w/private/deep/x.csv")
    try scratch.write("date,q\n2026-04-03,1\n", to: "w/private/.hidden.csv")
    try scratch.write("date,q\n2026-04-03,1\n", to: "w/private/x.csv.bak")
    #expect(try Run("tally", "w", in: scratch.folder).status == 0)
    #expect(try tally() == Self.april)
  }

  @Test func `what Excel puts beside an open workbook is no export`() throws {
    try scratch.write("\u{7}Ann", to: "w/private/~$april.csv")
    let run = try Run("tally", "w", in: scratch.folder)
    #expect(run.status == 0 && !run.output.contains("~$") && run.error.isEmpty)
    #expect(try tally() == Self.april)
  }

  @Test func `a file that two patterns name counts once`() throws {
    try scratch.write(Survey.journey("file \"private/april.csv\""), to: "w/sub/help.journey")
    #expect(try Run("tally", "w", in: scratch.folder).status == 0)
    #expect(try tally() == Self.april)
  }

  @Test func `a missing file leaves the tally as it is`() throws {
    try scratch.write(Survey.journey("file \"private/may.csv\""), to: "w/sub/help.journey")
    try scratch.write(Survey.head + Survey.row("2026-04", "1", 9), to: "w/sub/survey.tally.csv")
    let run = try Run("tally", "w", in: scratch.folder)
    #expect(run.status == 2)
    #expect(run.error.contains("error[missing-export]: there is no file \"private/may.csv\""))
    #expect(try tally() == Survey.head + Survey.row("2026-04", "1", 9))
  }

  @Test func `a renamed column is a finding with the nearest name`() throws {
    try scratch.write("date,Q1\n2026-04-03,5\n", to: "w/private/april.csv")
    try scratch.write(
      Survey.journey().replacing("\"q\"", with: "\"Q2\""), to: "w/sub/help.journey")
    let run = try Run("tally", "w", in: scratch.folder)
    #expect(run.status == 2)
    #expect(run.error.contains("has no column \"Q2\"") && run.error.contains("did you mean \"Q1\"?"))
  }

  @Test func `one broken declaration does not stop the others`() throws {
    try scratch.write(
      Survey.journey(name: "broken").replacing("of help/form", with: "of help/from").replacing(
        "journey help", with: "journey more"),
      to: "w/broken.journey")
    let run = try Run("tally", "w", in: scratch.folder)
    #expect(run.status == 1)
    #expect(try tally() == Self.april)
    #expect(!FileManager.default.fileExists(atPath: scratch.url("w/broken.tally.csv").path))
  }

  @Test func `what the feedback does not declare is told by the exit status`() throws {
    try scratch.write("date,q\n2026-04-03,6\n2026-04-04,5\n", to: "w/private/april.csv")
    let run = try Run("tally", "w", in: scratch.folder)
    #expect(run.status == 1)
    #expect(run.output.contains("! outside the scale") && run.output.contains("private/april.csv:2 \"q\""))
    try scratch.write(Survey.journey("ignore 6"), to: "w/sub/help.journey")
    #expect(try Run("tally", "w", in: scratch.folder).status == 0)
  }

  @Test(arguments: [
    (["--feedback", "survy"], "did you mean \"survey\"?"),
    (["--data", "nowhere"], "cannot read the folder \"nowhere\""),
    (["--data", "w/private/april.csv"], "it is not a folder"),
  ])
  func `what is not there is refused`(arguments: [String], message: String) throws {
    let run = try Run(shell: "waymark tally w \(arguments.joined(separator: " "))", in: scratch.folder)
    #expect(run.status == 2)
    #expect(run.error.contains(message))
  }

  @Test func `without a feedback there is nothing to tally`() throws {
    try scratch.write(Text.clean, to: "empty/coffee.journey")
    let run = try Run("tally", "empty", in: scratch.folder)
    #expect(run.status == 2 && run.error.contains("no feedback is declared"))
  }

  @Test func `small cells are told of, and kept out of the file where asked`() throws {
    let rows =
      (1...12).map { "2026-04-03,5,big\n\($0 < 3 ? "2026-04-03,4,small\n" : "")" }.joined()
      + String(repeating: "2026-04-05,3,other\n", count: 30)
    try scratch.write("date,q,s\n" + rows, to: "w/private/april.csv")
    try scratch.write(
      "segment a \"A\"\nsegment b \"B\"\n"
        + Survey.journey("segment \"s\" {\n\"small\" is a\n\"big\" is b\n}"), to: "w/sub/help.journey")
    let told = try Run("tally", "w", in: scratch.folder)
    #expect(told.output.contains("1 cell has fewer than 10 answers\n                 1 more would reveal it"))
    #expect(try tally().contains("2026-04,a,"))
    try Run("tally", "w", "--suppress", in: scratch.folder)
    #expect(try tally() == Survey.head + Survey.row("2026-04", "3", 30))
  }

  @Test func `progress is for terminals`() throws {
    let run = try Run("tally", "w", in: scratch.folder)
    #expect(!(run.output + run.error).contains("\u{1B}") && !run.error.contains("Reading"))
  }
}
