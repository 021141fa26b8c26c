internal import JourneyModel
internal import JourneySource
package import JourneySyntax

/// Sums over those who answered both of two questions: what key drivers are worked out from.
///
/// Sums only: no person is in it, and no cell of a table of two questions. They are of random groups of people, whose key
/// nobody keeps, so that it can be worked out how sure a result is. Joint tallies add up, as tallies do.
package struct JointTally: Sendable {
  /// Two questions of a feedback in a period; the one whose text comes first is `first`.
  package struct JointPair: Hashable, Sendable {
    package let first: Tally.TallyQuestion
    package let second: Tally.TallyQuestion

    package init(_ one: Tally.TallyQuestion, _ other: Tally.TallyQuestion) {
      (first, second) = one.jointName < other.jointName ? (one, other) : (other, one)
    }

    package var period: Period { first.period }
  }

  /// Of the people of a group: x is how far an answer to the first question is above the worst, y to the second.
  package struct JointSums: Hashable, Sendable {
    package var count: Int
    /// Σw and Σw²; both are the count where answers have no weight.
    package var weight: ExactDecimal
    package var squares: ExactDecimal
    package var x: ExactDecimal
    package var y: ExactDecimal
    package var xx: ExactDecimal
    package var yy: ExactDecimal
    package var xy: ExactDecimal
    /// Of questions on both sides of a crossing; nil elsewhere.
    package var tops: TopSums?

    package init(
      count: Int, weight: ExactDecimal, squares: ExactDecimal, x: ExactDecimal, y: ExactDecimal, xx: ExactDecimal,
      yy: ExactDecimal, xy: ExactDecimal, tops: TopSums? = nil
    ) {
      (self.count, self.weight, self.squares, self.tops) = (count, weight, squares, tops)
      (self.x, self.y, self.xx, self.yy, self.xy) = (x, y, xx, yy, xy)
    }

    /// With the two questions the other way round.
    package var turned: Self {
      Self(count: count, weight: weight, squares: squares, x: y, y: x, xx: yy, yy: xx, xy: xy, tops: tops?.turned)
    }

    package static func += (a: inout Self, b: Self) {
      a.count += b.count
      a.weight += b.weight
      a.squares += b.squares
      a.x += b.x
      a.y += b.y
      a.xx += b.xx
      a.yy += b.yy
      a.xy += b.xy
      a.tops = a.tops.flatMap { mine in b.tops.map { mine + $0 } }
    }
  }

  /// Of the people of a group, the weight of those whose answer counts for the share: to the first question, to the second,
  /// and to both.
  package struct TopSums: Hashable, Sendable {
    package var x: ExactDecimal
    package var y: ExactDecimal
    package var both: ExactDecimal

    package init(x: ExactDecimal, y: ExactDecimal, both: ExactDecimal) { (self.x, self.y, self.both) = (x, y, both) }

    fileprivate var turned: Self { Self(x: y, y: x, both: both) }

    fileprivate static func + (a: Self, b: Self) -> Self {
      var sum = a
      sum.x += b.x
      sum.y += b.y
      sum.both += b.both
      return sum
    }
  }

  /// How many random groups there are at most.
  package static let groups = 30

  /// By group, from 0.
  package private(set) var pairs: [JointPair: [Int: JointSums]] = [:]

  package init() {}

  package var isEmpty: Bool { pairs.isEmpty }

  package mutating func add(_ sums: JointSums, _ pair: JointPair, group: Int) {
    if pairs[pair]?[group] == nil { pairs[pair, default: [:]][group] = sums } else { pairs[pair]?[group]? += sums }
  }

  /// Whether there was none of that group.
  mutating func insert(_ sums: JointSums, _ pair: JointPair, group: Int) -> Bool {
    pairs[pair, default: [:]].updateValue(sums, forKey: group) == nil
  }

  /// Both together, group by group.
  package func merged(with other: JointTally) -> JointTally {
    var result = self
    for (pair, groups) in other.pairs {
      for (group, sums) in groups { result.add(sums, pair, group: group) }
    }
    return result
  }

  /// With the periods that were counted in place of its own; all others stay.
  ///
  /// - Parameters:
  ///   - counted: those of `newer`, whether it has anything of them or not.
  ///   - unchanged: of these, those in which every question has the answers that it had. They stay, too: other groups of the
  ///     same people would say more of them than one set of groups.
  package func replacing(with newer: JointTally, counted: Set<Period>, unchanged: Set<Period>) -> JointTally {
    let (mine, theirs) = (questions, newer.questions)
    let kept = unchanged.filter { period in mine[period].map { $0 == theirs[period] ?? $0 } ?? false }
    var result = JointTally()
    result.pairs = pairs.filter { !counted.contains($0.key.period) || kept.contains($0.key.period) }
    result.pairs.merge(newer.pairs.filter { !kept.contains($0.key.period) }) { _, new in new }
    return result
  }

  private var questions: [Period: Set<Tally.TallyQuestion>] {
    pairs.keys.reduce(into: [:]) { $0[$1.period, default: []].formUnion([$1.first, $1.second]) }
  }
}

extension Tally.TallyQuestion {
  /// What a joint tally calls it, beside its feedback and period.
  var jointName: String { [journey, touchpoint, metric.rawValue, scale?.text ?? ""].joined(separator: ",") }
}
