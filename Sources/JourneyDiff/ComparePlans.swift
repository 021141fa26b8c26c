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
      add(.goalTarget, before.target.map { .number($0) }, goal.target.map { .number($0) })
      add(.goalBy, before.by.map { .period($0) }, goal.by.map { .period($0) })
      for record in goal.records
      where !before.records.contains(where: { $0.period == record.period && $0.figure == record.figure }) {
        let was = before.records.contains { $0.period == record.period }
        add(.goalRecord, was ? .period(record.period) : nil, .period(record.period))
        if was {
          changes.append(
            JourneyChange(
              .goalRecord, subject(goal), before: .word("\(record.period)"), after: .word("restated"),
              from: before.span, to: goal.span))
        }
      }
      for record in before.records where !goal.records.contains(where: { $0.period == record.period }) {
        add(.goalRecord, .period(record.period), nil)
      }
    }
    for goal in a.goals where !b.goals.contains(where: { $0.name == goal.name }) {
      changes.append(JourneyChange(.goalRemoved, subject(goal), from: goal.span))
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
