/// Collects the children of an element; every block makes one array and nothing is copied out of it.
@resultBuilder
package enum ElementBuilder {

  @inlinable package static func buildExpression(_ element: Element) -> Element.Child { .element(element) }
  @inlinable package static func buildExpression(_ text: String) -> Element.Child { .text(text) }
  @inlinable package static func buildExpression(_ node: Element.Child) -> Element.Child { node }
  @inlinable package static func buildExpression(_ nodes: [Element.Child]) -> Element.Child { .group(nodes) }
  @inlinable package static func buildExpression(_ elements: [Element]) -> Element.Child {
    .group(elements.map(Element.Child.element))
  }
  @inlinable package static func buildExpression(_ element: Element?) -> Element.Child {
    element.map(Element.Child.element) ?? .group([])
  }
  @inlinable package static func buildExpression(_ text: String?) -> Element.Child {
    text.map(Element.Child.text) ?? .group([])
  }

  @inlinable package static func buildBlock(_ node: Element.Child) -> Element.Child { node }
  @inlinable package static func buildBlock(_ nodes: Element.Child...) -> Element.Child { .group(nodes) }
  @inlinable package static func buildArray(_ nodes: [Element.Child]) -> Element.Child { .group(nodes) }
  @inlinable package static func buildOptional(_ node: Element.Child?) -> Element.Child { node ?? .group([]) }
  @inlinable package static func buildEither(first node: Element.Child) -> Element.Child { node }
  @inlinable package static func buildEither(second node: Element.Child) -> Element.Child { node }

  @inlinable package static func buildFinalResult(_ node: Element.Child) -> [Element.Child] {
    if case .group(let nodes) = node { nodes } else { [node] }
  }
}
