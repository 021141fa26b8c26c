/// How alike people answered who were asked together: of each two answers, the sum over clusters of what the one weighs
/// in it times what the other does.
///
/// Whatever a figure counts of the answers, the variance between clusters follows from these sums.
package struct ClusterSums: Hashable, Sendable {
  /// Of two answers of a scale, the lower first.
  package struct PairProduct: Hashable, Sendable {
    package let low: Int
    package let high: Int
    package fileprivate(set) var sum: ExactDecimal
  }

  /// How many clusters there are.
  package var count = 0
  /// In the order of the pairs: there are few, and files have them in order.
  package private(set) var together: [PairProduct] = []

  package init() {}

  package mutating func add(_ sum: ExactDecimal, _ one: Int, _ other: Int) {
    let (low, high) = (min(one, other), max(one, other))
    var place = together.count
    while place > 0, (low, high) < (together[place - 1].low, together[place - 1].high) { place -= 1 }
    if place > 0, (together[place - 1].low, together[place - 1].high) == (low, high) {
      together[place - 1].sum += sum
    } else {
      if together.isEmpty { together.reserveCapacity(15) }
      together.insert(PairProduct(low: low, high: high, sum: sum), at: place)
    }
  }

  package static func += (a: inout Self, b: Self) {
    a.count += b.count
    for product in b.together { a.add(product.sum, product.low, product.high) }
  }

  /// People of whom nobody knows who was asked with whom count as a cluster each.
  mutating func addAlone(_ answer: Int, _ counts: Tally.Counts, isWeighted: Bool) {
    count += counts.count
    add(isWeighted ? counts.squares : ExactDecimal(counts.count), answer, answer)
  }

  /// How many answers asked by themselves would be as sure of a mean; nil of fewer than ten clusters, or where nothing
  /// varies.
  ///
  /// Source: Kish and Frankel, JRSS B 36 (1974) 1–37, and Binder, International Statistical Review 51 (1983) 279–292:
  /// v = G/(G − 1)·Σ(z_c − m·w_c)² ÷ W², z_c being the weighed sum of a cluster; then σ² ÷ v.
  /// - Parameters:
  ///   - answers: each with its weight.
  ///   - value: what a mean is of; 1 and 0 make it a share.
  func worth(_ answers: [(answer: Int, weight: Double)], _ value: (Int) -> Double) -> Double? {
    let whole = answers.reduce(0) { $0 + $1.weight }
    guard count >= 10, whole > 0 else { return nil }
    let mean = answers.reduce(0) { $0 + $1.weight * value($1.answer) } / whole
    let spread = answers.reduce(0) { $0 + $1.weight * (value($1.answer) - mean) * (value($1.answer) - mean) } / whole
    var sum = 0.0
    for one in together {
      let product = (value(one.low) - mean) * (value(one.high) - mean) * one.sum.value
      sum += one.low == one.high ? product : 2 * product
    }
    let groups = Double(count)
    let variance = groups / (groups - 1) * sum / (whole * whole)
    return variance > 0 && spread > 0 ? spread / variance : nil
  }
}

extension Tally {
  /// The segment under which a tally has the clusters of everyone: people of several segments are asked together.
  package static let everyone = "*"
}
