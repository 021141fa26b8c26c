/// How alike people answered who were asked together: of each two answers, the sum over clusters of what the one weighs
/// in it times what the other does.
///
/// Whatever a figure counts of the answers, the variance between clusters follows from these sums.
package struct ClusterSums: Hashable, Sendable {
  /// Two answers of a scale, the lower first.
  package struct AnswerPair: Hashable, Sendable, Comparable {
    package let low: Int
    package let high: Int

    package init(_ one: Int, _ other: Int) { (low, high) = (min(one, other), max(one, other)) }

    package static func < (a: Self, b: Self) -> Bool { (a.low, a.high) < (b.low, b.high) }
  }

  /// How many clusters there are.
  package var count = 0
  package private(set) var together: [AnswerPair: ExactDecimal] = [:]

  package init() {}

  package mutating func add(_ sum: ExactDecimal, _ one: Int, _ other: Int) {
    together[AnswerPair(one, other), default: .zero] += sum
  }

  package static func += (a: inout Self, b: Self) {
    a.count += b.count
    a.together.merge(b.together) { $0 + $1 }
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
    for (pair, together) in together.sorted(by: { $0.key < $1.key }) {
      let product = (value(pair.low) - mean) * (value(pair.high) - mean) * together.value
      sum += pair.low == pair.high ? product : 2 * product
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
