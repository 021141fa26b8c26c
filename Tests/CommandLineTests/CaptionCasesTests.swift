import Foundation
import Support
import Testing

/// Answers on few steps, as they were exported: `Tests/Cases/m08-*`. Whoever reads the share is told which of them count.
@Suite struct CaptionCasesTests {
  /// Everything that is written of a case: maps, page, index, review as text, Markdown and JSON.
  private func outputs(_ name: String, good: String = "") throws -> (check: Run, texts: [String: String]) {
    let scratch = try Scratch()
    try FileManager.default.removeItem(at: scratch.folder)
    try FileManager.default.copyItem(at: Golden.root.appending(path: "Tests/Cases/\(name)"), to: scratch.folder)
    let file = "journeys/shop.journey"
    let text = try scratch.text(file)
    try scratch.write(
      text.replacing("scale 1..4", with: "scale 1..4\(good)").replacing("scale 0..1", with: "scale 0..1\(good)"),
      to: file)
    #expect(try Run(["tally", "journeys"], in: scratch.folder).status == 0)
    let check = try Run(["check", "journeys"], in: scratch.folder)
    #expect(try Run(["render", "journeys", "--out", "out", "--format", "svg,html"], in: scratch.folder).status == 0)
    var texts: [String: String] = [:]
    for (path, bytes) in try scratch.files(below: "out") { texts[path] = String(decoding: bytes, as: UTF8.self) }
    for format in ["text", "md", "json"] {
      texts["review.\(format)"] = try Run(["review", "journeys", "--format", format], in: scratch.folder).output
    }
    return (check, texts)
  }

  @Test(arguments: [
    ("m08-top-two", "", "answer 4 of 1–4", "13%", "4..4"),
    ("m08-top-two", " good 3..4", "answers 3 and 4 of 1–4", "63%", "3..4"),
    ("m08-top-two", " good 2..4", "answers 2 to 4 of 1–4", "75%", "2..4"),
    // The whole interval, 41.7–84.8 %, is below the target of 85 %.
    ("m08-good-bad", "", "answer 1 of 0–1", "66.7%", "1..1"),
    ("m08-good-bad", " good 1", "answer 1 of 0–1", "66.7%", "1..1"),
  ])
  func `every output says which answers count as satisfied`(
    name: String, good: String, answers: String, share: String, json: String
  ) throws {
    let (check, texts) = try outputs(name, good: good)
    #expect((check.output + check.error).contains("missing-good") == good.isEmpty)
    #expect(check.status == 0)
    for (path, text) in texts {
      #expect(!text.lowercased().contains("top two"), "\(path)")
      guard
        path.hasSuffix("coffee.svg") || path.hasSuffix("coffee.html") || path.hasSuffix("text") || path.hasSuffix("md")
      else { continue }
      #expect(text.contains(answers) && text.contains(share), "\(path)")
    }
    #expect(texts["review.json"]?.contains("\"good\": \"\(json)\"") == true)
    #expect(texts.keys.contains { $0.hasSuffix("coffee.svg") } && texts.keys.contains { $0.hasSuffix("coffee.html") })
  }
}
