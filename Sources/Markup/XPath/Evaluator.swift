/// Works out the expressions of a template over one document, and counts what that takes: a step for every node that is
/// looked at and every operation, and one for every ``MarkupLimits/bytesPerStep`` bytes of text that are read or made. Nothing it
/// does takes more than that, so that the steps bound the time and the memory of a page.
struct Evaluator: ~Copyable {
  /// A node of the document, and which turn of `each` it is.
  struct EvaluationContext {
    let node: Int32
    var position = 1
    var size = 1
  }

  private let tree: XPathTree
  /// Steps taken so far.
  private(set) var work = 0

  private let mostWork: Int

  init(_ root: Element, mostWork: Int = MarkupLimits.work) {
    tree = XPathTree(root)
    self.mostWork = mostWork
  }

  /// The document's element.
  var root: EvaluationContext { EvaluationContext(node: tree.root) }

  /// What the place's own element is called, where it has a `name`.
  func name(of place: EvaluationContext) -> String? { tree.attribute("name", of: place.node) }

  /// Text of an expression, at most ``MarkupLimits/text`` bytes of it.
  mutating func text(_ expression: XPath, at place: EvaluationContext) throws(WorkIsSpent) -> String {
    let text = try text(of: evaluate(expression.root, at: place))
    return text.utf8.count <= MarkupLimits.text
      ? text : String(decoding: text.utf8.prefix(MarkupLimits.text), as: UTF8.self)
  }

  mutating func condition(_ expression: XPath, at place: EvaluationContext) throws(WorkIsSpent) -> Bool {
    Self.boolean(try evaluate(expression.root, at: place))
  }

  /// The nodes of an expression in the document's order.
  mutating func nodes(_ expression: XPath, at place: EvaluationContext) throws(WorkIsSpent) -> [Int32] {
    try nodes(of: expression.root, at: place)
  }

  mutating func spend(_ steps: Int) throws(WorkIsSpent) {
    work += steps
    guard work <= mostWork else { throw WorkIsSpent() }
  }

  mutating func spend(readingBytes count: Int) throws(WorkIsSpent) { try spend(count / MarkupLimits.bytesPerStep) }

  // MARK: Expressions

  mutating func evaluate(_ expression: XPathExpression, at place: EvaluationContext) throws(WorkIsSpent) -> XPathValue {
    try spend(1)
    switch expression {
    case .number(let number): return .number(number)
    case .literal(let text): return .text(text)
    case .negative(let value): return .number(-(try number(of: value, at: place)))
    case .chain(let first, let rest): return try chain(first, rest, at: place)
    case .call(let function, let arguments): return try call(function, arguments, at: place)
    case .path(let start, let steps): return .nodes(try path(start, steps, at: place))
    }
  }

  private mutating func chain(
    _ first: XPathExpression, _ rest: [(operation: XPathOperator, operand: XPathExpression)],
    at place: EvaluationContext
  ) throws(WorkIsSpent) -> XPathValue {
    var value = try evaluate(first, at: place)
    for (operation, operand) in rest {
      switch operation {
      case .or, .and:
        // The right side is not worked out where the left one decides.
        let holds = Self.boolean(value)
        value = .boolean(holds == (operation == .or) ? holds : Self.boolean(try evaluate(operand, at: place)))
      case .equal, .unequal, .less, .atMost, .more, .atLeast:
        value = .boolean(try compare(value, operation, evaluate(operand, at: place)))
      case .plus: value = .number(try number(of: value) + number(of: operand, at: place))
      case .minus: value = .number(try number(of: value) - number(of: operand, at: place))
      case .times: value = .number(try number(of: value) * number(of: operand, at: place))
      case .div: value = .number(try number(of: value) / number(of: operand, at: place))
      case .mod:
        value = .number(try number(of: value).truncatingRemainder(dividingBy: number(of: operand, at: place)))
      case .union: value = .nodes(Self.inOrder(try nodes(of: value) + nodes(of: operand, at: place)))
      }
    }
    return value
  }

  // MARK: Paths

  private mutating func path(
    _ start: XPathStart, _ steps: [XPathStep], at place: EvaluationContext
  ) throws(WorkIsSpent) -> [Int32] {
    var nodes: [Int32]
    switch start {
    case .document: nodes = [0]
    case .here: nodes = [place.node]
    case .nodes(let value, let predicates): nodes = try filter(self.nodes(of: value, at: place), by: predicates)
    }
    for step in steps {
      let name = if case .name(let name) = step.test { tree.number(of: name) } else { Int32(-2) }
      var found: [Int32] = []
      for node in nodes {
        var these: [Int32] = []
        try walk(step, name, from: node, into: &these)
        these = try filter(these, by: step.predicates)
        if step.axis.isReverse { these.reverse() }
        found += these
      }
      nodes = nodes.count > 1 ? Self.inOrder(found) : found
    }
    return nodes
  }

  /// The nodes for which every predicate holds, one after the other.
  private mutating func filter(
    _ nodes: [Int32], by predicates: [XPathExpression]
  ) throws(WorkIsSpent) -> [Int32] {
    var nodes = nodes
    for predicate in predicates {
      var kept: [Int32] = []
      for (index, node) in nodes.enumerated() {
        let value = try evaluate(predicate, at: EvaluationContext(node: node, position: index + 1, size: nodes.count))
        let holds = if case .number(let number) = value { number == Double(index + 1) } else { Self.boolean(value) }
        if holds { kept.append(node) }
      }
      nodes = kept
    }
    return nodes
  }

  private mutating func walk(
    _ step: XPathStep, _ name: Int32, from node: Int32, into found: inout [Int32]
  ) throws(WorkIsSpent) {
    let here = tree[node]
    switch step.axis {
    case .itself: try look(at: node, step, name, &found)
    case .parent: if node > 0 { try look(at: here.parent, step, name, &found) }
    case .ancestor, .ancestorOrSelf:
      if step.axis == .ancestorOrSelf { try look(at: node, step, name, &found) }
      var next = node
      while next > 0 {
        next = tree[next].parent
        try look(at: next, step, name, &found)
      }
    case .attribute:
      for attribute in node + 1..<max(node + 1, here.content) { try look(at: attribute, step, name, &found) }
    case .child: try siblings(from: here.content, to: here.end, step, name, &found)
    case .descendant, .descendantOrSelf:
      if step.axis == .descendantOrSelf { try look(at: node, step, name, &found) }
      try all(from: here.content, to: here.end, step, name, &found)
    case .following: try all(from: here.end, to: tree[0].end, step, name, &found)
    case .followingSibling:
      guard here.kind != .attribute, node > 0 else { return }
      try siblings(from: here.end, to: tree[here.parent].end, step, name, &found)
    case .preceding:
      // The ancestors are left out; they are the nodes before this one that end after it.
      var before: [Int32] = []
      try all(from: 1, to: node, step, name, &before)
      found += before.reversed().filter { tree[$0].end <= node }
    case .precedingSibling:
      guard here.kind != .attribute, node > 0 else { return }
      var before: [Int32] = []
      try siblings(from: tree[here.parent].content, to: node, step, name, &before)
      found += before.reversed()
    }
  }

  private mutating func siblings(
    from first: Int32, to end: Int32, _ step: XPathStep, _ name: Int32, _ found: inout [Int32]
  ) throws(WorkIsSpent) {
    var next = first
    while next < end {
      try look(at: next, step, name, &found)
      next = tree[next].end
    }
  }

  /// Every node but attributes.
  private mutating func all(
    from first: Int32, to end: Int32, _ step: XPathStep, _ name: Int32, _ found: inout [Int32]
  ) throws(WorkIsSpent) {
    var next = first
    while next < end {
      if tree[next].kind != .attribute { try look(at: next, step, name, &found) }
      next = tree[next].content
    }
  }

  private mutating func look(
    at node: Int32, _ step: XPathStep, _ name: Int32, _ found: inout [Int32]
  ) throws(WorkIsSpent) {
    try spend(1)
    let isNamed: XPathTree.XPathNodeKind = step.axis == .attribute ? .attribute : .element
    let isFound =
      switch step.test {
      case .anyNode: true
      case .anyName: tree[node].kind == isNamed
      case .name: tree[node].kind == isNamed && tree[node].name == name
      case .text: tree[node].kind == .text
      case .nothing: false
      }
    if isFound { found.append(node) }
  }

  /// Sorted, each once; most steps give them so.
  private static func inOrder(_ nodes: [Int32]) -> [Int32] {
    if zip(nodes, nodes.dropFirst()).allSatisfy({ $0 < $1 }) { return nodes }
    var unique: [Int32] = []
    for node in nodes.sorted() where node != unique.last { unique.append(node) }
    return unique
  }
}

/// One type as another.
extension Evaluator {
  mutating func nodes(of value: XPathExpression, at place: EvaluationContext) throws(WorkIsSpent) -> [Int32] {
    nodes(of: try evaluate(value, at: place))
  }

  /// Whether it is nodes was seen when the expression was read.
  func nodes(of value: XPathValue) -> [Int32] { if case .nodes(let nodes) = value { nodes } else { [] } }

  mutating func number(of value: XPathExpression, at place: EvaluationContext) throws(WorkIsSpent) -> Double {
    try number(of: evaluate(value, at: place))
  }

  mutating func number(of value: XPathValue) throws(WorkIsSpent) -> Double {
    switch value {
    case .number(let number): return number
    case .boolean(let boolean): return boolean ? 1 : 0
    case .text(let text):
      try spend(readingBytes: text.utf8.count)
      return XPathNumber.number(text)
    case .nodes(let nodes): return try number(of: .text(text(of: .nodes(nodes))))
    }
  }

  mutating func text(of value: XPathExpression, at place: EvaluationContext) throws(WorkIsSpent) -> String {
    try text(of: evaluate(value, at: place))
  }

  mutating func text(of value: XPathValue) throws(WorkIsSpent) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): XPathNumber.text(number)
    case .boolean(let boolean): boolean ? "true" : "false"
    case .nodes(let nodes): if let first = nodes.first { try text(ofNode: first) } else { "" }
    }
  }

  /// All text in the node; nothing is copied of one text alone.
  mutating func text(ofNode node: Int32) throws(WorkIsSpent) -> String {
    let here = tree[node]
    guard here.kind == .element || here.kind == .document else { return here.text }
    var (text, texts) = ("", 0)
    var next = here.content
    while next < here.end {
      try spend(1)
      let inner = tree[next]
      if inner.kind == .text {
        texts += 1
        if texts == 2 { try spend(readingBytes: text.utf8.count) }
        if texts > 1 { try spend(readingBytes: inner.text.utf8.count) }
        if texts == 1 { text = inner.text } else { text += inner.text }
      }
      next = inner.content
    }
    return text
  }

  func name(ofNode node: Int32) -> String { tree.name(tree[node].name) }

  static func boolean(_ value: XPathValue) -> Bool {
    switch value {
    case .nodes(let nodes): !nodes.isEmpty
    case .number(let number): number != 0 && !number.isNaN
    case .text(let text): !text.isEmpty
    case .boolean(let boolean): boolean
    }
  }
}
