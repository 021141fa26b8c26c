internal import JourneyMetrics

/// Draws from distributions, the same on every machine for the same seed: of + − × ÷ √ and our own logarithm alone, each
/// of which IEEE 754 fixes to the last bit.
package struct Draws: Sendable {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  /// Source: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014, 453–472).
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Between 0 and 1, never either: the upper 52 bits and a half.
  package mutating func uniform() -> Double { (Double(Int64(next() >> 12)) + 0.5) * 0x1p-52 }

  /// Source: Leva, ACM TOMS 18 (1992) 449–453: the ratio of two uniform draws, a logarithm needed once in eighty.
  package mutating func normal() -> Double {
    for _ in 0..<Self.mostTrials {
      let u = uniform()
      let v = 1.7156 * (uniform() - 0.5)
      let x = u - 0.449871
      let y = v.magnitude + 0.386595
      let q = x * x + y * (0.196 * y - 0.25472 * x)
      if q < 0.27597 { return v / u }
      if q <= 0.27846, v * v <= -4 * logarithm(u) * u * u { return v / u }
    }
    return 0
  }

  /// From the beta distribution.
  package mutating func draw(_ beta: Beta) -> Double {
    let (x, y) = (draw(beta.a), draw(beta.b))
    return x / (x + y)
  }

  /// Source: Marsaglia and Tsang, ACM TOMS 26 (2000) 363–372; their exact test holds for every shape above ⅓.
  ///
  /// The quick test is our own: with t = slope · x, what is compared with ln u is −3·middle·∫t³ ÷ (1 + t), which is
  /// −x⁴ ÷ (54 · middle) or more where 1 + t is ½ or more.
  fileprivate mutating func draw(_ gamma: Gamma) -> Double {
    for _ in 0..<Self.mostTrials {
      let x = normal()
      let root = 1 + gamma.slope * x
      guard root > 0 else { continue }
      let v = root * root * root
      let u = uniform()
      let square = x * x
      if root >= 0.5, u < 1 - square * square * gamma.quick { return gamma.middle * v }
      if logarithm(u) < 0.5 * square + gamma.middle * (1 - v + logarithm(v)) { return gamma.middle * v }
    }
    return gamma.middle
  }

  /// Each trial succeeds more often than not; this many never fail.
  private static let mostTrials = 1000
}

/// A beta distribution, made ready to draw from; both shapes are ½ or more, as posteriors of shares are.
package struct Beta: Sendable {
  fileprivate let a: Gamma
  fileprivate let b: Gamma

  package init(_ a: Double, _ b: Double) {
    self.a = Gamma(a)
    self.b = Gamma(b)
  }

  /// Of a share: k of n answers, on top of a prior worth `strength` answers at `mean`, and of Jeffreys' two halves.
  package init(_ k: Double, of n: Double, mean: Double = 0, strength: Double = 0) {
    self.init(k + strength * mean + 0.5, n - k + strength * (1 - mean) + 0.5)
  }
}

/// A gamma distribution of scale 1.
private struct Gamma: Sendable {
  let middle: Double
  let slope: Double
  let quick: Double

  init(_ shape: Double) {
    let shape = shape >= 0.5 ? min(shape, 1e15) : 0.5
    middle = shape - 1.0 / 3
    slope = 1 / (9 * middle).squareRoot()
    quick = 1 / (54 * middle)
  }
}
