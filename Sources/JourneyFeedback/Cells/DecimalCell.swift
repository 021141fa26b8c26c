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

/// Which sign comes before the decimals.
enum DecimalSign: Sendable, Equatable {
  /// Point and comma both, as in ratings, which have no thousands.
  case any
  /// This one; the other groups thousands.
  case declared(UInt8)
  /// Nobody says: `1,250` and `1.250` can be read in two ways.
  case unknown
}

extension DecimalCell {
  /// Reads `18`, `18.05`, `-1` and, with a comma for the point, `18,05`; nil for anything else.
  ///
  /// ASCII digits only, at most 18 of them before the sign and 18 behind; for weights more are passed, and an exponent is
  /// read. Thousands are grouped only where the sign is declared.
  init?(_ bytes: Span<UInt8>, _ cell: Range<Int>, _ sign: DecimalSign, isWeight: Bool = false) {
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
    // Digits since the last sign that groups thousands.
    var group: Int?
    var exponent = 0
    while index < cell.upperBound {
      let byte = bytes[index]
      index += 1
      if byte == 0x2E || byte == 0x2C {
        guard places == nil else { return nil }
        if case .declared(let decimal) = sign, byte != decimal {
          guard group == 3 || group == nil && 1...3 ~= whole else { return nil }
          group = 0
        } else {
          guard group ?? 3 == 3 else { return nil }
          places = 0
        }
        continue
      }
      if isWeight, byte | 0x20 == 0x65, whole + (places ?? 0) > 0 {
        guard let power = Self.power(bytes, index..<cell.upperBound) else { return nil }
        exponent = power
        break
      }
      guard 0x30...0x39 ~= byte else { return nil }
      if let behind = places {
        if isWeight, behind == 18 { continue }
        places = behind + 1
      } else {
        whole += 1
        group = group.map { $0 + 1 }
      }
      guard whole <= 18, places ?? 0 <= 18 else { return nil }
      digits = digits * 10 + Int128(byte - 0x30)
    }
    guard whole + (places ?? 0) > 0, places != 0 || whole > 0, places != nil || group ?? 3 == 3 else { return nil }
    var scale = (places ?? 0) - exponent
    while scale < 0 {
      guard whole < 30 else { return nil }
      (digits, scale, whole) = (digits * 10, scale + 1, whole + 1)
    }
    self.init(digits: digits, places: scale, isNegative: isNegative && digits != 0)
    if sign == .unknown, exponent == 0, places == 3, Self.isGrouped(bytes, cell) { return nil }
  }

  /// Whether a cell can be read in two ways: one sign with three digits behind it, and before it a number of thousands.
  static func isGrouped(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
    let cell = unquoted(bytes, cell)
    var index = cell.lowerBound
    if index < cell.upperBound, bytes[index] == 0x2D || bytes[index] == 0x2B { index += 1 }
    let start = index
    while index < cell.upperBound, bytes[index] &- 0x30 < 10 { index += 1 }
    guard 1...3 ~= index - start, bytes[start] != 0x30, cell.upperBound - index == 4,
      bytes[index] == 0x2E || bytes[index] == 0x2C
    else { return false }
    return (index + 1..<cell.upperBound).allSatisfy { bytes[$0] &- 0x30 < 10 }
  }

  /// `-3`, `+02`.
  private static func power(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var index = range.lowerBound
    let isNegative = index < range.upperBound && bytes[index] == 0x2D
    if index < range.upperBound, bytes[index] == 0x2D || bytes[index] == 0x2B { index += 1 }
    guard 1...3 ~= range.upperBound - index else { return nil }
    var power = 0
    for place in index..<range.upperBound {
      guard bytes[place] &- 0x30 < 10 else { return nil }
      power = power * 10 + Int(bytes[place] - 0x30)
    }
    return isNegative ? -power : power
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
