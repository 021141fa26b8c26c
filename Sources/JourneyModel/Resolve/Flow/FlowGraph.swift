internal import JourneySource
internal import JourneySyntax

/// The arrows of one journey while its flow is read.
struct FlowGraph {
  enum ArrowOutcome: Equatable {
    case added
    /// An arrow with the same ends, label and audience is there already; its place.
    case repeated(Span)
  }

  private(set) var arrows: [Arrow] = []
  var entries = Terminals()
  var exits = Terminals()
  /// Which arrows join two ends, by their numbers.
  private var between: [Int: [Int]] = [:]
  /// Beside `arrows`: whether it is one of many that a phase as source stands for.
  private var isExpanded: [Bool] = []
  private var groups = 0

  /// A number for arrows that are all taken.
  mutating func nextGroup() -> Int {
    groups += 1
    return groups
  }

  func holds(from: Arrow.End, to: Arrow.End) -> Bool { between[Self.ends(from, to)] != nil }

  private static func ends(_ from: Arrow.End, _ to: Arrow.End) -> Int { from.number << 32 | to.number }

  /// Adds a written arrow. One from a single touchpoint says more than the same one from its phase, and replaces it.
  mutating func add(_ arrow: Arrow, isExpanded expanded: Bool) -> ArrowOutcome {
    let ends = Self.ends(arrow.from, arrow.to)
    for index in between[ends] ?? [] {
      if expanded { return .added }
      if isExpanded[index] {
        arrows[index] = arrow
        isExpanded[index] = false
        return .added
      }
      if arrows[index].label == arrow.label, arrows[index].audience == arrow.audience {
        return .repeated(arrows[index].span)
      }
    }
    between[ends, default: []].append(arrows.count)
    arrows.append(arrow)
    isExpanded.append(expanded)
    return .added
  }
}

extension Arrow.End {
  /// Another one for every end of a journey.
  var number: Int {
    switch self {
    case .touchpoint(let id): 3 * id.value
    case .entry(let index): 3 * index + 1
    case .exit(let index): 3 * index + 2
    }
  }
}

/// Entries or exits of a journey: those of the same name or title are one.
struct Terminals {
  private(set) var all: [Terminal] = []
  private var names: [String: Int] = [:]
  private var titles: [String: Int] = [:]
  private var unnamed: Int?

  /// Which one this is, and the title it already has where that is another.
  mutating func index(name: Spanned<String>?, title: Spanned<String>?, at span: Span) -> (Int, otherTitle: Terminal?) {
    let known = name.flatMap { names[$0.value] } ?? title.flatMap { titles[$0.value] }
    let found = name == nil && title == nil ? unnamed : known
    guard let index = found else {
      all.append(Terminal(name: name?.value, title: title?.value, span: span))
      learn(name, title, all.count - 1)
      return (all.count - 1, nil)
    }
    let terminal = all[index]
    if let title, let other = terminal.title, title.value != other { return (index, terminal) }
    all[index] = Terminal(
      name: terminal.name ?? name?.value, title: terminal.title ?? title?.value, span: terminal.span)
    learn(name, title, index)
    return (index, nil)
  }

  private mutating func learn(_ name: Spanned<String>?, _ title: Spanned<String>?, _ index: Int) {
    if let name { names[name.value] = names[name.value] ?? index }
    if let title { titles[title.value] = titles[title.value] ?? index }
    if name == nil, title == nil { unnamed = index }
  }
}
