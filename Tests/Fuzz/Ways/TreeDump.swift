package import JourneySource
package import JourneySyntax

extension Tree {
  /// The tree, a line a node, two spaces deeper for what is on its line (`-`) or in its block (`+`).
  package func dump(trivia: Bool = false, braces: Bool = true) -> String {
    var out = ""
    dump(root, mark: "", depth: 0, trivia, &out)
    return braces
      ? out : out.split(separator: "\n").map { $0.hasSuffix(" {}") ? $0.dropLast(3) : $0 }.joined(separator: "\n")
  }

  private func dump(_ node: Node, mark: String, depth: Int, _ trivia: Bool, _ out: inout String) {
    let indent = String(repeating: "  ", count: depth)
    if trivia { out += node.trivia.leading.map { "\(indent)\($0.isEmpty ? "(blank)" : $0)\n" }.joined() }
    out += indent + mark + node.headline
    if trivia, let trailing = node.trivia.trailing { out += "  \(trailing)" }
    out += "\n"
    for fact in node.facts { dump(self[fact], mark: "- ", depth: depth + 1, trivia, &out) }
    for line in node.block { dump(self[line], mark: "+ ", depth: depth + 1, trivia, &out) }
    guard trivia else { return }
    out += node.trivia.closing.map { "\(indent)  \($0.isEmpty ? "(blank)" : $0)\n" }.joined()
    if let after = node.trivia.afterClosing { out += "\(indent)}  \(after)\n" }
  }
}

extension Node {
  fileprivate var headline: String {
    var parts: [String] = []
    switch kind {
    case .file: parts.append("file")
    case .path:
      parts.append("path " + steps.map { $0.points.map(\.shown).joined(separator: " and ") }.joined(separator: " -> "))
    case .row: parts.append("row")
    case .thing, .fact: parts.append(keyword?.value.rawValue ?? "?")
    }
    if let name { parts.append("name:\(name.value)") }
    if let title { parts.append("title:\(title.value.debugDescription)") }
    parts += arguments.map { ($0.afterComma ? ", " : "") + $0.kind.shown }
    if kind == .row { parts.append("is") }
    parts += targets.map { ($0.afterComma ? ", " : "") + $0.kind.shown }
    if let label { parts.append("label:\(label.value.debugDescription)") }
    if opening != nil { parts.append("{}") }
    if isBroken { parts.append("(broken)") }
    return parts.joined(separator: " ")
  }
}

extension PathPoint {
  fileprivate var shown: String {
    switch self {
    case .reference(let value): value.kind.shown
    case .entry(let name, let title, _):
      "entry(\(name?.value ?? "")\(title.map { " " + $0.value.debugDescription } ?? ""))"
    case .exit(let name, let title, _):
      "exit(\(name?.value ?? "")\(title.map { " " + $0.value.debugDescription } ?? ""))"
    }
  }
}

extension Value.ValueKind {
  fileprivate var shown: String {
    switch self {
    case .name(let name): name
    case .word(let word): "'\(word)'"
    case .reference(let journey, let touchpoint): "\(journey)/\(touchpoint)"
    case .string(let text): text.debugDescription
    case .number(let number): "\(number)"
    case .percent(let share): "share(\(share))"
    case .points(let points): "points(\(points))"
    case .duration(let seconds): "seconds(\(seconds))"
    case .period(let period): "period(\(period))"
    case .range(let low, let high): "\(low.shown)...\(high.shown)"
    case .comparison(let comparison, let kind): "\(comparison.rawValue) \(kind.shown)"
    }
  }
}

/// Findings as goldens show them: place, severity and code, message, help, other places.
package func list(_ diagnostics: [Diagnostic], in bytes: [UInt8]) -> String {
  let lines = LineIndex(bytes)
  func place(_ span: Span?) -> String {
    guard let span else { return "-" }
    let (start, end) = (lines.position(of: Int(span.start)), lines.position(of: Int(span.end)))
    return end.line == start.line
      ? "\(start.line):\(start.column)-\(end.column)" : "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }
  return diagnostics.map { finding in
    var text = "\(place(finding.span)) \(finding.severity)[\(finding.rule.code)]: \(finding.message)\n"
    if let help = finding.help { text += "    help: \(help)\n" }
    for related in finding.related { text += "    \(place(related.span)): \(related.message)\n" }
    return text
  }.joined()
}
