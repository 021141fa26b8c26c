internal import JourneySource

/// Reads an expression and holds it against what the documents have: XPath itself takes any name and finds nothing, so a
/// slip would be an empty place on the page.
struct XPathParser {
  static let unreadable = "the expression cannot be read from here on"

  private let source: String
  private let contract: TemplateContract
  private let tokens: [XPathToken]
  private var index = 0
  private var depth = 0

  /// The expression, or the first thing that is wrong with it.
  static func parse(_ source: String, _ contract: TemplateContract) throws(XPathObjection) -> XPath {
    let whole = 0..<source.utf8.count
    if source.utf8.allSatisfy({ $0 <= 0x20 }) {
      throw XPathObjection(bytes: whole, message: "an expression is missing", help: "write an XPath such as @title")
    }
    guard whole.count <= MarkupLimits.expression else {
      throw XPathObjection(bytes: whole, message: "the expression is longer than \(MarkupLimits.expression) bytes")
    }
    var parser = try XPathParser(source: source, contract: contract, tokens: XPathLexer.tokens(of: source))
    let root = try parser.expression()
    guard parser.token == nil else { throw parser.isUnreadable() }
    return XPath(root: root)
  }

  private init(source: String, contract: TemplateContract, tokens: [XPathToken]) {
    (self.source, self.contract, self.tokens) = (source, contract, tokens)
  }

  private var token: XPathToken? { index < tokens.count ? tokens[index] : nil }

  private mutating func skip(_ kind: XPathToken.XPathTokenKind) -> Bool {
    guard token?.kind == kind else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ kind: XPathToken.XPathTokenKind) throws(XPathObjection) {
    guard skip(kind) else { throw isUnreadable() }
  }

  private func isUnreadable() -> XPathObjection {
    let end = source.utf8.count
    return XPathObjection(bytes: (token?.bytes.lowerBound ?? end)..<end, message: Self.unreadable)
  }

  private func isOfWrongType(_ bytes: Range<Int>) -> XPathObjection {
    XPathObjection(
      bytes: bytes, message: "a function or step in the expression gets something that it cannot take",
      help: "it takes nodes, such as phase or @title")
  }
}

/// Operators.
extension XPathParser {
  private mutating func expression() throws(XPathObjection) -> XPathExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= MarkupLimits.expressionDepth else {
      throw XPathObjection(
        bytes: (token?.bytes ?? 0..<0),
        message: "the expression is nested more than \(MarkupLimits.expressionDepth) levels deep")
    }
    return try chain(rank: 0)
  }

  /// One rank of operators a level, `or` first; the minus of a sign binds weaker than `|` and stronger than all others.
  private mutating func chain(rank: Int) throws(XPathObjection) -> XPathExpression {
    let start = token?.bytes.lowerBound ?? 0
    let first = try operand(rank: rank)
    var rest: [(operation: XPathOperator, operand: XPathExpression)] = []
    while case .operation(let operation)? = token?.kind, operation.rank == rank {
      index += 1
      rest.append((operation, try operand(rank: rank)))
    }
    guard !rest.isEmpty else { return first }
    if rank == XPathOperator.strongest, !([first] + rest.map(\.operand)).allSatisfy({ $0.type == .nodes }) {
      throw isOfWrongType(start..<(token?.bytes.lowerBound ?? source.utf8.count))
    }
    return .chain(first, rest)
  }

  private mutating func operand(rank: Int) throws(XPathObjection) -> XPathExpression {
    if rank == XPathOperator.strongest { return try path() }
    guard rank == XPathOperator.strongest - 1 else { return try chain(rank: rank + 1) }
    var signs = 0
    while skip(.operation(.minus)) { signs += 1 }
    let value = try chain(rank: rank + 1)
    if signs == 0 { return value }
    return signs % 2 == 0 ? .negative(.negative(value)) : .negative(value)
  }
}

/// Paths, and what may stand in the place of one.
extension XPathParser {
  private mutating func path() throws(XPathObjection) -> XPathExpression {
    guard let token else { throw isUnreadable() }
    switch token.kind {
    case .number(let number):
      index += 1
      return try filtered(.number(number), from: token)
    case .literal(let text):
      index += 1
      return try filtered(.literal(text), from: token)
    case .open:
      index += 1
      let inner = try expression()
      try expect(.close)
      return try filtered(inner, from: token)
    case .call(let name) where XPathTest(nodeType: name) == nil:
      return try filtered(call(name, token.bytes), from: token)
    case .slash:
      index += 1
      return .path(.document, startsStep ? try steps() : [])
    case .slashes:
      return .path(.document, try steps())
    default:
      return .path(.here, try steps())
    }
  }

  /// Predicates and steps after a value, which only nodes can have.
  private mutating func filtered(
    _ value: XPathExpression, from start: XPathToken
  ) throws(XPathObjection) -> XPathExpression {
    let isFiltered = token?.kind == .openPredicate || token?.kind == .slash || token?.kind == .slashes
    guard isFiltered else { return value }
    guard value.type == .nodes else { throw isOfWrongType(start.bytes) }
    let predicates = try predicates()
    let hasSteps = token?.kind == .slashes || skip(.slash)
    return .path(.nodes(value, predicates), hasSteps ? try steps() : [])
  }

  private var startsStep: Bool {
    switch token?.kind {
    case .name, .call, .axis, .star, .dot, .dots, .at: true
    default: false
    }
  }

  /// The next token is a step or `//`.
  private mutating func steps() throws(XPathObjection) -> [XPathStep] {
    var steps: [XPathStep] = []
    repeat {
      var isBelow = skip(.slashes)
      let step = try step()
      // `//a` is all nodes and then their children; where no position is asked for, that is the same at once.
      if isBelow, step.axis == .child, step.predicates.isEmpty {
        steps.append(XPathStep(axis: .descendant, test: step.test, predicates: []))
        isBelow = false
        continue
      }
      if isBelow { steps.append(XPathStep(axis: .descendantOrSelf, test: .anyNode, predicates: [])) }
      steps.append(step)
    } while token?.kind == .slashes || skip(.slash)
    return steps
  }

  private mutating func step() throws(XPathObjection) -> XPathStep {
    if skip(.dot) { return XPathStep(axis: .itself, test: .anyNode, predicates: []) }
    if skip(.dots) { return XPathStep(axis: .parent, test: .anyNode, predicates: []) }
    var axis = XPathAxis.child
    if skip(.at) {
      axis = .attribute
    } else if let token, case .axis(let name) = token.kind {
      if name == "namespace" { throw XPathObjection(bytes: token.bytes, message: "the document has no namespaces") }
      guard let known = XPathAxis(rawValue: name) else { throw isUnreadable() }
      axis = known
      index += 1
    }
    let test = try test(on: axis)
    return XPathStep(axis: axis, test: test, predicates: try predicates())
  }

  private mutating func test(on axis: XPathAxis) throws(XPathObjection) -> XPathTest {
    guard let token else { throw isUnreadable() }
    switch token.kind {
    case .star:
      index += 1
      return .anyName
    case .name(let name):
      index += 1
      let (kind, known) =
        axis == .attribute ? ("attribute", contract.attributes) : ("element", contract.elements)
      if known.isEmpty || known.contains(name) { return .name(name) }
      throw XPathObjection(
        bytes: token.bytes, message: "the document has no \(kind) \"\(name)\"", help: known.didYouMean(name))
    case .call(let name):
      guard let test = XPathTest(nodeType: name) else { throw isUnreadable() }
      index += 1
      try expect(.open)
      if name == "processing-instruction", case .literal? = self.token?.kind { index += 1 }
      try expect(.close)
      return test
    default:
      throw isUnreadable()
    }
  }

  private mutating func predicates() throws(XPathObjection) -> [XPathExpression] {
    var predicates: [XPathExpression] = []
    while skip(.openPredicate) {
      predicates.append(try expression())
      try expect(.closePredicate)
    }
    return predicates
  }

  private mutating func call(_ name: String, _ bytes: Range<Int>) throws(XPathObjection) -> XPathExpression {
    guard let function = XPathFunction(rawValue: name) else {
      throw XPathObjection(
        bytes: bytes, message: "no function is named \"\(name)\"",
        help: XPathFunction.allCases.lazy.map(\.rawValue).didYouMean(name))
    }
    index += 1
    try expect(.open)
    var arguments: [XPathExpression] = []
    while token?.kind != .close {
      if !arguments.isEmpty { try expect(.comma) }
      arguments.append(try expression())
    }
    try expect(.close)
    guard function.arguments.contains(arguments.count) else {
      throw XPathObjection(
        bytes: bytes, message: "a function in the expression gets too few or too many arguments")
    }
    if function.takesNodes, let argument = arguments.first, argument.type != .nodes { throw isOfWrongType(bytes) }
    return .call(function, arguments)
  }
}

extension XPathTest {
  /// `node()` and its like, which look like functions.
  fileprivate init?(nodeType name: String) {
    switch name {
    case "node": self = .anyNode
    case "text": self = .text
    case "comment", "processing-instruction": self = .nothing
    default: return nil
    }
  }
}
