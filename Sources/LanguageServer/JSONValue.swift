/// A JSON value of the protocol. Members keep their order, so that the same answer is always the same bytes.
package enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// A long list of whole numbers, without a box for each; an array like others when it is read.
  case integers([Int])
  case object([JSONMember])
}

package struct JSONMember: Sendable, Equatable {
  package let key: String
  package let value: JSONValue

  package init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}

extension JSONValue {
  /// The member of an object; null where there is none, so that a path into anything is safe.
  package subscript(key: String) -> JSONValue {
    guard case .object(let members) = self else { return .null }
    return members.last { $0.key == key }?.value ?? .null
  }

  package var string: String? { if case .string(let text) = self { text } else { nil } }
  package var array: [JSONValue]? {
    switch self {
    case .array(let values): values
    case .integers(let values): values.map(JSONValue.integer)
    default: nil
    }
  }
  package var isNull: Bool { self == .null }
  /// Whether it is `true`; nothing else counts.
  package var isTrue: Bool { self == .bool(true) }

  /// A whole number, whichever way it was written.
  package var integer: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  /// The members that are not null: what is not there is left out, as the protocol wants it.
  package static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .object(members.compactMap { member in member.value.map { JSONMember(member.key, $0) } })
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral values: JSONValue...) { self = .array(values) }
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { JSONMember($0.0, $0.1) })
  }
}

extension JSONValue {
  /// The value on one line.
  package var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  /// Depth is that of the answers we build ourselves, or of input that was read within a bound.
  private func write(to text: inout String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += value.isFinite ? "\(value)" : "null"
    case .string(let value): Self.quote(value, to: &text)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .integers(let values):
      // The colours of a long file are half a million of them, most below ten.
      var digits: [UInt8] = []
      for value in values {
        if 0..<10 ~= value { digits.append(UInt8(ascii: "0") + UInt8(value)) } else { digits += String(value).utf8 }
        digits.append(UInt8(ascii: ","))
      }
      text += "[" + String(decoding: digits.dropLast(), as: UTF8.self) + "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.quote(member.key, to: &text)
        text += ":"
        member.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
