/// A page made from a template, and what went wrong on the way.
package struct FilledPage: Sendable {
  package let page: Element
  package let problems: [TemplateProblem]
}

/// Fills the template's slots from the document and the parts.
///
/// A part that is not there leaves its place empty. One of an element (``partName(_:of:)``) is found where the slot stands
/// in the turn of that element. A link that a page may not have is left out and reported once. Where
/// the page's budget of work, nodes or bytes is spent, that is reported with its place, and nothing more is filled. The
/// result is for ``html(_:)``.
///
/// - Parameter pages: how many pages are made of the template, which share what all may take (``MarkupLimits/fullPages``).
package func fill(
  _ template: Template, document: Element, parts: [String: Element.Child], pages: Int = 1
) -> FilledPage {
  let budget = PageBudget(share: max(1, pages / MarkupLimits.fullPages))
  var filler = Filler(evaluator: Evaluator(document, mostWork: budget.mostWork), parts: parts, budget: budget)
  let nodes = filler.fill([template.root], at: filler.evaluator.root)
  let page = if case .element(let page)? = nodes.first { page } else { Element("html") }
  return FilledPage(page: page, problems: filler.problems)
}

/// The name, among the parts of a page, of a part that belongs to one of the document's elements: that which has `name`.
package func partName(_ part: String, of name: String) -> String { "\(part)/\(name)" }

private struct Filler: ~Copyable {
  var evaluator: Evaluator
  let parts: [String: Element.Child]
  var problems: [TemplateProblem] = []
  private var budget: PageBudget
  private var reported: Set<Int> = []
  private var inserted: Set<String> = []
  /// The slot that is being filled: where a budget is spent.
  private var slot: Expression.Origin?

  init(evaluator: consuming Evaluator, parts: [String: Element.Child], budget: PageBudget) {
    self.evaluator = evaluator
    self.parts = parts
    self.budget = budget
  }

  mutating func fill(_ nodes: [Template.TemplateNode], at place: Evaluator.EvaluationContext) -> [Element.Child] {
    var filled: [Element.Child] = []
    for node in nodes {
      guard spend(nodes: 1), let node = fill(node, at: place) else { continue }
      filled.append(node)
    }
    return filled
  }

  private mutating func fill(_ node: Template.TemplateNode, at place: Evaluator.EvaluationContext) -> Element.Child? {
    switch node {
    case .text(let text):
      return spend(bytesOf: text) ? .text(text) : nil
    case .element(let name, let attributes, let children):
      guard spend(bytes: PageBudget.bytes(ofTag: name)) else { return nil }
      var filled: Attributes = [:]
      for (name, value) in attributes {
        guard let text = self.value(value, at: place), !Self.isOff(name, value, text),
          spend(bytes: PageBudget.bytes(ofAttribute: name, text))
        else { continue }
        filled.append(name, text)
      }
      return .element(Element(name, filled, children: fill(children, at: place)))
    case .value(let expression):
      guard let text = text(expression, at: place), spend(bytesOf: text) else { return nil }
      return .text(text)
    case .each(let expression, let children):
      return each(expression, children, at: place)
    case .condition(let expression, let children):
      let holds = attempt(expression) { (evaluator) throws(WorkIsSpent) in
        try evaluator.condition(expression.xpath, at: place)
      }
      return holds == true ? .group(fill(children, at: place)) : nil
    case .insert(let part, let origin):
      return insert(part, origin, at: place)
    }
  }

  /// Whether a slot says nothing of what HTML takes as true as soon as it is there, as `open="{@card}"`.
  private static func isOff(_ name: Name, _ value: Template.TemplateValue, _ text: String) -> Bool {
    guard text.isEmpty, ["open", "hidden"].contains(name.text) else { return false }
    return value.pieces.contains { if case .expression = $0 { true } else { false } }
  }

  private mutating func each(
    _ expression: Expression, _ children: [Template.TemplateNode], at place: Evaluator.EvaluationContext
  ) -> Element.Child? {
    let nodes = attempt(expression) { (evaluator) throws(WorkIsSpent) in
      try evaluator.nodes(expression.xpath, at: place)
    }
    guard let nodes else { return nil }
    var turns: [Element.Child] = []
    for (index, node) in nodes.enumerated() {
      slot = expression.origin
      guard spend(nodes: 1) else { break }
      turns.append(
        .group(fill(children, at: Evaluator.EvaluationContext(node: node, position: index + 1, size: nodes.count))))
    }
    return .group(turns)
  }

  /// Ids of a part stand once on a page, so the part does; of the logo there may be several. What `part` names may be of
  /// the page, or of the element that this turn of `each` is about.
  private mutating func insert(
    _ name: String, _ origin: Expression.Origin, at place: Evaluator.EvaluationContext
  ) -> Element.Child? {
    var (part, node) = (name, parts[name])
    if node == nil, let owner = evaluator.name(of: place) {
      part = partName(name, of: owner)
      node = parts[part]
    }
    guard let node else { return nil }
    guard inserted.insert(part).inserted else {
      guard part == "logo" else {
        report(origin, "the part \"\(name)\" is inserted a second time", help: "a page has it once; leave this one out")
        return nil
      }
      slot = origin
      return spend(bytes: html(Element("p", children: [node])).count) ? node : nil
    }
    return node
  }

  private mutating func value(_ value: Template.TemplateValue, at place: Evaluator.EvaluationContext) -> String? {
    var (text, first): (String, Expression?) = ("", nil)
    for piece in value.pieces {
      switch piece {
      case .text(let piece): text += piece
      case .expression(let expression):
        text += self.text(expression, at: place) ?? ""
        first = first ?? expression
      }
      if text.utf8.count > budget.mostBytes { break }
    }
    guard let first, let (message, help) = value.rule.objection(to: text) else { return text }
    report(first.origin, message, help: help)
    return nil
  }

  private mutating func text(_ expression: Expression, at place: Evaluator.EvaluationContext) -> String? {
    attempt(expression) { (evaluator) throws(WorkIsSpent) in try evaluator.text(expression.xpath, at: place) }
  }

  private mutating func attempt<Value>(
    _ expression: Expression, _ work: (inout Evaluator) throws(WorkIsSpent) -> Value
  ) -> Value? {
    guard !budget.isSpent else { return nil }
    slot = expression.origin
    do {
      return try work(&evaluator)
    } catch {
      isSpent("the page's expressions take too many steps here")
      return nil
    }
  }
}

/// The budget, and what is said where it is spent.
extension Filler {
  private mutating func spend(nodes: Int) -> Bool {
    guard !budget.isSpent else { return false }
    budget.nodes += nodes
    if budget.nodes > budget.mostNodes { isSpent("the page grows past \(budget.mostNodes) nodes here") }
    return !budget.isSpent
  }

  private mutating func spend(bytesOf text: String) -> Bool { spend(bytes: PageBudget.bytes(of: text)) }

  private mutating func spend(bytes: Int) -> Bool {
    guard !budget.isSpent else { return false }
    budget.bytes += bytes
    if budget.bytes > budget.mostBytes { isSpent("the page grows past \(budget.mostBytes >> 10) KiB here") }
    return !budget.isSpent
  }

  private mutating func isSpent(_ message: String) {
    budget.isSpent = true
    guard let slot else { return }
    report(slot, message, help: "go through fewer nodes, or take shorter texts")
  }

  private mutating func report(_ origin: Expression.Origin, _ message: String, help: String?) {
    guard reported.insert(origin.bytes.lowerBound).inserted, problems.count < MarkupLimits.problems else { return }
    problems.append(TemplateProblem(position: origin.position, bytes: origin.bytes, message: message, help: help))
  }
}

/// What a template has made of a page so far.
private struct PageBudget {
  let mostWork: Int
  let mostNodes: Int
  let mostBytes: Int
  var nodes = 0
  var bytes = 0
  var isSpent = false

  /// - Parameter share: what part of a whole budget it is.
  init(share: Int) {
    (mostWork, mostNodes, mostBytes) = (
      MarkupLimits.work / share, MarkupLimits.nodes / share, MarkupLimits.page / share
    )
  }

  static func bytes(ofTag name: Name) -> Int { 2 * name.text.utf8.count + 5 }

  static func bytes(ofAttribute name: Name, _ value: String) -> Int { name.text.utf8.count + 4 + bytes(of: value) }

  /// As it is written, with references for what markup is made of.
  static func bytes(of text: String) -> Int {
    text.utf8.reduce(0) { sum, byte in
      switch byte {
      case 0x26: sum + 5
      case 0x3C, 0x3E: sum + 4
      case 0x22: sum + 6
      default: sum + 1
      }
    }
  }
}
