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

/// Measured times in seconds with how often each was measured, shortest first.
package struct Times: Sendable {
  package let values: [(seconds: Double, count: Int)]
  package let n: Int

  /// - Parameter values: in ascending order.
  package init(_ values: [(seconds: Double, count: Int)]) {
    self.values = values
    n = values.reduce(0) { $0 + $1.count }
  }

  package func value(ofRank rank: Int) -> Double {
    var seen = 0
    for (seconds, count) in values {
      seen += count
      if seen >= rank { return seconds }
    }
    return values.last?.seconds ?? 0
  }

  package func quantile(_ quantile: Quantile) -> Double { value(ofRank: quantile.rank(of: n)) }

  package func interval(of quantile: Quantile) -> Interval? {
    quantile.ranks(of: n).map { value(ofRank: $0.low)...value(ofRank: $0.high) }
  }

  package var mean: Mean { Mean(values.map { ($0.seconds, Double($0.count)) }, n: Double(n)) }

  /// e to the mean logarithm; zero counts as 1 s. 0 without values.
  ///
  /// Source: Sauro and Lewis, CHI 2010, 2347–2350: of the averages of small samples of times the nearest to the median.
  package var geometricMean: Double {
    guard n > 0 else { return 0 }
    return exponential(values.reduce(0) { $0 + logarithm(max(1, $1.seconds)) * Double($1.count) } / Double(n))
  }
}
