internal import JourneyMetrics
internal import JourneyModel

/// The sums that may be written of the tables of a period: those by which nobody can work an answer out.
///
/// - The random groups are merged, of all pairs alike, until each has `hide-below` people, and sums that fit more than one
///   table (`AnswerTable.isOpen`). A pair for which ten groups are too many is left out.
/// - Where fewer than `hide-below` answered one of two questions and not the other, their answers would be a difference of
///   sums. So the groups that they are in are left out of that pair. The same holds where all who answered a question
///   answered two others, and hardly anybody else did.
struct SafeSums {
  private let plan: PairPlan
  private let least: Double
  /// By group.
  private let tables: [PairCounts.PairBlock]
  /// How many answered both of two questions, or the one; by `first * questions + second`.
  private let people: [Tally.Counts]

  /// How many groups there may be, the most first: each divides `JointTally.groups`.
  private static let choices = [30, 15, 10]
  private static let leastGroups = 10

  /// - Parameter tables: of one period, by group.
  init(_ tables: [PairCounts.PairBlock], _ plan: PairPlan, hideBelow: Int) {
    self.plan = plan
    least = Double(max(5, hideBelow))
    self.tables = tables
    let all = plan.spans.indices
    people = all.flatMap { first in
      all.map { second in
        let range = plan.range(min(first, second), max(first, second))
        return tables.reduce(Tally.Counts(0)) { $0 + $1.people(in: range) }
      }
    }
  }

  /// Hands over the tables of each two questions in each group, of which sums may be written.
  func each(_ take: (_ first: Int, _ second: Int, _ group: Int, PairCounts.PairBlock) -> Void) {
    let all = plan.spans.indices
    let pairs = all.flatMap { first in all.dropFirst(first + 1).map { (first: first, second: $0) } }
    let possible = pairs.map { pair in Self.choices.first { groups($0, pair.first, pair.second) != nil } }
    guard let count = possible.compactMap(\.self).min() else { return }
    for (pair, choice) in zip(pairs, possible) where choice != nil {
      for (group, block) in groups(count, pair.first, pair.second) ?? [] {
        take(pair.first, pair.second, group, block)
      }
    }
  }

  /// The tables of so many groups; nil where they would say too much.
  private func groups(_ count: Int, _ first: Int, _ second: Int) -> [(group: Int, block: PairCounts.PairBlock)]? {
    guard let left = leftOut(first, second) else { return nil }
    let range = plan.range(first, second)
    var groups: [(group: Int, block: PairCounts.PairBlock)] = []
    for group in 0..<count {
      var block: PairCounts.PairBlock?
      for table in stride(from: group, to: tables.count, by: count) where !left.contains(table) {
        let part = tables[table].part(range)
        if block?.merge(part) == nil { block = part }
      }
      guard let block else { continue }
      let people = block.people(in: 0..<range.count)
      // Where nobody is, nobody is named: of few clusters, many groups are empty.
      if people.count == 0 { continue }
      guard people.evidence >= least,
        AnswerTable(block.counts.map { Int($0) }, columns: plan.spans[second], tops: plan.tops(first, second)).isOpen
      else { return nil }
      groups.append((group, block))
    }
    return groups.count >= Self.leastGroups ? groups : nil
  }

  private func people(_ first: Int, _ second: Int) -> Tally.Counts { people[first * plan.spans.count + second] }

  /// The groups by which a difference of sums would be about too few; nil where it still would without them.
  private func leftOut(_ first: Int, _ second: Int) -> Set<Int>? {
    let (both, range) = (people(first, second), plan.range(first, second))
    var left: Set<Int> = []
    for other in plan.spans.indices {
      let (own, isOneOfBoth) = (people(other, other), other == first || other == second)
      guard isOneOfBoth || [first, second].allSatisfy({ people($0, other).count == own.count }) else { continue }
      let few = isOneOfBoth ? own.less(both) : both.less(own)
      guard few.count > 0, few.evidence < least else { continue }
      let answers = plan.range(other, other)
      let differing = tables.indices.filter {
        tables[$0].people(in: range).count != tables[$0].people(in: answers).count
      }
      let without = differing.reduce(few) { $0 + tables[$1].people(in: isOneOfBoth ? range : answers) }
      guard without.evidence >= least else { return nil }
      left.formUnion(differing)
    }
    return left
  }
}

extension PairCounts.PairBlock {
  fileprivate func people(in range: Range<Int>) -> Tally.Counts {
    let count = counts[range].reduce(0) { $0 + Int($1) }
    guard !weights.isEmpty else { return Tally.Counts(count) }
    return Tally.Counts(
      count, weight: ExactDecimal(units: weights[range].reduce(0) { $0.addingCapped($1) }),
      squares: ExactDecimal(units: squares[range].reduce(0) { $0.addingCapped($1) }))
  }

  /// The sums of the table of two questions.
  ///
  /// - Parameters:
  ///   - x: how far each answer to the first question is above the worst.
  ///   - y: the same of the second.
  ///   - tops: which answers to each count, where their shares are compared.
  func sums(x: [Int], y: [Int], tops: (first: Set<Int>, second: Set<Int>)?) -> JointTally.JointSums {
    let people = people(in: counts.indices)
    /// - Parameter value: what a person adds who gave these two answers.
    func sum(_ value: (_ first: Int, _ second: Int) -> Int) -> ExactDecimal {
      var whole: Int128 = 0
      for place in counts.indices {
        let factor = Int128(value(place / y.count, place % y.count))
        let own = weights.isEmpty ? Int128(counts[place]) : weights[place]
        let (product, overflow) = own.multipliedReportingOverflow(by: factor)
        whole = whole.addingCapped(overflow ? .max : product)
      }
      return weights.isEmpty ? ExactDecimal(Int(clamping: whole)) : ExactDecimal(units: whole)
    }
    return JointTally.JointSums(
      count: people.count, weight: weights.isEmpty ? ExactDecimal(people.count) : people.weight,
      squares: weights.isEmpty ? ExactDecimal(people.count) : people.squares, x: sum { first, _ in x[first] },
      y: sum { _, second in y[second] }, xx: sum { first, _ in x[first] * x[first] },
      yy: sum { _, second in y[second] * y[second] }, xy: sum { x[$0] * y[$1] },
      tops: tops.map { tops in
        JointTally.TopSums(
          x: sum { first, _ in tops.first.contains(first) ? 1 : 0 },
          y: sum { _, second in tops.second.contains(second) ? 1 : 0 },
          both: sum { tops.first.contains($0) && tops.second.contains($1) ? 1 : 0 })
      })
  }
}

extension Tally.Counts {
  /// Those that are not among others, all of which are among these.
  fileprivate func less(_ other: Self) -> Self {
    Tally.Counts(count - other.count, weight: weight - other.weight, squares: squares - other.squares)
  }
}
