internal import Synchronization

/// Which row of each person counts: that of the latest date, of the same date the greater.
///
/// Kept per person, touchpoint, period and group of questions as 16 bytes of a keyed hash, the date and where the row
/// stands: 32 bytes in tables that grow by a quarter, so at most 40 on the average.
final class Persons: Sendable {
  /// A row: which file, and where it starts in its text.
  typealias Place = UInt64

  let hash = KeyedHash()
  private let shards: [Shard]
  /// The rows chosen so far of files that cannot be read again from anywhere, such as `.gz`.
  private let kept = Mutex<[Place: [UInt8]]>([:])

  private static let shardCount = 256

  init() { shards = (0..<Self.shardCount).map { _ in Shard() } }

  static func place(file: Int, offset: Int) -> Place {
    UInt64(truncatingIfNeeded: file) << 48 | UInt64(truncatingIfNeeded: offset)
  }

  /// Takes part in the choice. `isGreater` compares the row with the one at a place, of the same date; `row` is given
  /// where it cannot be read again.
  func offer(
    _ key: KeyedHash.Value, seconds: Int, at place: Place, row: @autoclosure () -> [UInt8]?,
    isGreater: (Place) -> Bool
  ) {
    let replaced = shards[Int(key.high & 255)].table.withLock { $0.offer(key, seconds, place, isGreater) }
    guard let replaced, let row = row() else { return }
    kept.withLock { kept in
      kept[place] = row
      if replaced != place { kept[replaced] = nil }
    }
  }

  func row(at place: Place) -> [UInt8]? { kept.withLock { $0[place] } }

  /// Whether the row at a place was chosen.
  func chose(_ place: Place, for key: KeyedHash.Value) -> Bool {
    shards[Int(key.high & 255)].table.withLock { $0.place(of: key) == place }
  }

  private final class Shard: Sendable {
    let table = Mutex(Table())
  }

  private struct Entry {
    var key: KeyedHash.Value
    var seconds: Int
    var place: Place
  }

  /// Open addressing; an entry at `.max` is free.
  private struct Table {
    private var entries: [Entry] = []
    private var count = 0

    private static let free = Entry(key: KeyedHash.Value(low: 0, high: 0), seconds: 0, place: .max)

    private func slot(of key: KeyedHash.Value) -> Int {
      var slot = Int(key.low.multipliedFullWidth(by: UInt64(entries.count)).high)
      while entries[slot].place != .max, entries[slot].key != key { slot = slot + 1 == entries.count ? 0 : slot + 1 }
      return slot
    }

    /// The place that it takes the place of, itself where it is the first; nil where it is not chosen.
    mutating func offer(_ key: KeyedHash.Value, _ seconds: Int, _ place: Place, _ isGreater: (Place) -> Bool)
      -> Place?
    {
      if (count + 1) * 16 > entries.count * 15 { grow() }
      let slot = slot(of: key)
      if entries[slot].place == .max {
        entries[slot] = Entry(key: key, seconds: seconds, place: place)
        count += 1
        return place
      }
      if seconds > entries[slot].seconds || (seconds == entries[slot].seconds && isGreater(entries[slot].place)) {
        let replaced = entries[slot].place
        entries[slot].seconds = seconds
        entries[slot].place = place
        return replaced
      }
      return nil
    }

    func place(of key: KeyedHash.Value) -> Place? { entries.isEmpty ? nil : entries[slot(of: key)].place }

    private mutating func grow() {
      let old = entries
      entries = Array(repeating: Self.free, count: max(16, old.count * 5 / 4))
      for entry in old where entry.place != .max { entries[slot(of: entry.key)] = entry }
    }
  }
}
