import Foundation
import Support
import Testing

/// `check FILE` as hooks and pull requests call it: from any folder, with many files, with some that were deleted.
@Suite struct CheckAroundTests {
  private let scratch: Scratch

  private static let workspace = "workspace \"W\" {\n  language en\n}\ndepartment it \"IT\"\nchannel web \"Web\"\n"

  private static func journey(_ name: String) -> String {
    "journey \(name) \"\(name)\" {\n  phase p \"P\" {\n    touchpoint t \"T\" channel web owner it\n  }\n}\n"
  }

  /// Two teams beside each other, each with a workspace of its own, and strangers' journeys around them.
  init() throws {
    scratch = try Scratch()
    for team in ["a", "b"] {
      try scratch.write(Self.workspace, to: "\(team)/journeys/workspace.journey")
      try scratch.write(Self.journey("account"), to: "\(team)/journeys/account/account.journey")
      try scratch.write(Self.journey("claims"), to: "\(team)/journeys/claims/claims.journey")
    }
    try scratch.write("this is broken {", to: "strangers/x.journey")
    try FileManager.default.createDirectory(at: scratch.url("empty"), withIntermediateDirectories: true)
  }

  private func check(_ arguments: String, from folder: String = "") throws -> Run {
    try Run(shell: "cd ./\(folder) && waymark check \(arguments)", in: scratch.folder)
  }

  @Test(
    arguments: [
      ("", "a/journeys/account/account.journey"), ("empty", "../a/journeys/account/account.journey"),
      ("strangers", "../a/journeys/account/account.journey"), ("a", "journeys/account/account.journey"),
      ("a/journeys", "account/account.journey"), ("a/journeys/account", "account.journey"),
      ("a/journeys/claims", "../account/account.journey"), ("b/journeys", "../../a/journeys/account/account.journey"),
      ("", "$PWD/a/journeys/account/account.journey"),
    ])
  func `the workspace of a file is the same from every folder`(folder: String, path: String) throws {
    let run = try check(path, from: folder)
    #expect(run.status == 0 && run.error == "no findings in 1 file\n", "\(run.output)\(run.error)")
  }

  @Test(arguments: ["journeys", "maps"])
  func `a folder is a workspace by its line or by its name`(name: String) throws {
    let line = name == "maps" ? "workspace \"W\" {\n  language en\n}\n" : ""
    try scratch.write(line + "department it \"IT\"\nchannel web \"Web\"\n", to: "c/\(name)/all.journey")
    try scratch.write(Self.journey("deep"), to: "c/\(name)/one/two/deep.journey")
    let run = try check("deep.journey", from: "c/\(name)/one/two")
    #expect(run.status == 0 && run.error == "no findings in 1 file\n", "\(run.output)\(run.error)")
  }

  @Test func `the top of a repository is a workspace, and nothing above it is read`() throws {
    try FileManager.default.createDirectory(at: scratch.url("repo/.git"), withIntermediateDirectories: true)
    try scratch.write("department it \"IT\"\nchannel web \"Web\"\n", to: "repo/names.journey")
    try scratch.write(Self.journey("deep"), to: "repo/one/deep.journey")
    try scratch.write(Self.workspace, to: "names.journey")
    let run = try check("deep.journey", from: "repo/one")
    #expect(run.status == 0 && run.error == "no findings in 1 file\n", "\(run.output)\(run.error)")
  }

  @Test func `files of two workspaces are read each with its own`() throws {
    let files = "a/journeys/account/account.journey b/journeys/claims/claims.journey"
    #expect(try check(files).error == "no findings in 2 files\n")
    try scratch.write(Self.journey("claims").replacing("web", with: "wbe"), to: "b/journeys/claims/claims.journey")
    let run = try check(files + " --format short")
    #expect(run.status == 1 && run.output.hasPrefix("b/journeys/claims/claims.journey:3:"), "\(run.output)\(run.error)")
    let json = try check(files + " --format json")
    #expect(json.output.contains("\"files\": 2,") && json.error == "1 error in 2 files\n", "\(json.output)")
    #expect(try check("b/journeys \(files)").error == "1 error in 4 files\n", "a folder is read once")
  }

  @Test func `errors in files that were not named are counted and fail`() throws {
    try scratch.write(Self.workspace.replacing("it \"IT\"", with: "tech \"IT\""), to: "a/journeys/workspace.journey")
    for (folder, around) in [("", "a/journeys"), ("a", "journeys"), ("a/journeys/claims", "..")] {
      let path =
        folder.isEmpty
        ? "a/journeys/workspace.journey" : folder == "a" ? "journeys/workspace.journey" : "../workspace.journey"
      let run = try check(path, from: folder)
      #expect(
        run.status == 1 && run.error.hasSuffix("1 error in files that were not named: waymark check \(around)\n"),
        "\(run.error)")
      #expect(try check(around, from: folder).error.contains("1 error"), "the line works when it is pasted")
    }
  }

  @Test func `warnings in files that were not named fail where warnings do`() throws {
    let feedback =
      "feedback survey \"S\" {\n  file \"private/x.csv\"\n  period 2026\n  answer csat \"Q\" of account scale 1..5\n}\n"
    try scratch.write(Self.workspace + feedback, to: "a/journeys/workspace.journey")
    let tally = "journey,touchpoint,metric,scale,period,segment,feedback,answer,count,weight,weight2\n"
    try scratch.write(tally + "account,gone,csat,1..5,2026,,survey,5,20,,\n", to: "a/journeys/survey.tally.csv")
    let loose = try check("a/journeys/account/account.journey")
    #expect(loose.status == 0 && loose.error == "no findings in 1 file\n", "\(loose.output)\(loose.error)")
    let strict = try check("a/journeys/account/account.journey --strict")
    #expect(strict.status == 1 && strict.error.contains("in files that were not named"), "\(strict.error)")
  }

  @Test(arguments: ["ln -s nowhere", "mkfifo", "ln -s /dev/null"])
  func `what cannot be read in a workspace is a finding with what to do`(make: String) throws {
    let run = try Run(shell: "\(make) a/journeys/live.journey && waymark check a", in: scratch.folder)
    #expect(run.status == 1 && run.output.contains("  help: "), "\(run.output)")
  }

  @Test func `a file and a link to it are read once`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: scratch.url("a/journeys/account/link.journey").path, withDestinationPath: "account.journey")
    for order in ["account.journey link.journey", "link.journey account.journey", "*.journey", "link.journey"] {
      #expect(try check(order, from: "a/journeys/account").error == "no findings in 1 file\n", "\(order)")
    }
  }

  @Test(
    arguments: [
      ("a/journeys/gone.journey", 2, "--diff-filter=d"), ("a/jurneys", 2, "did you mean \"a/journeys\"?"),
      ("a/journeys/gone.tally.csv", 2, "--diff-filter=d"), ("a/journeys/workspce.journey", 2, "workspace.journey\"?"),
      ("-draft-h.journey", 64, "write ./-draft-h.journey"), ("-h.journey", 64, "write ./-h.journey"),
      ("--strict -V.journey", 64, "write ./-V.journey"), ("e3", 2, "there is no .journey file in \"e3\""),
      ("e3/x.journey", 2, "there is no .journey file in \"e3/x.journey\""),
    ])
  func `a name that is not there, or is no file, is told with what to type`(name: String, status: Int32, help: String)
    throws
  {
    try FileManager.default.createDirectory(at: scratch.url("e3/x.journey"), withIntermediateDirectories: true)
    let run = try check(name)
    #expect(run.status == status && run.error.contains(help), "\(run.status) \(run.error)")
    #expect(!run.error.contains("rename it to \"x.journey\"") && !run.error.contains("no findings"))
  }

  @Test(arguments: [("render --out out", "render .. --out out --journey NAME"), ("review", "review ..")])
  func `a file that is drawn or reviewed alone says so where names are missing`(command: String, line: String) throws {
    let folder = "cd a/journeys/account && waymark"
    let alone = try Run(shell: "\(folder) \(command) account.journey", in: scratch.folder)
    #expect(!alone.error.contains("Only what was named"), "a sketch needs no declarations")
    try scratch.write("channel app \"App\"\n" + Self.journey("account"), to: "a/journeys/account/account.journey")
    let run = try Run(shell: "\(folder) \(command) account.journey", in: scratch.folder)
    #expect(run.status == 1 && run.error.hasSuffix("To read the whole workspace: waymark \(line)\n"), "\(run.error)")
    let around = try Run(shell: "\(folder) \(line.replacing("NAME", with: "account"))", in: scratch.folder)
    #expect(!around.error.contains("unknown-channel") && !around.error.contains("Only what"), "\(around.error)")
  }

  @Test(arguments: ["render --out out", "review", "fmt"])
  func `a tally alone is answered with its folder`(command: String) throws {
    try scratch.write("", to: "a/journeys/survey.tally.csv")
    let run = try Run(shell: "waymark \(command) a/journeys/survey.tally.csv", in: scratch.folder)
    #expect(run.status == 2 && run.error.contains("name the folder: a/journeys"), "\(run.error)")
  }

  @Test(.enabled(if: geteuid() != 0, "root may write anywhere"), arguments: ["ro/sub", "ro/sub/deeper", "ro"])
  func `a folder that nobody may write to is named, not the one that is to be made in it`(out: String) throws {
    try FileManager.default.createDirectory(
      at: scratch.url("ro"), withIntermediateDirectories: true, attributes: [.posixPermissions: 0o555])
    let run = try Run(shell: "waymark render a/journeys --out \(out)", in: scratch.folder)
    #expect(run.status == 2 && run.error.contains("ls -ld \"ro\""), "\(run.error)")
  }
}
