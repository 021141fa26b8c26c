internal import JourneyModel
internal import JourneySyntax

extension Reach {
  /// Those who met a touchpoint and all who were asked, of one feedback, all weighted or none.
  struct Counted: Sendable {
    private let scored: Tally.Counts
    private let all: Tally.Counts
    private let isWeighted: Bool
    let period: Period

    var n: Int { all.count }

    /// Of one period, or of one that was chosen: the sum of those in it.
    fileprivate init?(_ parts: ArraySlice<Tally.Answered>, _ chosen: Period?) {
      guard let first = parts.first?.question else { return nil }
      var (scored, all) = (Tally.Counts(0), Tally.Counts(0))
      for part in parts {
        for row in part.rows where row.answer != .open(nil) {
          all += row.counts
          if row.answer != .unused { scored += row.counts }
        }
      }
      (self.scored, self.all) = (scored, all)
      isWeighted = first.isWeighted
      let isSum = parts.contains { $0.question.period != first.period }
      period = isSum ? chosen ?? first.period : first.period
    }

    /// Whether a score says already how many answered.
    fileprivate func isTold(by moment: MetricSeries.SeriesSample?) -> Bool {
      moment.map { !$0.isHidden && $0.sample.n == scored.count } ?? (scored.count == 0)
    }

    /// Nil where fewer of either were given than may be shown.
    fileprivate func reach(hideBelow: Int) -> Reach? {
      let least = Double(hideBelow)
      guard all.evidence >= least, scored.count == 0 || scored.evidence >= least else { return nil }
      let effective = all.effective(isWeighted: isWeighted)
      guard effective > 0 else { return nil }
      let value = scored.whole(isWeighted: isWeighted) / all.whole(isWeighted: isWeighted)
      return Reach(
        value: value, interval: wilson(value * effective, of: effective), n: n, effective: effective, period: period)
    }
  }

  /// Of the questions that have an `unused` code, each at the period chosen, or at the latest that tells a reach: one for
  /// each feedback, metric by metric, so that CSAT comes before effort. None of which a hidden count could be worked out:
  /// reach times all who were asked is how many answered.
  static func counted(_ sheet: Questionnaire.AnswerSheet, _ choice: Choice, _ readings: [Metric: MetricSeries])
    -> [Counted]
  {
    let segment = choice.segment
    var result: [Counted] = []
    for metric in Metric.allCases {
      let question = sheet[metric]
      guard !question.unusedCodes.isEmpty else { continue }
      let coded = question.answered.filter { answered in
        question.unusedCodes.contains(answered.question.feedback)
          && (segment == nil || answered.question.segment == segment) && answered.rows.contains { $0.counts.count > 0 }
      }
      let periods = choice.periods(coded).lazy.map { answered in
        let sorted = answered.sorted { $0.question.source < $1.question.source }
        return runs(of: sorted) { $0.question.source == $1.question.source }.compactMap { parts -> Counted? in
          guard let counted = Counted(parts, choice.period.shown) else { return nil }
          let moment = readings[metric]?.moment(choice.period.shown ?? counted.period)
          return counted.isTold(by: moment) || question.hasNoSmallPart(choice) ? counted : nil
        }
      }
      result += periods.first { $0.contains { $0.reach(hideBelow: choice.hideBelow) != nil } } ?? []
    }
    return result
  }

  /// Of those that are of today the one with most answers and `unused` together, the first of several; of the others
  /// where none is. Nil without any, and where that one may not be shown.
  ///
  /// - Parameter isOld: whether a period ends too long before the newest answers of the journey.
  init?(_ counted: [Counted], hideBelow: Int, isOld: (Period) -> Bool) {
    let current = counted.filter { !isOld($0.period) }
    guard var best = current.first ?? counted.first else { return nil }
    for other in current.isEmpty ? counted : current where other.n > best.n { best = other }
    guard let reach = best.reach(hideBelow: hideBelow) else { return nil }
    self = reach
    self.isOld = current.isEmpty
  }
}

extension AnnotatedJourney {
  /// Takes reach from the flow where it is not measured and the flow determines it.
  ///
  /// A flow without any share says only that nobody leaves; once some touchpoint's reach is measured, that is not
  /// believed of the others.
  mutating func assumeReach() {
    let isMeasured = touchpoints.contains { $0.reach != nil }
    guard !isMeasured || journey.arrows.contains(where: { $0.share != nil }) else { return }
    for (index, share) in journey.assumedReach().enumerated() where touchpoints[index].currentReach == nil {
      touchpoints[index].assumedReach = share.map { Reach(assumed: $0) }
    }
  }
}

extension Questionnaire.AskedMetric {
  /// Whether each feedback was answered often enough to be shown by itself, in every period and segment and on every scale:
  /// then nothing can be worked out from the figures of one.
  fileprivate func hasNoSmallPart(_ choice: Choice) -> Bool {
    answered.allSatisfy { $0.scored == 0 || $0.scoredCounts.evidence >= Double(choice.hideBelow) }
  }
}

extension Tally.TallyQuestion {
  /// What may be added up has the same: its feedback, unweighted before weighted.
  fileprivate var source: (String, Int) { (feedback, isWeighted ? 1 : 0) }
}

extension Choice {
  /// The answers of the period chosen; those of each period, the latest first, where none is.
  fileprivate func periods(_ answered: [Tally.Answered]) -> [[Tally.Answered]] {
    if let chosen = period.shown {
      let exact = answered.filter { $0.question.period == chosen }
      return [exact.isEmpty ? answered.filter { chosen.contains($0.question.period) } : exact]
    }
    let latestFirst = answered.sorted { $0.question.period > $1.question.period }
    return runs(of: latestFirst) { $0.question.period == $1.question.period }.map(Array.init)
  }
}
