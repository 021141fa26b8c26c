import JourneySource

extension Parser {
  /// Whether a line of a flow starts here that is a path: a point with an arrow behind it, an entry or an exit.
  func startsPath(behindOthers: Bool = false) -> Bool {
    switch token.kind {
    case .string, .reference: return true
    case .word:
      if next.kind == .arrow || isWord(next, "and") && !next.startsLine { return true }
      if isTerminal(token) { return true }
      if spaced(among: [.flow]) != nil { return false }
      if next.kind == .word, !next.startsLine, token.keyword == Token.none, arrowFollows() { return true }
      return !behindOthers && token.keyword == Token.none && guess(text(of: token), among: [.flow]) == nil
    default: return false
    }
  }

  private func isTerminal(_ token: Token) -> Bool { isWord(token, "entry") || isWord(token, "exit") }

  /// `form and call -> decision : "label" share 18%`.
  mutating func path() -> Node.ID {
    let start = token.start
    let id = make(.path, at: start)
    scope = Scope(inside: .path, place: .flow)
    steps(of: id)
    if isOnLine, token.kind == .colon {
      label(of: id)
    } else if isOnLine, token.kind == .string, !nodes[id.index].isBroken {
      let text = string()
      nodes[id.index].label = text
      report(.missingColon(text.span, text.value))
    }
    nodes[id.index].span = lexer.span(Int(start), lastEnd)
    let own = said.count
    tail(of: id, Self.pathWord, in: .flow)
    nodes[id.index].span = lexer.span(Int(start), lastEnd)
    finish(id, Self.pathWord, base: own)
    return id
  }

  /// A path in the shape of a word, for the parts that lines have in common.
  private static let pathWord = Word.fact(.flow, [], .often, .path, "form -> call : \"photo rejected\" share 18%")

  private mutating func steps(of id: Node.ID) {
    var steps: [Step] = []
    var piped: Spanned<String>?
    defer { nodes[id.index].steps = steps }
    while !isFull {
      guard let step = step() else {
        nodes[id.index].isBroken = true
        report(.missingStep(here()))
        recover()
        return
      }
      steps.append(step)
      guard token.kind == .arrow else { break }
      let arrow = token.start
      advance()
      if let label = pipedLabel() {
        piped = piped ?? label
        // That the arrow is another tool's, too, the same line says.
        lexer.diagnostics.removeAll { $0.rule.code == Rule.foreignArrow.code && $0.span?.start == arrow }
      }
    }
    if let piped, let first = steps.first, let last = steps.last, steps.count > 1 {
      let ends = [first.span, last.span].map { lexer.text($0.range) }.joined(separator: " -> ")
      report(.pipedLabel(piped.span, "\(ends) : \(piped.value.inQuotes)"))
      if steps.count == 2 { nodes[id.index].label = piped }
    }
    guard steps.count < 2 else { return }
    nodes[id.index].isBroken = true
    report(.missingArrow(steps.first?.span ?? here()))
    while isOnLine { advance() }
  }

  /// `-->|yes| call`, as Mermaid labels an arrow: the label without its bars.
  private mutating func pipedLabel() -> Spanned<String>? {
    guard isBar else { return nil }
    let start = token
    advance()
    while isOnLine, !isBar { advance() }
    guard isBar else { return nil }
    let inside = lexer.text(Int(start.end)..<Int(token.start)).withoutOuterBlanks
    let text =
      inside.count > 1 && inside.first == "\"" && inside.last == "\"" ? String(inside.dropFirst().dropLast()) : inside
    let span = span(of: start).through(span(of: token))
    advance()
    return Spanned(text, at: span)
  }

  private var isBar: Bool { isOnLine && token.kind == .sign && lexer.byte(Int(token.start)) == UInt8(ascii: "|") }

  private mutating func step() -> Step? {
    guard let first = point() else { return nil }
    var points = [first.point]
    var span = first.span
    while isOnLine, isWord("and") {
      advance()
      guard let another = point() else { return nil }
      points.append(another.point)
      span = span.through(another.span)
    }
    return Step(points, span: span)
  }

  /// What stands on one side of an arrow; a line goes on behind the arrow and behind `and`.
  private mutating func point() -> (point: PathPoint, span: Span)? {
    let start = token
    guard start.kind == .word && isTerminal(start) else {
      if let words = bareWords() { return words }
      guard start.kind == .word || start.kind == .reference || start.kind == .string,
        case .value(let value) = value(.touchpoint, afterComma: false)
      else { return nil }
      return (.reference(value), value.span)
    }
    let isEntry = isWord("entry")
    advance()
    var name: Spanned<String>?
    var title: Spanned<String>?
    if isOnLine, token.kind == .word, !isWord("and"), !isFactHere() {
      name = self.name(of: token)
      advance()
    }
    if isOnLine, token.kind == .string { title = string() }
    let span = lexer.span(Int(start.start), lastEnd)
    return (isEntry ? .entry(name: name, title: title, at: span) : .exit(name: name, title: title, at: span), span)
  }

  /// `Sees sign -> …`: words without quotes that can only be the title of a touchpoint, at the start of a line or at its
  /// end; between two arrows they may as well be two paths.
  private mutating func bareWords() -> (point: PathPoint, span: Span)? {
    guard token.kind == .word, next.kind == .word, !next.startsLine, !isWord(next, "and"),
      !isTerminal(next), vocabulary.find(next.keyword, in: .path) == nil,
      arrowFollows() ? token.startsLine : isBehindArrow
    else { return nil }
    let start = Int(token.start)
    advance()
    while isOnLine, token.kind == .word, !isWord("and"), !isTerminal(token), !isFactHere() { advance() }
    let span = lexer.span(start, lastEnd)
    let text = lexer.text(start..<lastEnd)
    report(.bareTitle(span, text))
    return (.reference(Value(.string(text), text: text, span: span)), span)
  }

  private var isBehindArrow: Bool {
    lastEnd >= 2 && lexer.byte(lastEnd - 1) == ASCII.greater || lexer.byte(lastEnd - 1) == 0x92
  }

  /// Whether an arrow follows the words that stand here.
  private func arrowFollows() -> Bool {
    var index = Int(token.start)
    while index < min(lexer.count, Int(token.start) + 512) {
      switch lexer.byte(index) {
      case ASCII.minus where lexer.byte(index + 1) == ASCII.greater: return true
      case 0xE2 where lexer.byte(index + 1) == 0x86 && lexer.byte(index + 2) == 0x92: return true
      case ASCII.lf, ASCII.cr, ASCII.quote, ASCII.colon, ASCII.open, ASCII.close, ASCII.hash: return false
      default: index += 1
      }
    }
    return false
  }

  /// Whether the word behind `exit` is a fact of the arrow, since a value follows: `-> exit share 7%`.
  private func isFactHere() -> Bool {
    guard vocabulary.find(token.keyword, in: .path) != nil, !next.startsLine else { return false }
    return next.isValue && next.kind != .string
  }

  private mutating func label(of id: Node.ID) {
    advance()
    if isOnLine, token.kind == .string {
      nodes[id.index].label = string()
    } else if isOnLine, token.kind == .word, let text = unquoted() {
      nodes[id.index].label = text
    } else {
      nodes[id.index].isBroken = true
      report(.missingLabel(here()))
    }
  }
}

extension Rule {
  static let missingArrow = Rule(
    "missing-arrow", .error, "A line of a flow has no arrow.",
    why:
      "Each line of a flow says where customers go: `form -> call`. `as-written` adds the written order of touchpoints.",
    example: .flow("form call"), instead: .flow("form -> call"))

  static let missingStep = Rule(
    "missing-step", .error, "An arrow of a flow leads nowhere, or from nowhere.",
    why: "Each side of an arrow is a touchpoint, a phase, an `entry` or an `exit`.",
    example: .flow("form ->"), instead: .flow("form -> call"))

  static let missingLabel = Rule(
    "missing-label", .error, "The label of an arrow is missing, or its colon is.",
    why:
      """
      After `:`, write in quotes the text that the map shows at the arrow. Without a text, leave out the `:`.
      """,
    example: .flow("form -> call :"), instead: .flow("form -> call : \"photo rejected\""))
}

extension Diagnostic {
  fileprivate static func missingArrow(_ span: Span) -> Self {
    Diagnostic(.missingArrow, at: span, "this line of the flow has no arrow", help: "write, for example: form -> call")
  }

  fileprivate static func missingStep(_ span: Span) -> Self {
    Diagnostic(
      .missingStep, at: span, "a touchpoint, an entry or an exit is missing at this arrow",
      help: "write, for example: form -> call")
  }

  fileprivate static func missingColon(_ span: Span, _ text: String) -> Self {
    Diagnostic(
      .missingLabel, at: span, "the text of an arrow comes after a colon", help: "write : \(text.inQuotes)",
      fix: .safe(span, ": \(text.quotedText)"))
  }

  fileprivate static func pipedLabel(_ span: Span, _ line: String) -> Self {
    Diagnostic(
      .missingLabel, at: span, "the text of an arrow comes at the end of its line, after a colon",
      help: "write: \(line.showingHidden)")
  }

  fileprivate static func bareTitle(_ span: Span, _ text: String) -> Self {
    Diagnostic(
      .unquotedText, at: span, "a title needs quotes", help: "write \(text.inQuotes), or its name",
      fix: .likely(span, text.quotedText))
  }

  fileprivate static func missingLabel(_ span: Span) -> Self {
    Diagnostic(
      .missingLabel, at: span, "the text of the label is missing",
      help: "write, for example: form -> call : \"gives up\"")
  }
}
