import Foundation
import LanguageServer
import Support
import Testing

@testable import JourneyService

/// What the protocol promises, whatever an editor does.
@Suite struct SessionTests {
  @Test func `a request that nobody knows is answered, and a notification passed over`() throws {
    let client = EditorClient([])
    #expect(client.answer("textDocument/inlineValue", [:])["error"]["code"] == -32601)
    let count = client.received.count
    client.tell("$/setTrace", ["value": "off"])
    client.tell("textDocument/never", .null)
    #expect(client.received.count == count)
    #expect(client.answer("initialize", [:])["error"]["code"] == -32600)
  }

  @Test func `before the beginning and after the end nothing is done`() {
    let session = LanguageSession()
    let ask = { (method: String) in
      session.receive([Array("{\"id\":7,\"method\":\"\(method)\"}".utf8)]).first ?? .null
    }
    #expect(ask("textDocument/hover")["error"]["code"] == -32002)
    #expect(ask("initialize")["result"]["serverInfo"]["name"] == "waymark")
    #expect(ask("shutdown")["error"].isNull)
    #expect(ask("textDocument/hover")["error"]["code"] == -32600)
    _ = session.receive([Array("{\"method\":\"exit\"}".utf8)])
    #expect(session.exitStatus == 0)
    let rude = LanguageSession()
    _ = rude.receive([Array("{\"method\":\"exit\"}".utf8)])
    #expect(rude.exitStatus == 1)
  }

  @Test func `what was taken back is not worked on`() {
    let client = EditorClient([])
    let sent = client.send([
      ["id": "a", "method": "workspace/symbol", "params": ["query": ""]],
      ["method": "$/cancelRequest", "params": ["id": "a"]], ["id": "b", "method": "workspace/symbol", "params": [:]],
    ])
    #expect(sent.map { $0["error"]["code"].integer } == [-32800, nil])
    #expect(
      client.session.receive([Array("{".utf8), Array("[]".utf8)]).map { $0["error"]["code"] } == [-32700, -32600])
  }

  @Test(arguments: [("utf-8", 16), ("utf-16", 14), ("utf-32", 13)])
  func `places are counted as the editor counts`(encoding: String, start: Int) throws {
    let scratch = try Scratch()
    let path = scratch.folder.resolvingSymlinksInPath().path + "/a.journey"
    let client = EditorClient(
      [scratch.folder.path], ["general": ["positionEncodings": ["utf-7", .string(encoding), "utf-16"]]])
    client.open(path, "channel w \"😀\"  nonsense\n")
    client.pause()
    let finding = client.findings[FileAddress.address(of: path)]?.first
    #expect(finding?["range"]["start"]["character"].integer == start + 2)
    // The same place the other way round.
    client.change(
      path,
      [
        "range": [
          "start": ["line": 0, "character": .integer(start)], "end": ["line": 0, "character": .integer(start + 10)],
        ], "text": "",
      ])
    #expect(client.session.documents[path].map { String(decoding: $0.bytes, as: UTF8.self) } == "channel w \"😀\"\n")
  }

  @Test func `an edit beyond the text is made at its end`() throws {
    let client = EditorClient([])
    client.open("/none/a.journey", "one")
    client.change(
      "/none/a.journey",
      ["range": ["start": ["line": 99, "character": 5], "end": ["line": 0, "character": -1]], "text": "x"],
      ["range": ["start": ["line": 0, "character": 1], "end": ["line": 0, "character": 99]], "text": "!"],
      ["range": ["start": [:], "end": "no"], "text": "?"], ["no": 1])
    #expect(client.session.documents["/none/a.journey"].map { String(decoding: $0.bytes, as: UTF8.self) } == "?x!")
    client.change("/none/a.journey", ["text": "whole"])
    #expect(client.session.documents["/none/a.journey"].map { String(decoding: $0.bytes, as: UTF8.self) } == "whole")
    client.change("/none/b.journey", ["text": "never opened"])
    #expect(client.session.documents.count == 1)
  }

  @Test func `findings come and go with the texts`() throws {
    let scratch = try Scratch()
    try scratch.write("department legal \"Legal\"\n", to: "shared.journey")
    let folder = scratch.folder.resolvingSymlinksInPath().path
    let client = EditorClient([folder])
    let (own, other) = ("\(folder)/a b.journey", "\(folder)/shared.journey")
    let address = FileAddress.address(of: own)
    client.open(own, "journey a \"A\" { owner lega }\n")
    client.pause()
    #expect(address.hasSuffix("/a%20b.journey"))
    #expect(client.findings[address]?.contains { $0["code"] == "unknown-department" } == true)
    client.change(own, ["text": "journey a \"A\" { owner legal }\n"])
    client.pause()
    #expect(client.findings[address]?.contains { $0["code"] == "unknown-department" } == false)
    // Another file's unsaved text breaks it, and closing that brings the disk's back.
    client.open(other, "department risk \"Risk\"\n")
    client.pause()
    #expect(client.findings[address]?.contains { $0["code"] == "unknown-department" } == true)
    client.close(other)
    client.pause()
    #expect(client.findings[address]?.contains { $0["code"] == "unknown-department" } == false)
    // A file that is gone takes its findings along.
    client.close(own)
    client.pause()
    #expect(client.findings[address] == [])
    let count = client.received.count
    client.pause()
    #expect(client.received.count == count, "nothing new is not told again")
  }

  @Test func `an editor that asks for findings is not told them as well`() throws {
    let scratch = try Scratch()
    let folder = scratch.folder.resolvingSymlinksInPath().path
    let client = EditorClient(
      [folder], ["textDocument": ["diagnostic": [:]], "workspace": ["diagnostics": ["refreshSupport": true]]])
    let path = "\(folder)/a.journey"
    client.open(path, "journey a \"A\" { owner 3 }\n")
    client.pause()
    #expect(client.findings.isEmpty)
    let place: JSONValue = ["textDocument": ["uri": EditorClient.address(path)]]
    let report = client.ask("textDocument/diagnostic", place)
    #expect(report["kind"] == "full" && report["items"].array?.isEmpty == false)
    let again: JSONValue = [
      "textDocument": ["uri": EditorClient.address(path)], "previousResultId": report["resultId"],
    ]
    #expect(client.ask("textDocument/diagnostic", again)["kind"] == "unchanged")
    let all = client.ask(
      "workspace/diagnostic", ["previousResultIds": [["uri": "file:///gone.journey", "value": "x"]]])
    #expect(all["items"].array?.map { $0["uri"] } == [EditorClient.address(path), "file:///gone.journey"])
    #expect(client.received.contains { $0["method"] == "workspace/diagnostic/refresh" })
  }

  @Test func `folders do not mix, and a file in both is the nearer one's`() throws {
    let scratch = try Scratch()
    let folder = scratch.folder.resolvingSymlinksInPath().path
    try scratch.write("department legal \"Legal\"\n", to: "one/a.journey")
    try scratch.write("department legal \"Law\"\njourney b \"B\" { owner legal }\n", to: "one/two/b.journey")
    try scratch.write("journey c \"C\" { owner legal }\n", to: "three/journeys/c.journey")
    try scratch.write("not one of them", to: "three/x.journey")
    let client = EditorClient(["\(folder)/one", "\(folder)/one/two", "\(folder)/three"])
    client.pause()
    let codes = { (name: String) in
      client.findings[FileAddress.address(of: "\(folder)/\(name)")]?.compactMap { $0["code"].string } ?? []
    }
    #expect(!codes("three/journeys/c.journey").contains("unknown-department"), "there departments are sketched")
    #expect(codes("three/x.journey") == [], "the folder journeys is read alone")
    let place: JSONValue = [
      "textDocument": ["uri": EditorClient.address("\(folder)/one/two/b.journey")],
      "position": ["line": 1, "character": 24],
    ]
    let found = client.ask("textDocument/definition", place)
    #expect(found.array?.map { $0["uri"] } == [EditorClient.address("\(folder)/one/two/b.journey")])
    // A file beside them is a workspace of one.
    client.open("\(folder)/three/x.journey", "journey x \"X\" { owner 1 }\n")
    client.pause()
    #expect(codes("three/x.journey").isEmpty == false)
    client.close("\(folder)/three/x.journey")
    client.pause()
    #expect(codes("three/x.journey") == [])
  }

  @Test(
    arguments: [
      ("file:///a/b%20c.journey", "/a/b c.journey"), ("file://localhost/a/../b", "/b"),
      ("FILE:///%C3%A4//x/./y", "/ä/x/y"),
      ("file://server/a", nil), ("http://a/b", nil), ("file:///a%zz", nil), ("file:///a%0", nil), ("file:///%FF", nil),
      ("file:///a%00b", nil), ("file:///a?q#f", "/a"),
    ] as [(String, String?)])
  func `an address is a path or nothing`(address: String, path: String?) {
    #expect(FileAddress.path(of: address) == path)
  }
}
