internal import JourneyLayout

/// A number as SVG takes it: pixels to one decimal, since nobody sees a twentieth of one, without zeros that say nothing.
struct Digits {
  private var digits = InlineArray<24, UInt8>(repeating: 0)
  /// Where the first of them stands: they are put down from the last to the first.
  private var start = 24

  init(_ number: Double) {
    let tenths = Int((number * 10).rounded())
    let (whole, decimals) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    if decimals > 0 {
      put(digit: decimals)
      put(UInt8(ascii: "."))
    }
    var rest = whole
    repeat {
      put(digit: rest % 10)
      rest /= 10
    } while rest > 0
    if tenths < 0 { put(UInt8(ascii: "-")) }
  }

  private mutating func put(digit: UInt) { put(UInt8(ascii: "0") + UInt8(digit)) }

  private mutating func put(_ byte: UInt8) {
    start -= 1
    digits[start] = byte
  }

  func append(to bytes: inout [UInt8]) {
    for index in start..<digits.count { bytes.append(digits[index]) }
  }

  var text: String {
    guard let digits = try? UTF8Span(validating: digits.span.extracting(start...)) else { return "" }
    return String(copying: digits)
  }
}

extension Double {
  /// As an attribute of SVG has it.
  var svg: String { Digits(self).text }
}

/// The data of a path, written as it reads, with numbers as SVG takes them: `"M\(x) \(y)L\(point)z"`.
struct PathData: ExpressibleByStringInterpolation {
  private var bytes: [UInt8]

  init(stringLiteral data: String) { bytes = Array(data.utf8) }
  init(stringInterpolation data: StringInterpolation) { bytes = data.bytes }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  static func += (a: inout Self, b: Self) { a.bytes += b.bytes }

  static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum += b
    return sum
  }

  struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + 14 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { bytes.append(contentsOf: literal.utf8) }
    mutating func appendInterpolation(_ number: Double) { Digits(number).append(to: &bytes) }

    mutating func appendInterpolation(_ point: Point) {
      appendInterpolation(point.x)
      bytes.append(UInt8(ascii: " "))
      appendInterpolation(point.y)
    }
  }
}
