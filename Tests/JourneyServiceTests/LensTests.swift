import Foundation
import JourneyKit
import LanguageServer
import Support
import Testing

@testable import JourneyService

/// What is above declarations, which journeys belong together, and how lines begin.
@Suite struct LensTests {
  @Test func `above a journey is how much there is of it, and above an action what it did`() throws {
    let path = Golden.root.appending(path: "journeys/airport/airport.journey").resolvingSymlinksInPath().path
    let client = EditorClient([Golden.root.appending(path: "journeys").resolvingSymlinksInPath().path])
    client.session.startPreview = { _ in "http://localhost/" }
    let text = try String(contentsOfFile: path, encoding: .utf8)
    client.open(path, text)
    let lenses = client.ask("textDocument/codeLens", ["textDocument": ["uri": EditorClient.address(path)]]).array ?? []
    let titles = lenses.compactMap { $0["command"]["title"].string }
    #expect(titles.contains("Open the map"))
    #expect(titles.contains { $0.hasPrefix("5 phases · 20 touchpoints") })
    let map = lenses.first { $0["command"]["title"] == "Open the map" }
    #expect(map?["command"]["command"] == "waymark.preview")
    let line = map?["range"]["start"]["line"].integer ?? 0
    #expect(text.components(separatedBy: "\n")[line].hasPrefix("journey "))
    #expect(titles.contains { $0.contains("expected: ") || $0.contains("observed: ") }, "\(titles)")
  }

  @Test func `without a preview nothing opens a map`() throws {
    let marked = try MarkedWorkspace(("a.journey", "‸journey a \"A\" {\n  phase p \"P\" { touchpoint t \"T\" }\n}\n"))
    let lenses = marked.ask("codeLens").array ?? []
    #expect(lenses.map { $0["command"]["title"] } == ["1 phase · 1 touchpoint"])
    #expect(lenses.first?["command"]["command"] == "")
  }

  @Test func `a journey leads to what is planned instead of it, and back`() throws {
    let marked = try MarkedWorkspace(
      ("a.journey", "journey no‸w \"Now\" {\n  phase p \"P\" { touchpoint t \"T\" }\n}\n"),
      (
        "b.journey",
        "journey then \"Then\" {\n  state future\n  future-of now\n  phase p \"P\" { touchpoint t \"T\" }\n}\n"
      ))
    let item = try #require(marked.ask("prepareTypeHierarchy").array?.first)
    #expect(item["name"] == "Now" && item["detail"] == "now")
    let later = marked.client.ask("typeHierarchy/subtypes", ["item": item]).array ?? []
    #expect(later.map { $0["name"] } == ["Then"])
    #expect(marked.client.ask("typeHierarchy/supertypes", ["item": item]) == [])
    #expect(marked.client.ask("typeHierarchy/supertypes", ["item": later[0]]).array?.map { $0["name"] } == ["Now"])
    let none = try MarkedWorkspace(("a.journey", "journey now \"Now\" { phase p‸ \"P\" {} }\n"))
    #expect(none.ask("prepareTypeHierarchy").isNull)
  }

  @Test(arguments: [
    (
      "journey a \"A\" {\n  phase p \"P\" {\n    x\n    }‸\n}\n", "}",
      "journey a \"A\" {\n  phase p \"P\" {\n    x\n  }\n}\n"
    ),
    ("journey a \"A\" {\n}‸\n", "}", nil),
    ("journey a \"A\" {\nphase p \"P\"\n‸}\n", "\n", "journey a \"A\" {\n  phase p \"P\"\n}\n"),
    // The cursor is where the edit would end.
    ("journey a \"A\" {\n    ‸}\n", "}", nil),
    ("journey a \"A\" {\n  note \"\"\"\n x\n ‸\"\"\"\n}\n", "\n", nil),
    ("journey a \"A\" {\n\n‸\n", "\n", nil),
    ("x‸", "x", nil),
  ])
  func `a line begins as its block does while one types`(text: String, typed: String, then: String?) throws {
    let marked = try MarkedWorkspace(("a.journey", text))
    let edits = marked.ask("onTypeFormatting", [("ch", .string(typed)), ("options", [:])]).array ?? []
    #expect(MarkedWorkspace.edited(marked.text, edits) == then ?? marked.text)
  }

  @Test func `several ranges are formatted at once`() throws {
    let marked = try MarkedWorkspace(
      ("a.journey", "‸channel  web \"Web\"\nchannel  ok \"Ok\"\n\nchannel  app \"App\"\n"))
    let line = { (line: Int) -> JSONValue in
      ["start": ["line": .integer(line), "character": 0], "end": ["line": .integer(line), "character": 3]]
    }
    let edits = marked.ask("rangesFormatting", [("ranges", [line(0), line(3)]), ("options", [:])]).array ?? []
    let edited = MarkedWorkspace.edited(marked.text, edits)
    #expect(edited.contains("channel web") && edited.contains("channel app"))
  }

  @Test func `a finding or a word is explained, and nothing else is done`() throws {
    let marked = try MarkedWorkspace(("a.journey", "‸journey a \"A\" {}\n"))
    let run = { (name: String, arguments: JSONValue) in
      marked.client.answer("workspace/executeCommand", ["command": .string(name), "arguments": arguments])
    }
    #expect(run("waymark.explain", ["unknown-channel"])["result"].string?.hasPrefix("# unknown-channel") == true)
    #expect(!run("waymark.explain", ["what"])["error"].isNull && !run("waymark.explain", [])["error"].isNull)
    #expect(!run("waymark.showOnMap", [])["error"].isNull && !run("rm", [])["error"].isNull)
  }

  @Test func `the touchpoint at the cursor is shown on the map`() throws {
    let marked = try MarkedWorkspace(
      ("a.journey", "journey a \"A\" {\n  phase p \"P\" { touchpoint t‸ \"T\" }\n}\n"))
    marked.client.session.startPreview = { _ in "http://localhost/" }
    let address = EditorClient.address(marked.path)
    let run = { (line: Int) in
      marked.client.answer(
        "workspace/executeCommand",
        ["command": "waymark.showOnMap", "arguments": [address, ["line": .integer(line), "character": 30]]])
    }
    #expect(run(1)["error"].isNull)
    #expect(marked.client.session.pointed == MapPlace(journey: "a", touchpoint: "t"))
    #expect(!run(0)["error"].isNull, "there is none")
  }
}
