/// A document as XPath walks it: its nodes in the document's order, an element followed by its attributes and then by
/// what it holds.
struct XPathTree: Sendable {
  enum XPathNodeKind: Sendable { case document, element, attribute, text }

  struct XPathNode: Sendable {
    let kind: XPathNodeKind
    /// Of an element or attribute; see ``XPathTree/name(_:)``.
    let name: Int32
    let parent: Int32
    /// The first of its children, after its attributes.
    var content: Int32
    /// Just after the last node within it.
    var end: Int32
    /// Of an attribute or a text.
    var text: String
  }

  private(set) var nodes: [XPathNode] = []
  private var names: [String] = []
  private var numbers: [String: Int32] = [:]

  /// Elements more than ``MarkupLimits/written`` levels down are left out, as in the written text.
  init(_ root: Element) {
    begin(.document, name: -1, parent: 0)
    add(root, to: 0, depth: 0)
    nodes[0].end = Int32(clamping: nodes.count)
    nodes[0].content = 1
  }

  /// The document's element.
  var root: Int32 { nodes.count > 1 ? 1 : 0 }

  subscript(_ node: Int32) -> XPathNode { nodes[Int(node)] }

  func name(_ number: Int32) -> String { names.indices.contains(Int(number)) ? names[Int(number)] : "" }

  /// What an element says in an attribute; nil where it has none of that name.
  func attribute(_ name: String, of element: Int32) -> String? {
    let (node, number) = (self[element], number(of: name))
    return (Int(element) + 1..<max(Int(element) + 1, Int(node.content))).lazy.map { self[Int32(clamping: $0)] }
      .first { $0.kind == .attribute && $0.name == number }?.text
  }

  /// The number of a name; -2 for one that the document does not have.
  func number(of name: String) -> Int32 { numbers[name] ?? -2 }

  private mutating func begin(_ kind: XPathNodeKind, name: Int32, parent: Int32, text: String = "") {
    let next = Int32(clamping: nodes.count + 1)
    nodes.append(XPathNode(kind: kind, name: name, parent: parent, content: next, end: next, text: text))
  }

  private mutating func intern(_ name: Name) -> Int32 {
    let text = name.text
    if let number = numbers[text] { return number }
    let number = Int32(clamping: names.count)
    names.append(text)
    numbers[text] = number
    return number
  }

  private mutating func add(_ element: Element, to parent: Int32, depth: Int) {
    guard depth < MarkupLimits.written else { return }
    let place = nodes.count
    let node = Int32(clamping: place)
    begin(.element, name: intern(element.name), parent: parent)
    for (name, value) in element.attributes.pairs {
      if let value { begin(.attribute, name: intern(name), parent: node, text: value) }
    }
    nodes[place].content = Int32(clamping: nodes.count)
    for child in element.children { add(child, to: node, depth: depth + 1) }
    nodes[place].end = Int32(clamping: nodes.count)
  }

  private mutating func add(_ node: Element.Child, to parent: Int32, depth: Int) {
    switch node {
    case .element(let element): add(element, to: parent, depth: depth)
    case .text(let text): add(text, to: parent)
    case .group(let nodes):
      if depth < MarkupLimits.written { for node in nodes { add(node, to: parent, depth: depth + 1) } }
    case .each(let count, let node):
      if depth < MarkupLimits.written { for index in 0..<count { add(node(index), to: parent, depth: depth + 1) } }
    }
  }

  /// Texts beside each other are one node.
  private mutating func add(_ text: String, to parent: Int32) {
    guard !text.isEmpty else { return }
    if let last = nodes.last, last.kind == .text, last.parent == parent {
      nodes[nodes.count - 1].text += text
    } else {
      begin(.text, name: -1, parent: parent, text: text)
    }
  }
}
