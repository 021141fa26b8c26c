internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview

/// A question that both sides ask, or one of them: of the journey, a touchpoint or several together.
struct AskedPlace {
  /// Where it is on each side; nil where it is not there.
  let old: MeasuredSubject?
  let new: MeasuredSubject?
  let before: TouchpointScores
  let after: TouchpointScores
  /// A change there; it gets its code and its figure.
  let change: JourneyChange
  /// Whether its answers are those of other touchpoints, too, on one side: it was merged, or split.
  var isOtherwiseMade = false
}

extension AskedPlace {
  /// What is to be said of its answers, metric by metric; what was tested is judged by the caller.
  func compared(
    _ comparison: ScoreComparison, _ questions: (old: DeclaredQuestions, new: DeclaredQuestions)
  ) -> (changes: [JourneyChange], notCompared: [NotCompared]) {
    guard before.isMeasured || after.isMeasured else { return ([], []) }
    var (changes, notCompared): ([JourneyChange], [NotCompared]) = ([], [])
    func add(_ code: ChangeCode, _ figure: ComparedFigure) {
      var found = change
      (found.code, found.figure) = (code, figure)
      changes.append(found)
    }
    for metric in Metric.allCases {
      let (was, isNow) = (before[metric], after[metric])
      let rules = (old.flatMap { questions.old.rules($0, metric) }, new.flatMap { questions.new.rules($0, metric) })
      // Answers that are left over from a question that was taken away are not asked for any more.
      let isAsked = (
        was.state != .notAsked && (rules.0 != nil || rules.1 == nil),
        isNow.state != .notAsked && (rules.1 != nil || rules.0 == nil)
      )
      switch isAsked {
      case (false, false): continue
      case (true, false): add(.noLongerMeasured, ComparedFigure(metric: metric, from: was, to: isNow))
      case (false, true): add(.nowMeasured, ComparedFigure(metric: metric, from: was, to: isNow))
      case (true, true):
        let isAskedOtherwise = isOtherwiseMade || (rules.0 != nil && rules.1 != nil && rules.0 != rules.1)
        switch comparison.compare(was, isNow, isAskedOtherwise: isAskedOtherwise) {
        case .change(let code, let figure): add(code, figure)
        case .notCompared(let reason):
          notCompared.append(NotCompared(subject: change.subject, metric: metric, reason: reason))
        case .same: continue
        }
      }
    }
    return (changes, notCompared)
  }
}

extension JourneyComparison {
  /// The answers at one place. Of a planned journey nobody is asked.
  mutating func figures(_ place: AskedPlace) {
    guard !isPlan, place.before.isMeasured || place.after.isMeasured else { return }
    let found = place.compared(scoring, (first.questions, second.questions))
    changes += found.changes
    notCompared += found.notCompared
  }

  /// The answers to questions over several touchpoints together.
  mutating func compareShared() {
    func subject(_ shared: SharedScore, of journey: Journey) -> MeasuredSubject {
      .shared(shared.touchpoints.sorted(), in: journey.id)
    }
    func change(_ shared: SharedScore, of journey: Journey) -> JourneyChange {
      let touchpoints = shared.touchpoints.map { journey[$0] }
      let isNew = journey.id == b.id && shared.touchpoints.allSatisfy { b.touchpoints.indices.contains($0.value) }
      return JourneyChange(
        .noClearChange,
        ChangeSubject(
          .touchpoints, journey: b.name, name: touchpoints.map(\.name).joined(separator: "+"),
          title: touchpoints.map(\.title).joined(separator: ", ")),
        from: a.span, to: isNew ? b.span : nil)
    }
    let (olds, news) = (first.journey.shared, second.journey.shared)
    var isKept = [Bool](repeating: false, count: olds.count)
    for shared in news {
      let origins = Set(shared.touchpoints.map { own.backward[$0.value] })
      let index = olds.indices.first { index in
        !isKept[index] && Set(olds[index].touchpoints.map { Optional($0.value) }) == origins
      }
      let before = index.map { olds[$0] }
      index.map { isKept[$0] = true }
      figures(
        AskedPlace(
          old: before.map { subject($0, of: a) }, new: subject(shared, of: b), before: before?.scores ?? Self.unasked,
          after: shared.scores, change: change(shared, of: b)))
    }
    for (shared, isKept) in zip(olds, isKept) where !isKept {
      figures(
        AskedPlace(
          old: subject(shared, of: a), new: nil, before: shared.scores, after: Self.unasked,
          change: change(shared, of: a)))
    }
  }

  private static let unasked = TouchpointScores(scores: [])

  /// Who came to the three top priorities and who left them, and by how much each touchpoint weighs.
  mutating func compareRanks() {
    guard !isPlan, !first.journey.measuredAlone.isEmpty || !second.journey.measuredAlone.isEmpty else { return }
    let before = rank(first.journey, in: first.workspace.workspace).ranked
    let after = rank(second.journey, in: second.workspace.workspace).ranked
    let olds = Set(before.prefix(3).compactMap { own.forward[$0.touchpoint.value] })
    let news = after.prefix(3).map(\.touchpoint.value)
    // That something was ranked for the first time, or no more, follows from its figures.
    func isSaid(_ new: Int, _ codes: ChangeCode...) -> Bool {
      changes.contains { codes.contains($0.code) && $0.subject.name == b.touchpoints[new].name }
    }
    for new in news where own.backward[new] != nil && !olds.contains(new) {
      var ranked = change(.rankIn, of: new)
      ranked.isImplied = isSaid(new, .nowMeasured, .nowShown, .historyFound)
      changes.append(ranked)
    }
    for new in olds.sorted() where !news.contains(new) {
      var ranked = change(.rankOut, of: new)
      ranked.isImplied = isSaid(new, .noLongerMeasured, .nowHidden, .historyLost)
      changes.append(ranked)
    }
    let burdens = Dictionary(after.map { (b[$0.touchpoint].name, $0.burden) }) { first, _ in first }
    for index in changes.indices where changes[index].subject.kind == .touchpoint {
      let burden = burdens[changes[index].subject.name]
      changes[index].figure?.burden = burden
    }
  }
}
