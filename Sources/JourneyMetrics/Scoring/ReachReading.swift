internal import JourneyModel
internal import JourneySyntax

extension Reach {
  /// Of the question that has an `unused` code and most of both, each at the period chosen; nil without one, or where
  /// fewer of either were given than may be shown, or the answers are hidden: reach times all who were asked is their
  /// number.
  ///
  /// Metric by metric, so that CSAT comes before effort where both have as many.
  ///
  /// - Parameter hidden: the metrics of which no figure may be shown.
  init?(_ sheet: Questionnaire.Sheet, _ choice: Choice, hidden: Set<Metric>) {
    let segment = choice.segment
    var best: Both?
    for metric in Metric.allCases where !hidden.contains(metric) {
      let question = sheet[metric]
      guard !question.unusedCodes.isEmpty else { continue }
      let coded = question.answered.filter { answered in
        question.unusedCodes.contains(answered.question.feedback)
          && (segment == nil || answered.question.segment == segment) && answered.rows.contains { $0.counts.count > 0 }
      }
      let current = choice.current(coded).sorted { $0.question.source < $1.question.source }
      for parts in runs(of: current, where: { $0.question.source == $1.question.source }) {
        let both = Both(parts)
        if both.all.count > best?.all.count ?? 0 { best = both }
      }
    }
    let least = Double(choice.hideBelow)
    guard let best, best.all.evidence >= least, best.scored.count == 0 || best.scored.evidence >= least
    else { return nil }
    let effective = best.all.effective(isWeighted: best.isWeighted)
    guard effective > 0 else { return nil }
    let value = best.scored.whole(isWeighted: best.isWeighted) / best.all.whole(isWeighted: best.isWeighted)
    self.init(value: value, interval: wilson(value * effective, of: effective), n: best.all.count, effective: effective)
  }

  /// Those who answered and all who were asked, of one feedback, all weighted or none.
  private struct Both {
    var scored = Tally.Counts(0)
    var all = Tally.Counts(0)
    let isWeighted: Bool

    init(_ parts: ArraySlice<Tally.Answered>) {
      isWeighted = parts.first?.question.isWeighted ?? false
      for part in parts {
        for row in part.rows where row.answer != .open {
          all += row.counts
          if row.answer != .unused { scored += row.counts }
        }
      }
    }
  }
}

extension Tally.Question {
  /// What may be added up has the same: its feedback, unweighted before weighted.
  fileprivate var source: (String, Int) { (feedback, isWeighted ? 1 : 0) }
}

extension Choice {
  /// The answers of the period shown.
  fileprivate func current(_ answered: [Tally.Answered]) -> [Tally.Answered] {
    if let chosen = period.shown {
      let exact = answered.filter { $0.question.period == chosen }
      return exact.isEmpty ? answered.filter { chosen.contains($0.question.period) } : exact
    }
    guard let latest = answered.map(\.question.period).max() else { return [] }
    return answered.filter { $0.question.period == latest }
  }
}
