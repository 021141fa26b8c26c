/// A line that holds nothing but the start or end tag of `each` or `if` vanishes, so that pages are as tidy as their
/// templates. A line feed stays between what stood on either side.
extension [ParsedElement.ParsedNode] {
  func trimmed(isBlock: (ParsedElement) -> Bool) -> Self {
    var nodes = self
    for index in nodes.indices {
      guard case .element(var element) = nodes[index], isBlock(element) else { continue }
      if nodes.endsLine(before: index), element.children.first?.beginsWithLineEnd == true {
        nodes[index - 1] = nodes[index - 1].withoutLastIndent
        element.children[0] = element.children[0].withoutFirstLineEnd
      }
      let last = element.children.count - 1
      if element.children.endsLine(before: last + 1), index + 1 < nodes.count, nodes[index + 1].beginsWithLineEnd {
        element.children[last] = element.children[last].withoutLastIndent
        nodes[index + 1] = nodes[index + 1].withoutFirstLineEnd
      }
      nodes[index] = .element(element)
    }
    return nodes
  }

  /// Whether the node before is text that ends with a line feed and white space.
  private func endsLine(before index: Int) -> Bool {
    guard index > 0, case .text(let text) = self[index - 1] else { return false }
    return text.utf8.reversed().first { $0 != 0x20 && $0 != 0x09 } == 0x0A
  }
}

extension ParsedElement.ParsedNode {
  fileprivate var beginsWithLineEnd: Bool {
    guard case .text(let text) = self else { return false }
    return text.utf8.first { $0 != 0x20 && $0 != 0x09 } == 0x0A
  }

  fileprivate var withoutLastIndent: Self {
    guard case .text(let text) = self, let end = text.lastIndex(of: "\n") else { return self }
    return .text(String(text[...end]))
  }

  fileprivate var withoutFirstLineEnd: Self {
    guard case .text(let text) = self, let end = text.firstIndex(of: "\n") else { return self }
    return .text(String(text[text.index(after: end)...]))
  }
}
