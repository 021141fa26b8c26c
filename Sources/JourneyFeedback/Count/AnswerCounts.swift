/// How often each answer was given: by place (question, subject, segment), period and outcome.
///
/// One open-addressed table of 64-bit keys: place 30 bits, period 17, outcome 16.
struct AnswerCounts {
  private var keys: [UInt64]
  private var counts: [Int]
  /// Σw and Σw² of weighted answers, in units of 10⁻²⁰; empty where none is weighted.
  private var weights: [Int128] = []
  private var squares: [Int128] = []
  private var filled = 0
  private let isWeighted: Bool

  init(isWeighted: Bool) {
    self.isWeighted = isWeighted
    keys = Array(repeating: 0, count: 256)
    counts = Array(repeating: 0, count: 256)
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
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 36) & mask
    while keys[slot] != key, keys[slot] != 0 { slot = (slot + 1) & mask }
    return slot
  }

  @inline(__always)
  mutating func add(_ key: UInt64) {
    let place = slot(key)
    if keys[place] == key { counts[place] += 1 } else { insert(key, at: place, 1, 0, 0) }
  }

  mutating func add(_ key: UInt64, weight: Int128, square: Int128, count: Int = 1) {
    let place = slot(key)
    guard keys[place] == key else { return insert(key, at: place, count, weight, square) }
    counts[place] += count
    guard isWeighted else { return }
    weights[place] = weights[place].addingCapped(weight)
    squares[place] = squares[place].addingCapped(square)
  }

  mutating func merge(_ other: AnswerCounts) {
    for slot in other.keys.indices where other.keys[slot] != 0 {
      add(
        other.keys[slot], weight: isWeighted ? other.weights[slot] : 0, square: isWeighted ? other.squares[slot] : 0,
        count: other.counts[slot])
    }
  }

  private mutating func insert(_ key: UInt64, at place: Int, _ count: Int, _ weight: Int128, _ square: Int128) {
    keys[place] = key
    counts[place] = count
    if isWeighted {
      weights[place] = weight
      squares[place] = square
    }
    filled += 1
    if filled * 2 > keys.count { grow() }
  }

  private mutating func grow() {
    let old = self
    let size = keys.count * 2
    keys = Array(repeating: 0, count: size)
    counts = Array(repeating: 0, count: size)
    if isWeighted {
      weights = Array(repeating: 0, count: size)
      squares = weights
    }
    filled = 0
    merge(old)
  }

  struct Entry {
    let place: Int
    let period: Int
    let outcome: Int32
    let count: Int
    let weight: Int128
    let square: Int128
  }

  /// All of them, by place, period and outcome.
  var sorted: [Entry] {
    keys.indices.filter { keys[$0] != 0 }.sorted { keys[$0] < keys[$1] }.map { slot in
      Entry(
        place: Int(keys[slot] >> 34), period: Int(keys[slot] >> 17 & 0x1FFFF), outcome: Int32(keys[slot] >> 1 & 0xFFFF),
        count: counts[slot], weight: isWeighted ? weights[slot] : 0, square: isWeighted ? squares[slot] : 0)
    }
  }
}

extension Int128 {
  /// The sum; stays at the largest value rather than overflow.
  fileprivate func addingCapped(_ other: Int128) -> Int128 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? .max : sum
  }
}
