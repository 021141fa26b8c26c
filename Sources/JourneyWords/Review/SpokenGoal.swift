internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneySyntax

/// A goal in words: where it stands against its target, and what became of it since its first record.
package struct SpokenGoal: Sendable {
  package enum SpokenGoalState: Sendable {
    case met
    /// Met, but the interval holds the target, too.
    case metMaybe
    /// Met by a bare figure.
    case metUncounted
    case notMet
    case unknown
    case noTarget
    case overdue
    case noRecord

    package func spoken(in words: Words) -> String {
      switch self {
      case .met: words("met")
      case .metMaybe: words("met so far; chance could explain it")
      case .metUncounted: words("met so far; no interval without counts")
      case .notMet: words("not met yet")
      case .unknown: words("not known yet: too many cases are open")
      case .noTarget: words("no target")
      case .overdue: words("overdue")
      case .noRecord: words("no record yet")
      }
    }
  }

  /// The latest that are named one by one.
  private static let mostRecords = 8

  package let title: String
  package let state: SpokenGoalState
  package let stateWords: String
  /// `56% (50–62%), n 234, October 2026`.
  package let latest: String?
  /// `at least 60% by March 2027`.
  package let target: String?
  /// `+11 pts since August 2026, 73% of the way to the target`.
  package let course: String?
  /// `54.9% in Q4 2025, 55.4% in Q1 2026, 62% in Q3 2026`: all of them, oldest first; nil where there are fewer than three.
  package let records: String?

  init(_ standing: GoalStanding, in workspace: Workspace) {
    let words = workspace.words
    let goal = standing.goal
    title = goal.title
    state = SpokenGoalState(standing)
    stateWords = state.spoken(in: words)
    let printed = goal.printed(standing.score, in: workspace)
    latest = standing.latest.flatMap { latest in
      guard var text = printed?.value else { return nil }
      if let interval = printed?.interval { text += " (\(interval))" }
      if let n = latest.n { text += ", " + words.n(n) }
      if let open = latest.open { text += ", " + open.text(in: words) }
      return text + ", " + latest.period.spoken(in: words)
    }
    target = goal.targetText(in: workspace).map { target in
      let aim = goal.comparison == .atMost ? words("at most \(target)") : words("at least \(target)")
      return goal.by.map { words("\(aim) by \($0.spoken(in: words))") } ?? aim
    }
    course = printed.flatMap { Self.course(standing, $0, words) }
    let history = standing.score.history.suffix(Self.mostRecords)
    records =
      history.count < 3
      ? nil
      : history.map { record in
        words(
          "\(printed?.text(record.value, isMoreThan: record.isMoreThan) ?? "") in \(record.period.spoken(in: words))")
      }.joined(separator: ", ")
  }

  private static func course(_ standing: GoalStanding, _ printed: PrintedFigure, _ words: Words) -> String? {
    guard let first = standing.baseline, let change = standing.change else { return nil }
    let from = words(
      "from \(printed.text(first.value, isMoreThan: first.isMoreThan)) in \(first.period.spoken(in: words))")
    guard change.isClear != false else { return words("\(from): no clear change") }
    guard let progress = standing.progress, progress > 0 else { return from }
    return progress >= 1 - 1e-9
      ? words("\(from): all of the way to the target")
      : words("\(from): \(words.percent(progress)) of the way to the target")
  }
}

extension SpokenGoal.SpokenGoalState {
  fileprivate init(_ standing: GoalStanding) {
    if standing.isOverdue {
      self = .overdue
    } else if standing.latest == nil {
      self = .noRecord
    } else {
      self =
        switch standing.score.standing {
        case .met: .met
        case .metMaybe: .metMaybe
        case .metUncounted: .metUncounted
        case .missed: .notMet
        case .unknown: .unknown
        case nil: .noTarget
        }
    }
  }
}
