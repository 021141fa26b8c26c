/// An expression of XPath 1.0, read and found good: every name in it is known and every value has the type that its place
/// asks for, so that working it out can fail for want of work left only.
///
/// It is worked out here and not by libxml2, whose limit counts the steps of a path but not what a function, a comparison
/// or a union does with their texts.
struct XPath: Sendable {
  let root: XPathExpression

  /// Whether it gives nodes to go through, not a value.
  var isNodes: Bool { root.type == .nodes }
}

enum XPathType: Sendable { case nodes, number, text, boolean }

indirect enum XPathExpression: Sendable {
  case number(Double)
  case literal(String)
  case negative(XPathExpression)
  /// Operands of operators that bind alike, worked out from left to right.
  case chain(XPathExpression, [(operation: XPathOperator, operand: XPathExpression)])
  case call(XPathFunction, [XPathExpression])
  case path(XPathStart, [XPathStep])

  var type: XPathType {
    switch self {
    case .number, .negative: .number
    case .literal: .text
    case .chain(_, let rest): rest.first?.operation.type ?? .nodes
    case .call(let function, _): function.type
    case .path: .nodes
    }
  }
}

/// Where a path begins.
enum XPathStart: Sendable {
  case document, here
  /// Nodes of an expression in parentheses, with the predicates after it.
  case nodes(XPathExpression, [XPathExpression])
}

struct XPathStep: Sendable {
  let axis: XPathAxis
  let test: XPathTest
  let predicates: [XPathExpression]
}

enum XPathAxis: String, Sendable {
  case ancestor, ancestorOrSelf = "ancestor-or-self", attribute, child, descendant
  case descendantOrSelf = "descendant-or-self", following, followingSibling = "following-sibling", parent, preceding
  case precedingSibling = "preceding-sibling", itself = "self"

  /// Whether its first node is the last of the document's order.
  var isReverse: Bool {
    switch self {
    case .ancestor, .ancestorOrSelf, .preceding, .precedingSibling: true
    default: false
    }
  }
}

enum XPathTest: Sendable {
  case name(String)
  /// `*`: elements, or attributes on their axis.
  case anyName
  /// `node()`.
  case anyNode
  /// `text()`.
  case text
  /// `comment()` and `processing-instruction()`, which no document has.
  case nothing
}

enum XPathOperator: String, Sendable {
  case or, and, equal = "=", unequal = "!=", less = "<", atMost = "<=", more = ">", atLeast = ">=", plus = "+", minus =
    "-"
  case times = "*", div, mod, union = "|"

  /// The weaker one binds, the higher; operators of one rank are one chain.
  var rank: Int {
    switch self {
    case .or: 0
    case .and: 1
    case .equal, .unequal: 2
    case .less, .atMost, .more, .atLeast: 3
    case .plus, .minus: 4
    case .times, .div, .mod: 5
    case .union: 6
    }
  }

  static let strongest = 6

  var type: XPathType {
    switch rank {
    case 0...3: .boolean
    case 6: .nodes
    default: .number
    }
  }
}

/// The functions of XPath 1.0, without those of ids, languages and namespaces, which the documents do not have.
enum XPathFunction: String, Sendable, CaseIterable {
  case boolean, ceiling, concat, contains, count, floor, last
  case localName = "local-name"
  case name
  case normalizeSpace = "normalize-space"
  case not, number, position, round
  case startsWith = "starts-with"
  case string
  case stringLength = "string-length"
  case substring
  case substringAfter = "substring-after"
  case substringBefore = "substring-before"
  case sum, translate
  case yes = "true"
  case no = "false"

  var type: XPathType {
    switch self {
    case .boolean, .contains, .not, .startsWith, .yes, .no: .boolean
    case .ceiling, .count, .floor, .last, .number, .position, .round, .stringLength, .sum: .number
    default: .text
    }
  }

  /// How many arguments it takes.
  var arguments: ClosedRange<Int> {
    switch self {
    case .last, .position, .yes, .no: 0...0
    case .localName, .name, .normalizeSpace, .number, .string, .stringLength: 0...1
    case .boolean, .ceiling, .count, .floor, .not, .round, .sum: 1...1
    case .contains, .startsWith, .substringAfter, .substringBefore: 2...2
    case .substring: 2...3
    case .translate: 3...3
    case .concat: 2...MarkupLimits.expression
    }
  }

  /// Whether its argument has to be nodes.
  var takesNodes: Bool {
    switch self {
    case .count, .sum, .localName, .name: true
    default: false
    }
  }
}
