import JourneySource

extension Printer {
  /// What stands on a line before its facts.
  mutating func head(_ node: Node, depth: Int) {
    switch node.kind {
    case .file: break
    case .path: path(node, depth: depth)
    case .row:
      values(node.arguments, depth: depth, first: true)
      write(" is")
      values(node.targets, depth: depth)
    case .thing, .fact:
      write(node.keyword?.value.rawValue ?? "")
      title(node.name, node.title, depth: depth)
      values(node.arguments, depth: depth)
    }
  }

  private mutating func title(_ name: Spanned<String>?, _ title: Spanned<String>?, depth: Int) {
    if let name {
      out.append(ASCII.space)
      write(name.value)
    }
    if let title {
      out.append(ASCII.space)
      string(title.value, at: title.span, depth: depth)
    }
  }

  private mutating func path(_ node: Node, depth: Int) {
    for (index, step) in node.steps.enumerated() {
      if index > 0 { write(" -> ") }
      for (index, point) in step.points.enumerated() {
        if index > 0 { write(" and ") }
        self.point(point, depth: depth)
      }
    }
    if let label = node.label {
      write(" : ")
      string(label.value, at: label.span, depth: depth)
    }
  }

  private mutating func point(_ point: PathPoint, depth: Int) {
    switch point {
    case .reference(let value): self.value(value, depth: depth)
    case .entry(let name, let title, _):
      write("entry")
      self.title(name, title, depth: depth)
    case .exit(let name, let title, _):
      write("exit")
      self.title(name, title, depth: depth)
    }
  }

  private mutating func values(_ values: [Value], depth: Int, first: Bool = false) {
    for (index, value) in values.enumerated() {
      if value.afterComma { write(", ") } else if index > 0 || !first { out.append(ASCII.space) }
      self.value(value, depth: depth)
    }
  }

  private mutating func value(_ value: Value, depth: Int) {
    if case .string(let text) = value.kind { string(text, at: value.span, depth: depth) } else { write(value.text) }
  }

  /// A text as it was written, in plain quotes; a `"""` text indented one step more than its line.
  private mutating func string(_ text: String, at span: Span, depth: Int) {
    guard let written = Quoted(tree.source, span.range) else { return escaped(text) }
    guard written.isBlock else {
      out.append(ASCII.quote)
      write(tree.source[written.content])
      out.append(ASCII.quote)
      return
    }
    write("\"\"\"\n")
    for line in BlockText(tree.source, written.content).lines {
      if !line.isEmpty {
        indent(depth + 1)
        write(tree.source[line])
      }
      out.append(ASCII.lf)
    }
    indent(depth + 1)
    write("\"\"\"")
  }

  /// A text that stands in no source.
  private mutating func escaped(_ text: String) {
    out.append(ASCII.quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": write("\\\"")
      case "\\": write("\\\\")
      case "\n": write("\\n")
      case "\t": write("\\t")
      case _ where scalar.value < 0x20 || scalar.value == 0x7F || scalar.turnsText:
        write(scalar.escaped)
      default: out += Array(String(scalar).utf8)
      }
    }
    out.append(ASCII.quote)
  }
}

/// A text with its quotes in the source.
private struct Quoted {
  let content: Range<Int>
  let isBlock: Bool

  init?(_ source: [UInt8], _ range: Range<Int>) {
    guard range.lowerBound >= 0, range.upperBound <= source.count, range.count >= 2 else { return nil }
    let bytes = source[range]
    isBlock = range.count >= 6 && bytes.starts(with: [ASCII.quote, ASCII.quote, ASCII.quote])
    if isBlock {
      content = range.lowerBound + 3..<range.upperBound - 3
      return
    }
    guard let first = Self.quote(source, range.lowerBound) else { return nil }
    var last = range.upperBound - 1
    while last > range.lowerBound, source[last] & 0xC0 == 0x80 { last -= 1 }
    guard last >= range.lowerBound + first, Self.quote(source, last) != nil else { return nil }
    content = range.lowerBound + first..<last
  }

  /// How many bytes the quote at this place takes; nil where there is none.
  private static func quote(_ source: [UInt8], _ index: Int) -> Int? {
    guard let (scalar, length) = Characters.scalar(in: source, at: index) else { return nil }
    switch scalar.value {
    case 0x22, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: return length
    default: return nil
    }
  }
}
