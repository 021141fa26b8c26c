/// The quick way for the rows of which nearly all files are full: every cell that matters was met before.
///
/// Each is looked up, and the row is counted; nothing is understood, and nothing left out. Any other row goes the long
/// way, which gives the same result and remembers what its cells mean. There is no quick way with weights, where
/// one of several rows is chosen, with times, or with a `where` of a single question.
struct RowCache {
  /// Whether this plan has the quick way at all.
  let isUsable: Bool
  /// Whether a row's place among others matters.
  let isChoosy: Bool
  /// Whether a row of sums could pass for one that is known: not where its word stands in place of a touchpoint, date or
  /// answer.
  let canHoldSums: Bool
  fileprivate let columns: Int
  fileprivate let filters: [(column: Int, holds: Int32)]
  fileprivate let touchpoint: Int?
  fileprivate let segment: Int?
  fileprivate let date: Int?
  fileprivate let asked: [Int]
  /// Where each question's counters begin in a block.
  fileprivate let offsets: [Int]

  init(_ plan: Plan, _ ratings: RatingCounts, _ task: ReadingTask) {
    isUsable =
      task.persons == nil && !task.hasChosen && plan.weight == nil && plan.cluster == nil
      && plan.dates.format == nil
      && plan.asked.allSatisfy { !$0.isTime && $0.conditions.isEmpty }
    isChoosy = task.isChoosy
    canHoldSums = plan.touchpoint?.column != 0 && plan.date != 0 && !plan.asked.contains { $0.column == 0 }
    columns = plan.columns
    filters = plan.filters.map { ($0.column, $0.keeps ? 1 : 0) }
    touchpoint = plan.touchpoint?.column
    segment = plan.segment?.column
    date = plan.date
    asked = plan.asked.map(\.column)
    offsets = ratings.offsets
  }
}

extension RowCounter {
  /// Counts a row; false where a cell is new, or something is to be left out.
  @inline(__always)
  mutating func countKnown(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ raw: RowPlace) -> Bool {
    guard row.count == known.columns else { return false }
    for index in known.filters.indices {
      let cell = row.cell(known.filters[index].column, ends)
      guard filterMemory[index].meaning(bytes, cell) == known.filters[index].holds else { return false }
    }
    if let column = known.touchpoint {
      touchpoint = touchpointMemory.meaning(bytes, row.cell(column, ends))
      guard touchpoint >= 0 else { return false }
    }
    if let column = known.date {
      guard let day = usualDay(bytes, row.cell(column, ends)) else { return false }
      // Exports are in order of time, so it is mostly the day of the row before.
      let (start, end) = (eightBytes(bytes, at: day.lowerBound), eightBytes(bytes, at: day.upperBound &- 8))
      if start != lastDay.start || end != lastDay.end {
        let number = dayMemory.meaning(bytes, day)
        guard number >= 0 else { return false }
        lastDay = (start, end, Int(number))
      }
      period = lastDay.period
    }
    if let column = known.segment {
      segment = segmentMemory.meaning(bytes, row.cell(column, ends))
      guard segment >= 0 else { return false }
    }
    var (least, most) = (Int32.max, Int32.min)
    for index in known.asked.indices {
      let outcome = askedMemory[index].meaning(bytes, row.cell(known.asked[index], ends))
      outcomes[index] = outcome
      (least, most) = (min(least, outcome), max(most, outcome))
    }
    // All of them known and none left out, one of them an answer.
    guard least >= Outcome.notAsked, most >= 0 else { return false }
    let place = ratingPlace
    let block = ratings.block(place: place, period: period)
    ratings.add(outcomes, known.offsets, at: block)
    part.used += 1
    countPairs(row, bytes, ends, raw)
    if ratings.isLarge { handOverRatings() }
    return true
  }
}

/// Where the day stands in `2026-04-01` or `2026-04-01 10:20:30`, with or without quotes; nil for all else.
@inline(__always)
func usualDay(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Range<Int>? {
  let isQuoted = !cell.isEmpty && bytes[cell.lowerBound] == 0x22
  let start = isQuoted ? cell.lowerBound &+ 1 : cell.lowerBound
  let count = isQuoted ? cell.count &- 2 : cell.count
  guard count == 19 || count == 10, bytes[start &+ 4] == 0x2D, bytes[start &+ 7] == 0x2D,
    count == 10 || isTimeOfDay(bytes, at: start &+ 10)
  else { return nil }
  return start..<start &+ 10
}
