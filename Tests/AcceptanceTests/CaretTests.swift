import Foundation
import Support
import Testing

/// 10,000 combining marks, ZWJ sequences, right-to-left – the caret right, text inside its box.
@Suite struct CaretTests {
  static let titles = [
    "e" + String(repeating: "\u{301}", count: 10_000), String(repeating: "e\u{301}\u{302}", count: 10_000),
    String(repeating: "👩\u{200D}👩\u{200D}👧\u{200D}👦", count: 2000), "👩" + String(repeating: "\u{200D}👩", count: 10_000),
    String(repeating: "🇩🇪", count: 5000), String(repeating: "שלום עולם ", count: 2000),
    String(repeating: "مرحبا بالعالم ", count: 2000),
    String(repeating: "ก็", count: 5000), "plain", "漢字", "שלום", "👩\u{200D}👩\u{200D}👧\u{200D}👦 e\u{301}",
  ]

  private func journey(_ title: String) -> String {
    """
    channel web "Web"
    department shop "Shop"
    journey j "\(title)" {
      phase p "\(title)" {
        touchpoint t "\(title)" channel wbe owner shop {
          feels -1 "\(title)"
          pain "\(title)"
          backstage "\(title)" owner shop
        }
        touchpoint u "\(title)" channel web owner shop
      }
      flow { t -> u : "\(title)" }
    }

    """
  }

  @Test(arguments: titles.indices) func `the caret stands below what it marks`(index: Int) throws {
    let scratch = try Scratch()
    try scratch.write(journey(Self.titles[index]), to: "j.journey")
    let run = try bounded("check", "j.journey", in: scratch)
    let lines = run.output.components(separatedBy: "\n")
    let caret = try #require(lines.firstIndex { $0.hasSuffix(" ^^^") })
    let (source, marks) = (lines[caret - 1], lines[caret])
    let before = try #require(source.range(of: "wbe", options: .backwards)).lowerBound
    #expect(marks.prefix { $0 != "^" }.count == Self.columns(source[..<before]), "\(source)\n\(marks)")
    #expect(marks.drop { $0 != "^" } == "^^^")
    #expect(run.output.unicodeScalars.count < 20_000, "no message or line is longer than anyone reads")
  }

  /// Columns of a terminal, as people count: a picture or an ideograph takes two, and marks none.
  private static func columns(_ text: Substring) -> Int {
    text.reduce(0) { columns, letter in
      let first = letter.unicodeScalars.first?.value ?? 0
      let isWide = (0x4E00...0x9FFF).contains(first) || (0x1F1E6...0x1FAFF).contains(first)
      return columns + (isWide ? 2 : 1)
    }
  }

  @Test(arguments: titles.indices) func `every text of a card is inside its card`(index: Int) throws {
    let scratch = try Scratch()
    try scratch.write(journey(Self.titles[index]), to: "j.journey")
    try bounded("render", "j.journey", "--out", "out", "--verify", in: scratch)
    let map = try #require(MarkupTree.xml([UInt8](Data(contentsOf: scratch.url("out/j.svg")))))
    let cards = Self.cards(in: map)
    #expect(cards.count == 2)
    for card in cards {
      guard case .element(_, _, let parts) = card else { continue }
      let box = try #require(parts.lazy.compactMap { Self.frame($0, of: "rect") }.first)
      let texts = parts.compactMap { Self.frame($0, of: "text") }
      #expect(!texts.isEmpty)
      for text in texts {
        #expect(text.lowerBound >= box.lowerBound && text.upperBound <= box.upperBound, "\(text) in \(box)")
      }
    }
  }

  private static func cards(in tree: MarkupTree) -> [MarkupTree] {
    guard case .element(_, let attributes, let children) = tree else { return [] }
    return attributes["class"] == "touchpoint" ? [tree] : children.flatMap(cards)
  }

  /// From where to where an element reaches across the map. The end of a text is at its left where it is written to the
  /// left.
  private static func frame(_ tree: MarkupTree, of name: String) -> ClosedRange<Double>? {
    guard case .element(name, let attributes, _) = tree, let x = attributes["x"].flatMap(Double.init),
      let width = (attributes["width"] ?? attributes["textLength"]).flatMap(Double.init)
    else { return nil }
    let isLeftward = attributes["direction"] == "rtl"
    switch attributes["class"]?.split(separator: " ").last {
    case "mid": return x - width / 2...x + width / 2
    case "end": return isLeftward ? x...x + width : x - width...x
    default: return isLeftward ? x - width...x : x...x + width
    }
  }
}
