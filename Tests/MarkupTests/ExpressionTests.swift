import Markup
import Testing

@Suite struct ExpressionTests {
  static let document = Element("journey", ["title": "Coffee <&> \"tea\"", "href": "javascript:x", "n": "3"]) {
    Element("phase", ["title": "Before"]) {
      Element("touchpoint", ["title": "Sees & enters"])
      Element("touchpoint", ["title": "Queues"])
    }
    Element("phase", ["title": "After"]) { Element("touchpoint", ["title": "Drinks"]) }
    Element("note") { "one &amp; two" }
  }

  static let vocabulary = TemplateContract(
    parts: ["map"], elements: ["journey", "phase", "touchpoint", "note"], attributes: ["title", "href", "n"])

  /// The text of the page's body once the slot is filled.
  static func fill(_ body: String) throws -> (text: String, problems: [TemplateProblem]) {
    let parsed = parseTemplate(page("<div>\(body)</div>"), contract: vocabulary)
    let template = try #require(parsed.template, "\(parsed.problems)")
    let filled = Markup.fill(template, document: document, parts: ["map": .element(Element("svg"))])
    let whole = text(html(filled.page))
    let parts = whole.split(separator: "<div>").last.map { $0.split(separator: "</div>\n</body>") }
    return (String(parts?.first ?? ""), filled.problems)
  }

  static let values: [(String, String)] = [
    ("<w:value select=\"@title\"/>", "Coffee &lt;&amp;&gt; &quot;tea&quot;"),
    ("<w:value select=\"count(phase/touchpoint)\"/>", "3"),
    ("<w:value select=\"note\"/>", "one &amp;amp; two"),
    ("<w:value select=\"@n * 2 - 1\"/>", "5"),
    ("<w:value select=\"@n div 2 and 1\"/>", "true"),
    ("<w:value select=\"concat('a}', &quot;b&quot;)\"/>", "a}b"),
    ("<w:value select=\"missing-attribute\"/>", "!"),
    (
      "<w:each select=\"//touchpoint\"><w:value select=\"position()\"/>/<w:value select=\"last()\"/> </w:each>",
      "1/3 2/3 3/3 "
    ),
    (
      "<w:each select=\"phase\"><w:each select=\"touchpoint\"><w:value select=\"../@title\"/>, </w:each></w:each>",
      "Before, Before, After, "
    ),
    ("<w:each select=\"phase/@title\"><w:value select=\".\"/>;</w:each>", "Before;After;"),
    ("<w:each select=\"phase[count(touchpoint) &lt; 2]\"><w:value select=\"@title\"/></w:each>", "After"),
    ("<w:if test=\"phase\">a</w:if><w:if test=\"phase[9]\">b</w:if><w:if test=\"not(@n = 3)\">c</w:if>", "a"),
    ("<i title=\"{@n} of {{{count(//touchpoint)}}}\"></i>", "<i title=\"3 of {3}\"></i>"),
    ("<w:insert part=\"map\"/>", "<svg/>"),
    ("<a href=\"#{@title}\">x</a>", "<a href=\"#Coffee &lt;&amp;&gt; &quot;tea&quot;\">x</a>"),
  ]

  @Test(arguments: values.filter { $0.1 != "!" }) func `a slot becomes what its expression says`(
    body: String, expected: String
  ) throws {
    let (text, problems) = try ExpressionTests.fill(body)
    #expect(text == expected)
    #expect(problems.isEmpty)
  }

  static let mistakes: [WaymarkError] = [
    WaymarkError("<w:value select=\"@titel\"/>", 3, 19, "the document has no attribute \"titel\""),
    WaymarkError("<w:value select=\"phase/touchpiont\"/>", 3, 24, "the document has no element \"touchpiont\""),
    WaymarkError("<w:value select=\"cuont(phase)\"/>", 3, 18, "no function is named \"cuont\""),
    WaymarkError("<w:value select=\"document('/etc/passwd')\"/>", 3, 18, "no function is named \"document\""),
    WaymarkError("<w:value select=\"id('a')\"/>", 3, 18, "no function is named \"id\""),
    WaymarkError("<w:value select=\"$a\"/>", 3, 18, "expressions have no variables"),
    WaymarkError("<w:value select=\"x:phase\"/>", 3, 18, "the document has no prefix \"x\""),
    WaymarkError("<w:value select=\"namespace::node()\"/>", 3, 18, "the document has no namespaces"),
    WaymarkError("<w:value select=\"phase[\"/>", 3, 24, "the expression cannot be read from here on"),
    WaymarkError("<w:value select=\"'a\"/>", 3, 20, "the expression cannot be read from here on"),
    WaymarkError("<w:value select=\"  \"/>", 3, 18, "an expression is missing"),
    WaymarkError("<w:value select=\"concat('a')\"/>", 3, 18, "too few or too many arguments"),
    WaymarkError("<w:value select=\"count(3)\"/>", 3, 18, "something that it cannot take"),
    WaymarkError("<w:each select=\"count(phase)\">a</w:each>", 3, 17, "gives a value, not nodes to go through"),
    WaymarkError("<w:if test=\"1 &lt; 2 and @titel\">a</w:if>", 3, 27, "the document has no attribute \"titel\""),
    WaymarkError("<p class=\"a {@titel}\">a</p>", 3, 15, "the document has no attribute \"titel\""),
    WaymarkError("<w:value select=\"\(String(repeating: "1+", count: 300))1\"/>", 3, 18, "longer than 500 bytes"),
  ]

  @Test(arguments: mistakes) func `a wrong expression is found when the template is read`(mistake: WaymarkError) throws
  {
    let problems = parseTemplate(page(mistake.body), contract: ExpressionTests.vocabulary).problems
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect(problem.message.contains(mistake.message), "\(problem.message)")
    #expect("\(problem.line):\(problem.column)" == "\(mistake.line):\(mistake.column)")
  }

  @Test func `near misses get help`() {
    func help(_ body: String) -> String? {
      parseTemplate(page(body), contract: ExpressionTests.vocabulary).problems.first?.help
    }
    #expect(help("<w:value select=\"@titel\"/>") == "did you mean \"title\"?")
    #expect(help("<w:value select=\"cuont(phase)\"/>") == "did you mean \"count\"?")
    #expect(help("<w:insert part=\"mpa\"/>") == "did you mean \"map\"?")
    #expect(help("<tabel/>") == "did you mean \"table\"?")
    #expect(help("<p clas=\"a\"/>") == "did you mean \"class\"?")
  }

  @Test func `a link from the document is looked at when the page is filled`() throws {
    let (text, problems) = try ExpressionTests.fill("<a href=\"{@href}\">x</a><a href=\"{@href}\">y</a>")
    #expect(text == "<a>x</a><a>y</a>")
    #expect(
      problems.map(\.message) == Array(repeating: "\"javascript:x\" is not a link that a page may have", count: 2))
    #expect(problems.first.map { "\($0.line):\($0.column)" } == "3:16")
  }

  @Test func `an expression that takes too long stops`() throws {
    let many = (0..<3_000).map { Element("phase", ["title": String($0)]) }
    let body = "<w:value select=\"count(//phase[count(//phase[@title != 'x']) &gt; 1])\"/>"
    let template = try #require(parseTemplate(page(body), contract: ExpressionTests.vocabulary).template)
    let filled = Markup.fill(template, document: Element("journey", children: many.map { .element($0) }), parts: [:])
    #expect(filled.problems.map(\.message) == ["the page's expressions take too many steps here"])
  }

  @Test func `a page stops growing`() throws {
    let many = (0..<2_000).map { Element("phase", ["title": String($0)]) }
    let body = "<w:each select=\"phase\"><w:each select=\"../phase\">a</w:each></w:each>"
    let template = try #require(parseTemplate(page(body), contract: ExpressionTests.vocabulary).template)
    let filled = Markup.fill(template, document: Element("journey", children: many.map { .element($0) }), parts: [:])
    #expect(filled.problems.count <= 2 && !filled.problems.isEmpty)
  }

  @Test func `the text of a slot is capped`() throws {
    let template = try #require(
      parseTemplate(page("<w:value select=\"@title\"/>"), contract: ExpressionTests.vocabulary).template)
    let document = Element("journey", ["title": String(repeating: "é", count: 100_000)])
    #expect(html(Markup.fill(template, document: document, parts: [:]).page).count < 70_000)
  }
}
