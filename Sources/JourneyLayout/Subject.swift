internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview

/// What one map is of, with the look-ups that several lanes share.
struct Subject {
  let workspace: Workspace
  let annotated: AnnotatedJourney
  /// Of the whole journey, where this is a piece of one.
  let scales: Scales
  /// The whole's touchpoints, entries and exits; its own where it is no piece.
  let whole: Journey
  let isPiece: Bool
  let ranking: Ranking
  /// Of each touchpoint, how many actions are planned or under way.
  let openActions: [Int]
  /// The touchpoint each action is for, beside `actions`.
  let actions: [(action: Action, touchpoint: Touchpoint.ID?)]
  /// Beside the touchpoints: whether customers are asked about it.
  let measured: [Bool]

  /// Lent, not copied.
  var journey: Journey { _read { yield annotated.journey } }

  /// - Parameter whole: what `annotated` is a piece of; nil where it is none.
  init(_ annotated: AnnotatedJourney, of whole: Subject? = nil, ranking: Ranking, in workspace: Workspace) {
    self.workspace = workspace
    self.annotated = annotated
    scales = whole?.scales ?? Scales(annotated)
    self.whole = whole?.journey ?? annotated.journey
    isPiece = whole != nil
    self.ranking = ranking
    let journey = annotated.journey
    var byName: [String: Touchpoint.ID] = [:]
    for index in journey.touchpoints.indices { byName[journey.touchpoints[index].name] = Touchpoint.ID(index) }
    var open = Array(repeating: 0, count: journey.touchpoints.count)
    var actions: [(action: Action, touchpoint: Touchpoint.ID?)] = []
    for action in journey.actions + workspace.actions where action.journey == nil || action.journey == journey.name {
      let touchpoint = action.journey == nil ? nil : action.touchpoint.flatMap { byName[$0] }
      actions.append((action, touchpoint))
      if let touchpoint, action.status == .planned || action.status == .doing { open[touchpoint.value] += 1 }
    }
    openActions = open
    measured = annotated.measured
    self.actions = actions
  }

  func scores(_ id: Touchpoint.ID) -> TouchpointScores {
    annotated.touchpoints.indices.contains(id.value)
      ? annotated.touchpoints[id.value] : TouchpointScores(scores: [])
  }
}
