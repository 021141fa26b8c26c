internal import JourneyMetrics

/// A share as several touchpoints have it, and whether they differ at all.
///
/// Where they do not differ beyond chance, each is taken to be at their common mean (κ → ∞); where they do, each is moved
/// toward it by as much as chance explains. One that stands out is taken as its own answers say.
package struct CommonShare: Sendable {
  /// μ = Σk ÷ Σn.
  package let mean: Double
  /// Cochran's Q of shares around their mean, Σn(p − μ)² ÷ (μ(1 − μ)): chi-square with one degree of freedom less than
  /// there are touchpoints where they are all the same.
  ///
  /// Source: Cochran, Biometrics 10 (1954) 417–451; of independent samples, Pearson's test of homogeneity.
  package let q: Double
  package let degrees: Int
  /// The chance of a Q as large where all are the same.
  package let p: Double
  /// κ: how many answers the mean is worth; infinite where nothing shows that they differ.
  let strength: Double
  /// μ(1 − μ).
  let noise: Double
  private let answers: Double
  /// By how many standard errors a share must be below the mean to stand out: so many that of shares that are all the
  /// same fewer than three do, with some certainty, which is what leaves a top three.
  private let far: Double

  /// Below it they are taken to differ.
  private static let level = 0.15

  /// Nil without answers.
  ///
  /// Source of κ: as in `Shrinkage`, but not held within bounds.
  package init?(_ shares: [(value: Double, n: Double)]) {
    answers = shares.reduce(0) { $0 + $1.n }
    guard answers > 0 else { return nil }
    let mean = min(max(shares.reduce(0) { $0 + $1.value * $1.n } / answers, 0), 1)
    let noise = mean * (1 - mean)
    let spread = shares.reduce(0) { $0 + $1.n * ($1.value - mean) * ($1.value - mean) }
    (self.mean, self.noise, degrees) = (mean, noise, shares.count - 1)
    q = noise > 0 ? spread / noise : 0
    p = chiSquareTail(above: q, degrees: Double(degrees))
    let squares = shares.reduce(0) { $0 + $1.n * $1.n }
    let whole = noise * (answers - squares / answers - Double(degrees))
    let correlation = whole > 0 ? (spread - noise * Double(degrees)) / whole : 0
    strength = correlation > 0 && p < Self.level ? max(0, 1 / correlation - 1) : .infinity
    far = normalQuantile(1 - min(0.5, 0.6 / Double(shares.count)))
  }

  /// One of the shares, and the variance of where it is.
  func seen(_ value: Double, _ n: Double) -> Estimate {
    let error = noise / answers
    if noise > 0, (mean - value) * (n / noise).squareRoot() > far { return own(value, n) }
    guard strength.isFinite else { return Estimate(value: mean, variance: error) }
    let estimate = (value * n + strength * mean) / (n + strength)
    let pull = strength / (n + strength)
    return Estimate(
      value: estimate, variance: estimate * (1 - estimate) / (n + strength + 1) + pull * pull * error)
  }

  /// A share that is compared with them, as its own answers say.
  func own(_ value: Double, _ n: Double) -> Estimate { Estimate(share: value, of: n, noise: noise) }
}

/// A figure and the variance of where it is.
struct Estimate: Sendable {
  var value: Double
  var variance: Double

  init(value: Double, variance: Double) {
    self.value = value
    self.variance = variance
  }

  /// Of a share's own answers: two of either kind added, so that 0 and 1 vary, too (Agresti and Coull 1998); not less than
  /// the `noise` p(1 − p) of those with which it is compared, for by chance a low share may seem to vary less than they.
  init(share: Double, of n: Double, noise: Double = 0) {
    let few = (share * n + 2) / (n + 4)
    self.init(value: share, variance: max(noise, few * (1 - few)) / max(n - 1, 1))
  }
}
