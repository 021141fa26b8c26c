import Support
import Testing

/// `waymark check --fix`.
@Suite struct CheckFixTests {
  private static let text = Text.clean.replacing(
    "queue \"Queues\" channel shop", with: "queue \"Queues\" channel shop street"
  )
  .replacing("feels -1", with: "takes 3 days")

  @Test func `what is safe is typed, and what is left is printed`() throws {
    let scratch = try Scratch()
    try scratch.write(
      Self.text.replacing("\"Sees the sign\" channel", with: "\"Sees the sign\" chanel"), to: "a.journey")
    let run = try Run("check", "a.journey", "--fix", in: scratch.folder)
    #expect(run.status == 1)
    #expect(run.output.contains("did you mean \"channel\"?") && !run.output.contains("3 days"))
    #expect(run.error.hasPrefix("fixed 2 findings in 1 file\n1 error"), "\(run.error)")
    let fixed = try scratch.text("a.journey")
    #expect(fixed.contains("channel shop, street owner shop takes 3d\n") && fixed.contains("chanel street"))
  }

  @Test func `with --diff nothing is written`() throws {
    let scratch = try Scratch()
    try scratch.write(Self.text, to: "a.journey")
    let run = try Run("check", "--fix", "--diff", "a.journey", in: scratch.folder)
    #expect(run.status == 1 && run.error.isEmpty)
    #expect(run.output.contains("-    touchpoint queue") || run.output.contains("\n+"), "\(run.output)")
    #expect(try scratch.text("a.journey") == Self.text)
    // The change is a patch that makes what --fix makes.
    try scratch.write(run.output, to: "a.patch")
    #expect(try Run(shell: "patch -s -p0 <a.patch || patch -s -p1 <a.patch", in: scratch.folder).status == 0)
    #expect(try scratch.text("a.journey").contains("takes 3d\n"))
  }

  @Test func `a workspace without findings stays as it is`() throws {
    let scratch = try Scratch()
    try scratch.write(Text.clean, to: "a.journey")
    let run = try Run("check", "--fix", in: scratch.folder)
    #expect(run.status == 0 && !run.error.contains("fixed"))
    #expect(try scratch.text("a.journey") == Text.clean)
  }

  @Test(arguments: [["check", "--diff", "."], ["check", "--fix", "-"]])
  func `what makes no sense is refused`(arguments: [String]) throws {
    let scratch = try Scratch()
    let run = try Run(arguments, in: scratch.folder, input: Text.clean)
    #expect(run.status == 64 || run.status == 2, "\(run.status) \(run.error)")
    #expect(run.error.contains("--fix"))
  }
}
