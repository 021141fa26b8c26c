internal import JourneySource

/// A page as a browser has it, node by node in written order, to compare it with the same page later.
///
/// What a script adds to the page in the browser is not in it, so the difference of two trees never undoes that.
package struct PageTree: Sendable {
  struct PageTreeNode: Sendable {
    /// Nil for a text.
    let name: Name?
    fileprivate(set) var attributes: Attributes
    fileprivate(set) var text: String
    /// Behind the last node inside of it.
    fileprivate(set) var end: Int
    /// Of all it is and has inside.
    fileprivate(set) var hash: StableHash
    /// Only space between elements, which browsers keep in some places and drop in others: no node of its own.
    fileprivate(set) var isSpace: Bool

    /// Takes from an older node what is the same on both; false where that is another kind of node.
    fileprivate mutating func share(with older: PageTreeNode) -> Bool {
      guard name == older.name else { return false }
      if hash == older.hash || text == older.text { text = older.text }
      if hash == older.hash || attributes.pairs.elementsEqual(older.attributes.pairs, by: ==) {
        attributes = older.attributes
      }
      return true
    }
  }

  private(set) var nodes: [PageTreeNode] = []

  /// What tells two pages apart: the same for the same page.
  package var version: String { nodes.first.map { String($0.hash.value, radix: 36) } ?? "" }

  /// How many elements and texts there are, without space between elements.
  package var count: Int { nodes.count { !$0.isSpace } }

  /// - Parameter older: the same page before: what is as it was there is kept once for both.
  package init(_ page: Element, since older: PageTree? = nil) {
    add(page, depth: 0)
    guard let older else { return }
    let (count, shift) = (min(nodes.count, older.nodes.count), nodes.count - older.nodes.count)
    let same = (0..<count).first { !nodes[$0].share(with: older.nodes[$0]) } ?? count
    // From the end, where some came or went between.
    for place in (same..<count).reversed() {
      let place = place + max(0, shift)
      guard nodes[place].share(with: older.nodes[place - shift]) else { break }
    }
  }

  /// The texts of all elements of a name, in order.
  package func texts(of name: Name) -> [String] {
    nodes.indices.filter { nodes[$0].name == name }.map { element in
      children(of: element).map { nodes[$0].text }.joined()
    }
  }

  /// What is directly inside a node.
  func children(of parent: Int) -> [Int] {
    var children: [Int] = []
    var next = parent + 1
    while next < nodes[parent].end {
      children.append(next)
      next = nodes[next].end
    }
    return children
  }

  private mutating func add(_ element: Element, depth: Int) {
    guard depth < MarkupLimits.written else { return }
    let place = nodes.count
    var hash = StableHash(element.name.text.utf8)
    for (name, value) in element.attributes.pairs {
      guard let value else { continue }
      for part in [name.text, value] {
        hash.add(part.utf8)
        hash.add(0xFF)
      }
    }
    nodes.append(
      PageTreeNode(
        name: element.name, attributes: element.attributes, text: "", end: place + 1, hash: hash, isSpace: false))
    if case .void = ElementForm(of: element.name, inHTML: true) {
    } else {
      var last: Int?
      for child in element.children { add(child, after: &last, depth: depth + 1) }
    }
    nodes[place].end = nodes.count
    var child = place + 1
    while child < nodes.count {
      hash.add(nodes[child].hash)
      child = nodes[child].end
    }
    nodes[place].hash = hash
  }

  /// - Parameter last: the text that this one goes on with, as a browser reads two texts beside each other as one.
  private mutating func add(_ child: Element.Child, after last: inout Int?, depth: Int) {
    switch child {
    case .element(let element):
      last = nil
      add(element, depth: depth)
    case .text(let text):
      guard !text.isEmpty else { return }
      add(text, after: &last)
    case .group(let children):
      guard depth < MarkupLimits.written else { return }
      for child in children { add(child, after: &last, depth: depth + 1) }
    case .each(let count, let child):
      guard depth < MarkupLimits.written else { return }
      for index in 0..<count { add(child(index), after: &last, depth: depth + 1) }
    }
  }

  private mutating func add(_ text: String, after last: inout Int?) {
    let isSpace = text.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard let place = last else {
      last = nodes.count
      nodes.append(
        PageTreeNode(
          name: nil, attributes: [:], text: text, end: nodes.count + 1, hash: StableHash(text.utf8), isSpace: isSpace))
      return
    }
    nodes[place].text += text
    nodes[place].hash.add(text.utf8)
    nodes[place].isSpace = nodes[place].isSpace && isSpace
  }
}
