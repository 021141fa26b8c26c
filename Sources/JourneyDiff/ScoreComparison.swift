internal import JourneyMetrics
internal import JourneyModel
internal import JourneySyntax

/// Holds two scores of one question against each other, where that is fair.
struct ScoreComparison {
  /// What the feedbacks of the first side are called on the second.
  let names: CommonNames
  /// Below as many answers a difference would tell what a few people said.
  let hideBelow: Int

  /// What came of it: a code that is judged later where the two were tested, or why they were not.
  enum ComparedScores {
    case change(ChangeCode, ComparedFigure)
    case notCompared(NotCompared.SkipReason)
    case same
  }

  init(_ before: Workspace, _ after: Workspace, _ names: CommonNames) {
    self.names = names
    hideBelow = max(before.hideBelow, after.hideBelow, 5)
  }

  /// - Parameter isAskedOtherwise: whether the rules of counting are others, whatever the counts.
  func compare(_ before: Score, _ after: Score, isAskedOtherwise: Bool) -> ComparedScores {
    var figure = ComparedFigure(metric: after.metric, from: before, to: after)
    switch (before.figure, after.figure) {
    case (nil, nil): return .same
    case (.some, nil): return .change(.nowHidden, figure)
    case (nil, .some): return .change(.nowShown, figure)
    case (let was?, let now?):
      guard let older = before.period, let newer = after.period else { return .same }
      let feedbacks = Set(before.feedbacks.map(names.feedback))
      if isAskedOtherwise || feedbacks != Set(after.feedbacks) || before.good != after.good {
        return .change(.askedDifferently, figure)
      }
      if older == newer {
        let difference = abs(before.n - after.n)
        if difference == 0, was.value == now.value { return .same }
        figure.isWithheld = difference > 0 && difference < hideBelow
        return .change(.restated, figure)
      }
      if older.lastDay < newer.firstDay {
        figure.change = after.known(since: before, was) ?? after.change(since: before)
      } else if newer.lastDay < older.firstDay {
        figure.change = before.change(since: after)
        figure.isReversed = true
      } else {
        return .notCompared(.periodsOverlap)
      }
      return figure.change == nil ? .notCompared(.cannotBeTested) : .change(.noClearChange, figure)
    }
  }
}

extension Score {
  /// The change of a share that this side knows already, where it is from the same figure: two need not be tested twice. A
  /// share and its interval say of how many answers it is; NPS and times are made of more.
  fileprivate func known(since before: Score, _ was: Figure) -> Change? {
    guard [.csat, .effort, .fcr].contains(metric), let change, change.from == before.period,
      change.before.value == was.value,
      change.before.interval == was.interval
    else { return nil }
    return change
  }
}

extension Array where Element == JourneyChange {
  /// Says which differences are clear, all of these being one family.
  mutating func judgeFigures() {
    let tested = indices.filter { self[$0].code == .noClearChange }
    let clear = clearComparisons(tested.map { self[$0].figure?.change?.p ?? 1 })
    for (index, isClear) in zip(tested, clear) where isClear {
      guard let figure = self[index].figure, let change = figure.change else { continue }
      self[index].figure?.isClear = true
      let isBetter = figure.metric.higherIsBetter == (change.difference > 0)
      self[index].code = isBetter != figure.isReversed ? .better : .worse
    }
  }

  /// Those of answers first, the worst of them first, by burden; the others as they are.
  var worstFirst: [JourneyChange] {
    let answers = indices.filter { self[$0].code.kind == .answers }
      .map { (concern: self[$0].code.concern, burden: self[$0].figure?.burden ?? 0, index: $0) }
      .sorted { ($0.concern, -$0.burden, $0.index) < ($1.concern, -$1.burden, $1.index) }
    return answers.map { self[$0.index] } + filter { $0.code.kind != .answers }
  }
}

extension Sequence where Element == JourneyChange {
  /// Those that one line says: several places whose answers are counted by other rules, or of whom one question is asked
  /// that nobody has answered, for one rule may be of many.
  package var asLines: [[JourneyChange]] {
    var lines: [[JourneyChange]] = []
    var places: [LineKey: Int] = [:]
    for change in self {
      guard let key = change.lineKey else {
        lines.append([change])
        continue
      }
      if let place = places[key] {
        lines[place].append(change)
      } else {
        places[key] = lines.count
        lines.append([change])
      }
    }
    return lines
  }
}

/// What changes of one line have in common.
private struct LineKey: Hashable {
  let code: ChangeCode
  let metric: Metric
}

extension JourneyChange {
  /// Nil for a change that has a line of its own.
  fileprivate var lineKey: LineKey? {
    guard let figure else { return nil }
    switch code {
    case .askedDifferently: break
    case .nowMeasured where figure.to?.state == .noData: break
    case .noLongerMeasured where figure.from?.state == .noData: break
    default: return nil
    }
    return LineKey(code: code, metric: figure.metric)
  }
}

extension ChangeCode {
  /// The order of what answers say: what to worry about first.
  fileprivate var concern: Int {
    let order: [ChangeCode] = [
      .worse, .noLongerMeasured, .nowHidden, .rankIn, .better, .nowMeasured, .nowShown, .rankOut, .askedDifferently,
      .restated, .noClearChange,
    ]
    return order.firstIndex(of: self) ?? order.count
  }
}
