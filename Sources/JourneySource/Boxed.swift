/// A value that is mostly missing, kept elsewhere: as large as a pointer, whatever it holds.
@propertyWrapper
@usableFromInline
package enum Boxed<Value: Sendable>: Sendable {
  case none
  indirect case some(Value)

  @inlinable
  package init(wrappedValue: Value?) { self = wrappedValue.map { .some($0) } ?? .none }

  @inlinable
  package var wrappedValue: Value? {
    get { if case .some(let value) = self { value } else { nil } }
    set { self = newValue.map { .some($0) } ?? .none }
  }
}
