/// Whether a cell identifies a person, or an answer. It does not where it is empty, `NULL`, `n/a` or `anonymous`, nor
/// where a spreadsheet has rounded it (`1.23E+15`), which makes one of many.
@inline(__always)
func isSomebody(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
  let cell = unquoted(bytes, cell)
  guard !cell.isEmpty else { return false }
  // Nearly all identifiers begin with another byte, or are longer.
  guard cell.count <= 24 else { return true }
  let first = bytes[cell.lowerBound]
  if first &- 0x30 < 10 || first == 0x2D || first == 0x2B { return !isRounded(bytes, cell) }
  return !(nobodyStarts[Int(first)] && cell.count <= 12 && nobody.contains(lowercased(bytes, cell)))
}

/// Digits with a point or a comma, and an exponent; or nothing but hyphens.
private func isRounded(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
  var index = cell.lowerBound
  func skipDigits() -> Bool {
    let start = index
    while index < cell.upperBound, bytes[index] &- 0x30 < 10 { index += 1 }
    return index > start
  }
  if bytes[index] == 0x2D || bytes[index] == 0x2B { index += 1 }
  guard index < cell.upperBound else { return true }
  if bytes[index] == 0x2D { return (index..<cell.upperBound).allSatisfy { bytes[$0] == 0x2D } }
  guard skipDigits(), index < cell.upperBound, bytes[index] == 0x2E || bytes[index] == 0x2C else { return false }
  index += 1
  guard skipDigits(), index < cell.upperBound, bytes[index] | 0x20 == 0x65 else { return false }
  index += 1
  if index < cell.upperBound, bytes[index] == 0x2B || bytes[index] == 0x2D { index += 1 }
  return skipDigits() && index == cell.upperBound
}

private func lowercased(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> [UInt8] {
  cell.map { 0x41...0x5A ~= bytes[$0] ? bytes[$0] | 0x20 : bytes[$0] }
}

/// In lower case.
let nobodyNames = [
  "null", "(null)", "<null>", "\\n", "nil", "none", "nan", "na", "n/a", "#n/a", "n.a.", "undefined", "unknown",
  "anonymous", "anonymus", "anonym", "anonyme", "anon", "(blank)", "blank", "empty", "?", ".",
]
private let nobody = Set(nobodyNames.map { Array($0.utf8) })
private let nobodyStarts: [Bool] = {
  var starts = [Bool](repeating: false, count: 256)
  for name in nobodyNames {
    guard let first = name.utf8.first else { continue }
    starts[Int(first)] = true
    if 0x61...0x7A ~= first { starts[Int(first & 0xDF)] = true }
  }
  return starts
}()
