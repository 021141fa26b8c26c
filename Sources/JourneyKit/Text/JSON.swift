internal import JourneySource

/// A JSON value whose members keep their order, so that the same value is always the same bytes.
indirect enum JSON {
  case null
  case bool(Bool)
  case integer(Int)
  /// Rounded to so many places, halves away from zero, without zeros at the end; null where it is not finite.
  case decimal(Double, places: Int)
  case string(String)
  case array([JSON])
  case object([(String, JSON)])

  static func optional(_ value: Double?, places: Int) -> JSON { value.map { .decimal($0, places: places) } ?? .null }

  static func optional(_ text: String?) -> JSON { text.map(JSON.string) ?? .null }

  /// Indented by two spaces, with a line end behind it.
  var text: String {
    var result = ""
    write(to: &result, indent: "\n")
    return result + "\n"
  }

  /// Depth is that of the documents we build ourselves, never of input.
  private func write(to result: inout String, indent: String) {
    switch self {
    case .null: result += "null"
    case .bool(let value): result += value ? "true" : "false"
    case .integer(let value): result += String(value)
    case .decimal(let value, let places): result += Decimals.text(value, places: places) ?? "null"
    case .string(let value): Self.quote(value, to: &result)
    case .array(let values):
      Self.list(values, "[", "]", to: &result, indent: indent) { $0.write(to: &$1, indent: $2) }
    case .object(let members):
      Self.list(members, "{", "}", to: &result, indent: indent) { member, result, indent in
        Self.quote(member.0, to: &result)
        result += ": "
        member.1.write(to: &result, indent: indent)
      }
    }
  }

  private static func list<Item>(
    _ items: [Item], _ opening: String, _ closing: String, to result: inout String, indent: String,
    _ write: (Item, inout String, String) -> Void
  ) {
    result += opening
    let inner = indent + "  "
    for (index, item) in items.enumerated() {
      if index > 0 { result += "," }
      result += inner
      write(item, &result, inner)
    }
    if !items.isEmpty { result += indent }
    result += closing
  }

  /// What cannot be seen is escaped as `\uXXXX`: readers get it back, terminals stay safe. So is `<`, for whoever puts it
  /// into a page, where `</script>` would end what it stands in.
  private static func quote(_ text: String, to result: inout String) {
    result += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if scalar.isHidden || scalar == "<" {
          for unit in String(scalar).utf16 { result += "\\u" + hex(unit) }
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    result += "\""
  }

  private static func hex(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
