internal import CLibXML2

/// A document read by libxml2 from memory: no network, no DTD, no entities, no XInclude, nothing printed.
@safe struct ParsedDocument: ~Copyable {
  private let context: xmlParserCtxtPtr
  private let document: xmlDocPtr?
  private let found: FirstProblem

  /// Nil if memory ran out. `huge` lifts libxml2's limits, for what Waymark wrote itself.
  init?(_ bytes: [UInt8], huge: Bool = false) {
    Library.start()
    guard let context = unsafe xmlNewParserCtxt() else { return nil }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
      | (huge ? XML_PARSE_HUGE.rawValue : 0)
    let found = FirstProblem()
    unsafe context.pointee._private = Unmanaged.passUnretained(found).toOpaque()
    unsafe context.pointee.sax.pointee.serror = { context, error in unsafe FirstProblem.note(error, of: context) }
    self.found = found
    unsafe self.context = unsafe context
    unsafe document = bytes.withUnsafeBytes { bytes in
      let start = unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress
      return unsafe xmlCtxtReadMemory(context, start, Int32(clamping: bytes.count), nil, nil, Int32(options))
    }
  }

  deinit {
    unsafe xmlFreeDoc(document)
    unsafe xmlFreeParserCtxt(context)
  }

  /// Nil for a well-formed document whose prefixes are all declared.
  var problem: XMLProblem? {
    let isGood = unsafe document != nil && context.pointee.wellFormed == 1 && context.pointee.nsWellFormed == 1
    return isGood ? nil : found.problem ?? XMLProblem()
  }

  /// The document's element with all it holds, down to `deepest` levels.
  func root(deepest: Int) -> ParsedElement? {
    guard let document = unsafe document, let root = unsafe xmlDocGetRootElement(document) else { return nil }
    var order = 0
    return unsafe element(root, order: &order, depth: deepest)
  }

  private func element(_ node: xmlNodePtr, order: inout Int, depth: Int) -> ParsedElement {
    let place = order
    order += 1
    let attributes = unsafe attributes(of: node)
    var children: [ParsedElement.ParsedNode] = []
    var next = unsafe depth > 1 ? node.pointee.children : nil
    while let child = unsafe next {
      switch unsafe child.pointee.type {
      case XML_ELEMENT_NODE: children.append(.element(unsafe element(child, order: &order, depth: depth - 1)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: children.append(.text(unsafe string(child.pointee.content)))
      default: break
      }
      unsafe next = child.pointee.next
    }
    let namespace = unsafe node.pointee.ns
    return unsafe ParsedElement(
      name: string(node.pointee.name), namespace: namespace.map { unsafe string($0.pointee.href) },
      attributes: attributes, children: children, order: place)
  }

  private func attributes(of node: xmlNodePtr) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    var next = unsafe node.pointee.properties
    while let attribute = unsafe next {
      let name = unsafe string(attribute.pointee.name)
      let prefix = unsafe attribute.pointee.ns.map { unsafe string($0.pointee.prefix) }
      let value = unsafe xmlNodeListGetString(document, attribute.pointee.children, 1)
      attributes.append((prefix.map { "\($0):\(name)" } ?? name, unsafe string(value)))
      unsafe waymark_xml_free(value)
      unsafe next = attribute.pointee.next
    }
    return attributes
  }
}

/// A copy of libxml2's text; empty for none.
func string(_ text: UnsafePointer<xmlChar>?) -> String {
  unsafe text.map { unsafe String(cString: $0) } ?? ""
}
