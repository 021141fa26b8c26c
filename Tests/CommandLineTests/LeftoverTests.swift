import Foundation
import Support
import Testing

/// What an earlier `render` left in the folder and this one does not draw.
@Suite struct LeftoverTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(Self.journey("old") + Self.journey("other"), to: "journeys/all.journey")
    _ = try render()
  }

  private static func journey(_ name: String) -> String {
    "journey \(name) \"\(name)\" {\n  phase p \"P\" {\n    touchpoint t \"T\" owner it\n  }\n}\n"
  }

  private func render(_ arguments: String = "") throws -> Run {
    try Run(shell: "waymark render journeys --out out \(arguments)", in: scratch.folder)
  }

  @Test func `pages of a renamed journey are named once, and left where they are`() throws {
    #expect(try !render().error.contains("No longer drawn"))
    try scratch.write(Self.journey("new") + Self.journey("other"), to: "journeys/all.journey")
    let run = try render()
    #expect(run.error.contains("No longer drawn, still in out: old.html, old.svg. Delete"), "\(run.error)")
    #expect(run.status == 0 && FileManager.default.fileExists(atPath: scratch.url("out/old.html").path))
    #expect(try !render("--journey new").error.contains("No longer drawn"), "only one is drawn")
  }

  @Test func `files that Waymark did not draw are nobody's leftovers`() throws {
    try scratch.write("<html><body>Our own page</body></html>", to: "out/about.html")
    try scratch.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "out/logo.svg")
    try scratch.write("notes", to: "out/old-notes.txt")
    try FileManager.default.createDirectory(at: scratch.url("out/folder.html"), withIntermediateDirectories: true)
    #expect(try !render().error.contains("No longer drawn"))
  }

  @Test func `pictures of another format of a journey that is drawn are kept without a word`() throws {
    #expect(try !render("--format html").error.contains("No longer drawn"))
    try scratch.write(Self.journey("other"), to: "journeys/all.journey")
    #expect(try render("--format svg").error.contains("old.html, old.svg"))
  }
}
