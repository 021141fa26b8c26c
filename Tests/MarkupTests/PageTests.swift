import Foundation
import Markup
import Support
import Templates
import Testing

/// The default pages and the documentation against each other, and a whole page filled.
@Suite struct PageTests {
  static let pages = ["journey", "index"]

  /// What a table of `docs/templates.md` lists for a document: elements in the first column, attributes in the third.
  static func contract(for page: String) throws -> TemplateContract {
    let manual = try String(contentsOf: Golden.root.appending(path: "docs/templates.md"), encoding: .utf8)
    let heading = page == "journey" ? "## The document of a journey" : "## The document of a workspace"
    let section = try #require(manual.split(separator: heading, maxSplits: 1).last?.split(separator: "\n## ").first)
    var contract = TemplateContract(
      parts: ["style", "logo", "script"]
        + (page == "journey"
          ? ["figures", "controls", "overview", "map", "table", "details"]
          : ["strip", "ranking", "standings", "dashboard", "card", "drivers"]))
    for row in section.split(separator: "\n") where row.hasPrefix("| `") {
      let cells = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      contract.elements += words(cells[1])
      contract.attributes += words(cells[3])
    }
    return contract
  }

  /// The words in backquotes, outside parentheses.
  private static func words(_ cell: String) -> [String] {
    var plain = ""
    var depth = 0
    for letter in cell {
      if letter == "(" { depth += 1 }
      if depth == 0 { plain.append(letter) }
      if letter == ")" { depth -= 1 }
    }
    return plain.split(separator: "`").enumerated().filter { $0.offset % 2 == 1 }
      .flatMap { $0.element.split(separator: " ").map(String.init) }
  }

  @Test(arguments: pages) func `the pages that come along use only what the manual lists`(name: String) throws {
    let contract = try PageTests.contract(for: name)
    #expect(contract.elements.count > 5)
    #expect(contract.attributes.count > 20)
    #expect(parseTemplate(try #require(Templates.page(named: name)), contract: contract).problems == [])
  }

  @Test func `every file that comes along is listed by its name`() throws {
    for (folder, files) in [
      ("pages", Templates.pages), ("starters", Templates.starters), ("themes", Templates.themes),
    ] {
      let folder = Golden.root.appending(path: "templates/\(folder)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      let files = files.sorted { $0.name < $1.name }
      #expect(names.compactMap { $0.split(separator: ".").first.map(String.init) } == files.map(\.name))
      for (name, file) in zip(names, files) {
        #expect(try [UInt8](Data(contentsOf: folder.appending(path: name))) == file.bytes)
      }
    }
  }

  @Test func `the example of the manual is a template`() throws {
    let manual = try String(contentsOf: Golden.root.appending(path: "docs/templates.md"), encoding: .utf8)
    let example = try #require(manual.split(separator: "```xhtml\n").last?.split(separator: "```").first)
    #expect(parseTemplate(Array(example.utf8), contract: try PageTests.contract(for: "journey")).problems == [])
  }

  static let journey = Element(
    "journey",
    [
      "name": "coffee", "title": "Buying a <coffee>", "language": "en", "state": "current", "period": "2026-Q3",
      "from": "Sees the sign", "to": "Drinks", "index": "index.html", "svg": "coffee.svg", "touchpoints": "2",
      "measured": "1",
    ]
  ) {
    Element("workspace", ["title": "Northwind & sons"])
    Element("takeaway") { "Top priority: Queues, 58 % satisfied (56–60)" }
    Element("action", ["name": "a", "title": "Open a second till", "touchpoint": "Queues", "status": "doing"])
    Element("source", ["title": "Till survey", "period": "2026-Q3", "n": "240"])
    Element("note") { "Intervals are Wilson's, 95 %" }
  }

  static let workspace = Element(
    "workspace", ["title": "Northwind & sons", "language": "en", "touchpoints": "2", "measured": "1"]
  ) {
    Element(
      "journey",
      ["name": "coffee", "title": "Buying a coffee", "href": "coffee.html", "touchpoints": "1", "measured": "1"]
    ) {
      Element("takeaway") { "Top priority: Queues" }
    }
    Element(
      "weakest",
      [
        "rank": "1", "title": "Queues", "journey": "Buying a coffee", "href": "coffee.html#queues", "label": "CSAT",
        "text": "58 %", "n": "240",
      ])
    Element(
      "blind-spot",
      ["title": "Sees the sign", "journey": "Buying a coffee", "href": "coffee.html#sign", "owner": "Marketing"])
    Element("department", ["name": "shop", "title": "Shop", "touchpoints": "2", "measured": "1", "hand-offs": "1"]) {
      Element("touchpoint", ["title": "Queues", "href": "coffee.html#queues", "text": "58 %"])
    }
    Element("note") { "Intervals are Wilson's, 95 %" }
  }

  static let parts: [String: Element.Child] = [
    "logo": .group([]), "style": .element(Element("style") { "a > b { color: red }" }),
    "script": .element(Element("script") { "go()" }),
    "map": .element(Element("svg", ["xmlns": "http://www.w3.org/2000/svg"]) { Element("path", ["d": "M0 0"]) }),
    "table": .element(Element("table") { Element("caption") { "The same" } }),
    "figures": .element(Element("ul")), "controls": .element(Element("div", ["hidden": "hidden"])),
    "details": .element(Element("section")), "overview": .group([]), "ranking": .group([]), "standings": .group([]),
    "drivers": .group([]),
  ]

  @Test(arguments: Golden.cases(in: "templates", input: "xhtml"))
  func `a template becomes its page`(golden: Golden) throws {
    let parsed = parseTemplate(try golden.bytes(), contract: try PageTests.contract(for: "journey"))
    #expect(parsed.problems == [])
    let filled = fill(try #require(parsed.template), document: PageTests.journey, parts: PageTests.parts)
    #expect(filled.problems == [])
    try golden.expect(text(html(filled.page)), as: "html")
  }

  @Test(arguments: pages) func `a page is filled and well-formed`(name: String) throws {
    let contract = try PageTests.contract(for: name)
    let bytes = try #require(Templates.page(named: name))
    let template = try #require(parseTemplate(bytes, contract: contract).template)
    let document = name == "journey" ? PageTests.journey : PageTests.workspace
    let filled = fill(template, document: document, parts: PageTests.parts)
    #expect(filled.problems == [])
    let written = html(filled.page)
    #expect(wellFormedness(of: written) == [])
    #expect(html(fill(template, document: document, parts: PageTests.parts).page) == written)
  }

  @Test func `pages made on many threads at once are the same`() async throws {
    let bytes = try #require(Templates.page(named: "journey"))
    let contract = try PageTests.contract(for: "journey")
    let pages = await withTaskGroup(of: [UInt8].self) { group in
      for _ in 0..<64 {
        group.addTask {
          guard let template = parseTemplate(bytes, contract: contract).template else { return [] }
          return html(fill(template, document: PageTests.journey, parts: PageTests.parts).page)
        }
      }
      return await group.reduce(into: Set<[UInt8]>()) { $0.insert($1) }
    }
    #expect(pages.count == 1)
    #expect(pages.first?.isEmpty == false)
  }
}
