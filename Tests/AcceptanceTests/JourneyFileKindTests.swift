import Foundation
import Support
import Testing

/// A symlink out, a FIFO, `/dev/zero` as journey file – error, no read, no block.
@Suite struct JourneyFileKindTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(Text.clean, to: "w/coffee.journey")
  }

  @Test func `a link out of the workspace is refused and not read`() throws {
    try scratch.write("SECRET", to: "outside/secret.journey")
    try FileManager.default.createSymbolicLink(
      at: scratch.url("w/notes.journey"), withDestinationURL: scratch.url("outside/secret.journey"))
    let run = try bounded("check", "w", in: scratch)
    #expect(run.status == 1)
    #expect(run.output.contains("error[leaves-workspace]"))
    #expect(!run.output.contains("SECRET"))
  }

  @Test func `a folder linked in from outside is not followed`() throws {
    try scratch.write("SECRET", to: "outside/secret.journey")
    try FileManager.default.createSymbolicLink(
      at: scratch.url("w/more"), withDestinationURL: scratch.url("outside"))
    let run = try bounded("check", "w", in: scratch)
    #expect(run.status == 0)
    #expect(run.output.contains("warning[folder-not-followed]"))
    #expect(!run.output.contains("SECRET"))
  }

  @Test func `a link within the workspace adds nothing twice`() throws {
    try FileManager.default.createSymbolicLink(
      at: scratch.url("w/again.journey"), withDestinationURL: scratch.url("w/coffee.journey"))
    let run = try bounded("check", "w", in: scratch)
    #expect(run.status == 0)
    #expect(run.error.contains("in 1 file"))
  }

  @Test func `a link that leads nowhere is a finding`() throws {
    try FileManager.default.createSymbolicLink(
      at: scratch.url("w/gone.journey"), withDestinationURL: scratch.url("w/nothing"))
    let run = try bounded("check", "w", in: scratch)
    #expect(run.status == 1)
    #expect(run.output.contains("error[unreadable-file]: this link leads nowhere"))
  }

  @Test func `a pipe is refused without waiting for it`() throws {
    let run = try bounded(shell: "mkfifo w/live.journey w/live.tally.csv; waymark check w", in: scratch)
    #expect(run.status == 1)
    #expect(run.output.components(separatedBy: "error[not-a-file]").count == 3)
  }

  @Test func `a pipe named on the command line is refused, too`() throws {
    let run = try bounded(shell: "mkfifo live.journey; waymark check live.journey", in: scratch)
    #expect(run.status == 2)
  }

  static let commands = [
    "check FILE", "fmt FILE", "fmt --check FILE", "render FILE --out o", "render w --out o --theme FILE",
    "render w --out o --page FILE",
    "review FILE", "review w --votes FILE", "tally FILE", "tally w --from-counts FILE", "tally w --data FILE",
    "tally w --rejects FILE", "render w --out FILE", "review w --pack FILE",
  ]

  @Test(arguments: commands, ["pipe", "/dev/zero"]) func `whatever takes a file refuses what is none`(
    command: String, file: String
  ) throws {
    try scratch.write(Survey.journey(), to: "w/help.journey")
    try scratch.write("date,q\n2026-04-03,9\n", to: "w/private/x.csv")
    try Run(shell: "mkfifo pipe", in: scratch.folder)
    let run = try bounded(shell: "waymark \(command.replacing("FILE", with: file)) </dev/null", in: scratch)
    #expect(run.status == 2 && run.error.contains("error: "), "\(run.output)\(run.error)")
  }

  @Test(arguments: ["check -", "fmt -", "tally w --from-counts -"]) func `endless input is refused, too`(
    command: String
  ) throws {
    try scratch.write(Survey.journey(), to: "w/help.journey")
    let run = try bounded(shell: "waymark \(command) </dev/zero", in: scratch)
    #expect(run.status == 2 && run.error.contains("it is too large"), "\(run.output)\(run.error)")
  }

  @Test func `a device behind a link is refused`() throws {
    try FileManager.default.createSymbolicLink(
      at: scratch.url("w/zero.journey"), withDestinationURL: URL(filePath: "/dev/zero"))
    let run = try bounded("check", "w", in: scratch)
    #expect(run.status == 1)
    #expect(run.output.contains("error[leaves-workspace]"))
  }

  @Test(.enabled(if: getuid() != 0, "root may read everything"))
  func `a folder that may not be read is a finding`() throws {
    let run = try bounded(
      shell: "mkdir w/private; chmod 000 w/private; waymark check w; chmod 700 w/private", in: scratch)
    #expect(run.output.contains("error[unreadable-file]"))
  }

  @Test func `a file of more than 64 MiB is refused unread`() throws {
    let run = try bounded(shell: "truncate -s 100M w/large.journey; waymark check w", in: scratch)
    #expect(run.status == 1)
    #expect(run.output.contains("error[file-too-large]"))
  }

  @Test func `hidden files and folders are passed over`() throws {
    try scratch.write("nonsense", to: "w/.hidden/a.journey")
    try scratch.write("nonsense", to: "w/.a.journey")
    #expect(try bounded("check", "w", in: scratch).status == 0)
  }

  @Test func `a file name that is not UTF-8 is a finding`() throws {
    let run = try bounded(shell: "printf x > \"w/$(printf '\\377').journey\"; waymark check w", in: scratch)
    #expect(run.status == 1)
    #expect(run.output.contains("this file's name is not UTF-8"))
  }

  @Test func `a reader that goes away ends the program quietly`() throws {
    try scratch.write(String(repeating: "nonsense { \n", count: 3000), to: "w/long.journey")
    let run = try bounded(shell: "waymark check w --format json | head -c 1", in: scratch)
    #expect(run.status == 0)
    #expect(run.output == "{")
    #expect(!run.error.contains("Fatal") && !run.error.contains("Broken pipe"))
  }

  /// Commands with something to say.
  static let speaking = [
    "check w", "check w --format json", "fmt w", "fmt w --diff", "render w --out out", "review w",
    "review w --pack pack",
    "init new", "init --list", "explain", "explain unclosed-block", "tally w", "tally w --sql duckdb", "--help",
    "help check", "--version",
    "--generate-completion-script bash",
  ]

  private func laySomethingToSay() throws {
    try scratch.write("nonsense", to: "w/long.journey")
    try scratch.write(Survey.journey(file: "x.csv").replacing("  phase", with: "     phase"), to: "w/help.journey")
    try scratch.write("date,q\n2026-04-03,5\n", to: "w/x.csv")
  }

  @Test(arguments: speaking, [">/dev/full", ">&-"])
  func `a result that cannot be written is not done`(command: String, redirection: String) throws {
    try laySomethingToSay()
    let run = try Run(shell: "waymark \(command) \(redirection)", in: scratch.folder)
    #expect(run.status == 2 && run.signal == nil)
    #expect(
      run.error.hasSuffix(
        "error: cannot write to standard output: \(redirection == ">&-" ? "it is closed" : "the disk is full")\n"),
      "\(run.error)")
  }

  @Test(arguments: speaking)
  func `a reader that goes away ends any command without a word of it`(command: String) throws {
    try laySomethingToSay()
    // The reader is gone before there is anything to read.
    let run = try Run(
      shell: "mkfifo gone; (exec <gone) & exec 3>gone; wait; waymark \(command) >&3; echo $? >status",
      in: scratch.folder)
    #expect(try scratch.text("status") == "141\n")
    for word in ["Broken pipe", "cannot write", "Fatal"] { #expect(!run.error.contains(word), "\(run.error)") }
  }
}
