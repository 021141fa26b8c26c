/// What an expression gives.
enum XPathValue {
  /// In the document's order, each once.
  case nodes([Int32])
  case number(Double)
  case text(String)
  case boolean(Bool)
}

/// Numbers of XPath as text, and back.
enum XPathNumber {
  /// Digits with or without a sign and a point, in white space; NaN for anything else.
  static func number(_ text: String) -> Double {
    let bytes = text.utf8.drop(while: isSpace)
    let end = bytes.lastIndex { !isSpace($0) }.map { bytes.index(after: $0) } ?? bytes.startIndex
    let digits = bytes[..<end]
    var (hasDigit, points) = (false, 0)
    for (place, byte) in digits.enumerated() {
      switch byte {
      case 0x30...0x39: hasDigit = true
      case 0x2E: points += 1
      case 0x2D where place == 0: break
      default: return .nan
      }
    }
    guard hasDigit, points <= 1 else { return .nan }
    return Double(Substring(digits)) ?? .nan
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// Without an exponent, to fifteen digits: what a double holds of a decimal, so that 0.1 + 0.2 is 0.3.
  static func text(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
    if number == 0 { return "0" }
    // Swift's own text is the shortest that gives the same number: 1e-07, 123.25, 5e+20.
    let parts = number.magnitude.description.utf8.split(separator: 0x65)
    var digits: [UInt8] = []
    var point = 0
    var seenPoint = false
    for byte in parts.first.map(Array.init) ?? [] {
      if byte == 0x2E { seenPoint = true } else { digits.append(byte - 0x30) }
      if !seenPoint { point += 1 }
    }
    if parts.count > 1 { point += Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 }
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    point -= leading
    round(&digits, &point)
    return (number < 0 ? "-" : "") + plain(digits, point)
  }

  private static func round(_ digits: inout [UInt8], _ point: inout Int) {
    if digits.count > 15 {
      let isUp = digits[15] >= 5
      digits.removeLast(digits.count - 15)
      var place = digits.count - 1
      while isUp, place >= 0 {
        digits[place] += 1
        if digits[place] < 10 { break }
        digits[place] = 0
        place -= 1
      }
      if isUp, place < 0 {
        digits.insert(1, at: 0)
        point += 1
      }
    }
    while digits.last == 0 { digits.removeLast() }
  }

  private static func plain(_ digits: [UInt8], _ point: Int) -> String {
    let text = digits.map { $0 + 0x30 }
    let zero = UInt8(ascii: "0")
    let whole = point > 0 ? text.prefix(point) + Array(repeating: zero, count: max(0, point - text.count)) : [zero]
    let part = point >= 0 ? Array(text.dropFirst(point)) : Array(repeating: zero, count: -point) + text
    return String(decoding: part.isEmpty ? Array(whole) : whole + [UInt8(ascii: ".")] + part, as: UTF8.self)
  }
}
