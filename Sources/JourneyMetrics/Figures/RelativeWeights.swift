/// How much of what several answers explain of another one goes with each of them.
///
/// Source: Johnson, Multivariate Behavioral Research 35 (2000) 1–19: Λ = P·D^½·Pᵀ of R = P·D·Pᵀ, β = Λ⁻¹r,
/// ε_j = Σ_k Λ_jk²·β_k², which add up to R².
package struct RelativeWeights: Sendable {
  /// Beside the answers, each a part of `explained`.
  package let weights: [Double]
  /// R²: which part of the differences in the other answer goes with them.
  package let explained: Double
  /// The least eigenvalue of the correlations that were used.
  package let leastEigenvalue: Double

  /// The least eigenvalue of correlations that are made to fit together.
  private static let least = 1e-3

  /// - Parameter correlations: of all answers with each other; the last is the one to be explained.
  package init?(_ correlations: SymmetricMatrix) {
    guard let plain = Self(plain: correlations) ?? Self(plain: correlations.nearestCorrelation(least: Self.least))
    else { return nil }
    self = plain
  }

  /// Nil where the correlations do not fit together.
  private init?(plain correlations: SymmetricMatrix) {
    let count = correlations.size - 1
    guard count > 0 else { return nil }
    var own = SymmetricMatrix(size: count, diagonal: 1)
    for row in 0..<count { for column in 0..<row { own[row, column] = correlations[row, column] } }
    let spectrum = own.spectrum
    guard let smallest = spectrum.values.min(), smallest >= Self.least / 2 else { return nil }
    let roots = spectrum.matrix { $0.squareRoot() }
    let inverse = spectrum.matrix { 1 / $0.squareRoot() }
    let betas = (0..<count).map { row in
      (0..<count).reduce(0) { $0 + inverse[row, $1] * correlations[$1, count] }
    }
    weights = (0..<count).map { row in
      (0..<count).reduce(0) { $0 + roots[row, $1] * roots[row, $1] * betas[$1] * betas[$1] }
    }
    (explained, leastEigenvalue) = (weights.reduce(0, +), smallest)
    guard explained < 1 else { return nil }
  }

  /// Of `explained`, from 0 to 1.
  package var shares: [Double] { weights.map { explained > 0 ? $0 / explained : 0 } }
}

/// The standard errors of estimates that were made again without each of many random groups in turn.
///
/// Source: Kott, Journal of Official Statistics 17 (2001) 521–526: v = Σ_h (G_h − 1)/G_h·Σ_g (θ_hg − θ̄_h)², over the parts
/// h, each with groups of its own; Student's t with Σ(G_h − 1) degrees of freedom.
package struct GroupJackknife: Sendable {
  /// Of each estimate, its standard error squared.
  package let variances: [Double]
  package let degrees: Double

  /// - Parameter replicates: of each part, of each group, the estimates without it; nil of fewer than two groups.
  package init?(_ replicates: [[[Double]]]) {
    guard let count = replicates.first?.first?.count, replicates.allSatisfy({ $0.count > 1 }) else { return nil }
    var squares = Array(repeating: 0.0, count: count)
    var degrees = 0
    for part in replicates {
      let groups = Double(part.count)
      degrees += part.count - 1
      for index in 0..<count {
        let mean = part.reduce(0) { $0 + $1[index] } / groups
        let sum = part.reduce(0) { $0 + ($1[index] - mean) * ($1[index] - mean) }
        squares[index] += (groups - 1) / groups * sum
      }
    }
    variances = squares
    self.degrees = Double(degrees)
  }

  /// The 95 % intervals of the estimates.
  package func intervals(_ values: [Double]) -> [Interval] {
    let point = studentPoint(0.05, degrees: degrees)
    return zip(values, variances).map { value, variance in
      let half = point * variance.squareRoot()
      return value - half...value + half
    }
  }
}
