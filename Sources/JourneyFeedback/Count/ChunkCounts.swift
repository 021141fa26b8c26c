/// What a stretch of rows comes to. Parts add up in the order of the text.
struct ChunkCounts {
  /// A reason's rows or cells, and the first of them: its line in the part, from 0, and its column.
  struct Left {
    var count = 0
    var line = 0
    var column: Int?
  }

  struct Rejected {
    var line: Int
    let column: Int?
    let reason: Reason
    let bytes: [UInt8]
  }

  /// A case without its end.
  struct OpenCase {
    let place: Int32
    let period: Int32
    /// When it began.
    let start: Int
  }

  var counts: AnswerCounts
  /// Of two questions, for key drivers.
  var pairs: PairCounts
  /// Of people who were asked together.
  var clusters = ClusterCounts()
  /// Cases still open, which are counted when `newest` is that of the whole file.
  var open: [OpenCase] = []
  /// The newest date in any column of dates that the feedback names.
  var newest = Int.min
  var rows = 0
  var used = 0
  var cells = 0
  var counted = 0
  var unused = 0
  var blank = 0
  var ignored = 0
  /// By `Reason.rawValue`.
  var rowsLeft = [Left](repeating: Left(), count: Reason.allCases.count)
  var cellsLeft = [Left](repeating: Left(), count: Reason.allCases.count)
  var unmatched = UnmatchedValues()
  /// Questions of yes and no of which a number was taken for one, though the feedback does not say which.
  var numbersAsYesNo: Set<Int> = []
  /// Of the vendor's columns that decide whether a row counts, the values that nobody knows.
  var unknownValues: [String: UnknownValues] = [:]
  /// Whether a touchpoint, or "is ignored", was found for any row.
  var hasMatched = false
  /// Which of the declared cells some row has.
  private(set) var met: Set<Int> = []
  var rejected: [Rejected] = []
  /// Lines of the part.
  var lines = 0
  var characters = (valid: 0, invalid: 0)
  /// Of a workbook, which is read as one part.
  var sheet = SheetNotes()

  init(isWeighted: Bool) {
    counts = AnswerCounts(isWeighted: isWeighted)
    pairs = PairCounts(isWeighted: isWeighted)
  }

  mutating func meet(_ entry: CellTable.CellEntry?) {
    if let place = entry?.declared, !met.contains(place) { met.insert(place) }
  }

  /// Adds what follows. Rejected rows are handed over elsewhere.
  mutating func append(_ next: ChunkCounts) {
    counts.merge(next.counts)
    pairs.merge(next.pairs)
    clusters.merge(next.clusters)
    open += next.open
    newest = max(newest, next.newest)
    rows += next.rows
    used += next.used
    cells += next.cells
    counted += next.counted
    unused += next.unused
    blank += next.blank
    ignored += next.ignored
    for reason in rowsLeft.indices {
      rowsLeft[reason].append(next.rowsLeft[reason], below: lines)
      cellsLeft[reason].append(next.cellsLeft[reason], below: lines)
    }
    unmatched.merge(next.unmatched)
    numbersAsYesNo.formUnion(next.numbersAsYesNo)
    unknownValues.merge(next.unknownValues) { $0.merging($1) }
    hasMatched = hasMatched || next.hasMatched
    met.formUnion(next.met)
    lines += next.lines
    characters.valid += next.characters.valid
    characters.invalid += next.characters.invalid
  }
}

extension ChunkCounts {
  /// All counts of a whole file: cases still open as long as they had been on its newest date.
  var allCounts: AnswerCounts {
    var counts = counts
    for one in open {
      let outcome = Outcome.stillOpen(max(newest, one.start) - one.start)
      counts.add(AnswerCounts.key(place: Int(one.place), period: Int(one.period), outcome: outcome))
    }
    return counts
  }
}

extension ChunkCounts.Left {
  fileprivate mutating func append(_ next: Self, below lines: Int) {
    if count == 0, next.count > 0 {
      line = next.line + lines
      column = next.column
    }
    count += next.count
  }
}
