import Foundation
import Support
import Testing

/// `</script>` or `<!--` in any data island – `\u003c`.
///
/// A page's data stand in its markup, and its one script is the same on every page, so no text of a journey comes near
/// it; JSON, which others may put into a page, writes `<` as `\u003c`.
@Suite struct DataIslandTests {
  @Test(arguments: ["</script>", "<!--", "</SCRIPT >", "<script>", "]]>"]) func `no text ends a script`(attack: String)
    throws
  {
    let scratch = try Scratch()
    for (folder, text) in [("plain", "nothing"), ("hostile", attack)] {
      try scratch.write(EveryField { _ in text }.journey, to: "\(folder)/j.journey")
      try scratch.write(EveryField.tally, to: "\(folder)/f.tally.csv")
      try bounded("render", folder, "--out", "\(folder)-out", "--verify", in: scratch)
    }
    for (name, bytes) in try scratch.files(below: "hostile-out") {
      let (before, after) = (try scratch.text("plain-out/\(name)"), String(decoding: bytes, as: UTF8.self))
      #expect(Self.scripts(after) == Self.scripts(before), "\(name)")
      #expect(!after.contains("<!--"), "\(name)")
    }
    for arguments in [
      ["review", "hostile", "--format", "json"], ["check", "hostile", "--format", "json"],
      ["check", "hostile", "--format", "sarif"],
    ] {
      let run = try Run(arguments, in: scratch.folder, seconds: 5)
      #expect(run.signal == nil && !run.output.contains("<"), "\(arguments)")
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(run.output.utf8)) }
    }
    #expect(
      try bounded("review", "hostile", "--format", "json", in: scratch).output.contains(
        attack.hasPrefix("<") ? "\\u003c" : attack))
  }

  /// What stands from each `<script` to the end of it, as a browser sees it.
  private static func scripts(_ page: String) -> [Substring] {
    page.matches(of: /(?is)<script.*?<\/script\s*>/).map(\.output)
  }
}
