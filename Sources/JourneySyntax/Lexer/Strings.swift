import JourneySource

extension Lexer {
  /// A string from its opening quote on. `closers` are the typographic quotes that end it; nil for a plain one.
  mutating func string(closedBy closers: [UInt32]?, opening: Int) -> Token {
    let start = position
    if closers == nil, byte(start + 1) == ASCII.quote, byte(start + 2) == ASCII.quote { return blockString() }
    var token = Token(kind: .string, start: Int32(start), end: Int32(start))
    var fallback: Int?
    position += opening
    while position < count {
      let byte = bytes[position]
      if byte == ASCII.quote { return finish(&token, closing: 1) }
      if byte == ASCII.lf || byte == ASCII.cr { break }
      if byte == ASCII.backslash {
        token.traits.insert(.escaped)
        position += 1
        let next = self.byte(position)
        if position < count, next < 0x80, next != ASCII.lf, next != ASCII.cr { position += 1 }
      } else if byte < 0x80 {
        if isControl(byte) {
          reportControl()
          token.traits.insert(.hidden)
        }
        position += 1
      } else if let (scalar, length) = Characters.scalar(in: bytes, at: position) {
        token.traits.insert(.nonASCII)
        if let closers {
          if closers.contains(scalar.value) { return finish(&token, closing: length) }
        } else if fallback == nil, scalar.value == 0x201D || scalar.value == 0x201C {
          fallback = position
        }
        if report(hidden: scalar, position, position + length) { token.traits.insert(.hidden) }
        position += length
      } else {
        position += 1
      }
    }
    if let fallback, let (_, length) = Characters.scalar(in: bytes, at: fallback) {
      position = fallback
      return finish(&token, closing: length)
    }
    return recover(&token, opening: opening)
  }

  private mutating func finish(_ token: inout Token, closing: Int) -> Token {
    position += closing
    token.end = Int32(position)
    return token
  }

  /// The closing quote is missing: the string ends with its line, but leaves a brace at the line's end to the parser.
  private mutating func recover(_ token: inout Token, opening: Int) -> Token {
    let start = Int(token.start)
    var end = position
    func trim() {
      while end > start + opening, bytes[end - 1] == ASCII.space || bytes[end - 1] == ASCII.tab { end -= 1 }
    }
    trim()
    let lineStart = bracesBefore(start)
    while end > start + opening, bytes[end - 1] == ASCII.open || (lineStart && bytes[end - 1] == ASCII.close) {
      end -= 1
      trim()
    }
    position = end
    token.end = Int32(end)
    token.traits.insert(.unclosed)
    report(.unclosedString(span(start, start + opening)))
    return token
  }

  /// Whether a `{` stands before this place on the same line.
  private func bracesBefore(_ start: Int) -> Bool {
    var index = start - 1
    while index >= 0, start - index < 512, bytes[index] != ASCII.lf, bytes[index] != ASCII.cr {
      if bytes[index] == ASCII.open { return true }
      index -= 1
    }
    return false
  }

  private mutating func blockString() -> Token {
    let start = position
    var token = Token(kind: .string, traits: [.block], start: Int32(start), end: Int32(start))
    position += 3
    while position < count, !hasNoBlockEnd {
      let byte = bytes[position]
      if byte == ASCII.quote, self.byte(position + 1) == ASCII.quote, self.byte(position + 2) == ASCII.quote {
        return finish(&token, closing: 3)
      }
      if byte == ASCII.backslash {
        token.traits.insert(.escaped)
        if self.byte(position + 1) < 0x80 { position += 1 }
      } else if byte >= 0x80, let (scalar, length) = Characters.scalar(in: bytes, at: position) {
        if report(hidden: scalar, position, position + length) { token.traits.insert(.hidden) }
        position += length - 1
      } else if isControl(byte) {
        reportControl()
        token.traits.insert(.hidden)
      }
      position += 1
    }
    hasNoBlockEnd = true
    position = start + 3
    while position < count, bytes[position] != ASCII.lf, bytes[position] != ASCII.cr { position += 1 }
    return recover(&token, opening: 3)
  }

  /// Reports what must not stand in a text, whether it was typed or written as an escape. True where it was that.
  @discardableResult
  mutating func report(hidden scalar: Unicode.Scalar, _ start: Int, _ end: Int) -> Bool {
    guard scalar.isBarred else { return false }
    let span = span(start, end)
    report(scalar.isControl ? .control(UInt8(scalar.value), at: span) : .hidden(scalar, at: span))
    return true
  }
}

extension Rule {
  static let unclosedString = Rule(
    "unclosed-string", .error, "A text has no closing quote.",
    why: """
      A text starts and ends with `"` on the same line. A text of several lines starts and ends with `\"""`. The \
      finding points at the opening quote, and Waymark reads the file as if the text ended with its line. A quote \
      inside a text is written `\\"`.
      """,
    example: "journey coffee \"Buying a coffee {\n}\n", instead: "journey coffee \"Buying a coffee\" {\n}\n")
}

extension Diagnostic {
  fileprivate static func unclosedString(_ span: Span) -> Self {
    Diagnostic(
      .unclosedString, at: span, "the text that starts here has no closing quote",
      help: span.range.count == 3 ? "write \"\"\" where the text ends" : "write \" where the text ends")
  }
}
