import JourneySource

extension Parser {
  /// Whether a row starts here: any value, unless it is a fact of the place that no `is` or comma follows.
  func startsRow(in place: GrammarContext) -> Bool {
    guard token.isValue, token.kind != .atLeast, token.kind != .atMost else { return false }
    guard token.kind == .word, token.keyword != Token.none else { return true }
    if isWord(next, "is") || next.kind == .comma { return true }
    return false
  }

  /// `"Student", "Starter" is young-adults`.
  mutating func row() -> Node.ID {
    let start = token.start
    let id = make(.row, at: start)
    scope = Scope(inside: .nothing, place: blocks.last?.place ?? .table)
    let left = cells(.cell, startsLine: true)
    nodes[id.index].arguments = left
    if !left.isEmpty, isOnLine, isWord("is") {
      advance()
      let right = cells(.meaning, startsLine: false)
      nodes[id.index].targets = right
      if right.isEmpty { broken(id, .missingMeaning(here())) }
    } else {
      broken(id, .missingIs(here()))
    }
    nodes[id.index].span = lexer.span(Int(start), lastEnd)
    if token.kind == .open { skipStrayBlock() }
    takeRemarks(endingLine: id)
    return id
  }

  private mutating func broken(_ id: Node.ID, _ diagnostic: Diagnostic) {
    nodes[id.index].isBroken = true
    report(diagnostic)
    while isOnLine { advance() }
  }

  private mutating func cells(_ shape: Shape, startsLine: Bool) -> [Value] {
    var values: [Value] = []
    while token.isValue, startsLine || isOnLine || !values.isEmpty,
      case .value(let value) = value(shape, afterComma: !values.isEmpty)
    {
      values.append(value)
      guard isOnLine, token.kind == .comma else { break }
      advance()
    }
    return values
  }
}

extension Rule {
  static let missingIs = Rule(
    "missing-is", .error, "A row of a table has no \"is\".",
    why: "A row says what a cell of an export means: the text of the cell, `is`, and the meaning.",
    example: .table("\"Form\" open-account/form"), instead: .table("\"Form\" is open-account/form"))

  static let missingMeaning = Rule(
    "missing-meaning", .error, "A row of a table does not say what the cell means.",
    why: "After `is`, write a touchpoint, a segment, an answer such as `5` or `yes`, or `ignored`.",
    example: .table("\"Form\" is"), instead: .table("\"Form\" is open-account/form"))
}

extension Diagnostic {
  fileprivate static func missingIs(_ span: Span) -> Self {
    Diagnostic(
      .missingIs, at: span, "\"is\" is missing in this row", help: "write, for example: \"Form\" is open-account/form")
  }

  fileprivate static func missingMeaning(_ span: Span) -> Self {
    Diagnostic(
      .missingMeaning, at: span, "after \"is\", the meaning of the cell is missing",
      help: "write, for example: \"Test\" is ignored")
  }
}
