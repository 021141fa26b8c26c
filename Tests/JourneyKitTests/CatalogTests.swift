import Foundation
import JourneySource
import Support
import Testing

@testable import JourneyKit

extension Rule: CustomTestStringConvertible {
  /// Its code.
  public var testDescription: String { code }
}

@Suite struct CatalogTests {
  @Test func `every code is there once, in order`() {
    let codes = Rule.catalog.map(\.code)
    #expect(codes == Set(codes).sorted())
    #expect(codes.count > 40)
  }

  @Test(arguments: Rule.catalog)
  func `a rule is written the way all are`(rule: Rule) {
    let words = rule.code.split(separator: "-", omittingEmptySubsequences: false)
    #expect(words.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber) } })
    #expect(rule.summary.first?.isUppercase == true && rule.summary.hasSuffix("."), "\(rule.summary)")
    #expect(!rule.why.isEmpty)
  }

  @Test(arguments: Rule.catalog.filter { $0.exampleSources($0.example) != nil })
  func `the example raises the finding, and what stands instead does not`(rule: Rule) throws {
    let example = try #require(rule.exampleSources(rule.example))
    let instead = try #require(rule.exampleSources(rule.instead))
    let raised = Waymark.check(example).diagnostics.map(\.rule.code)
    #expect(raised.contains(rule.code), "its example raises \(raised)")
    let left = Waymark.check(instead)
    #expect(!left.diagnostics.contains { $0.rule.code == rule.code })
    if rule.exampleKind == .journey {
      #expect(left.errors == 0, "what stands instead has errors:\n\(left.printed(as: .text))")
    }
  }

  @Test func `an unknown code is refused with the nearest`() throws {
    let refusal = #expect(throws: WaymarkError.self) { try Waymark.explain("unreadable-fil") }
    #expect(refusal?.help == "did you mean \"unreadable-file\"?")
  }
}

@Suite struct FindingsPageTests {
  @Test func `docs findings is made from the rules`() throws {
    let url = Golden.root.appending(path: "docs/findings.md")
    let page = Waymark.findingsPage
    guard (try? String(contentsOf: url, encoding: .utf8)) == page else {
      if ProcessInfo.processInfo.environment["ACCEPT"] == "1" { try Data(page.utf8).write(to: url) }
      Issue.record("docs/findings.md differs from the rules; ACCEPT=1 rewrites it")
      return
    }
  }

  @Test func `the index has every code once`() {
    #expect(FindingsIndex.groups.flatMap(\.rules).map(\.code).sorted() == Rule.catalog.map(\.code))
  }

  @Test func `explain shows the page`() throws {
    let page = try Waymark.explain("unreadable-file").page
    #expect(page.hasPrefix("# unreadable-file (error)\n\n"))
    #expect(Waymark.findingsPage.contains(page))
  }
}
