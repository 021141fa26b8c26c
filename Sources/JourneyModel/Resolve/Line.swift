internal import JourneySource
internal import JourneySyntax

/// A line of a tree, read in place: nodes are large, and a copy of one costs more than looking at it.
struct Line: Sendable {
  let tree: Tree
  let index: Int

  /// The file itself; nil for a tree without nodes.
  init?(root tree: Tree) {
    guard !tree.nodes.isEmpty else { return nil }
    self.init(tree, 0)
  }

  fileprivate init(_ tree: Tree, _ index: Int) {
    self.tree = tree
    self.index = index
  }

  var kind: Node.NodeKind { tree.nodes[index].kind }
  var keyword: Keyword? { tree.nodes[index].keyword?.value }
  var name: Spanned<String>? { tree.nodes[index].name }
  var title: Spanned<String>? { tree.nodes[index].title }
  var arguments: [Value] { tree.nodes[index].arguments }
  var targets: [Value] { tree.nodes[index].targets }
  var steps: [Step] { tree.nodes[index].steps }
  var label: Spanned<String>? { tree.nodes[index].label }
  var span: Span { tree.nodes[index].span }
  /// Whether the parser has said already that something of it does not fit.
  var isBroken: Bool { tree.nodes[index].isBroken }

  /// The word that the line begins with, else the whole line: where a finding about the line points.
  var head: Span { tree.nodes[index].keyword?.span ?? span }

  /// The name, else the title, else the first word: where a finding about the thing points.
  var anchor: Span { name?.span ?? title?.span ?? head }

  /// From its first word to the last one of what is in its block.
  var extent: Span { tree.extent(of: tree.nodes[index]) }

  /// What stands on the line and in its block, in written order.
  var members: Members { Members(tree, tree.nodes[index].facts, tree.nodes[index].block) }

  /// The facts of the line and its block that the parser has found in order.
  var facts: some Sequence<Line> { members.lazy.filter { $0.kind == .fact && !$0.isBroken } }

  /// The first string written, whether it was read as a title or as an argument.
  var text: Spanned<String>? {
    if let title { return title }
    for value in arguments {
      if case .string(let text) = value.kind { return Spanned(text, at: value.span) }
    }
    return nil
  }

  /// The arguments without the fixed words between them.
  var values: [Value] { arguments.filter { !$0.isWord } }
}

/// The lines below a line; indices that point nowhere are passed over.
struct Members: Sequence, IteratorProtocol {
  private let tree: Tree
  private let facts: [Node.ID]
  private let block: [Node.ID]
  private var position = 0

  init(_ tree: Tree, _ facts: [Node.ID], _ block: [Node.ID]) {
    self.tree = tree
    self.facts = facts
    self.block = block
  }

  mutating func next() -> Line? {
    while position < facts.count + block.count {
      let id = position < facts.count ? facts[position] : block[position - facts.count]
      position += 1
      if tree.nodes.indices.contains(id.index) { return Line(tree, id.index) }
    }
    return nil
  }
}

extension Value {
  var isWord: Bool {
    if case .word = kind { true } else { false }
  }

  /// A bare word, whether the grammar fixed it or not.
  var word: String? {
    switch kind {
    case .name(let text), .word(let text): text
    default: nil
    }
  }

  var string: String? {
    if case .string(let text) = kind { text } else { nil }
  }

  var number: Double? {
    if case .number(let number) = kind { number } else { nil }
  }

  /// A whole number; nil for anything else.
  var integer: Int? { number.flatMap { Int(exactly: $0) } }

  var period: Period? {
    if case .period(let period) = kind { period } else { nil }
  }

  /// A cell of a table as it would be read from an export: `101` equals `"101"`, `5.0` is `5`, and blanks at the ends are
  /// left out.
  var cell: String {
    switch kind {
    case .string(let text): text.withoutOuterBlanks
    case .number(let number): Int(exactly: number).map(String.init) ?? text
    default: text
    }
  }
}
