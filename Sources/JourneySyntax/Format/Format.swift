/// Writes a tree in the one style: two spaces a block, one line each, comments and single blank lines kept.
///
/// Nothing is aligned, wrapped, reordered or moved between a line and its block, so a change of the text is a change of
/// meaning. Formatting again changes nothing. A tree with errors has lost what was wrong: whoever rewrites a file
/// refuses it.
package func format(_ tree: Tree) -> String {
  var printer = Printer(tree: tree)
  printer.lines(of: tree.root, depth: 0)
  return String(decoding: printer.out, as: UTF8.self)
}

/// The text so far.
struct Printer {
  let tree: Tree
  var out: [UInt8] = []
  /// Blank lines wait for the line behind them, so that none ends a block.
  private var owesBlank = false
  private var startsBlock = true

  init(tree: Tree) {
    self.tree = tree
    out.reserveCapacity(tree.source.count + tree.source.count / 8)
  }

  mutating func lines(of node: Node, depth: Int) {
    startsBlock = true
    owesBlank = false
    for id in node.block { line(tree[id], depth: depth) }
    remarks(node.trivia.closing, depth: depth)
    owesBlank = false
  }

  private mutating func line(_ node: Node, depth: Int) {
    remarks(node.trivia.leading, depth: depth)
    begin(depth)
    head(node, depth: depth)
    for fact in node.facts { self.fact(tree[fact], depth: depth) }
    if node.opening != nil || !node.block.isEmpty {
      braces(node, depth: depth)
    } else {
      behind(node.trivia.trailing)
    }
    out.append(ASCII.lf)
  }

  private mutating func braces(_ node: Node, depth: Int) {
    write(" {")
    behind(node.trivia.trailing)
    if !node.block.isEmpty || node.trivia.trailing != nil || node.trivia.closing.contains(where: { !$0.isEmpty }) {
      out.append(ASCII.lf)
      lines(of: node, depth: depth + 1)
      indent(depth)
    }
    out.append(ASCII.close)
    behind(node.trivia.afterClosing)
    startsBlock = false
  }

  /// A fact behind its line's first word, with the facts that follow it.
  private mutating func fact(_ node: Node, depth: Int) {
    out.append(ASCII.space)
    head(node, depth: depth)
    for follower in node.facts {
      out.append(ASCII.space)
      head(tree[follower], depth: depth)
    }
  }

  private mutating func remarks(_ remarks: [String], depth: Int) {
    for remark in remarks {
      if remark.isEmpty {
        owesBlank = true
      } else {
        begin(depth)
        write(remark)
        out.append(ASCII.lf)
      }
    }
  }

  private mutating func behind(_ remark: String?) {
    guard let remark else { return }
    out.append(ASCII.space)
    write(remark)
  }

  /// Starts a line, with the blank line that was owed unless the block begins here.
  private mutating func begin(_ depth: Int) {
    if owesBlank, !startsBlock { out.append(ASCII.lf) }
    owesBlank = false
    startsBlock = false
    indent(depth)
  }

  mutating func indent(_ depth: Int) {
    for _ in 0..<depth { out += [ASCII.space, ASCII.space] }
  }

  mutating func write(_ text: String) { out += text.utf8 }

  mutating func write(_ bytes: ArraySlice<UInt8>) { out += bytes }
}
