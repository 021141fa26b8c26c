internal import LanguageServer
internal import Markup

extension PageChange {
  /// As the page's script reads it: of the children, how many stay (`3`), how many go (`-1`), what changes (`{…}`), and
  /// what is new (`"text"`, `["name", {…}, …]`).
  var json: JSONValue {
    .object([
      "attributes": attributes.isEmpty
        ? nil : .object(attributes.map { JSONMember($0.name, $0.value.map(JSONValue.string) ?? .null) }),
      "text": text.map(JSONValue.string),
      "steps": steps.isEmpty ? nil : .array(steps.map(\.json)),
    ])
  }
}

extension PageChange.ChildStep {
  fileprivate var json: JSONValue {
    switch self {
    case .keep(let count): .integer(count)
    case .remove(let count): .integer(-count)
    case .change(let change): change.json
    case .insert(let node): node.json
    }
  }
}

extension PageNode {
  fileprivate var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .element(let name, let attributes, let children):
      .array(
        [.string(name), .object(attributes.sorted { $0.key < $1.key }.map { JSONMember($0.key, .string($0.value)) })]
          + children.map(\.json))
    }
  }
}
