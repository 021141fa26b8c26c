internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource

/// What the answers of people who were asked together weigh: by cluster, place, period and answer.
struct ClusterCounts {
  private struct ClusterCell: Hashable {
    let cluster: KeyedHash.KeyedHashValue
    let place: Int32
    let period: Int32
    let outcome: Int32
  }

  /// In units of 10⁻¹⁰.
  private var weights: [ClusterCell: Int128] = [:]
  /// Whether there were more than there is room for.
  private(set) var isTooLarge = false

  mutating func add(_ outcome: Int32, place: Int, period: Int, _ cluster: KeyedHash.KeyedHashValue, weight: Int128) {
    let cell = ClusterCell(
      cluster: cluster, place: Int32(truncatingIfNeeded: place), period: Int32(truncatingIfNeeded: period),
      outcome: outcome)
    weights[cell, default: 0] = weights[cell, default: 0].addingCapped(weight)
    if weights.count > Limits.clusters { refuse() }
  }

  private mutating func refuse() {
    isTooLarge = true
    weights = [:]
  }

  mutating func merge(_ other: ClusterCounts) {
    guard !isTooLarge, !other.isTooLarge else { return refuse() }
    weights.merge(other.weights) { $0.addingCapped($1) }
    if weights.count > Limits.clusters { refuse() }
  }

  /// The sums of each place and period; of everyone, too, where there are segments.
  ///
  /// - Parameter whole: the place of everyone that a place belongs to; nil where there are no segments.
  func sums(whole: (Int) -> Int?) -> [(place: Int, period: Int, isEveryone: Bool, sums: ClusterSums)] {
    struct ClusterPlace: Hashable {
      let place: Int
      let period: Int
      let isEveryone: Bool
    }
    var clusters: [ClusterPlace: [KeyedHash.KeyedHashValue: [Int32: Int128]]] = [:]
    for (cell, weight) in weights {
      let place = Int(cell.place)
      let own = ClusterPlace(place: place, period: Int(cell.period), isEveryone: false)
      let all = whole(place).map { ClusterPlace(place: $0, period: Int(cell.period), isEveryone: true) }
      for key in [own, all].compactMap(\.self) {
        clusters[key, default: [:]][cell.cluster, default: [:]][cell.outcome, default: 0] += weight
      }
    }
    return clusters.map { key, clusters in
      var sums = ClusterSums()
      sums.count = clusters.count
      for answers in clusters.values {
        let answers = answers.map { (answer: Int($0.key), weight: $0.value) }
        for (index, one) in answers.enumerated() {
          for other in answers[index...] {
            let (product, overflow) = one.weight.multipliedReportingOverflow(by: other.weight)
            sums.add(ExactDecimal(units: overflow ? .max : product), one.answer, other.answer)
          }
        }
      }
      return (key.place, key.period, key.isEveryone, sums)
    }
  }
}
