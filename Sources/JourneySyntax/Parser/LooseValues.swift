import JourneySource

/// Values as people write them elsewhere: said once, with the way they are written here, and read as that.
extension Parser {
  /// `3 days`, `15min`, `31.12.2026`, `12` for a share; nil where the value is written as it should be, or is none.
  mutating func mended(_ shape: Shape, _ afterComma: Bool) -> Value? {
    guard token.kind == .number || token.kind == .malformed || token.kind == .date || token.kind == .percent,
      !shape.kinds.contains(.string),
      let (noun, text, end) = mendedDuration(shape) ?? mendedPeriod(shape) ?? mendedUnit(shape),
      let kind = Quantity.read(noun == "a date" ? .date : .number, text, asPeriod: false)
    else { return nil }
    widen(to: end)
    let span = span(of: token)
    report(.mended(span, noun, lexer.text(span.range), text))
    advance()
    return Value(kind, text: text, span: span, afterComma: afterComma)
  }

  private typealias Mended = (noun: String, text: String, end: Int)

  private static let units = [
    "s": ["sec", "secs", "second", "seconds"], "m": ["min", "mins", "minute", "minutes"],
    "h": ["hr", "hrs", "hour", "hours"], "d": ["day", "days"], "w": ["wk", "wks", "week", "weeks"],
  ]

  private func mendedDuration(_ shape: Shape) -> Mended? {
    guard shape.kinds.contains(.duration), token.kind == .malformed || token.kind == .number && next.kind == .word
    else {
      return nil
    }
    let written = text(of: token)
    let number = String(written.prefix { $0.isASCII && !$0.isLetter })
    var unit = String(written.dropFirst(number.count))
    var end = Int(token.end)
    if token.kind == .number, next.kind == .word, !next.startsLine {
      unit = text(of: next)
      end = Int(next.end)
    }
    unit = unit.lowercased()
    guard let sign = ["s", "m", "h", "d", "w"].first(where: { $0 == unit || Self.units[$0]?.contains(unit) == true })
    else { return nil }
    return ("a duration", number + sign, end)
  }

  /// A number where only a percentage can be meant, a percentage where points are.
  private func mendedUnit(_ shape: Shape) -> Mended? {
    let written = text(of: token)
    if token.kind == .number, shape.kinds == .percent { return ("a percentage", written + "%", Int(token.end)) }
    guard token.kind == .percent, shape.kinds.contains(.points), !shape.kinds.contains(.percent) else { return nil }
    return ("a change of a share", written.dropLast() + "pt", Int(token.end))
  }

  private func mendedPeriod(_ shape: Shape) -> Mended? {
    guard shape.kinds.contains(.period) else { return nil }
    var end = Int(token.start)
    while ASCII.isDigit(lexer.byte(end)) || ASCII.isLetter(lexer.byte(end)) || isDateSign(end) { end += 1 }
    let written = lexer.text(Int(token.start)..<max(end, Int(token.end)))
    guard written.utf8.count <= 12, Period(written) == nil, let text = Self.period(written) else { return nil }
    return ("a date", text, max(end, Int(token.end)))
  }

  private func isDateSign(_ index: Int) -> Bool {
    let byte = lexer.byte(index)
    guard byte == ASCII.dot || byte == ASCII.slash || byte == ASCII.minus else { return false }
    return ASCII.isDigit(lexer.byte(index + 1)) || lexer.byte(index + 1) | 0x20 == UInt8(ascii: "q")
  }

  /// `2026-9`, `31.12.2026`, `2026q3` in the form of the language; nil where it could be two days.
  static func period(_ written: String) -> String? {
    let upper = written.uppercased()
    if let q = upper.firstIndex(of: "Q"), !upper.hasPrefix("Q") {
      let year = upper[..<q].filter(\.isNumber)
      return Period("\(year)-\(upper[q...])").map(\.description)
    }
    let parts = written.split { $0 == "." || $0 == "/" || $0 == "-" }
    var numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, parts.count > 1 else { return nil }
    if parts.last?.count == 4 {
      numbers.reverse()
      // The month comes second in most of the world, and first where it is followed by more than there are months.
      if numbers.count == 3, numbers[1] > 12 {
        numbers.swapAt(1, 2)
      } else if numbers.count == 3, numbers[2] <= 12, numbers[1] != numbers[2], written.contains("/") {
        return nil
      }
    } else if parts.first?.count != 4 {
      return nil
    }
    let text = numbers.enumerated().map { $0 > 0 && $1 < 10 ? "0\($1)" : "\($1)" }.joined(separator: "-")
    return Period(text).map(\.description)
  }

  /// `> 80%`, or `80%` alone, where a comparison stands.
  mutating func looseComparison() -> Value? {
    let start = span(of: token)
    let sign = token.kind == .sign ? text(of: token) : ""
    let figure = sign.isEmpty ? token : next
    guard sign.isEmpty || ["<", ">", "="].contains(sign) && !next.startsLine,
      [.number, .percent, .points, .duration].contains(figure.kind)
    else { return nil }
    let wasMuted = isMuted
    if !sign.isEmpty { advance() }
    isMuted = true
    let outcome = value(.bound, afterComma: false)
    isMuted = wasMuted
    guard case .value(let bound) = outcome else { return nil }
    let comparison: Comparison = sign == "<" || sign.isEmpty && bound.kind.isDuration ? .atMost : .atLeast
    let text = "\(comparison.rawValue) \(bound.text)"
    let span = start.through(bound.span)
    report(.mended(span, "a comparison", lexer.text(span.range), text))
    if token.startsLine { isMuted = false }
    return Value(.comparison(comparison, bound.kind), text: text, span: span)
  }
}
