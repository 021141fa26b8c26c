/// A quantile as a fraction, so that ranks are exact.
package struct Quantile: Sendable {
  package let numerator: Int
  package let denominator: Int

  package static let median = Quantile(numerator: 1, denominator: 2)
  package static let p90 = Quantile(numerator: 9, denominator: 10)

  var share: Double { Double(numerator) / Double(denominator) }

  /// The rank, from 1, of the smallest of n values whose cumulative count is at least q · n.
  package func rank(of n: Int) -> Int {
    let whole = n / denominator * numerator
    return max(1, whole + (n % denominator * numerator + denominator - 1) / denominator)
  }

  /// The ranks, from 1, between which the quantile lies with at least 95 %, at most 2.5 % beyond either; nil where n is
  /// too small for that (a median below 6, p90 below 36).
  ///
  /// Source: the number of values below the quantile is binomial (Conover, Practical Nonparametric Statistics 3.2). From
  /// ten million values on by the normal distribution, which is then right to the rank.
  package func ranks(of n: Int) -> (low: Int, high: Int)? {
    if n >= 10_000_000 {
      let middle = share * Double(n)
      let half = z95 * (middle * (1 - share)).squareRoot()
      return (Int((middle - half).rounded(.down)), Int((middle + half).rounded(.up)) + 1)
    }
    let low = firstCount(upTo: n) { atMost($0, of: n) > 0.025 }
    let high = firstCount(upTo: n) { atMost($0, of: n) >= 0.975 } + 1
    return low >= 1 && high <= n ? (low, high) : nil
  }

  /// The chance that at most k of n values lie below the quantile.
  private func atMost(_ k: Int, of n: Int) -> Double {
    guard k < n else { return 1 }
    return incompleteBeta(1 - share, share, Double(n - k), Double(k + 1))
  }

  private func firstCount(upTo n: Int, where holds: (Int) -> Bool) -> Int {
    var (low, high) = (0, n)
    while low < high {
      let middle = low + (high - low) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
