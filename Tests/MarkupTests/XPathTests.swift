import Foundation
import Support
import Testing

@testable import Markup

/// Our XPath against libxml2's, by a table that `CrossCheck/xpath.py` makes with lxml; and what it takes.
@Suite struct XPathTests {
  /// The same as in `CrossCheck/xpath.py`.
  static let document = Element(
    "journey", ["title": "Coffee <&> 'tea'", "n": "3", "empty": "", "div": "9", "mod": "2"]
  ) {
    Element("phase", ["title": "Before", "n": "1"]) {
      Element("touchpoint", ["title": "Sees", "n": "2"])
      Element("touchpoint", ["title": "Queues", "n": "3"]) {
        Element("pain") { "Long" }
        Element("pain", ["m": "7"]) {
          "Loud "
          Element("b") { "and" }
          " hot"
        }
      }
      Element("touchpoint", ["title": "Ä Ö", "m": "x"])
    }
    Element("note") { "  one &  two " }
    Element("phase", ["title": "After"]) {
      Element("touchpoint", ["title": "Drinks", "n": "10"])
      Element("touchpoint", ["title": "Queues"])
    }
    Element("and") { "4" }
    Element("or") { "5" }
    Element("div") { "6" }
    Element("mod") { "text" }
  }

  static let anything = TemplateContract(parts: [])

  static func text(_ expression: String, of document: Element = document) throws -> String {
    let xpath = try XPathParser.parse(expression, anything)
    var evaluator = Evaluator(document)
    return try evaluator.text(xpath, at: evaluator.root)
  }

  @Test func `expressions give what libxml2 gives`() throws {
    let table = Golden.root.appending(path: "Tests/MarkupTests/CrossCheck/xpath.csv")
    let rows = try String(contentsOf: table, encoding: .utf8).split(separator: "\n").dropFirst()
    #expect(rows.count > 600)
    for row in rows {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
        .map { String($0).replacing("␉", with: "\t").replacing("␤", with: "\n").replacing("\\\\", with: "\\") }
      let actual = try Self.text(fields[0])
      #expect(actual == fields[1], "\(fields[0])")
    }
  }

  @Test func `what XPath calls no number is none`() throws {
    for text in ["1e3", "+1", "1 2", "0x1", "1,5", "--1", ".", "-", "", "١"] {
      #expect(try Self.text("number('\(text)')") == "NaN", "\(text)")
    }
  }

  /// What one expression may cost, by what it goes through: texts, pairs of texts, pairs of nodes.
  static let costly = [
    "translate(@title, @title, 'a')", "contains(@title, concat(@title, 'b'))",
    "string-length(translate(concat(@title, @title), @title, ''))",
    "substring-before(concat(@title, @title), concat(substring(@title, 2), 'b'))",
    "//touchpoint/@title = //touchpoint/@n",
    "//touchpoint/@title != //touchpoint/@title", "//touchpoint/@n < //touchpoint/@title",
    "count(//touchpoint/@n | //touchpoint/@title)",
    "count(//touchpoint/preceding::*)", "sum(//touchpoint/following-sibling::*/@n)",
    "count(//touchpoint[contains(../@title, 'b')])",
    "count(//touchpoint[string(/journey/@title) = concat(., 'x')])", "count(//*[count(//*[count(//*) > 0]) > 0])",
    "concat(/, /, /, /)",
    "count(//touchpoint[last()]/ancestor::*[1]/descendant::*[position() = last()])",
    "normalize-space(concat(@title, /))",
  ]

  /// That their steps are as short as others is held by `Tests/AcceptanceTests/TemplateBudgetTests.swift`.
  @Test(arguments: costly) func `what an expression takes is counted`(expression: String) throws {
    func work(_ count: Int) throws -> Int {
      let long = String(repeating: "aé", count: 20 * count)
      let document = Element("journey", ["title": long]) {
        for index in 0..<count {
          Element("touchpoint", ["title": "\(long.prefix(200))\(index)", "n": String(index)]) {
            long.prefix(100).description
          }
        }
      }
      var evaluator = Evaluator(document)
      _ = try? evaluator.text(XPathParser.parse(expression, Self.anything), at: evaluator.root)
      return evaluator.work
    }
    let (few, many) = (try work(100), try work(200))
    #expect(many > few + few / 2 && many <= MarkupLimits.work + 100_000)
  }

  @Test func `a text of many pieces is read whole`() throws {
    let document = Element("journey", [:]) { for index in 0..<5 { Element("b") { String(index) } } }
    #expect(try Self.text(".", of: document) == "01234")
  }

  @Test func `an expression is nested to a depth`() throws {
    let deep = { (count: Int) in String(repeating: "(", count: count) + "1" + String(repeating: ")", count: count) }
    #expect(try Self.text(deep(MarkupLimits.expressionDepth - 1)) == "1")
    #expect(throws: XPathObjection.self) { try Self.text(deep(MarkupLimits.expressionDepth)) }
    #expect(try Self.text(String(repeating: "-", count: 400) + "1") == "1")
    #expect(try Self.text(String(repeating: "1+", count: 200) + "1") == "201")
    #expect(throws: XPathObjection.self) { try Self.text(String(repeating: "a[", count: 200)) }
  }

  /// By the recommendation: the first of a set is the first in the document, whichever way it was walked.
  @Test(arguments: [
    ("name(//b/ancestor::*)", "journey"), ("name(//b/ancestor::*[1])", "pain"),
    ("string(//note/preceding::pain)", "Long"),
    ("string(//note/preceding::pain[1])", "Loud and hot"), ("string(//or/preceding-sibling::*/@title)", "Before"),
    ("string(//or/preceding-sibling::*[1])", "4"), ("translate('aba', 'aab', 'xyz')", "xzx"),
    ("translate('aba', 'aa', '')", "b"),
    ("string(0.1234567890123455)", "0.123456789012346"), ("string(0.1234567890123454)", "0.123456789012345"),
    ("string(9.999999999999995)", "10"), ("string(1234567890123455)", "1234567890123460"),
  ])
  func `corners of the recommendation`(expression: String, value: String) throws {
    #expect(try Self.text(expression) == value)
  }
}
