import Markup
import Testing

/// A template that must be refused, and where.
struct WaymarkError: CustomTestStringConvertible, Sendable {
  let body: String
  let line: Int
  let column: Int
  let message: String

  init(_ body: String, _ line: Int, _ column: Int, _ message: String) {
    (self.body, self.line, self.column, self.message) = (body, line, column, message)
  }

  var testDescription: String { body }
}

func page(_ body: String) -> [UInt8] {
  Array(
    """
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:w="urn:waymark:page">
    <body>
    \(body)
    </body>
    </html>
    """.utf8)
}

let contract = TemplateContract(parts: ["map", "style", "table"])

@Suite struct RefusalTests {
  static let inside: [WaymarkError] = [
    WaymarkError("<p>\n  <script>1</script></p>", 4, 4, "\"script\" is not allowed in a page template"),
    WaymarkError("<base href=\"https://e\" />", 3, 2, "\"base\" is not allowed in a page template"),
    WaymarkError("<iframe></iframe>", 3, 2, "\"iframe\" is not allowed in a page template"),
    WaymarkError("é<object></object>", 3, 3, "\"object\" is not allowed in a page template"),
    WaymarkError(
      "<meta http-equiv=\"refresh\" content=\"0\" />", 3, 7,
      "the attribute \"http-equiv\" is not allowed in a page template"),
    WaymarkError("<meta charset=\"utf-7\" />", 3, 16, "a page is UTF-8"),
    WaymarkError("<p onclick=\"x()\">a</p>", 3, 4, "the attribute \"onclick\" is not allowed in a page template"),
    WaymarkError("<p srcdoc=\"x\">a</p>", 3, 4, "the attribute \"srcdoc\" is not allowed in a page template"),
    WaymarkError(
      "<p style=\"color: red; background: URL(//e)\">a</p>", 3, 11, "\"url(\" is not allowed in the CSS of a template"),
    WaymarkError("<style>@import 'x';</style>", 3, 2, "\"@import\" is not allowed in the CSS of a template"),
    WaymarkError("<style>a { b: \\75rl(x) }</style>", 3, 2, "\"\\\" is not allowed in the CSS of a template"),
    WaymarkError("<style><w:value select=\"@a\" /></style>", 3, 2, "a style element can have only text"),
    WaymarkError("<p id=\"a b\">a</p>", 3, 8, "\"a b\" is not an id"),
    WaymarkError("<a href=\"javascript:x\">a</a>", 3, 10, "\"javascript:x\" is not a link that a page may have"),
    WaymarkError("<a href=\"java&#9;script:x\">a</a>", 3, 10, "is not a link that a page may have"),
    WaymarkError("<a href=\" &#x6A;avascript&#58;x\">a</a>", 3, 10, "is not a link that a page may have"),
    WaymarkError("<a href=\"data:text/html,x\">a</a>", 3, 10, "is not a link that a page may have"),
    WaymarkError("<a href=\"//e\">a</a>", 3, 10, "\"//e\" is not a link that a page may have"),
    WaymarkError("<a href=\"/\\e\">a</a>", 3, 10, "is not a link that a page may have"),
    WaymarkError(
      "<img src=\"https://e/a.png\" />", 3, 11, "a page must not fetch anything, so a picture has to be inside it"),
    WaymarkError("<img src=\"data:image/svg+xml;base64,AA==\" />", 3, 11, "a page must not fetch anything"),
    WaymarkError("<tabel></tabel>", 3, 2, "\"tabel\" is not allowed in a page template"),
    WaymarkError("<w:valeu select=\"@a\" />", 3, 2, "no slot is named \"valeu\""),
    WaymarkError("<w:value />", 3, 2, "\"value\" needs select=\"…\""),
    WaymarkError("<w:value test=\"@a\" />", 3, 10, "\"value\" has no attribute \"test\""),
    WaymarkError("<w:value select=\"@a\">b</w:value>", 3, 2, "\"value\" must be empty"),
    WaymarkError("<w:insert part=\"mapp\" />", 3, 17, "no part is named \"mapp\""),
    WaymarkError("<p class=\"a {@b\">a</p>", 3, 11, "a brace is opened and never closed"),
    WaymarkError("<p class=\"a @b}\">a</p>", 3, 11, "a brace is closed that was never opened"),
    WaymarkError(
      "<div title=\"a\"><img name=\"querySelector\" alt=\"\" /></div>", 3, 21,
      "a picture in a page template cannot have a name"),
    WaymarkError("<img alt=\"\" name=\"{@a}\" />", 3, 13, "a picture in a page template cannot have a name"),
    WaymarkError("<p><b></p>", 3, 7, "\"</p>\" closes nothing here: \"<b>\" of line 3 is still open"),
    WaymarkError("<p>&nbsp;</p>", 3, 10, "\"&nbsp;\" is not known in XHTML"),
    WaymarkError("<!-- a --- b. -->", 3, 8, "a comment has \"--\" in it"),
    WaymarkError("<!-- a b.", 5, 8, "a comment is never closed"),
    WaymarkError("<p hidden>a</p>", 3, 10, "an attribute has no value in quotes"),
  ]

  /// What an HTML parser would read otherwise than an XML parser.
  static let misplaced: [WaymarkError] = [
    WaymarkError("<title><w:insert part=\"map\" /></title>", 3, 24, "the part \"map\" cannot be inside \"title\""),
    WaymarkError(
      "<select><option><w:insert part=\"map\" /></option></select>", 3, 33,
      "the part \"map\" cannot be inside \"option\""),
    WaymarkError(
      "<title><w:if test=\"@a\"><w:insert part=\"map\" /></w:if></title>", 3, 40,
      "the part \"map\" cannot be inside \"title\""),
    WaymarkError("<title><b>x</b></title>", 3, 9, "\"title\" can have only text"),
    WaymarkError("<select><option><b>x</b></option></select>", 3, 18, "\"option\" can have only text"),
    WaymarkError(
      "<select><w:insert part=\"table\" /></select>", 3, 25, "the part \"table\" cannot be inside \"select\""),
    WaymarkError("<select><p>x</p></select>", 3, 10, "\"p\" cannot be inside \"select\""),
    WaymarkError("<p><div>x</div></p>", 3, 5, "\"div\" cannot be inside \"p\""),
    WaymarkError("<p><b><i><ul></ul></i></b></p>", 3, 11, "\"ul\" cannot be inside \"p\""),
    WaymarkError("<p><w:insert part=\"table\" /></p>", 3, 20, "the part \"table\" cannot be inside \"p\""),
    WaymarkError("<table><p>x</p></table>", 3, 9, "\"p\" cannot be inside \"table\""),
    WaymarkError("<table>x</table>", 3, 2, "words cannot be inside \"table\""),
    WaymarkError(
      "<table><tbody><tr><w:value select=\"@a\" /></tr></tbody></table>", 3, 20, "words cannot be inside \"tr\""),
    WaymarkError("<div><td>x</td></div>", 3, 7, "\"td\" cannot be inside \"div\""),
    WaymarkError("<table><td>x</td></table>", 3, 9, "\"td\" cannot be inside \"table\""),
    WaymarkError("<a href=\"#b\"><b><a href=\"#c\">x</a></b></a>", 3, 18, "\"a\" cannot be inside another \"a\""),
    WaymarkError("<button><button>x</button></button>", 3, 10, "\"button\" cannot be inside another \"button\""),
    WaymarkError("<h1><h2>x</h2></h1>", 3, 6, "\"h2\" cannot be inside \"h1\""),
    WaymarkError("<div><body>x</body></div>", 3, 7, "\"body\" cannot be inside \"div\""),
  ]

  @Test(arguments: misplaced) func `what a browser would read otherwise is refused with its place`(
    refusal: WaymarkError
  )
    throws
  {
    let parsed = parseTemplate(page(refusal.body), contract: contract)
    let problem = try #require(parsed.problems.first)
    #expect(parsed.problems.count == 1, "\(parsed.problems)")
    #expect(problem.message.contains(refusal.message), "\(problem.message)")
    #expect("\(problem.line):\(problem.column)" == "\(refusal.line):\(refusal.column)")
  }

  @Test(arguments: [
    "<p><button><b>x</b></button></p>",
    "<table><tbody><tr><td><p>x</p><table><tbody><tr><td>y</td></tr></tbody></table></td></tr></tbody></table>",
    "<table>\n <w:each select=\"@a\"><tbody><tr><w:if test=\"@a\"><td><a href=\"#x\">y</a></td></w:if></tr></tbody></w:each></table>",
    "<table><tr><td>x</td></tr></table>", "<select><optgroup label=\"a\"><option>b</option></optgroup></select>",
    "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>",
    "<details><summary><h3>a</h3></summary><w:insert part=\"map\" /></details>",
  ]) func `what both read alike may stand`(body: String) {
    #expect(parseTemplate(page(body), contract: contract).problems == [])
  }

  @Test(arguments: inside) func `what a page may not hold is refused with its place`(refusal: WaymarkError) throws {
    let parsed = parseTemplate(page(refusal.body), contract: contract)
    #expect(parsed.template == nil)
    let problem = try #require(parsed.problems.first)
    #expect(parsed.problems.count == 1)
    #expect(problem.message.contains(refusal.message), "\(problem.message)")
    #expect("\(problem.line):\(problem.column)" == "\(refusal.line):\(refusal.column)")
  }

  static let drawings: [WaymarkError] = [
    WaymarkError(
      "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<foreignObject/></svg>", 4, 2, "\"foreignObject\" is not allowed"),
    WaymarkError(
      "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<use href=\"data:x\"/></svg>", 4, 6,
      "the attribute \"href\" is not allowed"
    ),
    WaymarkError(
      "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<a><set attributeName=\"href\" to=\"x\"/></a></svg>", 4, 5,
      "\"set\" is not allowed"),
    WaymarkError(
      "<svg xmlns=\"http://www.w3.org/2000/svg\">\n<g onload=\"x\"/></svg>", 4, 4,
      "the attribute \"onload\" is not allowed"),
    WaymarkError("<svg xmlns=\"http://www.w3.org/2000/svg\">\n<script/></svg>", 4, 2, "\"script\" is not allowed"),
  ]

  @Test(arguments: drawings) func `a drawing is refused, and what is dangerous in it besides`(refusal: WaymarkError) {
    let problems = parseTemplate(page(refusal.body), contract: contract).problems
    #expect(problems.first.map { "\($0.line):\($0.column)" } == "3:2")
    #expect(
      problems.contains {
        $0.line == refusal.line && $0.column == refusal.column && $0.message.contains(refusal.message)
      }, "\(problems)")
  }

  static let whole: [WaymarkError] = [
    WaymarkError("<!DOCTYPE html>\n<html/>", 1, 1, "no DOCTYPE"),
    WaymarkError("<?xml version=\"1.0\"?>\n<!DOCTYPE html SYSTEM \"file:///etc/passwd\"><html/>", 2, 1, "no DOCTYPE"),
    WaymarkError("<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>", 1, 1, "no DOCTYPE"),
    WaymarkError("\n <?xml-stylesheet href=\"x\"?><html/>", 2, 2, "no processing instructions"),
    WaymarkError("<html xmlns=\"http://www.w3.org/1999/xhtml\"><?php x ?></html>", 1, 44, "no processing instructions"),
    WaymarkError("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><html/>", 1, 1, "not UTF-8"),
    WaymarkError("<html/>", 1, 2, "a template is an \"html\" element of XHTML"),
    WaymarkError("hello", 1, 1, "not well-formed"),
    WaymarkError("", 1, 1, "not well-formed"),
    WaymarkError(
      "<html xmlns=\"http://www.w3.org/1999/xhtml\">\n<x:include xmlns:x=\"http://www.w3.org/2001/XInclude\" href=\"/etc/passwd\"/></html>",
      2, 2, "\"x:include\" is not allowed"),
  ]

  @Test(arguments: whole) func `what libxml2 must not act on is refused with its place`(refusal: WaymarkError) throws {
    let problem = try #require(parseTemplate(Array(refusal.body.utf8), contract: contract).problems.first)
    #expect(problem.message.contains(refusal.message), "\(problem.message)")
    #expect("\(problem.line):\(problem.column)" == "\(refusal.line):\(refusal.column)")
  }

  struct Bytes: CustomTestStringConvertible {
    let message: String
    let bytes: [UInt8]
    let place: String

    var testDescription: String { message }
  }

  static let bytes = [
    Bytes(message: "compressed", bytes: [0x1F, 0x8B, 8, 0, 0], place: "1:1"),
    Bytes(message: "UTF-16", bytes: [0xFF, 0xFE, 0x3C, 0], place: "1:1"),
    Bytes(message: "NUL", bytes: Array("<a>\n<b>\0".utf8), place: "2:4"),
    Bytes(message: "not UTF-8", bytes: Array("<a>\né".utf8) + [0xC0, 0xAF], place: "2:2"),
    Bytes(message: "levels deep", bytes: Array(String(repeating: "<p>\n", count: 300).utf8), place: "65:1"),
    Bytes(
      message: "larger than 1 MB", bytes: Array(String(repeating: "text\n", count: 2_000_000).utf8),
      place: "200001:1"),
  ]

  @Test(arguments: bytes) func `bytes that are no template are refused with their place`(refusal: Bytes) throws {
    let problems = parseTemplate(refusal.bytes, contract: contract).problems
    let problem = try #require(problems.first)
    #expect(problems.count == 1)
    #expect(problem.message.contains(refusal.message), "\(problem.message)")
    #expect("\(problem.line):\(problem.column)" == refusal.place)
  }

  @Test func `a byte order mark and a declaration are fine`() {
    let bytes = [0xEF, 0xBB, 0xBF] + Array("<?xml version='1.0' encoding='utf-8'?>\n".utf8) + page("<p>a</p>")
    #expect(parseTemplate(bytes, contract: contract).problems.isEmpty)
  }
}
