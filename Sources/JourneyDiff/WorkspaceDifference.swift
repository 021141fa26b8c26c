package import JourneyMetrics
package import JourneyModel
internal import JourneySource

/// One side of a comparison: a workspace with its answers, and the path of each journey's file from its top.
package struct WorkspaceSide: Sendable {
  package let annotated: AnnotatedWorkspace
  /// Beside the journeys.
  package let paths: [String]

  package init(_ annotated: AnnotatedWorkspace, paths: [String]) { (self.annotated, self.paths) = (annotated, paths) }

  var workspace: Workspace { _read { yield annotated.workspace } }
}

/// Everything that is different between two workspaces.
package struct WorkspaceDifference: Sendable {
  package let before: AnnotatedWorkspace
  package let after: AnnotatedWorkspace
  package let match: WorkspaceMatch
  /// Of the workspace as a whole, and of actions beside the journeys.
  package var changes: [JourneyChange]
  /// Those of the second side in their order, each with its origin; then those that are only on the first.
  package let journeys: [JourneyDifference]

  package var all: [JourneyChange] { changes + journeys.flatMap(\.changes) }
}

/// What is different in one journey.
package struct JourneyDifference: Sendable {
  /// Nil where it is new.
  package let from: Journey.ID?
  /// Nil where it is gone.
  package let to: Journey.ID?
  /// How many touchpoints both sides have.
  package let matched: Int
  package internal(set) var changes: [JourneyChange]
  package let notCompared: [NotCompared]
  /// The touchpoints of both sides in one order.
  package let columns: [ComparedColumn]
  /// Of the first side's phases that are still there, what they are on the second.
  package var phases: [Int: Int] = [:]

  /// Whether so little is left that it is another journey under the same name.
  package var isAnother: Bool {
    let before = columns.count { $0.old != nil }
    return before >= 3 && matched * 3 < max(before, columns.count { $0.new != nil })
  }
}

/// A figure that is on both sides, and why the two are not held against each other.
package struct NotCompared: Sendable {
  package enum SkipReason: String, Sendable {
    case periodsOverlap = "periods-overlap"
    case cannotBeTested = "cannot-be-tested"
  }

  package let subject: ChangeSubject
  package let metric: Metric
  package let reason: SkipReason
}

/// Compares two workspaces, journey by journey.
///
/// - Parameter pair: two journeys that are compared with each other alone, whatever they are called.
package func compare(
  _ before: WorkspaceSide, _ after: WorkspaceSide, pair: (Journey.ID, Journey.ID)? = nil
) -> WorkspaceDifference {
  let match = WorkspaceMatch(
    (before.workspace, before.paths), (after.workspace, after.paths), pair: pair)
  let names = CommonNames(before.workspace, after.workspace)
  let questions = (DeclaredQuestions(before.workspace), DeclaredQuestions(after.workspace))
  let exceptions = (DeclaredExceptions(before.workspace), DeclaredExceptions(after.workspace))
  let scoring = ScoreComparison(before.workspace, after.workspace, names)
  var journeys: [JourneyDifference] = []
  for (index, annotated) in after.annotated.journeys.enumerated() {
    if let pair, pair.1.value != index { continue }
    let journey = annotated.journey
    guard let origin = match.origins[index] else {
      if !journey.isDuplicate { journeys.append(.added(journey)) }
      continue
    }
    let first = ComparedSide(
      workspace: before.annotated, journey: before.annotated.journeys[origin.value], questions: questions.0,
      exceptions: exceptions.0, isOld: true)
    let second = ComparedSide(
      workspace: after.annotated, journey: annotated, questions: questions.1, exceptions: exceptions.1, isOld: false)
    var comparison = JourneyComparison(
      first: first, second: second, match: match, own: JourneyMatch(first.journey.journey, journey, in: match),
      names: names, isPlan: pair != nil, scoring: scoring)
    journeys.append(comparison.compare())
  }
  if pair == nil {
    for (index, journey) in before.workspace.journeys.enumerated()
    where match.journeys[index] == nil && !journey.isDuplicate {
      journeys.append(.removed(journey))
    }
  }
  return WorkspaceDifference(
    before: before.annotated, after: after.annotated, match: match,
    changes: pair == nil ? workspaceChanges(before.annotated, after.annotated, questions, exceptions, names) : [],
    journeys: journeys)
}

extension JourneyDifference {
  fileprivate static func added(_ journey: Journey) -> Self {
    let subject = ChangeSubject(.journey, journey: journey.name, name: journey.name, title: journey.title)
    let added = JourneyChange(
      .journeyAdded, subject, after: .number(Double(journey.touchpoints.count)), to: journey.span)
    return JourneyDifference(
      from: nil, to: journey.id, matched: 0, changes: [added],
      notCompared: [], columns: journey.touchpoints.indices.map { ComparedColumn(old: nil, new: $0) })
  }

  fileprivate static func removed(_ journey: Journey) -> Self {
    let subject = ChangeSubject(.journey, journey: journey.name, name: journey.name, title: journey.title)
    let removed = JourneyChange(
      .journeyRemoved, subject, before: .number(Double(journey.touchpoints.count)), from: journey.span)
    return JourneyDifference(
      from: journey.id, to: nil, matched: 0, changes: [removed],
      notCompared: [], columns: journey.touchpoints.indices.map { ComparedColumn(old: $0, new: nil) })
  }
}

/// What is declared for all journeys: when answers are hidden, what all of them are held against, and what customers say
/// of the whole.
private func workspaceChanges(
  _ first: AnnotatedWorkspace, _ second: AnnotatedWorkspace, _ questions: (DeclaredQuestions, DeclaredQuestions),
  _ exceptions: (old: DeclaredExceptions, new: DeclaredExceptions), _ names: CommonNames
) -> [JourneyChange] {
  let (before, after) = (first.workspace, second.workspace)
  let subject = ChangeSubject(.workspace, journey: nil, name: "workspace", title: after.title ?? "")
  var changes: [JourneyChange] = []
  func add(_ code: ChangeCode, _ old: ChangeValue?, _ new: ChangeValue?) {
    if old != new { changes.append(JourneyChange(code, subject, before: old, after: new)) }
  }
  add(.title, before.title.map { .text($0) }, after.title.map { .text($0) })
  let (old, new) = (before.hideBelow, after.hideBelow)
  add(new < old ? .hideBelowLowered : .hideBelowRaised, .number(Double(old)), .number(Double(new)))
  for metric in Metric.allCases {
    let targets = (before.targets.last { $0.metric == metric }, after.targets.last { $0.metric == metric })
    if targets.0?.value != targets.1?.value {
      let effective = (targets.0 ?? .standard(metric), targets.1 ?? .standard(metric))
      if let code = ChangeCode(from: effective.0, to: effective.1) {
        add(code, effective.0.map { .target($0) }, effective.1.map { .target($0) })
      }
    }
    let floors = (before.floors.last { $0.metric == metric }, after.floors.last { $0.metric == metric })
    if floors.0?.value != floors.1?.value { add(.floor, floors.0.map { .target($0) }, floors.1.map { .target($0) }) }
    let weights = (before.weights.last { $0.metric == metric }, after.weights.last { $0.metric == metric })
    add(.weigh, weights.0.map { .number($0.weight) }, weights.1.map { .number($0.weight) })
  }
  changes += exceptionChanges(before, after, exceptions, subject)
  changes += ActionComparison(before, after, names).changes(before.actions, after.actions, in: nil)
  changes +=
    AskedPlace(
      old: .workspace, new: .workspace, before: first.overall, after: second.overall,
      change: JourneyChange(.noClearChange, subject)
    ).compared(ScoreComparison(before, after, names), questions).changes
  changes.judgeFigures()
  return changes.worstFirst
}
