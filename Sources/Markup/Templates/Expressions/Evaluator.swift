internal import CLibXML2

/// Works out the expressions of a template over one document.
///
/// libxml2 counts its steps over the whole life of this value; past ``Limits/steps`` every expression fails.
@safe struct Evaluator: ~Copyable {
  /// A node of the document, and which turn of `each` it is. Valid as long as the evaluator that gave it.
  @safe struct Place {
    fileprivate let node: xmlNodePtr
    fileprivate var position: Int32 = 1
    fileprivate var size: Int32 = 1
  }

  private let document: XPathDocument
  private let context: xmlXPathContextPtr
  private let compiled: [xmlXPathCompExprPtr?]

  /// Nil if memory ran out. An expression that cannot be compiled fails when it is used.
  init?(_ root: Element, _ expressions: [String]) {
    guard let document = XPathDocument(root) else { return nil }
    guard let context = unsafe xmlXPathNewContext(document.document) else { return nil }
    unsafe context.pointee.error = { _, _ in }
    unsafe context.pointee.opLimit = Limits.steps
    unsafe self.context = unsafe context
    unsafe compiled = expressions.map { unsafe xmlXPathCtxtCompile(context, $0) }
    self.document = document
  }

  deinit {
    unsafe compiled.forEach { unsafe xmlXPathFreeCompExpr($0) }
    unsafe xmlXPathFreeContext(context)
  }

  /// The document's element.
  var root: Place { unsafe Place(node: document.root) }

  /// Text of an expression, at most ``longestText`` bytes of it.
  func text(_ index: Int, at place: Place) throws(XPathFailure) -> String {
    try unsafe evaluate(index, at: place) { object in
      guard let text = unsafe xmlXPathCastToString(object) else { return "" }
      defer { unsafe waymark_xml_free(text) }
      let length = unsafe min(Int(xmlStrlen(text)), Limits.text)
      return unsafe String(decoding: UnsafeBufferPointer(start: text, count: length), as: UTF8.self)
    }
  }

  func condition(_ index: Int, at place: Place) throws(XPathFailure) -> Bool {
    try unsafe evaluate(index, at: place) { object in unsafe xmlXPathCastToBoolean(object) == 1 }
  }

  /// The nodes of an expression in the document's order.
  func nodes(_ index: Int, at place: Place) throws(XPathFailure) -> [Place] {
    try unsafe evaluate(index, at: place) { object in
      guard let set = unsafe object.pointee.nodesetval else { return [] }
      unsafe xmlXPathNodeSetSort(set)
      let all = unsafe UnsafeBufferPointer(start: set.pointee.nodeTab, count: Int(set.pointee.nodeNr))
      var places: [Place] = []
      for index in all.indices {
        // Nodes of namespaces are copies that go with the object.
        guard let node = unsafe all[index], unsafe node.pointee.type != XML_NAMESPACE_DECL else { continue }
        unsafe places.append(Place(node: node, position: Int32(clamping: places.count + 1)))
      }
      let size = Int32(clamping: places.count)
      for index in places.indices { places[index].size = size }
      return places
    }
  }

  /// Whether the expression gives nodes, at the document's element.
  func kindIsNodes(_ index: Int) throws(XPathFailure) -> Bool {
    try unsafe evaluate(index, at: root) { object in unsafe object.pointee.type == XPATH_NODESET }
  }

  private func evaluate<Value>(
    _ index: Int, at place: Place, _ use: (xmlXPathObjectPtr) -> Value
  ) throws(XPathFailure) -> Value {
    guard unsafe compiled.indices.contains(index), let expression = unsafe compiled[index] else { throw failure() }
    unsafe context.pointee.node = unsafe place.node
    unsafe context.pointee.proximityPosition = place.position
    unsafe context.pointee.contextSize = place.size
    guard let object = unsafe xmlXPathCompiledEval(expression, context) else { throw failure() }
    defer { unsafe xmlXPathFreeObject(object) }
    return unsafe use(object)
  }

  private func failure() -> XPathFailure {
    let error = unsafe context.pointee.lastError
    return unsafe XPathFailure(code: Int(error.code), offset: Int(error.int1))
  }
}
