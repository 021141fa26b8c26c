internal import CByteScan
internal import JourneyMetrics
internal import JourneySource

/// How often two answers were given by the same person: a block of counters for each period and random group.
///
/// Nobody sees these tables. Sums are made of them, once it is known that nobody can work the tables out.
struct PairCounts {
  /// By the period times `JointTally.groups`, and the group.
  private(set) var blocks: [Int: PairBlock] = [:]
  /// Whether there were more than there is room for: then nothing of it is used.
  private(set) var isTooLarge = false
  private let isWeighted: Bool

  struct PairBlock {
    fileprivate(set) var counts: [UInt32]
    /// Σw and Σw² in units of 10⁻²⁰; empty where answers have no weight.
    fileprivate(set) var weights: [Int128]
    fileprivate(set) var squares: [Int128]
    /// Of answers without weights that are not counted yet: a bit for each person who gave an answer, by answer.
    fileprivate var masks: [UInt64] = []
    fileprivate var people = 0

    fileprivate static let words = Int(BYTESCAN_PAIR_WORDS)

    init(size: Int, isWeighted: Bool) {
      counts = Array(repeating: 0, count: size)
      weights = Array(repeating: 0, count: isWeighted ? size : 0)
      squares = weights
    }
  }

  init(isWeighted: Bool) { self.isWeighted = isWeighted }

  /// Counts the answers of a row.
  ///
  /// - Parameter weight: in units of 10⁻¹⁰.
  @inline(__always)
  mutating func add(_ outcomes: [Int32], _ plan: PairPlan, period: Int, group: Int, weight: Int128) {
    guard !isTooLarge else { return }
    let key = period * JointTally.groups + group
    if blocks[key] == nil {
      guard (blocks.count + 1) * plan.size <= Limits.pairs else { return refuse() }
      blocks[key] = PairBlock(size: plan.size, isWeighted: isWeighted)
    }
    if isWeighted {
      blocks[key]?.add(outcomes, plan, weight: weight)
    } else {
      blocks[key]?.add(outcomes, plan)
    }
  }

  /// Counts what is not counted yet.
  mutating func finish(_ plan: PairPlan) {
    for key in blocks.keys {
      blocks[key]?.countMarked(plan)
      blocks[key]?.masks = []
    }
  }

  private mutating func refuse() {
    isTooLarge = true
    blocks = [:]
  }

  mutating func merge(_ other: PairCounts) {
    guard !isTooLarge, !other.isTooLarge else { return refuse() }
    for (key, block) in other.blocks where blocks[key]?.merge(block) == nil { blocks[key] = block }
    if blocks.values.reduce(0, { $0 + $1.counts.count }) > Limits.pairs { refuse() }
  }
}

extension PairCounts.PairBlock {
  /// Marks who gave which answer; of many people at once, two answers are counted by the bits that they share.
  @inline(__always)
  fileprivate mutating func add(_ outcomes: [Int32], _ plan: PairPlan) {
    if masks.isEmpty { masks = Array(repeating: 0, count: plan.answers * Self.words) }
    let (word, bit) = (people &>> 6, UInt64(1) &<< UInt64(people & 63))
    var masks = masks.mutableSpan
    let (places, starts) = (plan.places.span, plan.starts.span)
    for index in places.indices {
      let answer = Int(outcomes[places[index]] &- Outcome.first)
      if answer >= 0 { masks[(starts[index] &+ answer) &* Self.words &+ word] |= bit }
    }
    people &+= 1
    if people == Self.words * 64 { countMarked(plan) }
  }

  /// Counts whoever was marked.
  fileprivate mutating func countMarked(_ plan: PairPlan) {
    guard people > 0 else { return }
    _ = unsafe masks.withUnsafeBufferPointer { masks in
      unsafe plan.spanWords.withUnsafeBufferPointer { spans in
        unsafe counts.withUnsafeMutableBufferPointer { counts in
          unsafe bytescan_pairs(masks.baseAddress, spans.baseAddress, spans.count, counts.baseAddress)
        }
      }
    }
    for index in masks.indices { masks[index] = 0 }
    people = 0
  }

  fileprivate mutating func add(_ outcomes: [Int32], _ plan: PairPlan, weight: Int128) {
    for first in plan.places.indices {
      let x = Int(outcomes[plan.places[first]] &- Outcome.first)
      guard x >= 0 else { continue }
      add(at: plan.range(first, first).lowerBound + x, weight)
      for second in first + 1..<plan.places.count {
        let y = Int(outcomes[plan.places[second]] &- Outcome.first)
        if y >= 0 { add(at: plan.range(first, second).lowerBound + x * plan.spans[second] + y, weight) }
      }
    }
  }

  private mutating func add(at place: Int, _ weight: Int128) {
    counts[place] &+= 1
    weights[place] = weights[place].addingCapped(weight * 10_000_000_000)
    squares[place] = squares[place].addingCapped(weight * weight)
  }

  /// The counters of one table alone.
  func part(_ range: Range<Int>) -> Self {
    var part = Self(size: 0, isWeighted: false)
    part.counts = Array(counts[range])
    if !weights.isEmpty { (part.weights, part.squares) = (Array(weights[range]), Array(squares[range])) }
    return part
  }

  /// The sum, of blocks of one plan.
  mutating func merge(_ other: Self) {
    for place in counts.indices { counts[place] &+= other.counts[place] }
    for place in weights.indices {
      weights[place] = weights[place].addingCapped(other.weights[place])
      squares[place] = squares[place].addingCapped(other.squares[place])
    }
  }
}
