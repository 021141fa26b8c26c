import JourneySource

/// Which words the line being read knows: those behind its first word, and those that start the block's next line.
struct Scope {
  var inside: GrammarContext
  var place: GrammarContext
}

extension Parser {
  /// Reads a thing or a fact from its first word to the end of its block. `base` is where its parent's facts begin.
  mutating func line(_ index: Int, in place: GrammarContext, base: Int) -> Node.ID {
    let word = vocabulary.words[index]
    scope = Scope(inside: word.inside, place: place)
    let errors = lexer.errors
    let id = word.isThing ? thing(word) : fact(word, base: base)
    let own = said.count
    tail(of: id, word, in: place)
    nodes[id.index].span = lexer.span(Int(nodes[id.index].span.start), lastEnd)
    finish(id, word, base: own)
    if word.isThing, lexer.errors > errors { nodes[id.index].isBroken = true }
    return id
  }

  /// The end of every line: comments, braces, and what was said in it.
  mutating func finish(_ id: Node.ID, _ word: Word, base: Int) {
    block(of: id, word, base: base)
    takeRemarks(endingLine: id)
    let mayAdopt = word.isThing && nodes[id.index].opening == nil
    if !mayAdopt { said.removeSubrange(min(base, said.count)...) }
  }

  mutating func make(_ kind: Node.NodeKind, at start: Int32) -> Node.ID {
    if nodes.count >= nodeLimit, !isFull {
      hasMetLimit = true
      report(.tooManyLines(span(of: token)))
    }
    nodes.append(Node(kind, span: lexer.span(Int(start), Int(start))))
    return Node.ID(nodes.count - 1)
  }

  /// A thing's word, name and title. A bare word right behind it is its name, whatever else it may mean.
  private mutating func thing(_ word: Word) -> Node.ID {
    let id = make(.thing, at: token.start)
    let own = Spanned(word.keyword, at: span(of: token))
    nodes[id.index].keyword = own
    advance()
    if word.keyword == .touchpoint { count(id, own.span) }
    if word.keyword == .touchpoint { lastTouchpoint = id }
    if word.keyword == .journey { (lastJourney, lastTouchpoint) = (id, nil) }
    passColon()
    var title: Spanned<String>?
    var name: Spanned<String>?
    if isOnLine {
      switch token.kind {
      case .word, .reference, .malformed, .number, .date, .duration, .range:
        name = self.name(of: token)
        if name == nil { nodes[id.index].isBroken = true }
        advance()
      default: break
      }
    }
    if isOnLine, token.kind == .string {
      title = string()
    } else if isOnLine, token.kind == .word, startsUnquotedText(inside: word.inside) {
      (name, title) = unquotedTitle(behind: name)
    }
    if name == nil, title == nil, !word.isNameless, !nodes[id.index].isBroken {
      report(.missingName(own.span, word))
      nodes[id.index].isBroken = true
      isMuted = isOnLine && token.kind == .sign
    }
    nodes[id.index].name = name
    nodes[id.index].title = title
    return id
  }

  /// Counts a touchpoint; the one too many becomes a line that nobody looks at.
  private mutating func count(_ id: Node.ID, _ span: Span) {
    touchpoints += 1
    guard touchpoints > touchpointLimit, !isFull else { return }
    hasMetLimit = true
    nodes[id.index].kind = .fact
    nodes[id.index].isBroken = true
    report(.tooManyTouchpoints(span))
  }

  /// A fact's word and arguments.
  mutating func fact(_ word: Word, base: Int) -> Node.ID {
    let id = make(.fact, at: token.start)
    nodes[id.index].keyword = Spanned(word.keyword, at: span(of: token))
    advance()
    arguments(of: id, word)
    nodes[id.index].span = lexer.span(Int(nodes[id.index].span.start), lastEnd)
    checkOnce(id, word, base: base)
    return id
  }

  /// The facts behind a line's first word, and the facts behind those: `pain "…" evidence survey`.
  mutating func tail(of head: Node.ID, _ word: Word, in place: GrammarContext) {
    let base = said.count
    var follower: (id: Node.ID, inside: GrammarContext, base: Int)?
    while isOnLine, !isFull {
      guard token.kind == .word else {
        if lateText(behind: head) { continue }
        if startsNextLine(behind: head, word, in: place) { break }
        surplus(behind: follower?.id ?? head)
        continue
      }
      if let index = vocabulary.find(token.keyword, in: word.inside), !vocabulary.words[index].isThing {
        if let follower { said.removeSubrange(min(follower.base, said.count)...) }
        let entry = vocabulary.words[index]
        let id = fact(entry, base: base)
        nodes[head.index].facts.append(id)
        follower = (id, entry.inside, said.count)
      } else if let last = follower, let index = vocabulary.find(token.keyword, in: last.inside) {
        let id = fact(vocabulary.words[index], base: last.base)
        nodes[last.id.index].facts.append(id)
        nodes[last.id.index].span = lexer.span(Int(nodes[last.id.index].span.start), lastEnd)
      } else if startsNextLine(behind: head, word, in: place) {
        break
      } else {
        unknownFact(behind: follower?.id ?? head, word, follower: follower?.inside, in: place)
      }
    }
    if let follower { said.removeSubrange(min(follower.base, said.count)...) }
  }

  /// Whether the token, which the line does not know, starts the block's next line.
  private mutating func startsNextLine(behind id: Node.ID, _ head: Word, in place: GrammarContext) -> Bool {
    if place.hasPaths, startsPath(behindOthers: true) { return true }
    if place.hasRows, startsRow(in: place) { return true }
    guard token.kind == .word else { return false }
    // A thing of the head's block: the line behind it will be found to lack braces.
    if vocabulary.find(token.keyword, in: head.inside) != nil { return true }
    let outer = blocks.last?.place ?? .file
    let isKnown = vocabulary.find(token.keyword, in: place) != nil || vocabulary.find(token.keyword, in: outer) != nil
    guard isKnown else { return false }
    if blocks.count == 1 { report(.newLine(span(of: token), text(of: token))) }
    if !checkAudience(id, head, in: place) { checkOwnLine(id, head) }
    return true
  }

  /// `channel web owner product` on a line of a block: whoever reads it takes the owner for the channel's. Only the line
  /// that opens a thing, with a block on that same line, carries several facts.
  private mutating func checkOwnLine(_ id: Node.ID, _ head: Word) {
    // A word that was taken for another is a finding already.
    guard blocks.count > 1, !head.isThing, token.start != guessedAt, Keyword(rawValue: text(of: token)) != nil else {
      return
    }
    let opening = (blocks.last?.opening).map { Int($0.end) } ?? 0
    let start = Int(nodes[id.index].span.start)
    guard opening <= start,
      let line = lexer.bytes[opening..<start].lastIndex(where: { $0 == ASCII.lf || $0 == ASCII.cr })
    else { return }
    let blanks = lexer.bytes[(line + 1)..<start].prefix { $0 == ASCII.space || $0 == ASCII.tab }
    report(
      .ownLine(
        span(of: token), text(of: token), said: restOfLine(), behind: head,
        fix: .newLine(
          lexer.span(lastEnd, Int(token.start)), indentation: lexer.text(blanks.startIndex..<blanks.endIndex),
          before: text(of: token))))
  }

  /// `persona anna feels 0`: the persona would restrict the touchpoint and the feeling be everybody's, so it is an error.
  private mutating func checkAudience(_ id: Node.ID, _ head: Word, in place: GrammarContext) -> Bool {
    guard place == .touchpoint, head.keyword == .persona || head.keyword == .segment, !nodes[id.index].isBroken,
      let index = vocabulary.find(token.keyword, in: place),
      vocabulary.find(.persona, in: vocabulary.words[index].inside) != nil
    else { return false }
    nodes[id.index].isBroken = true
    let whose = lexer.text(nodes[id.index].span.range)
    report(.audienceFirst(nodes[id.index].span, whose, said: restOfLine(), text(of: token)))
    return true
  }

  /// What stands from the token to the end of its line, its comment and closing braces left out.
  func restOfLine() -> String {
    var isText = false
    var end = Int(token.start)
    scan: while end < lexer.count {
      switch lexer.bytes[end] {
      case ASCII.quote: isText.toggle()
      case ASCII.lf, ASCII.cr: break scan
      case UInt8(ascii: "#") where !isText, ASCII.close where !isText, ASCII.open where !isText: break scan
      default: break
      }
      end += 1
    }
    while end > Int(token.start), lexer.bytes[end - 1] == ASCII.space || lexer.bytes[end - 1] == ASCII.tab { end -= 1 }
    return lexer.text(Int(token.start)..<end)
  }

  /// Reports a single-valued fact that was said before.
  private mutating func checkOnce(_ id: Node.ID, _ word: Word, base: Int) {
    guard word.count != .often, !nodes[id.index].isBroken || word.count == .once else { return }
    var key = UInt16(word.ordinal) << 5
    if word.count == .onceEach {
      for value in nodes[id.index].arguments {
        if case .word = value.kind { key |= 16 }
        if case .name(let name) = value.kind { key |= UInt16((Shape.metric.choices.firstIndex(of: name) ?? 0) + 1) }
      }
    }
    let span = nodes[id.index].span
    if let before = said[min(base, said.count)...].first(where: { $0.key == key }) {
      nodes[id.index].isBroken = true
      if span.start != guessedAt { report(.saidTwice(span, word, before: before.span)) }
    } else {
      said.append(Said(key: key, span: span))
    }
  }
}
