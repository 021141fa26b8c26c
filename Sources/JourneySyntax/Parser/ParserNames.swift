@_spi(_Unicode) import Swift
import JourneySource

extension Parser {
  /// A name in normal form C, so that it is the same however it was typed; nil where it is none, which is reported.
  mutating func name(of token: Token, isReference: Bool = false) -> Spanned<String>? {
    let span = span(of: token)
    let text = text(of: token)
    guard token.kind == (isReference ? .reference : .word), !token.traits.contains(.misspelt) else {
      report(.badName(span, text))
      return nil
    }
    guard token.range.count <= Limits.name else {
      report(.longName(span, text))
      return nil
    }
    guard token.traits.contains(.nonASCII) else { return Spanned(text, at: span) }
    var name = ""
    name.unicodeScalars.append(contentsOf: text._nfc)
    if token.traits.contains(.hidden) {
      name.unicodeScalars.removeAll(where: \.isHidden)
    }
    if Characters.mixesAlphabets(name) { report(.mixedAlphabets(span, name)) }
    return Spanned(name, at: span)
  }

  /// Whether words without quotes are a title: none of them means anything here.
  func startsUnquotedText(inside: GrammarContext) -> Bool {
    guard token.keyword == Token.none, !scope.place.hasRows else { return false }
    return guess(text(of: token), among: [inside, scope.place]) == nil
  }

  /// `journey Buying coffee`: without quotes the first word passes for a name. In `touchpoint wait Waits` it is one.
  mutating func unquotedTitle(behind name: Spanned<String>?) -> (name: Spanned<String>?, title: Spanned<String>?) {
    guard let name, let first = name.value.unicodeScalars.first else { return (name, unquoted()) }
    let isTitle = lexer.text(token.range).unicodeScalars.first?.properties.isUppercase == true
    if isTitle, !first.properties.isUppercase { return (name, unquoted()) }
    return (nil, unquoted(from: Int(name.span.start)))
  }

  /// Reads words without quotes as the text they were meant to be, up to the end of the line or a brace.
  ///
  /// - Parameter from: where the text begins, if not at the token.
  mutating func unquoted(from earlier: Int? = nil) -> Spanned<String>? {
    let start = earlier ?? Int(token.start)
    let first = token
    // The first of them may stand on a line of its own, behind a comma.
    while token.start == first.start || isOnLine && token.kind != .string && !startsFact() { advance() }
    let span = lexer.span(start, lastEnd)
    let text = lexer.text(start..<lastEnd)
    // The closing quote without an opening one looked like the start of a text without end.
    if isOnLine, token.kind == .string, token.traits.contains(.unclosed) {
      let quote = token.start
      lexer.diagnostics.removeAll { $0.rule.code == Rule.unclosedString.code && $0.span?.start == quote }
      advance()
    }
    report(.unquotedText(span, text))
    return Spanned(text, at: span)
  }

  /// Whether the word is known here and followed by what it takes, so that it is none of the text before it.
  private func startsFact() -> Bool {
    guard token.kind == .word else { return false }
    let found = vocabulary.find(token.keyword, in: scope.inside) ?? vocabulary.find(token.keyword, in: scope.place)
    guard let found else { return false }
    let word = vocabulary.words[found]
    guard !word.isThing, let first = word.slots.first else { return true }
    guard !next.startsLine else { return false }
    switch first {
    case .one(let shape), .list(let shape), .maybe(let shape), .tail(_, let shape):
      switch next.kind {
      case .word:
        return shape.choices.isEmpty ? shape.kinds.contains(.name) : shape.choices.contains(self.text(of: next))
      case .string: return shape.kinds.contains(.string)
      case .reference: return shape.kinds.contains(.reference)
      default: return next.isValue && !shape.kinds.isSubset(of: [.name, .string, .reference])
      }
    case .word, .maybeWord: return next.kind == .word
    case .maybeName: return next.kind == .word || next.kind == .string
    }
  }
}
