/// A decimal number as it is written, exact: `digits` × 10 ^ −`places`.
struct DecimalCell: Equatable {
  var digits: Int128
  var places: Int
  var isNegative: Bool

  /// A whole number, where it is one that an `Int` holds.
  var whole: Int? {
    var digits = digits
    for _ in 0..<places {
      let (quotient, rest) = digits.quotientAndRemainder(dividingBy: 10)
      guard rest == 0 else { return nil }
      digits = quotient
    }
    return Int(exactly: isNegative ? -digits : digits)
  }
}

extension DecimalCell {
  /// Reads `18`, `18.05`, `-1` and, with a comma for the point, `18,05`; nil for anything else.
  ///
  /// No exponents, no grouping, ASCII digits only, at most 18 of them before the point and 18 behind. `1,500` could be
  /// one and a half or fifteen hundred: between commas as delimiters it is no number, elsewhere a decimal comma.
  init?(_ bytes: Span<UInt8>, _ cell: Range<Int>, delimiter: UInt8) {
    let cell = unquoted(bytes, cell)
    var index = cell.lowerBound
    guard index < cell.upperBound else { return nil }
    var isNegative = false
    if bytes[index] == 0x2D || bytes[index] == 0x2B {
      isNegative = bytes[index] == 0x2D
      index += 1
    }
    var digits: Int128 = 0
    var whole = 0
    var places: Int?
    var hasComma = false
    while index < cell.upperBound {
      let byte = bytes[index]
      index += 1
      if byte == 0x2E || byte == 0x2C {
        guard places == nil else { return nil }
        places = 0
        hasComma = byte == 0x2C
        continue
      }
      guard 0x30...0x39 ~= byte else { return nil }
      if let behind = places { places = behind + 1 } else { whole += 1 }
      guard whole <= 18, places ?? 0 <= 18 else { return nil }
      digits = digits * 10 + Int128(byte - 0x30)
    }
    guard whole + (places ?? 0) > 0, places != 0 || whole > 0 else { return nil }
    if hasComma, delimiter == 0x2C, places == 3, whole <= 3, whole > 0 { return nil }
    self.init(digits: digits, places: places ?? 0, isNegative: isNegative && digits != 0)
  }
}

/// A cell without its quotes and without blanks at its ends.
@inline(__always)
func unquoted(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Range<Int> {
  var (start, end) = (cell.lowerBound, cell.upperBound)
  if end - start >= 2, bytes[start] == 0x22, bytes[end - 1] == 0x22 {
    start += 1
    end -= 1
  }
  while start < end, isBlank(bytes[start]) { start += 1 }
  while end > start, isBlank(bytes[end - 1]) { end -= 1 }
  return start..<end
}
