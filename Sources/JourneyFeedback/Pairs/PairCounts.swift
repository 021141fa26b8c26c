internal import CByteScan
internal import JourneyMetrics
internal import JourneySource

/// How often two answers were given by the same person: a block of counters for each period and random group.
///
/// Nobody sees these tables. Sums are made of them, once it is known that nobody can work the tables out.
struct PairCounts {
  /// One behind the other, `JointTally.groups` for each period.
  private var blocks: [PairBlock] = []
  /// Where the blocks of each period begin.
  private var starts: [Int: Int] = [:]
  /// The period of the row before, and where its blocks begin: exports are in order of time.
  private var last = (period: Int.min, start: 0)
  /// Whether there were more than there is room for: then nothing of it is used.
  private(set) var isTooLarge = false
  private let isWeighted: Bool

  /// Of answers without weights: rows that are not counted yet, `mostWaiting` for each block, and how many of them there
  /// are. A row has a byte for each question: 0, or one more than the answer's number.
  private var waiting: [UInt8] = []
  private var waitingRows: [Int] = []
  private var masks: [UInt64] = []
  /// As in the plan, where they need not be asked for again with each row.
  private var places: [Int] = []

  private static let mostWaiting = Int(BYTESCAN_PAIR_WORDS) * 64

  struct PairBlock {
    fileprivate(set) var counts: [UInt32]
    /// Σw and Σw² in units of 10⁻²⁰; empty where answers have no weight.
    fileprivate(set) var weights: [Int128]
    fileprivate(set) var squares: [Int128]

    init(size: Int, isWeighted: Bool) {
      counts = Array(repeating: 0, count: size)
      weights = Array(repeating: 0, count: isWeighted ? size : 0)
      squares = weights
    }
  }

  init(isWeighted: Bool) { self.isWeighted = isWeighted }

  var periods: [Int] { starts.keys.sorted() }

  /// The blocks of a period, by random group.
  func blocks(of period: Int) -> ArraySlice<PairBlock> {
    starts[period].map { blocks[$0..<$0 + JointTally.groups] } ?? []
  }

  /// Counts the answers of a row.
  ///
  /// - Parameter weight: in units of 10⁻¹⁰.
  @inline(__always)
  mutating func add(_ outcomes: [Int32], _ plan: PairPlan, period: Int, group: Int, weight: Int128) {
    if period != last.period { guard open(period, plan) else { return } }
    let block = last.start &+ group
    if isWeighted {
      blocks[block].add(outcomes, plan, weight: weight)
    } else {
      wait(outcomes, plan, block)
    }
  }

  /// Keeps a row until there are enough of its block: of many people at once, two answers are counted by the bits that
  /// they share.
  @inline(__always)
  private mutating func wait(_ outcomes: [Int32], _ plan: PairPlan, _ block: Int) {
    let rows = waitingRows[block]
    let start = (block &* Self.mostWaiting &+ rows) &* places.count
    for index in places.indices {
      let answer = outcomes[places[index]] &- (Outcome.first &- 1)
      waiting[start &+ index] = UInt8(truncatingIfNeeded: max(0, answer))
    }
    waitingRows[block] = rows &+ 1
    if rows &+ 1 == Self.mostWaiting { countWaiting(block, plan) }
  }

  /// Makes room for a period; false where there is none.
  private mutating func open(_ period: Int, _ plan: PairPlan) -> Bool {
    guard !isTooLarge else { return false }
    if let start = starts[period] {
      last = (period, start)
      return true
    }
    guard (blocks.count + JointTally.groups) * plan.size <= Limits.pairs else {
      refuse()
      return false
    }
    last = (period, blocks.count)
    starts[period] = blocks.count
    let block = PairBlock(size: plan.size, isWeighted: isWeighted)
    blocks += Array(repeating: block, count: JointTally.groups)
    if !isWeighted {
      places = plan.places
      waitingRows += Array(repeating: 0, count: JointTally.groups)
      waiting += Array(repeating: 0, count: JointTally.groups * Self.mostWaiting * plan.places.count)
      if masks.isEmpty { masks = Array(repeating: 0, count: plan.answers * Int(BYTESCAN_PAIR_WORDS)) }
    }
    return true
  }

  private mutating func countWaiting(_ block: Int, _ plan: PairPlan) {
    let size = Self.mostWaiting * plan.places.count
    let range = block * size..<(block + 1) * size
    _ = unsafe waiting[range].withUnsafeBufferPointer { waiting in
      unsafe plan.spanWords.withUnsafeBufferPointer { spans in
        unsafe masks.withUnsafeMutableBufferPointer { masks in
          unsafe blocks[block].counts.withUnsafeMutableBufferPointer { counts in
            unsafe bytescan_pairs(
              waiting.baseAddress, waitingRows[block], spans.baseAddress, spans.count, masks.baseAddress,
              counts.baseAddress)
          }
        }
      }
    }
    waitingRows[block] = 0
  }

  /// Counts what is not counted yet.
  mutating func finish(_ plan: PairPlan) {
    for block in waitingRows.indices where waitingRows[block] > 0 { countWaiting(block, plan) }
    (waiting, waitingRows, masks) = ([], [], [])
  }

  private mutating func refuse() {
    isTooLarge = true
    (blocks, starts, waiting, waitingRows) = ([], [:], [], [])
    last = (.min, 0)
  }

  /// Adds what another part of the answers came to, which has no rows that wait.
  mutating func merge(_ other: PairCounts) {
    guard !isTooLarge, !other.isTooLarge else { return refuse() }
    for period in other.periods {
      let added = other.blocks(of: period)
      guard let start = starts[period] else {
        starts[period] = blocks.count
        blocks += added
        continue
      }
      for (place, block) in zip(start..., added) { blocks[place].merge(block) }
    }
    if let block = blocks.first, blocks.count * block.counts.count > Limits.pairs { refuse() }
  }
}

extension PairCounts.PairBlock {
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
