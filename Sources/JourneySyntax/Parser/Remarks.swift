import JourneySource

extension Parser {
  /// Comments and blank lines not yet taken, up to a count; a blank line is an empty string.
  mutating func remarks(upTo count: Int) -> [String] {
    guard remarksTaken < count else { return [] }
    defer { remarksTaken = count }
    return lexer.remarks[remarksTaken..<count].map { $0.isBlank ? "" : lexer.text(Int($0.start)..<Int($0.end)) }
  }

  /// The comment behind the last token, on its line.
  mutating func trailingRemark() -> String? {
    guard remarksTaken < Int(token.remarks), lexer.remarks[remarksTaken].isTrailing else { return nil }
    return remarks(upTo: remarksTaken + 1).first
  }

  /// Gives the line the comments inside and behind it. A comment between its tokens moves behind it where there is
  /// none, and before it otherwise, since a line is printed as one.
  mutating func takeRemarks(endingLine id: Node.ID) {
    guard remarksTaken < Int(token.remarks) else { return }
    var inside: [String] = []
    if remarksTaken < lastRemarks { inside = remarks(upTo: lastRemarks).filter { !$0.isEmpty } }
    var trailing = nodes[id.index].trivia.trailing
    if let behind = trailingRemark() {
      if let trailing { inside.append(trailing) }
      trailing = behind
    } else if trailing == nil {
      trailing = inside.popLast()
    }
    nodes[id.index].trivia.leading += inside
    nodes[id.index].trivia.trailing = trailing
  }
}
