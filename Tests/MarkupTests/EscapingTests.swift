import Markup
import Support
import Testing

@Suite struct EscapingTests {
  /// Rows 1 to 3 of the safety list, and what else has broken writers.
  static let hostile = [
    "\"><script>", "</title></style>-->]]>", "</script><!--", "__proto__", "x onload=", "}", "' onmouseover='x",
    "&lt;b&gt;", "&#60;", "&nope;", "a\tb", "<![CDATA[", "<?php", "{@title}", "é – 日本 👍🏽", "\u{FFFD}", "]]>",
  ]

  @Test(arguments: hostile) func `text stays text in an XML parse`(text: String) throws {
    let bytes = xml(Element("g", ["title": text]) { Element("text") { text } })
    #expect(MarkupTree.xml(bytes) == .element("g", ["title": text], [.element("text", [:], [.text(text)])]))
  }

  @Test(arguments: hostile) func `text stays text in an HTML parse and in an XML parse of the same page`(text: String) {
    let page = Element("html") {
      Element("head") { Element("title") { text } }
      Element("body") {
        Element("p", ["title": text, "class": "a"]) { text }
        Element("a", ["href": "#a"]) { "b" }
      }
    }
    let expected = MarkupTree.element(
      "html", [:],
      [
        .element("head", [:], [.element("title", [:], [.text(text)])]),
        .element(
          "body", [:],
          [
            .element("p", ["title": text, "class": "a"], [.text(text)]),
            .element("a", ["href": "#a"], [.text("b")]),
          ]),
      ])
    #expect(MarkupTree.html(html(page)) == expected)
    #expect(MarkupTree.xml(html(page)) == expected)
  }

  @Test(arguments: ["style", "script"], hostile)
  func `a style or script ends where it should`(kind: String, text: String) throws {
    let raw = kind == "style" ? Element("style") { text } : Element("script") { text }
    let bytes = html(
      Element("html") {
        Element("head") {
          raw; Element("title") { "after" }
        }
      })
    for tree in [MarkupTree.html(bytes), MarkupTree.xml(bytes)] {
      guard case .element("html", _, let parts)? = tree, case .element("head", _, let head)? = parts.first else {
        Issue.record("no head")
        continue
      }
      #expect(head.count == 2)
      #expect(head.last == .element("title", [:], [.text("after")]))
      guard case .element(kind, _, let content)? = head.first, case .text(let css)? = content.first else {
        Issue.record("no text")
        continue
      }
      #expect(!css.contains("<") && !css.contains("&") && !css.contains("]]>"))
    }
  }

  @Test(arguments: ["\0", "\u{B}", "\u{1B}", "\u{1F}", "\u{FFFE}", "\u{FFFF}"])
  func `scalars that XML forbids become the replacement character`(scalar: String) {
    let bytes = xml(Element("g", ["title": "a\(scalar)b"]) { "c\(scalar)d" })
    #expect(MarkupTree.xml(bytes) == .element("g", ["title": "a\u{FFFD}b"], [.text("c\u{FFFD}d")]))
  }

  @Test func `line ends and tabs survive in attributes`() {
    let bytes = xml(Element("g", ["title": "a\n\t\r\nb"]))
    #expect(MarkupTree.xml(bytes) == .element("g", ["title": "a\n\t\r\nb"], []))
  }

  @Test func `long values are written whole`() {
    let long = String(repeating: "a", count: 10_000)
    let bytes = xml(Element("g", ["x": "1", "d": long, "y": "<"]) { long })
    #expect(MarkupTree.xml(bytes) == .element("g", ["x": "1", "d": long, "y": "<"], [.text(long)]))
  }

  @Test func `elements too deep to be read again are left out`() {
    let deep = (0..<5_000).reduce(Element("g")) { inner, _ in Element("g") { inner } }
    #expect(wellFormedness(of: xml(deep)) == [])
    #expect(wellFormedness(of: html(deep)) == [])
  }

  @Test func `what libxml2 cannot read is named with its place`() {
    #expect(wellFormedness(of: Array("<a>\n<b></a>".utf8)) == ["2:8: Opening and ending tag mismatch: b line 2 and a"])
    #expect(wellFormedness(of: Array("<a x:b=''/>".utf8)).count == 1)
    #expect(wellFormedness(of: []).count == 1)
  }
}

@Suite struct RoundTripTests {
  @Test(arguments: 0..<200) func `what is written reads back as the same tree`(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let element = random.element(depth: 0)
    #expect(MarkupTree.xml(xml(element)) == tree(element))
  }

  private func tree(_ element: Element) -> MarkupTree {
    .element(
      element.name.text,
      Dictionary(
        uniqueKeysWithValues: element.attributes.pairs.compactMap { name, value in value.map { (name.text, $0) } }),
      trees(element.children))
  }

  private func trees(_ nodes: [Element.Child]) -> [MarkupTree] {
    var trees: [MarkupTree] = []
    func add(_ nodes: [Element.Child]) {
      for node in nodes {
        switch node {
        case .element(let element): trees.append(tree(element))
        case .text(let text):
          if text.isEmpty { continue }
          if case .text(let before)? = trees.last {
            trees[trees.count - 1] = .text(before + text)
          } else {
            trees.append(.text(text))
          }
        case .group(let nodes): add(nodes)
        case .each(let count, let node): add((0..<count).map(node))
        }
      }
    }
    add(nodes)
    return trees
  }
}

/// SplitMix64, so that a failing seed can be run again.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func element(depth: Int) -> Element {
    let names: [Name] = ["a", "style", "script", "svg", "br", "path", "long-element-name", "x"]
    let keys: [Name] = ["id", "title", "d"]
    var attributes: Attributes = [:]
    for key in keys where Bool.random(using: &self) { attributes.append(key, text()) }
    let name = names[Int.random(in: 0..<names.count, using: &self)]
    if name == "style" || name == "script" { return Element(name, attributes, children: [.text("a > b")]) }
    return Element(name, attributes, children: nodes(depth: depth))
  }

  private mutating func nodes(depth: Int) -> [Element.Child] {
    guard depth < 5 else { return [] }
    return (0..<Int.random(in: 0..<4, using: &self)).map { _ in
      switch Int.random(in: 0..<3, using: &self) {
      case 0: .text(text())
      case 1: .group(nodes(depth: depth + 1))
      default: .element(element(depth: depth + 1))
      }
    }
  }

  private mutating func text() -> String {
    let pieces = [
      "a", "<", ">", "&", "\"", "'", "]]>", "é", "日", "👍🏽", " ", "\n", "\t", "\r", "&amp;", "￼", "=", "{", "x y",
    ]
    return (0..<Int.random(in: 0..<6, using: &self)).map { _ in
      pieces[Int.random(in: 0..<pieces.count, using: &self)]
    }.joined()
  }
}
