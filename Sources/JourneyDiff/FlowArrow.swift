internal import JourneyModel

/// An end of an arrow as both sides know it, so that arrows of both are compared without their names.
enum ComparedEnd: Hashable {
  /// By its place on the second side.
  case touchpoint(Int)
  /// Of the first side only, by its place there.
  case gone(Int)
  /// By its place among those of the second side.
  case entry(Int)
  case exit(Int)
  /// Of the first side only, by its place there.
  case goneEntry(Int)
  case goneExit(Int)
}

/// From where to where an arrow leads.
struct ArrowEnds: Hashable {
  let from: ComparedEnd
  let to: ComparedEnd
}

/// An arrow of one side.
struct FlowArrow {
  let ends: ArrowEnds
  /// Its place among the arrows of its side.
  let index: Int
  let isOld: Bool
  /// Whether a touchpoint, an entry or an exit at one of its ends is on this side only.
  let hasEndOfItsOwn: Bool
  let isHandOff: Bool
  let isChannelSwitch: Bool
}

/// Arrows of one side by where they begin: a table for touchpoints, since each of them has an arrow or a few.
struct ArrowsByStart {
  private let arrows: [FlowArrow]
  private var touchpoints: [Int] = []
  private var others: [ComparedEnd: Int] = [:]
  private var next: [Int]

  /// - Parameter places: which of the arrows; those that begin at one place stay in this order.
  init(_ arrows: [FlowArrow], _ places: [Int]) {
    self.arrows = arrows
    next = Array(repeating: -1, count: arrows.count)
    for place in places.reversed() {
      next[place] = first(arrows[place].ends.from)
      set(place, at: arrows[place].ends.from)
    }
  }

  private func first(_ start: ComparedEnd) -> Int {
    guard case .touchpoint(let index) = start else { return others[start] ?? -1 }
    return touchpoints.indices.contains(index) ? touchpoints[index] : -1
  }

  private mutating func set(_ place: Int, at start: ComparedEnd) {
    guard case .touchpoint(let index) = start else {
      others[start] = place
      return
    }
    if touchpoints.count <= index {
      touchpoints += Array(repeating: -1, count: max(index + 1, arrows.count) - touchpoints.count)
    }
    touchpoints[index] = place
  }

  func contains(_ ends: ArrowEnds) -> Bool {
    var at = first(ends.from)
    while at >= 0, arrows[at].ends.to != ends.to { at = next[at] }
    return at >= 0
  }

  /// Takes the first arrow between these ends that will do.
  mutating func take(_ ends: ArrowEnds, where isWanted: (Int) -> Bool) -> Int? {
    var (before, at) = (-1, first(ends.from))
    while at >= 0 {
      if arrows[at].ends.to == ends.to, isWanted(at) {
        if before < 0 { set(next[at], at: ends.from) } else { next[before] = next[at] }
        return at
      }
      (before, at) = (at, next[at])
    }
    return nil
  }
}

extension JourneyComparison {
  func arrows(of journey: Journey, isOld: Bool) -> [FlowArrow] {
    let matched = isOld ? own.forward : own.backward
    let (entries, exits) = (
      places(journey.entries, \.entries, isOld: isOld), places(journey.exits, \.exits, isOld: isOld)
    )
    func end(_ end: Arrow.End) -> (end: ComparedEnd, isOwn: Bool) {
      switch end {
      case .touchpoint(let id):
        guard isOld else { return (.touchpoint(id.value), matched[id.value] == nil) }
        return matched[id.value].map { (.touchpoint($0), false) } ?? (.gone(id.value), true)
      case .entry(let index):
        return (entries[index].place.map { .entry($0) } ?? .goneEntry(index), entries[index].isOwn)
      case .exit(let index):
        return (exits[index].place.map { .exit($0) } ?? .goneExit(index), exits[index].isOwn)
      }
    }
    return journey.arrows.indices.map { index in
      let (from, to) = (end(journey.arrows[index].from), end(journey.arrows[index].to))
      return FlowArrow(
        ends: ArrowEnds(from: from.end, to: to.end), index: index, isOld: isOld, hasEndOfItsOwn: from.isOwn || to.isOwn,
        isHandOff: journey.arrows[index].handOff != nil, isChannelSwitch: journey.arrows[index].switchesChannel)
    }
  }

  /// Where on the second side terminals of a name are, nil for those that are gone; and whether they are on one side only.
  private func places(
    _ terminals: [Terminal], _ all: KeyPath<Journey, [Terminal]>, isOld: Bool
  ) -> [(place: Int?, isOwn: Bool)] {
    let (olds, news) = (Set(a[keyPath: all].map(Self.name)), b[keyPath: all].map(Self.name))
    return terminals.map { terminal in
      let name = Self.name(of: terminal)
      let place = news.firstIndex(of: name)
      return (place, isOld ? place == nil : !olds.contains(name))
    }
  }

  static func name(of terminal: Terminal) -> String? { terminal.name ?? terminal.title }

  subscript(arrow: FlowArrow) -> Arrow {
    _read {
      if arrow.isOld { yield a.arrows[arrow.index] } else { yield b.arrows[arrow.index] }
    }
  }

  /// Whether that it came or went follows from something else: from its end, or from the order of the touchpoints.
  func isImplied(_ arrow: FlowArrow) -> Bool { arrow.hasEndOfItsOwn || !self[arrow].isWritten }

  /// `form -> decision`, in the names of the second side.
  func text(_ ends: ArrowEnds) -> String {
    func name(_ end: ComparedEnd) -> String {
      switch end {
      case .touchpoint(let new): b.touchpoints[new].name
      case .gone(let old): a.touchpoints[old].name
      case .entry(let new): named("entry", b.entries[new])
      case .exit(let new): named("exit", b.exits[new])
      case .goneEntry(let old): named("entry", a.entries[old])
      case .goneExit(let old): named("exit", a.exits[old])
      }
    }
    func named(_ word: String, _ terminal: Terminal) -> String {
      word + (Self.name(of: terminal).map { " " + $0 } ?? "")
    }
    return "\(name(ends.from)) -> \(name(ends.to))"
  }

  /// A change of an arrow, with its ends as people know them.
  func change(_ code: ChangeCode, _ arrow: FlowArrow) -> JourneyChange {
    let journey = arrow.isOld ? a : b
    let (from, to) = (self[arrow].from, self[arrow].to)
    func title(_ end: Arrow.End) -> String {
      switch end {
      case .touchpoint(let id): journey[id].title
      case .entry(let index): journey.entries[index].title ?? journey.entries[index].name ?? "entry"
      case .exit(let index): journey.exits[index].title ?? journey.exits[index].name ?? "exit"
      }
    }
    func place(_ end: Arrow.End, _ flowEnd: ComparedEnd) -> ChangedArrow.ArrowEnd {
      switch (end, flowEnd) {
      case (_, .touchpoint(let new)): .touchpoint(new, isGone: false)
      case (.touchpoint(let id), _): .touchpoint(id.value, isGone: true)
      case (.entry(let index), _): .entry(journey.entries[index].title ?? journey.entries[index].name ?? "")
      case (.exit(let index), _): .exit(journey.exits[index].title ?? journey.exits[index].name ?? "")
      }
    }
    let subject = ChangeSubject(
      .arrow, journey: b.name, name: text(arrow.ends), title: "\(title(from)) → \(title(to))")
    var change = JourneyChange(code, subject)
    change.arrow = ChangedArrow(from: place(from, arrow.ends.from), to: place(to, arrow.ends.to))
    if arrow.isOld { change.from = self[arrow].span } else { change.to = self[arrow].span }
    return change
  }
}
