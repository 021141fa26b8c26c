package import JourneySource

/// Reads a journey file. It returns a tree for any bytes, and each mistake once, in the order of the file.
///
/// - Parameter touchpoints: how many there may be; behind the one too many nothing is read.
package func parse(_ bytes: [UInt8], file: FileID, touchpoints: Int = Limits.touchpoints) -> Diagnosed<Tree> {
  switch Encoding.read(bytes, file: file) {
  case .unreadable(let diagnostic):
    var root = Node(.file, span: Span(file, 0, 0))
    root.isBroken = true
    return Diagnosed(Tree(file: file, nodes: [root]), [diagnostic])
  case .text(let bytes, let start, let diagnostic):
    if let language = ForeignLanguage(bytes, from: start) {
      var root = Node(.file, span: Span(file, 0, bytes.count))
      root.isBroken = true
      let firstLine = bytes[start...].firstIndex(of: ASCII.lf) ?? bytes.count
      return Diagnosed(Tree(file: file, nodes: [root]), [.foreignFile(language, at: Span(file, start, firstLine))])
    }
    var parser = Parser(Lexer(bytes, file: file, from: start, isMended: diagnostic != nil))
    parser.touchpointLimit = touchpoints
    parser.parseFile()
    let tree = Tree(file: file, nodes: parser.nodes, source: bytes, touchpoints: parser.touchpoints)
    return Diagnosed(tree, parser.findings(after: diagnostic))
  }
}

/// The parser's state: two tokens of view, the nodes made so far, the blocks that are open.
///
/// A block is one recursion, capped by `Limits.depth`; everything else loops. Its parts lie in the other files of this
/// folder, from the block down to the single value.
struct Parser {
  var lexer: Lexer
  /// The token to be read, and the one behind it.
  var token: Token
  var next: Token
  /// Where the last token read ended.
  var lastEnd = 0
  /// How many remarks stand before the last token read; those up to `remarksTaken` have found their line.
  var lastRemarks = 0
  var remarksTaken = 0
  var nodes: [Node] = []
  var blocks: [OpenBlock] = []
  var said: [Said] = []
  var scope = Scope(inside: .file, place: .file)
  var touchpoints = 0
  /// The touchpoint of this journey that was read last.
  var lastTouchpoint: Node.ID?
  var lastJourney: Node.ID?
  /// Whether the journey has a flow, for findings that say where its arrows go.
  var knownFlow: (journey: Node.ID, exists: Bool)?
  var touchpointLimit = Limits.touchpoints
  var nodeLimit = Limits.nodes
  /// Set by a finding after which the rest of the line cannot be judged, up to its braces or its end.
  var isMuted = false
  /// Where the last word stands that was read as another: what does not fit behind it follows from that.
  var guessedAt: Int32 = -1
  /// How many backslashes of the text being read mean nothing; the first is reported.
  var badEscapes = 0
  /// The texts are names of files, in which people of Windows write backslashes; the model has more to say of those.
  var readsPaths = false
  /// Set where there are too many lines or touchpoints.
  var hasMetLimit = false
  /// Whether nothing more is read.
  var isFull: Bool { hasMetLimit || lexer.errors >= Limits.findings }
  /// The `{` whose `}` stood further left than its line: likely the one that was not closed.
  var suspect: OpenBlock?
  /// The first `}` that stood further right than the line of its `{`: likely one too many.
  var surplusBrace: Span?
  /// Where a missing `}` was reported, so that each enclosing block does not report it again.
  var closedAt: Int32 = -1
  let vocabulary = Vocabulary.standard

  init(_ lexer: Lexer) {
    self.lexer = lexer
    token = self.lexer.next()
    next = self.lexer.next()
    nodes.reserveCapacity(min(lexer.count / 16, 1 << 20) + 8)
  }

  mutating func parseFile() {
    nodes.append(Node(.file, span: lexer.span(0, lexer.count)))
    blocks.append(OpenBlock(id: Node.ID(0), place: .file, opening: nil, indentation: 0))
    while !isFull {
      lines(of: Node.ID(0), in: .file, base: 0)
      guard token.kind == .close else { break }
      report(.strayBrace(span(of: token), before: blocks[0].lastClosed?.opening))
      advance()
    }
    nodes[0].trivia.closing = remarks(upTo: lexer.remarks.count)
    nodes[0].isBroken = lexer.errors > 0 || lexer.conflict != nil
  }

  /// All findings in the order of the file.
  func findings(after encoding: Diagnostic?) -> [Diagnostic] {
    var all = lexer.diagnostics
    if let encoding { all.append(encoding) }
    if let conflict = lexer.conflict { all.append(.mergeConflict(conflict)) }
    let order = all.indices.sorted { (all[$0].span?.start ?? 0, $0) < (all[$1].span?.start ?? 0, $1) }
    return order.map { all[$0] }
  }
}

/// A block whose `}` is still to come.
struct OpenBlock {
  let id: Node.ID
  let place: GrammarContext
  /// Nil for the file.
  let opening: Span?
  /// How far the line with the `{` is indented.
  let indentation: Int
  /// The last block in it that was closed, perhaps too early.
  var lastClosed: ClosedBlock?
}

/// A block that ended, and the `}` that ended it.
struct ClosedBlock {
  let id: Node.ID
  let place: GrammarContext
  let opening: Span
  let closing: Span
}

/// A single-valued fact that was said, and where.
struct Said {
  let key: UInt16
  let span: Span
}

extension Parser {
  mutating func advance() {
    lastEnd = Int(token.end)
    lastRemarks = Int(token.remarks)
    token = next
    next = lexer.next()
    if token.startsLine || token.kind == .open || token.kind == .close { isMuted = false }
  }

  mutating func report(_ diagnostic: Diagnostic) {
    if !isMuted { lexer.report(diagnostic) }
  }

  func span(of token: Token) -> Span { lexer.span(Int(token.start), Int(token.end)) }

  func text(of token: Token) -> String { lexer.text(token.range) }

  /// Whether some of it was not UTF-8: what it means nobody can say, and that it was not is a finding already.
  func isMended(_ token: Token) -> Bool { lexer.isMended && lexer.bytes[token.range].contains(ASCII.substitute) }

  /// Whether the token belongs to the line that is being read.
  var isOnLine: Bool {
    switch token.kind {
    case .end, .open, .close: false
    default: !token.startsLine
    }
  }

  /// Whether the token is the fixed word.
  func isWord(_ word: StaticString) -> Bool { isWord(token, word) }

  func isWord(_ token: Token, _ word: StaticString) -> Bool {
    guard token.kind == .word, token.range.count == word.utf8CodeUnitCount else { return false }
    return word.description.utf8.elementsEqual(lexer.bytes[token.range])
  }

  /// How far a line is indented, counted in bytes; -1 where something stands before the place.
  func indentation(of start: Int) -> Int {
    var index = start
    while index > 0, start - index < 1024 {
      switch lexer.bytes[index - 1] {
      case ASCII.space, ASCII.tab: index -= 1
      case ASCII.lf, ASCII.cr: return start - index
      default: return -1
      }
    }
    return start - index
  }
}
