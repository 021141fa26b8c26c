import JourneySource

extension Parser {
  /// What came of looking for a value.
  enum ArgumentOutcome {
    case value(Value)
    /// The token was a value of the right kind and wrong in itself; that is reported, and it is passed.
    case reported
    /// The token is something else; it is still to be read.
    case unfit
  }

  /// Reads a fact's arguments. The first that does not fit is reported, and what is left of them passed.
  mutating func arguments(of id: Node.ID, _ word: Word) {
    let wasMuted = isMuted
    if nodes[id.index].span.start == guessedAt { isMuted = true }
    if !word.slots.isEmpty { passColon() }
    readsPaths = word.keyword == .file || word.keyword == .image
    defer { readsPaths = false }
    for slot in word.slots {
      guard read(slot, of: id, word) else {
        nodes[id.index].isBroken = true
        return
      }
    }
    // Still what it was, unless the next line has begun.
    isMuted = isMuted && wasMuted
  }

  /// `owner: product`, as other languages write it: said once, and read as without the sign.
  mutating func passColon() {
    guard isOnLine, token.kind == .colon || token.kind == .sign, text(of: token) == ":" || text(of: token) == "=",
      wordedFeeling() == nil
    else { return }
    report(.straySign(span(of: token), text(of: token)))
    advance()
  }

  private mutating func read(_ slot: Slot, of id: Node.ID, _ word: Word) -> Bool {
    switch slot {
    case .one(let shape): return required(shape, of: id, word, afterComma: false)
    case .maybe(let shape):
      guard isOnLine, shape.kinds.contains(.string) else { return true }
      if word.keyword == .feels, looseAudience(of: id) { return true }
      if token.kind == .word, startsUnquotedText(inside: word.inside), let text = unquoted() {
        nodes[id.index].arguments.append(Value(.string(text.value), text: text.value, span: text.span))
      }
      guard isOnLine, token.kind == .string else { return true }
      return required(shape, of: id, word, afterComma: false)
    case .maybeName:
      guard isOnLine, token.kind == .word, next.kind == .string, !next.startsLine else { return true }
      guard let name = name(of: token) else {
        advance()
        return true
      }
      nodes[id.index].arguments.append(Value(.name(name.value), text: name.value, span: name.span))
      advance()
      return true
    case .list(let shape):
      guard required(shape, of: id, word, afterComma: false) else { return false }
      return rest(of: shape, of: id, word)
    case .word(let fixed):
      if take(fixed, of: id) { return true }
      report(.missingWord(here(), fixed, word))
      recover()
      return false
    case .maybeWord(let fixed):
      _ = take(fixed, of: id)
      return true
    case .tail(let fixed, let shape):
      guard take(fixed, of: id) else { return true }
      return required(shape, of: id, word, afterComma: false)
    }
  }

  /// The values behind commas; a value without one is taken, too, where it can be nothing else.
  private mutating func rest(of shape: Shape, of id: Node.ID, _ word: Word) -> Bool {
    while !isFull {
      if token.kind == .comma, !token.startsLine {
        advance()
        guard token.isValue else {
          report(.missingArgument(here(), word, shape))
          return false
        }
        guard required(shape, of: id, word, afterComma: true) else { return false }
      } else if separates(shape) {
        report(.missingComma(span(of: token), text(of: next), in: lexer.span(lastEnd, Int(next.start))))
        advance()
        guard required(shape, of: id, word, afterComma: true) else { return false }
      } else if isOnLine, token.kind == .word ? lacksComma(shape) : lacksComma(behind: id, shape) {
        report(.missingComma(here(), text(of: token), in: lexer.span(lastEnd, Int(token.start))))
        guard required(shape, of: id, word, afterComma: true) else { return false }
      } else {
        return true
      }
    }
    return true
  }

  /// Whether the token stands for a comma: `channel phone and web`, `channel phone; web`.
  private func separates(_ shape: Shape) -> Bool {
    guard isOnLine, !next.startsLine, next.kind == .word || next.kind == .string, shape.kinds.contains(.name),
      !scope.place.hasRows, !scope.place.hasPaths, !isKnown(next)
    else { return false }
    return isWord("and") || token.kind == .sign && ["/", ";", "&", "|", "+"].contains(text(of: token))
  }

  /// Whether a word that nobody knows here must be the next of a list: `channel web phone`.
  private func lacksComma(_ shape: Shape) -> Bool {
    guard shape.kinds.contains(.name), token.keyword == Token.none, !scope.place.hasRows, !scope.place.hasPaths else {
      return false
    }
    return guess(text(of: token), among: [scope.inside, scope.place]) == nil
  }

  /// Whether a value that no word here takes must be the next of a list: `blank 0 "BLANK"`.
  private func lacksComma(behind id: Node.ID, _ shape: Shape) -> Bool {
    guard shape.kinds.contains(.number), token.kind == .string || token.kind == .number, !scope.place.hasPaths,
      nodes[id.index].kind == .fact
    else { return false }
    return !(scope.place.hasRows && startsRow(in: scope.place))
  }

  private mutating func take(_ fixed: String, of id: Node.ID) -> Bool {
    guard isOnLine, token.kind == .word, lexer.bytes[token.range].elementsEqual(fixed.utf8) else { return false }
    nodes[id.index].arguments.append(Value(.word(fixed), text: fixed, span: span(of: token)))
    advance()
    return true
  }

  private mutating func required(_ shape: Shape, of id: Node.ID, _ word: Word, afterComma: Bool) -> Bool {
    if isOnLine, shape.kinds.contains(.comparison), let value = looseComparison() {
      nodes[id.index].arguments.append(value)
      return true
    }
    if isOnLine, word.keyword == .feels, let value = looseFeeling(of: id) {
      nodes[id.index].arguments.append(value)
      return true
    }
    passKind(of: shape)
    guard isOnLine || afterComma && token.isValue, token.isValue else {
      report(.missingArgument(here(), word, shape))
      recover()
      return false
    }
    switch value(shape, afterComma: afterComma) {
    case .value(let value):
      nodes[id.index].arguments.append(value)
      return true
    case .reported:
      recover()
      return false
    case .unfit:
      return unfit(shape, of: id, word)
    }
  }

  /// A value of the wrong kind, or a word where a value is missing; true where it was read all the same.
  private mutating func unfit(_ shape: Shape, of id: Node.ID, _ word: Word) -> Bool {
    if shape.kinds == .string, textComesFirst(of: id, word) { return false }
    if token.kind == .word, isKnown(token), !next.isValue || next.startsLine || shape.kinds == .string {
      report(.missingArgument(here(), word, shape))
      return false
    }
    if shape.kinds == .string, token.kind == .word, let text = unquoted() {
      nodes[id.index].arguments.append(Value(.string(text.value), text: text.value, span: text.span))
      return true
    }
    if token.kind == .reference, shape.kinds == .name, let name = text(of: token).split(separator: "/").last {
      report(.nameOfJourney(span(of: token), word, String(name)))
      recover()
      return false
    }
    if token.kind == .reference, shape.kinds.contains(.name), word.slots.contains(where: \.isList) {
      names(joinedBySlash: id)
      return true
    }
    report(.wrongArgument(span(of: token), text(of: token), word, shape))
    recover()
    return false
  }

  /// `owner department risk`: says of the name what it is, which goes without saying.
  private mutating func passKind(of shape: Shape) {
    guard isOnLine, token.keyword != Token.none, !next.startsLine, next.kind == .word || next.kind == .string,
      !isKnown(next), shape.noun.hasSuffix(" " + text(of: token))
    else { return }
    report(.surplusKind(span(of: token).through(span(of: next)), text(of: token), text(of: next)))
    advance()
  }

  /// `channel phone/web`, which looks like a touchpoint of another journey.
  private mutating func names(joinedBySlash id: Node.ID) {
    let parts = text(of: token).split(separator: "/").map(String.init)
    report(.slashedList(span(of: token), parts))
    for part in parts { nodes[id.index].arguments.append(Value(.name(part), text: part, span: span(of: token))) }
    advance()
  }

  /// Passes what is left of a line that does not fit, up to the next word known on it.
  mutating func recover() {
    while isOnLine, !isKnown(token) { advance() }
  }

  func isKnown(_ token: Token) -> Bool {
    vocabulary.find(token.keyword, in: scope.inside) != nil || vocabulary.find(token.keyword, in: scope.place) != nil
  }

  /// The place where something is missing: the token on this line, or right behind the last one.
  func here() -> Span { isOnLine ? span(of: token) : lexer.span(max(0, lastEnd - 1), lastEnd) }
}
