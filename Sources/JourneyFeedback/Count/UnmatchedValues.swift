/// The values of the touchpoint column that map to nothing, with their counts.
///
/// Of very many, those whose hashes are the least: a choice that does not depend on the order in which they come, and
/// whose counts are exact, because a value that was once passed over is passed over ever after.
struct UnmatchedValues {
  static let most = 1000

  private(set) var counts: [String: Int] = [:]
  /// Values with a hash at or above it are passed over.
  private var limit = UInt64.max
  var isCut: Bool { limit < .max }

  mutating func add(_ value: String, _ count: Int = 1) {
    guard Self.hash(value) < limit else { return }
    counts[value, default: 0] += count
    if counts.count > 2 * Self.most { cut() }
  }

  mutating func merge(_ other: UnmatchedValues) {
    if other.limit < limit {
      limit = other.limit
      counts = counts.filter { Self.hash($0.key) < limit }
    }
    for (value, count) in other.counts { add(value, count) }
  }

  private mutating func cut() {
    let hashes = counts.keys.map(Self.hash).sorted()
    limit = hashes[Self.most]
    counts = counts.filter { Self.hash($0.key) < limit }
  }

  /// FNV-1a, then mixed so that all bits count.
  private static func hash(_ text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    return min(hash ^ hash >> 33, .max - 1)
  }

  /// Most frequent first, ties by text.
  var listed: (values: [Audit.Unmatched], isCut: Bool) {
    var kept = self
    if kept.counts.count > Self.most { kept.cut() }
    let values = kept.counts.map { (key: Array($0.key.utf8), value: Audit.Unmatched(value: $0.key, count: $0.value)) }
      .sorted { a, b in
        a.value.count == b.value.count ? a.key.lexicographicallyPrecedes(b.key) : a.value.count > b.value.count
      }
    return (values.map(\.value), kept.isCut)
  }
}
