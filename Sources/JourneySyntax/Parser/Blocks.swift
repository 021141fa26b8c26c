import JourneySource

/// A thing without braces that the lines behind it may belong to.
struct Adopter {
  let id: Node.ID
  let place: GrammarContext
  /// Facts come before phases and touchpoints, so a fact behind one is its own even where the block knows it as well.
  let isColumn: Bool
  /// Where its facts in `said` begin.
  let base: Int
  var hasAdopted = false
}

/// What is known of the block being read.
struct Frame {
  let owner: Node.ID
  let place: GrammarContext
  /// Where the owner's facts in `said` begin.
  let base: Int
  var adopters: [Adopter] = []
  /// The first phase or touchpoint, behind which no fact should stand.
  var firstColumn: Span?
}

extension Parser {
  /// Reads lines until the block's `}`, the file's end, or a word that closes the open blocks.
  mutating func lines(of owner: Node.ID, in place: GrammarContext, base: Int) {
    var frame = Frame(owner: owner, place: place, base: base)
    while !isFull, token.kind != .end {
      if token.kind == .close {
        if closesAdopter(&frame) { continue }
        break
      }
      let leading = remarksTaken < Int(token.remarks) ? remarks(upTo: Int(token.remarks)) : []
      let start = token.start
      guard let made = nextLine(&frame) else {
        if closesBlocks(place) { break }
        skipLine(in: place)
        continue
      }
      if token.start == start, token.kind != .end, token.kind != .close { advance() }
      if !leading.isEmpty { nodes[made.index].trivia.leading = leading + nodes[made.index].trivia.leading }
    }
    if let first = frame.adopters.first { said.removeSubrange(min(first.base, said.count)...) }
  }

  /// Reads one line and gives it to its parent; nil where no line can start like this.
  mutating func nextLine(_ frame: inout Frame) -> Node.ID? {
    if frame.place.hasPaths, startsPath() { return append(path(), to: frame.owner) }
    if frame.place.hasRows, startsRow(in: frame.place) { return append(row(), to: frame.owner) }
    if let index = frame.adopters.lastIndex(where: { adopts($0, in: frame.place) }) {
      return adoptedLine(index, &frame)
    }
    if frame.place == .journey, next.kind == .arrow, token.isValue { return impliedFlow(&frame) }
    guard token.kind == .word else { return nil }
    if let word = vocabulary.find(token.keyword, in: frame.place) { return ownLine(word, &frame) }
    if closesBlocks(frame.place) { return nil }
    return unknownLine(&frame)
  }

  /// A line that the block itself knows.
  mutating func ownLine(_ word: Int, _ frame: inout Frame) -> Node.ID {
    forget(adoptersFrom: 0, &frame)
    let entry = vocabulary.words[word]
    let isColumn = entry.keyword == .phase || entry.keyword == .touchpoint
    // What is declared here instead of in the file is a finding of its own.
    if !entry.isThing, let column = frame.firstColumn, !declares() || !declaresElsewhere(entry) {
      report(.lateFact(span(of: token), text(of: token), after: column, in: frame.place))
    }
    let (base, start, finding) = (said.count, Int(token.start), lexer.diagnostics.count)
    let made = append(line(word, in: frame.place, base: frame.base), to: frame.owner)
    if lexer.diagnostics.count > finding, declaresElsewhere(entry) {
      offerMove(start, to: [.file], at: finding, of: made)
    }
    guard entry.isThing else { return made }
    if isColumn, frame.firstColumn == nil { frame.firstColumn = nodes[made.index].span }
    welcome(made, entry, base: base, &frame)
    return made
  }

  private func adopts(_ adopter: Adopter, in place: GrammarContext) -> Bool {
    if adopter.place.hasPaths, startsPath(behindOthers: true) { return true }
    guard token.kind == .word, vocabulary.find(token.keyword, in: adopter.place) != nil else { return false }
    if let own = vocabulary.find(token.keyword, in: place), vocabulary.words[own].isThing, declares(),
      !stands(inside: adopter)
    {
      return false
    }
    if adopter.isColumn || adopter.hasAdopted || vocabulary.find(token.keyword, in: place) == nil { return true }
    return stands(inside: adopter)
  }

  /// Whether the token starts a line that is indented further than that of the thing.
  func stands(inside adopter: Adopter) -> Bool {
    token.startsLine && indentation(of: Int(token.start)) > indentation(of: adopter)
  }

  private func indentation(of adopter: Adopter) -> Int { indentation(of: Int(nodes[adopter.id.index].span.start)) }

  /// Passes the `}` of a thing whose `{` is missing, which was reported: it stands below that thing's line.
  private mutating func closesAdopter(_ frame: inout Frame) -> Bool {
    guard token.startsLine, !frame.adopters.isEmpty else { return false }
    let own = indentation(of: Int(token.start))
    if blocks.count > 1, let block = blocks.last, own <= block.indentation { return false }
    guard let index = frame.adopters.lastIndex(where: { $0.hasAdopted && indentation(of: $0) == own }) else {
      return false
    }
    forget(adoptersFrom: index, &frame)
    advance()
    return true
  }

  /// Arrows that stand in a journey itself: said once, and read as its flow.
  private mutating func impliedFlow(_ frame: inout Frame) -> Node.ID? {
    report(.arrowOutsideFlow(span(of: token).through(span(of: next)), text(of: token)))
    let flow = make(.thing, at: token.start)
    nodes[flow.index].keyword = Spanned(.flow, at: span(of: token))
    nodes[flow.index].isBroken = true
    nodes[frame.owner.index].block.append(flow)
    frame.adopters.append(Adopter(id: flow, place: .flow, isColumn: false, base: said.count, hasAdopted: true))
    return append(path(), to: flow)
  }

  /// A line behind a thing without braces that is understood as the thing's; said once a thing.
  private mutating func adoptedLine(_ index: Int, _ frame: inout Frame) -> Node.ID? {
    forget(adoptersFrom: index + 1, &frame)
    let parent = frame.adopters[index]
    if !parent.hasAdopted {
      report(.missingBraces(span(of: token), text(of: token), owner: nodes[parent.id.index]))
      frame.adopters[index].hasAdopted = true
    }
    if parent.place.hasPaths, startsPath(behindOthers: true) { return append(path(), to: parent.id) }
    guard let word = vocabulary.find(token.keyword, in: parent.place) else { return nil }
    let base = said.count
    let made = append(line(word, in: parent.place, base: parent.base), to: parent.id)
    welcome(made, vocabulary.words[word], base: base, &frame)
    return made
  }

  /// Remembers a thing without braces, since the next lines may be its own.
  private mutating func welcome(_ made: Node.ID, _ word: Word, base: Int, _ frame: inout Frame) {
    guard word.isThing, nodes[made.index].opening == nil, word.inside != .nothing else { return }
    let isColumn = word.keyword == .phase || word.keyword == .touchpoint
    frame.adopters.append(Adopter(id: made, place: word.inside, isColumn: isColumn, base: base))
  }

  private mutating func forget(adoptersFrom index: Int, _ frame: inout Frame) {
    guard index < frame.adopters.count else { return }
    said.removeSubrange(min(frame.adopters[index].base, said.count)...)
    frame.adopters.removeSubrange(index...)
  }

  mutating func append(_ made: Node.ID, to owner: Node.ID) -> Node.ID {
    nodes[owner.index].block.append(made)
    return made
  }
}
