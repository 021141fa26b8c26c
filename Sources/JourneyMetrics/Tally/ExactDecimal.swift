/// A sum of weights or of their squares, exact to 20 decimal places: weights have at most 10, so their squares at most 20.
package struct ExactDecimal: Hashable, Sendable {
  /// Whole units of 10⁻²⁰.
  private var units: Int128

  private static let places = 20
  private static let one: Int128 = 100_000_000_000_000_000_000
  private static let limit = one * 1_000_000_000_000_000_000

  package static let zero = ExactDecimal(units: 0)

  /// A whole number of units of 10⁻²⁰.
  package init(units: Int128) { self.units = units }

  /// A whole number.
  package init(_ whole: Int) { units = Int128(whole) * Self.one }

  /// Reads `12` or `0.25`: digits, at most 18 before the point and `places` behind; nil for anything else, signs
  /// included.
  init?(_ bytes: ArraySlice<UInt8>, places: Int) {
    let point = bytes.firstIndex(of: 0x2E) ?? bytes.endIndex
    let decimals = bytes.suffix(from: min(point + 1, bytes.endIndex))
    guard (1...18).contains(point - bytes.startIndex), decimals.count <= places,
      point == bytes.endIndex || !decimals.isEmpty,
      let whole = Self.number(bytes.prefix(upTo: point), padded: 0),
      // Numbers of 18 digits and of 2, for those of 20 do not fit the processor's own.
      let first = Self.number(decimals.prefix(18), padded: 18),
      let last = Self.number(decimals.dropFirst(18), padded: 2)
    else { return nil }
    units = Int128(whole) &* Self.one &+ Int128(first) &* 100 &+ Int128(last)
  }

  /// What digits say, with zeros behind them where they are fewer; nil for anything else.
  private static func number(_ digits: ArraySlice<UInt8>, padded count: Int) -> UInt64? {
    var number: UInt64 = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number &* 10 &+ UInt64(digit &- 0x30)
    }
    for _ in 0..<max(0, count - digits.count) { number = number &* 10 }
    return number
  }

  /// The sum; stays at the largest value rather than overflow.
  package static func + (a: Self, b: Self) -> Self {
    let (sum, overflow) = a.units.addingReportingOverflow(b.units)
    return ExactDecimal(units: overflow ? .max : sum)
  }

  /// The difference; zero rather than below it.
  package static func - (a: Self, b: Self) -> Self { ExactDecimal(units: max(0, a.units - b.units)) }

  package static func += (a: inout Self, b: Self) { a = a + b }

  /// Whether it has at most 18 digits before the point, as the text of a tally may.
  var fits: Bool { units < Self.limit }

  /// The nearest number; by halves, because the standard conversion from 128 bits takes a microsecond.
  package var value: Double {
    (Double(Int64(truncatingIfNeeded: units >> 64)) * 0x1p64 + Double(UInt64(truncatingIfNeeded: units))) / 1e20
  }

  /// With at most so many decimal places, halves up.
  func rounded(places: Int) -> Self {
    var unit: Int128 = 1
    for _ in places..<max(places, Self.places) { unit *= 10 }
    let (whole, rest) = units.quotientAndRemainder(dividingBy: unit)
    return Self(units: (whole + (rest * 2 >= unit && unit > 1 ? 1 : 0)) * unit)
  }

  /// As tally files write it: no trailing zeros, no point without decimals.
  package var text: String {
    let (whole, rest) = units.quotientAndRemainder(dividingBy: Self.one)
    guard rest > 0 else { return String(whole) }
    let digits = String(rest)
    let decimals = String(repeating: "0", count: Self.places - digits.count) + digits
    return "\(whole).\(decimals[...(decimals.lastIndex { $0 != "0" } ?? decimals.startIndex)])"
  }
}
