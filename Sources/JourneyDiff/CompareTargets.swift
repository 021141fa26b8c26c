internal import JourneyMetrics
internal import JourneyModel
internal import JourneySyntax

extension JourneyComparison {
  /// What a place aims at, where it says so itself on one side at least.
  ///
  /// - Parameters:
  ///   - change: of the place; it gets its code here.
  ///   - scores: the answers at the place, which are read against both targets.
  mutating func compareTargets(
    _ old: [Target], _ new: [Target], _ change: JourneyChange, _ scores: TouchpointScores? = nil,
    effective: (Metric, ComparedSide) -> Target?
  ) {
    guard !old.isEmpty || !new.isEmpty else { return }
    for metric in Metric.allCases {
      let (before, after) = (old.last { $0.metric == metric }, new.last { $0.metric == metric })
      if before?.value != after?.value {
        add(metric, change, scores, effective(metric, first), effective(metric, second))
      }
    }
  }

  /// What a touchpoint aims at that is in another phase or journey now: there other targets may hold for it.
  mutating func compareTargets(
    _ before: Touchpoint, in journey: Journey, _ scores: (old: TouchpointScores, new: TouchpointScores),
    elsewhere new: Int
  ) {
    let after = b.touchpoints[new]
    for metric in Metric.allCases {
      let isWritten = (before.targets + after.targets).contains { $0.metric == metric }
      let isAsked = scores.old[metric].state != .notAsked || scores.new[metric].state != .notAsked
      guard isWritten || isAsked else { continue }
      add(
        metric, change(.targetLoosened, of: new), scores.new,
        first.workspace.workspace.target(metric, of: before, in: journey),
        second.workspace.workspace.target(metric, of: after, in: b))
    }
  }

  private mutating func add(
    _ metric: Metric, _ change: JourneyChange, _ scores: TouchpointScores?, _ before: Target?, _ after: Target?
  ) {
    guard let code = ChangeCode(from: before, to: after) else { return }
    var found = change
    found.code = code
    (found.before, found.after) = (before.map { .target($0) }, after.map { .target($0) })
    found.figure = scores.map { ComparedFigure(metric: metric, to: $0[metric]) }
    changes.append(found)
  }
}

extension ChangeCode {
  /// Whether a target asks for more or for less than another; nil where for the same.
  init?(from before: Target?, to after: Target?) {
    switch (before, after) {
    case (nil, nil): return nil
    case (nil, .some): self = .targetTightened
    case (.some, nil): self = .targetLoosened
    case (let before?, let after?):
      guard before.value != after.value else { return nil }
      self = (after.value > before.value) == after.metric.higherIsBetter ? .targetTightened : .targetLoosened
    }
  }
}
