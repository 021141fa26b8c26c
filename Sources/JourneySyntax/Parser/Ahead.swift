import JourneySource

/// What stands further on in a line, for findings that show the whole line as it is written here.
extension Parser {
  /// The tokens from the one to be read to the end of its line or to a brace, 32 at most; none of them is passed.
  func tokensAhead() -> [Token] {
    var ahead = lexer
    // Copies of these would be made at the next comment.
    ahead.remarks = []
    ahead.diagnostics = []
    var tokens: [Token] = []
    var (one, following) = (token, next)
    while tokens.count < 32, tokens.isEmpty || !one.startsLine {
      switch one.kind {
      case .end, .open, .close: return tokens
      default: tokens.append(one)
      }
      (one, following) = (following, ahead.next())
    }
    return tokens
  }

  /// `feels -1 persona lena "Why?"`: reports the text that comes too late, with the whole line, and reads it all the same.
  mutating func lateText(behind head: Node.ID) -> Bool {
    guard token.kind == .string, let id = feeling(behind: head), let number = nodes[id.index].arguments.first,
      nodes[id.index].arguments.count == 1
    else { return false }
    let people = lexer.text(Int(number.span.end)..<lastEnd).withoutOuterBlanks
    let line = "feels \(number.text) \(text(of: token)) \(people)"
    let ownLine = id == head ? "write" : "write on a line of its own, in the braces"
    report(
      Diagnostic(
        .wrongArgument, at: span(of: token), "the text of \"feels\" comes right after its number",
        help: "\(ownLine): \(line.showingHidden)"))
    let string = string()
    nodes[id.index].arguments.append(Value(.string(string.value), text: string.value, span: string.span))
    nodes[id.index].isBroken = true
    return true
  }

  /// The feeling whose people were read last: the line itself, or the fact before them on the line of a touchpoint.
  private func feeling(behind head: Node.ID) -> Node.ID? {
    let facts = nodes[head.index].facts
    guard let last = facts.last, let people = nodes[last.index].keyword?.value, people == .persona || people == .segment
    else { return nil }
    return [head, facts.dropLast().last].compactMap { $0 }.first { nodes[$0.index].keyword?.value == .feels }
  }

  /// `thinks persona lena "Why?"`: reports that the text comes first, with the whole line; false where no text follows.
  mutating func textComesFirst(of id: Node.ID, _ word: Word) -> Bool {
    let ahead = tokensAhead()
    guard let place = ahead.firstIndex(where: { $0.kind == .string }), let last = ahead[..<place].last,
      let whose = ahead.first, vocabulary.find(whose.keyword, in: word.inside) != nil,
      ahead[..<place].allSatisfy({ $0.kind == .word || $0.kind == .comma })
    else { return false }
    let said = lexer.text(Int(nodes[id.index].span.start)..<lastEnd)
    let rest =
      ahead[place...].last.map { " " + lexer.text(Int(ahead[place].end)..<Int($0.end)).withoutOuterBlanks } ?? ""
    let line =
      "\(said) \(text(of: ahead[place])) \(lexer.text(Int(whose.start)..<Int(last.end)))"
      + (rest == " " ? "" : rest)
    report(
      Diagnostic(
        .wrongArgument, at: span(of: whose),
        "the text of \"\(word.keyword.rawValue)\" comes before \"\(text(of: whose))\"",
        help: "write: \(line.showingHidden)"))
    for _ in ahead[...place] { advance() }
    return true
  }
}
