/// What the cells of one column were found to mean, so that each distinct cell is understood once.
///
/// Keyed by the bytes as they stand, quotes included. Cells of up to seven bytes are their own key; longer ones are
/// compared byte by byte. It stops taking in new cells when it is full: what is not in it is understood again.
struct CellMemory {
  private var keys: [UInt64]
  private var meanings: [Int32]
  /// Of longer cells: where their bytes stand in `store`.
  private var places: [Range<Int>]
  private var store: [UInt8] = []
  private var count = 0
  /// Of cells of one byte, such as ratings; and of empty ones, at the end.
  private var single = [Int32](repeating: unknown, count: 257)

  private static let most = 1 << 12
  private static let longest = 256

  init() {
    keys = Array(repeating: 0, count: 64)
    meanings = Array(repeating: 0, count: 64)
    places = Array(repeating: 0..<0, count: 64)
  }

  /// What a cell means; `CellMemory.unknown` for one that it does not hold.
  @inline(__always)
  func meaning(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Int32 {
    if cell.count <= 1 { return single[cell.isEmpty ? 256 : Int(bytes[cell.lowerBound])] }
    return lookUp(bytes, cell)
  }

  private func lookUp(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Int32 {
    let key = cellKey(bytes, cell)
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while keys[slot] != 0 {
      if keys[slot] == key, cell.count < 8 || isStored(slot, bytes, cell) { return meanings[slot] }
      slot = (slot + 1) & mask
    }
    return Self.unknown
  }

  static let unknown = Int32.min

  private func isStored(_ slot: Int, _ bytes: Span<UInt8>, _ cell: Range<Int>) -> Bool {
    let place = places[slot]
    guard place.count == cell.count else { return false }
    let mine = store.span
    var offset = 0
    while offset + 8 <= cell.count {
      if eightBytes(mine, at: place.lowerBound + offset) != eightBytes(bytes, at: cell.lowerBound + offset) {
        return false
      }
      offset += 8
    }
    // The last eight, whichever part of them was compared already.
    return eightBytes(mine, at: place.upperBound - 8) == eightBytes(bytes, at: cell.upperBound - 8)
  }

  /// Takes in a cell that it does not hold.
  mutating func remember(_ bytes: Span<UInt8>, _ cell: Range<Int>, _ meaning: Int32) {
    if cell.count <= 1 {
      single[cell.isEmpty ? 256 : Int(bytes[cell.lowerBound])] = meaning
      return
    }
    guard count < Self.most, cell.count <= Self.longest else { return }
    let key = cellKey(bytes, cell)
    if count * 2 >= keys.count { grow() }
    var place = 0..<0
    if cell.count >= 8 {
      place = store.count..<store.count + cell.count
      for index in cell { store.append(bytes[index]) }
    }
    insert(key, meaning, place)
    count += 1
  }

  private mutating func insert(_ key: UInt64, _ meaning: Int32, _ place: Range<Int>) {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = key
    meanings[slot] = meaning
    places[slot] = place
  }

  private mutating func grow() {
    let old = (keys, meanings, places)
    keys = Array(repeating: 0, count: old.0.count * 4)
    meanings = Array(repeating: 0, count: old.0.count * 4)
    places = Array(repeating: 0..<0, count: old.0.count * 4)
    for slot in old.0.indices where old.0[slot] != 0 { insert(old.0[slot], old.1[slot], old.2[slot]) }
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
