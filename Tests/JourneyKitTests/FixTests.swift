import JourneySource
import Support
import Testing

@testable import JourneyKit

/// A finding that names the text to type carries the edit, and the edit is right.
@Suite struct FixTests {
  private static func texts(_ sources: WorkspaceFiles) -> [String] {
    sources.files.map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  private static func applied(_ fix: Fix, to sources: WorkspaceFiles) -> WorkspaceFiles {
    var sources = sources
    for file in Set(fix.edits.map { Int($0.span.file.index) }).sorted() {
      let edits = fix.edits.filter { Int($0.span.file.index) == file }
      sources.files[file] = SourceFile(
        path: sources.files[file].path, bytes: sources.files[file].bytes.edited(by: edits).bytes)
    }
    return sources
  }

  /// The findings of a workspace that have a fix, each with what is found when it is made.
  private static func expectRight(_ sources: WorkspaceFiles, _ comment: String) {
    let found = Waymark.check(sources)
    for finding in found.diagnostics {
      guard let fix = finding.fix else { continue }
      let after = applied(fix, to: sources)
      let left = Waymark.check(after)
      let isGone =
        left.diagnostics.count { $0.message == finding.message }
        < found.diagnostics.count { $0.message == finding.message }
      #expect(isGone, "\(comment): \(finding.message) is still there after \(fix.title):\n\(texts(after)[0])")
      #expect(
        left.errors <= found.errors,
        "\(comment): \(fix.title) makes\n\(left.withoutNotes.printed(as: .text))\(texts(after)[0])")
      #expect(!fix.title.isEmpty && !fix.edits.isEmpty)
    }
  }

  @Test(arguments: Rule.catalog.filter { $0.exampleSources($0.example) != nil })
  func `a fix of a rule's example makes the finding go`(rule: Rule) throws {
    Self.expectRight(try #require(rule.exampleSources(rule.example)), rule.code)
  }

  @Test func `rules whose help names the text have a fix`() throws {
    let fixed = Rule.catalog.filter { rule in
      guard let sources = rule.exampleSources(rule.example) else { return false }
      return Waymark.check(sources).diagnostics.contains { $0.rule.code == rule.code && $0.fix != nil }
    }
    #expect(
      fixed.map(\.code) == [
        "bad-name", "missing-comma", "out-of-range", "own-line", "unknown-channel", "unknown-choice",
        "unknown-department", "unknown-finding", "unknown-goal", "unknown-group", "unknown-lane", "unknown-persona",
        "unknown-remark", "unknown-segment",
        "unknown-touchpoint", "unknown-word", "unnamed-touchpoint", "unquoted-text",
      ])
  }

  @Test func `what stands in the wrong place is one finding each, which moves it`() throws {
    let text = #"""
      workspace "W"
      journey a "A" {
        owner it
        phase p "P" {
          touchpoint t "T" owner it {
            pain "x"
            phase q "Q" {
              touchpoint u "U" owner it
            }
          }
        }
        feedback f "F" {
          file "x.csv"
          period 2026
          answer csat "A" of a/t scale 1..5
        }
        persona maya "Maya" {
          quote """
            Two
              lines
            """
        }
        flow { as-written }
      }

      """#
    var sources = WorkspaceFiles([("a.journey", text)])
    let found = Waymark.check(sources).withoutNotes.diagnostics
    #expect(
      found.map(\.rule.code) == ["misplaced-word", "misplaced-word", "misplaced-word"], "\(found.map(\.message))")
    #expect(found.allSatisfy { $0.fix != nil && $0.fix?.isSafe == false })
    for _ in 0..<3 {
      let fix = try #require(Waymark.check(sources).diagnostics.lazy.compactMap(\.fix).first)
      sources = Self.applied(fix, to: sources)
    }
    let left = Waymark.check(sources).withoutNotes
    #expect(left.errors == 0, "\(left.printed(as: .text))\(Self.texts(sources)[0])")
    let moved = Self.texts(sources)[0]
    #expect(
      moved.contains("\nfeedback f \"F\" {\n  file \"x.csv\"\n")
        && moved.contains("\n  phase q \"Q\" {\n    touchpoint u"))
    #expect(moved.contains("\npersona maya \"Maya\" {\n  quote") && moved.contains("\n  persona maya\n"))
  }

  private static func journey(_ line: String) -> WorkspaceFiles {
    WorkspaceFiles([
      (
        "coffee.journey",
        """
        persona anna "Anna"
        persona tom "Tom"
        department shop "Shop"
        department bar "Bar"
        channel web "Web"
        channel phone "Phone"
        journey coffee "Buying a coffee" {
          phase order "Order" {
            touchpoint queue "Queues" owner shop {
              \(line)
            }
            touchpoint pay "Pays" owner shop
          }
          action one "One" {
            for pay
            owner shop
            due 31.12.2026
          }
        }

        """
      )
    ])
  }

  /// What is typed, and what stands there when everything is fixed that is safe.
  private static let safe = [
    ("feels anna 0", "feels 0 persona anna"),
    ("feels lena: -1 \"Two weeks?\"", nil), ("feels anna: -1 \"Why?\"", "feels -1 \"Why?\" persona anna"),
    ("channel phone/web", "channel phone, web"), ("channel phone web", "channel phone, web"),
    ("with department bar", "with bar"), ("takes 3 days", "takes 3d"), ("takes 15min", "takes 15m"),
    ("takes 5d..3d", "takes 3d..5d"), ("volume 12000 in 2026-9", "volume 12000 in 2026-09"),
    ("pain Nobody answers", "pain \"Nobody answers\""), ("target csat > 80%", "target csat >= 80%"),
    ("idea Say \\ how long", nil),
  ]

  @Test(arguments: safe.indices) func `what has one meaning is typed`(index: Int) throws {
    let (typed, fixed) = Self.safe[index]
    let sources = Self.journey(typed)
    Self.expectRight(sources, typed)
    let fixing = Waymark.fix([sources])
    let text = try #require(fixing.files.first).text
    #expect(text.contains("due 2026-12-31"))
    if let fixed { #expect(text.contains("      \(fixed)\n"), "\(text)") }
    #expect(fixing.files.count == 1 && fixing.count >= 1)
    #expect(fixing.summary.hasPrefix("fixed \(fixing.count) finding"))
    // What was fixed needs no fixing.
    let again = Waymark.fix([WorkspaceFiles([("coffee.journey", text)])])
    #expect(again.files.isEmpty && again.count == 0 && again.findings.errors == fixing.findings.errors)
  }

  @Test(arguments: [
    "chanel web", "channel wbe", "feels happy", "importance 9", "state to-be", "volume 12.5", "with shopp",
    "feels 0 anna",
  ])
  func `what was merely meant is not typed, and may be chosen`(typed: String) throws {
    let sources = Self.journey(typed)
    Self.expectRight(sources, typed)
    let fixing = Waymark.fix([sources])
    #expect(try #require(fixing.files.first).text.contains("      \(typed)\n"))
    #expect(fixing.findings.diagnostics.contains { $0.fix?.isSafe == false })
  }

  @Test func `only files that are reported are changed, and tallies never`() throws {
    var sources = Self.journey("takes 3 days")
    sources.reported = []
    #expect(Waymark.fix([sources]).files.isEmpty)
  }

  @Test func `programs are told`() throws {
    let json = Waymark.check(Self.journey("channel wbe")).printed(as: .json)
    #expect(json.contains("\"safe\": false") && json.contains("\"text\": \"web\""))
    #expect(json.contains("\"title\": \"write \\\"2026-12-31\\\"\"") && json.contains("\"safe\": true"))
    let sarif = Waymark.check(Self.journey("channel wbe")).printed(as: .sarif)
    #expect(sarif.contains("\"insertedContent\"") && sarif.contains("\"deletedRegion\""))
  }

  @Test func `edits that overlap are not both made`() {
    let span = { (start: Int, end: Int) in Span(FileID(0), start, end) }
    let edited = Array("abcdef".utf8).edited(by: [
      .init(span(3, 5), "Y"), .init(span(1, 4), "X"), .init(span(6, 6), "!"), .init(span(9, 12), "Z"),
    ])
    #expect(String(decoding: edited.bytes, as: UTF8.self) == "aXef!" && edited.made == 2)
  }
}
