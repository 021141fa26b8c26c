internal import JourneySource
internal import JourneySyntax

/// The arrows of one journey while its flow is read.
struct FlowGraph {
  /// Two ends of an arrow.
  struct Ends: Hashable {
    let from: Arrow.End
    let to: Arrow.End
  }

  enum Outcome: Equatable {
    case added
    /// An arrow with the same ends, label and audience is there already; its place.
    case repeated(Span)
  }

  private(set) var arrows: [Arrow] = []
  var entries = Terminals()
  var exits = Terminals()
  private var between: [Ends: [Int]] = [:]
  /// Beside `arrows`: whether it is one of many that a phase as source stands for.
  private var isExpanded: [Bool] = []
  private var groups = 0

  /// A number for arrows that are all taken.
  mutating func nextGroup() -> Int {
    groups += 1
    return groups
  }

  func holds(_ ends: Ends) -> Bool { between[ends] != nil }

  /// Adds a written arrow. One from a single touchpoint says more than the same one from its phase, and replaces it.
  mutating func add(_ arrow: Arrow, isExpanded expanded: Bool) -> Outcome {
    let ends = Ends(from: arrow.from, to: arrow.to)
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
