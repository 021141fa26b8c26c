package import JourneySource

/// What a file says, line by line, before any name means anything.
///
/// Nodes lie in one array and refer to each other by index, so that a tree of any depth is built, walked and dropped
/// without recursion limits. `nodes[0]` is the file; its `block` holds the things of the file.
package struct Tree: Sendable {
  package let file: FileID
  package var nodes: [Node]
  /// What it was read from, so that texts are printed as they were written; may be empty.
  package let source: [UInt8]
  /// How many touchpoints it has; one more than was allowed where it was not read to the end.
  package let touchpoints: Int

  package init(file: FileID, nodes: [Node], source: [UInt8] = [], touchpoints: Int = 0) {
    self.file = file
    self.nodes = nodes
    self.source = source
    self.touchpoints = touchpoints
  }

  package subscript(id: Node.ID) -> Node { nodes[id.index] }

  package var root: Node { nodes[0] }

  /// What stands on the node's own line and in its block, in written order.
  package func members(of node: Node) -> [Node] { (node.facts + node.block).map { self[$0] } }

  /// From the first word of a line to the last one of what is in its block.
  package func extent(of node: Node) -> Span {
    var (whole, open) = (node.span, [node])
    // A tree that no parser makes may lead nowhere, or round and round.
    for _ in nodes.indices {
      guard let node = open.popLast() else { break }
      if node.span.end > whole.end { whole = whole.through(node.span) }
      open += (node.facts + node.block).filter { nodes.indices.contains($0.index) }.map { self[$0] }
    }
    return whole
  }
}

/// One line of the language: a thing, a fact, a path or a row.
package struct Node: Sendable {
  package struct ID: Hashable, Sendable {
    package let index: Int

    package init(_ index: Int) { self.index = index }
  }

  package enum NodeKind: Sendable, Equatable {
    case file
    /// `touchpoint form "Fills in"`: has a name or a title, and may own a block.
    case thing
    /// `channel web, phone`.
    case fact
    /// `form -> call : "photo rejected"`, only in `flow`.
    case path
    /// `"Form" is open-account/form`, only in tables of a `feedback`.
    case row
  }

  package var kind: NodeKind
  /// The line's first word; nil for the file, a path, a row.
  package var keyword: Spanned<Keyword>?
  package var name: Spanned<String>?
  package var title: Spanned<String>?
  /// A fact's arguments in written order; the fixed words between them (`of`, `is`, `to`, `lost`, `overall`) are
  /// `.word` values. Of a row: what stands left of `is`.
  package var arguments: [Value] = []
  /// Facts on the same line, in order.
  package var facts: [ID] = []
  /// What stands between the braces, in order; `opening` says whether there were any.
  package var block: [ID] = []
  package var opening: Span?
  /// From the first to the last byte of the line's own tokens (without the block).
  package var span: Span
  /// Its arguments, name or steps do not fit and were reported; what did fit is here. It has been said, so do not miss it.
  package var isBroken = false
  private var rare: Rare?

  package init(_ kind: NodeKind, span: Span) {
    self.kind = kind
    self.span = span
  }

  /// Comments and blank lines, which mean nothing and survive `fmt`.
  package struct Trivia: Sendable, Equatable {
    /// Before the line: each comment with its `#`, an empty string for a blank line.
    package var leading: [String] = []
    /// Behind the line's tokens (behind the `{` where there is one).
    package var trailing: String?
    /// Before the closing brace or the end of the file.
    package var closing: [String] = []
    /// Behind the closing brace.
    package var afterClosing: String?

    package init() {}
  }
}

extension Node {
  /// What only rows, paths and lines with comments have, in a place of its own: there are many lines, and most are facts.
  private struct Particulars {
    var targets: [Value] = []
    var steps: [Step] = []
    var label: Spanned<String>?
    var trivia = Trivia()
  }

  private indirect enum Rare { case particulars(Particulars) }

  private var particulars: Particulars {
    get { if case .particulars(let particulars)? = rare { particulars } else { Particulars() } }
    set { rare = .particulars(newValue) }
  }

  /// Of a row: what stands right of `is`.
  package var targets: [Value] {
    get { particulars.targets }
    set { particulars.targets = newValue }
  }

  /// Of a path: what the arrows join, two or more.
  package var steps: [Step] {
    get { particulars.steps }
    set { particulars.steps = newValue }
  }

  /// Of a path: the text after `:`.
  package var label: Spanned<String>? {
    get { particulars.label }
    set { particulars.label = newValue }
  }

  package var trivia: Trivia {
    get { particulars.trivia }
    set { if rare != nil || newValue != Trivia() { particulars.trivia = newValue } }
  }
}

/// What an arrow joins: one point, or several joined by `and`.
package struct Step: Sendable {
  package var points: [PathPoint]
  package var span: Span

  package init(_ points: [PathPoint], span: Span) {
    self.points = points
    self.span = span
  }
}

package enum PathPoint: Sendable {
  /// A touchpoint or a phase: `form`, `open-account/form`, `"Customer support"`.
  case reference(Value)
  case entry(name: Spanned<String>?, title: Spanned<String>?, at: Span)
  case exit(name: Spanned<String>?, title: Spanned<String>?, at: Span)
}

/// A value as written, with its meaning where that needs no context.
package struct Value: Sendable, Equatable {
  package enum ValueKind: Sendable, Equatable {
    /// A bare name, or a word with a fixed meaning at this place (`csat`, `done`, `hours`).
    case name(String)
    /// A fixed word between arguments: `of`, `is`, `to`, `lost`.
    case word(String)
    /// `open-account/form`.
    case reference(journey: String, touchpoint: String)
    case string(String)
    case number(Double)
    /// `80%` is 0.8.
    case percent(Double)
    /// `+8pt` is 8.
    case points(Double)
    /// Seconds, signed.
    case duration(Double)
    case period(Period)
    indirect case range(Value.ValueKind, Value.ValueKind)
    indirect case comparison(Comparison, Value.ValueKind)
  }

  package let kind: ValueKind
  /// As written, apart from typographic signs read as their plain forms; of a string its content.
  package let text: String
  package let span: Span
  /// Whether a comma joins it to the value before it.
  package let afterComma: Bool

  package init(_ kind: ValueKind, text: String, span: Span, afterComma: Bool = false) {
    self.kind = kind
    self.text = text
    self.span = span
    self.afterComma = afterComma
  }
}

package enum Comparison: String, Sendable, Equatable {
  case atLeast = ">="
  case atMost = "<="
}
