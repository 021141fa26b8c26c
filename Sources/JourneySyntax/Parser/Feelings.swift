import JourneySource

/// Feelings as people write them elsewhere: `feels happy`, `feels :(`, `feels anna 0`. Said once, with the number to write.
extension Parser {
  /// Reads such a feeling; nil where it is written as it should be, or is none.
  mutating func looseFeeling(of id: Node.ID) -> Value? {
    guard token.kind != .number else { return nil }
    if wordedFeeling() == nil, token.kind == .word, let (line, place, end) = feelingInOrder([]) {
      report(.feelingOfWhom(span(of: token), text(of: token), line, lexer.span(Int(nodes[id.index].span.start), end)))
      nodes[id.index].isBroken = true
      for _ in 0..<place { advance() }
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
    report(
      .mended(
        span, "a feeling", lexer.text(span.range), text, help: "write feels \(text) (from -2, worst, to +2, best)"))
    advance()
    return Quantity.read(.number, text, asPeriod: false).map { Value($0, text: text, span: span) }
  }

  /// A word behind the number, `feels 0 anna`, `feels 0 anna "Why?"`: a persona, or a lone one a text without quotes.
  mutating func looseAudience(of id: Node.ID) -> Bool {
    let isAlone = next.startsLine || next.kind == .open || next.kind == .close || next.kind == .end || isKnown(next)
    let isNamed = isAlone || next.kind == .colon || next.kind == .comma || next.kind == .string
    guard token.kind == .word, token.keyword == Token.none, isNamed,
      let number = nodes[id.index].arguments.first?.text, let (line, _, end) = feelingInOrder([number])
    else { return false }
    let text = isAlone ? "feels \(number) \(text(of: token).inQuotes)" : nil
    let whole = lexer.span(Int(nodes[id.index].span.start), end)
    report(.feelingOfWhom(span(of: token), self.text(of: token), line, whole, orText: text))
    nodes[id.index].isBroken = true
    recover()
    return true
  }

  /// The feeling that the tokens of this line name, in the order in which it is written here, and how many of them stand
  /// before its number: `lena: -1 "Two weeks?"` is `feels -1 "Two weeks?" persona lena`. Also where the last of them ends.
  private func feelingInOrder(_ known: [String]) -> (line: String, number: Int, end: Int)? {
    var (numbers, texts, place, end) = (known, [String](), 0, Int(token.end))
    var people: [(whose: String, names: [String])] = [("persona", [])]
    var namesOne = false
    for (index, other) in tokensAhead().prefix(while: { !isKnown($0) || isAudience($0) }).enumerated() {
      defer { (namesOne, end) = (isAudience(other), Int(other.end)) }
      switch other.kind {
      case .word where isAudience(other): people.append((text(of: other), []))
      case .word where isWord(other, "for") || isWord(other, "and"), .comma, .colon: break
      case .string where !namesOne: texts.append(text(of: other))
      case .word, .string: people[people.count - 1].names.append(text(of: other))
      case .number:
        if numbers.isEmpty { place = index }
        numbers.append(text(of: other))
      default: return nil
      }
    }
    people.removeAll { $0.names.isEmpty }
    guard let number = numbers.first, numbers.count == 1, texts.count < 2, !people.isEmpty else { return nil }
    let named = people.map { "\($0.whose) \($0.names.joined(separator: ", "))" }
    return ((["feels", number] + texts + named).joined(separator: " "), place, end)
  }

  private func isAudience(_ token: Token) -> Bool { isWord(token, "persona") || isWord(token, "segment") }

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
  fileprivate static func feelingOfWhom(
    _ span: Span, _ name: String, _ line: String, _ whole: Span, orText: String? = nil
  ) -> Self {
    let shown = name.showingHidden
    return Diagnostic(
      orText == nil ? .wrongArgument : .unquotedText, at: span,
      orText == nil
        ? "\"feels\" takes a number, then its text, then who feels it; \"\(shown)\" does not fit here"
        : "\"\(shown)\" is not in quotes, and does not come after the word \"persona\"",
      help: "write: \(line.showingHidden)" + (orText.map { " (or, where it is a text, \($0.showingHidden))" } ?? ""),
      fix: orText == nil ? .safe(whole, line) : .likely(whole, line))
  }
}
