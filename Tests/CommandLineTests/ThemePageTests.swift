import Foundation
import Support
import Testing

/// The worked example of `docs/templates.md`, run as it stands there, and with slips in it.
@Suite struct ThemePageTests {
  let scratch: Scratch
  private static let page = "docs/templates.md"

  init() throws {
    scratch = try Scratch()
    try scratch.write(Text.clean, to: "journeys/coffee.journey")
    for (kind, file) in [("theme", "northwind.theme"), ("svg", "northwind.svg"), ("xhtml", "northwind.xhtml")] {
      try scratch.write(try Self.example(kind), to: file)
    }
  }

  private static func example(_ kind: String) throws -> String {
    try #require(try DocumentedExample.fenced(in: page).first { $0.kind == kind }).text
  }

  private func draw() throws -> Run { try Run(shell: try Self.example("sh"), in: scratch.folder) }

  @Test func `draws without a finding, with the company's colours, logo and header`() throws {
    let run = try draw()
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
    let page = try scratch.text("out/coffee.html")
    #expect(page.contains("class=\"brand\"") && page.contains("src=\"data:image/svg+xml;base64,"))
    #expect(page.contains("alt=\"Northwind Bank\"") && page.contains("#8a1c3b"))
    #expect(page.contains("\"Source Sans 3\",\"Arial\",system-ui"))
    #expect(try scratch.text("out/index.html").contains("class=\"logo\""))
    #expect(try scratch.text("out/coffee.svg").contains("#fffdfb"))
  }

  @Test func `says the slips that the page shows, as the page shows them`() throws {
    try scratch.write(try Self.example("theme") + "muted       #a5acba  #6b7280\n", to: "northwind.theme")
    try scratch.write(
      try Self.example("xhtml").replacing("\"takeaway\" />", with: "\"takeaways\" />"), to: "northwind.xhtml")
    try scratch.write(try Self.example("svg").replacing("<svg ", with: "<svg onload=\"go()\" "), to: "northwind.svg")
    let run = try draw()
    #expect(run.status == 1)
    #expect(run.error.contains(try Self.example("findings")), "\(run.error)")
  }

  @Test(arguments: [
    ("<svg ", "<svg onload=\"go()\" ", "northwind.svg:1:6"), ("<circle", "<script/><circle", "northwind.svg:2:4"),
    ("<circle", "<image href=\"https://e/x.png\"/><circle", "northwind.svg:2:4"),
    ("fill=\"#8a1c3b\"", "fill=\"url(https://e)\"", "northwind.svg:2:34"),
    ("<circle", "<use href=\"//e#x\"/><circle", "northwind.svg:2:8"),
    ("<svg ", "<!DOCTYPE svg><svg ", "northwind.svg:1:1"),
    ("<circle", "<style>@import 'x';</style><circle", "northwind.svg:2:4"), ("</svg>", "", "northwind.svg:"),
    ("<svg ", "<html ", "northwind.svg:"), ("<svg ", "svg ", "northwind.theme:3:6"),
    ("<circle", "<set href=\"#x\" attributeName=\"href\" to=\"x\"/><circle", "northwind.svg:2:4"),
    ("<circle", "<g style=\"fill:url('//e')\"/><circle", "northwind.svg:2:6"),
    ("<circle", "<style>@im<!-- -->port 'x';</style><circle", "northwind.svg:2:4"),
    ("<circle", "<style>@im<g/>port 'x';</style><circle", "northwind.svg:2:4"),
    ("fill=\"#8a1c3b\"", "fill=\"\\75rl(http://e/x.svg#a)\"", "northwind.svg:2:34"),
    ("fill=\"#8a1c3b\"", "mask=\"image-set('http://e/x.svg' 1x)\"", "northwind.svg:2:34"),
    ("<svg ", "<svg xml:base=\"http://e/x.svg\" ", "northwind.svg:1:6"),
    ("<circle", "<h:meta xmlns:h=\"http://www.w3.org/1999/xhtml\"/><circle", "northwind.svg:2:4"),
    ("<circle", "<frame/><circle", "northwind.svg:2:4"),
  ]) func `refuses a logo that runs or fetches, with its place`(part: String, slip: String, place: String) throws {
    let logo = try Self.example("svg")
    try scratch.write(logo.replacing(part, with: slip, maxReplacements: 1), to: "northwind.svg")
    let run = try draw()
    #expect(run.status == 1 && run.error.contains("error[bad-theme]") && run.error.contains(place), "\(run.error)")
    #expect(try scratch.files(below: "out").isEmpty)
  }

  @Test(arguments: [
    ("<circle", "<style>.a { fill: url(#g) }</style><circle"), ("<circle", "<g filter=\"url( '#g' )\"/><circle"),
    ("<circle", "<metadata><d:source xmlns:d=\"urn:d\">x</d:source></metadata><circle"),
  ]) func `takes a logo that refers to its own parts, or notes something`(part: String, more: String) throws {
    try scratch.write(try Self.example("svg").replacing(part, with: more, maxReplacements: 1), to: "northwind.svg")
    let run = try draw()
    #expect(run.status == 0 && run.error.isEmpty, "\(run.error)")
  }

  @Test(arguments: [
    ("logo northwind.svg", "needs the name of its file, and words"),
    ("logo ../x.svg X", "is not in the folder of the theme file"),
    ("logo /etc/passwd X", "is not in the folder"), ("logo a\\b.svg X", "is not in the folder"),
    ("logo coffee.txt X", "is not a PNG, JPEG, WebP or SVG picture"),
    ("font Inter, Comic Sans", "the font \"Comic Sans\""),
    ("font Inter,", "the font \"\""),
  ]) func `says what is wrong with a line`(line: String, message: String) throws {
    try scratch.write("PLAIN\n", to: "coffee.txt")
    try scratch.write("# one\n\(line)\n", to: "northwind.theme")
    let run = try draw()
    #expect(run.status == 1 && run.error.contains(message) && run.error.contains("northwind.theme:2:"), "\(run.error)")
  }

  @Test(arguments: [
    ("png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2] as [UInt8], "iVBORw0KGgoBAg=="),
    ("jpeg", [0xFF, 0xD8, 0xFF, 0xE0], "/9j/4A=="),
    ("webp", Array("RIFF1234WEBPVP8 ".utf8), "UklGRjEyMzRXRUJQVlA4IA=="),
  ]) func `takes a raster by its bytes, not by its name`(kind: String, bytes: [UInt8], text: String) throws {
    try Data(bytes).write(to: scratch.folder.appending(path: "northwind.svg"))
    #expect(try draw().status == 0)
    #expect(try scratch.text("out/coffee.html").contains("src=\"data:image/\(kind);base64,\(text)\""))
  }

  @Test func `refuses a logo that is not there, too large or a link`() throws {
    try FileManager.default.removeItem(at: scratch.folder.appending(path: "northwind.svg"))
    #expect(try draw().status == 2)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.folder.appending(path: "northwind.svg").path, withDestinationPath: "/etc/hostname")
    #expect(try draw().status == 2)
    try FileManager.default.removeItem(at: scratch.folder.appending(path: "northwind.svg"))
    try Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 0, count: 300_000))
      .write(to: scratch.folder.appending(path: "northwind.svg"))
    let run = try draw()
    #expect(run.status == 1 && run.error.contains("is larger than 256 KB"), "\(run.error)")
  }
}
