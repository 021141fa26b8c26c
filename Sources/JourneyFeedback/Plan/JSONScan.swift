/// A place in a line of JSON (RFC 8259).
struct JSONScan {
  var index: Int
  let end: Int

  private mutating func skipBlanks(_ line: Span<UInt8>) {
    while index < end, line[index] == 0x20 || line[index] == 0x09 || line[index] == 0x0D { index += 1 }
  }

  mutating func isAtEnd(_ line: Span<UInt8>) -> Bool {
    skipBlanks(line)
    return index == end
  }

  mutating func take(_ byte: UInt8, _ line: Span<UInt8>) -> Bool {
    skipBlanks(line)
    guard index < end, line[index] == byte else { return false }
    index += 1
    return true
  }

  /// A string without quotes and escapes; nil where there is none.
  mutating func string(_ line: Span<UInt8>) -> [UInt8]? {
    guard take(0x22, line) else { return nil }
    var result: [UInt8] = []
    while index < end {
      let byte = line[index]
      index += 1
      switch byte {
      case 0x22: return result
      case 0x5C:
        guard escape(line, &result) else { return nil }
      case ..<0x20: return nil
      default: result.append(byte)
      }
    }
    return nil
  }

  private mutating func escape(_ line: Span<UInt8>, _ result: inout [UInt8]) -> Bool {
    guard index < end else { return false }
    let byte = line[index]
    index += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: result.append(byte)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "u"):
      guard var code = hex(line) else { return false }
      if 0xD800..<0xDC00 ~= code, index + 1 < end, line[index] == 0x5C, line[index + 1] == UInt8(ascii: "u") {
        let before = index
        index += 2
        if let low = hex(line), 0xDC00..<0xE000 ~= low {
          code = 0x10000 + ((code & 0x3FF) << 10 | low & 0x3FF)
        } else {
          index = before
        }
      }
      result += Array(String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8)
    default: return false
    }
    return true
  }

  private mutating func hex(_ line: Span<UInt8>) -> UInt32? {
    guard index + 4 <= end else { return nil }
    var code: UInt32 = 0
    for _ in 0..<4 {
      let byte = line[index]
      index += 1
      switch byte {
      case 0x30...0x39: code = code << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: code = code << 4 | UInt32(byte - 0x37)
      case 0x61...0x66: code = code << 4 | UInt32(byte - 0x57)
      default: return nil
      }
    }
    return code
  }

  /// Any value, as a cell would hold it.
  mutating func value(_ line: Span<UInt8>) -> [UInt8]? {
    skipBlanks(line)
    guard index < end else { return nil }
    switch line[index] {
    case 0x22: return string(line)
    case 0x7B, 0x5B: return nested(line)
    default:
      let start = index
      while index < end, !Self.isEnd(line[index]) { index += 1 }
      guard index > start else { return nil }
      var word: [UInt8] = []
      for place in start..<index { word.append(line[place]) }
      return word.elementsEqual("null".utf8) ? [] : word
    }
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    [0x2C, 0x7D, 0x5D, 0x20, 0x09, 0x0D, 0x22, 0x3A, 0x7B, 0x5B].contains(byte)
  }

  /// The text of an object or a list; its brackets must balance.
  private mutating func nested(_ line: Span<UInt8>) -> [UInt8]? {
    let start = index
    var depth = 0
    while index < end {
      switch line[index] {
      case 0x7B, 0x5B: depth += 1
      case 0x7D, 0x5D: depth -= 1
      case 0x22:
        guard string(line) != nil else { return nil }
        continue
      default: break
      }
      index += 1
      if depth == 0 {
        var text: [UInt8] = []
        for place in start..<index { text.append(line[place]) }
        return text
      }
    }
    return nil
  }
}
