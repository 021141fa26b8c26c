internal import JourneyModel
internal import JourneySyntax

extension Reach {
  /// Of the question that has an `unused` code and most of both, each at its latest period; nil without one, or with
  /// fewer answers than may be shown.
  ///
  /// - Parameter questions: a place's, in the order of metrics, so that CSAT comes before effort where both have as many.
  init?(_ questions: [(rows: [Tally.Row], feedbacks: Set<String>)], segment: String?, hideBelow: Int) {
    var best: (answers: Tally.Counts, both: Tally.Counts)?
    for (rows, feedbacks) in questions where !feedbacks.isEmpty {
      let coded = rows.filter { row in
        feedbacks.contains(row.question.feedback) && row.counts.count > 0
          && (segment == nil || row.question.segment == segment)
      }
      guard let latest = coded.map(\.question.period).max() else { continue }
      let current = coded.filter { $0.question.period == latest }
      for (_, rows) in grouped(current, by: \.question.feedback).sorted(by: { $0.key < $1.key }) {
        let counts = Self.counts(rows)
        if counts.both.count > best?.both.count ?? 0 { best = counts }
      }
    }
    guard let best, best.both.count >= hideBelow, best.both.effective > 0 else { return nil }
    let value = min(1, best.answers.whole / best.both.whole)
    let effective = best.both.effective
    self.init(value: value, interval: wilson(value * effective, of: effective), n: best.both.count)
  }

  /// Weighted and unweighted rows of one feedback are not added up: the more count.
  private static func counts(_ rows: [Tally.Row]) -> (answers: Tally.Counts, both: Tally.Counts) {
    var best = (answers: Tally.Counts(0), both: Tally.Counts(0))
    for isWeighted in [false, true] {
      var answers = Tally.Counts(0)
      var both = Tally.Counts(0)
      for row in rows where (row.counts.weights != nil) == isWeighted && row.answer != .open {
        both.add(row.counts)
        if row.answer.isScored { answers.add(row.counts) }
      }
      if both.count > best.both.count { best = (answers, both) }
    }
    return best
  }
}
