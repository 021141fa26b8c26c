import JourneySource

extension Parser {
  /// The word of these places that was likely meant: by what people say instead, then by case and likeness.
  func guess(_ text: String, among places: [Place]) -> (word: Int, place: Place)? {
    let lower = text.lowercased()
    for keyword in Synonyms.table[lower] ?? [] {
      if let found = find(keyword, in: places) { return found }
    }
    let names = places.flatMap { place in place.vocabulary.map(\.keyword.rawValue) }
    guard let name = names.contains(lower) ? lower : names.closest(to: text) else { return nil }
    return Keyword(rawValue: name).flatMap { find($0, in: places) }
  }

  private func find(_ keyword: Keyword, in places: [Place]) -> (word: Int, place: Place)? {
    for place in places {
      if let word = vocabulary.find(keyword, in: place) { return (word, place) }
    }
    return nil
  }

  /// A line that starts with a word the block does not know. Where the word meant is clear, the line is read as that:
  /// the token becomes the word. What could stand elsewhere is read as there, and left out of the tree.
  mutating func unknownLine(_ frame: inout Frame) -> Node.ID? {
    let text = text(of: token)
    let places = vocabulary.places(of: token.keyword)
    let isOwn = token.keyword == Token.none || Synonyms.table[text] != nil
    if isOwn, let (word, place) = guess(text, among: [frame.place] + frame.adopters.reversed().map(\.place)) {
      report(.unknownWord(span(of: token), text, in: frame.place, meant: vocabulary.words[word]))
      token.keyword = vocabulary.words[word].ordinal
      return place == frame.place ? ownLine(word, &frame) : nextLine(&frame)
    }
    if reopens(frame.place) { return frame.owner }
    guard let place = places.first, let word = vocabulary.find(token.keyword, in: place) else { return nil }
    report(.misplacedWord(span(of: token), vocabulary.words[word], in: frame.place, places))
    let base = said.count
    let made = line(word, in: frame.place, base: base)
    said.removeSubrange(min(base, said.count)...)
    if vocabulary.words[word].keyword == .touchpoint, frame.place == .journey { adopt(made, in: frame.owner) }
    return made
  }

  /// Gives a touchpoint that stands outside of any phase to the last one, so that what refers to it is not wrong, too.
  private mutating func adopt(_ touchpoint: Node.ID, in journey: Node.ID) {
    let isPhase: (Node.ID) -> Bool = { id in self.nodes[id.index].keyword?.value == .phase }
    if let phase = nodes[journey.index].block.last(where: isPhase) {
      nodes[phase.index].block.append(touchpoint)
      return
    }
    let phase = make(.thing, at: nodes[touchpoint.index].span.start)
    nodes[phase.index].keyword = Spanned(.phase, at: nodes[touchpoint.index].span)
    nodes[phase.index].isBroken = true
    nodes[phase.index].block.append(touchpoint)
    nodes[journey.index].block.append(phase)
  }

  /// A word behind a line's first word that neither it nor its last fact knows.
  mutating func unknownFact(behind last: Node.ID, _ word: Word, follower: Place?, in place: Place) {
    let text = text(of: token)
    let places = [word.inside] + (follower.map { [$0] } ?? []) + (blocks.count > 1 ? [place] : [])
    let elsewhere = vocabulary.places(of: token.keyword)
    let isOwn = token.keyword == Token.none || Synonyms.table[text] != nil
    if isOwn, let (meant, _) = guess(text, among: places), vocabulary.words[meant].ordinal != token.keyword {
      report(.unknownWord(span(of: token), text, in: word.inside, meant: vocabulary.words[meant]))
      token.keyword = vocabulary.words[meant].ordinal
      return
    }
    if let first = elsewhere.first, let meant = vocabulary.find(token.keyword, in: first) {
      let here = word.inside == .nothing ? place : word.inside
      report(.misplacedWord(span(of: token), vocabulary.words[meant], in: here, elsewhere))
      advance()
      recover()
    } else {
      surplus(behind: last)
    }
  }

  /// Something that nobody asked for: one value too many, a sign, a word that means nothing.
  mutating func surplus(behind last: Node.ID) {
    let text = text(of: token)
    let keyword = nodes[last.index].keyword?.value
    if token.kind == .comma, next.kind == .number, token.end == next.start, Int(token.start) == lastEnd {
      report(.decimalComma(lexer.span(Int(token.start), Int(next.end)), text: lexer.text(next.range)))
    } else if token.kind == .malformed {
      report(.malformed(span(of: token), text))
    } else if token.isValue, let keyword {
      report(.surplusValue(span(of: token), text, behind: keyword))
    } else if token.isValue {
      report(.surplusValue(span(of: token), text, behind: nil))
    } else {
      report(.straySign(span(of: token), text))
    }
    advance()
    recover()
  }

  /// Something that no line starts with.
  mutating func reportStray(_ token: Token, in place: Place) {
    switch token.kind {
    case .word: report(.unknownWord(span(of: token), text(of: token), in: place, meant: nil))
    case .comma, .colon, .arrow, .sign, .atLeast, .atMost: report(.straySign(span(of: token), text(of: token)))
    default: report(.strayValue(span(of: token), text(of: token), in: place))
    }
  }
}
