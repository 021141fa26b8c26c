internal import JourneyMetrics
package import JourneyModel
package import JourneyReview
internal import JourneySyntax

/// An action in words: what, for what, whose, until when, and what came of it.
package struct SpokenAction: Sendable {
  package let title: String
  /// Nil for one that is for the workspace.
  package let journey: Journey.ID?
  package let status: Action.ActionStatus
  /// Nil for one that is for a journey as a whole, or for the workspace.
  package let spot: TouchpointReference?
  /// The touchpoint, the journey, or nothing.
  package let subject: String?
  package let owner: String?
  package let due: String?
  /// When it was done; nil where that is open or not said.
  package let finished: String?
  package let goal: String?
  /// `satisfaction +8 pts`.
  package let expected: String?
  package let impact: Int?
  package let effort: Int?
  package let isOverdue: Bool
  /// `no owner, no due date`.
  package let lacks: String?
  /// `as expected: satisfaction +9 pts (+4 to +14) from Q2 2026 to Q3 2026`, where others can be compared with what became
  /// of them meanwhile; nil unless it is done.
  package let verdict: String?

  /// Planned or being done.
  package var isOpen: Bool { status.isOpen }
  /// `doing`, or that its day is over.
  package var statusWords: String { isOverdue ? "open after its due date" : status.rawValue }

  init(_ reviewed: ReviewedAction, in workspace: Workspace) {
    let action = reviewed.action
    title = action.title
    journey = reviewed.journey
    status = action.status
    spot = reviewed.spot
    subject = reviewed.journey.map { journey in
      reviewed.touchpoint.map { workspace[journey][$0].title } ?? workspace[journey].title
    }
    owner = action.owner.map { workspace[$0].title }
    due = action.due?.spoken
    finished = action.finished?.spoken
    goal = action.goal.map { workspace[$0.journey].goals[$0.goal.value].title }
    expected = action.expected.map { metric, change in "\(metric.title.lowercased()) \(metric.text(expected: change))" }
    impact = action.impact
    effort = action.effort
    isOverdue = reviewed.isOverdue
    let gaps = reviewed.gaps.map { $0 == .due ? "no due date" : "no \($0.rawValue)" }
    lacks = gaps.isEmpty ? nil : gaps.joined(separator: ", ")
    verdict = reviewed.verdict.map { verdict in
      "\(verdict.rawValue)\(reviewed.effect.map { ": \($0.spoken(expected: action.expected?.change))" } ?? " to tell")"
    }
  }
}

extension ReviewedAction.Effect {
  /// `satisfaction +9 pts (+4 to +14) from Q2 2026 to Q3 2026; mean of 5 other touchpoints +2 pts (0 to +4); difference +7 pts (+1 to
  /// +12)`: the verdict is of the last.
  fileprivate func spoken(expected: Double?) -> String {
    let own =
      "\(metric.changeTitle) \(metric.text(change: change, mark: others == nil ? expected : nil)) from \(change.from.spoken) to \(after.spoken)"
    guard let others, let net else { return own }
    return own + "; mean of \(others.count) other touchpoints \(metric.text(others.change)); "
      + "difference \(metric.text(net, mark: expected))"
  }
}

/// "You said, we did" in words.
package struct SpokenTold: Sendable {
  package let said: [String]
  package let did: String
  package let on: String
  /// Nil for what is for the workspace.
  package let journey: Journey.ID?

  init(_ told: ClosedLoopItem, _ actions: [ReviewedAction]) {
    said = told.said.map(\.text)
    let action = actions.indices.contains(told.action) ? actions[told.action] : nil
    did = action?.action.title ?? ""
    journey = action?.journey
    on = told.on.spoken
  }
}
