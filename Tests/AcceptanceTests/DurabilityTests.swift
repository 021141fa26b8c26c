import Foundation
import Support
import Testing

/// Disk full, read-only folder, kill −9 during a write – the old file intact, clear error.
@Suite struct DurabilityTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A workspace of untidy files, and what `fmt` makes of each.
  private func untidy(_ count: Int) throws -> (before: [String: Data], after: [String: Data]) {
    for index in 0..<count {
      let text = Text.untidy.replacing("journey coffee", with: "journey coffee-\(index)")
      try scratch.write(text, to: "w/\(index).journey")
      try scratch.write(text, to: "tidy/\(index).journey")
    }
    let before = try scratch.files(below: "w")
    try bounded("fmt", "tidy", in: scratch)
    return (before, try scratch.files(below: "tidy"))
  }

  /// How a run is ended from outside: by the system, by Ctrl-C, by whoever wants it to end.
  private static let signals = ["KILL", "INT", "TERM"]

  /// Ends a command over and over, ever nearer to the middle of its work, until two of its runs have ended between two
  /// files: how long it takes until then is the machine's affair.
  private func end(
    _ command: String, by signal: String, of all: Int, afresh: () throws -> Void, written: () throws -> Int
  ) throws {
    var (early, late, between) = (0.0, 2.0, 0)
    for _ in 0..<80 where between < 2 {
      try afresh()
      let seconds = (early + late) / 2
      try Run(shell: "timeout -s \(signal) \(seconds) '\(Run.program.path)' \(command)", in: scratch.folder)
      let written = try written()
      if written == 0 { early = seconds } else if written == all { late = seconds } else { between += 1 }
      if late - early < 0.0005 { (early, late) = (early * 0.8, late * 1.25) }
    }
    #expect(between > 0, "no run of \(command) has ended between two files")
  }

  @Test(arguments: signals)
  func `fmt ended at any moment leaves each file old or new, and the next run ends the work`(signal: String) throws {
    let (before, after) = try untidy(60)
    try end("fmt w", by: signal, of: before.count) {
      for (name, bytes) in before { try scratch.write(bytes, to: "w/\(name)") }
    } written: {
      let files = try scratch.files(below: "w")
      let drafts = files.filter { $0.key.hasPrefix(".waymark-") }
      // It was ended in the blink between the two steps of naming (docs/safety.md).
      #expect(drafts.count <= 1 && drafts.values.allSatisfy { after.values.contains($0) })
      for name in drafts.keys { try FileManager.default.removeItem(at: scratch.url("w/\(name)")) }
      #expect(files.count - drafts.count == before.count)
      for (name, bytes) in files where drafts[name] == nil {
        #expect(bytes == before[name] || bytes == after[name], "\(name)")
      }
      return files.count { $0.value == after[$0.key] }
    }
    #expect(try Run("fmt", "w", in: scratch.folder).status == 0)
    #expect(try scratch.files(below: "w") == after)
  }

  @Test(arguments: signals)
  func `render ended at any moment leaves each file whole and none beside`(signal: String) throws {
    try Run("init", "w", "--template", "saas", in: scratch.folder)
    try Run("render", "w", "--out", "whole", in: scratch.folder)
    let whole = try scratch.files(below: "whole")
    try end("render w --out out", by: signal, of: whole.count) {
      try Run(shell: "rm -rf out; mkdir out", in: scratch.folder)
    } written: {
      let files = try scratch.files(below: "out")
      for (name, bytes) in files { #expect(bytes == whole[name], "\(name)") }
      return files.count
    }
  }

  private static let traces =
    !Run.isSanitized && (try? Run(shell: "strace -o /dev/null true", in: Golden.root))?.status == 0

  /// Else a power cut may leave an empty file under the name of the old one.
  @Test(
    .enabled(if: traces, "there is no strace, or it may not trace"),
    arguments: ["fmt w", "tally w", "tally w --rejects rows.csv"])
  func `what is written is on the disk before it has its name`(command: String) throws {
    try lay(for: "", "x")
    try scratch.write(Text.untidy, to: "w/untidy.journey")
    let run = try Run(
      shell:
        "strace -f -qq -e trace=fsync,linkat,rename,renameat,renameat2 -e signal=none -o trace '\(Run.program.path)' \(command)",
      in: scratch.folder)
    let calls = try scratch.text("trace").split(separator: "\n").map { line in
      line.contains("fsync(") ? "flush" : line.contains("link") || line.contains("rename") ? "name" : "\(line)"
    }
    let files = command == "fmt w" ? run.output.split(separator: "\n").count : command == "tally w" ? 1 : 2
    #expect(files > 0 && calls.count { $0 == "flush" } == files && calls.count { $0 == "name" } >= files, "\(calls)")
    #expect(calls.first == "flush" && calls.last == "name", "\(calls)")
  }

  /// Each file takes another's place, and threads write them side by side.
  @Test func `maps made again are each whole, and each in its own place`() throws {
    for round in 1...4 {
      for number in 0..<150 {
        try scratch.write(
          "journey j\(number) \"J\(number)\" {\n  phase p \"P\" {\n    touchpoint a \"A\(number), \(round)\"\n  }\n}\n",
          to: "w/\(number).journey")
      }
      let again = try Run("render", "w", "--out", "out", in: scratch.folder)
      #expect(again.status == 0, "\(again.error)")
      try Run("render", "w", "--out", "fresh-\(round)", in: scratch.folder)
      #expect(try scratch.files(below: "out") == scratch.files(below: "fresh-\(round)"))
    }
  }

  @Test func `two runs at once on one workspace write what one would`() throws {
    let (_, after) = try untidy(60)
    let fmt = try bounded(shell: "waymark fmt w & waymark fmt w; one=$?; wait $! && exit $one", in: scratch)
    #expect(fmt.status == 0, "\(fmt.error)")
    #expect(try scratch.files(below: "w") == after)
    try bounded("render", "w", "--out", "one", in: scratch)
    let render = try Run(
      shell: "waymark render w --out two & waymark render w --out two; one=$?; wait $! && exit $one", in: scratch.folder
    )
    #expect(render.status == 0, "\(render.error)")
    #expect(try scratch.files(below: "two") == scratch.files(below: "one"))
    try scratch.write(Survey.journey(), to: "x/help.journey")
    try scratch.write(
      "date,q\n" + String(repeating: "2026-04-03,5\n2026-05-03,1\n", count: 5000), to: "x/private/x.csv")
    let tally = try Run(shell: "waymark tally x & waymark tally x; one=$?; wait $! && exit $one", in: scratch.folder)
    #expect(tally.status == 0, "\(tally.error)")
    #expect(
      try scratch.text("x/survey.tally.csv") == Survey.head + Survey.row("2026-04", "5", 5000)
        + Survey.row("2026-05", "1", 5000))
    #expect(try scratch.files(below: "x").count == 3)
  }

  @Test(.enabled(if: !Run.isSanitized, "the thread sanitizer writes a file of its own"))
  func `a full disk leaves the old file and says so`() throws {
    let (before, _) = try untidy(3)
    // A file may not grow beyond nothing, as on a disk without room.
    let run = try bounded(shell: "(ulimit -f 0; waymark fmt w) 2>&1 | cat", in: scratch)
    #expect(run.output.contains("cannot write \"w/0.journey\""), "\(run.output)")
    #expect(try scratch.files(below: "w") == before)
  }

  /// Mounting needs root, and a machine that lets it.
  private static let mounts = (try? Run(shell: "unshare -m mount -t tmpfs tmpfs /mnt", in: Golden.root))?.status == 0

  /// A command that writes below a folder, and the file that it would write there first.
  private static let writing = [
    ("fmt FOLDER", "0.journey"), ("tally FOLDER", "survey.tally.csv"),
    ("tally w --rejects FOLDER/rows.csv", "rows.csv"),
    ("render w --out FOLDER --format html", "index.html"), ("review w --pack FOLDER", "index.html"),
    ("init FOLDER", "blank.journey"),
  ]

  /// What a command works on, in `w`, and what stood before where it is to write, in `old`.
  private func lay(for command: String, _ file: String) throws {
    try Run("init", "w", "--template", "saas", in: scratch.folder)
    try scratch.write(Survey.journey(file: "x.csv"), to: "w/help.journey")
    try scratch.write("date,q\n2026-04-03,9\n2026-04-03,5\n", to: "w/x.csv")
    try scratch.write(
      file == "0.journey" ? Text.untidy : file.hasSuffix("tally.csv") ? Survey.head : "old", to: "old/\(file)")
    if command.contains("--rejects") { try scratch.write("reason,file,line,column\n", to: "old/\(file)") }
    if command.hasPrefix("init") { try Run(shell: "rm old/*", in: scratch.folder) }
    if command == "tally FOLDER" { try Run(shell: "cp w/help.journey w/x.csv old", in: scratch.folder) }
  }

  @Test(.enabled(if: mounts, "a small disk can be mounted by root only"), arguments: writing)
  func `what does not fit on a small disk leaves the old file, and says so`(command: String, file: String) throws {
    try lay(for: command, file)
    let run = try Run(
      shell: """
        mkdir out; cat >inside <<END
        mount -t tmpfs -o size=32k tmpfs out && cp -r old/. out; dd if=/dev/zero of=out/rest bs=4k count=8 2>/dev/null
        '\(Run.program.path)' \(command.replacing("FOLDER", with: "out")) 2>&1 >said; echo "status \\$?"; rm out/rest; diff -r old out && echo the same
        END
        unshare -m sh inside
        """, in: scratch.folder, seconds: 5)
    expectBounds(run)
    #expect(
      run.output == """
        error: cannot write "out/\(file)": the disk is full
          help: make room and run it again; no file is half written
        status 2
        the same

        """, "\(run.error)")
  }

  /// What makes root nobody, who may not write everywhere.
  private static let nobody = getuid() == 0 ? "setpriv --reuid=65534 --clear-groups" : ""
  private static let nobodyRuns =
    (try? Run(shell: "\(nobody) '\(Run.program.path)' --version", in: Golden.root))?.status == 0

  @Test(.enabled(if: nobodyRuns, "the program lies where only its builder may run it"), arguments: writing)
  func `a folder that may not be written is named, and nothing in it changes`(command: String, file: String) throws {
    try lay(for: command, file)
    let run = try Run(
      shell: """
        cp -r old out; chmod 555 . out
        \(Self.nobody) '\(Run.program.path)' \(command.replacing("FOLDER", with: "out")) 2>&1 >/dev/null; s=$?
        chmod 755 . out; diff -r old out && exit $s
        """, in: scratch.folder, seconds: 5)
    expectBounds(run)
    #expect(run.status == 2)
    #expect(
      run.output
        == "error: cannot write \"out/\(file)\": permission denied\n  help: see who may write there: ls -ld \"out\"\n")
  }

  @Test func `a folder that has vanished, or never was one, is named`() throws {
    try lay(for: "", "x")
    for (setting, command, message) in [
      (
        "mkdir gone; cd gone; rmdir ../gone", "render \"$OLDPWD/w\" --out out",
        "cannot write \"out/index.html\": its folder does not exist\n  help: make the folder"
      ),
      ("mkdir gone; cd gone; rmdir ../gone", "check", "cannot read \".\": it does not exist"),
      (
        "echo >taken", "render w --out taken",
        "cannot write \"taken/index.html\": a part of its path is not a folder\n  help: a file is"
      ),
      ("", "init taken/new", "cannot write \"taken/new/blank.journey\": a part of its path is not a folder"),
      ("", "review w --pack taken", "cannot write \"taken/index.html\": a part of its path is not a folder"),
    ] {
      let run = try Run(shell: "\(setting)\n'\(Run.program.path)' \(command)", in: scratch.folder)
      #expect(run.status == 2 && run.error.contains(message), "\(command): \(run.error)")
    }
  }
}
