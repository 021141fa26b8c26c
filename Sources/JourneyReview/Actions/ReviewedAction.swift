package import JourneyMetrics
package import JourneyModel
package import JourneySyntax

/// An action as the room looks at it: whose, until when, and what became of it.
package struct ReviewedAction: Sendable {
  /// What an action lacks for somebody to be asked about it.
  package enum Gap: String, Sendable, CaseIterable { case owner, due, goal }

  /// What the data say of a done one. The raw values are codes for programs.
  package enum Verdict: String, Sendable {
    /// No period before or since, or too few answers in one.
    case tooEarly = "too-early"
    case worse
    case noClearChange = "no-clear-change"
    /// The interval excludes no effect, and the estimate reaches what was expected.
    case asExpected = "as-expected"
    /// The interval excludes no effect, but the estimate is less than expected; or nothing was.
    case someEffect = "some-effect"
  }

  /// The figure before and since.
  package struct Effect: Sendable {
    package let metric: Metric
    /// Of the figure itself; `isClear` is of this comparison alone.
    package let change: Score.Change
    package let after: Period
    /// Nil where fewer than three can be compared.
    package let others: Others?

    /// The mean change of the journey's other touchpoints between the same two periods: what would have come anyhow.
    package struct Others: Sendable {
      /// As many as it takes, so that no single one decides.
      package static let least = 3
      package let count: Int
      package let change: Difference
    }

    /// What the verdict is of: the change itself, or where there are others how far it goes beyond theirs. Nil for two
    /// medians alone, which the log-rank test compares.
    package var net: Difference? {
      guard let others else { return change.interval == nil ? nil : change.asDifference }
      return change.asDifference.map { $0 - others.change }
    }
  }

  package let action: Action
  /// Nil for one that is for the workspace.
  package let journey: Journey.ID?
  /// Nil for one that is for a journey as a whole.
  package let touchpoint: Touchpoint.ID?
  /// Still open after its day, seen from its journey's newest answers or the day given.
  package let isOverdue: Bool
  /// None of one that was dropped.
  package let gaps: [Gap]
  /// Nil unless it is done or kept, and says when it was finished.
  package let verdict: Verdict?
  /// Nil where the verdict is "too early".
  package let effect: Effect?

  package var spot: TouchpointReference? {
    journey.flatMap { journey in touchpoint.map { TouchpointReference(journey, $0) } }
  }
}

/// All actions: those of the journeys, then those beside them.
///
/// - Parameter asOf: from when the actions of a journey are looked at, nil for those of the workspace.
func reviewedActions(_ annotated: AnnotatedWorkspace, asOf: (Journey.ID?) -> Period?) -> [ReviewedAction] {
  let workspace = annotated.workspace
  var outcomes = Outcomes(annotated)
  return workspace.everyAction.map { action -> ReviewedAction in
    let (journey, touchpoint) = (action.subject.journey, action.subject.touchpoint)
    let found = outcomes.outcome(of: action, journey, touchpoint)
    return ReviewedAction(
      action: action, journey: journey, touchpoint: touchpoint, isOverdue: action.isOverdue(asOf(journey)),
      gaps: action.gaps,
      verdict: found?.verdict, effect: found?.effect)
  }
}

extension AnnotatedWorkspace {
  /// All actions, each seen from the newest answers of its journey.
  package var standingActions: [ReviewedAction] { reviewedActions(self) { newest(for: $0) } }
}

extension Workspace {
  var everyAction: [Action] {
    var result: [Action] = []
    for journey in journeys where isListed(journey) { result += journey.actions }
    return result + actions
  }
}

extension AnnotatedWorkspace {
  /// Of a touchpoint, a journey as a whole, or the workspace.
  func scores(_ journey: Journey.ID?, _ touchpoint: Touchpoint.ID?) -> TouchpointScores {
    guard let journey else { return overall }
    guard let touchpoint else { return journeys[journey.value].overall }
    return journeys[journey.value].touchpoints[touchpoint.value]
  }
}

extension Action {
  fileprivate var gaps: [ReviewedAction.Gap] {
    guard status != .dropped else { return [] }
    return ReviewedAction.Gap.allCases.filter { gap in
      switch gap {
      case .owner: owner == nil
      case .due: due == nil
      case .goal: goal == nil
      }
    }
  }

  func isOverdue(_ asOf: Period?) -> Bool {
    guard isOpen, let due, let asOf else { return false }
    return due.lastDay < asOf.lastDay
  }
}
