import JourneyKit
import LanguageServer
import Markup
import Testing

@testable import JourneyPreview

/// What a browser gets of a workspace that changes, without a server.
@Suite struct PreviewBoardTests {
  static let text = """
    department legal "Legal"
    channel web "Web"
    journey apply "Applying" {
      phase one "One" {
        touchpoint form "Fills in" channel web owner legal
        touchpoint send "Sends" channel web owner legal
      }
      flow { form -> send }
    }

    """

  private let workspace = LiveWorkspace(file: "/nowhere/apply.journey")

  private func snapshot(_ text: String = Self.text) -> LiveSnapshot {
    workspace.set(Array(text.utf8), of: "/nowhere/apply.journey")
    return workspace.snapshot
  }

  private static func bytes(_ answer: PreviewAnswer) -> String? {
    if case .bytes(let bytes) = answer.body { String(decoding: bytes, as: UTF8.self) } else { nil }
  }

  private static func get(_ board: PreviewBoard, _ path: String, _ query: String = "") -> PreviewAnswer {
    board.answer(path: path, query: query, method: "GET")
  }

  private static func news(_ board: PreviewBoard) throws -> JSONValue {
    try #require(JSONReader.read(Array(board.news(of: "apply.html").utf8)))
  }

  @Test func `what is asked for is looked up, and nothing else is there`() {
    let board = PreviewBoard(snapshot())
    for name in ["", "index.html", "apply.html", "apply.svg"] {
      #expect(Self.get(board, name).status == 200, "\(name)")
    }
    for name in [
      "apply.journey", "../apply.html", "apply", "review.html", "APPLY.HTML", "apply.html/", "open", "events",
    ] {
      #expect([404, 405].contains(Self.get(board, name).status), "\(name)")
    }
    #expect(board.answer(path: "apply.html", query: "", method: "POST").status == 405)
    #expect(Self.get(board, "%61pply.html").status == 200)
  }

  @Test func `a page keeps what Waymark promises, with its one script`() throws {
    let board = PreviewBoard(snapshot())
    let page = try #require(Self.bytes(Self.get(board, "apply.html")))
    let scripts = page.matches(of: /<script type="module">([\s\S]*?)<\/script>/)
    #expect(scripts.count == 1)
    let found = violations(in: Array(page.utf8), script: String(try #require(scripts.first).output.1))
    // That the page says which version it is, is the only thing more.
    #expect(found.filter { !$0.contains("data-version") } == [])
  }

  @Test func `what changed is sent, and makes the old page the new one`() throws {
    let board = PreviewBoard(snapshot())
    let before = try #require(Self.news(board)["version"].string)
    board.publish(snapshot(Self.text.replacing("Fills in", with: "Types <b> & in")))
    let after = try #require(Self.news(board)["version"].string)
    #expect(before != after)
    let patch = try #require(Self.bytes(Self.get(board, "patch", "page=apply.html&from=\(before)")))
    let read = try #require(JSONReader.read(Array(patch.utf8)))
    #expect(read["version"].string == after && patch.contains("Types <b> & in"))
    #expect(patch.utf8.count < 4_000)
    // Of a page that nobody knows there is no change, and the browser loads it.
    let unknown = try #require(Self.bytes(Self.get(board, "patch", "page=apply.html&from=x")))
    #expect(unknown == "{\"version\":\"\(after)\"}")
    // The same text is the same page.
    board.publish(snapshot())
    #expect(try Self.news(board)["version"].string == before)
  }

  @Test func `errors that take nothing away are drawn, others leave the last good map`() throws {
    let board = PreviewBoard(snapshot())
    let good = try Self.news(board)
    board.publish(snapshot(Self.text.replacing("channel web owner legal", with: "channel wbe owner legal")))
    let wrong = try Self.news(board)
    let said = wrong["findings"]["lines"].array?.compactMap(\.string) ?? []
    #expect(wrong["isOld"] == false && said.first?.contains("wbe") == true && said.last?.hasPrefix("help: ") == true)
    let half = Self.text[..<(try #require(Self.text.firstRange(of: "    touchpoint send")).lowerBound)]
    board.publish(snapshot(String(half)))
    let broken = try Self.news(board)
    #expect(broken["isOld"] == true && broken["version"] == good["version"])
    board.publish(snapshot())
    #expect(try Self.news(board) == good)
    // What somebody deletes on purpose is gone.
    let line = "    touchpoint send \"Sends\" channel web owner legal\n"
    board.publish(snapshot(Self.text.replacing(line, with: "").replacing("form -> send", with: "as-written")))
    #expect(try Self.news(board)["isOld"] == false)
  }

  @Test func `an editor marks a touchpoint, and is led to one`() throws {
    let board = PreviewBoard(snapshot(), opensPlaces: {})
    board.point(at: (page: "apply.html", name: "send"))
    #expect(try Self.news(board)["pointed"] == "send")
    let version = try #require(Self.news(board)["version"].string)
    func open(_ query: String) -> Int { board.answer(path: "open", query: query, method: "POST").status }
    #expect(open("page=apply.html&name=send&from=\(version)") == 200)
    #expect(open("page=apply.html&name=send&from=old") == 409 && open("page=apply.html") == 404)
    #expect(board.takeOpened().map(\.name) == ["send"] && board.takeOpened().isEmpty)
    // As many as nobody chooses in the time that an editor needs.
    for _ in 0..<100 { _ = open("page=apply.html&name=send&from=\(version)") }
    #expect(board.takeOpened().count == PreviewLimits.listeners)
    // Without an editor there is nothing to open.
    let alone = PreviewBoard(snapshot())
    let query = "page=apply.html&name=send&from=\(version)"
    #expect(alone.answer(path: "open", query: query, method: "POST").status == 404)
  }

  @Test func `those who listen are told, and few listen at a time`() async {
    let board = PreviewBoard(snapshot())
    var listening: [AsyncStream<Void>.Iterator] = []
    for _ in 0...PreviewLimits.listeners { listening.append(board.moments().makeAsyncIterator()) }
    for index in listening.indices { #expect(await listening[index].next() != nil) }
    // The first one was let go, when one too many came.
    #expect(await listening[0].next() == nil)
    board.publish(snapshot())
    for index in listening.indices.dropFirst() { #expect(await listening[index].next() != nil) }
  }

  @Test(arguments: [
    ("page=a.html&from=1", "a.html"), ("page=%61.html", "a.html"), ("from=1&page=b", "b"), ("page=", ""), ("page", ""),
    ("page=%zz", "%zz"), ("page=%", "%"), ("page=%E2%82%AC", "€"), ("page=a=b", "a=b"), ("&&page=a&page=b", "a"),
  ])
  func `an address is read without a trap`(text: String, page: String) {
    #expect(AddressQuery(text)["page"] == page)
    #expect(AddressQuery(text)["other"] == nil)
  }
}
