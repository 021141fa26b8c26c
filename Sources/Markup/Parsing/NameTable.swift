internal import CLibXML2

/// Finds the names of nodes among those that are known, mostly by libxml2's pointers: it keeps each name once.
@safe struct NameTable {
  private let names: [XMLStream.XMLName]
  /// What was met: the pointer to a name in hand, whether of an attribute, and which it is.
  private var met: [(local: UnsafePointer<xmlChar>?, isAttribute: Bool, name: Int?)]
  /// The namespace of the document's element, by which most nodes are known: it stays as long as that, to the end.
  private var main: UnsafeMutablePointer<xmlNs>?
  private var hasMet = false

  init(_ names: [XMLStream.XMLName]) {
    self.names = names
    unsafe met = unsafe Array(repeating: (nil, false, nil), count: 64)
  }

  /// The document's element comes first.
  mutating func element(_ node: xmlNodePtr) -> Int? {
    let (local, namespace) = unsafe (node.pointee.name, node.pointee.ns)
    if !hasMet {
      hasMet = true
      unsafe main = unsafe namespace
    }
    guard unsafe namespace == main else { return unsafe find(local, namespace, .element) }
    return unsafe known(local, namespace, .element)
  }

  mutating func attribute(_ attribute: xmlAttrPtr) -> Int? {
    let (local, namespace) = unsafe (attribute.pointee.name, attribute.pointee.ns)
    guard unsafe namespace == nil else { return unsafe find(local, namespace, .attribute) }
    return unsafe known(local, nil, .attribute)
  }

  private mutating func known(
    _ local: UnsafePointer<xmlChar>?, _ namespace: UnsafeMutablePointer<xmlNs>?, _ kind: XMLStream.XMLName.XMLNameKind
  ) -> Int? {
    let isAttribute = kind == .attribute
    let place = unsafe Int(bitPattern: local).hashed(isAttribute) % met.count
    if unsafe met[place].local == local, unsafe met[place].isAttribute == isAttribute { return unsafe met[place].name }
    let name = unsafe find(local, namespace, kind)
    unsafe met[place] = unsafe (local, isAttribute, name)
    return name
  }

  private func find(
    _ local: UnsafePointer<xmlChar>?, _ namespace: UnsafeMutablePointer<xmlNs>?, _ kind: XMLStream.XMLName.XMLNameKind
  ) -> Int? {
    let local = unsafe string(local)
    let href = unsafe namespace.map { unsafe string($0.pointee.href) }
    return names.firstIndex { name in
      guard name.kind == kind, name.local == local else { return false }
      return href.map(name.namespaces.contains) ?? name.namespaces.isEmpty
    }
  }
}

extension Int {
  /// Spreads addresses, whose last bits are alike.
  fileprivate func hashed(_ isOdd: Bool) -> Int { (self >> 1 ^ self >> 7 ^ (isOdd ? 21 : 0)) & .max }
}
