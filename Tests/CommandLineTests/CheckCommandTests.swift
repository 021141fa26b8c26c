import Foundation
import Support
import Testing

@Suite struct CheckCommandTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func `a clean workspace exits with 0 and says so on standard error`() throws {
    try scratch.write(Text.clean, to: "journeys/coffee.journey")
    let run = try Run("check", in: scratch.folder)
    #expect(run.status == 0)
    #expect(!run.output.contains("error["))
    #expect(run.error.contains("in 1 file"))
  }

  @Test func `findings are the result, their count is a message`() throws {
    try scratch.write(Text.unknown, to: "journeys/coffee.journey")
    let run = try Run("check", "journeys", in: scratch.folder)
    #expect(run.status == 1)
    #expect(run.output.contains("error[unknown-channel]: no channel is named \"wbe\""))
    #expect(run.output.contains("journeys/coffee.journey:4:"))
    #expect(run.output.contains("did you mean \"web\"?"))
    #expect(run.error.hasPrefix("1 error"))
    #expect(!run.error.contains("unknown-channel"))
  }

  @Test func `a file named is read within its workspace, and reported alone`() throws {
    let people = "channel web \"Web\"\ndepartment shop \"Shop\"\nkpi sales \"Sales\"\n"
    let journey = "journey a \"A\" {\n  phase p \"P\" {\n    touchpoint t \"T\" channel wbe owner shop\n  }\n}\n"
    try scratch.write(people, to: "journeys/people.journey")
    try scratch.write(journey, to: "journeys/shop/a.journey")
    try scratch.write(
      journey.replacing("wbe", with: "web").replacing("a \"A", with: "b \"B"), to: "journeys/shop/b.journey")
    try scratch.write(people, to: "elsewhere/people.journey")
    try scratch.write(journey, to: "elsewhere/a.journey")
    try scratch.write("this is broken {", to: "elsewhere/below/c.journey")
    func check(_ files: String...) throws -> Run { try Run(["check"] + files, in: scratch.folder) }

    // That of the KPI, in a file that was not named.
    let more = "1 error in files that were not named: waymark check journeys\n"
    let first = try check("journeys/shop/a.journey")
    #expect(first.status == 1 && first.output.contains("no channel is named \"wbe\""), "\(first.output)")
    #expect(
      !first.output.contains("people.journey:3") && first.error == "1 error in 1 file\n" + more,
      "\(first.output)\(first.error)")
    let second = "no findings in 1 file\n2 errors in files that were not named: waymark check journeys\n"
    #expect(try check("journeys/shop/b.journey").error == second)
    #expect(try check("journeys/shop/b.journey", "./journeys/shop/a.journey").error == "1 error in 2 files\n" + more)
    #expect(try check("journeys/people.journey").output.contains("incomplete-kpi"))
    let own = "1 error in 1 file\n" + more.replacing("journeys", with: "elsewhere")
    #expect(try check("elsewhere/a.journey").error == own, "its own folder is its workspace")
    #expect(try check("journeys", "journeys/shop/b.journey").output.contains("incomplete-kpi"))
  }

  @Test func `strict fails on warnings`() throws {
    let ownerless = Text.clean.replacing("owner shop feels", with: "feels")
    try scratch.write(ownerless, to: "coffee.journey")
    let run = try Run("check", "coffee.journey", in: scratch.folder)
    let strict = try Run("check", "coffee.journey", "--strict", in: scratch.folder)
    #expect(run.status == 0)
    #expect(run.output.contains("warning["))
    #expect(strict.status == 1)
    #expect(strict.output == run.output)
  }

  @Test(arguments: ["text", "short", "json", "github", "gitlab", "sarif", "junit"])
  func `every format prints the finding and fails`(format: String) throws {
    try scratch.write(Text.unknown, to: "coffee.journey")
    let run = try Run("check", ".", "--format", format, in: scratch.folder)
    #expect(run.status == 1)
    #expect(run.output.contains("unknown-channel"))
    if ["json", "gitlab", "sarif"].contains(format) {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(run.output.utf8)) }
    }
  }

  @Test func `standard input is a file like any other`() throws {
    let run = try Run("check", "-", "--format", "short", in: scratch.folder, input: Text.unknown)
    #expect(run.status == 1)
    #expect(run.output.contains("<stdin>:4:"))
  }

  @Test func `colour comes only when asked for`() throws {
    try scratch.write(Text.unknown, to: "coffee.journey")
    #expect(try !Run("check", in: scratch.folder).output.contains("\u{1B}"))
    #expect(try Run("check", "--color", "always", in: scratch.folder).output.contains("\u{1B}[1;31m"))
  }

  @Test func `a file named alone takes the tallies of its feedbacks and no others`() throws {
    try scratch.write(Text.clean, to: "coffee.journey")
    try scratch.write("not a tally\n", to: "other.tally.csv")
    let named = try Run("check", "coffee.journey", in: scratch.folder)
    #expect(!named.output.contains("other.tally.csv") && named.error.contains("1 error in files that were not named"))
    #expect(try Run("check", ".", in: scratch.folder).status == 1)
  }

  @Test(arguments: [
    (["check", "nowhere"], "it does not exist"), (["check", "notes.txt"], "is not a .journey file"),
    (["check", "empty"], "there is no .journey file"), (["check", "/dev/zero"], "not a file"),
    (["explain", "unknown-chanel"], "did you mean \"unknown-channel\"?"),
    (["init", "empty", "--template", "nope"], "the templates are \"blank\""),
    (["render", "--out", "notes.txt/out"], "notes.txt"),
  ])
  func `what cannot be done exits with 2`(arguments: [String], message: String) throws {
    try scratch.write("hello", to: "notes.txt")
    try scratch.write(Text.clean, to: "journeys/coffee.journey")
    try FileManager.default.createDirectory(at: scratch.url("empty"), withIntermediateDirectories: true)
    let run = try Run(shell: "waymark \(arguments.joined(separator: " "))", in: scratch.folder)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.error.hasPrefix("error: ") && run.error.contains(message), "\(run.error)")
  }

  @Test func `an argument that is no UTF-8 is refused, not taken for another`() throws {
    let run = try Run(
      shell: "name=$(printf 'd\\377'); waymark check \"$name\" || waymark render --out \"$name\"", in: scratch.folder)
    #expect(run.status == 64 && run.error.contains("is not UTF-8"), "\(run.error)")
    #expect(try scratch.files(below: "").isEmpty)
  }

  @Test func `a path of any length is repeated in part`() throws {
    let run = try Run("check", String(repeating: "a/", count: 50_000), in: scratch.folder)
    #expect(run.status == 2 && run.error.utf8.count < 2_000, "\(run.error.prefix(2_000))")
  }

  @Test(arguments: ["check --format nope", "chek", "render", "check --sideways", "render --out x --format gif"])
  func `a mistake on the command line keeps the parser's status`(line: String) throws {
    let run = try Run(shell: "waymark \(line)", in: scratch.folder)
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.error.contains("Usage:"))
  }

  @Test(arguments: ["waymark --help", "waymark help check", "waymark explain", "waymark init --list"])
  func `help is a result`(line: String) throws {
    let run = try Run(shell: line, in: scratch.folder)
    #expect(run.status == 0)
    #expect(!run.output.isEmpty && run.error.isEmpty)
  }
}
