/// How far shares of few answers are drawn toward the mean of their metric, so that chance alone ranks nobody first.
///
/// For ranking only: pages show the raw share.
package struct Shrinkage: Sendable, Equatable {
  /// μ = Σk ÷ Σn.
  package let mean: Double
  /// κ: how many answers the mean is worth, 2…50.
  package let strength: Double

  package init(mean: Double, strength: Double) {
    self.mean = mean
    self.strength = strength
  }

  /// Of one metric's touchpoints in a journey: κ = 1/φ − 1, with φ the correlation of answers within a touchpoint.
  ///
  /// Source of φ: the moment estimator of the beta-binomial (Kleinman, JASA 68 (1973) 46–54).
  /// - Parameter shares: k of n at each touchpoint; real numbers, as weighted counts are.
  package init(_ shares: [(k: Double, n: Double)]) {
    let n = shares.reduce(0) { $0 + $1.n }
    let mean = n > 0 ? min(max(shares.reduce(0) { $0 + $1.k } / n, 0), 1) : 0
    self.mean = mean
    guard shares.count >= 8 else {
      strength = 10
      return
    }
    let noise = mean * (1 - mean)
    let between = shares.reduce(0) { sum, share in
      share.n > 0 ? sum + share.n * (share.k / share.n - mean) * (share.k / share.n - mean) : sum
    }
    let squares = shares.reduce(0) { $0 + $1.n * $1.n }
    let touchpoints = Double(shares.count)
    let whole = noise * (n - squares / n - touchpoints + 1)
    let correlation = (between - noise * (touchpoints - 1)) / whole
    guard noise > 0, whole > 0, correlation > 0 else {
      strength = 50
      return
    }
    strength = min(max(1 / correlation - 1, 2), 50)
  }

  /// x̃ = (k + κμ) ÷ (n + κ).
  package func estimate(_ k: Double, of n: Double) -> Double {
    n + strength > 0 ? (k + strength * mean) / (n + strength) : mean
  }
}
