internal import JourneySource
internal import JourneySyntax

/// Names that nothing has. Each is reported once, however often it is written.
struct UnknownNames: Sendable {
  struct UnknownName: Hashable, Sendable {
    let kind: NameKind
    /// The journey it was looked for in; nil: the workspace.
    let journey: Int?
    let text: String
    let isTitle: Bool
  }

  struct Use: Sendable {
    let name: UnknownName
    let rule: Rule
    let message: String
    let help: String?
    let fix: Fix?
    var spans: [Span]
    /// How many places there are beside those.
    var more = 0
  }

  private(set) var uses: [Use] = []
  private var known: [UnknownName: Int] = [:]

  /// Looking for the nearest name costs time for each; a file with more mistakes than this has other problems.
  static let suggestionLimit = 100

  var maySuggest: Bool { uses.count < Self.suggestionLimit }

  /// Whether the name was met before; if so, this is one more place of it.
  mutating func contains(_ name: UnknownName, at span: Span) -> Bool {
    guard let index = known[name] else { return false }
    if uses[index].spans.count < 4 { uses[index].spans.append(span) } else { uses[index].more += 1 }
    return true
  }

  mutating func append(_ use: Use) {
    known[use.name] = uses.count
    uses.append(use)
  }
}

extension Resolution {
  /// Notes that nothing is called so; `others` are what was meant instead, perhaps.
  mutating func unknown(
    _ value: Value, among others: [Names], journey: Int? = nil, inside: String? = nil, noun: String? = nil,
    meant: String? = nil
  ) {
    guard let names = others.first else { return }
    let text = value.referredText
    let name = UnknownNames.UnknownName(kind: names.kind, journey: journey, text: text, isTitle: value.string != nil)
    guard !unknown.contains(name, at: value.span) else { return }
    let place = inside.map { " in \"\($0)\"" } ?? ""
    let maySuggest = meant == nil && unknown.maySuggest
    let likely = maySuggest ? self.likely(name, among: others) : nil
    let verb = name.isTitle ? "has the title" : "is named"
    unknown.append(
      .init(
        name: name, rule: names.kind.isUnknown, message: "no \(noun ?? names.kind.noun)\(place) \(verb) \"\(text)\"",
        help: meant ?? likely.map { "did you mean \"\($0)\"?" } ?? (maySuggest ? help(for: name, among: others) : nil),
        fix: likely.flatMap { value.replacing(text, with: $0) }, spans: [value.span]))
  }

  /// The name or title that was likely meant.
  private func likely(_ name: UnknownNames.UnknownName, among others: [Names]) -> String? {
    for names in others where !name.isTitle {
      if let index = names.index(folding: name.text) { return names[index].name }
      if names.index(resembling: name.text) != nil { return nil }
    }
    if name.kind == .touchpoint {
      if let terminal = terminals[name.text.lowercased()] { return terminal }
      if FlowEnd.isExit(name.text) { return nil }
    }
    let entries = others.flatMap(\.entries)
    return name.isTitle
      ? entries.map(\.title).closest(to: name.text)
      : entries.filter(\.canBeReferredTo).map(\.name).closest(to: name.text)
  }

  /// What to write where nothing is like it.
  private func help(for name: UnknownNames.UnknownName, among others: [Names]) -> String? {
    for names in others where !name.isTitle {
      if let index = names.index(resembling: name.text) {
        return "this looks like \"\(names[index].name)\", but has letters of another alphabet; type it again"
      }
    }
    if name.kind == .touchpoint, FlowEnd.isExit(name.text) {
      return "do customers leave there? write: exit \"\(name.text.replacing("-", with: " "))\""
    }
    return helpWithoutLikeness(for: name, among: others.prefix(1).flatMap(\.entries).filter(\.canBeReferredTo))
  }

  private func helpWithoutLikeness(for name: UnknownNames.UnknownName, among entries: [Names.Entry]) -> String? {
    switch name.kind {
    case .department, .channel, .persona, .segment, .kpi:
      let made = name.isTitle ? name.text.madeName : name.text
      guard made.canBeReferredTo else { return nil }
      let word = name.kind == .kpi ? "kpi" : name.kind.noun
      return "declare it: \(word) \(made) \"\(name.isTitle ? name.text : "…")\""
    case .goal where entries.isEmpty: return "declare it in the journey: goal \(name.text.madeName) \"…\""
    default:
      let isRenamed = name.kind == .touchpoint && !name.isTitle && name.text.canBeReferredTo
      let renamed = isRenamed ? "was it renamed? write in the touchpoint: was \(name.text)" : nil
      guard !entries.isEmpty, entries.count <= 8 else { return renamed }
      let list = entries.map { "\"\($0.name)\"" }.joined(separator: ", ")
      return "there \(entries.count == 1 ? "is" : "are") \(list)" + (renamed.map { "; \($0)" } ?? "")
    }
  }

  mutating func reportUnknown() {
    workspace.hasUnknownNames = !unknown.uses.isEmpty
    for use in unknown.uses {
      let others = use.spans.dropFirst()
      let related = others.map { span in
        Diagnostic.Related(span, use.more > 0 && span == others.last ? "also here, and \(use.more) more" : "also here")
      }
      report(Diagnostic(use.rule, at: use.spans.first, use.message, related: related, help: use.help, fix: use.fix))
    }
  }
}

/// What people call the ends of a flow.
private let terminals = [
  "end": "exit", "stop": "exit", "finish": "exit", "leave": "exit", "quit": "exit", "out": "exit", "exit": "exit",
  "start": "entry", "begin": "entry", "enter": "entry", "in": "entry", "entry": "entry",
]

extension Value {
  /// The name or title that a reference asks for, without its journey.
  var referredText: String {
    switch kind {
    case .name(let name), .word(let name), .string(let name): name
    case .reference(_, let touchpoint): touchpoint
    default: text
    }
  }
}

extension Value {
  /// The value with another name or title, where it stands alone or behind its journey.
  fileprivate func replacing(_ text: String, with other: String) -> Fix? {
    switch kind {
    case .name, .word: .likely(span, other)
    case .string: .likely(span, other.quotedText)
    case .reference(let journey, let touchpoint):
      .likely(span, touchpoint == text ? "\(journey)/\(other)" : "\(other)/\(touchpoint)")
    default: nil
    }
  }
}
