/// The merged cells of a sheet: how many there are, and which comes first.
package struct MergedCells: Equatable, Sendable {
  package private(set) var count = 0
  /// As the sheet names the first of them: `B1:D1`.
  package private(set) var first: String?

  package init() {}

  /// Takes what a sheet says is a range; anything else is passed over, so that nothing but cells is ever printed.
  mutating func add(_ range: borrowing Span<UInt8>) {
    let ends = range.text.split(separator: ":", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy(Self.isCell) else { return }
    count += 1
    if first == nil { first = range.text }
  }

  /// `B1`: one to three letters, then up to seven digits.
  private static func isCell(_ text: Substring) -> Bool {
    let (letters, digits) = (text.utf8.prefix { 0x41...0x5A ~= $0 }, text.utf8.drop { 0x41...0x5A ~= $0 })
    return 1...3 ~= letters.count && 1...7 ~= digits.count && digits.allSatisfy { 0x30...0x39 ~= $0 }
  }
}
