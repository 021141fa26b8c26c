import JourneySource

extension Lexer {
  /// A name, or two joined by `/`. Hyphens belong to it where a letter or digit follows: `form->call` is an arrow.
  mutating func word() -> Token {
    var token = Token(kind: .word, start: Int32(position), end: Int32(position))
    scanName(&token)
    var parts = 1
    while byte(position) == ASCII.slash, startsName(at: position + 1) {
      position += 1
      parts += 1
      scanName(&token)
    }
    token.end = Int32(position)
    if parts > 1 { token.kind = .reference }
    if parts > 2 { token.traits.insert(.misspelt) }
    if parts == 1 && !token.traits.contains(.nonASCII) { token.keyword = keywords.ordinal(of: bytes, token.range) }
    return token
  }

  private func startsName(at index: Int) -> Bool {
    ASCII.isLetter(byte(index))
      || byte(index) >= 0x80 && Characters.scalar(in: bytes, at: index).map { Characters.isLetter($0.scalar) } == true
  }

  private mutating func scanName(_ token: inout Token) {
    while position < count {
      let byte = bytes[position]
      if ASCII.isLetter(byte) || ASCII.isDigit(byte) {
        position += 1
      } else if byte == ASCII.minus {
        guard let end = hyphensEnd() else { return }
        position = end
      } else if byte == ASCII.underscore || isSubstitute(byte) {
        if byte == ASCII.underscore { token.traits.insert(.misspelt) } else { token.traits.insert(.nonASCII) }
        position += 1
      } else if isControl(byte), startsName(at: position + 1) {
        reportControl()
        token.traits.formUnion([.hidden, .nonASCII])
        position += 1
      } else if byte >= 0x80, let (scalar, length) = Characters.scalar(in: bytes, at: position) {
        if scalar.isHidden {
          report(.hidden(scalar, at: span(position, position + length)))
          token.traits.insert(.hidden)
        } else if !Characters.continuesName(scalar) {
          return
        }
        token.traits.insert(.nonASCII)
        position += length
      } else {
        return
      }
    }
  }

  /// The end of a run of hyphens inside a name; nil where the name ends before it.
  private func hyphensEnd() -> Int? {
    var end = position
    while byte(end) == ASCII.minus { end += 1 }
    let next = byte(end)
    if ASCII.isLetter(next) || ASCII.isDigit(next) || next == ASCII.underscore { return end }
    guard next >= 0x80, let (scalar, _) = Characters.scalar(in: bytes, at: end) else { return nil }
    return Characters.continuesName(scalar) ? end : nil
  }

  /// A run that starts like a number and goes on like a name: `2nd`, `10min`.
  mutating func malformed(from start: Int) -> Token {
    var token = Token(kind: .malformed, start: Int32(start), end: Int32(start))
    var last = position - 1
    while position > last {
      last = position
      scanName(&token)
      if byte(position) == ASCII.dot, ASCII.isDigit(byte(position + 1)) { position += 1 }
    }
    token.end = Int32(position)
    return token
  }
}
