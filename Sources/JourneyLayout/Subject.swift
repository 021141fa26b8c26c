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
  /// Beside the touchpoints: whether customers are asked about it.
  let measured: [Bool]

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
    measured = annotated.measured
  }

  func scores(_ id: Touchpoint.ID) -> TouchpointScores {
    annotated.touchpoints.indices.contains(id.value)
      ? annotated.touchpoints[id.value] : TouchpointScores(scores: [])
  }
}
