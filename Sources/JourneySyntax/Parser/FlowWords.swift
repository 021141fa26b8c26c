import JourneySource

/// Words by which people say in a touchpoint, a phase or a journey where customers go from there: `next`, `branch`, `end`.
/// Only the flow of a journey says that, so each is answered with a flow to paste.
extension Parser {
  /// What the flow of a journey says in place of a word.
  private enum Way {
    /// Customers go on to what is named behind the word, with a label of the flow's where one is given.
    case on(label: String?)
    /// What stands behind the word is the label of an arrow.
    case condition
    case out(label: String)
    case `in`
  }

  private static let ways: [String: Way] = [
    "next": .on(label: nil), "goto": .on(label: nil), "go-to": .on(label: nil), "then": .on(label: nil),
    "leads-to": .on(label: nil), "followed-by": .on(label: nil), "branch": .on(label: nil), "back": .on(label: "back"),
    "back-to": .on(label: "back"), "loop": .on(label: "again"), "repeat": .on(label: "again"),
    "retry": .on(label: "again"), "if": .condition, "else": .condition, "when": .condition, "decision": .condition,
    "end": .out(label: "the end"), "finish": .out(label: "the end"), "exit": .out(label: "the end"),
    "drop-off": .out(label: "gives up"), "dropoff": .out(label: "gives up"), "leave": .out(label: "gives up"),
    "start": .in, "begin": .in, "entry": .in,
  ]

  /// Whether the token is such a word, at a place where people write it.
  func isFlowWord(in place: Place) -> Bool {
    guard place == .touchpoint || place == .phase || place == .journey, token.kind == .word else { return false }
    return vocabulary.find(token.keyword, in: place) == nil && Self.ways[text(of: token).lowercased()] != nil
  }

  /// Reports such a word with the flow that says the same of the touchpoint read last.
  mutating func reportFlowWord(in place: Place) {
    let word = text(of: token)
    report(.flowWord(span(of: token), word, in: place, flow: "flow { \(flowLine(Self.ways[word.lowercased()])) }"))
  }

  private func flowLine(_ way: Way?) -> String {
    guard let way, let from = lastTouchpoint.flatMap(flowName) else { return "as-written" }
    let behind = next.startsLine || !next.isValue ? nil : next
    let text = behind.map { self.text(of: $0) }
    let share = behind?.kind == .percent ? " share \(text ?? "")" : ""
    let label = behind?.kind == .string ? text : nil
    let isName = behind?.kind == .word || behind?.kind == .reference
    let line =
      switch way {
      case .on(let label) where isName: "\(from) -> \(text ?? "")" + (label.map { " : \"\($0)\"" } ?? "")
      case .on("again"?): "\(from) -> \(from) : \(label ?? "\"again\"")"
      case .on: "\(from) -> exit" + (label.map { " : \($0)" } ?? "")
      case .condition: "\(from) -> exit : \(label ?? (isName ? "\"\(text ?? "")\"" : "\"otherwise\""))"
      case .out(let usual): "\(from) -> exit \(label ?? "\"\(usual)\"")" + share
      case .in: "entry -> \(from)"
      }
    return "as-written " + line
  }

  /// How a flow names a touchpoint: by its name, else by its title.
  private func flowName(_ touchpoint: Node.ID) -> String? {
    let node = nodes[touchpoint.index]
    return node.name?.value ?? node.title?.value.inQuotes
  }
}

extension Diagnostic {
  fileprivate static func flowWord(_ span: Span, _ text: String, in place: Place, flow: String) -> Self {
    Diagnostic(
      .unknownWord, at: span, "unknown word \"\(text.showingHidden)\" in \(place.noun): the flow says where customers go",
      help: "write in the journey, below its phases: \(flow)")
  }
}
