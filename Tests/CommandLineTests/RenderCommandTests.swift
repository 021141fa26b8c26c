import Foundation
import Support
import Testing

@Suite struct RenderCommandTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func `the maps are written and the first is named`() throws {
    try scratch.write(Text.clean, to: "journeys/coffee.journey")
    let run = try Run("render", "--out", "out", in: scratch.folder)
    #expect(run.status == 0)
    #expect(run.output == "Open out/index.html\n")
    #expect(try scratch.files(below: "out").keys.sorted() == ["coffee.html", "coffee.svg", "index.html"])
  }

  @Test func `a workspace with errors is drawn as far as it goes`() throws {
    try scratch.write(Text.unknown, to: "journeys/coffee.journey")
    let run = try Run("render", "--out", "out", in: scratch.folder)
    #expect(run.status == 1)
    #expect(run.output == "Open out/index.html\n")
    #expect(run.error.contains("error[unknown-channel]"))
  }

  @Test func `one format or one journey can be asked for`() throws {
    try scratch.write(Text.clean, to: "journeys/coffee.journey")
    try scratch.write(Text.clean.replacing("journey coffee", with: "journey tea"), to: "journeys/tea.journey")
    try Run("render", "--out", "svg", "--format", "svg", in: scratch.folder)
    #expect(try scratch.files(below: "svg").keys.sorted() == ["coffee.svg", "tea.svg"])
    let run = try Run("render", "--out", "tea", "--journey", "tea", "--format", "svg", in: scratch.folder)
    #expect(run.output == "Open tea/tea.svg\n")
    #expect(try scratch.files(below: "tea").keys.sorted() == ["tea.svg"])
    let none = try Run("render", "--out", "none", "--journey", "te", in: scratch.folder)
    #expect(none.status == 2 && none.error.contains("did you mean \"tea\"?"))
  }

  @Test func `with --verify each file is read back first, and one that breaks a promise is not written`() throws {
    try scratch.write(Text.clean, to: "journeys/coffee.journey")
    let good = try Run("render", "--out", "out", "--verify", in: scratch.folder)
    #expect(good.status == 0, "\(good.error)")
    #expect(try scratch.files(below: "out").count == 3)
    try scratch.write(
      """
      <html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>A</title></head>
      <body><p><a href="#nowhere">There</a></p></body></html>
      """, to: "mine.xhtml")
    let bad = try Run("render", "--out", "bad", "--verify", "--page", "mine.xhtml", in: scratch.folder)
    #expect(bad.status == 2)
    #expect(
      bad.error.contains(
        ##"error: "coffee.html" is not written: href="#nowhere" of "a" leads to "nowhere", which is not there"##),
      "\(bad.error)")
    #expect(try scratch.files(below: "bad")["coffee.html"] == nil)
  }

  /// What a view chooses is no id that a page must have.
  @Test(arguments: ["only=yes&find=queue", "find=%22%3E%3Cb%3E", #"find=\"><script>alert(1)</script>"#, "at=b"])
  func `a page with a view keeps what it promises`(address: String) throws {
    let scratch = try Scratch()
    try scratch.write(
      "journey j \"J\" {\n  view \"Mine\" \"\(address)\"\n  phase p \"P\" { touchpoint b \"B\" }\n}\n", to: "j.journey")
    let run = try Run("render", "--out", "out", "--verify", in: scratch.folder)
    #expect(run.status == 0, "\(run.error)")
    #expect(try scratch.text("out/j.html").contains(">Mine</a>"))
  }

  @Test func `same input, same bytes, wherever and whenever it is drawn`() throws {
    let journeys = Golden.root.appending(path: "journeys")
    for place in ["a", "b/deeper"] {
      try FileManager.default.createDirectory(at: scratch.url(place), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: journeys, to: scratch.url("\(place)/journeys"))
    }
    try Run("render", "--out", "out", in: scratch.url("a"))
    try Run("render", "--out", "again", in: scratch.url("a"))
    let turkish = ["LC_ALL": "tr_TR.UTF-8", "TZ": "Pacific/Kiritimati", "COLUMNS": "20", "USER": "someone"]
    try Run("render", "--out", "out", in: scratch.url("b/deeper"), environment: turkish)
    try Run(
      "render", scratch.url("a/journeys").path, "--out", "plain", in: scratch.folder, environment: ["LC_ALL": "C"])
    let first = try scratch.files(below: "a/out")
    #expect(first.count >= 3)
    #expect(try scratch.files(below: "a/again") == first)
    #expect(try scratch.files(below: "b/deeper/out") == first)
    #expect(try scratch.files(below: "plain") == first)
    for (name, bytes) in first.sorted(by: { $0.key < $1.key }) {
      #expect(
        !String(decoding: bytes, as: UTF8.self).contains(scratch.folder.lastPathComponent), "\(name) holds a path")
    }
  }

  @Test func `a map that has not changed is not written again`() throws {
    try scratch.write(Text.clean, to: "journeys/coffee.journey")
    try Run("render", "--out", "out", in: scratch.folder)
    let path = scratch.url("out/coffee.svg").path
    let before = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
    try Run("render", "--out", "out", in: scratch.folder)
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date == before)
  }

  @Test(arguments: ["blank", "retail", "saas", "public-service"])
  func `a new workspace checks clean, is in the one style and draws`(template: String) throws {
    let made = try Run("init", "new", "--template", template, in: scratch.folder)
    #expect(made.status == 0 && made.output == "new/\(template).journey\nnew/.gitignore\n")
    let check = try Run("check", "new", "--strict", in: scratch.folder)
    #expect(check.status == 0, "\(check.output)")
    #expect(try Run("fmt", "new", "--check", in: scratch.folder).status == 0)
    #expect(try Run("render", "new", "--out", "out", in: scratch.folder).status == 0)
    #expect(try Run("init", "new", in: scratch.folder).status == 2)
  }

  @Test(arguments: [
    ("a b/c'd", "'a b/c'\\''d'"), ("'", "''\\'''"), ("it's", "'it'\\''s'"), ("-", "./-"), ("-x", "./-x"),
    ("--out", "./--out"), ("-a b", "'./-a b'"), ("größe", "größe"), ("", "."),
  ])
  func `init says what to type next as a shell takes it`(folder: String, next: String) throws {
    let made = try Run("init", "--", folder, in: scratch.folder)
    #expect(made.error == "Next: waymark render \(next) --out out\n", "\(made.error)")
    #expect(try Run(shell: "waymark render \(next) --out out", in: scratch.folder).status == 0)
  }

  @Test func `init without anything makes journeys`() throws {
    #expect(try Run("init", in: scratch.folder).output == "journeys/blank.journey\njourneys/.gitignore\n")
    #expect(try Run("check", "--strict", in: scratch.folder).status == 0)
  }

  @Test(arguments: ["-", ""]) func `maps are several files and go to a folder`(out: String) throws {
    let run = try Run("render", "--out", out, in: scratch.folder)
    #expect(run.status == 64 && run.output.isEmpty && run.error.contains("--out needs the name of a folder"))
  }
}
