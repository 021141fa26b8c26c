/// A cell of a CSV file that people open in a spreadsheet.
struct SpreadsheetCell {
  let bytes: [UInt8]

  /// In quotes where it needs them. A text that a spreadsheet would take for a formula gets an apostrophe in front;
  /// numbers stay numbers.
  init(_ text: String) {
    var content = Array(text.utf8)
    if let first = content.first, Self.formulas.contains(first), !Self.isNumber(content) {
      content.insert(UInt8(ascii: "'"), at: 0)
    }
    let quote = UInt8(ascii: "\"")
    guard content.contains(where: { $0 == quote || $0 == 0x2C || $0 == 0x3B || $0 < 0x20 }) else {
      bytes = content
      return
    }
    bytes = [quote] + content.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
  }

  /// `=`, `+`, `-`, `@`, tab and carriage return (OWASP, "CSV injection").
  private static let formulas = Array("=+-@\t\r".utf8)

  /// Digits with a sign, and at most one point or comma.
  private static func isNumber(_ bytes: [UInt8]) -> Bool {
    let digits = bytes.first == UInt8(ascii: "-") || bytes.first == UInt8(ascii: "+") ? bytes.dropFirst() : bytes[...]
    let points = digits.count { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    return points <= 1 && digits.count > points
      && digits.allSatisfy {
        (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
      }
  }
}
