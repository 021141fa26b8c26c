internal import CLibXML2

/// What a reader makes of written markup: names, attributes, children, text; adjacent texts are one.
public indirect enum MarkupTree: Equatable, Sendable {
  case element(String, [String: String], [MarkupTree])
  case text(String)

  /// As an XML parser reads it; nil if it is not well-formed.
  public static func xml(_ bytes: [UInt8]) -> MarkupTree? {
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_HUGE.rawValue
    return unsafe bytes.withUnsafeBytes { bytes in
      let start = unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress
      return unsafe root(xmlReadMemory(start, Int32(bytes.count), nil, nil, Int32(options)))
    }
  }

  /// As an HTML parser reads it (libxml2's, which knows HTML 4: enough to see where text and tags end).
  public static func html(_ bytes: [UInt8]) -> MarkupTree? {
    let options = HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
    return unsafe bytes.withUnsafeBytes { bytes in
      let start = unsafe bytes.assumingMemoryBound(to: CChar.self).baseAddress
      return unsafe root(htmlReadMemory(start, Int32(bytes.count), nil, "UTF-8", Int32(options)))
    }
  }

  /// The names of its elements and, as `a href`, of their attributes: what a document is made of, without its texts.
  public var names: Set<String> {
    guard case .element(let name, let attributes, let children) = self else { return [] }
    return children.reduce(into: Set([name] + attributes.keys.map { "\(name) \($0)" })) { $0.formUnion($1.names) }
  }

  /// All text, in order, also that of attributes.
  public var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .element(_, let attributes, let children):
      attributes.sorted { $0.key < $1.key }.map(\.value) + children.flatMap(\.texts)
    }
  }

  private static func root(_ document: xmlDocPtr?) -> MarkupTree? {
    guard let document = unsafe document else { return nil }
    defer { unsafe xmlFreeDoc(document) }
    return unsafe xmlDocGetRootElement(document).map { unsafe tree($0) }
  }

  private static func tree(_ node: xmlNodePtr) -> MarkupTree {
    var attributes: [String: String] = [:]
    var attribute = unsafe node.pointee.properties
    while let current = unsafe attribute {
      let value = unsafe xmlNodeListGetString(current.pointee.doc, current.pointee.children, 1)
      attributes[unsafe String(cString: current.pointee.name)] = unsafe value.map { unsafe String(cString: $0) } ?? ""
      unsafe waymark_xml_free(value)
      unsafe attribute = current.pointee.next
    }
    var children: [MarkupTree] = []
    var child = unsafe node.pointee.children
    while let current = unsafe child {
      if unsafe current.pointee.type == XML_ELEMENT_NODE {
        children.append(unsafe tree(current))
      } else if let content = unsafe current.pointee.content {
        children.append(.text(unsafe String(cString: content)))
      }
      unsafe child = current.pointee.next
    }
    return .element(unsafe String(cString: node.pointee.name), attributes, children)
  }
}
