internal import Synchronization

/// Rows that are in two files, equal in all cells: of answers without an id all that shows that exports overlap.
///
/// Only rows that are in a file once tell something: short ones are equal by chance, and then there are many. Of each row
/// 64 bits of a hash are kept, with where it is; of very many rows those whose hashes are the least, so that memory has a
/// bound: a choice that does not depend on the order in which they come.
final class EqualRows: Sendable {
  static let most = 1 << 20

  private struct Seen {
    let first: UInt64
    var isRepeated = false
    /// In a later file.
    var second: UInt64?
    var isSecondRepeated = false
  }

  private struct RowHashes {
    var rows: [UInt64: Seen] = [:]
    /// Rows with a hash at or above it are passed over.
    var limit = UInt64.max

    mutating func add(_ hash: UInt64, _ place: UInt64) {
      guard hash < limit else { return }
      guard var seen = rows[hash] else {
        rows[hash] = Seen(first: place)
        while rows.count > EqualRows.most / 64 {
          limit /= 2
          rows = rows.filter { $0.key < limit }
        }
        return
      }
      // A place that was read before is no second row.
      if place == seen.first || place == seen.second { return }
      if place >> 48 == seen.first >> 48 {
        seen.isRepeated = true
      } else if let second = seen.second {
        if place >> 48 == second >> 48 { seen.isSecondRepeated = true }
      } else {
        seen.second = place
      }
      rows[hash] = seen
    }
  }

  private let shards: [RowShard]
  private final class RowShard: Sendable { let state = Mutex(RowHashes()) }
  private static let shardCount = 64

  init() { shards = (0..<Self.shardCount).map { _ in RowShard() } }

  func add(_ text: inout RowText, _ bytes: Span<UInt8>, _ row: RowPlace, file: Int) {
    let hash = text.hashed(bytes, row, Self.hash)
    let place = LatestAnswerSelector.place(file: file, offset: row.offset)
    shards[Int(hash & 63)].state.withLock { $0.add(hash, place) }
  }

  /// How many rows are in two files, and the first two files of which any are; nil where there are none.
  var found: (count: Int, isSample: Bool, first: Int, second: Int)? {
    var (count, isSample) = (0, false)
    var pair: (first: UInt64, second: UInt64)?
    for shard in shards {
      shard.state.withLock { state in
        isSample = isSample || state.limit < .max
        for row in state.rows.values {
          guard let second = row.second, !row.isRepeated, !row.isSecondRepeated else { continue }
          count += 1
          let files = (first: row.first >> 48, second: second >> 48)
          if pair.map({ files < $0 }) ?? true { pair = files }
        }
      }
    }
    return pair.map { (count, isSample, Int($0.first), Int($0.second)) }
  }

  /// Eight bytes at a time, as wyhash folds them. Not keyed, so that the same rows are kept in every run.
  private static func hash(_ bytes: Span<UInt8>, _ range: Range<Int>, _ separator: RowText.Separator) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(truncatingIfNeeded: range.count)
    separator.eachWord(of: bytes, in: range) { word in
      let product = (state ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      state = product.high ^ product.low &+ 0xA076_1D64_78BD_642F
    }
    let product = state.multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
    return product.high ^ product.low
  }
}
