import Markup
import Testing

/// A part may belong to an element of the document: that which has its name.
@Suite struct ElementPartTests {
  private static let contract = TemplateContract(
    parts: ["map", "strip"], elements: ["workspace", "journey", "phase"], attributes: ["name"])

  private static let document = Element("workspace", ["name": "all"]) {
    Element("journey", ["name": "a"]) { Element("phase") }
    Element("journey", ["name": "b"]) { Element("phase") }
    Element("journey", ["name": "c"]) { Element("phase") }
  }

  private static func filled(
    _ body: String, _ parts: [String: Element.Child]
  ) throws -> (text: String, problems: [TemplateProblem]) {
    let page =
      "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:w=\"urn:waymark:page\"><body><div>\(body)</div></body></html>"
    let parsed = parseTemplate(Array(page.utf8), contract: contract)
    let filled = fill(try #require(parsed.template, "\(parsed.problems)"), document: document, parts: parts)
    let text = String(decoding: html(filled.page), as: UTF8.self)
    return (String(text.split(separator: "<div>").last?.split(separator: "</div>").first ?? ""), filled.problems)
  }

  private static func strips(_ names: String...) -> [String: Element.Child] {
    Dictionary(
      uniqueKeysWithValues: names.map { name in (partName("strip", of: name), .element(Element("b") { name })) })
  }

  @Test func `each turn has the part of its own element, and one without any has none`() throws {
    let (text, problems) = try Self.filled(
      "<w:each select=\"journey\"><w:insert part=\"strip\" />;</w:each>", Self.strips("a", "c"))
    #expect(text == "<b>a</b>;;<b>c</b>;")
    #expect(problems.isEmpty)
  }

  @Test func `a part of the page itself comes first`() throws {
    var parts = Self.strips("a", "all")
    parts["strip"] = .element(Element("i"))
    let (text, _) = try Self.filled("<w:insert part=\"strip\" />", parts)
    #expect(text == "<i></i>")
  }

  @Test func `outside any turn it is the part of the document's own element`() throws {
    #expect(try Self.filled("<w:insert part=\"strip\" />", Self.strips("a", "all")).text == "<b>all</b>")
  }

  @Test func `an element without a name has none`() throws {
    let (text, problems) = try Self.filled(
      "<w:each select=\"journey/phase\"><w:insert part=\"strip\" />.</w:each>", Self.strips("a", "b", "c"))
    #expect(text == "..." && problems.isEmpty)
  }

  @Test(arguments: [
    ("<details open=\"{@name}\"></details>", "<details open=\"all\"></details>"),
    ("<details open=\"{phase}\"></details>", "<details></details>"),
    ("<details open=\"\"></details>", "<details open=\"\"></details>"),
    ("<p title=\"{phase}\"></p>", "<p title=\"\"></p>"), ("<p hidden=\"{phase/@name}\"></p>", "<p></p>"),
  ]) func `what is true as soon as it is there is left out where its slot says nothing`(
    body: String, expected: String
  ) throws {
    #expect(try Self.filled(body, [:]).text == expected)
  }

  @Test func `a part of an element is there once`() throws {
    let (text, problems) = try Self.filled(
      "<w:each select=\"journey\"><w:insert part=\"strip\" /><w:insert part=\"strip\" /></w:each>", Self.strips("b"))
    #expect(text == "<b>b</b>")
    #expect(problems.map(\.message) == ["the part \"strip\" is inserted a second time"])
  }
}
