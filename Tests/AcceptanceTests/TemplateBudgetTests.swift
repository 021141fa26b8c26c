import Foundation
import Support
import Testing

/// A page template whose expressions take work, whose slots repeat long texts, or that is long itself – filled, or
/// refused with line and column where its budget is spent.
///
/// A debug build takes twenty times as long a step, so what spends the whole budget of work is tried on the program as it
/// is handed out.
@Suite struct TemplateBudgetTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A page with this body over this journey.
  private func render(_ body: String, title: String, touchpoints: Int = 1) throws -> Run {
    let cards = (0..<touchpoints).map { "touchpoint t\($0) \"T\($0)\"\n" }.joined()
    try scratch.write("journey j \"\(title)\" {\nphase p \"P\" {\n\(cards)}\n}\n", to: "w/j.journey")
    try scratch.write(
      """
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:w="urn:waymark:page" lang="en"><head><meta charset="utf-8" /><title>x</title></head><body>
      \(body)
      </body></html>
      """, to: "page.xhtml")
    return try bounded("render", "w", "--out", "out", "--page", "page.xhtml", in: scratch)
  }

  private static let mixed = String(repeating: "é", count: 16_000) + String(repeating: "ü", count: 16_000)
  private static let plain = String(repeating: "a", count: 65_000)

  private static func value(_ expression: String) -> String { "<p><w:value select=\"\(expression)\" /></p>" }
  private static func concat(_ count: Int, _ last: String = "") -> String {
    "concat(\(Array(repeating: "@title", count: count).joined(separator: ","))\(last))"
  }

  /// String functions that libxml2 works out in the product of the lengths: a few of them are within the budget.
  static let short: [(title: String, body: String)] = [
    (mixed, value("string-length(translate(@title,@title,'a'))")),
    (mixed, String(repeating: value("string-length(translate(@title,@title,'a'))"), count: 20)),
    (mixed, value("string-length(translate(\(concat(20)),\(concat(20)),'a'))")),
    (plain, value("contains(\(concat(40)),\(concat(10, ",'b'")))")),
    (plain, value("string-length(substring-before(\(concat(30)),\(concat(10, ",'b'"))))")),
    (plain, value("string-length(substring-after(\(concat(30)),\(concat(10, ",'b'"))))")),
    (plain, value("string-length(normalize-space(\(concat(40))))")),
  ]

  @Test(arguments: short.indices) func `a long text is worked on in time`(index: Int) throws {
    let run = try render(Self.short[index].body, title: Self.short[index].title)
    #expect(run.status == 0, "\(run.error)")
  }

  /// What goes on until the budget of work is spent.
  static let spending: [(touchpoints: Int, body: String)] = [
    (1, String(repeating: value("string-length(translate(\(concat(20)),@title,''))"), count: 2_000)),
    (
      700,
      "<w:each select=\"//touchpoint\"><w:each select=\"//touchpoint[contains(/journey/@title, 'b')]\">x</w:each></w:each>"
    ),
    (
      2_000, "<w:each select=\"//touchpoint\"><w:if test=\"//touchpoint/@title = //touchpoint/@name\">x</w:if></w:each>"
    ),
    (
      2_000,
      "<w:each select=\"//touchpoint\"><w:if test=\"count(//touchpoint/@title | //touchpoint/@name) = 1\">x</w:if></w:each>"
    ),
    (2_000, value("count(//*[count(//*[count(//*) > 0]) > 0])")),
    (500, String(repeating: "<p class=\"{\(concat(20))}\">x</p>", count: 2_000)),
  ]

  @Test(.enabled(if: Run.isRelease), arguments: spending.indices)
  func `the work of a page is bounded`(index: Int) throws {
    let run = try render(Self.spending[index].body, title: Self.mixed, touchpoints: Self.spending[index].touchpoints)
    #expect(run.status == 1)
    #expect(run.error.contains("error[bad-template]: the page's expressions take too many steps here"), "\(run.error)")
    #expect(run.error.contains("page.xhtml:2:"), "\(run.error)")
  }

  /// What repeats: texts of the journey, of the template, and parts.
  static let repeating: [(body: String, words: String)] = [
    (
      "<w:each select=\"//touchpoint\"><w:value select=\"/journey/@title\" /></w:each>",
      "the page grows past 32768 KiB here"
    ),
    (
      "<w:each select=\"//touchpoint\"><i title=\"{/journey/@title}\"></i></w:each>",
      "the page grows past 32768 KiB here"
    ),
    (
      "<w:each select=\"//touchpoint\"><p>\(String(repeating: "&amp;", count: 12_000))</p></w:each>",
      "the page grows past 32768 KiB here"
    ),
    (
      "<w:each select=\"//touchpoint\"><p class=\"\(String(repeating: "c", count: 60_000))\"></p></w:each>",
      "the page grows past 32768 KiB here"
    ),
    (
      "<w:each select=\"//touchpoint\"><w:each select=\"//touchpoint\"><b /></w:each></w:each>",
      "the page grows past 500000 nodes here"
    ),
    (
      "<w:each select=\"//touchpoint\"><w:each select=\"//touchpoint\"></w:each></w:each>",
      "the page grows past 500000 nodes here"
    ),
    (
      "<w:each select=\"//touchpoint\"><w:insert part=\"map\" /></w:each>", "the part \"map\" is inserted a second time"
    ),
    ("<w:insert part=\"table\" /><w:insert part=\"table\" />", "the part \"table\" is inserted a second time"),
  ]

  @Test(arguments: repeating.indices) func `what a template makes is bounded`(index: Int) throws {
    let (body, words) = Self.repeating[index]
    let run = try render(body, title: Self.plain, touchpoints: 720)
    #expect(run.status == 1)
    #expect(run.error.contains("error[bad-template]: \(words)"), "\(run.error)")
    #expect(run.error.contains("page.xhtml:2:"), "\(run.error)")
  }

  /// Templates just under their 1 MB. A debug build takes a tenth of each.
  static let long: [(words: String?, body: String)] = [
    (nil, "<p title=\"" + many("{@title}", 100_000) + "\">x</p>"), (nil, many("<p title=\"{@title}\">x</p>", 35_000)),
    (nil, many("<p title=\"{@title}\">x</p>\n", 35_000)), (nil, many("&#233;<b title=\"é&lt;{@title}\"></b>", 25_000)),
    ("a tag has more than 256 attributes", "<b \(many(0..<60_000) { "a\($0)=\"\" " })>x</b>"),
    ("the attribute \"onx\" is not allowed in a page template", many("<b onx=\"\">x</b>", 60_000)),
    ("the document has no attribute \"x\"", "<p title=\"" + many("{@x}", 200_000) + "\">x</p>"),
    ("prefixes are declared here", "<p \(many(0..<200) { "xmlns:p\($0)=\"u\" " })>x</p>"),
  ]

  private static func many(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: Run.isRelease ? count : count / 10)
  }

  private static func many(_ range: Range<Int>, _ text: (Int) -> String) -> String { range.map(text).joined() }

  @Test(arguments: long.indices) func `a long template is read in time`(index: Int) throws {
    let (words, body) = Self.long[index]
    let run = try render(body, title: "T")
    #expect(run.status == (words == nil ? 0 : 1), "\(run.error.prefix(2000))")
    if let words { #expect(run.error.contains(words), "\(run.error.prefix(2000))") }
  }
}
