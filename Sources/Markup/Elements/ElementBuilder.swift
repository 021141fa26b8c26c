/// Collects the children of an element; every block makes one array and nothing is copied out of it.
@resultBuilder
package enum ElementBuilder {
  package typealias Node = Element.Node

  @inlinable package static func buildExpression(_ element: Element) -> Node { .element(element) }
  @inlinable package static func buildExpression(_ text: String) -> Node { .text(text) }
  @inlinable package static func buildExpression(_ node: Node) -> Node { node }
  @inlinable package static func buildExpression(_ nodes: [Node]) -> Node { .group(nodes) }
  @inlinable package static func buildExpression(_ elements: [Element]) -> Node { .group(elements.map(Node.element)) }
  @inlinable package static func buildExpression(_ element: Element?) -> Node {
    element.map(Node.element) ?? .group([])
  }
  @inlinable package static func buildExpression(_ text: String?) -> Node { text.map(Node.text) ?? .group([]) }

  @inlinable package static func buildBlock(_ node: Node) -> Node { node }
  @inlinable package static func buildBlock(_ nodes: Node...) -> Node { .group(nodes) }
  @inlinable package static func buildArray(_ nodes: [Node]) -> Node { .group(nodes) }
  @inlinable package static func buildOptional(_ node: Node?) -> Node { node ?? .group([]) }
  @inlinable package static func buildEither(first node: Node) -> Node { node }
  @inlinable package static func buildEither(second node: Node) -> Node { node }

  @inlinable package static func buildFinalResult(_ node: Node) -> [Node] {
    if case .group(let nodes) = node { nodes } else { [node] }
  }
}
