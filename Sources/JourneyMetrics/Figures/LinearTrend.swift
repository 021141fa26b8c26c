/// A line through shares of several periods, each weighed by how sure it is.
///
/// Source: Cochran, Biometrics 10 (1954) 417–451, and Armitage, Biometrics 11 (1955) 375–386: weighted least squares with
/// the weights 1 ÷ v, v = p(1 − p) ÷ n.
package struct LinearTrend: Sendable {
  /// The change of the share in one unit of time.
  package let slope: Difference
  /// The chance of a slope so far from 0 where there is none.
  package let p: Double
  /// How far the shares are from the line, a chi-square value with two degrees of freedom less than there are shares.
  package let q: Double
  /// The chance of so large a `q` where they are on a line.
  package let lineP: Double

  /// Nil of fewer than three shares, of one time, and where a share is none or all: it has no variance then.
  package init?(_ shares: [(time: Double, share: Double, n: Double)]) {
    guard shares.count >= 3, shares.allSatisfy({ $0.share > 0 && $0.share < 1 && $0.n > 0 }) else { return nil }
    let weighed = shares.map { (time: $0.time, share: $0.share, weight: $0.n / ($0.share * (1 - $0.share))) }
    let whole = weighed.reduce(0) { $0 + $1.weight }
    let middle = weighed.reduce(0) { $0 + $1.weight * $1.time } / whole
    let mean = weighed.reduce(0) { $0 + $1.weight * $1.share } / whole
    let spread = weighed.reduce(0) { $0 + $1.weight * ($1.time - middle) * ($1.time - middle) }
    guard spread > 0 else { return nil }
    let slope = weighed.reduce(0) { $0 + $1.weight * ($1.time - middle) * ($1.share - mean) } / spread
    let error = 1 / spread.squareRoot()
    self.slope = Difference(value: slope, interval: slope - z95 * error...slope + z95 * error)
    p = normalTails(slope / error)
    q = weighed.reduce(0) { sum, one in
      let off = one.share - mean - slope * (one.time - middle)
      return sum + one.weight * off * off
    }
    lineP = chiSquareTail(above: q, degrees: Double(shares.count - 2))
  }
}
