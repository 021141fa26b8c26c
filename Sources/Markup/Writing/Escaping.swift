/// Where data stands in a document, which decides what has to be escaped.
enum EscapingContext {
  case text, attribute

  /// Bytes below 64 that cannot go out as they are, a bit for each: controls, `"`, `&`, `<` and `>`.
  private var special: UInt64 {
    let marks: UInt64 = 1 << 0x22 | 1 << 0x26 | 1 << 0x3C | 1 << 0x3E
    return switch self {
    case .text: marks | (0xFFFF_FFFF & ~(1 << 0x09 | 1 << 0x0A))
    case .attribute: marks | 0xFFFF_FFFF
    }
  }

  /// Whether the bytes mean themselves in this place. 0xEF may begin U+FFFE or U+FFFF, so it is looked at more closely.
  func isPlain(_ bytes: Span<UInt8>) -> Bool {
    let special = special
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 64 ? (special >> UInt64(byte)) & 1 != 0 : byte == 0xEF { return false }
    }
    return true
  }
}

extension [UInt8] {
  /// Appends UTF-8 text with U+FFFD for every scalar that XML 1.0 forbids: controls other than tab, line feed and
  /// carriage return, U+FFFE and U+FFFF. (A `String` holds no surrogates.)
  mutating func append(scrubbed bytes: Span<UInt8>) {
    reserveCapacity(count + bytes.count + 1)
    var (start, index) = (0, 0)
    while index < bytes.count {
      let length = forbidden(bytes, at: index)
      if length > 0 {
        append(bytes.extracting(start..<index))
        append(contentsOf: [0xEF, 0xBF, 0xBD])
        start = index + length
      }
      index += length == 0 ? 1 : length
    }
    append(bytes.extracting(start...))
  }

  private mutating func append(_ bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}

/// How many bytes from `index` on are a scalar that XML forbids; none for all others.
@inline(__always)
private func forbidden(_ bytes: Span<UInt8>, at index: Int) -> Int {
  let byte = bytes[index]
  if byte < 0x20 { return byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0 : 1 }
  guard byte == 0xEF, index + 2 < bytes.count else { return 0 }
  return bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE ? 3 : 0
}
