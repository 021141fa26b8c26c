import Foundation
import Support
import Testing

/// `"><script>` and `</title></style>-->]]>` in every string field – text only, in an XML and an HTML parse.
///
/// What holds for the writer alone is in `Tests/MarkupTests/EscapingTests.swift`; `Tests/Browser/test_hostile.py` opens
/// such pages in a browser, which knows HTML 5.
@Suite struct MarkupInjectionTests {
  static let attacks = [#""><script>alert(1)</script>"#, "</title></style>-->]]>", "x onload=alert(1) &lt;b&gt; <!--"]

  /// Everything that Waymark draws and prints of a workspace with this text in every field.
  private func outputs(_ text: String) throws -> (fields: [String], files: [String: Data]) {
    let scratch = try Scratch()
    let quoted = text.replacing("\"", with: "\\\"")
    let every = EveryField { "F\($0)F \(quoted)" }
    try scratch.write(every.journey, to: "w/every.journey")
    try scratch.write(EveryField.tally, to: "w/f.tally.csv")
    try bounded("render", "w", "--out", "out/maps", "--verify", in: scratch)
    try bounded("render", "w", "--out", "out/wall", "--poster", "A0", "--verify", in: scratch)
    let pack = try bounded("review", "w", "--pack", "out/pack", "--tiles", "A4", in: scratch)
    #expect(pack.status == 0, "\(pack.error)")
    return (every.fields, try scratch.files(below: "out"))
  }

  @Test(arguments: attacks) func `a text in every field stays a text`(attack: String) throws {
    let harmless = String(repeating: "nothing ", count: 9).prefix(attack.count)
    let (plain, hostile) = (try outputs(String(harmless)), try outputs(attack))
    #expect(plain.files.keys.sorted() == hostile.files.keys.sorted())
    var drawn: Set<Int> = []
    for (path, bytes) in hostile.files where path.hasSuffix("html") || path.hasSuffix("svg") {
      let (before, after) = ([UInt8](plain.files[path] ?? Data()), [UInt8](bytes))
      let asXML = try #require(MarkupTree.xml(after), "\(path) is not well-formed")
      let fields = Self.fields(in: asXML, saying: attack)
      drawn.formUnion(fields)
      #expect(Self.added(asXML, to: MarkupTree.xml(before)) == [], "\(path)")
      guard path.hasSuffix("html") else { continue }
      let asHTML = try #require(MarkupTree.html(after))
      #expect(Self.added(asHTML, to: MarkupTree.html(before)) == [], "\(path)")
      #expect(Self.fields(in: asHTML, saying: attack) == fields, "\(path)")
    }
    let missing = plain.fields.indices.filter { !drawn.contains($0) }.map { plain.fields[$0] }
    #expect(missing == Self.notDrawn)
  }

  /// Elements and attributes that a page has only with the hostile text. How a line is fitted depends on its letters.
  private static func added(_ tree: MarkupTree, to before: MarkupTree?) -> Set<String> {
    tree.names.subtracting(before?.names ?? []).subtracting(["text lengthAdjust", "text lengthadjust"])
  }

  /// What no output says: why findings are ignored, how a team's own KPI is called, where the columns of an export are.
  private static let notDrawn = [
    "journey ignore", "touchpoint ignore", "kpi title", "feedback file", "feedback sheet", "feedback one",
    "feedback date", "feedback weight", "feedback cluster",
    "feedback touchpoint", "cell",
    "feedback segment", "cell", "feedback answer", "answer where", "cell", "feedback where",
    "workspace ignore",
  ]

  /// The numbers of the fields whose whole text stands in a document.
  private static func fields(in tree: MarkupTree, saying text: String) -> Set<Int> {
    let parts = tree.texts.joined(separator: "\u{0}").components(separatedBy: "F \(text)")
    return Set(parts.dropLast().compactMap { $0.split(separator: "F").last.flatMap { Int($0) } })
  }
}
