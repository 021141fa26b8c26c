import JourneySource

extension Parser {
  /// Reads one value of a shape.
  mutating func value(_ shape: Shape, afterComma: Bool) -> ArgumentOutcome {
    if let mended = mended(shape, afterComma) { return .value(mended) }
    let token = token
    switch token.kind {
    case .word:
      guard shape.kinds.contains(.name) else { return .unfit }
      return word(shape, afterComma)
    case .reference:
      guard shape.kinds.contains(.reference) else { return .unfit }
      return reference(afterComma)
    case .string:
      guard shape.kinds.contains(.string) else { return .unfit }
      let string = string()
      return .value(Value(.string(string.value), text: string.value, span: string.span, afterComma: afterComma))
    case .number, .percent, .points, .duration, .date, .range:
      return measure(shape, afterComma)
    case .atLeast, .atMost:
      guard shape.kinds.contains(.comparison) else { return .unfit }
      return comparison(afterComma)
    case .malformed:
      advance()
      report(.malformed(span(of: token), text(of: token)))
      return .reported
    default:
      return .unfit
    }
  }

  private mutating func word(_ shape: Shape, _ afterComma: Bool) -> ArgumentOutcome {
    let token = token
    guard let name = name(of: token) else {
      advance()
      return .reported
    }
    if !shape.choices.isEmpty, !shape.choices.contains(name.value) {
      if isKnown(token), !next.startsLine, next.isValue { return .unfit }
      advance()
      report(.unknownChoice(name, shape))
      return .reported
    }
    advance()
    return .value(Value(.name(name.value), text: name.value, span: name.span, afterComma: afterComma))
  }

  private mutating func reference(_ afterComma: Bool) -> ArgumentOutcome {
    let token = token
    advance()
    guard let name = name(of: token, isReference: true) else { return .reported }
    let parts = name.value.split(separator: "/", maxSplits: 1)
    guard let journey = parts.first, let touchpoint = parts.last, parts.count == 2 else { return .reported }
    let kind = Value.ValueKind.reference(journey: String(journey), touchpoint: String(touchpoint))
    return .value(Value(kind, text: name.value, span: name.span, afterComma: afterComma))
  }

  mutating func measure(_ shape: Shape, _ afterComma: Bool) -> ArgumentOutcome {
    let token = token
    guard shape.kinds.accepts(token, year: token.range.count == 4) else { return .unfit }
    let text = plainText(of: token)
    guard let kind = Quantity.read(token.kind, text, asPeriod: !shape.kinds.contains(.number)) else {
      if token.kind == .range { return .unfit }
      advance()
      report(token.kind == .date ? .noSuchDate(span(of: token), text) : .tooLong(span(of: token), text))
      return .reported
    }
    if case .range(let low, _) = kind {
      guard shape.kinds.contains(low.isDuration ? .durations : .range) else { return .unfit }
    }
    advance()
    return .value(Value(kind, text: text, span: span(of: token), afterComma: afterComma))
  }

  private mutating func comparison(_ afterComma: Bool) -> ArgumentOutcome {
    let sign = token
    guard !next.startsLine else { return .unfit }
    let comparison: Comparison = sign.kind == .atLeast ? .atLeast : .atMost
    advance()
    let outcome = mended(.bound, false).map(ArgumentOutcome.value) ?? measure(.bound, false)
    guard case .value(let value) = outcome else {
      if case .unfit = outcome { report(.wrongBound(span(of: sign).through(span(of: token)), comparison.rawValue)) }
      recover()
      return .reported
    }
    return .value(
      Value(
        .comparison(comparison, value.kind), text: "\(comparison.rawValue) \(value.text)",
        span: span(of: sign).through(value.span), afterComma: afterComma))
  }

  /// The token's text with typographic minus signs and spaces read as plain ones.
  private func plainText(of token: Token) -> String {
    let bytes = lexer.bytes[token.range]
    guard token.kind == .percent || token.traits.contains(.nonASCII) else { return text(of: token) }
    var plain: [UInt8] = []
    for byte in bytes {
      switch byte {
      case 0xE2: plain.append(ASCII.minus)
      case 0x80..., ASCII.space: break
      default: plain.append(byte)
      }
    }
    if token.kind == .percent, bytes.last == ASCII.percent, bytes.dropLast().last.map({ $0 >= 0x80 }) == true,
      plain.dropLast().last == ASCII.minus
    {
      plain.remove(at: plain.count - 2)
    }
    return String(decoding: plain, as: UTF8.self)
  }
}

extension Shape.Kinds {
  fileprivate func accepts(_ token: Token, year: Bool) -> Bool {
    switch token.kind {
    case .number: contains(.number) || contains(.period) && year
    case .percent: contains(.percent)
    case .points: contains(.points)
    case .duration: contains(.duration)
    case .date: contains(.period)
    case .range: contains(.range) || contains(.durations)
    default: false
    }
  }
}

extension Value.ValueKind {
  var isDuration: Bool { if case .duration = self { true } else { false } }
}
