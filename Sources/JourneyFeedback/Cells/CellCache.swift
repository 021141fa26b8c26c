/// What the cells of one column were found to mean, so that each distinct cell is understood once.
///
/// Keyed by the bytes as they stand, quotes included: their number and three words of eight, from the start, the middle
/// and the end, which is all of most cells; longer ones are compared byte by byte, too. It stops taking in new cells when
/// it is full: what is not in it is understood again.
struct CellCache {
  fileprivate struct Key {
    var first: UInt64 = 0
    var middle: UInt64 = 0
    var last: UInt64 = 0
    /// Zero of a place that is free.
    var count: Int32 = 0
  }

  private struct CellSlot {
    var key = Key()
    var meaning: Int32 = 0
    /// Of cells longer than a key holds: where they stand in `store`.
    var start = 0
  }

  private var slots: [CellSlot]
  private var store: [UInt8] = []
  private var count = 0
  /// Of cells of one byte, such as ratings. An empty cell goes by the byte behind it, which is no cell of its own.
  private var single = [Int32](repeating: unknown, count: 256)

  private let most: Int

  private static let longest = 256

  init(most: Int = 1 << 12) {
    self.most = most
    slots = Array(repeating: CellSlot(), count: 64)
  }

  /// How many cells each of so many columns may remember, so that all of them have a bound.
  static func most(of columns: Int) -> Int { min(1 << 12, max(1 << 4, (1 << 17) / max(columns, 1))) }

  /// What a cell means; `CellCache.unknown` for one that it does not hold.
  @inline(__always)
  func meaning(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Int32 {
    cell.count <= 1 ? single[Int(bytes[cell.lowerBound])] : lookUp(bytes, cell)
  }

  static let unknown = Int32.min

  private func lookUp(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Int32 {
    let key = Key(bytes, cell)
    let slots = slots.span
    let mask = slots.count &- 1
    var place = key.hash & mask
    while true {
      if slots[place].key.equals(key), key.isWhole || isStored(slots[place].start, bytes, cell) {
        return slots[place].meaning
      }
      if slots[place].key.count == 0 { return Self.unknown }
      place = (place &+ 1) & mask
    }
  }

  private func isStored(_ start: Int, _ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
    for offset in 0..<cell.count where store[start + offset] != bytes[cell.lowerBound + offset] { return false }
    return true
  }

  /// Takes in a cell that it does not hold; false where it has no room.
  @discardableResult
  mutating func remember(_ bytes: Span<UInt8>, _ cell: Range<Int>, _ meaning: Int32) -> Bool {
    if cell.count <= 1 {
      single[Int(bytes[cell.lowerBound])] = meaning
      return true
    }
    guard count < most, cell.count <= Self.longest else { return false }
    if count * 2 >= slots.count { grow() }
    var slot = CellSlot(key: Key(bytes, cell), meaning: meaning)
    if !slot.key.isWhole {
      slot.start = store.count
      for index in cell { store.append(bytes[index]) }
    }
    insert(slot)
    count += 1
    return true
  }

  private mutating func insert(_ slot: CellSlot) {
    let mask = slots.count - 1
    var place = slot.key.hash & mask
    while slots[place].key.count != 0 { place = (place + 1) & mask }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: CellSlot(), count: old.count * 4)
    for slot in old where slot.key.count != 0 { insert(slot) }
  }
}

extension CellCache.Key {
  /// Of two bytes or more. Shorter than eight, its words hold all of it and zeros; there is no branch, since nobody could
  /// guess which way the next cell goes.
  @inline(__always)
  fileprivate init(_ bytes: Span<UInt8>, _ cell: Range<Int>) {
    let zeros = UInt64(truncatingIfNeeded: 64 &- 8 &* min(cell.count, 8))
    let behind = max(cell.count &- 8, 0)
    first = eightBytes(bytes, at: cell.lowerBound) &<< zeros
    middle = eightBytes(bytes, at: cell.lowerBound &+ behind &>> 1) &<< zeros
    last = eightBytes(bytes, at: cell.lowerBound &+ behind) &<< zeros
    count = Int32(truncatingIfNeeded: cell.count)
  }

  @inline(__always)
  fileprivate func equals(_ other: Self) -> Bool {
    let words = (first ^ other.first) | (middle ^ other.middle) | (last ^ other.last)
    return words | UInt64(truncatingIfNeeded: count ^ other.count) == 0
  }

  @inline(__always)
  fileprivate var hash: Int {
    let (high, low) = (first &+ middle &+ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(by: last ^ 0xA076_1D64_78BD_642F)
    return Int(truncatingIfNeeded: high ^ low)
  }

  /// Whether its three words hold every byte.
  @inline(__always)
  fileprivate var isWhole: Bool { count <= 24 }
}

/// Eight bytes from `index` on, the first lowest; zeros behind the end.
@inline(__always)
func eightBytes(_ bytes: Span<UInt8>, at index: Int) -> UInt64 {
  if index >= 0, index &+ 8 <= bytes.count {
    return UInt64(
      littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self))
  }
  var word: UInt64 = 0
  for offset in 0..<8 where index + offset < bytes.count && index + offset >= 0 {
    word |= UInt64(bytes[index + offset]) << UInt64(8 * offset)
  }
  return word
}
