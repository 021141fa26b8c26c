internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

extension JourneyComparison {
  mutating func compareGoals() {
    func subject(_ goal: Goal) -> ChangeSubject {
      ChangeSubject(.goal, journey: b.name, name: goal.name, title: goal.title)
    }
    for goal in b.goals {
      guard let before = a.goals.first(where: { $0.name == goal.name }) else {
        changes.append(JourneyChange(.goalAdded, subject(goal), to: goal.span))
        continue
      }
      func add(_ code: ChangeCode, _ old: ChangeValue?, _ new: ChangeValue?) {
        guard old != new else { return }
        changes.append(JourneyChange(code, subject(goal), before: old, after: new, from: before.span, to: goal.span))
      }
      add(.title, .text(before.title), .text(goal.title))
      add(
        .goalTarget, target(before, in: first.workspace.workspace), target(goal, in: second.workspace.workspace))
      add(.goalBy, before.by.map { .period($0) }, goal.by.map { .period($0) })
      let measures = (isShare(before, in: first.workspace.workspace), isShare(goal, in: second.workspace.workspace))
      func value(_ record: Goal.Record, _ isShare: Bool) -> ChangeValue {
        .record(record.period, record.figure, isShare: isShare)
      }
      for record in goal.records
      where !before.records.contains(where: { $0.period == record.period && $0.figure == record.figure }) {
        let was = before.records.first { $0.period == record.period }
        add(.goalRecord, was.map { value($0, measures.0) }, value(record, measures.1))
      }
      for record in before.records where !goal.records.contains(where: { $0.period == record.period }) {
        add(.goalRecord, value(record, measures.0), nil)
      }
    }
    for goal in a.goals where !b.goals.contains(where: { $0.name == goal.name }) {
      changes.append(JourneyChange(.goalRemoved, subject(goal), from: goal.span))
    }
  }

  /// In the unit of what the goal is measured by.
  private func target(_ goal: Goal, in workspace: Workspace) -> ChangeValue? {
    guard let target = goal.target else { return nil }
    if isShare(goal, in: workspace) { return .share(target) }
    let isTime =
      switch goal.measure {
      case .kpi(let kpi): workspace[kpi].unit == .duration
      case .metric(let metric): metric == .resolution
      case nil: false
      }
    return isTime ? .times(Durations(shortest: target, longest: target)) : .number(target)
  }

  private func isShare(_ goal: Goal, in workspace: Workspace) -> Bool {
    switch goal.measure {
    case .kpi(let kpi): workspace[kpi].unit == .share
    case .metric(let metric): [.csat, .effort, .fcr].contains(metric)
    case nil: false
    }
  }

  mutating func compareActions() {
    changes += ActionComparison(first.workspace.workspace, second.workspace.workspace, names).changes(
      a.actions, b.actions, in: b.name)
  }
}

/// What teams do about touchpoints: which actions are new, and how far the others are.
struct ActionComparison {
  private let (first, second): (Workspace, Workspace)
  private let names: CommonNames

  init(_ first: Workspace, _ second: Workspace, _ names: CommonNames) {
    (self.first, self.second, self.names) = (first, second, names)
  }

  /// - Parameter journey: that they stand in; nil for those beside the journeys.
  func changes(_ old: [Action], _ new: [Action], in journey: String?) -> [JourneyChange] {
    var changes: [JourneyChange] = []
    func subject(_ action: Action) -> ChangeSubject {
      ChangeSubject(.action, journey: journey, name: action.name, title: action.title)
    }
    for action in new {
      guard let before = old.first(where: { $0.name == action.name }) else {
        changes.append(JourneyChange(.actionAdded, subject(action), to: action.span))
        continue
      }
      func add(_ code: ChangeCode, _ old: ChangeValue?, _ new: ChangeValue?) {
        guard old != new else { return }
        changes.append(
          JourneyChange(code, subject(action), before: old, after: new, from: before.span, to: action.span))
      }
      add(.title, .text(before.title), .text(action.title))
      add(.actionStatus, .word(before.status.rawValue), .word(action.status.rawValue))
      add(.actionDue, before.due.map { .period($0) }, action.due.map { .period($0) })
      add(
        .actionOwner, before.owner.map { .word(names.department(first[$0].name)) },
        action.owner.map { .word(second[$0].name) })
      add(
        .actionExpects, before.expected.map { .expected($0.metric, $0.change) },
        action.expected.map { .expected($0.metric, $0.change) })
    }
    for action in old where !new.contains(where: { $0.name == action.name }) {
      changes.append(JourneyChange(.actionRemoved, subject(action), from: action.span))
    }
    return changes
  }
}
