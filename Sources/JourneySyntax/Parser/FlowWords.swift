import JourneySource

/// Words by which people say in a touchpoint, a phase or a journey where customers go from there: `next`, `branch`, `end`.
/// Only the flow of a journey says that, so each is answered with a flow to paste.
extension Parser {
  /// What the flow of a journey says in place of a word.
  fileprivate enum Way {
    /// Customers go on to what is named behind the word, with a label of the flow's where one is given.
    case on(label: String?)
    /// A text behind the word is the label of an arrow, a name where it leads.
    case branch
    /// What stands behind the word is the label of an arrow.
    case condition
    case out(label: String)
    case `in`

    /// Whether what stands right behind the word is where customers go.
    var leadsOn: Bool { if case .on = self { true } else { false } }

    /// Whether a name is where customers go, once the line has this label.
    func namesTarget(behind label: String?) -> Bool {
      switch self {
      case .branch: true
      case .condition: label != nil
      default: false
      }
    }
  }

  private static let ways: [String: Way] = {
    let words: [(Way, String)] = [
      (.on(label: nil), "next goto go-to then leads-to followed-by"), (.branch, "branch"),
      (.on(label: "back"), "back back-to"), (.on(label: "again"), "loop repeat retry"),
      (.on(label: "otherwise"), "else otherwise"), (.condition, "if when decision"),
      (.out(label: "the end"), "end finish exit"),
      (
        .out(label: "gives up"),
        "drop-off dropoff drops-off drop drops dropout drop-out leave leaves gives-up give-up gave-up abandon abandons "
          + "abandoned quit quits bounce bounces"
      ),
      (.in, "start begin entry"),
    ]
    return Dictionary(
      uniqueKeysWithValues: words.flatMap { way, words in words.split(separator: " ").map { (String($0), way) } })
  }()

  fileprivate static func isWay(_ word: String) -> Bool { ways[word] != nil }

  fileprivate static func isExit(_ word: String) -> Bool {
    if case .out = ways[word.lowercased().replacing(" ", with: "-")] { true } else { false }
  }

  /// Whether the token is such a word, at a place where people write it.
  func isFlowWord(in place: GrammarContext) -> Bool {
    guard place == .touchpoint || place == .phase || place == .journey, token.kind == .word else { return false }
    return vocabulary.find(token.keyword, in: place) == nil && Self.ways[text(of: token).lowercased()] != nil
  }

  /// Reports such a word with the flow that says the same of the touchpoint read last, or with a line for the flow that
  /// the journey has, or was told to have, already.
  mutating func reportFlowWord(in place: GrammarContext) {
    let word = text(of: token)
    let from = lastTouchpoint.flatMap(flowName)
    let way = Self.ways[word.lowercased()]
    let (arrows, isOpen) = way.flatMap { way in from.map { self.arrows(way, from: $0) } } ?? ("", false)
    let note = isOpen ? " (with the touchpoint that they go to in place of exit)" : ""
    let help =
      if hasFlow {
        "write in the flow of this journey"
          + (arrows.isEmpty ? " where customers go: form -> call, with names of yours" : ": \(arrows)\(note)")
      } else {
        "write in the journey, below its phases: flow { as-written\(arrows.isEmpty ? "" : " " + arrows) }\(note)"
      }
    if let lastJourney { knownFlow = (lastJourney, true) }
    report(.flowWord(span(of: token), word, in: place, help))
  }

  /// What the rest of the line says about the arrow.
  private struct Onward {
    var targets: [String] = []
    var label: String?
    /// `share 12%` and its like.
    var facts: [String] = []
  }

  /// The arrows of a line like `branch "None free" to book share 12%`, and whether nothing says where they lead.
  private func arrows(_ way: Way, from: String) -> (arrows: String, isOpen: Bool) {
    let said = onward(behind: way)
    func arrow(_ target: String, _ label: String?) -> String {
      (["\(from) -> \(target)"] + (label.map { [": \($0)"] } ?? []) + said.facts).joined(separator: " ")
    }
    func arrows(_ label: String?) -> (String, Bool) {
      if said.targets.isEmpty { return (arrow("exit", label), true) }
      return (said.targets.map { arrow($0, label) }.joined(separator: " "), false)
    }
    switch way {
    case .on("again"?) where said.targets.isEmpty: return (arrow(from, said.label ?? "\"again\""), false)
    case .on(let usual): return arrows(said.label ?? usual.map { "\"\($0)\"" })
    case .branch: return arrows(said.label)
    case .condition: return arrows(said.label ?? "\"otherwise\"")
    case .out(let usual): return (arrow("exit \(said.label ?? "\"\(usual)\"")", nil), false)
    case .in:
      let entry = "entry" + (said.label.map { " \($0)" } ?? "")
      return ((["\(entry) -> \(from)"] + said.facts).joined(separator: " "), false)
    }
  }

  private func onward(behind way: Way) -> Onward {
    var said = Onward()
    var words: [String] = []
    var leadsOn = way.leadsOn
    var behindColon = false
    var tokens = tokensAhead().dropFirst()
    while let one = tokens.popFirst() {
      let text = text(of: one)
      switch one.kind {
      case .word where vocabulary.find(one.keyword, in: .path) != nil:
        var fact = text
        while let value = tokens.first, value.isValue || value.kind == .comma,
          vocabulary.find(value.keyword, in: .path) == nil
        {
          fact += value.kind == .comma ? "," : " \(self.text(of: value))"
          tokens.removeFirst()
        }
        said.facts.append(fact)
      case .arrow: leadsOn = true
      case .word where ["to", "then", "goto", "go-to", "leads-to"].contains(text): leadsOn = true
      case .word where text == "or" || text == "and": break
      case .word, .reference:
        if leadsOn || way.namesTarget(behind: said.label) { said.targets.append(text) } else { words.append(text) }
      case .string:
        if leadsOn, !behindColon, said.targets.isEmpty {
          said.targets.append(text)
        } else {
          said.label = said.label ?? text
        }
      case .colon: behindColon = true
      case .percent: said.facts.append("share \(text)")
      case .duration: said.facts.append("wait \(text)")
      default: break
      }
    }
    if !words.isEmpty, said.label == nil { said.label = words.joined(separator: " ").inQuotes }
    return said
  }

  /// How a flow names a touchpoint: by its name, else by its title.
  private func flowName(_ touchpoint: Node.ID) -> String? {
    let node = nodes[touchpoint.index]
    return node.name?.value ?? node.title?.value.inQuotes
  }

  /// Whether the journey being read has a flow, above or below, or was told to have one. Looked up once a journey.
  private var hasFlow: Bool {
    mutating get {
      guard let lastJourney else { return false }
      if let knownFlow, knownFlow.journey == lastJourney { return knownFlow.exists }
      let exists = flowFollows(Int(nodes[lastJourney.index].span.start))
      knownFlow = (lastJourney, exists)
      return exists
    }
  }

  /// Whether a line starts with `flow` before the next journey does.
  private func flowFollows(_ start: Int) -> Bool {
    var index = start
    func line(startsWith word: String) -> Bool {
      guard index + word.utf8.count <= lexer.count, !ASCII.isLetter(lexer.byte(index + word.utf8.count)) else {
        return false
      }
      return lexer.bytes[index..<index + word.utf8.count].elementsEqual(word.utf8)
    }
    while index < lexer.count {
      if line(startsWith: "flow") { return true }
      if index > start, line(startsWith: "journey") { return false }
      while index < lexer.count, lexer.bytes[index] != ASCII.lf, lexer.bytes[index] != ASCII.cr { index += 1 }
      while index < lexer.count, [ASCII.lf, ASCII.cr, ASCII.space, ASCII.tab].contains(lexer.bytes[index]) {
        index += 1
      }
    }
    return false
  }
}

package enum FlowEnd {
  /// Whether people call the end of a flow so: `form -> gives-up`.
  package static func isExit(_ word: String) -> Bool { Parser.isExit(word) }

  /// Whether people say with it where customers go: `branch`, `loop`, `exit`.
  static func isWay(_ word: String) -> Bool { Parser.isWay(word) }
}

extension Diagnostic {
  fileprivate static func flowWord(_ span: Span, _ text: String, in place: GrammarContext, _ help: String) -> Self {
    Diagnostic(
      .unknownWord, at: span,
      "unknown word \"\(text.showingHidden)\" in \(place.noun): the flow says where customers go",
      help: help.showingHidden)
  }
}
