/// Comparisons. With nodes on a side, one holds if it holds for any of them; of two sets no pairs are tried, only what
/// decides: whether they have a text in common, and their least and greatest numbers.
extension Evaluator {
  mutating func compare(
    _ left: XPathValue, _ operation: XPathOperator, _ right: XPathValue
  ) throws(WorkIsSpent) -> Bool {
    switch (left, right) {
    case (.boolean, .nodes), (.nodes, .boolean),
      (.boolean, _) where operation == .equal || operation == .unequal,
      (_, .boolean) where operation == .equal || operation == .unequal:
      return Self.compare(Self.boolean(left) ? 1 : 0, operation, Self.boolean(right) ? 1 : 0)
    case (.nodes(let left), .nodes(let right)): return try compare(left, operation, right)
    case (.nodes(let nodes), _): return try compare(nodes, operation, with: right, isSwapped: false)
    case (_, .nodes(let nodes)): return try compare(nodes, operation, with: left, isSwapped: true)
    case (.text(let left), .text(let right)) where operation == .equal || operation == .unequal:
      try spend(readingBytes: left.utf8.count)
      return left.utf8.elementsEqual(right.utf8) == (operation == .equal)
    default: return Self.compare(try number(of: left), operation, try number(of: right))
    }
  }

  private static func compare(_ left: Double, _ operation: XPathOperator, _ right: Double) -> Bool {
    switch operation {
    case .equal: left == right
    case .unequal: left != right
    case .less: left < right
    case .atMost: left <= right
    case .more: left > right
    default: left >= right
    }
  }

  private mutating func compare(
    _ nodes: [Int32], _ operation: XPathOperator, with value: XPathValue, isSwapped: Bool
  ) throws(WorkIsSpent) -> Bool {
    for node in nodes {
      try spend(1)
      let text = XPathValue.text(try text(ofNode: node))
      let other: XPathValue = if case .number = value { .number(try number(of: text)) } else { text }
      if try isSwapped ? compare(value, operation, other) : compare(other, operation, value) { return true }
    }
    return false
  }

  private mutating func compare(
    _ left: [Int32], _ operation: XPathOperator, _ right: [Int32]
  ) throws(WorkIsSpent) -> Bool {
    guard !left.isEmpty, !right.isEmpty else { return false }
    switch operation {
    case .equal: return try !texts(of: left).isDisjoint(with: texts(of: right))
    case .unequal: return try texts(of: left).union(texts(of: right)).count > 1
    default:
      guard let left = try extremes(of: left), let right = try extremes(of: right) else { return false }
      let isLess = operation == .less || operation == .atMost
      return isLess
        ? Self.compare(left.least, operation, right.greatest) : Self.compare(left.greatest, operation, right.least)
    }
  }

  /// As bytes: two strings of Swift are also equal where their letters are composed differently.
  private mutating func texts(of nodes: [Int32]) throws(WorkIsSpent) -> Set<[UInt8]> {
    var texts: Set<[UInt8]> = []
    for node in nodes {
      let text = try text(ofNode: node)
      try spend(1 + text.utf8.count / MarkupLimits.bytesPerStep)
      texts.insert(Array(text.utf8))
    }
    return texts
  }

  /// Nil where none is a number.
  private mutating func extremes(of nodes: [Int32]) throws(WorkIsSpent) -> (least: Double, greatest: Double)? {
    var extremes: (least: Double, greatest: Double)?
    for node in nodes {
      let number = try number(of: .text(text(ofNode: node)))
      if number.isNaN { continue }
      extremes = (min(extremes?.least ?? number, number), max(extremes?.greatest ?? number, number))
    }
    return extremes
  }
}
