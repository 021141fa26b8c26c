/// The attributes of an element in the order they are written; one whose value is nil is left out.
///
/// Written as a dictionary literal. A name given twice in one literal would be written twice, which is not XML, so
/// use ``subscript(_:)`` to change an attribute that may be there already.
package struct Attributes: ExpressibleByDictionaryLiteral, Sendable {
  /// Names with values, as the literal gave them: relabelling them would copy the array.
  package private(set) var pairs: [(Name, String?)]

  @inlinable package init(dictionaryLiteral pairs: (Name, String?)...) {
    self.pairs = pairs
  }

  /// Reads, sets, adds or (with nil) removes the attribute of this name.
  package subscript(_ name: Name) -> String? {
    get { pairs.first { $0.0 == name }?.1 }
    set {
      if let index = pairs.firstIndex(where: { $0.0 == name }) {
        pairs[index].1 = newValue
      } else {
        pairs.append((name, newValue))
      }
    }
  }
}

extension Attributes {
  /// Adds an attribute that is not there yet.
  package mutating func append(_ name: Name, _ value: String?) { pairs.append((name, value)) }
}
