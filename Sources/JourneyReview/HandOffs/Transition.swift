package import JourneyMetrics
package import JourneyModel

/// An arrow on which customers cross something: from one department to another (a hand-off), from one channel to
/// another (a channel switch), or back to where they were (a retrace).
package struct Transition: Sendable {
  package let from: Touchpoint.ID
  package let to: Touchpoint.ID
  /// The owners, where both are known and differ.
  package let departments: (giving: Department.ID, taking: Department.ID)?
  /// The main channels, where both touchpoints have channels and share none.
  package let channels: (from: Channel.ID, to: Channel.ID)?
  package let isRetrace: Bool
  /// Of those who leave `from`; nil where it is not written.
  package let share: Double?
  package let label: String?
  /// The same metric on both sides, the first of which both have a figure of today; nil where there is none,
  /// where one side repeats another touchpoint, and in a planned journey.
  package let scores: (from: Score, to: Score)?

  package var isHandOff: Bool { departments != nil }
  package var isChannelSwitch: Bool { channels != nil }

  /// How much worse it gets across it: what is lost of a share, of the 200 points of NPS, or what the shortfall of a
  /// duration grows by. Negative where it gets better; nil where no metric is on both sides.
  package let worsening: Double?
  /// What those say who answered both; nil where that is not known of just these two figures.
  package let paired: PairedDifference?
  /// Whether the two scores can be told apart, among all crossings of the journey; false where they cannot be compared.
  package fileprivate(set) var isClear = false
}

/// All hand-offs, channel switches and retraces of a journey, in the order of its arrows.
package func crossings(_ journey: AnnotatedJourney, in workspace: Workspace) -> [Transition] {
  let yardstick = RankingCriteria(workspace)
  var crossings = journey.journey.arrows.compactMap { arrow -> Transition? in
    guard case .touchpoint(let from) = arrow.from, case .touchpoint(let to) = arrow.to else { return nil }
    let departments = arrow.handOff
    let switches = arrow.switchesChannel
    guard arrow.isCrossing else { return nil }
    var channels: (from: Channel.ID, to: Channel.ID)?
    if switches, let before = journey.journey[from].channels.first, let after = journey.journey[to].channels.first {
      channels = (before, after)
    }
    // The answers about a card that repeats another are of both, and were compared where they are of the other.
    let isCompared =
      !journey.journey.isPlanned && journey.journey[from].repeats == nil && journey.journey[to].repeats == nil
    let scores = isCompared ? journey.touchpoints[from.value].shared(with: journey.touchpoints[to.value]) : nil
    return Transition(
      from: from, to: to, departments: departments.map { ($0.from, $0.to) }, channels: channels,
      isRetrace: arrow.goesBack,
      share: arrow.share, label: arrow.label, scores: scores,
      worsening: scores.flatMap { yardstick.worsening(from: $0.from, to: $0.to) },
      paired: scores.flatMap { journey.paired(from, to, $0) })
  }
  judge(&crossings)
  return crossings
}

/// Says across which crossings a difference is clear, when at most one in twenty of them may be noise.
private func judge(_ crossings: inout [Transition]) {
  let compared = crossings.indices.compactMap { index in
    crossings[index].p.map { (index: index, p: $0) }
  }
  for (one, isClear) in zip(compared, clearComparisons(compared.map(\.p))) { crossings[one.index].isClear = isClear }
}

extension Transition {
  /// How likely chance alone makes such a difference: among those who answered both where they are known, and else as if
  /// others had answered, which is stricter. The same people must say what the two figures say.
  fileprivate var p: Double? {
    guard let (from, to) = scores else { return nil }
    guard let paired, let before = from.figure?.value, let after = to.figure?.value else { return to.p(from: from) }
    return (after - before) * paired.difference.value > 0 ? paired.p : 1
  }
}

extension AnnotatedJourney {
  /// Of the answers that both figures are made of, and no others.
  fileprivate func paired(_ from: Touchpoint.ID, _ to: Touchpoint.ID, _ scores: (from: Score, to: Score))
    -> PairedDifference?
  {
    paired.first { pair in
      pair.from == from && pair.to == to && pair.metric == scores.from.metric && pair.period == scores.from.period
        && pair.period == scores.to.period && scores.from.onlyFeedback == pair.feedback
        && scores.to.onlyFeedback == pair.feedback
    }
  }
}

/// Those across which it gets most worse first; those that cannot be compared last, else in the order given.
package func byWorsening(_ crossings: [Transition]) -> [Transition] { byWorsening(crossings, \.worsening) }

func byWorsening<Element>(_ elements: [Element], _ worsening: (Element) -> Double?) -> [Element] {
  let keys = elements.map { worsening($0) ?? -.infinity }
  let order = elements.indices.sorted { a, b in keys[a] == keys[b] ? a < b : keys[a] > keys[b] }
  return order.map { elements[$0] }
}

extension TouchpointScores {
  /// The first metric of which both have a figure of today.
  fileprivate func shared(with other: TouchpointScores) -> (from: Score, to: Score)? {
    for score in scores where score.current != nil {
      let match = other[score.metric]
      if match.current != nil { return (score, match) }
    }
    return nil
  }
}

extension RankingCriteria {
  fileprivate func worsening(from before: Score, to after: Score) -> Double? {
    guard let was = before.figure?.value, let became = after.figure?.value else { return nil }
    switch before.metric {
    case .csat, .effort, .fcr: return was - became
    case .nps: return (was - became) / 200
    case .resolution:
      guard let first = before.target?.value, let second = after.target?.value else { return nil }
      return shortfall(.resolution, became, target: second, floor: floor(.resolution, target: second))
        - shortfall(.resolution, was, target: first, floor: floor(.resolution, target: first))
    }
  }
}
