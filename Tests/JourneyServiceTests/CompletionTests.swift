import Foundation
import JourneyKit
import JourneySource
import JourneySyntax
import LanguageServer
import Support
import Testing

@testable import JourneyService

/// What can be written at a place, and nothing else.
@Suite struct CompletionTests {
  private static let shared = """
    department legal "Legal"
    department risk "Risk"
    channel web "Web"
    persona maya "Maya"
    segment young "Young"
    lane law "Law"
    kpi calls "Calls" { unit count better lower }
    journey other "Other" {
      phase p "P" {
        touchpoint start "Starts" { pain slow "Too slow" }
      }
    }

    """

  private static func labels(_ text: String) throws -> [String] {
    let marked = try MarkedWorkspace(("a.journey", text), ("shared.journey", shared))
    return marked.ask("completion")["items"].array?.compactMap { $0["label"].string } ?? []
  }

  /// A journey with the line where the cursor is in its touchpoint.
  private static func inTouchpoint(_ line: String) -> String {
    "journey a \"A\" {\n  phase p \"P\" {\n    touchpoint t \"T\" {\n      \(line)\n    }\n    touchpoint u \"Uses\"\n  }\n}\n"
  }

  private static func inFlow(_ line: String) -> String {
    "journey a \"A\" {\n  phase p \"P\" {\n    touchpoint t \"T\"\n    touchpoint u \"Uses\"\n  }\n  flow {\n    \(line)\n  }\n}\n"
  }

  @Test func `a line begins with the words of its block`() throws {
    #expect(
      try Self.labels("‸") == [
        "journey", "persona", "segment", "channel", "department", "kpi", "feedback", "group", "lane", "action",
        "workspace",
      ])
    #expect(try Self.labels("jour‸").first == "journey")
    let words = try Self.labels(Self.inTouchpoint("importance 5\n      ‸"))
    #expect(
      words.contains("feels") && words.contains("pain") && !words.contains("importance") && !words.contains("phase"))
    #expect(try Self.labels("journey a \"A\" {\n  ph‸\n}\n").contains("phase"))
  }

  @Test(arguments: [
    ("owner ‸", ["legal", "risk"]), ("owner le‸", ["legal", "risk"]), ("owner l‸egal", ["legal", "risk"]),
    ("channel ‸", ["web"]), ("with legal, ‸", ["risk"]), ("persona ‸", ["maya"]), ("segment ‸", ["young"]),
    ("lane ‸", ["law"]), ("opens ‸", ["other"]), ("repeats ‸", ["t", "u", "p"]),
    ("target ‸", ["csat", "effort", "nps", "resolution", "fcr"]), ("feels -1 persona ‸", ["maya"]),
    ("pain \"x\" evidence ‸", ["survey", "interview", "employee", "social", "analytics", "assumption"]),
    ("feels -1 ‸", ["persona", "segment"]), ("backstage \"x\" owner ‸", ["legal", "risk"]),
    ("voice ‸", ["customer", "employee", "social"]), ("volume 12 ‸", ["in"]),
  ])
  func `a value is one of those that fit`(line: String, labels: [String]) throws {
    #expect(try Self.labels(Self.inTouchpoint(line)) == labels)
  }

  @Test(arguments: [
    "# owner ‸", "note \"owner ‸\"", "thinks \"‸", "was ‸", "takes ‸", "touchpoint ‸",
  ])
  func `in prose, comments and names of one's own there is nothing`(line: String) throws {
    #expect(try Self.labels(Self.inTouchpoint(line)) == [])
  }

  @Test(arguments: [
    ("‸", ["as-written", "t", "u", "p", "entry"]), ("t -> ‸", ["t", "u", "p", "exit"]),
    ("t -> u‸", ["t", "u", "p", "exit"]),
    ("t and ‸", ["t", "u", "p", "entry"]), ("t -> u ‸", ["share", "wait", "persona", "segment"]),
    ("t -> u share 5% ‸", ["wait", "persona", "segment"]), ("t -> u persona ‸", ["maya"]),
    ("t -> \"‸\"", ["T", "Uses", "P"]),
    ("t -> u\n    ‸", ["as-written", "t", "u", "p", "entry"]),
  ])
  func `an arrow joins what the journey has`(line: String, labels: [String]) throws {
    let found = try Self.labels(Self.inFlow(line))
    #expect(Set(found) == Set(labels))
  }

  @Test func `what nothing leads to yet comes first`() throws {
    #expect(try Self.labels(Self.inFlow("u -> t\n    t -> ‸")).prefix(2) == ["u", "t"])
  }

  @Test(arguments: [
    ("action x \"X\" {\n  for ‸\n}", ["other", "other/start", "other/p"]), ("action x \"X\" {\n  fixes ‸\n}", ["slow"]),
    ("feedback f \"F\" {\n  answer csat \"Q\" of ‸\n}", ["other", "other/start", "other/p", "workspace"]),
    (
      "feedback f \"F\" {\n  touchpoint \"Topic\" {\n    \"a\" is ‸\n  }\n}",
      ["other", "other/start", "other/p", "ignored"]
    ),
    ("feedback f \"F\" {\n  segment \"Plan\" {\n    \"a\" is ‸\n  }\n}", ["young", "ignored"]),
    ("feedback f \"F\" {\n  answer ‸\n}", ["csat", "effort", "nps", "resolution", "fcr"]),
    ("persona x \"X\" {\n  segment ‸\n}", ["young"]), ("persona x \"X\" segment ‸", ["young"]),
    ("journey b \"B\" {\n  future-of ‸\n}", ["other"]), ("journey b \"B\" {\n  state ‸\n}", ["current", "future"]),
    ("journey b \"B\" {\n  from \"x\" ‸\n}", ["to"]), ("journey b \"B\" {\n  reviewed 2026 ‸\n}", ["by"]),
    (
      "journey b \"B\" {\n  goal g \"G\" {\n    kpi ‸\n  }\n}", ["calls", "csat", "effort", "nps", "resolution", "fcr"]
    ),
    ("workspace \"W\" {\n  language ‸\n}", ["en", "de"]),
  ])
  func `each block knows its own values`(text: String, labels: [String]) throws {
    #expect(try Self.labels(text + "\n") == labels)
  }

  @Test func `a block that is not closed yet is no other`() throws {
    // The brace of the touchpoint is missing: the phase's line ends it all the same.
    let text =
      "journey a \"A\" {\n  phase p \"P\" {\n    touchpoint t \"T\" {\n      owner legal\n  phase q \"Q\" {\n    ‸\n"
    let words = try Self.labels(text)
    #expect(words.contains("touchpoint") && !words.contains("pain"))
  }

  @Test func `an edit takes the whole word, and a title its quotes`() throws {
    let marked = try MarkedWorkspace(("a.journey", Self.inTouchpoint("owner ri‸sk")), ("shared.journey", Self.shared))
    let items = try #require(marked.ask("completion")["items"].array)
    let risk = try #require(items.first { $0["label"] == "risk" })
    #expect(risk["textEdit"]["newText"] == "risk" && risk["filterText"] == "risk Risk" && risk["sortText"] == "000001")
    let text = MarkedWorkspace.edited(marked.text, [risk["textEdit"]])
    #expect(text == marked.text)
    let titled = try MarkedWorkspace(("a.journey", Self.inFlow("t -> \"Us‸")))
    let title = try #require(titled.ask("completion")["items"].array?.first { $0["label"] == "Uses" })
    #expect(MarkedWorkspace.edited(titled.text, [title["textEdit"]]).contains("t -> \"Uses\"\n"))
  }

  @Test func `words come as lines to fill in, but only where the editor can`() throws {
    let text = "‸"
    let snippets = try MarkedWorkspace(("a.journey", text)).ask("completion")["items"].array ?? []
    #expect(snippets.first?["insertTextFormat"] == 2)
    #expect(snippets.first?["textEdit"]["newText"] == "journey ${1:name} \"${2:title}\" {\n\t$0\n}")
    let plain = try MarkedWorkspace(("a.journey", text), capabilities: [:]).ask("completion")["items"].array ?? []
    #expect(plain.first?["insertTextFormat"] == 1 && plain.first?["textEdit"]["newText"] == "journey")
    #expect(snippets.first?["documentation"] == "What a customer goes through, in phases of touchpoints.")
  }

  /// Wherever the cursor is in any text: an answer, and an edit that is within the text.
  @Test(arguments: Golden.cases(in: "diagnostics") + Golden.cases(in: "syntax"))
  func `every place of every file has an answer`(golden: Golden) throws {
    let bytes = try golden.bytes()
    for offset in stride(from: 0, through: bytes.count, by: max(1, bytes.count / 200)) {
      guard let place = WritingPlace(in: bytes, at: offset) else { continue }
      #expect(place.replaced.lowerBound <= max(offset, 3) && place.replaced.upperBound <= bytes.count)
    }
  }

  /// Where a word stands in a clean file, it was among what could be written there.
  @Test func `what is written in the example of all words was offered`() throws {
    let text = try String(contentsOf: Golden.root.appending(path: "docs/everything.journey"), encoding: .utf8)
    let tree = parse(Array(text.utf8), file: FileID(0)).value
    var missed: [String] = []
    for node in tree.nodes {
      guard let keyword = node.keyword, let place = WritingPlace(in: Array(text.utf8), at: Int(keyword.span.end)) else {
        continue
      }
      let isOffered = place.expectations.contains { expectation in
        if case .word(let word, _) = expectation { word.keyword == keyword.value } else { false }
      }
      if !isOffered { missed.append("\(keyword.value.rawValue) at \(keyword.span.start)") }
    }
    #expect(missed == [])
  }
}
