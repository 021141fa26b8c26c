import JourneySource

extension Parser {
  /// Reads the braces behind a line, where there are any.
  mutating func block(of id: Node.ID, _ word: Word, base: Int) {
    guard token.kind == .open else { return }
    let opening = span(of: token)
    advance()
    guard blocks.count <= Limits.depth else {
      if !skipBlock() { lexer.report(.tooDeep(opening)) }
      return
    }
    guard word.isThing || word.inside != .nothing else {
      if declaresElsewhere(word) {
        if !nodes[id.index].isBroken { reportDeclaration(id, word) }
      } else {
        report(.noBraces(opening, word))
      }
      skipBlock()
      return
    }
    nodes[id.index].opening = opening
    nodes[id.index].trivia.trailing = trailingRemark() ?? nodes[id.index].trivia.trailing
    let lineStart = indentation(of: Int(nodes[id.index].span.start))
    blocks.append(OpenBlock(id: id, place: word.inside, opening: opening, indentation: lineStart))
    lines(of: id, in: word.inside, base: base)
    close(id)
  }

  /// Whether the block closed last knows the word, so that its `}` came too early; then the block is read on.
  mutating func reopens(_ place: GrammarContext) -> Bool {
    guard let closed = blocks.last?.lastClosed, blocks.count <= Limits.depth,
      vocabulary.find(token.keyword, in: closed.place) != nil, place == .file || surplusBrace != nil
    else { return false }
    report(.strayBrace(surplusBrace ?? closed.closing, before: closed.opening))
    surplusBrace = nil
    let indentation = indentation(of: Int(nodes[closed.id.index].span.start))
    // Without an opening of its own, so that nobody is told that it is never closed.
    blocks.append(OpenBlock(id: closed.id, place: closed.place, opening: nil, indentation: max(0, indentation)))
    let base = said.count
    lines(of: closed.id, in: closed.place, base: base)
    close(closed.id)
    said.removeSubrange(min(base, said.count)...)
    return true
  }

  /// Whether the fact names what is declared in a file, such as a persona: with a title or braces it was meant to declare it.
  func declaresElsewhere(_ word: Word) -> Bool {
    !word.isThing && vocabulary.find(word.ordinal, in: .file).map { vocabulary.words[$0].isThing } == true
  }

  /// `persona anna "Anna" { … }` in a journey: it is declared in the file, and only named here.
  mutating func reportDeclaration(_ id: Node.ID, _ word: Word) {
    nodes[id.index].isBroken = true
    guard let keyword = nodes[id.index].keyword else { return }
    let name = nodes[id.index].arguments.first.map { argument in
      if case .string(let title) = argument.kind { title.inQuotes } else { argument.text }
    }
    let end = token.kind == .string && isOnLine ? Int(token.end) : lastEnd
    report(.declaredElsewhere(keyword.span, word, name ?? "NAME", declared: lexer.text(Int(keyword.span.start)..<end)))
  }

  private mutating func close(_ id: Node.ID) {
    let block = blocks.removeLast()
    guard token.kind == .close else {
      if let opening = block.opening, closedAt != token.start, !isFull { reportUnclosed(opening) }
      return
    }
    let indentation = indentation(of: Int(token.start))
    if indentation >= 0, indentation < block.indentation { suspect = suspect ?? block }
    if indentation > block.indentation, block.indentation >= 0 { surplusBrace = surplusBrace ?? span(of: token) }
    nodes[id.index].trivia.closing = remarks(upTo: Int(token.remarks))
    if let opening = block.opening {
      blocks[blocks.count - 1].lastClosed = ClosedBlock(
        id: id, place: block.place, opening: opening, closing: span(of: token))
    }
    advance()
    nodes[id.index].trivia.afterClosing = trailingRemark()
  }

  private mutating func reportUnclosed(_ opening: Span) {
    closedAt = token.start
    let culprit = suspect?.opening.flatMap { $0.start > opening.start ? $0 : nil } ?? opening
    suspect = nil
    let closer = token.kind == .end ? nil : (span(of: token), text(of: token))
    report(.unclosedBlock(culprit, closer: closer))
  }

  /// Whether the word cannot stand here but ends the blocks that are open: an outer one knows it.
  func closesBlocks(_ place: GrammarContext) -> Bool {
    guard token.kind == .word, blocks.count > 1, token.keyword != Token.none else { return false }
    let keyword = Keyword.allCases[Int(token.keyword)]
    let isClosing = keyword == .phase || keyword == .flow || keyword == .journey || keyword == .feedback
    guard isFurtherLeft() || isClosing && !isFurtherRight() && opensBlock() else { return false }
    return blocks.dropLast().contains { block in
      vocabulary.find(token.keyword, in: block.place).map { vocabulary.words[$0].isThing || !isClosing } == true
    }
  }

  /// Whether a `{` follows on the line: `phase` with one begins a phase, and without may be a slip inside another.
  func opensBlock() -> Bool {
    var isText = false
    for index in Int(token.end)..<max(Int(token.end), min(lexer.count, Int(token.end) + 512)) {
      switch lexer.bytes[index] {
      case ASCII.quote: isText.toggle()
      case ASCII.open where !isText: return true
      case ASCII.lf, ASCII.cr: return false
      default: break
      }
    }
    return false
  }

  /// Whether the token starts its line no further right than the line that opened this block.
  private func isFurtherLeft() -> Bool {
    guard token.startsLine, let block = blocks.last else { return false }
    return indentation(of: Int(token.start)) <= block.indentation
  }

  /// Whether the token starts its line further right than the line that opened this block, so it was meant to be inside.
  private func isFurtherRight() -> Bool {
    guard token.startsLine, let block = blocks.last, block.opening != nil, block.indentation >= 0 else { return false }
    return indentation(of: Int(token.start)) > block.indentation
  }

  /// Passes everything up to the `}` that belongs to the `{` just read; loops, since this is where depth is without end.
  /// Says whether it reported that.
  @discardableResult
  mutating func skipBlock() -> Bool {
    var depth = 1
    var isTooDeep = false
    while token.kind != .end {
      if token.kind == .open { depth += 1 }
      if depth + blocks.count > Limits.depth + 1, !isTooDeep {
        isTooDeep = true
        lexer.report(.tooDeep(span(of: token)))
      }
      if token.kind == .close { depth -= 1 }
      advance()
      if depth == 0 { break }
    }
    remarksTaken = max(remarksTaken, lastRemarks)
    return isTooDeep
  }

  /// Passes the rest of a line that nothing can be made of, its block included.
  mutating func skipLine(in place: GrammarContext) {
    if token.kind == .open { return skipStrayBlock() }
    reportStray(token, in: place)
    advance()
    while isOnLine, vocabulary.find(token.keyword, in: place) == nil { advance() }
    if token.kind == .open {
      advance()
      skipBlock()
    }
  }

  /// Passes braces that belong to no line; too many of them are one finding, not two.
  mutating func skipStrayBlock() {
    let opening = span(of: token)
    advance()
    if !skipBlock() { report(.strayBlock(opening)) }
  }
}
