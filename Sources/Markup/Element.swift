/// A piece of XML or HTML as a value: renderers return these, one writer makes text of them, and nothing else emits
/// markup. Names of elements and attributes are compile-time constants; everything else is data and is escaped.
package struct Element: Sendable {
  package enum Node: Sendable {
    case element(Element)
    case text(String)
  }

  package let name: StaticString
  package var attributes: [(name: StaticString, value: String)]
  package var children: [Node]

  package init(_ name: StaticString, _ attributes: [(name: StaticString, value: String)] = [], children: [Node] = []) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }
}
