import Foundation
import Support
import Testing

/// PDF and PNG, which librsvg's program makes.
@Suite struct PictureTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(Text.clean, to: "journeys/coffee.journey")
  }

  /// Stands in for librsvg's program on the path.
  private func stub(_ script: String) throws -> [String: String] {
    let program = try scratch.write("#!/bin/sh\n\(script)\n", to: "bin/rsvg-convert")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    return ["PATH": "\(scratch.url("bin").path):/usr/bin:/bin", "SECRET": "of the user"]
  }

  @Test func `the program gets the drawing and no more of the environment than it needs`() throws {
    let environment = try stub("echo \"$@ [$SECRET] $SOURCE_DATE_EPOCH\"; head -c 5")
    let run = try Run("render", "--out", "out", "--format", "pdf,png", in: scratch.folder, environment: environment)
    #expect(run.status == 0)
    #expect(run.output == "Open out/coffee.pdf\n")
    #expect(try scratch.text("out/coffee.pdf") == "--format pdf --unlimited [] 0\n<?xml")
    #expect(try scratch.text("out/coffee.png") == "--format png --unlimited --zoom 2.0 [] 0\n<?xml")
    #expect(try scratch.files(below: "out").count == 2)
  }

  @Test func `without the program nothing is written, and one is told what to install`() throws {
    let run = try Run(
      "render", "--out", "out", "--format", "svg,pdf", in: scratch.folder, environment: ["PATH": scratch.folder.path])
    #expect(run.status == 2)
    #expect(run.error.contains("rsvg-convert, which is not installed") && run.error.contains("librsvg2-bin"))
    #expect(!FileManager.default.fileExists(atPath: scratch.url("out").path))
  }

  @Test(arguments: [
    ("echo too large >&2; exit 3", "too large"), ("exit 0", "it says no reason"), ("kill -9 $$", "it says no reason"),
  ])
  func `what the program says is passed on`(script: String, reason: String) throws {
    let run = try Run(
      "render", "--out", "out", "--format", "png", in: scratch.folder, environment: try stub(script))
    #expect(run.status == 2)
    #expect(run.error == "error: rsvg-convert could not make \"coffee.png\": \(reason)\n")
  }

  @Test func `posters come in every format, in place of the maps`() throws {
    let run = try Run(
      "render", "--out", "wall", "--poster", "A1", "--format", "html,svg,pdf,png", "--verify", in: scratch.folder,
      environment: try stub("echo \"$@\""))
    #expect(run.status == 0, "\(run.error)")
    #expect(run.output == "Open wall/coffee-poster-A1.html\n")
    let names = try scratch.files(below: "wall").keys.sorted()
    #expect(names == ["html", "pdf", "png", "svg"].map { "coffee-poster-A1.\($0)" })
    #expect(try scratch.text("wall/coffee-poster-A1.svg").contains(#" width="841mm" height="594mm""#))
  }

  private static let hasLibrsvg = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/rsvg-convert")
  }

  @Test(.enabled(if: hasLibrsvg, "needs rsvg-convert"))
  func `librsvg takes the maps, and gives the same bytes twice`() throws {
    for folder in ["one", "two"] {
      let run = try Run(
        "render", Golden.root.appending(path: "journeys").path, "--out", folder, "--format", "svg,pdf,png",
        in: scratch.folder)
      #expect(run.status == 0, "\(run.error)")
    }
    let files = try scratch.files(below: "one")
    #expect(files.count == 9)
    #expect(try scratch.files(below: "two") == files)
    for (name, bytes) in files where name.hasSuffix("pdf") {
      #expect(bytes.starts(with: Data("%PDF-".utf8)), "\(name)")
    }
    // A PNG's width stands in bytes 16 to 19, the SVG's in its first line.
    let png = try #require(files["airport.png"])
    let width = png[16..<20].reduce(0) { $0 << 8 | Int($1) }
    let svg = String(decoding: try #require(files["airport.svg"]).prefix(2000), as: UTF8.self)
    #expect(svg.contains(" width=\"\(width / 2)\""))
  }
}
