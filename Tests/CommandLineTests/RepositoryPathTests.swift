import Foundation
import Support
import Testing

/// What services that host a repository read names files from its top.
@Suite(.enabled(if: ReaderFolder.hasGit, "there is no git")) struct RepositoryPathTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(Text.unknown, to: "app/journeys/coffee.journey")
    let run = try Run(shell: "git init -q .", in: scratch.folder)
    try #require(run.status == 0)
  }

  @Test(
    arguments: [
      ("app", ""), ("app", "journeys"), ("app/journeys", "."), ("app/journeys", "coffee.journey"), (".", "app"),
      ("app/journeys", "../journeys"),
    ], ["github", "gitlab", "sarif"])
  func `files are named from the top of the repository`(place: (folder: String, path: String), format: String) throws {
    let line = "cd \(place.folder) && waymark check \(place.path) --format \(format)"
    let run = try Run(shell: line, in: scratch.folder)
    let before = ["github": "file=", "gitlab": "\"path\": \"", "sarif": "\"uri\": \""][format] ?? ""
    #expect(run.status == 1 && run.output.contains("\(before)app/journeys/coffee.journey"), "\(run.output)\(run.error)")
  }

  @Test func `people and standard input have the names as they were written`() throws {
    for format in ["text", "short", "json", "junit"] {
      let run = try Run(shell: "cd app && waymark check --format \(format)", in: scratch.folder)
      #expect(run.output.contains("journeys/coffee.journey") && !run.output.contains("app/journeys"), "\(run.output)")
    }
    let run = try Run("check", "-", "--format", "github", in: scratch.url("app"), input: Text.unknown)
    #expect(run.output.contains("file=<stdin>,"), "\(run.output)")
  }

  @Test func `a folder in no repository keeps its names`() throws {
    try FileManager.default.removeItem(at: scratch.url(".git"))
    let run = try Run(shell: "cd app && waymark check --format github", in: scratch.folder)
    #expect(run.output.contains("file=journeys/coffee.journey,"), "\(run.output)")
  }
}
