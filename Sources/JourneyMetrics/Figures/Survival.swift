/// Which share of cases is still unsolved after a time, estimated though some cases are not solved yet: a case that is
/// open for two days says that solving it takes more than two days, and counts as long as that.
///
/// Source: Kaplan and Meier, JASA 53 (1958) 457–481: S(t) = Π(1 − dᵢ/nᵢ) over the times at which cases were solved, dᵢ
/// of the nᵢ that took at least as long. Its standard error is Greenwood's (1926): S·√Σ dᵢ/(nᵢ(nᵢ − dᵢ)).
package struct Survival: Sendable {
  package struct SurvivalStep: Sendable {
    package let seconds: Double
    /// S: which share took longer.
    package let share: Double
    /// Of `share`; 0 where that is 0.
    package let error: Double
  }

  /// One for each time at which a case was solved, shortest first.
  package let steps: [SurvivalStep]

  /// A case that was open for as long as another took to be solved counts as having taken longer.
  package init(_ times: Times) {
    var steps: [SurvivalStep] = []
    steps.reserveCapacity(times.values.count)
    var atRisk = times.n
    var (share, sum) = (1.0, 0.0)
    var open = times.open[...]
    for (seconds, solved) in times.values where solved > 0 {
      while let first = open.first, first.seconds < seconds {
        atRisk -= first.count
        open.removeFirst()
      }
      let left = atRisk - solved
      share = left > 0 ? share * (Double(left) / Double(atRisk)) : 0
      sum += left > 0 ? Double(solved) / (Double(atRisk) * Double(left)) : 0
      steps.append(SurvivalStep(seconds: seconds, share: share, error: share * sum.squareRoot()))
      atRisk = left
    }
    self.steps = steps
  }

  /// The first time after which no more than 1 − q of the cases are unsolved; nil where it is not reached.
  package func time(_ quantile: Quantile) -> Double? {
    steps.first { $0.share <= 1 - quantile.share + Self.rounding }?.seconds
  }

  /// The 95 % interval of a quantile, up to infinity where the cases do not reach its end; nil where not even its start
  /// is reached.
  ///
  /// Source: Brookmeyer and Crowley, Biometrics 38 (1982) 29–41, with ln(−ln S): the times at which
  /// |ln(−ln S) − ln(−ln(1 − q))| ≤ z·SE ÷ (S·|ln S|).
  package func interval(_ quantile: Quantile) -> Interval? {
    guard let low = steps.first(where: { deviation(of: $0, from: quantile) >= -z95 }) else { return nil }
    let high = steps.first { deviation(of: $0, from: quantile) > z95 }
    return low.seconds...max(low.seconds, high?.seconds ?? .infinity)
  }

  /// By how many standard errors S lies beyond 1 − q: below 0 before the quantile, above 0 behind it.
  private func deviation(of step: SurvivalStep, from quantile: Quantile) -> Double {
    guard step.share > 0 else { return .infinity }
    guard step.share < 1 else { return -.infinity }
    let hazard = -logarithm(step.share)
    return (logarithm(hazard) - logarithm(-logarithm(1 - quantile.share))) / (step.error / (step.share * hazard))
  }

  /// The chance that the median is no longer than each time: 1 less the level at which the interval begins to leave the
  /// time out.
  func medianChances(longest: Double) -> [(seconds: Double, chance: Double)] {
    var chances: [(seconds: Double, chance: Double)] = []
    for step in steps {
      let chance = normalShare(below: deviation(of: step, from: .median))
      chances.append((step.seconds, max(chance, chances.last?.chance ?? 0)))
    }
    if chances.last.map({ $0.chance < 1 }) ?? true { chances.append((longest, 1)) }
    return chances
  }

  /// A product of fractions that should be ½ may lie this much above it.
  private static let rounding = 1e-12
}

/// The log-rank test: whether cases are solved at another pace than `other` ones.
///
/// Source: Mantel, Cancer Chemotherapy Reports 50 (1966) 163–170: at each time at which any case is solved, how many of
/// these are more than their share of those at risk, over the root of the hypergeometric variances.
/// - Returns: `slower` is true where fewer of these were solved than their share; p is two-sided.
package func logRank(_ times: Times, _ other: Times) -> (slower: Bool, p: Double) {
  var (mine, theirs) = (AtRisk(times), AtRisk(other))
  var (excess, variance) = (0.0, 0.0)
  while let seconds = [mine.next, theirs.next].compactMap(\.self).min() {
    let (a, b) = (mine.solve(at: seconds), theirs.solve(at: seconds))
    let (solved, n) = (Double(a.solved + b.solved), Double(a.atRisk + b.atRisk))
    let share = Double(a.atRisk) / n
    excess += Double(a.solved) - solved * share
    if n > 1 { variance += solved * share * (1 - share) * (n - solved) / (n - 1) }
  }
  guard variance > 0 else { return (false, 1) }
  return (excess < 0, normalTails(excess / variance.squareRoot()))
}

/// How many cases of a group are not solved yet, time by time.
private struct AtRisk {
  private var values: ArraySlice<Times.CountedTime>
  private var open: ArraySlice<Times.CountedTime>
  private var count: Int

  init(_ times: Times) {
    values = times.values.filter { $0.count > 0 }[...]
    open = times.open[...]
    count = times.n
  }

  /// When the next case is solved.
  var next: Double? { values.first?.seconds }

  /// How many are at risk at a time, and how many of them are solved then.
  mutating func solve(at seconds: Double) -> (atRisk: Int, solved: Int) {
    while let first = open.first, first.seconds < seconds {
      count -= first.count
      open.removeFirst()
    }
    let atRisk = count
    guard let first = values.first, first.seconds == seconds else { return (atRisk, 0) }
    count -= first.count
    values.removeFirst()
    return (atRisk, first.count)
  }
}
