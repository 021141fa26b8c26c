import Support
import Testing

@testable import JourneyMetrics

/// Weights and their sums, read and written exactly.
@Suite struct ExactDecimalTests {
  private static func read(_ text: String) -> ExactDecimal? { ExactDecimal(Array(text.utf8)[...], places: 20) }

  /// Every number of digits on both sides of the point, those around 64 bits among them.
  @Test(arguments: 1...18)
  func `a number is written as it was read`(whole: Int) {
    var draw = SplitMix(state: UInt64(whole))
    for decimals in 0...20 {
      func digits(_ count: Int) -> String { (0..<count).map { _ in String(draw.next(below: 10)) }.joined() }
      let before = String(1 + draw.next(below: 9)) + digits(whole - 1)
      let behind = decimals == 0 ? "" : ".\(digits(decimals - 1))\(1 + draw.next(below: 9))"
      #expect(Self.read(before + behind)?.text == before + behind)
      #expect(Self.read(String(repeating: "9", count: whole) + behind)?.text.hasSuffix("9\(behind)") == true)
      #expect(Self.read("0\(before)\(behind)").map(\.text) == (whole < 18 ? before + behind : nil))
    }
  }

  @Test(arguments: [
    "", ".", ".5", "1.", "1.2.3", "-1", "+1", "1e3", " 1", "1234567890123456789", "0.123456789012345678901",
  ])
  func `anything else is no number`(text: String) { #expect(Self.read(text) == nil) }

  @Test func `the largest and the smallest are told apart from their neighbours`() throws {
    let most = try #require(Self.read("999999999999999999.99999999999999999999"))
    let least = try #require(Self.read("0.00000000000000000001"))
    #expect(most.fits && !(most + least).fits && (most + least).text == "1000000000000000000")
    #expect((most - least).text == "999999999999999999.99999999999999999998" && (least - most).text == "0")
  }
}
