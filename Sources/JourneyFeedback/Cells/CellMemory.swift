/// What the cells of one column were found to mean, so that each distinct cell is understood once.
///
/// Keyed by the bytes as they stand, quotes included. Cells of up to seven bytes are their own key; longer ones are
/// compared byte by byte. It stops taking in new cells when it is full: what is not in it is understood again.
struct CellMemory {
  private struct Slot {
    /// Zero where it is free.
    var key: UInt64 = 0
    var meaning: Int32 = 0
    /// Of longer cells: where their bytes stand in `store`, and how many they are.
    var start: Int32 = 0
    var count: Int32 = 0
  }

  private var slots: [Slot]
  private var store: [UInt8] = []
  private var count = 0
  /// Of cells of one byte, such as ratings; and of empty ones, at the end.
  private var single = [Int32](repeating: unknown, count: 257)

  private static let most = 1 << 12
  private static let longest = 256

  init() { slots = Array(repeating: Slot(), count: 64) }

  /// What a cell means; `CellMemory.unknown` for one that it does not hold.
  @inline(__always)
  func meaning(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Int32 {
    if cell.count <= 1 { return single[cell.isEmpty ? 256 : Int(bytes[cell.lowerBound])] }
    return lookUp(bytes, cell)
  }

  private func lookUp(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Int32 {
    let key = cellKey(bytes, cell)
    let slots = slots.span
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while true {
      let slot = slots[place]
      if slot.key == key, cell.count < 8 || isStored(slot, bytes, cell) { return slot.meaning }
      if slot.key == 0 { return Self.unknown }
      place = (place + 1) & mask
    }
  }

  static let unknown = Int32.min

  @inline(__always)
  private func isStored(_ slot: Slot, _ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
    guard Int(slot.count) == cell.count else { return false }
    let start = Int(slot.start)
    let mine = store.span
    var offset = 0
    while offset + 8 <= cell.count {
      if eightBytes(mine, at: start + offset) != eightBytes(bytes, at: cell.lowerBound + offset) {
        return false
      }
      offset += 8
    }
    // The last eight, whichever part of them was compared already.
    return eightBytes(mine, at: start + cell.count - 8) == eightBytes(bytes, at: cell.upperBound - 8)
  }

  /// Takes in a cell that it does not hold.
  mutating func remember(_ bytes: Span<UInt8>, _ cell: Range<Int>, _ meaning: Int32) {
    if cell.count <= 1 {
      single[cell.isEmpty ? 256 : Int(bytes[cell.lowerBound])] = meaning
      return
    }
    guard count < Self.most, cell.count <= Self.longest else { return }
    let key = cellKey(bytes, cell)
    if count * 2 >= slots.count { grow() }
    var slot = Slot(key: key, meaning: meaning)
    if cell.count >= 8 {
      slot.start = Int32(store.count)
      slot.count = Int32(cell.count)
      for index in cell { store.append(bytes[index]) }
    }
    insert(slot)
    count += 1
  }

  private mutating func insert(_ slot: Slot) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (slot.key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while slots[place].key != 0 { place = (place + 1) & mask }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 4)
    for slot in old where slot.key != 0 { insert(slot) }
  }
}

/// Under eight bytes the bytes themselves and their number; from there on a hash. Never zero.
@inline(__always)
func cellKey(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> UInt64 {
  let count = cell.count
  if count < 8 {
    let word = eightBytes(bytes, at: cell.lowerBound)
    let mask: UInt64 = count == 0 ? 0 : ~0 >> UInt64(64 - 8 * count)
    return word & mask | UInt64(count + 1) << 56
  }
  var hash = UInt64(count) &* 0xA076_1D64_78BD_642F
  var index = cell.lowerBound
  while index + 8 <= cell.upperBound {
    hash = (hash ^ eightBytes(bytes, at: index)) &* 0xE703_7ED1_A0B4_28DB
    hash ^= hash >> 32
    index += 8
  }
  // The last eight, whichever part of them was taken already.
  hash = (hash ^ eightBytes(bytes, at: cell.upperBound - 8)) &* 0x8EBC_6AF0_9C88_C6E3
  return (hash ^ hash >> 29) | 0xFF << 56
}

/// Eight bytes from `index` on, the first lowest; zeros behind the end.
@inline(__always)
func eightBytes(_ bytes: Span<UInt8>, at index: Int) -> UInt64 {
  if index >= 0, index + 8 <= bytes.count {
    return UInt64(littleEndian: unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self))
  }
  var word: UInt64 = 0
  for offset in 0..<8 where index + offset < bytes.count && index + offset >= 0 {
    word |= UInt64(bytes[index + offset]) << UInt64(8 * offset)
  }
  return word
}
