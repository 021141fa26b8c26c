package import JourneySyntax

extension Tally {
  /// The periods of which another count of the same feedback has a few answers more or less, oldest first: who has both
  /// can subtract them, and a figure on those few is left.
  ///
  /// - Parameter hideBelow: how many answers are not few; never less than 5 is used.
  package func periodsWithSmallChanges(in newer: Tally, hideBelow: Int) -> [Period] {
    var before: [TallyQuestion: Answered] = [:]
    for answered in answered { before[answered.question] = answered }
    var periods: Set<Period> = []
    for after in newer.answered {
      guard let before = before[after.question], before.scored > 0, after.scored > 0 else { continue }
      let isSame = before.rows.elementsEqual(after.rows) { $0.answer == $1.answer && $0.counts == $1.counts }
      if !isSame, abs(after.scored - before.scored) < max(5, hideBelow) { periods.insert(after.question.period) }
    }
    return periods.sorted()
  }
}
