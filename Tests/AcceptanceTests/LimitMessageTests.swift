import Foundation
import Support
import Testing

/// Every limit of `docs/safety.md` is said where it is met; `SafetyPageTests` holds that page to the code.
///
/// Sizes are in `WorkspaceSizeTests.swift`, depth in `NestingDepthTests.swift`, rows of exports in `BrokenExportTests.swift`,
/// templates in `HostileTemplateTests.swift`. Lines of a file are in `Tests/JourneySyntaxTests`, what a page's expressions may
/// do in `Tests/MarkupTests`.
@Suite struct LimitMessageTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func expect(
    _ words: String, of command: String, status: Int32 = 1, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let run = try bounded(command.split(separator: " ").map(String.init), in: scratch, sourceLocation: sourceLocation)
    #expect(run.status == status, sourceLocation: sourceLocation)
    let found = (run.output + run.error).components(separatedBy: words).count - 1
    #expect(found == 1, "\((run.output + run.error).suffix(1000))", sourceLocation: sourceLocation)
  }

  @Test(.enabled(if: Run.isRelease, "a debug build is too slow for so many files")) func `files of a workspace`() throws
  {
    try FileManager.default.createDirectory(at: scratch.url("w"), withIntermediateDirectories: true)
    try Run(shell: "cd w; seq -f %.0f.journey 100001 | xargs touch", in: scratch.folder)
    try expect(
      "error[workspace-too-large]: the workspace has more than 100000 files or 100 MiB", of: "check w --format short")
  }

  @Test func `folders within folders`() throws {
    let deep = String(repeating: "d/", count: 70)
    try scratch.write(Text.clean, to: "w/\(deep)a.journey")
    try scratch.write(Text.clean, to: "w/a.journey")
    try expect("error[unreadable-file]: this folder is nested more than 64 deep", of: "check w --format short")
  }

  @Test func `bytes of a name`() throws {
    try scratch.write(
      Text.clean.replacing("journey coffee", with: "journey \(String(repeating: "a", count: 201))"), to: "a.journey")
    try expect("error[bad-name]", of: "check a.journey")
    try scratch.write(
      Text.clean.replacing("journey coffee", with: "journey \(String(repeating: "a", count: 200))"), to: "a.journey")
    #expect(try bounded("check", "a.journey", in: scratch).status == 0)
    #expect(try bounded("render", "a.journey", "--out", "out", in: scratch).status == 0)
  }

  @Test func `bytes of a text in quotes`() throws {
    for (count, status) in [(64 << 10, 0), (64 << 10 + 1, 1)] as [(Int, Int32)] {
      try scratch.write(
        Text.clean.replacing("Sees the sign", with: String(repeating: "a", count: count)), to: "a.journey")
      #expect(try bounded("check", "a.journey", in: scratch).status == status)
    }
  }

  @Test func `findings of a file`() throws {
    let touchpoints = (0..<3_000).map { "touchpoint t\($0) \"T\"" + ($0 == 0 ? " owner d\n" : "\n") }.joined()
    try scratch.write(
      "journey j \"J\" {\nphase p \"P\" {\n\(touchpoints)}\n}\nchannel web\nnonsense\n", to: "a.journey")
    let run = try bounded("check", "a.journey", "--format", "short", in: scratch)
    #expect(run.output.split(separator: "\n").count == 1_000)
    #expect(run.output.contains("error[unknown-word]"), "the gravest stay")
    #expect(run.error.contains("more are not shown"), "\(run.error)")
  }

  @Test(arguments: ["render w --out out --theme large", "review w --votes large"]) func `bytes of a theme or of votes`(
    command: String
  ) throws {
    try scratch.write(Text.clean, to: "w/a.journey")
    try scratch.write(String(repeating: "# x\n", count: 5 << 20), to: "large")
    try expect("cannot read \"large\": it is too large", of: command, status: 2)
  }

  @Test func `pixels of a picture's longer side`() throws {
    try scratch.write(SampleJourney.text(touchpoints: 200), to: "w/a.journey")
    let program = try scratch.write("#!/bin/sh\necho \"$@\"\n", to: "bin/rsvg-convert")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    let run = try Run(
      "render", "w", "--out", "out", "--format", "svg,png", in: scratch.folder,
      environment: ["PATH": "\(scratch.url("bin").path):/usr/bin:/bin"], seconds: 5)
    #expect(run.status <= 1, "\(run.error)")
    let zoom = try #require(
      try scratch.text("out/sample.png").firstMatch(of: /--zoom ([0-9.]+)/).flatMap { Double($0.output.1) })
    let width = try #require(
      try scratch.text("out/sample.svg").firstMatch(of: /\ width="([0-9]+)"/).flatMap { Double($0.output.1) })
    #expect(width * zoom <= 32_767 && width * zoom > 32_000)
  }
}
