/// The two elements whose text an HTML parser does not unescape. Their text is written as it stands, so it must hold
/// nothing that the XML parser, the HTML parser or `</script>` could read as markup.
enum RawText {
  case style, script

  /// Whether the bytes can go out as they are; most of a small page is the same style and script, so it is looked at
  /// without a branch, many bytes at a time.
  func isPlain(_ bytes: Span<UInt8>) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      func mark(_ isMark: Bool) -> UInt8 { isMark ? 1 : 0 }
      var marks: UInt8 = 0
      for index in 0..<bytes.count {
        let byte = unsafe bytes[index]
        marks |= mark(byte == 0x3C) | mark(byte == 0x26) | mark(byte == 0xEF) | mark(byte < 0x20) & mark(byte != 0x0A)
      }
      for index in 2..<max(2, bytes.count) {
        marks |= unsafe mark(bytes[index] == 0x3E) & mark(bytes[index - 1] == 0x5D) & mark(bytes[index - 2] == 0x5D)
      }
      return marks == 0
    }
  }

  /// The text of these nodes without `<`, `&` and `]]>`: escaped as CSS or JavaScript writes such a character inside a
  /// string, which is the one place where either may stand.
  func guarded(_ nodes: [Element.Child]) -> [UInt8] {
    var bytes: [UInt8] = []
    for node in nodes { collect(node, into: &bytes, depth: 0) }
    guard bytes.contains(where: { $0 == 0x3C || $0 == 0x26 || $0 == 0x3E }) else { return bytes }
    var safe: [UInt8] = []
    safe.reserveCapacity(bytes.count + 1)
    for (index, byte) in bytes.enumerated() {
      let closesSection = byte == 0x3E && index >= 2 && bytes[index - 1] == 0x5D && bytes[index - 2] == 0x5D
      if byte == 0x3C || byte == 0x26 || closesSection {
        safe += escape(byte).utf8
      } else {
        safe.append(byte)
      }
    }
    return safe
  }

  private func collect(_ node: Element.Child, into bytes: inout [UInt8], depth: Int) {
    switch node {
    case .text(let text): bytes.append(scrubbed: text.utf8.span)
    case .group(let nodes) where depth < MarkupLimits.written:
      for node in nodes { collect(node, into: &bytes, depth: depth + 1) }
    case .each(let count, let node) where depth < MarkupLimits.written:
      for index in 0..<count { collect(node(index), into: &bytes, depth: depth + 1) }
    case .group, .each, .element: break
    }
  }

  private func escape(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16)
    return switch self {
    case .style: "\\\(digits) "
    case .script: "\\u00\(digits)"
    }
  }
}
