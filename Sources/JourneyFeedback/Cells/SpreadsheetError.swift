extension String {
  /// Whether a spreadsheet put it in place of a result: `#N/A`, `#DIV/0!`.
  var isSpreadsheetError: Bool {
    guard utf8.first == UInt8(ascii: "#"), utf8.count > 3, let last = utf8.last else { return false }
    if self == "#N/A" || self == "#GETTING_DATA" { return true }
    return (last == UInt8(ascii: "!") || last == UInt8(ascii: "?"))
      && utf8.dropFirst().dropLast().allSatisfy { 0x41...0x5A ~= $0 || $0 == UInt8(ascii: "/") || $0 == 0x30 }
  }
}
