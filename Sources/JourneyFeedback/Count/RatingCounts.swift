/// How often each rating was given: a block of counters for each touchpoint, segment and period, all questions in it.
///
/// So a row looks up once where its answers are counted, and they lie side by side. Cells without an answer are counted
/// there too: nothing depends on which of them a row has, so the processor has nothing to guess.
struct RatingCounts {
  /// Where each question's counters begin in a block; nil for times, which have too many.
  let offsets: [Int]
  private let size: Int
  private let isWeighted: Bool
  private var slots: [BlockSlot]
  private var blocks = 0
  private var counts: [Int] = []
  private var weights: [Int128] = []
  private var squares: [Int128] = []

  /// How many outcomes there are below the first answer: not asked, ignored, blank.
  private static let none = 3

  private struct BlockSlot {
    /// Zero where it is free.
    var key: UInt64 = 0
    var block = 0
  }

  init(_ plan: Plan) {
    var offsets: [Int] = []
    var size = 0
    for asked in plan.asked {
      offsets.append(size)
      if !asked.isTime { size += Self.none + asked.scale.count + Int(Outcome.first) }
    }
    self.offsets = offsets
    self.size = size
    isWeighted = plan.weight != nil
    slots = Array(repeating: BlockSlot(), count: 256)
  }

  /// Whether it is time to hand over what was counted, so that memory has a bound.
  var isLarge: Bool { blocks > 1 && counts.count > 1 << 20 }

  /// Where the counters of a row's answers begin. `place` is of touchpoint and segment.
  @inline(__always)
  mutating func block(place: Int, period: Int) -> Int {
    let key = UInt64(truncatingIfNeeded: place) << 18 | UInt64(truncatingIfNeeded: period) << 1 | 1
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 36) & mask
    while slots[slot].key != key {
      if slots[slot].key == 0 { return insert(key, at: slot) }
      slot = (slot + 1) & mask
    }
    return slots[slot].block
  }

  private mutating func insert(_ key: UInt64, at slot: Int) -> Int {
    let block = blocks * size
    slots[slot] = BlockSlot(key: key, block: block)
    blocks += 1
    counts += Array(repeating: 0, count: size)
    if isWeighted {
      weights += Array(repeating: 0, count: size)
      squares += Array(repeating: 0, count: size)
    }
    if blocks * 2 > slots.count { grow() }
    return block
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: BlockSlot(), count: old.count * 2)
    let mask = slots.count - 1
    for entry in old where entry.key != 0 {
      var slot = Int(truncatingIfNeeded: (entry.key &* 0x9E37_79B9_7F4A_7C15) >> 36) & mask
      while slots[slot].key != 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }

  /// Counts an outcome from `Outcome.notAsked` on.
  @inline(__always)
  mutating func add(_ outcome: Int32, question: Int, at block: Int) {
    counts[block + offsets[question] + Self.none + Int(outcome)] &+= 1
  }

  /// Counts an outcome of each question; `offsets` are those of here.
  @inline(__always)
  mutating func add(_ outcomes: [Int32], _ offsets: [Int], at block: Int) {
    var counts = counts.mutableSpan
    for index in outcomes.indices { counts[block &+ offsets[index] &+ Self.none &+ Int(outcomes[index])] &+= 1 }
  }

  mutating func add(_ outcome: Int32, question: Int, at block: Int, weight: Int128, square: Int128) {
    let place = block + offsets[question] + Self.none + Int(outcome)
    counts[place] += 1
    weights[place] = weights[place].addingCapped(weight)
    squares[place] = squares[place].addingCapped(square)
  }

  /// Adds everything to a part and starts anew. `place` gives a question's place from that of touchpoint and segment.
  mutating func handOver(to part: inout ChunkCounts, _ plan: Plan, place: (_ question: Int, _ place: Int) -> Int) {
    for slot in slots where slot.key != 0 {
      let period = Int(slot.key >> 1 & 0x1FFFF)
      for (question, asked) in plan.asked.enumerated() where !asked.isTime {
        let first = slot.block + offsets[question]
        // Those not asked, at `first`, are no cells.
        let (ignored, blank) = (counts[first + 1], counts[first + 2])
        part.ignored += ignored
        part.blank += blank
        part.cells += ignored + blank
        let answers = first + Self.none
        for index in answers..<answers + asked.scale.count + Int(Outcome.first) where counts[index] > 0 {
          let outcome = Int32(index - answers)
          part.cells += counts[index]
          if outcome == Outcome.unused { part.unused += counts[index] } else { part.counted += counts[index] }
          let key = AnswerCounts.key(place: place(question, Int(slot.key >> 18)), period: period, outcome: outcome)
          part.counts.add(
            key, weight: isWeighted ? weights[index] : 0, square: isWeighted ? squares[index] : 0, count: counts[index])
        }
      }
    }
    self = RatingCounts(plan)
  }
}
