import JourneySource

/// A tree as an outline for `git diff`: a fact a line, facts in one order, no comments, no braces.
///
/// Two files that say the same have the same outline, however they are laid out.
package func outline(_ tree: Tree) -> String {
  var printer = Printer(tree: tree)
  printer.outline(of: tree.root, depth: 0)
  return String(decoding: printer.out, as: UTF8.self)
}

extension Printer {
  /// Depth is that of the language, in which few things are in others.
  fileprivate mutating func outline(of node: Node, depth: Int) {
    for member in ordered(tree.members(of: node)) {
      indent(depth)
      head(member, depth: depth)
      for fact in member.kind == .thing ? [] : ordered(member.facts.map { tree[$0] }) {
        out.append(ASCII.space)
        head(fact, depth: depth)
      }
      out.append(ASCII.lf)
      if member.kind == .thing {
        outline(of: member, depth: depth + 1)
      } else {
        for row in member.block.map({ tree[$0] }) {
          indent(depth + 1)
          head(row, depth: depth + 1)
          out.append(ASCII.lf)
        }
      }
    }
  }

  /// Facts by their word, then what has an order of its own: things, arrows and rows as they are written.
  private func ordered(_ members: [Node]) -> [Node] {
    let ranks = members.map { $0.kind == .fact ? $0.keyword.flatMap { Self.order[$0.value] } ?? .max : .max }
    return members.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { members[$0] }
  }

  private static let order = Dictionary(
    uniqueKeysWithValues: Keyword.allCases.enumerated().map { ($0.element, $0.offset) })
}
