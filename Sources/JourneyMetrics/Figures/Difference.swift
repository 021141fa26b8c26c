/// How far two figures are apart, in the unit of the figures, with its 95 % interval.
package struct Difference: Sendable, Equatable {
  package let value: Double
  package let interval: Interval

  package init(value: Double, interval: Interval) {
    self.value = value
    self.interval = interval
  }

  /// How far the value is from each end.
  private var arms: (low: Double, high: Double) { (value - interval.lowerBound, interval.upperBound - value) }

  /// What this has more than another, of other answers: a difference of differences.
  ///
  /// Source: Zou and Donner, Statistics in Medicine 27 (2008) 1693–1702: the squares of the distances to the ends add up,
  /// each end of the one with the opposite end of the other. With symmetric intervals that is SE² = SE₁² + SE₂²; Newcombe's
  /// interval is made of Wilson's in the same way.
  package static func - (a: Difference, b: Difference) -> Difference {
    let value = a.value - b.value
    func root(_ x: Double, _ y: Double) -> Double { (x * x + y * y).squareRoot() }
    return Difference(
      value: value, interval: value - root(a.arms.low, b.arms.high)...value + root(a.arms.high, b.arms.low))
  }

  /// The mean of several, each of other answers and each counting alike; nil of none.
  ///
  /// Source: as `-`; with symmetric intervals SE² = ΣSE² ÷ k².
  package static func mean(of differences: some Collection<Difference>) -> Difference? {
    guard !differences.isEmpty else { return nil }
    let count = Double(differences.count)
    var (sum, low, high) = (0.0, 0.0, 0.0)
    for difference in differences {
      sum += difference.value
      low += difference.arms.low * difference.arms.low
      high += difference.arms.high * difference.arms.high
    }
    let value = sum / count
    return Difference(value: value, interval: value - low.squareRoot() / count...value + high.squareRoot() / count)
  }
}
