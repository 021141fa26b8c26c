import Foundation
import Support
import Testing

/// Names of people and teams, references to issues, hashes and addresses in every text – `review --format md`
/// mentions nobody, refers to nothing and links nowhere once it is rendered.
@Suite struct MarkdownReferenceTests {
  static let attacks = [
    "@org/team", "closes #12", "GH-12", "gh-7", "org/repo#12", "org/repo@0123456789abcdef0123456789abcdef01234567",
    "0123456789abcdef0123456789abcdef01234567",
    "abcdef1", "http://evil.example", "HTTPS://evil.example/x", "www.evil.example", "WWW.evil.example",
    "mail a.b@evil.example now",
    "mailto:a@evil.example", "!34", "~bug", "%1", "&5", "$9", "JIRA-123", "*iteration:4", "^alert#5",
    "ftp://evil.example", "xmpp:a@b.c",
    "@\\u{200D}all", "(@all)", "_@all_", "é@all", "@@all", "##12",
  ]

  /// What the services look for in what Markdown became, by their documents: text with its references resolved.
  private let references: [Regex<Substring>] = [
    /@[A-Za-z0-9]/, /#[0-9]/, /(?i)\bgh-[0-9]/, /\b[A-Za-z]+-[0-9]+/, /\b[0-9a-f]{7,40}\b/, /(?i)\b[a-z]+:\/\//,
    /(?i)www\./,
    /(?i)(?:mailto|xmpp):[^ ]*@[A-Za-z0-9]/, /![0-9]/, /~[A-Za-z"]/, /%[A-Za-z0-9"]/, /&[0-9]/, /\$[0-9]/,
    /\*iteration:[0-9]/, /\^alert/,
  ]

  /// Without escapes, as a reader gets it; the markup of our own is left.
  static func rendered(_ markdown: String) -> String {
    markdown.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
      .replacing(/&#([0-9]+);/) { UInt32($0.output.1).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? "" }
      .replacing(/\\([!-\/:-@\[-`{-~])/) { String($0.output.1) }
  }

  @Test(arguments: attacks) func `a review mentions nobody`(attack: String) throws {
    let scratch = try Scratch()
    try scratch.write(
      """
      department d "\(attack)"
      persona p "\(attack)" {
        quote "\(attack)"
        need "\(attack)"
      }
      journey j "\(attack)" {
        persona p
        phase p "P" {
          touchpoint t "\(attack)" owner d feels -1 "\(attack)" { pain "\(attack)" observed }
          touchpoint u "\(attack) too" owner d
        }
        action a "\(attack)" {
          for t
          owner d
        }
      }

      """, to: "w/j.journey")
    let plain = try rendered(with: "Word", in: scratch)
    for arguments in [[], ["--department", "d"], ["--persona", "p"]] {
      let run = try bounded(["review", "w", "--format", "md"] + arguments, in: scratch)
      let text = Self.rendered(run.output)
      // The words are still there, for people.
      #expect(run.status != 2, "\(run.error)")
      for reference in references where !plain.contains(reference) {
        #expect(text.firstMatch(of: reference) == nil, "\(arguments) \(text.firstMatch(of: reference)?.output ?? "")")
      }
    }
  }

  /// The same review without an attack, which shows what is our own.
  private func rendered(with word: String, in scratch: Scratch) throws -> String {
    try scratch.write("journey j \"\(word)\" { phase p \"P\" { touchpoint t \"T\" } }\n", to: "plain/j.journey")
    return Self.rendered(try bounded("review", "plain", "--format", "md", in: scratch).output)
  }

  @Test func `words stay words`() throws {
    let scratch = try Scratch()
    try scratch.write(
      "journey j \"Self-service at 5 % (A–B), well-known\" { phase p \"P\" { touchpoint t \"T\" } }\n",
      to: "w/j.journey")
    #expect(
      try bounded("review", "w", "--format", "md", in: scratch).output.contains(
        "## Self-service at 5 % (A–B), well-known"))
  }
}
