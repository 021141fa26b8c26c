import Foundation
import Support
import Testing

/// Links `javascript:`, with tabs or entities inside, `data:`, `//e`, `/\e` – error.
@Suite struct LinkSchemeTests {
  /// As a text of a journey file holds them.
  static let links = [
    "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\\tscript:alert(1)",
    "java\\nscript:alert(1)",
    "java\tscript:alert(1)", "java&#9;script:alert(1)", "java&Tab;script:alert(1)", "&#106;avascript:alert(1)",
    "javascript&colon;alert(1)", "javascript&#58;alert(1)", "data:text/html,<script>alert(1)</script>",
    "DATA:image/png,x",
    "vbscript:x", "file:///etc/passwd", "blob:https://example.org/x", "//e", "/\\\\e", "\\\\\\\\e", "https:/\\\\e",
    "https:e",
    "/e", "e.html", "https://", "https:///e", "https://e\\u{202E}x", "https://e x", "mailto:", "ftp://e", "",
  ]

  /// A journey a link, and one process for all of them.
  @Test(arguments: ["journey", "touchpoint"])
  func `such links are errors, and are drawn nowhere`(place: String) throws {
    let (scratch, plain) = (try Scratch(), try Scratch())
    for (index, link) in Self.links.enumerated() {
      try scratch.write(Self.journey(link, of: place, named: "coffee\(index)"), to: "w/\(index).journey")
      try plain.write(Self.journey(nil, of: place, named: "coffee\(index)"), to: "w/\(index).journey")
    }
    let check = try bounded("check", "w", in: scratch)
    #expect(check.status == 1)
    let findings = check.output.split(separator: "error[unsafe-link]", omittingEmptySubsequences: false).dropFirst()
    for (index, link) in Self.links.enumerated() {
      #expect(findings.contains { $0.contains("w/\(index).journey:") }, "\(link): \(check.output)")
    }
    try bounded("render", "w", "--out", "out", "--verify", in: scratch)
    try bounded("render", "w", "--out", "out", "--verify", in: plain)
    #expect(try scratch.files(below: "out") == plain.files(below: "out"))
  }

  @Test(arguments: ["https://example.org/a?b=c&d=e#f", "http://example.org", "mailto:ada@example.org", "#map"])
  func `others lead where they say`(link: String) throws {
    let scratch = try Scratch()
    try scratch.write(Self.journey(link, of: "touchpoint"), to: "coffee.journey")
    let run = try bounded("render", "coffee.journey", "--out", "out", "--verify", in: scratch)
    #expect(run.status == 0, "\(run.error)")
    #expect(try scratch.text("out/coffee.html").contains("href=\"\(link.replacing("&", with: "&amp;"))\""))
  }

  private static func journey(_ link: String?, of place: String, named name: String = "coffee") -> String {
    let line = link.map { "link \"\($0)\" \"More\"\n" } ?? ""
    return """
      journey \(name) "Buying a coffee" {
        \(place == "journey" ? line : "")
        phase before "Before" {
          touchpoint sign "Sees the sign" channel street owner shop {
            thinks "Nice"
            \(place == "touchpoint" ? line : "")
          }
        }
      }

      """
  }
}
