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
    guard token.traits.contains(.nonASCII) else { return Spanned(text, at: span) }
    var name = ""
    name.unicodeScalars.append(contentsOf: text._nfc)
    if token.traits.contains(.hidden) {
      name.unicodeScalars.removeAll(where: Characters.isHidden)
    }
    if Characters.mixesAlphabets(name) { report(.mixedAlphabets(span, name)) }
    return Spanned(name, at: span)
  }

  /// Whether words without quotes are a title: none of them means anything here.
  func startsUnquotedText(inside: Place) -> Bool {
    guard token.keyword == Token.none, !scope.place.hasRows else { return false }
    return guess(text(of: token), among: [inside, scope.place]) == nil
  }

  /// Reads words without quotes as the text they were meant to be, up to the end of the line or a brace.
  mutating func unquoted() -> Spanned<String>? {
    let start = Int(token.start)
    let first = token
    while isOnLine, token.kind != .string, token.keyword == Token.none || token.start == first.start { advance() }
    let isHalf = isOnLine && token.kind == .string && token.traits.contains(.unclosed)
    let span = lexer.span(start, lastEnd)
    let text = lexer.text(start..<lastEnd)
    report(.unquotedText(span, text))
    if isHalf { advance() }
    return Spanned(text, at: span)
  }
}
