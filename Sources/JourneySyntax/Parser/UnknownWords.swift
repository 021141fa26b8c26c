import JourneySource

extension Parser {
  /// The word of these places that was likely meant: by what people say instead, then by case and likeness.
  func guess(_ text: String, among places: [GrammarContext]) -> (word: Int, place: GrammarContext)? {
    let lower = text.lowercased()
    for keyword in Synonyms.table[lower] ?? [] {
      if let found = find(keyword, in: places) { return found }
    }
    let names = places.flatMap { place in place.vocabulary.map(\.keyword.rawValue) }
    // A short word with a capital begins a text without quotes rather than a line: `Goes in` is not `does`.
    let isText = lower.utf8.count <= 4 && text != lower
    if let name = names.contains(lower) ? lower : isText ? nil : names.closest(to: text) {
      return Keyword(rawValue: name).flatMap { find($0, in: places) }
    }
    // Words of other tools are many, so only a long one with a slip in it passes for one of them.
    guard lower.utf8.count > 6, let other = Synonyms.names.closest(to: lower, within: 1), other.utf8.count > 6 else {
      return nil
    }
    return (Synonyms.table[other] ?? []).lazy.compactMap { self.find($0, in: places) }.first
  }

  /// Reads the token as the word that was likely meant, and says so; nil where none was.
  private mutating func guessed(among places: [GrammarContext], in place: GrammarContext) -> (
    word: Int, place: GrammarContext
  )? {
    let spaced = spaced(among: places)
    let text = text(of: token)
    let isOwn = token.keyword == Token.none || Synonyms.table[text] != nil && !declares()
    guard let (word, found) = spaced.map({ ($0.word, $0.place) }) ?? (isOwn ? guess(text, among: places) : nil),
      spaced != nil || vocabulary.words[word].ordinal != token.keyword
    else { return nil }
    if let spaced { widen(to: spaced.end) }
    if !isMended(token) {
      report(.unknownWord(span(of: token), self.text(of: token), in: place, meant: vocabulary.words[word]))
    }
    token.keyword = vocabulary.words[word].ordinal
    guessedAt = token.start
    return (word, found)
  }

  /// Whether a title follows on the line, with or without a name before it: the word was meant to declare something.
  func declares() -> Bool {
    guard !next.startsLine else { return false }
    if next.kind == .string { return true }
    guard next.kind == .word else { return false }
    var index = Int(next.end)
    while lexer.byte(index) == ASCII.space || lexer.byte(index) == ASCII.tab { index += 1 }
    return index < lexer.count && lexer.byte(index) == ASCII.quote
  }

  /// The word of these places that is written here with spaces for its hyphens: `moment of truth`.
  func spaced(among places: [GrammarContext]) -> (word: Int, place: GrammarContext, end: Int)? {
    guard token.kind == .word, next.kind == .word, !next.startsLine else { return nil }
    for place in places {
      for word in place.vocabulary {
        if let end = spacedEnd(of: word.keyword), let found = vocabulary.find(word.keyword, in: place) {
          return (found, place, end)
        }
      }
    }
    return nil
  }

  private func spacedEnd(of keyword: Keyword) -> Int? {
    var index = Int(token.start)
    for byte in keyword.rawValue.utf8 {
      let isSame = byte == ASCII.minus ? lexer.byte(index) == ASCII.space : lexer.byte(index) | 0x20 == byte
      guard isSame else { return nil }
      index += 1
    }
    let after = lexer.byte(index)
    let goesOn = ASCII.isLetter(after) || ASCII.isDigit(after) || after == ASCII.minus || after >= 0x80
    return index > Int(token.end) && !goesOn ? index : nil
  }

  /// Takes what follows up to a place into the token.
  mutating func widen(to end: Int) {
    token.end = Int32(end)
    while next.kind != .end, Int(next.start) < end { next = lexer.next() }
  }

  private func find(_ keyword: Keyword, in places: [GrammarContext]) -> (word: Int, place: GrammarContext)? {
    for place in places {
      if let word = vocabulary.find(keyword, in: place) { return (word, place) }
    }
    return nil
  }

  /// A word that belongs elsewhere, with what to write instead. Apart from `unknownLine`, which recurses: its frame is to
  /// be small.
  @inline(never)
  private mutating func reportMisplaced(_ word: Int, _ places: [GrammarContext], in place: GrammarContext) {
    if let instead = Synonyms.instead(of: vocabulary.words[word].keyword, in: place) {
      let rest = lexer.text(Int(token.end)..<Int(token.start) + restOfLine().utf8.count)
      report(.otherWord(span(of: token), vocabulary.words[word], in: place, instead + rest))
    } else {
      report(.misplacedWord(span(of: token), vocabulary.words[word], in: place, places))
    }
  }

  /// Gives the finding about a thing in the wrong place the edit that moves it. Apart from `unknownLine`, as above.
  @inline(never)
  mutating func offerMove(_ start: Int, to places: [GrammarContext], at finding: Int, of named: Node.ID? = nil) {
    guard lexer.diagnostics.indices.contains(finding), lexer.diagnostics[finding].rule.code == Rule.misplacedWord.code,
      let fix = move(start, to: places, leaving: named)
    else { return }
    lexer.diagnostics[finding] = lexer.diagnostics[finding].fixed(by: fix)
  }

  /// Moves the lines of a thing that was read, from its first word to the last token, to before the open block that
  /// stands where the thing belongs; nil where none does, or where something else is on its lines. Of a thing that is
  /// only named here, its word and name stay.
  private func move(_ start: Int, to places: [GrammarContext], leaving named: Node.ID?) -> Fix? {
    guard let depth = blocks.lastIndex(where: { places.contains($0.place) }), depth + 1 < blocks.count else {
      return nil
    }
    let above = Int(nodes[blocks[depth + 1].id.index].span.start)
    let (own, there) = (indentation(of: start), indentation(of: above))
    var end = lastEnd
    while lexer.byte(end) == ASCII.space || lexer.byte(end) == ASCII.tab { end += 1 }
    guard own >= there, there >= 0, lexer.byte(end) == ASCII.lf else { return nil }
    let lines = lexer.bytes[(start - own)...end].split(separator: ASCII.lf, omittingEmptySubsequences: false)
    let moved = lines.map { line in
      let blanks = line.prefix(own - there).prefix { $0 == ASCII.space || $0 == ASCII.tab }
      return lexer.text(line.startIndex + blanks.count..<line.endIndex)
    }
    let place = above - there
    let word = lexer.text(start..<start + lexer.bytes[start...].prefix { $0 != ASCII.space }.count)
    let left = named.flatMap { nodes[$0.index].arguments.first }.map { name in
      lexer.text(start - own..<start) + "\(word) \(name.text)\n"
    }
    return .move(
      lexer.span(start - own, end + 1), leaving: left ?? "", moved.joined(separator: "\n"),
      before: lexer.span(place, place), word)
  }

  /// A line that starts with a word the block does not know. Where the word meant is clear, the line is read as that:
  /// the token becomes the word. What could stand elsewhere is read as there, and left out of the tree.
  mutating func unknownLine(_ frame: inout Frame) -> Node.ID? {
    if isFlowWord(in: frame.place) || startsVersion(in: frame.place) { return nil }
    let places = vocabulary.places(of: token.keyword)
    let adopters = frame.adopters.reversed()
    let inner = adopters.filter { stands(inside: $0) }
    let meant =
      guessed(among: inner.map(\.place), in: inner.first?.place ?? frame.place)
      ?? guessed(among: [frame.place] + adopters.map(\.place), in: frame.place)
    if let (word, place) = meant {
      return place == frame.place ? ownLine(word, &frame) : nextLine(&frame)
    }
    if reopens(frame.place) { return frame.owner }
    guard let place = places.first, let word = vocabulary.find(token.keyword, in: place) else { return nil }
    let (start, finding) = (Int(token.start), lexer.diagnostics.count)
    reportMisplaced(word, places, in: frame.place)
    isMuted = true
    let base = said.count
    let made = line(word, in: frame.place, base: base)
    if vocabulary.words[word].isThing { offerMove(start, to: places, at: finding) }
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
  mutating func unknownFact(behind last: Node.ID, _ word: Word, follower: GrammarContext?, in place: GrammarContext) {
    if let here = [word.inside, place].first(where: { isFlowWord(in: $0) }) {
      reportFlowWord(in: here)
      isMuted = true
      advance()
      return recover()
    }
    let places = [word.inside] + (follower.map { [$0] } ?? []) + (blocks.count > 1 ? [place] : [])
    let elsewhere = vocabulary.places(of: token.keyword)
    if guessed(among: places, in: word.inside) != nil { return }
    if let first = elsewhere.first, let meant = vocabulary.find(token.keyword, in: first) {
      let here = word.inside == .nothing ? place : word.inside
      report(.misplacedWord(span(of: token), vocabulary.words[meant], in: here, elsewhere))
      isMuted = true
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
    if keyword == .owner, token.kind == .comma, isName(next),
      let with = vocabulary.find(.with, in: scope.inside) ?? vocabulary.find(.with, in: scope.place)
    {
      report(.secondOwner(span(of: token).through(span(of: next)), self.text(of: next)))
      token.kind = .word
      token.keyword = vocabulary.words[with].ordinal
      return
    }
    if let fact = keywordInPath() {
      report(.factWord(span(of: token), text, fact))
      advance()
      return
    }
    if token.kind == .string, keyword == .owner || keyword == .with, let keyword,
      let name = nodes[last.index].arguments.last, name.text != text
    {
      report(.titledOwner(span(of: token), keyword, name.text, text))
      nodes[last.index].isBroken = true
      advance()
      return recover()
    }
    if token.kind == .string, let keyword, let found = vocabulary.find(keyword, in: scope.place),
      declaresElsewhere(vocabulary.words[found])
    {
      if !nodes[last.index].isBroken { reportDeclaration(last, vocabulary.words[found]) }
      advance()
      return recover()
    }
    if token.kind == .comma, next.kind == .number, token.end == next.start, Int(token.start) == lastEnd {
      report(.decimalComma(lexer.span(Int(token.start), Int(next.end)), text: lexer.text(next.range)))
    } else if token.kind == .malformed {
      report(.malformed(span(of: token), text))
    } else if token.isValue, let keyword {
      report(.surplusValue(span(of: token), text, behind: keyword))
    } else if token.isValue {
      report(.surplusValue(span(of: token), text, behind: nil))
    } else {
      let (sign, wasMuted) = (span(of: token), isMuted)
      advance()
      let start = Int(token.start)
      recover()
      // Passing the rest may have reached the next line, where nothing is muted.
      if wasMuted { return }
      return lexer.report(.straySign(sign, text, rest: lexer.text(start..<max(start, lastEnd))))
    }
    advance()
    recover()
  }

  /// The word that is missing before a value behind an arrow: `form -> call 80%`.
  private func keywordInPath() -> Keyword? {
    guard scope.inside == .path else { return nil }
    switch token.kind {
    case .percent: return .share
    case .duration: return .wait
    default: return nil
    }
  }

  /// Whether a block starts here that was meant to be another version of the journey: `future "2027" { … }`.
  func startsVersion(in place: GrammarContext) -> Bool {
    guard token.kind == .word, place == .journey || place == .phase || place == .file else { return false }
    return Synonyms.versions.contains(text(of: token).lowercased()) && opensBlock()
  }

  private func isName(_ token: Token) -> Bool { (token.kind == .word || token.kind == .string) && !token.startsLine }

  /// Something that no line starts with.
  mutating func reportStray(_ token: Token, in place: GrammarContext) {
    switch token.kind {
    case .word where isMended(token): isMuted = true
    case .word where isFlowWord(in: place): reportFlowWord(in: place)
    case .word where startsVersion(in: place):
      let title = tokensAhead().first { $0.kind == .string }.map { text(of: $0) }
      let journey = lastJourney.flatMap { nodes[$0.index].name?.value }
      report(.plannedVersion(span(of: token), text(of: token), of: journey, title))
    case .word: report(.unknownWord(span(of: token), text(of: token), in: place, meant: nil))
    case .comma, .colon, .arrow, .sign, .atLeast, .atMost: report(.straySign(span(of: token), text(of: token)))
    default: report(.strayValue(span(of: token), text(of: token), in: place))
    }
  }
}
