import JourneyModel
import JourneySource
import Testing

private let written = Rule.modelCatalog.filter { !$0.example.isEmpty }

extension Rule: CustomTestStringConvertible {
  /// The code, as tests name it.
  public var testDescription: String { code }
}

@Test(arguments: written)
func `the example of a rule raises it and nothing worse`(rule: Rule) {
  let reading = Reading(rule.example)
  let others = reading.findings(atLeast: .warning).filter { $0.rule.code != rule.code }
  #expect(reading.codes.contains(rule.code), "\(rule.code) is not raised:\n\(reading.list)")
  #expect(others.isEmpty, "\(rule.code):\n\(reading.list)")
  #expect(reading.codes.filter { $0 == rule.code }.count == 1, "\(rule.code) is said more than once:\n\(reading.list)")
}

@Test(arguments: written)
func `what a rule tells to write instead is clean`(rule: Rule) {
  let reading = Reading(rule.instead)
  #expect(!reading.codes.contains(rule.code), "\(rule.code):\n\(reading.list)")
  #expect(reading.findings(atLeast: .warning).isEmpty, "\(rule.code):\n\(reading.list)")
}

@Test func `the catalog is in order and names each rule once`() {
  let codes = Rule.modelCatalog.map(\.code)
  #expect(codes == codes.sorted())
  #expect(Set(codes).count == codes.count)
}

@Test(arguments: Rule.modelCatalog)
func `a rule explains itself in whole sentences`(rule: Rule) {
  #expect(rule.summary.hasSuffix("."))
  #expect(rule.why.hasSuffix(".") && rule.why.contains("\n\n"), "\(rule.code) gives no way out")
  #expect(rule.code.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D })
}
