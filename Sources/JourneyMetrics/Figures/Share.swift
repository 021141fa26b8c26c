/// A 95 % interval, or any other range of a figure; both ends belong to it.
package typealias Interval = ClosedRange<Double>

/// Wilson's interval of the share k ÷ n. Both may be real numbers, as weighted counts are.
///
/// Source: Wilson, JASA 22 (1927) 209–212: the shares p for which |k/n − p| ≤ z·√(p(1 − p)/n).
/// - Parameter z: how many standard errors; 1.96 for 95 %.
package func wilson(_ k: Double, of n: Double, z: Double = z95) -> Interval {
  guard n > 0 else { return 0...1 }
  let p = min(max(k / n, 0), 1)
  let square = z * z
  let middle = p + square / (2 * n)
  let half = z * (p * (1 - p) / n + square / (4 * n * n)).squareRoot()
  let whole = 1 + square / n
  let low = p == 0 ? 0 : max(0, (middle - half) / whole)
  let high = p == 1 ? 1 : min(1, (middle + half) / whole)
  return min(low, p)...max(high, p)
}

/// Kish's effective number of answers, (Σw)² ÷ Σw²; 0 without answers.
///
/// Source: Kish, Survey Sampling (1965) 8.2: what the variance of a mean loses by unequal weights.
package func effectiveCount(weights: Double, squares: Double) -> Double {
  squares > 0 ? weights * weights / squares : 0
}

/// The difference of two shares, in 0…1, with its interval and the least level at which that excludes 0.
///
/// Source: Newcombe, Statistics in Medicine 17 (1998) 873–890, method 10: of Wilson's two intervals; p by inverting it.
package func newcombe(
  _ after: (share: Double, n: Double), minus before: (share: Double, n: Double)
) -> (difference: Double, interval: Interval, p: Double) {
  let difference = after.share - before.share
  let z = lastPoint(from: 0, to: 64) { z in
    let interval = newcombeInterval(after, minus: before, z: z)
    return difference > 0 ? interval.lowerBound > 0 : interval.upperBound < 0
  }
  return (difference, newcombeInterval(after, minus: before), difference == 0 ? 1 : normalTails(z))
}

/// The interval of `newcombe` alone.
///
/// - Parameter z: how many standard errors; 1.96 for 95 %.
func newcombeInterval(
  _ after: (share: Double, n: Double), minus before: (share: Double, n: Double), z: Double = z95
) -> Interval {
  let difference = after.share - before.share
  let a = wilson(after.share * after.n, of: after.n, z: z)
  let b = wilson(before.share * before.n, of: before.n, z: z)
  func root(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
  let low = max(-1, difference - root(after.share - a.lowerBound, b.upperBound - before.share))
  return low...min(1, difference + root(a.upperBound - after.share, before.share - b.lowerBound))
}
