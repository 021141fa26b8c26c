package import Markup

extension PageNode {
  /// What `templates/scripts/follow.js` does with a change.
  package func changed(by change: PageChange) -> PageNode {
    switch withoutSpace {
    case .text(let text): return .text(change.text ?? text)
    case .element(let name, var attributes, let children):
      for (name, value) in change.attributes { attributes[name] = value }
      guard !change.steps.isEmpty else { return .element(name: name, attributes: attributes, children: children) }
      var (old, new) = (children[...], [PageNode]())
      for step in change.steps {
        switch step {
        case .keep(let count):
          new += old.prefix(count)
          old = old.dropFirst(count)
        case .remove(let count): old = old.dropFirst(count)
        case .change(let change): if let first = old.popFirst() { new.append(first.changed(by: change)) }
        case .insert(let node): new.append(node.withoutSpace)
        }
      }
      return .element(name: name, attributes: attributes, children: new + old)
    }
  }

  /// Without space between elements, which browsers keep in some places and drop in others.
  package var withoutSpace: PageNode {
    guard case .element(let name, let attributes, let children) = self else { return self }
    let kept = children.filter { child in
      if case .text(let text) = child { text.contains { !" \t\n\r".contains($0) } } else { true }
    }
    return .element(name: name, attributes: attributes, children: kept.map(\.withoutSpace))
  }
}
