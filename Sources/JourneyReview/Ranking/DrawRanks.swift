package import JourneyMetrics
internal import JourneyModel

extension Ranking {
  /// How many times the journey's ranking is drawn.
  package static let draws = 2000
  /// With more ranked touchpoints no certainty is drawn.
  package static let mostDrawn = 1000

  /// With how sure each rank is: in each of 2,000 draws every share, median and reach takes a value that its answers
  /// allow, and the touchpoints are ranked by what comes of it. Apart from `rank`, so that a map need not wait for it.
  ///
  /// A draw puts a touchpoint among the first three only where its burden is above 0. Ties in declared order.
  package func withCertainty(_ journey: AnnotatedJourney) -> Ranking {
    guard !ranked.isEmpty, ranked.count <= Self.mostDrawn else { return self }
    let order = ranked.indices.sorted { ranked[$0].touchpoint < ranked[$1].touchpoint }
    let lots = order.map { Lot(ranked[$0], journey.touchpoints[ranked[$0].touchpoint.value]) }
    var counts = RankCounts(lots.count)
    var draws = Draws(seed: 1)
    for _ in 0..<Self.draws { counts.add(lots.map { $0.burden(&draws) }) }
    var result = self
    for (lot, index) in order.enumerated() { result.ranked[index].certainty = counts.certainty(of: lot) }
    return result
  }
}

/// What a touchpoint's burden is drawn from.
private struct Lot {
  private struct Part {
    let beta: Beta
    let weight: Double
    let target: Double
    let floor: Double
    /// Of a median: the shortfall of each measured time, with the share of times up to it.
    let times: [(upTo: Double, shortfall: Double)]

    func shortfall(_ draw: Double) -> Double {
      guard times.isEmpty else { return shortfall(atQuantile: draw) }
      guard draw < target else { return 0 }
      return floor < target ? min((target - draw) / (target - floor), 1) : 1
    }

    private func shortfall(atQuantile share: Double) -> Double {
      var (low, high) = (0, times.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if times[middle].upTo < share { low = middle + 1 } else { high = middle }
      }
      return times[low].shortfall
    }
  }

  private let parts: [Part]
  private let weights: Double
  private let reach: Beta?
  /// 100 · importance ÷ 5.
  private let scale: Double

  init(_ ranked: Ranking.Ranked, _ scores: TouchpointScores) {
    parts = ranked.parts.map { part in
      guard part.metric == .resolution else {
        let (mean, strength) = (part.shrinkage?.mean ?? 0, part.shrinkage?.strength ?? 0)
        let beta = Beta(part.value * part.n, of: part.n, mean: mean, strength: strength)
        return Part(beta: beta, weight: part.weight, target: part.target, floor: part.floor, times: [])
      }
      let times = scores[part.metric].times ?? Times([(part.value, 1)])
      var seen = 0
      let shortfalls = times.values.map { seconds, count in
        seen += count
        return (
          upTo: Double(seen) / Double(times.n),
          shortfall: shortfall(part.metric, seconds, target: part.target, floor: part.floor)
        )
      }
      let half = (Double(times.n) + 1) / 2
      return Part(
        beta: Beta(half, half), weight: part.weight, target: part.target, floor: part.floor, times: shortfalls)
    }
    weights = ranked.parts.reduce(0) { $0 + $1.weight }
    reach = ranked.reach.map { Beta($0.value * $0.effective, of: $0.effective) }
    scale = 20 * Double(ranked.importance)
  }

  /// Metrics in their order, then reach.
  func burden(_ draws: inout Draws) -> Double {
    var sum = 0.0
    for part in parts { sum += part.weight * part.shortfall(draws.draw(part.beta)) }
    let intensity = scale * (weights > 0 ? sum / weights : 0)
    return reach.map { intensity * draws.draw($0) } ?? intensity
  }
}

/// How often each touchpoint had each rank.
private struct RankCounts {
  private let count: Int
  /// A row for each touchpoint, a column for each rank.
  private var ranks: [Int32]
  private var topThree: [Int]
  private var order: [(burden: Double, index: Int)]

  init(_ count: Int) {
    self.count = count
    ranks = [Int32](repeating: 0, count: count * count)
    topThree = [Int](repeating: 0, count: count)
    order = []
    order.reserveCapacity(count)
  }

  /// - Parameter burdens: of one draw, in declared order.
  mutating func add(_ burdens: [Double]) {
    order.removeAll(keepingCapacity: true)
    for (index, burden) in burdens.enumerated() { order.append((burden, index)) }
    order.sort { $0.burden == $1.burden ? $0.index < $1.index : $0.burden > $1.burden }
    for (rank, lot) in order.enumerated() {
      ranks[lot.index * count + rank] += 1
      if rank < 3, lot.burden > 0 { topThree[lot.index] += 1 }
    }
  }

  func certainty(of lot: Int) -> Ranking.Certainty {
    let row = ranks[lot * count..<(lot + 1) * count]
    let draws = row.reduce(0) { $0 + Int($1) }
    /// The least rank that this share of the draws, in twentieths, does not go beyond.
    func quantile(_ twentieths: Int) -> Int {
      var seen = 0
      for (rank, times) in row.enumerated() {
        seen += Int(times)
        if seen * 20 >= draws * twentieths { return rank + 1 }
      }
      return count
    }
    return Ranking.Certainty(
      ranks: quantile(1)...quantile(19), topThree: draws > 0 ? Double(topThree[lot]) / Double(draws) : 0)
  }
}
