import JourneySource

/// Feelings as people write them elsewhere: `feels happy`, `feels :(`, `feels anna 0`. Said once, with the number to write.
extension Parser {
  /// Reads such a feeling; nil where it is written as it should be, or is none.
  mutating func looseFeeling() -> Value? {
    guard token.kind != .number else { return nil }
    if token.kind == .word, next.kind == .number, !next.startsLine {
      let name = span(of: token)
      report(.feelingOfWhom(name, text(of: token), text(of: next)))
      advance()
      // What follows the number follows from the order, which is said.
      isMuted = true
      defer { isMuted = true }
      guard case .value(let value) = value(.number, afterComma: false) else { return nil }
      return value
    }
    guard let (number, end) = wordedFeeling() else { return nil }
    widen(to: end)
    let span = span(of: token)
    let text = "\(number)"
    report(.mended(span, "a feeling", lexer.text(span.range), "feels \(text) (from -2, worst, to +2, best)"))
    advance()
    return Quantity.read(.number, text, asPeriod: false).map { Value($0, text: text, span: span) }
  }

  /// A lone word behind the number, `feels 0 anna`: a persona, or a text without its quotes.
  mutating func looseAudience(of id: Node.ID) -> Bool {
    let isAlone = next.startsLine || next.kind == .open || next.kind == .close || next.kind == .end || isKnown(next)
    guard token.kind == .word, token.keyword == Token.none, isAlone,
      let number = nodes[id.index].arguments.first?.text
    else { return false }
    report(.feelingOfWhom(span(of: token), text(of: token), number, orText: true))
    advance()
    return true
  }

  /// Whether the tokens from here on are a feeling in words, signs or a picture, and where it ends.
  func wordedFeeling() -> (number: Int, end: Int)? {
    let start = Int(token.start)
    switch token.kind {
    case .word: return Self.feelings[text(of: token).lowercased()].map { ($0, Int(token.end)) }
    case .string:
      let inside = text(of: token).drop { $0 == "\"" }
      let word = inside.prefix { $0 != "\"" }.lowercased()
      return Self.feelings[word].map { ($0, Int(token.end)) }
    case .end, .open, .close: return nil
    default:
      for length in [4, 3, 2] where start + length <= lexer.count {
        if let number = Self.feelings[lexer.text(start..<start + length)] { return (number, start + length) }
      }
      return nil
    }
  }

  private static let feelings: [String: Int] = {
    let words: [Int: [String]] = [
      -2: [
        "angry", "furious", "terrible", "awful", "horrible", "hate", "very-bad", "very-negative", ":((", ":'(", ">:(",
        "😡", "😠", "😭", "🤬",
      ],
      -1: [
        "sad", "bad", "unhappy", "annoyed", "frustrated", "worried", "anxious", "confused", "negative", "low", ":(",
        ":-(", ":/", "😟", "🙁", "😞", "😕", "😢",
      ],
      0: ["neutral", "ok", "okay", "meh", "fine", "indifferent", "mixed", ":|", ":-|", "😐", "😑"],
      1: [
        "good", "happy", "glad", "pleased", "satisfied", "positive", "relieved", "calm", "hopeful", "high", ":)", ":-)",
        "🙂", "😊", "☺",
      ],
      2: [
        "great", "excited", "delighted", "thrilled", "love", "amazing", "excellent", "very-good", "very-happy",
        "very-positive", ":))", ":D", ":-D", "😀", "😃", "😄", "😍", "🤩",
      ],
    ]
    return Dictionary(uniqueKeysWithValues: words.flatMap { number, words in words.map { ($0, number) } })
  }()
}

extension Diagnostic {
  fileprivate static func feelingOfWhom(_ span: Span, _ name: String, _ number: String, orText: Bool = false) -> Self {
    let shown = name.showingHidden
    return Diagnostic(
      orText ? .unquotedText : .wrongArgument, at: span,
      orText
        ? "\"\(shown)\" is neither a text in quotes nor behind the word \"persona\""
        : "\"feels\" needs a number first, not \"\(shown)\"",
      help: "write: feels \(number) persona \(shown)" + (orText ? " (or, where it is a text, feels \(number) \"\(shown)\")" : ""))
  }
}
