import Foundation
import JourneyKit
import LanguageServer
import Support
import Testing

@testable import JourneyService

/// What is shown beside the text.
@Suite struct MarginTests {
  private static let whole: JSONValue = ["start": ["line": 0, "character": 0], "end": ["line": 9999, "character": 0]]

  private static func airport() throws -> (client: EditorClient, document: JSONValue) {
    let path = Golden.root.appending(path: "journeys/airport/airport.journey").resolvingSymlinksInPath().path
    let client = EditorClient([Golden.root.appending(path: "journeys").resolvingSymlinksInPath().path])
    client.open(path, try String(contentsOfFile: path, encoding: .utf8))
    return (client, ["uri": EditorClient.address(path)])
  }

  @Test func `a measured touchpoint has its figure at the end of its line`() throws {
    let (client, document) = try Self.airport()
    let hints = client.ask("textDocument/inlayHint", ["textDocument": document, "range": Self.whole]).array ?? []
    #expect(hints.count == 18, "the map says 18 of 20")
    let labels = hints.compactMap { $0["label"].string }
    // As on the map: docs/airport.svg.
    #expect(labels.contains("csat 58% · n 2,421") && labels.contains("effort 83% · n 2,407"))
    #expect(hints.allSatisfy { $0["tooltip"].string?.contains("with 95% confidence") == true })
    let some = client.ask(
      "textDocument/inlayHint",
      [
        "textDocument": document,
        "range": ["start": ["line": 0, "character": 0], "end": ["line": 60, "character": 0]],
      ])
    #expect((1..<hints.count).contains(some.array?.count ?? 0), "only those asked for")
  }

  @Test func `hovering has the figures of the map`() throws {
    let (client, document) = try Self.airport()
    let text = try #require(client.session.documents.values.first.map { String(decoding: $0.bytes, as: UTF8.self) })
    let line = try #require(text.components(separatedBy: "\n").firstIndex { $0.contains("\"Eats at a restaurant\"") })
    let hover =
      client.ask(
        "textDocument/hover",
        ["textDocument": document, "position": ["line": .integer(line), "character": 18]])["contents"]["value"].string
      ?? ""
    #expect(hover.contains("n 2,421") && hover.contains("priority 1") && hover.contains("between"), "\(hover)")
  }

  @Test func `what is planned or not measured has none`() throws {
    let marked = try MarkedWorkspace(("a.journey", "‸journey a \"A\" {\n  phase p \"P\" { touchpoint t \"T\" }\n}\n"))
    #expect(marked.ask("inlayHint", [("range", Self.whole)]) == [])
    #expect(marked.ask("documentLink") == [])
  }

  @Test func `a link is one that the map has`() throws {
    let marked = try MarkedWorkspace(
      (
        "a.journey",
        "‸journey a \"A\" {\n  link \"https://a.example/x\" \"X\"\n  link \"javascript:x\"\n  link \"#place\"\n  link 3\n}\n"
      ))
    let links = marked.ask("documentLink").array ?? []
    #expect(links.map { $0["target"] } == ["https://a.example/x"])
    #expect(links.first?["range"]["start"] == ["line": 1, "character": 7])
  }

  @Test func `only the lines within a range are formatted`() throws {
    let marked = try MarkedWorkspace(
      ("a.journey", "‸channel  web \"Web\"\nchannel ok \"Ok\"\nchannel  app \"App\"\n"))
    let range: JSONValue = ["start": ["line": 2, "character": 3], "end": ["line": 2, "character": 4]]
    let edits = marked.ask("rangeFormatting", [("range", range), ("options", [:])]).array ?? []
    #expect(
      MarkedWorkspace.edited(marked.text, edits) == "channel  web \"Web\"\nchannel ok \"Ok\"\nchannel app \"App\"\n")
  }

  @Test func `the ways of customers lead in and out, and into other journeys`() throws {
    let marked = try MarkedWorkspace(
      (
        "a.journey",
        """
        journey a "A" {
          phase p "P" {
            touchpoint form "Fills in"
            touchpoint call "Calls" opens b
            touchpoint send "Sends"
          }
          flow {
            fo‸rm -> call share 30%
            form -> send
            call -> form
          }
        }

        """
      ), ("b.journey", "journey b \"B\" {\n  phase p \"P\" { touchpoint first \"Starts\" }\n}\n"))
    let item = try #require(marked.ask("prepareCallHierarchy").array?.first)
    #expect(item["name"] == "Fills in" && item["detail"] == "A")
    let ask = { (way: String, item: JSONValue) in
      marked.client.ask("callHierarchy/\(way)Calls", ["item": item]).array ?? []
    }
    let out = ask("outgoing", item)
    #expect(out.map { $0["to"]["name"] } == ["Calls", "Sends"])
    #expect(out.first?["to"]["detail"] == "A 30%" && out.first?["fromRanges"].array?.first?["start"]["line"] == 7)
    #expect(ask("incoming", item).map { $0["from"]["name"] } == ["Calls"])
    let further = ask("outgoing", out[0]["to"])
    #expect(further.map { $0["to"]["name"] } == ["Fills in", "Starts"])
    #expect(ask("incoming", further[1]["to"]).map { $0["from"]["name"] } == ["Calls"])
    let none = try MarkedWorkspace(("a.journey", "journey a‸ \"A\" {}\n"))
    #expect(none.ask("prepareCallHierarchy").isNull)
  }
}
