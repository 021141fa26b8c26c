internal import CByteScan
internal import Synchronization

/// Which row of each key counts: for each question the row of the latest date that answers it, of the same date the
/// greater. A key is a person at a touchpoint, in a period, for a group of questions; or the id of an answer.
///
/// Kept per key as 16 bytes of a keyed hash, the date with the questions that the row answers, and where the row is: 32
/// bytes in tables that are five sixths to nine tenths full, so at most 39. A question that the latest row leaves out,
/// and an earlier one answers, has an entry of its own. Rows are not kept, so those of the same date are compared when
/// all have been offered and the files are read again; of very many in several goes.
final class LatestAnswerSelector: Sendable {
  /// A row: which file, and where it starts in its text.
  typealias RowPosition = UInt64

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
  private let shards: [PersonShard]
  /// About how many bytes it takes to keep a row of each person who answered twice at one time.
  private let tied = Atomic(0)
  private let repeated = Atomic(false)

  /// How many questions a key has at most: a bit each beside the date.
  static let mostQuestions = 22

  private static let shardCount = 256
  private let mostCompared: Int

  /// - Parameter mostCompared: about how many bytes may be kept at once to compare rows.
  init(mostCompared: Int) {
    self.mostCompared = mostCompared
    bytescan_return_freed()
    shards = (0..<Self.shardCount).map { _ in PersonShard() }
  }

  static func place(file: Int, offset: Int) -> RowPosition {
    UInt64(truncatingIfNeeded: file) << 48 | UInt64(truncatingIfNeeded: offset)
  }

  /// Takes part in the choice. `questions` has a bit for each that the row answers.
  func offer(_ key: KeyedHash.KeyedHashValue, _ questions: UInt32, seconds: Int, at place: RowPosition, size: Int) {
    let found = shards[Int(key.high & 255)].table.withLock { $0.offer(key, questions, seconds, place) }
    if found.isTied { tied.wrappingAdd(size + 128, ordering: .relaxed) }
    if found.isKnown { repeated.store(true, ordering: .relaxed) }
  }

  /// Whether any key was offered from two places.
  var hasRepeated: Bool { repeated.load(ordering: .relaxed) }

  /// How many goes it takes to compare the rows of one date.
  var comparisons: Int { (tied.load(ordering: .relaxed) + mostCompared - 1) / mostCompared }

  /// Takes part in the comparison of rows of the latest date.
  func compare(
    _ key: KeyedHash.KeyedHashValue, _ questions: UInt32, seconds: Int, at place: RowPosition, part: Int, of parts: Int,
    row: @autoclosure () -> [UInt8]
  ) {
    guard key.low.multipliedFullWidth(by: UInt64(parts)).high == UInt64(part) else { return }
    shards[Int(key.high & 255)].table.withLock { $0.compare(key, questions, seconds, place, row) }
  }

  /// Chooses the greatest of the rows that were compared, and forgets them.
  func choose() {
    for shard in shards { shard.table.withLock { $0.choose() } }
  }

  /// For which of the questions the row at a place was chosen.
  func chosen(_ place: RowPosition, _ questions: UInt32, for key: KeyedHash.KeyedHashValue) -> UInt32 {
    shards[Int(key.high & 255)].table.withLock { $0.chosen(place, questions, for: key) }
  }

  private final class PersonShard: Sendable {
    let table = Mutex(PersonTable())
  }

  private struct PersonEntry {
    var key: KeyedHash.KeyedHashValue
    var moment: AnswerMoment
    var place: RowPosition
  }

  /// Seconds since 1970, one bit where several rows are of that time, and a bit for each question that the row answers.
  private struct AnswerMoment {
    private var bits: Int

    init(_ seconds: Int, isTied: Bool = false, _ questions: UInt32) {
      bits = (seconds << 1 | (isTied ? 1 : 0)) << LatestAnswerSelector.mostQuestions | Int(questions)
    }

    var seconds: Int { bits >> (LatestAnswerSelector.mostQuestions + 1) }
    var isTied: Bool { bits >> LatestAnswerSelector.mostQuestions & 1 == 1 }
    var questions: UInt32 { UInt32(truncatingIfNeeded: bits & (1 << LatestAnswerSelector.mostQuestions - 1)) }
  }

  /// Open addressing; an entry at `.max` is free.
  private struct PersonTable {
    private var entries: [PersonEntry] = []
    private var count = 0
    private var greatest: [KeyedHash.KeyedHashValue: (row: [UInt8], place: RowPosition)] = [:]

    private static let free = PersonEntry(
      key: KeyedHash.KeyedHashValue(low: 0, high: 0), moment: AnswerMoment(0, 0), place: .max)

    private func slot(of key: KeyedHash.KeyedHashValue) -> Int {
      var slot = Int(key.low.multipliedFullWidth(by: UInt64(entries.count)).high)
      while entries[slot].place != .max, entries[slot].key != key { slot = slot + 1 == entries.count ? 0 : slot + 1 }
      return slot
    }

    /// Whether the key was there already, and whether with rows of the same date.
    mutating func offer(
      _ key: KeyedHash.KeyedHashValue, _ questions: UInt32, _ seconds: Int, _ place: RowPosition
    ) -> (isKnown: Bool, isTied: Bool) {
      if (count + 1) * 10 > entries.count * 9 { grow() }
      let slot = slot(of: key)
      let before = entries[slot]
      if before.place == .max {
        count += 1
        entries[slot] = PersonEntry(key: key, moment: AnswerMoment(seconds, questions), place: place)
        return (false, false)
      }
      if before.place == place { return (false, false) }
      if seconds > before.moment.seconds {
        entries[slot] = PersonEntry(key: key, moment: AnswerMoment(seconds, questions), place: place)
        let kept = before.moment.questions & ~questions
        return (true, offerEach(kept, of: key, before.moment.seconds, before.place))
      }
      guard seconds == before.moment.seconds else {
        return (true, offerEach(questions & ~before.moment.questions, of: key, seconds, place))
      }
      // Of rows of one date, which is the greater is found out for each question.
      entries[slot].moment = AnswerMoment(seconds, 0)
      let wasTied = offerEach(before.moment.questions, of: key, seconds, before.place)
      return (true, offerEach(questions, of: key, seconds, place) || wasTied)
    }

    /// Gives each of the questions an entry of its own, or the later row to the one it has. Whether there is one of the
    /// same date.
    private mutating func offerEach(
      _ questions: UInt32, of key: KeyedHash.KeyedHashValue, _ seconds: Int, _ place: RowPosition
    )
      -> Bool
    {
      var isTied = false
      for question in questions.bits {
        if (count + 1) * 10 > entries.count * 9 { grow() }
        let key = key.of(question)
        let slot = slot(of: key)
        let before = entries[slot]
        if before.place == .max { count += 1 }
        if before.place == .max || seconds > before.moment.seconds {
          entries[slot] = PersonEntry(key: key, moment: AnswerMoment(seconds, 0), place: place)
        } else if seconds == before.moment.seconds, place != before.place {
          // Of equal rows the first, so that the order in which they come does not matter.
          entries[slot] = PersonEntry(
            key: key, moment: AnswerMoment(seconds, isTied: true, 0), place: min(place, before.place))
          isTied = true
        }
      }
      return isTied
    }

    mutating func compare(
      _ key: KeyedHash.KeyedHashValue, _ questions: UInt32, _ seconds: Int, _ place: RowPosition, _ row: () -> [UInt8]
    ) {
      guard let main = entry(key), main.moment.questions & questions != questions else { return }
      var copy: [UInt8]?
      for question in (questions & ~main.moment.questions).bits {
        let key = key.of(question)
        guard let entry = entry(key), entry.moment.isTied, entry.moment.seconds == seconds else { continue }
        let row = copy ?? row()
        copy = row
        if let other = greatest[key] {
          let isLess = row == other.row ? other.place < place : row.lexicographicallyPrecedes(other.row)
          if isLess { continue }
        }
        greatest[key] = (row, place)
      }
    }

    mutating func choose() {
      for (key, chosen) in greatest { entries[slot(of: key)].place = chosen.place }
      greatest = [:]
    }

    func chosen(_ place: RowPosition, _ questions: UInt32, for key: KeyedHash.KeyedHashValue) -> UInt32 {
      guard let main = entry(key) else { return 0 }
      var chosen = main.place == place ? questions & main.moment.questions : 0
      for question in (questions & ~main.moment.questions).bits where entry(key.of(question))?.place == place {
        chosen |= 1 << question
      }
      return chosen
    }

    private func entry(_ key: KeyedHash.KeyedHashValue) -> PersonEntry? {
      guard !entries.isEmpty else { return nil }
      let entry = entries[slot(of: key)]
      return entry.place == .max ? nil : entry
    }

    private mutating func grow() {
      let old = entries
      entries = Array(repeating: Self.free, count: max(16, old.count * 17 / 16))
      for entry in old where entry.place != .max { entries[slot(of: entry.key)] = entry }
    }
  }
}

extension KeyedHash.KeyedHashValue {
  /// The key of one question of this key: in the same table.
  fileprivate func of(_ question: UInt32) -> Self {
    Self(low: low &+ UInt64(question &+ 1) &* 0x9E37_79B9_7F4A_7C15, high: high ^ UInt64(question &+ 1) << 8)
  }
}

extension UInt32 {
  /// The places of the bits that are set, lowest first.
  fileprivate var bits: some Sequence<UInt32> {
    sequence(state: self) { rest in
      guard rest != 0 else { return nil }
      defer { rest &= rest &- 1 }
      return UInt32(rest.trailingZeroBitCount)
    }
  }
}
