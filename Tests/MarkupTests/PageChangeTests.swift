import Fuzzing
import Testing

@testable import Markup

/// A page that was changed is the page that was made anew.
@Suite struct PageChangeTests {
  /// A page of a few words, each a child: `a` is a text, `b:x` an element `b` with the class x, `b#i` one with an id.
  private static func page(_ words: String, title: String? = nil) -> Element {
    Element("html", ["title": title]) {
      for word in words.split(separator: " ") {
        if let colon = word.firstIndex(where: { ":#".contains($0) }) {
          let value = String(word[word.index(after: colon)...])
          Element("b", word[colon] == "#" ? ["id": value] : ["class": value]) { value }
        } else {
          Element("i") { String(word) }
        }
      }
    }
  }

  private static func changed(_ old: Element, to new: Element) -> PageNode {
    PageNode(PageTree(old)).changed(by: PageTree(old).change(to: PageTree(new)))
  }

  @Test(arguments: [
    ("", ""), ("", "a b:c"), ("a b:c", ""), ("a b c", "a x c"), ("a b c", "a b"), ("a b c", "b c"), ("a", "a a a"),
    ("b#x b#y b#z", "b#z b#x b#y"), ("b#x b#y b#z", "b#x b#n b#y b#z"), ("b:x b:x b:x", "b:x b:x"),
    ("b#x a b#y", "b#y a b#x"), ("a b:x c b:y", "b:y c b:x a"), ("b#x", "b:x"),
  ])
  func `a change makes one page the other`(old: String, new: String) {
    #expect(Self.changed(Self.page(old), to: Self.page(new)) == PageNode(PageTree(Self.page(new))))
    #expect(
      Self.changed(Self.page(old, title: "1"), to: Self.page(new)) == PageNode(PageTree(Self.page(new))))
    #expect(
      Self.changed(Self.page(old), to: Self.page(new, title: "2")) == PageNode(PageTree(Self.page(new, title: "2"))))
  }

  @Test func `random pages become each other`() {
    var random = SplitMix(seed: 7)
    let words = ["a", "b", "c:x", "c:y", "c#1", "c#2", "c#3", "c#4"]
    for _ in 0..<500 {
      let pages = (0..<2).map { _ in
        Self.page((0..<Int(random.next() % 9)).map { _ in words[Int(random.next() % 8)] }.joined(separator: " "))
      }
      #expect(Self.changed(pages[0], to: pages[1]) == PageNode(PageTree(pages[1])))
    }
  }

  @Test func `what stays is not sent`() {
    let old = Self.page("b#x b#y b#z")
    let new = Self.page("b#x b#n b#y b#z")
    let change = PageTree(old).change(to: PageTree(new))
    #expect(
      change.steps == [
        .keep(1), .insert(.element(name: "b", attributes: ["id": "n"], children: [.text("n")])), .keep(2),
      ])
    #expect(PageTree(old).change(to: PageTree(old)).isEmpty)
    #expect(PageTree(old).version == PageTree(old).version && PageTree(old).version != PageTree(new).version)
  }

  @Test func `a tree is what a browser reads`() {
    let page = Element("p") {
      "one "
      Element.Child.group([.text("two"), .text("")])
      Element("br")
      "\n  "
      Element("span") { " " }
      Element.Child.each(["x", "y"]) { Element("b", ["id": $0, "class": nil]) }
    }
    let tree = PageTree(page)
    // p, its text, br, span, two b.
    #expect(tree.count == 6)
    #expect(
      PageNode(tree)
        == .element(
          name: "p", attributes: [:],
          children: [
            .text("one two"), .element(name: "br", attributes: [:], children: []),
            .element(name: "span", attributes: [:], children: []),
            .element(name: "b", attributes: ["id": "x"], children: []),
            .element(name: "b", attributes: ["id": "y"], children: []),
          ]))
  }
}

/// The same numbers each time.
private struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension PageNode {
  /// A whole tree, without space between elements: what a page's script keeps of it.
  fileprivate init(_ tree: PageTree) { self = tree.whole?.withoutSpace ?? .text("") }
}
