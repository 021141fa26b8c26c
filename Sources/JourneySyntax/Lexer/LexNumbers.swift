extension Lexer {
  /// Everything that starts with a digit or a signed one: numbers with their units, dates, ranges.
  mutating func number() -> Token {
    let start = position
    guard var kind = quantity() else { return malformed(from: start) }
    if byte(position) == ASCII.dot, byte(position + 1) == ASCII.dot {
      position += 2
      guard kind != .date, quantity() != nil else { return malformed(from: start) }
      kind = .range
    }
    if continuesWord() { return malformed(from: start) }
    var token = Token(kind: kind, start: Int32(start), end: Int32(position))
    if byte(start) >= 0x80 || kind == .range { token.traits.insert(.nonASCII) }
    return token
  }

  private func continuesWord() -> Bool {
    let next = byte(position)
    if ASCII.isLetter(next) || ASCII.isDigit(next) || next == ASCII.underscore { return true }
    guard next >= 0x80, let (scalar, _) = Characters.scalar(in: bytes, at: position) else { return false }
    return Characters.continuesName(scalar)
  }

  /// One number with its unit, or a date; nil leaves the position where the trouble is.
  private mutating func quantity() -> Token.TokenKind? {
    let start = position
    skipSign()
    let digits = position
    skipDigits()
    guard position > digits else { return nil }
    if position - start == 4, digits == start, byte(position) == ASCII.minus, !isArrow(position) { return date() }
    if byte(position) == ASCII.dot, ASCII.isDigit(byte(position + 1)) {
      position += 1
      skipDigits()
    }
    return unit()
  }

  private mutating func unit() -> Token.TokenKind {
    switch byte(position) {
    case ASCII.percent:
      position += 1
      return .percent
    case UInt8(ascii: "p") where byte(position + 1) == UInt8(ascii: "t"):
      position += 2
      return .points
    case UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "h"), UInt8(ascii: "d"), UInt8(ascii: "w"):
      position += 1
      return .duration
    case ASCII.space, 0xC2, 0xE2:
      return spacedPercent() ? .percent : .number
    default:
      return .number
    }
  }

  /// `80 %`, as much of Europe writes it.
  private mutating func spacedPercent() -> Bool {
    var end = position
    if byte(end) == ASCII.space {
      end += 1
    } else if byte(end) == 0xC2, byte(end + 1) == 0xA0 {
      end += 2
    } else if byte(end) == 0xE2, byte(end + 1) == 0x80, byte(end + 2) == 0xAF {
      end += 3
    }
    guard end > position, byte(end) == ASCII.percent else { return false }
    position = end + 1
    return true
  }

  /// The rest of `2026-11-21`, `2026-11`, `2026-Q4`; whether there is such a day, the parser looks.
  private mutating func date() -> Token.TokenKind? {
    while byte(position) == ASCII.minus,
      ASCII.isDigit(byte(position + 1)) || byte(position + 1) | 0x20 == UInt8(ascii: "q")
    {
      position += 2
      skipDigits()
    }
    return byte(position) == ASCII.minus && !isArrow(position) ? nil : .date
  }

  private func isArrow(_ index: Int) -> Bool { byte(index) == ASCII.minus && byte(index + 1) == ASCII.greater }

  private mutating func skipSign() {
    let first = byte(position)
    if first == ASCII.minus || first == ASCII.plus { position += 1 }
    if first == 0xE2, byte(position + 1) == 0x88, byte(position + 2) == 0x92 { position += 3 }
  }

  private mutating func skipDigits() {
    while ASCII.isDigit(byte(position)) { position += 1 }
  }
}
