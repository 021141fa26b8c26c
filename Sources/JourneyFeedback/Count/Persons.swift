internal import CByteScan
internal import Synchronization

/// Which row of each person counts: that of the latest date, of the same date the greater.
///
/// Kept per person, touchpoint, period and group of questions as 16 bytes of a keyed hash, the date and where the row
/// stands: 32 bytes in tables that are five sixths to nine tenths full, so at most 39. Rows are not kept, so those of the
/// same date are compared when all have been offered and the files are read again; of very many in several goes.
final class Persons: Sendable {
  /// A row: which file, and where it starts in its text.
  typealias Place = UInt64

  /// What is done with the rows that are read.
  enum Pass {
    /// The latest dates are found.
    case offering
    /// Of those persons whose hash falls in this part of so many, rows of the latest date are compared.
    case comparing(part: Int, of: Int)
    /// The rows that were chosen are counted.
    case counting
  }

  let hash = KeyedHash()
  private let shards: [Shard]
  /// About how many bytes it takes to keep a row of each person who answered twice at one time.
  private let tied = Atomic(0)

  private static let shardCount = 256
  private let mostCompared: Int

  /// - Parameter mostCompared: about how many bytes may be kept at once to compare rows.
  init(mostCompared: Int) {
    self.mostCompared = mostCompared
    bytescan_return_freed()
    shards = (0..<Self.shardCount).map { _ in Shard() }
  }

  static func place(file: Int, offset: Int) -> Place {
    UInt64(truncatingIfNeeded: file) << 48 | UInt64(truncatingIfNeeded: offset)
  }

  /// Takes part in the choice.
  func offer(_ key: KeyedHash.Value, seconds: Int, at place: Place, size: Int) {
    let isTied = shards[Int(key.high & 255)].table.withLock { $0.offer(key, seconds, place) }
    if isTied { tied.wrappingAdd(size + 128, ordering: .relaxed) }
  }

  /// How many goes it takes to compare the rows of one date.
  var comparisons: Int { (tied.load(ordering: .relaxed) + mostCompared - 1) / mostCompared }

  /// Takes part in the comparison of rows of the latest date.
  func compare(
    _ key: KeyedHash.Value, seconds: Int, at place: Place, part: Int, of parts: Int, row: @autoclosure () -> [UInt8]
  ) {
    guard key.low.multipliedFullWidth(by: UInt64(parts)).high == UInt64(part) else { return }
    shards[Int(key.high & 255)].table.withLock { $0.compare(key, seconds, place, row) }
  }

  /// Chooses the greatest of the rows that were compared, and forgets them.
  func choose() {
    for shard in shards { shard.table.withLock { $0.choose() } }
  }

  /// Whether the row at a place was chosen.
  func chose(_ place: Place, for key: KeyedHash.Value) -> Bool {
    shards[Int(key.high & 255)].table.withLock { $0.place(of: key) == place }
  }

  private final class Shard: Sendable {
    let table = Mutex(Table())
  }

  private struct Entry {
    var key: KeyedHash.Value
    /// Twice the seconds, and one more where several rows are of that time.
    var moment: Int
    var place: Place
  }

  /// Open addressing; an entry at `.max` is free.
  private struct Table {
    private var entries: [Entry] = []
    private var count = 0
    private var greatest: [KeyedHash.Value: (row: [UInt8], place: Place)] = [:]

    private static let free = Entry(key: KeyedHash.Value(low: 0, high: 0), moment: 0, place: .max)

    private func slot(of key: KeyedHash.Value) -> Int {
      var slot = Int(key.low.multipliedFullWidth(by: UInt64(entries.count)).high)
      while entries[slot].place != .max, entries[slot].key != key { slot = slot + 1 == entries.count ? 0 : slot + 1 }
      return slot
    }

    /// Whether there is a row of the same, latest date already.
    mutating func offer(_ key: KeyedHash.Value, _ seconds: Int, _ place: Place) -> Bool {
      if (count + 1) * 10 > entries.count * 9 { grow() }
      let slot = slot(of: key)
      let before = entries[slot]
      if before.place == .max || seconds > before.moment >> 1 {
        if before.place == .max { count += 1 }
        entries[slot] = Entry(key: key, moment: seconds << 1, place: place)
        return false
      }
      guard seconds == before.moment >> 1 else { return false }
      // Of equal rows the first, so that the order in which they come does not matter.
      entries[slot] = Entry(key: key, moment: seconds << 1 | 1, place: min(place, before.place))
      return true
    }

    mutating func compare(_ key: KeyedHash.Value, _ seconds: Int, _ place: Place, _ row: () -> [UInt8]) {
      guard !entries.isEmpty, entries[slot(of: key)].moment == seconds << 1 | 1 else { return }
      let row = row()
      if let other = greatest[key] {
        let isLess = row == other.row ? other.place < place : row.lexicographicallyPrecedes(other.row)
        if isLess { return }
      }
      greatest[key] = (row, place)
    }

    mutating func choose() {
      for (key, chosen) in greatest { entries[slot(of: key)].place = chosen.place }
      greatest = [:]
    }

    func place(of key: KeyedHash.Value) -> Place? { entries.isEmpty ? nil : entries[slot(of: key)].place }

    private mutating func grow() {
      let old = entries
      entries = Array(repeating: Self.free, count: max(16, old.count * 17 / 16))
      for entry in old where entry.place != .max { entries[slot(of: entry.key)] = entry }
    }
  }
}
