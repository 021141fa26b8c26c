internal import CLibXML2

/// An element as libxml2's tree, for XPath to walk.
@safe struct XPathDocument: ~Copyable {
  let document: xmlDocPtr
  let root: xmlNodePtr

  /// Nil if memory ran out. Elements more than ``Limits/written`` levels down are left out, as in the written text.
  init?(_ element: Element) {
    Library.start()
    guard let document = unsafe xmlNewDoc("1.0") else { return nil }
    var maker = unsafe TreeMaker(document: document)
    guard let root = unsafe maker.node(element, depth: 0) else {
      unsafe xmlFreeDoc(document)
      return nil
    }
    unsafe xmlDocSetRootElement(document, root)
    // Numbers the elements, so that node sets are sorted without walking the tree for each comparison.
    unsafe xmlXPathOrderDocElems(document)
    unsafe (self.document, self.root) = unsafe (document, root)
  }

  deinit { unsafe xmlFreeDoc(document) }
}

/// `xmlNewProp` and `xmlNewText` take data as it is; their siblings would read `&entity;` in it.
@safe private struct TreeMaker {
  let document: xmlDocPtr
  private var scratch: [UInt8] = []

  init(document: xmlDocPtr) { unsafe self.document = unsafe document }

  mutating func node(_ element: Element, depth: Int) -> xmlNodePtr? {
    guard depth < Limits.written, let node = unsafe xmlNewDocNode(document, nil, element.name.start, nil) else {
      return nil
    }
    for (name, value) in element.attributes.pairs {
      guard let value else { continue }
      _ = unsafe data(value) { unsafe xmlNewProp(node, name.start, $0) }
    }
    unsafe add(element.children, to: node, depth: depth + 1)
    return unsafe node
  }

  private mutating func add(_ nodes: [Element.Node], to parent: xmlNodePtr, depth: Int) {
    for node in nodes { unsafe add(node, to: parent, depth: depth) }
  }

  private mutating func add(_ node: Element.Node, to parent: xmlNodePtr, depth: Int) {
    let document = unsafe document
    switch node {
    case .element(let element):
      if let child = unsafe self.node(element, depth: depth) { unsafe xmlAddChild(parent, child) }
    case .text(let text):
      if let child = unsafe data(text, { unsafe xmlNewDocText(document, $0) }) { unsafe xmlAddChild(parent, child) }
    case .group(let nodes):
      if depth < Limits.written { unsafe add(nodes, to: parent, depth: depth + 1) }
    case .each(let count, let node):
      guard depth < Limits.written else { return }
      for index in 0..<count { unsafe add(node(index), to: parent, depth: depth + 1) }
    }
  }

  /// Hands the text over as libxml2 wants it: without forbidden scalars, ended by a NUL.
  private mutating func data<Made>(_ text: String, _ use: (UnsafePointer<UInt8>?) -> Made?) -> Made? {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(scrubbed: text.utf8.span)
    scratch.append(0)
    return unsafe scratch.withUnsafeBufferPointer { unsafe use($0.baseAddress) }
  }
}
