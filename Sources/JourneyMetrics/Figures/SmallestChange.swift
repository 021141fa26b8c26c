/// The one-sided 80 % point of the normal distribution: how surely a change is to be seen.
private let z80 = 0.8416212335729144
/// The one-sided 95 % point, which is the two-sided 90 % point.
private let z90 = 1.6448536269514722

/// How many answers each of two periods needs to show, in four of five cases, that a share has become another.
///
/// Source: Fleiss, Levin and Paik, Statistical Methods for Rates and Proportions (2003) 4.14, without continuity
/// correction; two-sided at 5 %.
package func answersNeeded(from before: Double, to after: Double) -> Double {
  let (change, middle) = (after - before, (before + after) / 2)
  guard change != 0 else { return .infinity }
  let spread = before * (1 - before) + after * (1 - after)
  let root = z95 * (2 * middle * (1 - middle)).squareRoot() + z80 * spread.squareRoot()
  return root * root / (change * change)
}

/// The smallest change of a share, up or down, that so many answers would have shown in four of five cases; nil where
/// they would have shown none.
///
/// Source: `answersNeeded`, solved for the change. Two unequal numbers count as their harmonic mean.
package func smallestChange(of share: Double, answers: (before: Double, after: Double)) -> Double? {
  guard answers.before > 0, answers.after > 0, (0...1).contains(share) else { return nil }
  let n = 2 / (1 / answers.before + 1 / answers.after)
  func smallest(to end: Double) -> Double? {
    let room = abs(end - share)
    func isTooSmall(_ change: Double) -> Bool {
      answersNeeded(from: share, to: end > share ? share + change : share - change) > n
    }
    return room > 0 && !isTooSmall(room) ? lastPoint(from: 0, to: room, where: isTooSmall) : nil
  }
  return [smallest(to: 0), smallest(to: 1)].compactMap(\.self).min()
}

extension Score.Change {
  /// Within how much of its figure before a share counts as unchanged.
  package static let unchangedWithin = 0.03

  /// The smallest change that these answers would have shown; nil where they would have shown none, for NPS and for times.
  package var smallest: Double? { answers.flatMap { smallestChange(of: before.value, answers: $0) } }

  /// Whether the answers rule out a change of `unchangedWithin` or more, which is more than to find none; nil for NPS and
  /// for times.
  ///
  /// Source: Schuirmann, Journal of Pharmacokinetics and Biopharmaceutics 15 (1987) 657–680: two one-sided tests at 5 %,
  /// which is the 90 % interval within the bounds.
  package var isUnchanged: Bool? {
    answers.map { answers in
      let interval = newcombeInterval((after.value, answers.after), minus: (before.value, answers.before), z: z90)
      return !isClear && interval.lowerBound > -Self.unchangedWithin && interval.upperBound < Self.unchangedWithin
    }
  }
}
