import JourneySource

extension Parser {
  /// Reads a string: its content, escapes resolved, indentation of a block dropped.
  mutating func string() -> Spanned<String> {
    let token = token
    let span = span(of: token)
    advance()
    var content = contentRange(of: token)
    if content.count > Limits.string {
      report(.longString(span, content.count))
      content = content.lowerBound..<content.lowerBound + Limits.string
    }
    badEscapes = 0
    let text = text(of: token, content)
    return Spanned(token.traits.contains(.hidden) ? text.spellingBarred : text, at: span)
  }

  private mutating func text(of token: Token, _ content: Range<Int>) -> String {
    if token.traits.contains(.block) { return blockText(content) }
    guard token.traits.contains(.escaped) else { return lexer.text(content) }
    return String(decoding: unescaped(content), as: UTF8.self)
  }

  private func contentRange(of token: Token) -> Range<Int> {
    let length: (Int) -> Int = { lexer.byte($0) < 0x80 ? 1 : lexer.byte($0) < 0xE0 ? 2 : 3 }
    let opening = token.traits.contains(.block) ? 3 : length(Int(token.start))
    let start = Int(token.start) + opening
    guard !token.traits.contains(.unclosed) else { return start..<max(start, Int(token.end)) }
    var end = Int(token.end) - (token.traits.contains(.block) ? 3 : 1)
    while end > start, lexer.byte(end) & 0xC0 == 0x80 { end -= 1 }
    return start..<max(start, end)
  }

  /// The lines of a `"""` text without their common indentation; a first or last line of white space is dropped.
  private mutating func blockText(_ content: Range<Int>) -> String {
    let block = BlockText(lexer.bytes, content)
    var text: [UInt8] = []
    for (index, line) in block.lines.enumerated() {
      if index > 0 { text.append(ASCII.lf) }
      text += unescaped(line)
    }
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func unescaped(_ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = lexer.bytes[index]
      guard byte == ASCII.backslash else {
        result.append(byte)
        index += 1
        continue
      }
      index = escape(at: index, range.upperBound, into: &result)
    }
    return result
  }

  /// Resolves one escape and returns the place behind it.
  private mutating func escape(at start: Int, _ end: Int, into result: inout [UInt8]) -> Int {
    let sign = start + 1 < end ? lexer.bytes[start + 1] : 0
    if readsPaths, sign != ASCII.quote, sign != ASCII.backslash {
      result.append(ASCII.backslash)
      return start + 1
    }
    switch sign {
    case ASCII.quote, ASCII.backslash: result.append(sign)
    case UInt8(ascii: "n"): result.append(ASCII.lf)
    case UInt8(ascii: "t"): result.append(ASCII.tab)
    case UInt8(ascii: "u"):
      if let (scalar, next) = scalarEscape(at: start + 2, end) {
        let isBarred = lexer.report(hidden: scalar, start, next)
        result += Array((isBarred ? scalar.escaped : String(scalar)).utf8)
        return next
      }
      fallthrough
    default:
      let next = Characters.scalar(in: lexer.bytes, at: start + 1).map { min(end, start + 1 + $0.length) } ?? end
      // Who writes one backslash for two writes all of them so.
      badEscapes += 1
      if badEscapes == 1 { report(.badEscape(lexer.span(start, next), lexer.text(start..<next), at: start, in: lexer)) }
      result.append(contentsOf: lexer.bytes[start..<next])
      return next
    }
    return start + 2
  }

  /// `{1F600}` behind `\u`.
  private func scalarEscape(at start: Int, _ end: Int) -> (Unicode.Scalar, Int)? {
    guard start < end, lexer.bytes[start] == ASCII.open else { return nil }
    var index = start + 1
    var value: UInt32 = 0
    while index < end, index - start <= 6, let digit = Character(Unicode.Scalar(lexer.bytes[index])).hexDigitValue {
      value = value << 4 | UInt32(digit)
      index += 1
    }
    guard index > start + 1, index < end, lexer.bytes[index] == ASCII.close, value != 0 else { return nil }
    return Unicode.Scalar(value).map { ($0, index + 1) }
  }
}

/// A `"""` text cut into lines, their common indentation and the empty first and last line dropped.
struct BlockText {
  private(set) var lines: [Range<Int>] = []

  /// `content` is what stands between the quotes. Text right behind the opening quotes is a line of its own, without
  /// the white space before it; lines of nothing but white space are empty and count for no indentation.
  init(_ bytes: [UInt8], _ content: Range<Int>) {
    var raw: [Range<Int>] = []
    var start = content.lowerBound
    for index in content where bytes[index] == ASCII.lf || bytes[index] == ASCII.cr {
      if bytes[index] == ASCII.lf, index > content.lowerBound, bytes[index - 1] == ASCII.cr {
        start = index + 1
        continue
      }
      raw.append(start..<index)
      start = index + 1
    }
    raw.append(start..<content.upperBound)
    func indentation(_ line: Range<Int>) -> Int? {
      line.first { bytes[$0] != ASCII.space && bytes[$0] != ASCII.tab }.map { $0 - line.lowerBound }
    }
    let common = raw.dropFirst().compactMap(indentation).min() ?? 0
    lines = raw.enumerated().map { number, line in
      guard let own = indentation(line) else { return line.upperBound..<line.upperBound }
      return line.lowerBound + (number == 0 ? own : common)..<line.upperBound
    }
    if lines.count > 1, lines[0].isEmpty { lines.removeFirst() }
    if lines.count > 1, let last = lines.last, last.isEmpty { lines.removeLast() }
  }
}

extension Rule {
  static let badEscape = Rule(
    "bad-escape", .error, "A backslash in a text is followed by a character that means nothing there.",
    why: "In a text, `\\\"` is a quote, `\\\\` a backslash, `\\n` a new line, `\\t` a tab, `\\u{1F600}` any character.",
    example: "journey disk \"C:\\\\Data on \\disk\" {}\n", instead: "journey disk \"C:\\\\Data on \\\\disk\" {}\n")

  static let longString = Rule(
    "long-string", .error, "A text is longer than 64 KiB.",
    why: """
      No map can show such a text. The usual cause is a missing `\"""` at the end of a text of several lines.
      """,
    example: "journey long \"" + String(repeating: "long ", count: 14_000) + "\" {}\n",
    instead: "journey long \"long\" {}\n")
}

extension Diagnostic {
  fileprivate static func badEscape(_ span: Span, _ text: String, at start: Int, in lexer: Lexer) -> Self {
    let end = (start..<min(lexer.count, start + 12)).first { lexer.bytes[$0] == ASCII.close }
    if lexer.byte(start + 1) == UInt8(ascii: "u"), lexer.byte(start + 2) == ASCII.open, let end {
      return Diagnostic(
        .badEscape, at: lexer.span(start, end + 1),
        "there is no character \"\(lexer.text(start..<end + 1).showingHidden)\"",
        help: "write the number of a character between the braces, such as \\u{1F600}")
    }
    return Diagnostic(
      .badEscape, at: span, "\"\(text.showingHidden)\" means nothing in a text",
      help: "a backslash is written \\\\, as in \"C:\\\\data\"; the others are \\\" \\n \\t \\u{1F600}")
  }

  fileprivate static func longString(_ span: Span, _ count: Int) -> Self {
    Diagnostic(.longString, at: span, "the text is longer than 64 KiB", help: "cut it, or close it earlier")
  }
}
