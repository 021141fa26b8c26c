import Foundation
import JourneyKit
import JourneyModel
import JourneySource
import Support
import Testing

/// However it came to be, a workspace is what it would be if it were read now.
@Suite struct LiveWorkspaceTests {
  private static let lines = [
    "journey a \"A\" {", "}", "  phase p \"P\" {", "    touchpoint t \"T\" channel web owner legal",
    "  flow { t -> u }",
    "department legal \"Legal\"", "channel web \"Web\"", "touchpoint \"Ü 😀\" feels -1", "\"\"\"", "# note", "",
    "persona m \"M\"",
    "action x { for a/t }", "\r", "target csat >= 80%", "journey,touchpoint,period\n",
  ]

  @Test(arguments: 1...12) func `after any edits it equals a fresh read`(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let scratch = try Scratch()
    let names = ["a.journey", "b.journey", "deep/c.journey", "a.tally.csv", "new.journey"]
    let root = scratch.folder.resolvingSymlinksInPath().path
    try scratch.write("journey a \"A\" {\n}\n", to: "a.journey")
    try scratch.write("department legal \"Legal\"\n", to: "deep/c.journey")
    let live = LiveWorkspace(folder: root)
    var open: [String: [UInt8]] = [:]
    for step in 0..<40 {
      let name = try #require(names.randomElement(using: &random))
      let path = "\(root)/\(name)"
      switch Int.random(in: 0..<10, using: &random) {
      case 0:
        open[path] = nil
        live.set(nil, of: path)
      case 1:
        try? FileManager.default.removeItem(atPath: path)
        live.diskChanged()
      case 2:
        try scratch.write(Self.text(&random), to: name)
        live.diskChanged()
      case 3:
        let other = "moved-\(step).journey"
        try? FileManager.default.moveItem(atPath: path, toPath: "\(root)/\(other)")
        live.diskChanged()
      default:
        open[path] = Array(Self.text(&random).utf8)
        live.set(open[path], of: path)
      }
      let fresh = LiveWorkspace(folder: root)
      for (path, text) in open { fresh.set(text, of: path) }
      #expect(Self.dump(live.snapshot) == Self.dump(fresh.snapshot), "step \(step)")
    }
  }

  private static func text(_ random: inout SplitMix) -> String {
    (0..<Int.random(in: 0..<8, using: &random)).map { _ in (lines.randomElement(using: &random) ?? "") + "\n" }.joined()
  }

  private static func dump(_ snapshot: LiveSnapshot) -> String {
    snapshot.files.map(\.path).joined(separator: " ") + "\n" + snapshot.findings.printed(as: .json)
      + snapshot.occurrences.map { "\($0.symbol) \($0.span.file) \($0.span.range) \($0.role)" }.joined(separator: "\n")
  }

  @Test func `only the files that changed are read and parsed`() throws {
    let scratch = try Scratch()
    let root = scratch.folder.resolvingSymlinksInPath().path
    try scratch.write("journey a \"A\" {\n}\n", to: "a.journey")
    let live = LiveWorkspace(folder: root)
    let first = live.snapshot
    #expect(first === live.snapshot)
    live.set(Array("journey b \"B\" {\n}\n".utf8), of: "\(root)/a.journey")
    try scratch.write("journey c \"C\" {\n}\n", to: "c.journey")
    #expect(live.snapshot.workspace.journeys.map(\.name) == ["b"], "nobody said that the disk changed")
    live.diskChanged()
    #expect(live.snapshot.workspace.journeys.map(\.name) == ["b", "c"])
    #expect(first.workspace.journeys.map(\.name) == ["a"], "a snapshot stays what it was")
  }

  @Test func `a folder is watched as it is written`() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "deep/a.journey")
    let watch = DiskWatch()
    let root = scratch.folder.resolvingSymlinksInPath().path
    watch.watch([root])
    try #require(watch.descriptor != nil && watch.isComplete)
    #expect(!watch.takeEvents())
    try scratch.write("x", to: "deep/a.journey")
    #expect(watch.takeEvents() && !watch.takeEvents())
    try FileManager.default.createDirectory(atPath: "\(root)/later", withIntermediateDirectories: false)
    #expect(watch.takeEvents())
    watch.watch([root])
    try scratch.write("x", to: "later/b.journey")
    #expect(watch.takeEvents())
    watch.watch(["\(root)/none/at-all"])
    #expect(!watch.isComplete)
  }
}
