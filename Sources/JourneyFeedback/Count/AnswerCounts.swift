/// How often each answer was given: by place (question, subject, segment), period and outcome.
///
/// One open-addressed table of 64-bit keys: place 30 bits, period 17, outcome 16.
struct AnswerCounts {
  private var slots: [CountSlot]
  /// Σw and Σw² of weighted answers, in units of 10⁻²⁰; empty where none is weighted.
  private var weights: [Int128] = []
  private var squares: [Int128] = []
  private var filled = 0
  private let isWeighted: Bool

  /// Side by side, so that an answer touches one line of the cache.
  private struct CountSlot {
    /// Zero where it is free.
    var key: UInt64 = 0
    var count = 0
  }

  init(isWeighted: Bool) {
    self.isWeighted = isWeighted
    slots = Array(repeating: CountSlot(), count: 256)
    if isWeighted {
      weights = Array(repeating: 0, count: 256)
      squares = weights
    }
  }

  @inline(__always)
  static func key(place: Int, period: Int, outcome: Int32) -> UInt64 {
    UInt64(truncatingIfNeeded: place) << 34 | UInt64(truncatingIfNeeded: period) << 17
      | UInt64(truncatingIfNeeded: outcome) << 1 | 1
  }

  @inline(__always)
  private func slot(_ key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 36) & mask
    while slots[slot].key != key, slots[slot].key != 0 { slot = (slot + 1) & mask }
    return slot
  }

  @inline(__always)
  mutating func add(_ key: UInt64) {
    let place = slot(key)
    if slots[place].key == key { slots[place].count &+= 1 } else { insert(key, at: place, 1, 0, 0) }
  }

  mutating func add(_ key: UInt64, weight: Int128, square: Int128, count: Int = 1) {
    let place = slot(key)
    guard slots[place].key == key else { return insert(key, at: place, count, weight, square) }
    slots[place].count += count
    guard isWeighted else { return }
    weights[place] = weights[place].addingCapped(weight)
    squares[place] = squares[place].addingCapped(square)
  }

  mutating func merge(_ other: AnswerCounts) {
    for (slot, entry) in other.slots.enumerated() where entry.key != 0 {
      add(
        entry.key, weight: isWeighted ? other.weights[slot] : 0, square: isWeighted ? other.squares[slot] : 0,
        count: entry.count)
    }
  }

  private mutating func insert(_ key: UInt64, at place: Int, _ count: Int, _ weight: Int128, _ square: Int128) {
    slots[place] = CountSlot(key: key, count: count)
    if isWeighted {
      weights[place] = weight
      squares[place] = square
    }
    filled += 1
    if filled * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    let old = self
    let size = slots.count * 2
    slots = Array(repeating: CountSlot(), count: size)
    if isWeighted {
      weights = Array(repeating: 0, count: size)
      squares = weights
    }
    filled = 0
    merge(old)
  }

  /// How many places there are with their periods.
  var cells: Int { Set(slots.lazy.filter { $0.key != 0 }.map { $0.key >> 17 }).count }

  struct CountEntry {
    let place: Int
    let period: Int
    let outcome: Int32
    let count: Int
    let weight: Int128
    let square: Int128
  }

  /// All of them, by place, period and outcome.
  var sorted: some Sequence<CountEntry> {
    slots.indices.filter { slots[$0].key != 0 }.sorted { slots[$0].key < slots[$1].key }.lazy.map { [self] index in
      let (key, count) = (slots[index].key, slots[index].count)
      return CountEntry(
        place: Int(key >> 34), period: Int(key >> 17 & 0x1FFFF), outcome: Int32(key >> 1 & 0xFFFF), count: count,
        weight: isWeighted ? weights[index] : 0, square: isWeighted ? squares[index] : 0)
    }
  }
}

extension Int128 {
  /// The sum; stays at the largest value rather than overflow.
  func addingCapped(_ other: Int128) -> Int128 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
