/// Promoters and detractors of n answers; real numbers, as weighted counts are.
package struct NetPromoter: Sendable {
  package let promoters: Double
  package let detractors: Double
  package let n: Double

  package init(promoters: Double, detractors: Double, n: Double) {
    self.promoters = promoters
    self.detractors = detractors
    self.n = n
  }

  /// In points, −100…100.
  package var value: Double { n > 0 ? 100 * (promoters - detractors) / n : 0 }

  /// The adjusted estimate and its standard error, as shares.
  ///
  /// Source: Rocks, The American Statistician 70 (2016) 365–372: ¾ more promoters, ¾ more detractors, 3 more answers,
  /// then Wald's interval.
  package var adjusted: (estimate: Double, error: Double) {
    let whole = n + 3
    let (p, d) = ((promoters + 0.75) / whole, (detractors + 0.75) / whole)
    return (p - d, (max(0, p + d - (p - d) * (p - d)) / whole).squareRoot())
  }

  /// Nil where the answers are worth fewer than two: three added ones would then say more than they.
  package var interval: Interval? {
    guard n >= 2 else { return nil }
    let (estimate, error) = adjusted
    return max(-100, 100 * (estimate - z95 * error))...min(100, 100 * (estimate + z95 * error))
  }

  /// In points, from an earlier one to this: the difference of the adjusted estimates over √(SE₁² + SE₂²).
  ///
  /// The adjustment draws both to 0, so of few answers that all agree the raw difference can lie beyond the interval: then
  /// it ends there.
  package func change(from before: NetPromoter) -> (difference: Double, interval: Interval, p: Double) {
    let (now, then) = (adjusted, before.adjusted)
    let estimate = now.estimate - then.estimate
    let error = (now.error * now.error + then.error * then.error).squareRoot()
    let difference = value - before.value
    let low = min(max(-200, 100 * (estimate - z95 * error)), difference)
    let high = max(min(200, 100 * (estimate + z95 * error)), difference)
    return (difference, low...high, normalTails(estimate / error))
  }
}
