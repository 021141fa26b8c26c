package import JourneyMetrics
internal import JourneyModel

extension Ranking {
  /// How many times the journey's ranking is drawn: enough for shares in whole tenths.
  package static let draws = 2000
  /// With more contenders no certainty is drawn.
  package static let mostDrawn = 1000

  /// With how sure each rank is: in each of 2,000 draws every share, median and reach takes a value that its answers
  /// allow, and the contenders are ranked by what comes of it. Apart from `rank`, so that a map need not wait for it.
  ///
  /// A draw puts a touchpoint among the first three only where its burden is above 0. One whose reach is unknown has no
  /// certainty; in the others' it counts with the highest burden that it may have, where they are pushed down, and with
  /// none where they are not.
  package func withCertainty(_ journey: AnnotatedJourney) -> Ranking {
    let contenders = contenders
    guard !ranked.isEmpty, contenders.count <= Self.mostDrawn else { return self }
    let order = contenders.indices.sorted { contenders[$0].touchpoint < contenders[$1].touchpoint }
    let lots = Lots(order.map { contenders[$0] }, journey)
    var counts = RankCounts(isKnown: order.map { contenders[$0].reach != nil }, draws: Self.draws)
    var draws = Draws(seed: 1)
    var burdens = [Double](repeating: 0, count: order.count)
    for _ in 0..<Self.draws {
      lots.draw(&burdens, &draws)
      counts.add(burdens)
    }
    let clear = clearOfChance()
    var result = self
    for (lot, index) in order.enumerated() where index < ranked.count && ranked[index].reach != nil {
      let isClear = clear.contains(ranked[index].touchpoint)
      result.ranked[index].certainty = counts.certainty(of: lot, isClear: isClear)
    }
    return result
  }
}

/// What burdens are drawn from. All parts in one array and all medians in another, so that no draw counts references.
private struct Lots {
  private struct Lot {
    let parts: Range<Int>
    let medians: Range<Int>
    let reach: Beta?
    /// 100 · importance ÷ 5 ÷ Σ weights, times an assumed reach.
    let scale: Double
  }

  private struct DrawnMetric {
    let beta: Beta
    let weight: Double
    let target: Double
    let floor: Double

    func shortfall(_ share: Double) -> Double {
      guard share < target else { return 0 }
      return floor < target ? min((target - share) / (target - floor), 1) : 1
    }
  }

  private struct Median {
    let weight: Double
    /// The shortfall of each measured time, with the chance that the median is no longer.
    let times: [(upTo: Double, shortfall: Double)]

    func shortfall(_ share: Double) -> Double {
      var (low, high) = (0, times.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if times[middle].upTo < share { low = middle + 1 } else { high = middle }
      }
      return high < 0 ? 0 : times[low].shortfall
    }
  }

  private var lots: [Lot] = []
  private var parts: [DrawnMetric] = []
  private var medians: [Median] = []

  init(_ ranked: [Ranking.Ranked], _ journey: AnnotatedJourney) {
    for one in ranked {
      let (firstPart, firstMedian) = (parts.count, medians.count)
      for part in one.parts {
        if part.metric == .resolution {
          medians.append(Self.median(part, journey.touchpoints[one.touchpoint.value]))
        } else {
          let beta = Beta(
            part.value * part.n, of: part.n, mean: part.shrinkage?.mean ?? 0, strength: part.shrinkage?.strength ?? 0)
          parts.append(DrawnMetric(beta: beta, weight: part.weight, target: part.target, floor: part.floor))
        }
      }
      let weights = one.parts.reduce(0) { $0 + $1.weight }
      lots.append(
        Lot(
          parts: firstPart..<parts.count, medians: firstMedian..<medians.count,
          reach: one.reach.flatMap { $0.isAssumed ? nil : Beta($0.value * $0.effective, of: $0.effective) },
          scale: weights > 0 ? 20 * Double(one.importance) / weights * (one.assumedReach ?? 1) : 0))
    }
  }

  private static func median(_ part: Ranking.SeverityPart, _ scores: TouchpointScores) -> Median {
    let times = scores[part.metric].times ?? Times([(part.value, 1)])
    let shortfalls = times.medianChances.map { seconds, chance in
      (upTo: chance, shortfall: shortfall(part.metric, seconds, target: part.target, floor: part.floor))
    }
    return Median(weight: part.weight, times: shortfalls)
  }

  /// One draw of each burden: shares in the order of the metrics, then medians, then reach.
  func draw(_ burdens: inout [Double], _ draws: inout Draws) {
    for index in lots.indices {
      let lot = lots[index]
      var sum = 0.0
      for part in lot.parts { sum += parts[part].weight * parts[part].shortfall(draws.draw(parts[part].beta)) }
      for median in lot.medians {
        sum += medians[median].weight * medians[median].shortfall(draws.uniform())
      }
      burdens[index] = lot.scale * sum
      if let reach = lot.reach { burdens[index] *= draws.draw(reach) }
    }
  }
}

/// How often each touchpoint had each rank, and which burdens.
private struct RankCounts {
  private let isKnown: [Bool]
  /// A row for each touchpoint, a column for each rank: how often it was the first of those with the same burden, as far
  /// as their reach is known, and how often the last.
  private var firsts: [Int32]
  private var lasts: [Int32]
  private var topThree: [Double]
  private var topThreeAtMost: [Double]
  /// A row for each touchpoint.
  private var burdens: [Double]
  private let draws: Int
  private var drawn = 0
  /// The bits of burdens, turned round, the lowest of them the index.
  private var order: [UInt64]
  /// Enough for every index of `Ranking.mostDrawn`.
  private static let places: UInt64 = 1023
  private var count: Int { isKnown.count }

  init(isKnown: [Bool], draws: Int) {
    let count = isKnown.count
    (self.isKnown, self.draws) = (isKnown, draws)
    firsts = [Int32](repeating: 0, count: count * count)
    lasts = firsts
    topThree = [Double](repeating: 0, count: count)
    topThreeAtMost = topThree
    burdens = [Double](repeating: 0, count: count * draws)
    order = []
    order.reserveCapacity(count)
  }

  /// - Parameter burdens: of one draw, in declared order; never negative.
  mutating func add(_ burdens: [Double]) {
    order.removeAll(keepingCapacity: true)
    // Not negative, burdens are ordered as their bits are; whole numbers sort faster than pairs with a rule of their own.
    for (index, burden) in burdens.enumerated() {
      self.burdens[index * draws + drawn] = burden
      order.append(~burden.bitPattern & ~Self.places | UInt64(index))
    }
    drawn += 1
    order.sort()
    settle(burdens)
    var (first, known) = (0, 0)
    while first < count {
      let burden = burdens[Int(order[first] & Self.places)]
      var last = first
      var tied = 0
      while last < count, burdens[Int(order[last] & Self.places)] == burden {
        if isKnown[Int(order[last] & Self.places)] { tied += 1 }
        last += 1
      }
      // Those that share a burden share what is left of the first three.
      let share = burden > 0 ? min(1, Double(max(0, 3 - first)) / Double(last - first)) : 0
      for key in order[first..<last] {
        let lot = Int(key & Self.places)
        firsts[lot * count + known] += 1
        lasts[lot * count + last - 1] += 1
        topThree[lot] += share
        if burden > 0, known < 3 { topThreeAtMost[lot] += 1 }
      }
      (first, known) = (last, known + tied)
    }
  }

  /// Those that differ in the bits alone whose place the index took: by burden, highest first, ties in declared order.
  private mutating func settle(_ burdens: [Double]) {
    for index in order.indices.dropFirst() {
      var place = index
      while place > 0, order[place] & ~Self.places == order[place - 1] & ~Self.places,
        burdens[Int(order[place] & Self.places)] > burdens[Int(order[place - 1] & Self.places)]
      {
        order.swapAt(place, place - 1)
        place -= 1
      }
    }
  }

  func certainty(of lot: Int, isClear: Bool) -> Ranking.Certainty {
    /// The least rank that this share of the draws, in twentieths, does not go beyond.
    func quantile(_ ranks: [Int32], _ twentieths: Int) -> Int {
      var seen = 0
      for (rank, times) in ranks[lot * count..<(lot + 1) * count].enumerated() {
        seen += Int(times)
        if seen * 20 >= drawn * twentieths { return rank + 1 }
      }
      return count
    }
    let sorted = burdens[lot * draws..<lot * draws + drawn].sorted()
    func burden(_ twentieths: Int) -> Double { sorted[max(0, (drawn * twentieths + 19) / 20 - 1)] }
    let low = quantile(firsts, 1)
    return Ranking.Certainty(
      ranks: low...max(low, quantile(lasts, 19)), topThree: topThree[lot] / Double(max(drawn, 1)),
      topThreeAtMost: topThreeAtMost[lot] / Double(max(drawn, 1)), burden: drawn > 0 ? burden(1)...burden(19) : 0...0,
      isClear: isClear)
  }
}
