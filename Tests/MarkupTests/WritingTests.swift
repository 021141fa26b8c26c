import Markup
import Testing

@Suite struct WritingTests {
  @Test func `a builder keeps the order of attributes and children`() {
    let lines = ["one", "two"]
    let element = Element("g", ["id": "a", "class": nil, "x": "1"]) {
      Element("rect", ["width": "3"])
      if lines.count > 5 { Element("never") }
      for line in lines { Element("text") { line } }
      "tail"
    }
    #expect(
      text(xml(element)) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <g id="a" x="1"><rect width="3"/><text>one</text><text>two</text>tail</g>

        """)
  }

  @Test func `HTML has its doctype, void elements and end tags, and its drawings stay short`() {
    let page = Element("html", ["lang": "en"]) {
      Element("head") {
        Element("title") { "é & ü" }
        Element("style") { "a > b { content: \"]]><&\" }" }
        Element("script") { "if (a < b && c) {}" }
      }
      Element("body") {
        Element("br") { "never" }
        Element("td", ["title": "é \"&\n"])
        Element("svg") { Element("path", ["d": "M0 0"]) }
        Element("i")
      }
    }
    #expect(
      text(html(page)) == """
        <!DOCTYPE html>
        <html lang="en"><head><title>é &amp; ü</title><style>a > b { content: "]]\\3e \\3c \\26 " }</style>\
        <script>if (a \\u003c b \\u0026\\u0026 c) {}</script></head><body><br/>\
        <td title="é &quot;&amp;&#10;"></td><svg><path d="M0 0"/></svg><i></i></body></html>

        """)
  }
}

func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
