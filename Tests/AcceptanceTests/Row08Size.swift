import Foundation
import Support
import Testing

/// Row 8: ten thousand files, a large one, a long text, too many touchpoints – works, or one error that names the limit.
@Suite(.serialized) struct Row08Size {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A journey of so many touchpoints, ten a phase.
  private func journey(_ name: String, _ touchpoints: Int) -> String {
    var text = "journey \(name) \"Journey \(name)\" {\n"
    for index in 0..<touchpoints {
      if index % 10 == 0 { text += "\(index > 0 ? "  }\n" : "")  phase p\(index) \"Phase \(index)\" {\n" }
      text += "    touchpoint t\(index) \"Touchpoint \(index)\" feels -1 \"Hm\"\n"
    }
    return text + "  }\n}\n"
  }

  private func write(_ files: Int, of touchpoints: Int) throws {
    for index in 0..<files { try scratch.write(journey("j\(index)", touchpoints), to: "w/j\(index).journey") }
  }

  /// Draws the largest workspace there may be. On a quiet machine that takes no five seconds (docs/performance.md); on a
  /// busy one, whose processors are shared, a second of processor time is worth a third of that.
  private func draw(_ format: String, to folder: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let run = try Run("render", "w", "--out", folder, "--format", format, in: scratch.folder, seconds: 15)
    #expect(run.status == 0, "\(run.error.suffix(2000))", sourceLocation: sourceLocation)
    #expect(run.memory <= 256 << 20, sourceLocation: sourceLocation)
  }

  private func names(_ folder: String) throws -> Set<String> { Set(try scratch.files(below: folder).keys) }

  /// One error, which names the limit, however the workspace is looked at; and nothing is drawn.
  private func expectRefused(_ limit: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let check = try bounded("check", "w", in: scratch, sourceLocation: sourceLocation)
    #expect(check.status == 1, sourceLocation: sourceLocation)
    #expect(check.output.components(separatedBy: "error[").count == 2, "\(check.output)", sourceLocation: sourceLocation)
    #expect(check.output.contains(limit), "\(check.output)", sourceLocation: sourceLocation)
    for format in ["svg", "html"] {
      let run = try bounded("render", "w", "--out", "out", "--format", format, in: scratch, sourceLocation: sourceLocation)
      #expect(run.status != 0, sourceLocation: sourceLocation)
      #expect(run.error.contains(limit), "\(run.error)", sourceLocation: sourceLocation)
      #expect(try names("out").isEmpty, sourceLocation: sourceLocation)
    }
  }

  @Test(.enabled(if: Run.isRelease)) func `ten thousand files are checked and drawn`() throws {
    try write(10_000, of: 10)
    #expect(try bounded("check", "w", in: scratch).status == 0)
    try draw("svg", to: "out")
    #expect(try names("out").count == 10_000)
  }

  @Test(.enabled(if: Run.isRelease), arguments: [(files: 1_000, touchpoints: 100), (files: 5, touchpoints: 20_000)])
  func `as many touchpoints as a workspace may have are checked and drawn`(files: Int, touchpoints: Int) throws {
    try write(files, of: touchpoints)
    #expect(try bounded("check", "w", in: scratch).status == 0)
    try draw("svg", to: "out")
    #expect(try names("out").count == files)
    try draw("html", to: "pages")
    #expect(try names("pages").count == files + 1)
  }

  @Test(.enabled(if: Run.isRelease)) func `a million touchpoints are one error, in one file and in many`() throws {
    try write(1, of: 1_000_000)
    try expectRefused("more than 100,000 touchpoints")
    try write(100, of: 10_000)
    try expectRefused("more than 100,000 touchpoints")
  }

  @Test(.enabled(if: Run.isRelease)) func `a journey too long for a map is one error`() throws {
    try write(1, of: 100_000)
    try expectRefused("a map has at most 20000")
  }

  @Test func `a file of 100 MB is one error`() throws {
    try scratch.write(Data(repeating: 0x20, count: 100_000_000), to: "w/a.journey")
    try expectRefused("64 MiB")
  }

  @Test func `a text of a megabyte is one error`() throws {
    let phase = "phase p \"\(String(repeating: "x", count: 1 << 20))\""
    try scratch.write("journey a \"A\" {\n  \(phase) {\n    touchpoint t \"T\"\n  }\n}\n", to: "w/a.journey")
    let run = try bounded("check", "w", in: scratch)
    #expect(run.status == 1)
    #expect(run.output.components(separatedBy: "error[").count == 2)
    #expect(run.output.contains("64 KiB"))
    for format in ["svg", "html"] { try bounded("render", "w", "--out", "out", "--format", format, in: scratch) }
  }
}
