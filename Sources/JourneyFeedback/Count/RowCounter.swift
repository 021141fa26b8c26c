internal import JourneyModel

/// Understands rows and counts their answers.
struct RowCounter {
  let plan: Plan
  let asking: QuestionPlan
  let task: ReadingTask
  private let segments: Int
  var part: ChunkCounts
  var ratings: RatingCounts
  let pairs: PairedRows?

  // What the cells of each column mean, as far as they were met.
  var filterMemory: [CellCache]
  var touchpointMemory = CellCache()
  /// Of the days of dates written as usual, the number of their period.
  var dayMemory = CellCache()
  /// The last of them, by its first eight bytes and its last.
  var lastDay: (start: UInt64, end: UInt64, period: Int) = (0, 0, 0)
  var segmentMemory = CellCache()
  var askedMemory: [CellCache]
  var conditionMemory: [ConditionMemory]
  /// Where rows are counted at once whose cells were all met before.
  let known: RowCache
  private let total: TotalRow
  /// What rows of two files are compared by.
  var rowText: RowText
  var unknownTouchpoints: [String] = []
  var unknownCounts: [Int] = []

  // The row in hand.
  var touchpoint: Int32 = 0
  var segment: Int32 = 0
  var period = 0
  /// For comparing a person's answers.
  var seconds = 0
  var weight: Int128 = 0
  var outcomes: [Int32]
  /// Beside `outcomes`: since when a case is open.
  var openSince: [Int]
  /// Beside `outcomes`: of a time between two columns, the one that was looked at last.
  var blamed: [Int]

  init(_ task: ReadingTask) {
    self.task = task
    plan = task.plan
    asking = task.asking
    segments = asking.segments.count
    part = ChunkCounts(isWeighted: plan.weight != nil)
    ratings = RatingCounts(plan)
    pairs = PairedRows(task)
    filterMemory = plan.filters.map { _ in CellCache() }
    // Of questions there may be thousands.
    let most = CellCache.most(of: plan.asked.count)
    askedMemory = plan.asked.map { _ in CellCache(most: most) }
    conditionMemory = plan.conditions.map { _ in ConditionMemory() }
    outcomes = Array(repeating: 0, count: plan.asked.count)
    openSince = Array(repeating: 0, count: plan.asked.count)
    blamed = plan.asked.map(\.column)
    known = RowCache(plan, ratings, task)
    total = TotalRow(plan)
    rowText = RowText(plan)
  }

  /// What the part came to, the counts of unknown touchpoints included.
  mutating func finish(_ reader: RowReader) -> ChunkCounts {
    handOverUnknown()
    handOverRatings()
    if let pairs { part.pairs.finish(pairs.plan) }
    part.lines = reader.lines.passed
    part.characters = reader.characters
    return part
  }

  /// A row whose cells stand in `bytes`; `raw` is the row as it stands in the file.
  @inline(__always)
  mutating func count(
    _ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, raw: RowPlace, _ rawBytes: Span<UInt8>,
    _ lines: inout LineCount
  ) {
    part.rows += 1
    if known.isUsable, !(known.canHoldSums && total.matches(row, bytes, ends)), countKnown(row, bytes, ends, raw) {
      // Before it is known which rows count each does.
      if known.isChoosy { _ = keep(row, bytes, ends, raw, rawBytes) }
    } else {
      countOther(row, bytes, ends, raw, rawBytes, &lines)
    }
  }

  /// The long way: not part of the loop over rows, which would keep its short way from being made one with it.
  @inline(never)
  private mutating func countOther(
    _ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ raw: RowPlace, _ rawBytes: Span<UInt8>,
    _ lines: inout LineCount
  ) {
    if !plan.moments.isEmpty { lookAtMoments(row, bytes, ends) }
    if let reason = total.matches(row, bytes, ends) ? (.total, nil) : place(row, bytes, ends) {
      if isEmpty(row, bytes) { return leaveOut(.emptyRow, column: nil, raw, rawBytes, &lines) }
      return leaveOut(reason.0, column: reason.1, raw, rawBytes, &lines)
    }
    understand(row, bytes, ends)
    if known.isChoosy {
      switch keep(row, bytes, ends, raw, rawBytes) {
      case .count: break
      case .pass: return
      case .leaveOut(let reason, let column): return leaveOut(reason, column: column, raw, rawBytes, &lines)
      }
    }
    addUp(row, bytes, ends, raw, rawBytes, &lines)
  }

  mutating func leaveOut(
    _ reason: Reason, column: Int? = nil, _ raw: RowPlace, _ rawBytes: Span<UInt8>, _ lines: inout LineCount
  ) {
    let index = Int(reason.rawValue)
    if part.rowsLeft[index].count == 0 {
      part.rowsLeft[index].line = lines.line(at: raw.start, in: rawBytes)
      part.rowsLeft[index].column = column
    }
    part.rowsLeft[index].count += 1
    if task.wantsRejected { reject(reason, column, raw, rawBytes, &lines) }
  }

  private mutating func reject(
    _ reason: Reason, _ column: Int?, _ raw: RowPlace, _ rawBytes: Span<UInt8>, _ lines: inout LineCount
  ) {
    let line = lines.line(at: raw.start, in: rawBytes)
    let rejected = ChunkCounts.Rejected(
      line: line, column: column, reason: reason, bytes: copy(rawBytes, raw.start..<raw.end))
    if let take = task.rejectAtOnce { take(rejected) } else { part.rejected.append(rejected) }
  }

  /// Adds the outcomes of a row's cells to the counts.
  @inline(__always)
  private mutating func addUp(
    _ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ raw: RowPlace, _ rawBytes: Span<UInt8>,
    _ lines: inout LineCount
  ) {
    var hasAnswer = false
    let place = ratingPlace
    let block = ratings.block(place: place, period: period)
    var firstLeft: (reason: Reason, column: Int)?
    for index in outcomes.indices {
      let outcome = outcomes[index]
      if outcome < Outcome.notAsked {
        leaveOutCell(outcome, blamed[index], &firstLeft, raw, rawBytes, &lines)
      } else if plan.asked[index].isTime {
        addTime(outcome, index)
        hasAnswer = hasAnswer || outcome >= 0
      } else if plan.weight == nil || outcome < 0 {
        ratings.add(outcome, question: index, at: block)
        hasAnswer = hasAnswer || outcome >= 0
      } else {
        // Units of 10⁻¹⁰ as 10⁻²⁰; the square has them already.
        ratings.add(
          outcome, question: index, at: block, weight: weight * 10_000_000_000, square: weight * weight)
        hasAnswer = true
      }
    }
    if ratings.isLarge { handOverRatings() }
    if hasAnswer {
      part.used += 1
      countPairs(row, bytes, ends, raw)
      countCluster(row, bytes, ends, raw)
      if let firstLeft, task.wantsRejected { reject(firstLeft.reason, firstLeft.column, raw, rawBytes, &lines) }
    } else {
      leaveOut(firstLeft?.reason ?? .noAnswer, column: firstLeft?.column, raw, rawBytes, &lines)
    }
  }

  private mutating func leaveOutCell(
    _ outcome: Int32, _ column: Int, _ first: inout (reason: Reason, column: Int)?, _ raw: RowPlace,
    _ rawBytes: Span<UInt8>, _ lines: inout LineCount
  ) {
    guard let reason = Outcome.reason(outcome) else { return }
    if first == nil { first = (reason, column) }
    let left = Int(reason.rawValue)
    if part.cellsLeft[left].count == 0 {
      part.cellsLeft[left].line = lines.line(at: raw.start, in: rawBytes)
      part.cellsLeft[left].column = column
    }
    part.cellsLeft[left].count += 1
    part.cells += 1
  }

  private mutating func addTime(_ outcome: Int32, _ index: Int) {
    switch outcome {
    case Outcome.notAsked: return
    case Outcome.blank: part.blank += 1
    case Outcome.ignored: part.ignored += 1
    default:
      if outcome == Outcome.unused { part.unused += 1 } else { part.counted += 1 }
      let subject = plan.asked[index].subject ?? Int(touchpoint)
      let place = asking.place(question: plan.asked[index].index, subject: subject, segment: Int(segment))
      if outcome == Outcome.open {
        part.open.append(
          ChunkCounts.OpenCase(
            place: Int32(truncatingIfNeeded: place), period: Int32(truncatingIfNeeded: period), start: openSince[index])
        )
      } else {
        part.counts.add(AnswerCounts.key(place: place, period: period, outcome: outcome))
      }
    }
    part.cells += 1
  }

  /// The touchpoint and the segment of the row in hand, as one number.
  @inline(__always)
  var ratingPlace: Int { Int(max(touchpoint, -1) + 1) * segments + Int(segment) }

  mutating func handOverRatings() {
    let (plan, asking) = (plan, asking)
    ratings.handOver(to: &part, plan) { question, place in
      let (touchpoint, segment) = place.quotientAndRemainder(dividingBy: asking.segments.count)
      let asked = plan.asked[question]
      return asking.place(question: asked.index, subject: asked.subject ?? touchpoint - 1, segment: segment)
    }
  }
}

func copy(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
  var copy: [UInt8] = []
  copy.reserveCapacity(range.count)
  for index in range { copy.append(bytes[index]) }
  return copy
}

extension RowCounter: RowSink {
  @inline(__always)
  mutating func take(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ lines: inout LineCount) {
    count(row, bytes, ends, raw: row, bytes, &lines)
  }

  mutating func leaveOut(_ reason: Reason, _ row: RowPlace, _ bytes: Span<UInt8>, _ lines: inout LineCount) {
    part.rows += 1
    leaveOut(reason == .brokenQuotes && hasBackslash(row, bytes) ? .backslash : reason, column: nil, row, bytes, &lines)
  }
}
