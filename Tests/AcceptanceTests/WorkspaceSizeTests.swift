import Foundation
import Support
import Testing

/// 10,000 journey files; one of 100 MB; a string of 1 MB; 1,000,000 touchpoints – works, or one error that names the
/// limit (string 64 KiB, file 64 MiB, depth 64, 100,000 touchpoints a workspace).
@Suite(.enabled(if: Run.isRelease, "a debug build is too slow for sizes like these")) struct WorkspaceSizeTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A journey of so many touchpoints, ten a phase.
  private static func journey(_ name: String, touchpoints: Int) -> Data {
    var text = "journey \(name) \"J \(name)\" {\n"
    for index in 0..<touchpoints {
      if index % 10 == 0 { text += "  phase p\(index / 10) \"Phase \(index / 10)\" {\n" }
      text += "    touchpoint t\(index) \"Touchpoint \(index)\" feels -1 \"Hm\"\n"
      if index % 10 == 9 || index == touchpoints - 1 { text += "  }\n" }
    }
    return Data((text + "}\n").utf8)
  }

  /// What each command says of `w`, within bounds.
  private func errors(of command: String, status: Int32, sourceLocation: SourceLocation = #_sourceLocation) throws
    -> [String]
  {
    let run = try bounded(command.split(separator: " ").map(String.init), in: scratch, sourceLocation: sourceLocation)
    #expect(run.status == status, "\(command): \((run.output + run.error).suffix(500))", sourceLocation: sourceLocation)
    return (run.output + run.error).matches(of: /(?m)^error.*$/).map { String($0.output) }
  }

  /// `check` and both ways of drawing have one error, in which stands `words`.
  private func expectOneError(
    _ words: String, drawing status: Int32, maps: Int, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let found = [
      try errors(of: "check w", status: 1), try errors(of: "render w --out svg --format svg", status: status),
      try errors(of: "render w --out html --format html", status: status),
    ]
    for errors in found {
      #expect(errors.count == 1 && errors[0].contains(words), "\(errors)", sourceLocation: sourceLocation)
    }
    #expect(try scratch.files(below: "svg").count == maps, sourceLocation: sourceLocation)
  }

  @Test func `ten thousand files are read`() throws {
    for index in 0..<10_000 { try scratch.write(Self.journey("j\(index)", touchpoints: 10), to: "w/j\(index).journey") }
    #expect(try errors(of: "check w", status: 0) == [])
    // Ten thousand pages are written then, which takes its time, but no more memory.
    let drawn = try Run("render", "w", "--out", "out", "--format", "html", in: scratch.folder)
    #expect(drawn.status == 0 && drawn.memory <= 256 << 20, "\(drawn.memory) \(drawn.error)")
  }

  @Test(arguments: [(files: 1_000, touchpoints: 100), (files: 5, touchpoints: 20_000)])
  func `as many touchpoints as a workspace may have are drawn`(files: Int, touchpoints: Int) throws {
    for index in 0..<files {
      try scratch.write(Self.journey("j\(index)", touchpoints: touchpoints), to: "w/j\(index).journey")
    }
    #expect(try errors(of: "check w", status: 0) == [])
    for (format, made) in [("svg", files), ("html", files + 1)] {
      // On a busy machine a second of processor time is worth half as much or less; docs/performance.md has the times.
      let drawn = try Run("render", "w", "--out", format, "--format", format, in: scratch.folder, seconds: 15)
      #expect(drawn.status == 0 && drawn.memory <= 256 << 20, "\(drawn.memory) \(drawn.error)")
      #expect(try scratch.files(below: format).count == made)
    }
  }

  /// Each of so many to each of as many others: 40,000 labelled arrows in 15 KB, or 400,000 in 50 KB.
  @Test(arguments: [(side: 200, error: ""), (side: 201, error: "40401 arrows"), (side: 632, error: "399424 arrows")])
  func `a joint of hundreds is drawn, or is an error`(side: Int, error: String) throws {
    let names = (0..<2 * side).map { "t\($0)" }
    let touchpoints = names.map { "touchpoint \($0) \"T\"\n" }.joined()
    let joint = names[..<side].joined(separator: " and ") + " -> " + names[side...].joined(separator: " and ")
    try scratch.write(
      "journey j \"J\" {\nphase p \"P\" {\n\(touchpoints)}\nflow {\n\(joint)\n}\n}\n", to: "w/j.journey")
    guard !error.isEmpty else {
      for format in ["svg", "html"] {
        #expect(try errors(of: "render w --out out --format \(format)", status: 0) == [])
      }
      return
    }
    try expectOneError("map-too-wide]: this journey has \(error); a map has at most 40000", drawing: 1, maps: 0)
  }

  /// Each persona could meet each touchpoint, and feel differently there.
  @Test(arguments: [(count: 400, error: ""), (count: 2_000, error: "map-too-wide]: this journey has 4000000 feelings")])
  func `hundreds of personas are drawn, or are an error`(count: Int, error: String) throws {
    var text = (0..<count).map { "persona p\($0) \"P \($0)\"\n" }.joined()
    text += "journey j \"J\" {\npersona \((0..<count).map { "p\($0)" }.joined(separator: ", "))\nphase p \"P\" {\n"
    text += (0..<count).map { "touchpoint t\($0) \"T \($0)\" {\nfeels -1 \"x\"\nfeels +1 \"y\" persona p\($0)\n}\n" }
      .joined()
    try scratch.write(text + "}\n}\n", to: "w/j.journey")
    let rows = (0..<count).map { "j,t\($0),csat,1..5,2026,,f,5,20,,\n" }.joined()
    try scratch.write(Survey.head + rows, to: "w/f.tally.csv")
    for format in ["svg", "html"] {
      let found = try errors(of: "render w --out out --format \(format)", status: error.isEmpty ? 0 : 1)
      #expect(error.isEmpty ? found.isEmpty : found.count == 1 && found[0].contains(error), "\(found)")
    }
    #expect(try errors(of: "review w --pack pack", status: error.isEmpty ? 0 : 1).count == (error.isEmpty ? 0 : 1))
    #expect(try scratch.text("pack/review.html").contains("touchpoints more: waymark review --persona p0."))
  }

  /// As many cells as there may be, of five answers each; and one more, in a file of its own or in the same.
  @Test func `tallies of as many cells as a workspace may have are read`() throws {
    try scratch.write(Self.journey("j", touchpoints: 1_000), to: "w/j.journey")
    func rows(_ feedback: String, touchpoints: Int) -> String {
      var text = Survey.head
      for touchpoint in 0..<touchpoints {
        for period in 0..<50 {
          let start = "j,t\(touchpoint),csat,1..5,\(2020 + period / 12)-\(padded(period % 12 + 1, 2)),"
          for segment in 0..<5 { for answer in 1...5 { text += "\(start)s\(segment),\(feedback),\(answer),9,,\n" } }
        }
      }
      return text
    }
    let whole = rows("a", touchpoints: 1_000)
    try scratch.write(whole, to: "w/a.tally.csv")
    for command in ["check w", "review w --format csv", "render w --out out"] {
      #expect(try errors(of: command, status: 0) == [])
    }
    try scratch.write(rows("b", touchpoints: 1), to: "w/b.tally.csv")
    for command in ["check w", "render w --out out"] {
      let found = try errors(of: command, status: 1)
      #expect(found.count == 1 && found[0].contains("tally-too-large]: from this row on"), "\(found)")
    }
    #expect(
      try Run("review", "w", "--format", "json", in: scratch.folder).output.contains("\"2024-02\""), "the other is used"
    )
  }

  /// Figures of a segment are on the page where that is not too much; else the page has those of all customers.
  @Test(arguments: [(segments: 2, periods: 4, hasThem: true), (segments: 100, periods: 25, hasThem: false)])
  func `many segments do not multiply what a page takes`(segments: Int, periods: Int, hasThem: Bool) throws {
    let names = (0..<segments).map { "s\(padded($0, 2))" }
    let declared = names.map { "segment \($0) \"S \($0)\"\n" }.joined()
    try scratch.write(Array(declared.utf8) + Self.journey("j", touchpoints: 20), to: "w/j.journey")
    var text = Survey.head
    for touchpoint in (0..<20).map({ "t\($0)" }).sorted() {
      for period in 0..<periods {
        let start = "j,\(touchpoint),csat,1..5,\(2020 + period / 12)-\(padded(period % 12 + 1, 2)),"
        for name in names { for answer in 1...5 { text += "\(start)\(name),a,\(answer),9,,\n" } }
      }
    }
    try scratch.write(text, to: "w/a.tally.csv")
    #expect(try errors(of: "render w --out out --format html", status: 0) == [])
    #expect(try scratch.text("out/j.html").contains("data-segment=\"s00\"") == hasThem)
  }

  @Test func `a tally of more cells than that is not written`() throws {
    let days = (0..<2_600).map { "\(1000 + $0 / 12)-\(padded($0 % 12 + 1, 2))-01" }
    let segments = (0..<100).map { "segment s\($0) \"S \($0)\"\n" }.joined()
    let lookup = "segment \"t\" {\n" + (0..<100).map { "\"\($0)\" is s\($0)\n" }.joined() + "}"
    try scratch.write(segments + Survey.journey(file: "private/x.csv", lookup), to: "w/help.journey")
    try scratch.write(
      "date,t,q\n" + days.flatMap { day in (0..<100).map { "\(day),\($0),5\n" } }.joined(), to: "w/private/x.csv")
    let run = try bounded("tally", "w", in: scratch)
    #expect(
      run.status == 2 && run.error.contains("error[tally-too-large]: the tally of \"survey\" would have 260000 cells"),
      "\(run.error)")
    #expect(try scratch.files(below: "w").keys.filter { $0.hasSuffix(".tally.csv") } == [])
  }

  @Test func `a review too large for a page has none, and says so`() throws {
    try scratch.write(Self.journey("j", touchpoints: 6_000), to: "w/j.journey")
    try scratch.write(
      Survey.head
        + (0..<6_000).map { "j,t\($0),csat,1..5,2026,,f,3,20,,\nj,t\($0),csat,1..5,2026,,f,5,20,,\n" }.joined(),
      to: "w/f.tally.csv")
    #expect(try errors(of: "render w --out out --format html", status: 0) == [])
    #expect(try scratch.files(below: "out").keys.sorted() == ["index.html", "j.html"])
    #expect(
      try !scratch.text("out/index.html").contains("review.html") && !scratch.text("out/j.html").contains("review.html")
    )
    let check = try bounded("render", "w", "--out", "out", "--format", "html", in: scratch)
    #expect(check.error.contains("warning[review-too-large]"), "\(check.error)")
    for command in ["review w --format html", "review w --pack pack"] {
      #expect(try errors(of: command, status: 2).first?.contains("the review is too large for a page: it has ") == true)
    }
    #expect(try errors(of: "review w --format csv", status: 0) == [])
  }

  @Test func `records of every month there ever was are read`() throws {
    let records = (1..<5000).flatMap { year in
      (1...12).map { "record \(padded(year, 4))-\(padded($0, 2)) \(year % 100)\n" }
    }
    try scratch.write("journey j \"J\" {\ngoal g \"G\" {\nkpi nps\n\(records.joined())}\n}\n", to: "w/j.journey")
    #expect(try errors(of: "check w", status: 0) == [])
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    String(repeating: "0", count: width - "\(number)".count) + "\(number)"
  }

  @Test func `a file of 100 MB is one error`() throws {
    try scratch.write(Data("# x\n".utf8), to: "w/a.journey")
    let file = try FileHandle(forWritingTo: scratch.url("w/a.journey"))
    try file.truncate(atOffset: 100_000_000)
    try file.close()
    try expectOneError("this file has more than 64 MiB", drawing: 1, maps: 0)
  }

  @Test func `a text of 1 MB is one error, and the rest is drawn`() throws {
    let long = String(repeating: "x", count: 1_000_000)
    try scratch.write(Text.clean.replacing("Sees the sign", with: long), to: "w/a.journey")
    try expectOneError("the text is longer than 64 KiB", drawing: 1, maps: 1)
  }

  @Test func `a map of a hundred thousand touchpoints is one error`() throws {
    try scratch.write(Self.journey("a", touchpoints: 100_000), to: "w/a.journey")
    try expectOneError("a map has at most 20000", drawing: 1, maps: 0)
  }

  @Test(arguments: [1, 100]) func `a million touchpoints are one error`(files: Int) throws {
    for index in 0..<files {
      try scratch.write(Self.journey("j\(index)", touchpoints: 1_000_000 / files), to: "w/j\(index).journey")
    }
    try expectOneError("more than 100,000 touchpoints", drawing: 2, maps: 0)
  }
}
