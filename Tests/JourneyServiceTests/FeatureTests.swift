import Foundation
import JourneyKit
import JourneySource
import LanguageServer
import Support
import Testing

@testable import JourneyService

/// What an editor shows of a file.
@Suite struct FeatureTests {
  private static let text = """
    # Two lines
    # of remarks
    journey apply "Applying" {
      phase one "One" {
        touchpoint form "Fills in" channel web owner digital {
          was sheet
          feels -1 "Long"
        }
        touchpoint send "Sends"
      }
      flow {
        form -> send share 40%
        form -> exit "gives up"
      }
    }

    """

  private static func at(_ mark: String) throws -> MarkedWorkspace {
    try MarkedWorkspace(("a.journey", text.replacing(mark.replacing("‸", with: ""), with: mark, maxReplacements: 1)))
  }

  @Test func `a name leads to its declaration, from wherever it stands`() throws {
    let lines = { (mark: String) in
      try Self.at(mark).ask("definition").array?.map { "\($0["range"]["start"]["line"].integer ?? -1)" } ?? []
    }
    #expect(try lines("fo‸rm -> send") == ["4"])
    #expect(try lines("-> send‸ share") == ["8"])
    #expect(try lines("touchpoint fo‸rm") == ["4"], "on a declaration, itself")
    #expect(try lines("was she‸et") == ["4"])
    #expect(try lines("owner dig‸ital") == ["4"], "a sketched name: its first use")
    #expect(try lines("fee‸ls") == [])
  }

  @Test func `every use is found, with and without the declaration`() throws {
    let marked = try Self.at("fo‸rm -> send")
    let count = { (isIncluded: Bool) in
      marked.ask("references", [("context", ["includeDeclaration": .bool(isIncluded)])]).array?.count
    }
    #expect(count(true) == 4 && count(false) == 3)
    #expect(marked.ask("documentHighlight").array?.map { $0["kind"] } == [3, 2, 2, 2])
    #expect(try Self.at("40‸%").ask("references", [("context", ["includeDeclaration": true])]) == [])
  }

  @Test func `hovering says what is known`() throws {
    let form = try Self.at("fo‸rm -> send").ask("hover")
    let value = try #require(form["contents"]["value"].string)
    #expect(form["contents"]["kind"] == "markdown")
    for part in [
      "**Fills in**", "touchpoint form · phase One · web · owner digital", "was sheet", "not measured here",
      "to: Sends 40%, gives up",
    ] {
      #expect(value.contains(part), "\(part) in \(value)")
    }
    #expect(form["range"]["end"]["character"].integer == 8)
    let word = try #require(try Self.at("fee‸ls").ask("hover")["contents"]["value"].string)
    #expect(word.hasPrefix("**feels**") && word.contains("For example:"))
    #expect(try Self.at("\"Lo‸ng\"").ask("hover").isNull)
    let plain = try MarkedWorkspace(("a.journey", "journey a‸ \"*A*\" {}\n"), capabilities: [:]).ask("hover")
    #expect(plain["contents"]["kind"] == "plaintext" && plain["contents"]["value"].string?.hasPrefix("*A*\n") == true)
    let escaped = try MarkedWorkspace(("a.journey", "journey a‸ \"*A* <b>\" {}\n")).ask("hover")
    #expect(escaped["contents"]["value"].string?.hasPrefix("**\\*A\\* &lt;b&gt;**") == true)
  }

  @Test func `a mistake says why it is one`() throws {
    let hover = try MarkedWorkspace(
      ("a.journey", "channel web \"Web\"\njourney a \"A\" {\n  phase p \"P\" { touchpoint t \"T\" channel wb‸e }\n}\n"))
    let value = try #require(hover.ask("hover")["contents"]["value"].string)
    #expect(value.hasPrefix("**") && value.contains("channel") && value.contains("\n\n"))
  }

  @Test(
    arguments: [
      ("feels ‸", "feels NUMBER [\"TEXT\"] [persona …] [segment …]", 0),
      ("feels -1 ‸", "feels NUMBER [\"TEXT\"] [persona …] [segment …]", 1),
      ("target ‸", "target csat|effort|nps|resolution|fcr COMPARISON", 0),
      ("target csat ‸", "target csat|effort|nps|resolution|fcr COMPARISON", 1),
      ("owner ‸", "owner DEPARTMENT", 0), ("optional ‸", nil, 0), ("owner digital ‸", nil, 0), ("‸", nil, 0),
      ("note \"a‸\"", nil, 0),
    ] as [(String, String?, Int)])
  func `a line says what it still expects`(line: String, label: String?, current: Int) throws {
    let marked = try MarkedWorkspace(
      ("a.journey", "journey a \"A\" {\n  phase p \"P\" {\n    touchpoint t \"T\" {\n      \(line)\n    }\n  }\n}\n"))
    let help = marked.ask("signatureHelp")
    let signature = help["signatures"].array?.first ?? .null
    #expect(signature["label"].string == label)
    #expect(label == nil || help["activeParameter"].integer == current)
    for part in signature["parameters"].array ?? [] { #expect(label?.contains(part["label"].string ?? "?") == true) }
  }

  @Test func `symbols have titles as names`() throws {
    let marked = try Self.at("‸journey")
    let symbols = marked.ask("documentSymbol").array ?? []
    #expect(symbols.map { $0["name"] } == ["Applying"])
    let inner = symbols[0]["children"].array ?? []
    #expect(inner.map { $0["name"] } == ["One", "flow"])
    #expect(inner[0]["children"].array?.map { $0["detail"] } == ["form", "send"])
    #expect(symbols[0]["range"]["end"]["line"] == 14)
    let found = { (query: String) in
      marked.client.ask("workspace/symbol", ["query": .string(query)]).array?.compactMap { $0["name"].string } ?? []
    }
    #expect(found("fil") == ["Fills in"] && found("FRM") == ["Fills in"] && found("zzz") == [])
    #expect(found("").contains("Applying"))
    let flat = try MarkedWorkspace(("a.journey", Self.text.replacing("# Two", with: "# ‸Two")), capabilities: [:])
    #expect(
      flat.ask("documentSymbol").array?.map { $0["containerName"].string } == [
        nil, "Applying", "One", "One", "Applying",
      ])
  }

  @Test func `blocks and remarks fold`() throws {
    let folds = try Self.at("‸journey").ask("foldingRange").array ?? []
    #expect(
      folds.map { "\($0["startLine"].integer ?? 0)-\($0["endLine"].integer ?? 0)" } == [
        "0-1", "2-13", "3-8", "4-6", "10-12",
      ])
    #expect(folds.first?["kind"] == "comment")
  }

  @Test func `a selection grows from the word to the file`() throws {
    let marked = try Self.at("dig‸ital {")
    var range = marked.ask("selectionRange", [("positions", [marked.position])]).array?.first ?? .null
    var sizes: [String] = []
    while !range.isNull {
      let (start, end) = (range["range"]["start"], range["range"]["end"])
      sizes.append("\(start["line"].integer ?? 0)-\(end["line"].integer ?? 0)")
      range = range["parent"]
    }
    #expect(sizes == ["4-4", "4-4", "4-4", "4-7", "3-9", "2-14", "0-15"])
  }

  @Test func `tokens are in order, and each name has its colour`() throws {
    let marked = try Self.at("‸journey")
    let data = marked.ask("semanticTokens/full")["data"].array?.compactMap(\.integer) ?? []
    let lines = marked.text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf16) }
    var (line, character) = (0, 0)
    var tokens: [String] = []
    for index in stride(from: 0, to: data.count, by: 5) {
      if data[index] > 0 { (line, character) = (line + data[index], 0) }
      character += data[index + 1]
      let text = String(decoding: lines[line][character..<character + data[index + 2]], as: UTF16.self)
      tokens.append(
        "\(text):\(ColouredToken.TokenColour.allCases[data[index + 3]])\(data[index + 4] == 0 ? "" : "+\(data[index + 4])")"
      )
    }
    #expect(
      tokens.prefix(8) == [
        "# Two lines:comment", "# of remarks:comment", "journey:keyword", "apply:namespace+1", "\"Applying\":string",
        "phase:keyword", "one:class+1", "\"One\":string",
      ])
    for token in [
      "form:event+1", "sheet:event+2", "web:type+1", "->:operator", "40%:number", "exit:keyword", "send:event",
    ] {
      #expect(tokens.contains(token), "\(token)")
    }
    let part = marked.ask(
      "semanticTokens/range", [("range", ["start": ["line": 2, "character": 0], "end": ["line": 2, "character": 9]])])
    #expect(part["data"].array?.compactMap(\.integer) == [2, 0, 7, 0, 0, 0, 8, 5, 5, 1])
  }

  @Test func `formatting changes the lines that differ, and no others`() throws {
    let marked = try MarkedWorkspace(("a.journey", "‸journey a \"A\" {\n   owner  x\n  state future\n}\n\n\n# end\n"))
    let edits = marked.ask("formatting", [("options", [:])]).array ?? []
    #expect(edits.count == 2 && edits.allSatisfy { $0["range"]["start"]["line"].integer != 0 })
    #expect(MarkedWorkspace.edited(marked.text, edits) == "journey a \"A\" {\n  owner x\n  state future\n}\n\n# end\n")
    #expect(try MarkedWorkspace(("a.journey", "‸journey a \"A\" {\n")).ask("formatting", [("options", [:])]).isNull)
    #expect(try MarkedWorkspace(("a.journey", "‸journey a \"A\" {}\n")).ask("formatting", [("options", [:])]) == [])
  }

  @Test func `a finding has its fix, and all safe ones are one`() throws {
    let marked = try MarkedWorkspace(
      (
        "a.journey",
        "‸channel web \"Web\"\njourney a \"A\" {\n  owner: digital\n  phase p \"P\" {\n    touchpoint t T channel wbe\n  }\n}\n"
      ))
    let everywhere: JSONValue = ["start": ["line": 0, "character": 0], "end": ["line": 9, "character": 0]]
    let ask = { (only: JSONValue) in
      marked.ask("codeAction", [("range", everywhere), ("context", ["diagnostics": [], "only": only])]).array ?? []
    }
    let fixes = ask(["quickfix"])
    let likely = try #require(fixes.first { $0["title"] == "Write \"web\"" })
    #expect(try marked.applying(likely["edit"])["a.journey"]?.contains("channel web\n") == true)
    let declared = try #require(fixes.first { $0["title"] == "Declare channel \"wbe\"" })
    #expect(
      try marked.applying(declared["edit"])["a.journey"]?.hasPrefix("channel web \"Web\"\nchannel wbe \"Wbe\"\n")
        == true)
    let all = ask(["source"])
    #expect(all.map { $0["kind"] } == ["source.fixAll.waymark"])
    #expect(try marked.applying(all[0]["edit"])["a.journey"]?.contains("touchpoint t \"T\" channel") == true)
    #expect(ask(["refactor"]) == [])
    #expect(
      try MarkedWorkspace(("a.journey", "‸"), capabilities: [:]).client.received.first?["result"]["capabilities"][
        "codeActionProvider"
      ].isNull == true)
  }

  /// Nothing of all this needs a file that is as it should be.
  @Test(arguments: Golden.cases(in: "diagnostics") + Golden.cases(in: "syntax") + Golden.cases(in: "model"))
  func `every file has an answer to every question`(golden: Golden) throws {
    let text = String(decoding: try golden.bytes(), as: UTF8.self)
    let client = EditorClient([])
    let path = "/none/golden.journey"
    client.open(path, text)
    let document: JSONValue = ["uri": EditorClient.address(path)]
    for method in ["documentSymbol", "foldingRange", "semanticTokens/full", "formatting"] {
      #expect(client.answer("textDocument/\(method)", ["textDocument": document])["error"].isNull)
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for line in stride(from: 0, to: lines.count, by: max(1, lines.count / 12)) {
      let position: JSONValue = ["line": .integer(line), "character": .integer(lines[line].utf16.count * 2 / 3)]
      for method in ["completion", "hover", "definition", "documentHighlight", "prepareRename"] {
        let answer = client.answer("textDocument/\(method)", ["textDocument": document, "position": position])
        #expect(answer["error"].isNull && answer["id"].integer != nil)
      }
      let selection = client.ask("textDocument/selectionRange", ["textDocument": document, "positions": [position]])
      #expect(selection.array?.count == 1)
    }
  }
}
