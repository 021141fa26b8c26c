/// The element as a document of its own, in UTF-8 and declared so; for SVG.
///
/// Total: an ill-chosen text cannot break the document, since everything but names is escaped and scalars that XML
/// forbids become U+FFFD. Elements more than ``MarkupLimits/written`` levels down are left out. Empty only if memory ran out.
package func xml(_ element: Element) -> [UInt8] {
  guard var writer = Writer(.xml) else { return [] }
  writer.write(element, depth: 0)
  return writer.finish()
}

/// The element as an HTML document that an HTML parser and an XML parser read alike: HTML's doctype, void elements
/// closed at once, every other HTML element with its end tag.
package func html(_ element: Element) -> [UInt8] {
  guard var writer = Writer(.html) else { return [] }
  writer.write(element, depth: 0)
  return writer.finish()
}
