/// What makes a node of an older page that of a newer one: what a browser is sent in place of the page.
package struct PageChange: Sendable, Equatable {
  /// By name, in written order; nil for one that is gone.
  package var attributes: [(name: String, value: String?)] = []
  /// Of a text, where it is another.
  package var text: String?
  /// What becomes of its children, from the first to the last; empty where all stay as they are.
  package var steps: [ChildStep] = []

  package enum ChildStep: Sendable, Equatable {
    case keep(Int)
    case remove(Int)
    case change(PageChange)
    case insert(PageNode)
  }

  package var isEmpty: Bool { attributes.isEmpty && text == nil && steps.isEmpty }

  package static func == (a: Self, b: Self) -> Bool {
    a.text == b.text && a.steps == b.steps && a.attributes.elementsEqual(b.attributes) { $0 == $1 }
  }
}

/// An element or a text that an older page has not.
package indirect enum PageNode: Sendable, Equatable {
  case text(String)
  case element(name: String, attributes: [String: String], children: [PageNode])
}

extension PageTree {
  /// What makes this page the newer one.
  package func change(to newer: PageTree) -> PageChange {
    guard let root = nodes.first, let other = newer.nodes.first, root.name == other.name else { return PageChange() }
    return TreeComparison(older: self, newer: newer).change(of: 0, to: 0)
  }

  /// The page as one node; nil for none.
  package var whole: PageNode? { nodes.isEmpty ? nil : node(at: 0) }

  fileprivate func node(at place: Int) -> PageNode {
    guard let name = nodes[place].name else { return .text(nodes[place].text) }
    let attributes = nodes[place].attributes.pairs.compactMap { name, value in value.map { (name.text, $0) } }
    return .element(
      name: name.text, attributes: Dictionary(attributes) { first, _ in first },
      children: children(of: place).map(node(at:)))
  }
}

private struct TreeComparison {
  let older: PageTree
  let newer: PageTree

  /// Children that are compared with each other before the rest is paired as it stands: time grows with their product.
  private static let most = 4_000

  /// Both are texts, or elements of one name. As deep as pages are written.
  func change(of old: Int, to new: Int) -> PageChange {
    let (before, after) = (older.nodes[old], newer.nodes[new])
    var change = PageChange()
    guard before.hash != after.hash else { return change }
    if before.text != after.text { change.text = after.text }
    change.attributes = Self.changes(of: before.attributes, to: after.attributes)
    change.steps = steps(from: children(of: old, in: older), to: children(of: new, in: newer))
    return change
  }

  private func children(of place: Int, in tree: PageTree) -> [Int] {
    tree.children(of: place).filter { !tree.nodes[$0].isSpace }
  }

  private static func changes(of old: Attributes, to new: Attributes) -> [(name: String, value: String?)] {
    var changes: [(name: String, value: String?)] = []
    for (place, (name, value)) in new.pairs.enumerated() {
      // Mostly the same names are in the same places.
      let before = old.pairs.indices.contains(place) && old.pairs[place].0 == name ? old.pairs[place].1 : old[name]
      if let value, before != value { changes.append((name.text, value)) }
    }
    for (name, value) in old.pairs where value != nil && new[name] == nil { changes.append((name.text, nil)) }
    return changes
  }

  private func steps(from old: [Int], to new: [Int]) -> [PageChange.ChildStep] {
    var steps: [PageChange.ChildStep] = []
    for (before, after) in pairs(from: old, to: new) {
      switch (before, after) {
      case (let before?, let after?):
        let change = change(of: before, to: after)
        add(change.isEmpty ? .keep(1) : .change(change), to: &steps)
      case (nil, let after?): steps.append(.insert(newer.node(at: after)))
      case (_?, nil): add(.remove(1), to: &steps)
      case (nil, nil): break
      }
    }
    if case .keep? = steps.first, steps.count == 1 { return [] }
    return steps
  }

  private func add(_ step: PageChange.ChildStep, to steps: inout [PageChange.ChildStep]) {
    switch (steps.last, step) {
    case (.keep(let count)?, .keep(let more)): steps[steps.count - 1] = .keep(count + more)
    case (.remove(let count)?, .remove(let more)): steps[steps.count - 1] = .remove(count + more)
    default: steps.append(step)
    }
  }

  /// Which child became which, in order; one that has no counterpart alone.
  private func pairs(from old: [Int], to new: [Int]) -> [(Int?, Int?)] {
    var pairs: [(Int?, Int?)] = []
    let same = zip(old, new).prefix { older.nodes[$0].hash == newer.nodes[$1].hash }.count
    let room = min(old.count, new.count) - same
    let sameAtEnd = zip(old.reversed(), new.reversed()).prefix { older.nodes[$0].hash == newer.nodes[$1].hash }.count
    let ends = min(room, sameAtEnd)
    for index in 0..<same { pairs.append((old[index], new[index])) }
    let (olds, news) = (old[same..<(old.count - ends)], new[same..<(new.count - ends)])
    let (oldKeys, newKeys) = (olds.map { key(of: $0, in: older) }, news.map { key(of: $0, in: newer) })
    if oldKeys == newKeys {
      pairs += zip(olds, news).map { ($0, $1) }
    } else if olds.count + news.count <= Self.most {
      pairs += aligned(olds, news, newKeys.difference(from: oldKeys))
    } else {
      pairs += olds.map { ($0, nil) } + news.map { (nil, $0) }
    }
    for index in 0..<ends { pairs.append((old[old.count - ends + index], new[new.count - ends + index])) }
    return pairs
  }

  private func aligned(
    _ olds: ArraySlice<Int>, _ news: ArraySlice<Int>, _ difference: CollectionDifference<String>
  ) -> [(Int?, Int?)] {
    var isRemoved = Array(repeating: false, count: olds.count)
    var isInserted = Array(repeating: false, count: news.count)
    for change in difference {
      switch change {
      case .remove(let offset, _, _): isRemoved[offset] = true
      case .insert(let offset, _, _): isInserted[offset] = true
      }
    }
    var pairs: [(Int?, Int?)] = []
    var (old, new) = (0, 0)
    while old < olds.count || new < news.count {
      if old < olds.count, isRemoved[old] {
        pairs.append((olds[olds.startIndex + old], nil))
        old += 1
      } else if new < news.count, isInserted[new] || old >= olds.count {
        pairs.append((nil, news[news.startIndex + new]))
        new += 1
      } else if old < olds.count, new < news.count {
        pairs.append((olds[olds.startIndex + old], news[news.startIndex + new]))
        (old, new) = (old + 1, new + 1)
      } else {
        pairs.append((olds[olds.startIndex + old], nil))
        old += 1
      }
    }
    return pairs
  }

  /// What makes a child of one page the same as one of the other: its id or name, else what kind of thing it is.
  private func key(of place: Int, in tree: PageTree) -> String {
    let node = tree.nodes[place]
    guard let name = node.name else { return "" }
    for attribute in ["id", "data-name", "data-lane", "data-phase"] as [Name] {
      if let value = node.attributes[attribute] { return "\(name.text)#\(value)" }
    }
    return "\(name.text).\(node.attributes["class"] ?? "")"
  }
}
