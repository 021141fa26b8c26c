internal import JourneySource
internal import JourneySyntax

/// A point of a path, once it is known what it is.
enum Joint: Equatable {
  case touchpoint(Int)
  case phase(Int)
  case entry(Int)
  case exit(Int)

  var isPhase: Bool {
    if case .phase = self { true } else { false }
  }

  /// What an arrow from here leaves: of a phase, any touchpoint in it.
  func left(in journey: Journey) -> [Arrow.End] {
    switch self {
    case .touchpoint(let index): [.touchpoint(.init(index))]
    case .phase(let index): journey.phases[index].touchpoints.map { .touchpoint(.init($0)) }
    case .entry(let index): [.entry(index)]
    case .exit: []
    }
  }

  /// What an arrow to here enters: of a phase, its first touchpoint.
  func entered(in journey: Journey) -> Arrow.End? {
    switch self {
    case .touchpoint(let index): .touchpoint(.init(index))
    case .phase(let index): journey.phases[index].touchpoints.first.map { .touchpoint(.init($0)) }
    case .entry: nil
    case .exit(let index): .exit(index)
    }
  }
}

/// What a line of a flow says about its one arrow.
struct ArrowDetails {
  var label: String?
  var share: Double?
  var wait: Durations?
  var audience = Audience()
  /// Something was said that cannot be about several arrows; that was reported.
  var areRefused = false
}

extension Resolution {
  /// What a point is; nil after a finding.
  mutating func joint(
    _ point: PathPoint, in journey: Int, _ graph: inout FlowGraph, isFirst: Bool, isLast: Bool
  ) -> Joint? {
    switch point {
    case .reference(let value):
      switch place(value, in: journey) {
      case .touchpoint(let touchpoint, let found) where found.value == journey: return .touchpoint(touchpoint.value)
      case .phase(let phase, let found) where found.value == journey: return .phase(phase.value)
      case .touchpoint, .phase: report(.foreignTouchpoint(value))
      case .journey, .workspace, nil: break
      }
      return nil
    case .entry(let name, let title, let span):
      guard isFirst else {
        report(.arrowIntoEntry(span))
        return nil
      }
      let (index, other) = graph.entries.index(name: name, title: title, at: span)
      if let other { report(.otherTerminalTitle("entry", span, other)) }
      note(Symbol(.entry, in: journey, index), (name, title), at: span, first: graph.entries.all[index].span)
      return .entry(index)
    case .exit(let name, let title, let span):
      guard isLast else {
        report(.arrowOutOfExit(span))
        return nil
      }
      let (index, other) = graph.exits.index(name: name, title: title, at: span)
      if let other { report(.otherTerminalTitle("exit", span, other)) }
      note(Symbol(.exit, in: journey, index), (name, title), at: span, first: graph.exits.all[index].span)
      return .exit(index)
    }
  }

  /// Label, share, wait and audience, which need a line with one arrow to be about.
  mutating func details(of line: Line, isSingle: Bool) -> ArrowDetails {
    var details = ArrowDetails(label: line.label?.value)
    var about: [Span] = line.label.map { [$0.span] } ?? []
    for fact in line.facts {
      switch fact.keyword {
      case .share: details.share = share(fact)
      case .wait: details.wait = durations(fact)
      case .persona: details.audience.personas += fact.values.compactMap { persona($0) }
      case .segment: details.audience.segments += fact.values.compactMap { segment($0) }
      default: continue
      }
      about.append(fact.span)
    }
    guard !isSingle, let first = about.first, line.steps.count > 1 else { return details }
    report(.severalArrows(first, line))
    return ArrowDetails(areRefused: true)
  }

  /// Says where the shares of those who leave one touchpoint add up to more than all.
  mutating func reportShares(_ arrows: [Arrow], in journey: Int) {
    var bySource: [Int: [Int]] = [:]
    var sources: [Int] = []
    for (index, arrow) in arrows.enumerated() where arrow.share != nil {
      let source = arrow.from.number
      if bySource[source] == nil { sources.append(source) }
      bySource[source, default: []].append(index)
    }
    for source in sources {
      let shared = (bySource[source] ?? []).map { arrows[$0] }
      let everyone = shared.filter(\.audience.isEveryone).reduce(0) { $0 + ($1.share ?? 0) }
      var some: [Audience: Double] = [:]
      for arrow in shared where !arrow.audience.isEveryone { some[arrow.audience, default: 0] += arrow.share ?? 0 }
      let total = everyone + (some.values.max() ?? 0)
      if total > 1 + 1e-9, let last = shared.last {
        report(.sharesAboveAll(total, last, shared.dropLast()))
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func foreignTouchpoint(_ value: Value) -> Self {
    .init(
      .foreignTouchpoint, at: value.span, "\"\(value.text)\" is a touchpoint of another journey",
      help: "a flow stays in its journey; write \"opens\" and the other journey's name at a touchpoint here")
  }

  fileprivate static func arrowIntoEntry(_ span: Span) -> Self {
    .init(.wrongEnd, at: span, "no arrow leads to an entry", help: "an entry begins a line: entry -> …")
  }

  fileprivate static func arrowOutOfExit(_ span: Span) -> Self {
    .init(.wrongEnd, at: span, "no arrow leaves an exit", help: "an exit ends a line: … -> exit")
  }

  fileprivate static func otherTerminalTitle(_ noun: String, _ span: Span, _ other: Terminal) -> Self {
    .init(
      .differentTitle, at: span,
      "\(noun) \"\(other.name ?? other.title ?? "")\" has another title elsewhere: \"\(other.title ?? "")\"",
      related: [.init(other.span, "written here first")],
      help: "write the same title in both places, or give one of the two another name")
  }

  fileprivate static func severalArrows(_ span: Span, _ line: Line) -> Self {
    .init(
      .severalArrows, at: span, "this is about one arrow, but the line has several",
      related: [.init(line.span, "its arrows")], help: "write the arrow that it is about on its own line")
  }

  fileprivate static func sharesAboveAll(_ total: Double, _ last: Arrow, _ others: ArraySlice<Arrow>) -> Self {
    // Rounded up, for 100.2 % is not 100 %; but the sum of 60 % and 50 % is not above 110 %.
    let percent = Int((min(total, 1e9) * 100 - 1e-6).rounded(.up))
    return .init(
      .sharesAboveAll, at: last.span, "the shares of those who leave here add up to \(percent) %",
      related: others.prefix(4).map { .init($0.span, "\(Int((($0.share ?? 0) * 100).rounded())) % here") },
      help: "a share counts the customers who leave here; write shares that add up to at most 100 %")
  }
}
