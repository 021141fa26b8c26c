/// An element as libxml2 read it. A value, so that nothing outside `Parsing` touches libxml2's tree.
struct ParsedElement {
  enum ParsedNode {
    case element(ParsedElement)
    case text(String)
  }

  /// Without prefix.
  let name: String
  let namespace: String?
  /// Names with their prefix; declarations of namespaces are not among them.
  let attributes: [(name: String, value: String)]
  var children: [ParsedNode]
  /// Its place among the elements of the document, from 0.
  let order: Int
}
