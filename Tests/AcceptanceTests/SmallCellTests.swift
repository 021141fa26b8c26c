import Foundation
import Support
import Testing

/// N = 1…9 in a cell; a total minus its sibling – both hidden.
///
/// The rule itself is in `Tests/JourneyMetricsTests/SuppressionTests.swift`; here it is looked for in everything that
/// Waymark writes.
@Suite struct SmallCellTests {
  /// Every text and table that Waymark makes of a workspace.
  private func outputs(_ tally: String) throws -> [String: String] {
    let scratch = try Scratch()
    try scratch.write(
      "segment young \"Young\"\nsegment old \"Old\"\n"
        + Survey.journey("segment \"plan\" {\n\"y\" is young\n\"o\" is old\n}"),
      to: "w/help.journey")
    try scratch.write(Survey.head + tally, to: "w/survey.tally.csv")
    var outputs: [String: String] = [:]
    for segment in ["young", "old"] {
      outputs[segment] = try bounded("review", "w", "--format", "json", "--segment", segment, in: scratch).output
    }
    try bounded("render", "w", "--out", "out", in: scratch)
    try bounded("review", "w", "--pack", "out/pack", in: scratch)
    for (path, bytes) in try scratch.files(below: "out") { outputs[path] = String(decoding: bytes, as: UTF8.self) }
    return outputs
  }

  private static func row(_ answer: Int, _ count: Int, _ segment: String) -> String {
    Survey.row("2026-04", "\(answer)", count, segment: segment)
  }

  /// Two worlds whose small cells differ and whose shown totals do not: who reads an output cannot tell which it is.
  @Test(arguments: 1...9) func `what is hidden changes nothing that is written`(n: Int) throws {
    // `young` answers n times, all of them worst or all of them best; `old` makes up for it, so the total stays.
    let one = Self.row(1, n, "young") + Self.row(1, 30 - n, "old") + Self.row(5, 30, "old")
    let other = Self.row(5, n, "young") + Self.row(1, 30, "old") + Self.row(5, 30 - n, "old")
    let (first, second) = (try outputs(one), try outputs(other))
    #expect(first.keys.sorted() == second.keys.sorted())
    for (path, text) in first { #expect(text == second[path], "\(path)") }
    #expect(first["pack/review.csv"]?.contains(",60,0.5,") == true, "the total is shown")
  }

  @Test(arguments: 1...9) func `so few answers give no figure`(n: Int) throws {
    let (worst, best) = (try outputs(Self.row(1, n, "")), try outputs(Self.row(5, n, "")))
    for (path, text) in worst { #expect(text == best[path], "\(path)") }
  }

  @Test func `ten answers are shown, so that the tests above can fail`() throws {
    #expect(try outputs(Self.row(1, 10, "")) != outputs(Self.row(5, 10, "")))
    let one = Self.row(1, 10, "young") + Self.row(1, 20, "old") + Self.row(5, 30, "old")
    let other = Self.row(5, 10, "young") + Self.row(1, 30, "old") + Self.row(5, 20, "old")
    #expect(try outputs(one) != outputs(other))
  }
}
