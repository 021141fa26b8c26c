import Foundation
import Support
import Testing

/// What exports and paths may try, and what must not come of it.
@Suite(.timeLimit(.minutes(2))) struct TallySafetyTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(TallyCommandTests.declaration(file: "private/x.csv"), to: "w/help.journey")
    try scratch.write("date,q\n2026-04-03,5\n", to: "w/private/x.csv")
  }

  private func declare(_ facts: String = "", file: String = "private/x.csv") throws {
    try scratch.write(TallyCommandTests.declaration(file: file, facts), to: "w/help.journey")
  }

  @Test(arguments: [
    "../../etc/passwd", "/etc/passwd", "%2e%2e/x.csv", "private/%2E%2e/x.csv", "..\\\\x.csv", "~/x.csv",
    "private/../../x",
  ])
  func `a path that leaves the workspace is an error, and nothing is read`(path: String) throws {
    try declare(file: path)
    let run = try Run("tally", "w", in: scratch.folder)
    #expect(run.status == 2, "\(run.output)")
    #expect(run.error.contains("is not below the workspace folder"))
    #expect(!run.output.contains("rows read"))
  }

  @Test(arguments: ["private/x.csv", "private/*.csv"])
  func `a link out of the folder is refused and not read`(pattern: String) throws {
    try declare(file: pattern)
    try scratch.write("date,q\n2026-04-03,5\n", to: "outside/secret.csv")
    try Run(shell: "rm w/private/x.csv; ln -s ../../outside/secret.csv w/private/x.csv", in: scratch.folder)
    for arguments in ["", "--data w"] {
      let run = try Run(shell: "waymark tally w \(arguments)", in: scratch.folder)
      #expect(run.status == 2)
      #expect(run.error.contains("leads out of the folder \"w\""))
      #expect(!run.output.contains("rows read"))
    }
  }

  @Test func `a folder linked in from outside is not even listed`() throws {
    try declare(file: "private/*.csv")
    try scratch.write("date,q\n2026-04-03,5\n", to: "outside/secret.csv")
    try Run(shell: "rm -r w/private; ln -s ../outside w/private", in: scratch.folder)
    let run = try Run("tally", "w", in: scratch.folder)
    #expect(run.status == 2 && run.error.contains("leads out of the folder"))
    #expect(!run.error.contains("secret"))
  }

  @Test func `a link within the folder is read`() throws {
    try Run(shell: "mv w/private/x.csv w/private/y.csv; ln -s y.csv w/private/x.csv", in: scratch.folder)
    #expect(try Run("tally", "w", in: scratch.folder).status == 0)
  }

  @Test(arguments: ["private/x.csv", "private/*"])
  func `a pipe is refused without waiting for it`(pattern: String) throws {
    try declare(file: pattern)
    let run = try Run(shell: "rm w/private/x.csv; mkfifo w/private/x.csv; waymark tally w", in: scratch.folder)
    #expect(run.status == 2)
    #expect(run.error.contains("error[not-a-file]"))
  }

  @Test func `a device is refused`() throws {
    let run = try Run(shell: "rm w/private/x.csv; ln -s /dev/zero w/private/x.csv; waymark tally w", in: scratch.folder)
    #expect(run.status == 2 && run.error.contains("error[leaves-workspace]"))
    try declare(file: "zero")
    let named = try Run("tally", "w", "--data", "/dev", in: scratch.folder)
    #expect(named.status == 2 && named.error.contains("error[not-a-file]"))
  }

  @Test(arguments: ["NaN", "1e309", "\"1,5\"", "５", "6", "0", "-1", "1.5", "five"])
  func `what is no answer is counted as such and scores nothing`(cell: String) throws {
    try scratch.write("date,q\n2026-04-03,5\n2026-04-03,\(cell)\n", to: "w/private/x.csv")
    let run = try Run("tally", "w", in: scratch.folder)
    #expect(run.status == 1)
    #expect(Figures(run.output)["left out", 1] == 1, "\(run.output)")
    #expect(try scratch.text("w/survey.tally.csv") == TallyCommandTests.head + TallyCommandTests.row("2026-04", "5", 1))
  }

  @Test(arguments: ["date;q\r\n2026-04-03;5\r\n", "date\tq\n2026-04-03\t5\n", "\u{FEFF}date,q\n\"2026-04-03\",\"5\"\n"])
  func `files are read as they come`(text: String) throws {
    try scratch.write(text, to: "w/private/x.csv")
    #expect(try Run("tally", "w", in: scratch.folder).status == 0)
    #expect(try scratch.text("w/survey.tally.csv").hasSuffix(",survey,5,1,,\n"))
  }

  @Test(arguments: ["date,q\n2026-04-03,\"5\n2026-04-04,4\n", "date,q\n2026-04-03\n2026-04-04,4\n"])
  func `a broken row costs itself, and is told with its line`(text: String) throws {
    try scratch.write(text, to: "w/private/x.csv")
    let run = try Run("tally", "w", in: scratch.folder)
    #expect(run.status == 1 && run.output.contains("private/x.csv:2"), "\(run.output)")
    #expect(try scratch.text("w/survey.tally.csv").hasSuffix(",survey,4,1,,\n"))
  }

  @Test func `a value that maps to nothing is shown where ten rows have it and it looks like no address`() throws {
    try scratch.write(
      TallyCommandTests.declaration(file: "private/x.csv").replacing(
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
    #expect(try listed(["kiosk", "phone"], 10).contains("no value of \"t\" maps to anything: is it the column"))
  }

  @Test func `a file name cannot speak to the terminal`() throws {
    try declare(file: "private/*.csv")
    try scratch.write("date,q\n2026-04-03,5\n", to: "w/private/a\u{1B}[31m\u{202E}.csv")
    let run = try Run("tally", "w", in: scratch.folder)
    #expect(run.output.contains("a\\u{1B}[31m\\u{202E}.csv"))
    #expect(!run.output.contains("\u{1B}") && !run.output.contains("\u{202E}"))
  }

  @Test(.enabled(if: getuid() != 0, "root may write everywhere"))
  func `a folder that may not be written leaves the old tally`() throws {
    try scratch.write(TallyCommandTests.head, to: "w/survey.tally.csv")
    let run = try Run(shell: "chmod 500 w; waymark tally w; s=$?; chmod 700 w; exit $s", in: scratch.folder)
    #expect(run.status == 2 && run.error.contains("cannot write \"w/survey.tally.csv\": permission denied"))
    #expect(try scratch.text("w/survey.tally.csv") == TallyCommandTests.head)
  }

  @Test func `a tally that does not fit on the disk leaves the old one`() throws {
    try scratch.write(TallyCommandTests.head, to: "w/survey.tally.csv")
    let run = try Run(
      shell: "(trap '' XFSZ; ulimit -f 0; waymark tally w) 2>&1 | cat; ls -A w", in: scratch.folder)
    #expect(run.output.contains("cannot write \"w/survey.tally.csv\""), "\(run.output)\(run.error)")
    #expect(!run.output.contains(".tmp"))
    #expect(try scratch.text("w/survey.tally.csv") == TallyCommandTests.head)
  }

  @Test func `killed at any moment it leaves the old tally or the new one, and nothing else`() throws {
    let rows = (0..<4000).map { "2026-04-03,\($0 % 7)\n" }.joined()
    try scratch.write("date,q\n" + rows, to: "w/private/x.csv")
    let run = try Run(
      shell: """
        mkdir r; waymark tally w >new.txt; mv w/survey.tally.csv new
        sed 's/2026-04/2025-04/' new >old; cat old >both; sed 1d new >>both
        for moment in 000 002 004 006 008 010 012 014 016 018 020 025 030 035 040 045 050 060 070 080 100 120 150 200; do
          cp old w/survey.tally.csv
          '\(Run.program.path)' tally w --rejects r/rejects.csv >/dev/null 2>&1 & sleep 0.$moment; kill -9 $!; wait $! 2>/dev/null
          cmp -s old w/survey.tally.csv || cmp -s both w/survey.tally.csv || { echo half a tally; cat w/survey.tally.csv; }
          for left in $(ls -A w r); do
            case $left in w:|r:|help.journey|private|survey.tally.csv|rejects.csv) ;; *) echo "left $left" ;; esac
          done
        done
        """, in: scratch.folder)
    #expect(run.output.isEmpty, "\(run.output)\(run.error)")
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
    #expect(run.status == status && (run.output + run.error).contains(message), "\(run.status) \(run.output)\(run.error)")
  }

  @Test func `rows left out are kept for the analyst alone, and nothing in them is a formula`() throws {
    try scratch.write(
      "date,q,note\n2026-04-03,9,=HYPERLINK(\"\"x\"\")\n2026-04-03,-0.5,\"+1 \"\"two\"\", three\"\n2026-04-03,5,fine\n2026-04-03,7,\"@a\nb\"\n",
      to: "w/private/x.csv")
    let run = try Run(shell: "waymark tally w --rejects r.csv; stat -c %a r.csv", in: scratch.folder)
    #expect(run.output.hasSuffix("600\n"), "\(run.error)")
    #expect(
      try scratch.text("r.csv") == #"""
        reason,file,line,column
        outside the scale,private/x.csv,2,q,2026-04-03,9,"'=HYPERLINK(""""x"""")"
        not a whole number,private/x.csv,3,q,2026-04-03,-0.5,"'+1 ""two"", three"
        outside the scale,private/x.csv,5,q,2026-04-03,7,"'@a
        b"

        """#)
  }

  @Test func `rows left out are not put into git`() throws {
    try FileManager.default.createDirectory(at: scratch.url("w/.git"), withIntermediateDirectories: true)
    for path in ["w/r.csv", "w/private/r.csv"] {
      let run = try Run("tally", "w", "--rejects", path, in: scratch.folder)
      #expect(run.status == 2 && run.error.contains("lies in the git work tree"))
      #expect(!FileManager.default.fileExists(atPath: scratch.url(path).path))
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.url("w/survey.tally.csv").path))
  }

  @Test func `more files than may be open at once are read`() throws {
    try declare(file: "many/*.csv")
    for index in 0..<300 { try scratch.write("date,q\n2026-04-03,5\n", to: "w/many/\(index).csv") }
    let run = try Run(shell: "ulimit -n 40; waymark tally w", in: scratch.folder)
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output.contains("many/0.csv and 299 more\n    300 rows, 2 columns"))
    #expect(try scratch.text("w/survey.tally.csv").hasSuffix(",5,300,,\n"))
  }
}
