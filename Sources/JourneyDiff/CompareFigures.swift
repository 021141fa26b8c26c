internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

/// What the feedbacks of a workspace ask, whether or not anybody has answered.
struct DeclaredQuestions {
  private struct DeclaredQuestion: Hashable {
    let subject: MeasuredSubject
    let metric: Metric
  }

  private var declared: Set<DeclaredQuestion> = []

  init(_ workspace: Workspace) {
    for feedback in workspace.feedbacks {
      let columns = feedback.touchpointRows.compactMap { row -> [Reference]? in
        if case .subject(let subject) = row.meaning { subject } else { nil }
      }
      for question in feedback.questions {
        for subject in question.subject.map({ [$0] }) ?? columns {
          declared.insert(DeclaredQuestion(subject: workspace.measured(subject), metric: question.metric))
        }
      }
    }
  }

  func contains(_ subject: MeasuredSubject, _ metric: Metric) -> Bool {
    declared.contains(DeclaredQuestion(subject: subject, metric: metric))
  }
}

extension JourneyComparison {
  /// The answers at one place of both sides.
  ///
  /// - Parameter place: the touchpoint of the second side; nil for the journey as a whole.
  mutating func figures(_ old: TouchpointScores, _ new: TouchpointScores, at place: Int?) {
    guard old.isMeasured || new.isMeasured else { return }
    if let place, b.touchpoints[place].repeats != nil { return }
    for metric in Metric.allCases {
      let (before, after) = (old[metric], new[metric])
      let (was, isNow) = isMeasured(before, after, place)
      var figure = ComparedFigure(metric: metric, from: before, to: after)
      switch (was, isNow) {
      case (false, false): continue
      case (true, false): add(.noLongerMeasured, place, figure)
      case (false, true): add(.nowMeasured, place, figure)
      case (true, true):
        switch (before.figure, after.figure) {
        case (nil, nil): continue
        case (.some, nil): add(.nowHidden, place, figure)
        case (nil, .some): add(.nowShown, place, figure)
        case (let was?, let now?):
          if let code = compare(before, was, after, now, place, &figure) { add(code, place, figure) }
        }
      }
    }
  }

  /// Whether each side asks. Answers that are left over from a question that was taken away are not asked for any more.
  private func isMeasured(_ before: Score, _ after: Score, _ place: Int?) -> (Bool, Bool) {
    func subject(_ journey: Journey, _ index: Int?) -> MeasuredSubject {
      index.map { .touchpoint(Touchpoint.ID(journey.original($0)), in: journey.id) } ?? .journey(journey.id)
    }
    let was = first.questions.contains(subject(a, place.flatMap { own.backward[$0] }), before.metric)
    let isNow = second.questions.contains(subject(b, place), after.metric)
    return (before.state != .notAsked && (was || !isNow), after.state != .notAsked && (isNow || !was))
  }

  private mutating func compare(
    _ before: Score, _ was: Score.Figure, _ after: Score, _ now: Score.Figure, _ place: Int?,
    _ figure: inout ComparedFigure
  ) -> ChangeCode? {
    guard let older = before.period, let newer = after.period else { return nil }
    let feedbacks = Set(before.feedbacks.map(names.feedback))
    if older == newer, before.n == after.n, was.value == now.value, feedbacks == Set(after.feedbacks) { return nil }
    if feedbacks != Set(after.feedbacks) || before.good != after.good { return .askedDifferently }
    if older == newer {
      let difference = abs(before.n - after.n)
      let least = max(first.workspace.workspace.hideBelow, second.workspace.workspace.hideBelow, 5)
      figure.isWithheld = difference > 0 && difference < least
      return .restated
    }
    if older.lastDay < newer.firstDay {
      figure.change = after.change(since: before)
    } else if newer.lastDay < older.firstDay {
      figure.change = before.change(since: after)
      figure.isReversed = true
    } else {
      notCompared.append(NotCompared(subject: subject(place), metric: after.metric, reason: .periodsOverlap))
      return nil
    }
    if figure.change == nil {
      notCompared.append(NotCompared(subject: subject(place), metric: after.metric, reason: .cannotBeTested))
      return nil
    }
    return .noClearChange
  }

  private func subject(_ place: Int?) -> ChangeSubject {
    (place.map { change(.restated, of: $0) } ?? change(.restated)).subject
  }

  private mutating func add(_ code: ChangeCode, _ place: Int?, _ figure: ComparedFigure) {
    var change = place.map { self.change(code, of: $0) } ?? self.change(code)
    change.figure = figure
    changes.append(change)
  }

  /// Says which differences are clear, all of the journey being one family.
  mutating func judgeFigures() {
    let tested = changes.indices.filter { changes[$0].code == .noClearChange }
    let clear = clearComparisons(tested.map { changes[$0].figure?.change?.p ?? 1 })
    for (index, isClear) in zip(tested, clear) where isClear {
      guard let figure = changes[index].figure, let change = figure.change else { continue }
      changes[index].figure?.isClear = true
      let isBetter = figure.metric.higherIsBetter == (change.difference > 0)
      changes[index].code = isBetter != figure.isReversed ? .better : .worse
    }
  }

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
      guard before?.value != after?.value else { continue }
      guard let code = ChangeCode(from: effective(metric, first), to: effective(metric, second)) else { continue }
      var found = JourneyChange(
        code, change.subject, before: effective(metric, first).map { .target($0) },
        after: effective(metric, second).map { .target($0) }, from: change.from, to: change.to)
      found.place = change.place
      found.figure = scores.map { ComparedFigure(metric: metric, to: $0[metric]) }
      changes.append(found)
    }
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
