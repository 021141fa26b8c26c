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
  package let statusWords: String

  package init(_ reviewed: ReviewedAction, in workspace: Workspace) {
    let words = workspace.words
    let action = reviewed.action
    title = action.title
    journey = reviewed.journey
    status = action.status
    spot = reviewed.spot
    subject = reviewed.journey.map { journey in
      reviewed.touchpoint.map { workspace[journey][$0].title } ?? workspace[journey].title
    }
    owner = action.owner.map { workspace[$0].title }
    due = action.due?.spoken(in: words)
    finished = action.finished?.spoken(in: words)
    goal = action.goal.map { workspace[$0.journey].goals[$0.goal.value].title }
    expected = action.expected.map { metric, change in
      "\(metric.name(in: words)) \(metric.text(expected: change, in: words))"
    }
    impact = action.impact
    effort = action.effort
    isOverdue = reviewed.isOverdue
    statusWords = isOverdue ? words("open after its due date") : status.spoken(in: words)
    let gaps = reviewed.gaps.map { gap in
      switch gap {
      case .owner: words("no owner")
      case .due: words("no due date")
      case .goal: words("no goal")
      }
    }
    lacks = gaps.isEmpty ? nil : gaps.joined(separator: ", ")
    verdict = reviewed.verdict.map { verdict in
      guard let effect = reviewed.effect else { return words("too early to tell") }
      return verdict.spoken(in: words) + ": " + effect.spoken(expected: action.expected?.change, in: words)
    }
  }
}

extension ReviewedAction.Effect {
  /// What the verdict is of: `satisfaction +7 pts (+1 to +12)`.
  package func short(in words: Words) -> String {
    let text = net.map { metric.text($0, in: words) } ?? metric.text(change: change, mark: nil, in: words)
    return "\(metric.changeName(in: words)) \(text)"
  }

  /// `satisfaction +9 pts (+4 to +14) from Q2 2026 to Q3 2026; mean of 5 other touchpoints +2 pts (0 to +4); difference +7 pts (+1 to
  /// +12)`: the verdict is of the last.
  fileprivate func spoken(expected: Double?, in words: Words) -> String {
    let change = metric.text(change: change, mark: others == nil ? expected : nil, in: words)
    let own = words(
      "\(metric.changeName(in: words)) \(change) from \(self.change.from.spoken(in: words)) to \(after.spoken(in: words))"
    )
    guard let others, let net else { return own }
    let (mean, difference) = (metric.text(others.change, in: words), metric.text(net, mark: expected, in: words))
    return own + words("; mean of \(others.count) other touchpoints \(mean); difference \(difference)")
  }
}

extension ReviewedAction.Verdict {
  package func spoken(in words: Words) -> String {
    switch self {
    case .tooEarly: words("too early")
    case .worse: words("worse")
    case .noClearChange: words("no clear change")
    case .asExpected: words("as expected")
    case .someEffect: words("some effect")
    }
  }
}

extension Action.ActionStatus {
  package func spoken(in words: Words) -> String {
    switch self {
    case .planned: words("planned")
    case .doing: words("doing")
    case .done: words("done")
    case .kept: words("kept")
    case .dropped: words("dropped")
    }
  }
}

/// "You said, we did" in words.
package struct SpokenTold: Sendable {
  package let said: [String]
  package let did: String
  package let on: String
  /// Nil for what is for the workspace.
  package let journey: Journey.ID?

  init(_ told: ClosedLoopItem, _ actions: [ReviewedAction], in words: Words) {
    said = told.said.map(\.text)
    let action = actions.indices.contains(told.action) ? actions[told.action] : nil
    did = action?.action.title ?? ""
    journey = action?.journey
    on = told.on.spoken(in: words)
  }
}
