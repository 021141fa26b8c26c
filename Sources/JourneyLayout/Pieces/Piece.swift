internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords

extension AnnotatedJourney {
  /// A run of its touchpoints as a journey of its own, to be drawn as a row of a poster or on a slide.
  ///
  /// An arrow that leaves the run becomes an exit that says where it goes on, one that comes in an entry that says whence;
  /// both stand after the journey's own. `repeats` still counts in the whole journey.
  ///
  /// - Parameter hasArrows: whether arrows come along; without them the touchpoints stand as mere heads of columns.
  func piece(_ columns: Range<Int>, hasArrows: Bool = true, in words: Words) -> AnnotatedJourney {
    let columns = columns.clamped(to: journey.touchpoints.indices)
    var part = journey
    part.touchpoints = Array(journey.touchpoints[columns])
    for index in part.phases.indices {
      let own = part.phases[index].touchpoints.clamped(to: columns)
      part.phases[index].touchpoints = own.lowerBound - columns.lowerBound..<own.upperBound - columns.lowerBound
    }
    // Said once, where the journey begins.
    if columns.lowerBound > 0 { part.quotes = [] }
    part.arrows = []
    // By index: copying every arrow for every piece is what takes the time of a long journey.
    for index in hasArrows ? journey.arrows.indices : 0..<0
    where journey.arrows[index].from.isInside(columns) || journey.arrows[index].to.isInside(columns) {
      part.arrows.append(journey.cut(journey.arrows[index], to: columns, addingTo: &part, in: words))
    }
    var piece = AnnotatedJourney(journey: part, overall: overall, touchpoints: Array(touchpoints[columns]))
    piece.shared = shared.compactMap { shared in
      let own = shared.touchpoints.filter { columns.contains($0.value) }
      guard !own.isEmpty else { return nil }
      return SharedScore(touchpoints: own.map { $0.moved(by: -columns.lowerBound) }, scores: shared.scores)
    }
    piece.goals = goals
    piece.period = period
    return piece
  }
}

extension Journey {
  /// The arrow as the piece has it, in which at least one of its ends lies.
  fileprivate func cut(_ arrow: Arrow, to columns: Range<Int>, addingTo piece: inout Journey, in words: Words) -> Arrow
  {
    func moved(_ end: Arrow.End, _ terminal: (Touchpoint.ID) -> Arrow.End) -> Arrow.End {
      guard case .touchpoint(let id) = end else { return end }
      return columns.contains(id.value) ? .touchpoint(id.moved(by: -columns.lowerBound)) : terminal(id)
    }
    let mark = arrow.handOff == nil ? "" : "◆ "
    let from = moved(arrow.from) { id in
      piece.entries.append(Terminal(name: nil, title: mark + words.cameFrom(self[id].title), span: arrow.span))
      return .entry(piece.entries.count - 1)
    }
    let to = moved(arrow.to) { id in
      piece.exits.append(Terminal(name: nil, title: mark + words.goesTo(self[id].title), span: arrow.span))
      return .exit(piece.exits.count - 1)
    }
    return arrow.between(from, to)
  }
}

extension Arrow.End {
  fileprivate func isInside(_ columns: Range<Int>) -> Bool {
    if case .touchpoint(let id) = self { columns.contains(id.value) } else { false }
  }
}

extension Arrow {
  /// The same between other ends.
  fileprivate func between(_ from: End, _ to: End) -> Arrow {
    var arrow = Arrow(from: from, to: to, isWritten: isWritten, span: span)
    (arrow.label, arrow.share, arrow.wait) = (label, share, wait)
    (arrow.audience, arrow.together) = (audience, together)
    // What it crosses is not seen where an end of it lies in another piece.
    if case .touchpoint = from, case .touchpoint = to {
      (arrow.goesBack, arrow.handOff, arrow.switchesChannel) = (goesBack, handOff, switchesChannel)
    }
    return arrow
  }
}

extension Touchpoint.ID {
  fileprivate func moved(by columns: Int) -> Touchpoint.ID { Touchpoint.ID(value + columns) }
}
