import Foundation
import Support
import Testing

@Suite struct StyleTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(Text.clean, to: "journeys/coffee.journey")
  }

  private func draw(_ options: String) throws -> Run {
    try Run(shell: "waymark render --out out \(options)", in: scratch.folder)
  }

  @Test func `a theme is taken by name or from a file`() throws {
    #expect(try draw("--theme plain").status == 0)
    let plain = try scratch.text("out/coffee.svg")
    #expect(plain.contains("#ffffff") && !plain.contains("#abcdef"))
    try scratch.write("paper #abcdef #123456\n", to: "ours.theme")
    #expect(try draw("--theme ours.theme").status == 0)
    #expect(try scratch.text("out/coffee.svg").contains("#abcdef"))
  }

  @Test func `a theme that is nowhere is refused with the names there are`() throws {
    let run = try draw("--theme plane")
    #expect(run.status == 2)
    #expect(run.error.contains("no theme or file is named \"plane\"") && run.error.contains("\"plain\""))
  }

  @Test func `a page of one's own takes the place of Waymark's`() throws {
    let own = try String(contentsOf: Golden.root.appending(path: "templates/pages/journey.xhtml"), encoding: .utf8)
    let index = try String(contentsOf: Golden.root.appending(path: "templates/pages/index.xhtml"), encoding: .utf8)
    try scratch.write(own.replacing("<body", with: "<body id=\"ours\""), to: "page.xhtml")
    try scratch.write(index.replacing("<body", with: "<body id=\"our-index\""), to: "index.xhtml")
    let run = try draw("--page page.xhtml --page index.xhtml")
    #expect(run.status == 0, "\(run.error)")
    #expect(try scratch.text("out/coffee.html").contains("id=\"ours\""))
    #expect(try scratch.text("out/index.html").contains("id=\"our-index\""))
  }

  @Test(arguments: ["<script>alert(1)</script>", "<iframe src=\"//e\"></iframe>", "<p onclick=\"x()\">x</p>", "<p>"])
  func `a page that must not be is a finding with its place, and nothing is drawn`(element: String) throws {
    let own = try String(contentsOf: Golden.root.appending(path: "templates/pages/journey.xhtml"), encoding: .utf8)
    try scratch.write(own.replacing("</body>", with: "\(element)</body>"), to: "page.xhtml")
    let run = try draw("--page page.xhtml")
    #expect(run.status == 1)
    #expect(run.error.contains("error[bad-template]"))
    #expect(run.error.contains("page.xhtml:"))
    #expect(try scratch.files(below: "out").isEmpty)
  }

  @Test func `a page that is not there is refused`() throws {
    let run = try draw("--page nowhere.xhtml")
    #expect(run.status == 2 && run.error.contains("cannot read \"nowhere.xhtml\": it does not exist"))
  }
}
