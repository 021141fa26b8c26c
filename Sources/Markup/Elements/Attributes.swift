/// The attributes of an element in the order they are written; one whose value is nil is left out.
///
/// Written as a dictionary literal. A name given twice in one literal would be written twice, which is not XML, so
/// use ``subscript(_:)`` to change an attribute that may be there already.
package struct Attributes: ExpressibleByDictionaryLiteral, Sendable {
  @usableFromInline package var pairs: [(name: StaticString, value: String?)]

  @inlinable package init(dictionaryLiteral pairs: (StaticString, String?)...) {
    self.pairs = pairs.map { (name: $0.0, value: $0.1) }
  }

  /// Reads, sets, adds or (with nil) removes the attribute of this name.
  package subscript(_ name: StaticString) -> String? {
    get { pairs.first { $0.name.matches(name) }?.value }
    set {
      if let index = pairs.firstIndex(where: { $0.name.matches(name) }) {
        pairs[index].value = newValue
      } else {
        pairs.append((name, newValue))
      }
    }
  }
}

extension StaticString {
  /// Whether both hold the same bytes; `StaticString` itself has no `==`.
  package func matches(_ other: StaticString) -> Bool {
    withUTF8Buffer { bytes in other.withUTF8Buffer { other in unsafe bytes.elementsEqual(other) } }
  }
}
