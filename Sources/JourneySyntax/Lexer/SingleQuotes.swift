import JourneySource

extension Lexer {
  /// A text between single quotes, as other languages write it: said once, and read as the text; nil where none ends on
  /// the line. An apostrophe inside is no end, since a letter follows.
  mutating func singleQuoted(opening: Int) -> Token? {
    let start = position + opening
    var index = start
    // Far enough for a text on one line; without a bound, a line of apostrophes would be read once for each.
    while index < min(count, start + 1024), bytes[index] != ASCII.lf, bytes[index] != ASCII.cr {
      let length = quoteLength(at: index)
      guard length > 0, !continuesText(at: index + length) else {
        index += max(1, length)
        continue
      }
      let token = Token(kind: .string, start: Int32(position), end: Int32(index + length))
      position = index + length
      report(.singleQuotes(span(Int(token.start), position), text(start..<index)))
      return token
    }
    return nil
  }

  /// How many bytes the single quote takes that stands here; 0 for anything else.
  private func quoteLength(at index: Int) -> Int {
    if byte(index) == ASCII.apostrophe { return 1 }
    return byte(index) == 0xE2 && byte(index + 1) == 0x80 && (0x98...0x9B).contains(byte(index + 2)) ? 3 : 0
  }

  private func continuesText(at index: Int) -> Bool {
    let next = byte(index)
    return ASCII.isLetter(next) || ASCII.isDigit(next) || next >= 0x80 || next == ASCII.apostrophe
  }
}

extension Diagnostic {
  fileprivate static func singleQuotes(_ span: Span, _ text: String) -> Self {
    let plain = text.replacing("''", with: "'").replacing("\\'", with: "'")
    return Diagnostic(
      .unquotedText, at: span, "a text needs double quotes", help: "write \(plain.inQuotes)")
  }
}
