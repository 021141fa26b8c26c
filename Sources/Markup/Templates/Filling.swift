/// A page made from a template, and what went wrong on the way.
package struct FilledPage: Sendable {
  package let page: Element
  package let problems: [TemplateProblem]
}

/// Fills the template's slots from the document and the parts.
///
/// A part that is not there leaves its place empty. An expression that cannot be worked out, or a link that a page may
/// not have, is left out and reported once. The result is for ``html(_:)``.
package func fill(_ template: Template, document: Element, parts: [String: Element.Node]) -> FilledPage {
  guard let evaluator = Evaluator(document, template.expressions) else {
    return FilledPage(page: Element("html"), problems: [TemplateText([]).problem(0..<0, "out of memory")])
  }
  var filler = Filler(evaluator: evaluator, parts: parts)
  let nodes = filler.fill([template.root], at: filler.evaluator.root)
  guard case .element(let page)? = nodes.first else {
    return FilledPage(page: Element("html"), problems: filler.problems)
  }
  return FilledPage(page: page, problems: filler.problems)
}

private struct Filler: ~Copyable {
  let evaluator: Evaluator
  let parts: [String: Element.Node]
  var problems: [TemplateProblem] = []
  private var count = 0
  private var reported: Set<Int> = []

  init(evaluator: consuming Evaluator, parts: [String: Element.Node]) {
    self.evaluator = evaluator
    self.parts = parts
  }

  mutating func fill(_ nodes: [Template.Node], at place: Evaluator.Place) -> [Element.Node] {
    count += nodes.count
    var filled: [Element.Node] = []
    filled.reserveCapacity(nodes.count)
    for node in nodes {
      if let node = fill(node, at: place) { filled.append(node) }
    }
    return filled
  }

  private mutating func fill(_ node: Template.Node, at place: Evaluator.Place) -> Element.Node? {
    switch node {
    case .text(let text):
      return .text(text)
    case .element(let name, let attributes, let children):
      var filled: Attributes = [:]
      for (name, value) in attributes { filled.append(name, self.value(value, at: place)) }
      return .element(Element(name, filled, children: fill(children, at: place)))
    case .value(let expression):
      return text(expression, at: place).map(Element.Node.text)
    case .each(let expression, let children):
      return each(expression, children, at: place)
    case .condition(let expression, let children):
      let holds = attempt(expression) { (evaluator) throws(XPathFailure) in
        try evaluator.condition(expression.index, at: place)
      }
      return holds == true ? .group(fill(children, at: place)) : nil
    case .insert(let part):
      return parts[part]
    }
  }

  private mutating func each(
    _ expression: Expression, _ children: [Template.Node], at place: Evaluator.Place
  ) -> Element.Node? {
    let places = attempt(expression) { (evaluator) throws(XPathFailure) in
      try evaluator.nodes(expression.index, at: place)
    }
    var turns: [Element.Node] = []
    for place in places ?? [] {
      guard count < Limits.nodes else {
        report(expression, "the page grows past \(Limits.nodes) nodes here")
        break
      }
      turns.append(.group(fill(children, at: place)))
    }
    return .group(turns)
  }

  private mutating func value(_ value: Template.Value, at place: Evaluator.Place) -> String? {
    var (text, first): (String, Expression?) = ("", nil)
    for piece in value.pieces {
      switch piece {
      case .text(let piece): text += piece
      case .expression(let expression):
        text += self.text(expression, at: place) ?? ""
        first = first ?? expression
      }
    }
    guard let first, let (message, help) = value.rule.objection(to: text) else { return text }
    report(first, message, help: help)
    return nil
  }

  private mutating func text(_ expression: Expression, at place: Evaluator.Place) -> String? {
    attempt(expression) { (evaluator) throws(XPathFailure) in try evaluator.text(expression.index, at: place) }
  }

  private mutating func attempt<Value>(
    _ expression: Expression, _ work: (borrowing Evaluator) throws(XPathFailure) -> Value
  ) -> Value? {
    do {
      return try work(evaluator)
    } catch {
      report(expression, error.message)
      return nil
    }
  }

  private mutating func report(_ expression: Expression, _ message: String, help: String? = nil) {
    guard reported.insert(expression.index).inserted else { return }
    problems.append(
      TemplateProblem(position: expression.position, bytes: expression.bytes, message: message, help: help))
  }
}
