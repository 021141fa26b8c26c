/// A mean with what its interval needs.
package struct Mean: Sendable {
  package let value: Double
  /// The unbiased estimate, s².
  package let variance: Double
  /// How many answers, or how many weighted ones are worth.
  package let n: Double

  /// Of values with how often each was given, or with their weights.
  ///
  /// With weights s² = Σw(x − x̄)² ÷ Σw · n_eff ÷ (n_eff − 1), which is Σ(x − x̄)² ÷ (n − 1) where all are 1.
  /// - Parameter n: the effective number of answers.
  package init(_ values: [(value: Double, weight: Double)], n: Double) {
    let whole = values.reduce(0) { $0 + $1.weight }
    let value = whole > 0 ? values.reduce(0) { $0 + $1.value * $1.weight } / whole : 0
    let spread = values.reduce(0) { $0 + ($1.value - value) * ($1.value - value) * $1.weight }
    self.init(value: value, variance: whole > 0 && n > 1 ? spread / whole * n / (n - 1) : 0, n: n)
  }

  package init(value: Double, variance: Double, n: Double) {
    self.value = value
    self.variance = variance
    self.n = n
  }

  /// Student's 95 % interval, kept inside `bounds`; nil with one answer or less.
  ///
  /// Source: Student, Biometrika 6 (1908) 1–25: x̄ ± t(0.975; n − 1)·s ÷ √n.
  package func interval(within bounds: Interval) -> Interval? {
    guard n > 1 else { return nil }
    let half = studentPoint(0.05, degrees: n - 1) * (variance / n).squareRoot()
    return (value - half...value + half).clamped(to: bounds)
  }
}
