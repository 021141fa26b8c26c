/// Numbers with their units, read from their written form.
enum Quantity {
  /// The meaning of a number, percentage, duration, date or range; nil where there is none (`2026-02-30`, `1..2d`), or
  /// it is too large to be exact.
  static func read(_ kind: Token.TokenKind, _ text: String, asPeriod: Bool) -> Value.ValueKind? {
    switch kind {
    case .date: return Period(text).map { .period($0) }
    case .number where asPeriod: return Period(text).map { .period($0) }
    case .range: return range(text)
    default: return single(Array(text.utf8)[...])
    }
  }

  private static func range(_ text: String) -> Value.ValueKind? {
    let bytes = Array(text.utf8)
    guard let dots = bytes.indices.dropLast().first(where: { bytes[$0] == ASCII.dot && bytes[$0 + 1] == ASCII.dot }),
      let low = single(bytes[..<dots]), let high = single(bytes[(dots + 2)...])
    else { return nil }
    switch (low, high) {
    case (.number, .number), (.duration, .duration): return .range(low, high)
    default: return nil
    }
  }

  private static func single(_ bytes: ArraySlice<UInt8>) -> Value.ValueKind? {
    guard let last = bytes.last else { return nil }
    switch last {
    case ASCII.percent: return decimal(bytes.dropLast(), shift: 2).map { .percent($0) }
    case UInt8(ascii: "t"): return decimal(bytes.dropLast(2), shift: 0).map { .points($0) }
    case UInt8(ascii: "s"): return duration(bytes, unit: 1)
    case UInt8(ascii: "m"): return duration(bytes, unit: 60)
    case UInt8(ascii: "h"): return duration(bytes, unit: 3_600)
    case UInt8(ascii: "d"): return duration(bytes, unit: 86_400)
    case UInt8(ascii: "w"): return duration(bytes, unit: 604_800)
    default: return decimal(bytes, shift: 0).map { .number($0) }
    }
  }

  private static func duration(_ bytes: ArraySlice<UInt8>, unit: Double) -> Value.ValueKind? {
    guard let seconds = decimal(bytes.dropLast(), shift: 0).map({ $0 * unit }), seconds.magnitude < 1e15 else {
      return nil
    }
    return .duration(seconds)
  }

  /// A decimal number divided by 10^shift, correctly rounded: both parts are exact up to fifteen digits.
  private static func decimal(_ bytes: ArraySlice<UInt8>, shift: Int) -> Double? {
    var mantissa: Int64 = 0
    var digits = 0
    var places = shift
    var isFraction = false
    var isNegative = false
    for byte in bytes {
      switch byte {
      case ASCII.minus: isNegative = true
      case ASCII.plus: break
      case ASCII.dot: isFraction = true
      case 0x30...0x39:
        digits += mantissa == 0 && byte == 0x30 ? 0 : 1
        guard digits <= 15 else { return nil }
        mantissa = mantissa * 10 + Int64(byte - 0x30)
        if isFraction { places += 1 }
      default: return nil
      }
    }
    guard places <= 22 else { return nil }
    var power = 1.0
    for _ in 0..<places { power *= 10 }
    let value = Double(mantissa) / power
    return isNegative ? -value : value
  }
}
