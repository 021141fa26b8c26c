import Markup
import Testing

/// Pictures of a few bytes that would draw for minutes.
@Suite struct PictureCostTests {
  private static func svg(_ body: String) -> [UInt8] {
    Array(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 9 9\">\(body)</svg>"
        .utf8)
  }

  /// Groups in groups, each drawn ten times by the next; `draw` says how.
  private static func nested(_ levels: Int, _ element: String = "g", _ draw: (Int) -> String) -> String {
    let first = "<\(element) id=\"a0\"><rect width=\"1\" height=\"1\"/></\(element)>"
    let more = (1...levels).map { level in
      "<\(element) id=\"a\(level)\">\(String(repeating: draw(level - 1), count: 10))</\(element)>"
    }
    return "<defs>\(([first] + more).joined())</defs>\(draw(levels))"
  }

  static let costly: [(what: String, body: String)] = [
    ("use", nested(4) { "<use href=\"#a\($0)\"/>" }),
    ("use by xlink", nested(6) { "<use xlink:href=\"#a\($0)\"/>" }),
    ("use by percent", nested(6) { "<use href=\"#%61\($0)\"/>" }),
    ("symbol", nested(5, "symbol") { "<use href=\"#a\($0)\"/>" }),
    ("nested svg", nested(5, "svg") { "<use href=\"#a\($0)\"/>" }),
    ("patterns", nested(5, "pattern") { "<rect fill=\"url(#a\($0))\"/>" }),
    ("masks", nested(5, "mask") { "<rect mask=\"url( '#a\($0)' )\"/>" }),
    ("clips", nested(5, "clipPath") { "<rect style=\"clip-path:url(#a\($0))\"/>" }),
    ("markers", nested(5, "marker") { "<path marker-start=\"url(#a\($0))\" d=\"M0 0\"/>" }),
    (
      "a marker on every point",
      "<marker id=\"m\"><rect/><rect/></marker><path marker-mid=\"url(#m)\" d=\"M0 0\(String(repeating: "h1 ", count: 9_000))\"/>"
    ),
    (
      "a marker of a group",
      "<marker id=\"m\"><rect/><rect/></marker><g marker-mid=\"url(#m)\"><path d=\"M0 0\(String(repeating: "h1 ", count: 9_000))\"/></g>"
    ),
    (
      "a filter with many steps on many",
      "<filter id=\"f\">\(String(repeating: "<feGaussianBlur stdDeviation=\"90\"/>", count: 20))</filter>\(String(repeating: "<g filter=\"url(#f)\"/>", count: 30))"
    ),
    (
      "filters of CSS",
      "<style>*{filter:\(String(repeating: "blur(9px) ", count: 100))}</style>\(String(repeating: "<rect/>", count: 100))"
    ),
    (
      "classes",
      "<style>.a{mask:url(#m)}</style><mask id=\"m\">\(String(repeating: "<rect/>", count: 200))</mask>\(String(repeating: "<rect class=\"b a\"/>", count: 100))"
    ),
    ("shapes one by one", String(repeating: "<rect/>", count: 10_001)),
    (
      "a chain",
      "<g id=\"b0\"/>" + (1...200).map { "<g id=\"b\($0)\"><use href=\"#b\($0 - 1)\"/></g>" }.joined()
        + "<use href=\"#b200\"/>"
    ),
  ]

  @Test(arguments: costly.indices) func `a picture that draws too much is refused`(index: Int) throws {
    let problem = try #require(pictureProblems(Self.svg(Self.costly[index].body)).first, "\(Self.costly[index].what)")
    #expect(problem.message.contains("draws more than 10000 shapes"), "\(Self.costly[index].what): \(problem.message)")
  }

  static let circular = [
    "<g id=\"a\"><use href=\"#a\"/></g>", "<use id=\"a\" href=\"#a\"/>",
    "<g id=\"a\"><use href=\"#b\"/></g><g id=\"b\"><use href=\"#a\"/></g>",
    "<pattern id=\"p\"><rect fill=\"url(#p)\"/></pattern><rect fill=\"url(#p)\"/>",
    "<g id=\"a\"><g><use xlink:href=\"#a\"/></g></g>",
    "<mask id=\"m\"><g mask=\"url(#m)\"/></mask><g mask=\"url(#m)\"/>",
    "<style>.a{mask:url(#m)}</style><mask id=\"m\"><rect class=\"a\"/></mask><rect class=\"a\"/>",
    "<style>@media screen{svg{&amp; .a{mask:url(#m)}}}</style><mask id=\"m\"><rect/></mask>",
    "<style>/* .a{ */ *{fill:url(#p)}</style><pattern id=\"p\"><rect/></pattern>",
  ]

  @Test(arguments: circular) func `a picture that draws itself is refused`(body: String) {
    #expect(pictureProblems(Self.svg(body)).map(\.message) == ["this part of the picture draws itself"])
  }

  /// What would take the product of its parts, were each added up wherever it is referred to.
  @Test(arguments: [
    "<style>*{fill:\(String(repeating: "url(#x) ", count: 9_000))}</style>\(String(repeating: "<g/>", count: 9_000))",
    "\(String(repeating: "<stop id=\"a\"/>", count: 4_000))\(String(repeating: "<g fill=\"url(#a)\"/>", count: 4_000))",
    "<g fill=\"\(String(repeating: "url(#a)", count: 20_000))\"/>\(String(repeating: "<stop id=\"a\"/>", count: 4_000))",
    "<style>\(String(repeating: "/*", count: 100_000))</style>",
    "<style>\(String(repeating: "a", count: 200_000))</style>",
    "<style>a{b:url(\(String(repeating: " ", count: 200_000))}</style>",
    "<style>\(String(repeating: "{", count: 200_000))</style>",
  ]) func `a long picture is looked at in time`(body: String) {
    #expect(pictureProblems(Self.svg(body)).allSatisfy { !$0.message.contains("shapes") })
  }

  /// As editors write them.
  static let plain = [
    nested(2) { "<use href=\"#a\($0)\"/>" }, String(repeating: "<path d=\"M0 0h9\"/>", count: 5_000),
    "<style>.a{fill:url(#g)}.b{clip-path:url(#c)}path{stroke:url(#g)}</style><linearGradient id=\"g\"><stop/><stop/></linearGradient><clipPath id=\"c\"><path d=\"M0 0\"/></clipPath>"
      + String(repeating: "<path class=\"a b\" d=\"M0 0\"/>", count: 1_000),
    "<linearGradient id=\"g\"/><linearGradient id=\"h\" href=\"#g\"/><rect fill=\"url(#h)\"/>",
    "<use href=\"#nowhere\"/>",
    "<filter id=\"s\"><feGaussianBlur/><feOffset/><feMerge><feMergeNode/></feMerge></filter><g filter=\"url(#s)\"><rect/></g>",
    "<marker id=\"m\"><path d=\"M0 0\"/></marker><path marker-end=\"url(#m)\" d=\"M0 0h9v9\"/>", "<text>a</text>",
  ]

  @Test(arguments: plain) func `a picture as editors write it may stand`(body: String) {
    #expect(pictureProblems(Self.svg(body)) == [])
  }
}
