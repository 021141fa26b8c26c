extension [UInt8] {
  /// Adds a number as a spreadsheet shows it: of at most 15 digits, as short as it can be, without an exponent unless it
  /// would have more than 18 places. False, and nothing is added, where it is none.
  ///
  /// `5.0` is `5`, `0.30000000000000004` (0.1 + 0.2) is `0.3`, `1.5E-3` is `0.0015`.
  mutating func append(number raw: [UInt8]) -> Bool {
    guard let number = PlainNumber(raw.span) else { return false }
    number.write(to: &self)
    return true
  }
}

/// A decimal number: its digits without zeros at either end, and where the point is.
private struct PlainNumber {
  private var isNegative = false
  private var digits: [UInt8] = []
  /// How many digits are before the point; below zero, how many zeros follow it.
  private var point = 0

  init?(_ raw: borrowing Span<UInt8>) {
    var index = 0
    if raw.count > 0, raw[0] == UInt8(ascii: "-") || raw[0] == UInt8(ascii: "+") {
      isNegative = raw[0] == UInt8(ascii: "-")
      index = 1
    }
    guard raw.count < 400 else { return nil }
    var (count, hasPoint) = (0, false)
    while index < raw.count, raw[index] | 0x20 != UInt8(ascii: "e") {
      if raw[index] == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if 0x30...0x39 ~= raw[index] {
        count += 1
        if !digits.isEmpty || raw[index] != 0x30 { digits.append(raw[index] - 0x30) }
        if !hasPoint { if !digits.isEmpty { point += 1 } } else if digits.isEmpty { point -= 1 }
      } else {
        return nil
      }
      index += 1
    }
    guard count > 0 else { return nil }
    if index < raw.count {
      guard let exponent = Int(raw.extracting((index + 1)...).text), abs(exponent) < 1_000 else { return nil }
      point += exponent
    }
    round(to: 15)
  }

  private mutating func round(to most: Int) {
    if digits.count > most {
      let isUp = digits[most] >= 5
      digits.removeSubrange(most...)
      if isUp { addOne() }
    }
    while digits.last == 0 { digits.removeLast() }
  }

  private mutating func addOne() {
    for index in digits.indices.reversed() {
      digits[index] = (digits[index] + 1) % 10
      if digits[index] != 0 { return }
    }
    digits.insert(1, at: 0)
    point += 1
  }

  func write(to bytes: inout [UInt8]) {
    guard !digits.isEmpty else { return bytes.append(0x30) }
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    func add(_ digits: some Sequence<UInt8>) { for digit in digits { bytes.append(digit + 0x30) } }
    if point > 18 || digits.count - point > 18 {
      add(digits.prefix(1))
      if digits.count > 1 { bytes.append(UInt8(ascii: ".")) }
      add(digits.dropFirst())
      bytes.append(contentsOf: "E\(point > 0 ? "+" : "")\(point - 1)".utf8)
      return
    }
    if point <= 0 { bytes.append(0x30) } else { add(digits.prefix(point)) }
    if point > digits.count { add(repeatElement(0, count: point - digits.count)) }
    guard digits.count > max(point, 0) else { return }
    bytes.append(UInt8(ascii: "."))
    if point < 0 { add(repeatElement(0, count: -point)) }
    add(digits.dropFirst(max(point, 0)))
  }
}
