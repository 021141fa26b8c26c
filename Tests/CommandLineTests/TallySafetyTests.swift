import Foundation
import Support
import Testing

/// What exports and paths may try, and what must not come of it.
@Suite(.timeLimit(.minutes(2))) struct TallySafetyTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch.ofSurvey() }

  @Test func `a value that maps to nothing is shown where ten rows have it and it looks like no address`() throws {
    try scratch.write(
      Survey.journey(file: "private/x.csv").replacing(
        "answer csat \"q\" of help/form scale 1..5",
        with: "touchpoint \"t\" {\n\"form\" is help/form\n}\nanswer csat \"q\" scale 1..5"), to: "w/help.journey")
    func listed(_ values: [String], _ count: Int) throws -> String {
      let rows = values.map { String(repeating: "2026-04-03,5,\($0)\n", count: count) }.joined()
      try scratch.write("date,q,t\n" + rows, to: "w/private/x.csv")
      let run = try Run("tally", "w", in: scratch.folder)
      #expect(run.status == 1)
      return run.output
    }
    let shown = try listed(["form", "kiosk", "ada@example.com", "+49 30 555 0199"], 10)
    #expect(shown.contains("10  \"kiosk\"\n") && shown.contains("20  in values of fewer than 10 rows each"), "\(shown)")
    #expect(!shown.contains("example.com") && !shown.contains("555"))
    #expect(try listed(["form", "kiosk"], 9).contains("9  in values of fewer than 10 rows each"))
    #expect(try listed(["kiosk", "phone"], 10).contains("no value of \"t\" has a touchpoint: is it the column"))
  }

  /// As seen by anybody, root included.
  static let unreadable: [(set: String, arguments: String, status: Int32, message: String)] = [
    ("", "tally nowhere", 2, "cannot read \"nowhere\": it does not exist"),
    ("", "tally w/private/x.csv/y", 2, "a part of its path is not a folder"),
    ("ln -s gone w/link", "tally w/link", 2, "cannot read \"w/link\": it does not exist"),
    ("", "tally w --data nowhere", 2, "cannot read the folder \"nowhere\": it does not exist"),
    ("", "tally w --data w/private/x.csv", 2, "cannot read the folder \"w/private/x.csv\": it is not a folder"),
    ("", "tally w --rejects w", 2, "cannot write \"w\": it is not a file"),
    ("", "tally w --rejects nowhere/r.csv", 2, "cannot write \"nowhere/r.csv\": its folder does not exist"),
    ("", "tally w --rejects w/private/x.csv/r.csv", 2, "a part of its path is not a folder"),
    ("", "tally w --from-counts nowhere", 2, "cannot read \"nowhere\": it does not exist"),
    ("", "tally w --from-counts w", 2, "cannot read \"w\": it is a folder"),
    ("rm w/private/x.csv; mkdir w/private/x.csv", "tally w", 2, "cannot read \"private/x.csv\": it is a folder"),
    ("rm w/private/x.csv; ln -s gone w/private/x.csv", "tally w", 2, "this link leads nowhere"),
    ("rm -r w/private; echo >w/private", "tally w", 2, "there is no file \"private/x.csv\" in the folder \"w\""),
    ("mkdir w/survey.tally.csv", "tally w", 2, "nothing is merged with \"w/survey.tally.csv\": it is a folder"),
    ("", "check nowhere", 2, "cannot read \"nowhere\": it does not exist"),
    ("ln -s gone w/link.journey", "check w", 1, "this link leads nowhere"),
  ]

  @Test(arguments: unreadable.indices)
  func `what cannot be read is said, and told by the exit status`(index: Int) throws {
    let (set, arguments, status, message) = Self.unreadable[index]
    let run = try Run(shell: "\(set)\nwaymark \(arguments)", in: scratch.folder)
    #expect(
      run.status == status && (run.output + run.error).contains(message), "\(run.status) \(run.output)\(run.error)")
  }

  @Test func `rows left out are not put into git`() throws {
    try FileManager.default.createDirectory(at: scratch.url("w/.git"), withIntermediateDirectories: true)
    for path in ["w/r.csv", "w/private/r.csv"] {
      let run = try Run("tally", "w", "--rejects", path, in: scratch.folder)
      #expect(run.status == 2 && run.error.contains("is inside the git work tree"))
      #expect(!FileManager.default.fileExists(atPath: scratch.url(path).path))
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.url("w/survey.tally.csv").path))
  }

  @Test(arguments: ["w/private/x.csv", "w/help.journey"])
  func `rows left out never take the place of something else`(path: String) throws {
    try scratch.write("date,q\n2026-04-03,9\n", to: "w/private/x.csv")
    let before = try scratch.text(path)
    let run = try Run("tally", "w", "--rejects", path, "--dry-run", in: scratch.folder)
    #expect(run.status == 2 && run.error.contains("has something other than skipped rows in it"), "\(run.error)")
    #expect(try scratch.text(path) == before)
    for _ in 0..<2 { #expect(try Run("tally", "w", "--rejects", "r.csv", in: scratch.folder).status == 1) }
    #expect(try scratch.text("r.csv").hasPrefix("reason,file,line,column\noutside the scale,"))
    let tally = try Run("tally", "w", "--rejects", "w/survey.tally.csv", in: scratch.folder)
    #expect(tally.status == 2 && tally.error.contains("is the name of a tally"))
    let none = try Run("tally", "w", "--rejects", "-", in: scratch.folder)
    #expect(none.status == 2 && none.error.contains("go to a file"))
  }

  @Test func `a condition's cell is read as an export's is`() throws {
    try scratch.write(
      Survey.journey(file: "private/x.csv").replacing(
        "scale 1..5", with: "scale 1..5 where \"t\" is \" Closed \", \"5\""), to: "w/help.journey")
    try scratch.write(
      "date,q,t\n2026-04-03,5,Closed \n2026-04-03,4,05\n2026-04-03,3,5 \n2026-04-03,1,55\n", to: "w/private/x.csv")
    _ = try Run("tally", "w", in: scratch.folder)
    let rows = ["3", "4", "5"].map { Survey.row("2026-04", $0, 1) }.joined()
    #expect(try scratch.text("w/survey.tally.csv") == Survey.head + rows)
  }

  @Test func `one row is asked once, though a number is written in two ways`() throws {
    let both = "scale 1..5 where \"t\" is \"5\"\n  answer csat \"p\" of help/form scale 1..5 where \"t\" is \"05\""
    try scratch.write(Survey.journey(file: "private/x.csv").replacing("scale 1..5", with: both), to: "w/help.journey")
    let run = try Run("check", "w", in: scratch.folder)
    #expect(run.status == 1 && run.output.contains("error[asked-twice]"), "\(run.output)")
  }

  /// Of one file the same answers, unless `where`, the touchpoint column or the period tells the rows apart.
  @Test(arguments: [
    ("", "", true), ("where \"t\" is \"a\"", "where \"t\" is \"b\"", false),
    ("where \"t\" is \"a\"", "where \"t\" is \"a\", \"b\"", true),
    ("where \"t\" is \"a\"", "", true), ("period 2026-04", "period 2026-05", false),
    ("period 2026-04", "period 2026", true),
    ("period 2026-04", "", true), ("where \"t\" is \"a\"", "where \"T\" is \"b\"", false),
  ])
  func `two feedbacks do not count one answer twice`(one: String, other: String, isTwice: Bool) throws {
    try scratch.write(Survey.journey(file: "private/x.csv", one), to: "w/help.journey")
    let again = Survey.journey(file: "private/x.csv", other, name: "again")
    try scratch.write(
      String(again.suffix(from: try #require(again.range(of: "feedback")).lowerBound)), to: "w/again.journey")
    let run = try Run("check", "w", in: scratch.folder)
    #expect(run.output.contains("error[asked-twice]") == isTwice, "\(run.output)")
    #expect(run.output.contains("another feedback already counts this answer of csat") == isTwice)
    for same in ["file \"./private/x.csv\"", "file \"private/y.csv\", \"private/x.csv\""] where isTwice {
      try scratch.write(
        String(again.suffix(from: try #require(again.range(of: "feedback")).lowerBound)).replacing(
          "file \"private/x.csv\"", with: same
        ).replacing("\"q\"", with: "\"Q\""), to: "w/again.journey")
      #expect(try Run("check", "w", in: scratch.folder).output.contains("error[asked-twice]"), "\(same)")
    }
    try scratch.write(
      again.replacing("private/x.csv", with: "private/y.csv").replacing("journey help", with: "journey more"),
      to: "w/again.journey")
    #expect(try !Run("check", "w", in: scratch.folder).output.contains("asked-twice"), "files of their own")
  }

  @Test(arguments: ["help/form", "help/again", "help/form, help/again", "help/ask"])
  func `a card that repeats another is asked with it`(subject: String) throws {
    let journey = Survey.journey(file: "private/x.csv", "answer csat \"p\" of \(subject) scale 1..5")
      .replacing("owner service\n", with: "owner service\ntouchpoint again \"Again\" repeats form\n")
    try scratch.write(journey, to: "w/help.journey")
    let run = try Run("check", "w", in: scratch.folder)
    #expect(run.output.contains("error[asked-twice]"), "\(run.output)")
  }

  @Test func `rows that stand twice are not merged`() throws {
    try scratch.declareSurvey()
    let row = Survey.row("2026-03", "5", 9)
    try scratch.write(Survey.head + row + row, to: "w/survey.tally.csv")
    try scratch.write("date,q\n2026-04-03,5\n", to: "w/private/x.csv")
    let run = try Run("tally", "w", in: scratch.folder)
    #expect(run.status == 2 && run.error.contains("error[tally-not-merged]"), "\(run.error)")
    #expect(try scratch.text("w/survey.tally.csv") == Survey.head + row + row)
  }

  @Test func `a tally is found whatever bytes its name is written in`() throws {
    try scratch.write(Survey.journey(name: "caf\u{E9}"), to: "w/help.journey")
    try scratch.write("date,q\n2026-04-03,5\n", to: "w/private/x.csv")
    let decomposed = "w/cafe\u{301}.tally.csv"
    let before = Survey.row("2026-03", "5", 9, feedback: "caf\u{E9}")
    try scratch.write(Survey.head + before, to: decomposed)
    #expect(try Run("tally", "w", in: scratch.folder).status == 0)
    #expect(try scratch.text(decomposed) == Survey.head + before + Survey.row("2026-04", "5", 1, feedback: "caf\u{E9}"))
    try Run(shell: "cp w/caf*.tally.csv w/$(printf 'caf\\303\\251').tally.csv", in: scratch.folder)
    let check = try Run("check", "w", in: scratch.folder)
    #expect(
      check.status == 1 && check.output.contains("another file has the same name in other bytes"),
      "\(check.output)")
  }

  @Test func `a file named alone says whose answers are not read`() throws {
    try scratch.write(Survey.journey(), to: "w/help.journey")
    try scratch.write(Text.clean, to: "w/coffee.journey")
    try scratch.write(Survey.head + Survey.row("2026-04", "5", 40), to: "w/survey.tally.csv")
    let told = "warning[tally-not-read]: \"survey.tally.csv\" is skipped: its feedback is in another file"
    #expect(try Run("review", "w/coffee.journey", in: scratch.folder).error.contains(told))
    for named in ["w/help.journey", "w"] {
      #expect(try !Run("review", named, in: scratch.folder).error.contains("tally-not-read"), "\(named)")
    }
  }

  @Test func `a tally is no export`() throws {
    try scratch.declareSurvey(file: "*.csv")
    try scratch.write("date,q\n2026-04-03,5\n", to: "w/x.csv")
    for _ in 0..<2 { #expect(try Run("tally", "w", in: scratch.folder).status == 0) }
  }

  /// July and August, then the third quarter: the same answers.
  @Test(arguments: [("month", "quarter", "2026-04", "2026-Q2"), ("year", "month", "2026", "2026-04")])
  func `periods of another length are not merged`(before: String, after: String, old: String, new: String) throws {
    try scratch.declareSurvey("period \(before)")
    #expect(try Run("tally", "w", in: scratch.folder).status == 0)
    let tally = try scratch.text("w/survey.tally.csv")
    try scratch.declareSurvey("period \(after)")
    let run = try Run("tally", "w", in: scratch.folder)
    #expect(
      run.status == 2 && (run.output + run.error).contains("error[tally-not-merged]"), "\(run.output)\(run.error)")
    #expect(
      (run.output + run.error).contains("it has \(old), the files have \(new), so the same answers would count twice"))
    #expect(try scratch.text("w/survey.tally.csv") == tally)
  }

  /// `9999-12-31` often stands for "never".
  @Test func `a day beyond the calendar is none`() throws {
    let zoned = Survey.journey(file: "private/x.csv").replacing("date \"date\"", with: "date \"date\" zone \"+02:00\"")
    try scratch.write(zoned, to: "w/help.journey")
    try scratch.write(
      "date,q\n9999-12-31T23:59:59Z,1\n0001-01-01T00:00:00+15:00,1\n2026-04-03,5\n", to: "w/private/x.csv")
    for _ in 0..<2 { #expect(try Run("tally", "w", in: scratch.folder).status == 1) }
    #expect(try scratch.text("w/survey.tally.csv") == Survey.head + Survey.row("2026-04", "5", 1))
  }

  @Test func `more files than may be open at once are read`() throws {
    try scratch.declareSurvey(file: "many/*.csv")
    for index in 0..<300 { try scratch.write("date,q,n\n2026-04-03,5,\(index)\n", to: "w/many/\(index).csv") }
    let run = try Run(shell: "ulimit -n 40; waymark tally w", in: scratch.folder)
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("many/0.csv and 299 more\n    300 rows, 3 columns"))
    #expect(try scratch.text("w/survey.tally.csv").hasSuffix(",5,300,,\n"))
  }
}
