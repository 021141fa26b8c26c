/// A piece of XML or HTML as a value: renderers return these, one writer makes text of them, and nothing else emits
/// markup. Names of elements and attributes are compile-time constants; everything else is data and is escaped.
///
/// ```swift
/// Element("g", ["id": touchpoint.id, "class": "touchpoint"]) {
///   Element("rect", ["width": width.svg, "rx": "10"])
///   for line in lines { Element("text") { line } }
/// }
/// ```
package struct Element: Sendable {
  /// What may stand inside an element.
  package enum Child: Sendable {
    case element(Element)
    /// Character data, written escaped.
    case text(String)
    /// Several nodes in the place of one, so that loops and conditions need no copying.
    case group([Child])
    /// As many nodes as the count says, each made when it is written: a row of ten thousand cards is never in memory as
    /// a whole.
    case each(Int, @Sendable (Int) -> Child)

    /// An element for each item, made when it is written.
    @inlinable package static func each<Item: Sendable>(
      _ items: [Item], _ element: @escaping @Sendable (Item) -> Element
    ) -> Child {
      .each(items.count) { .element(element(items[$0])) }
    }
  }

  package let name: Name
  package var attributes: Attributes
  package var children: [Child]

  @inlinable package init(_ name: Name, _ attributes: Attributes = [:]) {
    self.init(name, attributes, children: [])
  }

  @inlinable package init(_ name: Name, _ attributes: Attributes = [:], children: [Child]) {
    self.name = name
    self.attributes = attributes
    self.children = children
  }

  @inlinable package init(
    _ name: Name, _ attributes: Attributes = [:], @ElementBuilder _ children: () -> [Child]
  ) {
    self.init(name, attributes, children: children())
  }
}
