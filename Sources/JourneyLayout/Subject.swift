internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords

/// What one map is of, with the look-ups that several lanes share.
struct Subject {
  let workspace: Workspace
  let words: Words
  let annotated: AnnotatedJourney
  /// Of the whole journey, where this is a piece of one.
  let scales: Scales
  /// The whole's touchpoints, entries and exits; its own where it is no piece.
  let whole: Journey
  let isPiece: Bool
  let ranking: Ranking
  /// Of each touchpoint, how many actions are planned or under way.
  let openActions: [Int]
  /// Its actions that are for a touchpoint.
  let actions: [(action: Action, touchpoint: Touchpoint.ID)]
  /// Beside the touchpoints of the whole: the first few to fix.
  private let ranks: [Int?]
  /// The whole's, where customers cross from one department to another and it clearly gets worse.
  private let worsening: [Transition]
  /// How many of the whole's touchpoints stand before the first of these.
  private let offset: Int

  /// Lent, not copied.
  var journey: Journey { _read { yield annotated.journey } }

  /// - Parameters:
  ///   - whole: what `annotated` is a piece of; nil where it is none.
  ///   - columns: which of the whole's touchpoints the piece holds.
  init(
    _ annotated: AnnotatedJourney, of whole: Subject? = nil, columns: Range<Int>? = nil, ranking: Ranking,
    in workspace: Workspace
  ) {
    self.workspace = workspace
    words = workspace.words
    self.annotated = annotated
    scales = whole?.scales ?? Scales(annotated)
    self.whole = whole?.journey ?? annotated.journey
    isPiece = whole != nil
    self.ranking = ranking
    let journey = annotated.journey
    let columns = columns ?? journey.touchpoints.indices
    actions = (journey.actions + workspace.actions).compactMap { action in
      guard action.subject.journey == journey.id, let touchpoint = action.subject.touchpoint?.value,
        columns.contains(touchpoint)
      else { return nil }
      return (action, Touchpoint.ID(touchpoint - columns.lowerBound))
    }
    var open = Array(repeating: 0, count: journey.touchpoints.count)
    for (action, touchpoint) in actions where action.isOpen && open.indices.contains(touchpoint.value) {
      open[touchpoint.value] += 1
    }
    openActions = open
    offset = columns.lowerBound
    if let whole {
      (ranks, worsening) = (whole.ranks, whole.worsening)
    } else {
      var ranks = [Int?](repeating: nil, count: journey.touchpoints.count)
      for (index, ranked) in ranking.ranked.prefix(Self.mostBadges).enumerated() where ranked.burden > 0 {
        ranks[ranked.touchpoint.value] = index + 1
      }
      self.ranks = ranks
      worsening =
        journey.arrows.contains { $0.handOff != nil }
        ? crossings(annotated, in: workspace).filter { $0.isHandOff && $0.isClear && $0.worsening ?? 0 > 0 } : []
    }
  }

  func scores(_ id: Touchpoint.ID) -> TouchpointScores {
    annotated.touchpoints.indices.contains(id.value)
      ? annotated.touchpoints[id.value] : TouchpointScores(scores: [])
  }

  /// How a touchpoint's figure that weighs most stands to its target; nil where there is none of today, and for one
  /// that repeats another.
  func level(of id: Touchpoint.ID) -> Level? {
    guard let metric = scales.lead, journey.touchpoints[id.value].repeats == nil else { return nil }
    return Level(scores(id)[metric])
  }

  /// So many of what to fix first have a badge.
  private static let mostBadges = 4

  /// The touchpoint's place among the first few to fix; nil for others.
  func rank(of id: Touchpoint.ID) -> Int? {
    ranks.indices.contains(id.value + offset) ? ranks[id.value + offset] : nil
  }

  /// Where customers are handed over from one touchpoint to the other and it clearly gets worse.
  func crossing(_ from: Touchpoint.ID, _ to: Touchpoint.ID) -> Transition? {
    worsening.first { $0.from.value == from.value + offset && $0.to.value == to.value + offset }
  }
}
