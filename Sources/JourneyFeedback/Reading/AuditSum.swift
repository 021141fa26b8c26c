internal import JourneyModel
internal import JourneyMetrics
internal import JourneySyntax
internal import Workbook

/// The audit of the files read so far.
struct AuditSum {
  private var audit = Audit()
  private var rowsLeft: [Audit.LeftOut?] = Array(repeating: nil, count: Reason.allCases.count)
  private var cellsLeft: [Audit.LeftOut?] = Array(repeating: nil, count: Reason.allCases.count)
  private var unmatched = UnmatchedValues()
  private var numbersAsYesNo: Set<Int> = []
  private var unknownValues: [String: UnknownValues] = [:]
  private var hasMatched = false
  private var met: Set<Int> = []
  private let declared: DeclaredCells
  /// The first of each question.
  private let columns: [String]

  init(_ asking: QuestionPlan) {
    declared = asking.declared
    columns = asking.feedback.questions.map { $0.columns.first ?? "" }
  }

  mutating func add(_ part: ChunkCounts, _ task: ReadingTask) {
    audit.files.append(task.described(part))
    audit.rows.read += part.rows
    audit.rows.used += part.used
    audit.answers.cells += part.cells
    audit.answers.counted += part.counted
    if let newest = part.newestDay, !part.open.isEmpty {
      audit.answers.open += part.open.count
      let before = audit.answers.openUntil ?? newest...newest
      audit.answers.openUntil = min(before.lowerBound, newest)...max(before.upperBound, newest)
    }
    audit.answers.unused += part.unused
    audit.answers.blank += part.blank
    audit.answers.ignored += part.ignored
    for reason in Reason.allCases {
      let index = Int(reason.rawValue)
      Self.add(part.rowsLeft[index], reason, task, to: &rowsLeft[index])
      Self.add(part.cellsLeft[index], reason, task, to: &cellsLeft[index])
    }
    unmatched.merge(part.unmatched)
    numbersAsYesNo.formUnion(part.numbersAsYesNo)
    unknownValues.merge(part.unknownValues) { $0.merging($1) }
    hasMatched = hasMatched || part.hasMatched
    met.formUnion(part.met)
  }

  private static func add(_ left: ChunkCounts.Left, _ reason: Reason, _ task: ReadingTask, to sum: inout Audit.LeftOut?)
  {
    guard left.count > 0 else { return }
    let first = sum?.first ?? task.place(line: left.line, column: left.column)
    sum = Audit.LeftOut(reason: reason, count: (sum?.count ?? 0) + left.count, first: first)
  }

  /// What to write where dates or times could not be read.
  mutating func advise(_ reason: Reason, _ formats: Audit.Formats?, hasDayNumbers: Bool) {
    if let formats { audit.formats[reason] = formats }
    audit.hasDayNumbers = audit.hasDayNumbers || hasDayNumbers
  }

  var finished: Audit {
    var audit = audit
    audit.rows.leftOut = rowsLeft.compactMap { $0 }
    audit.answers.leftOut = cellsLeft.compactMap { $0 }
    let listed = unmatched.listed
    audit.unmatched = listed.values
    audit.hasMoreUnmatched = listed.isCut
    audit.unknown = unknownValues.sorted { $0.key < $1.key }.map { ($0.key, $0.value.listed) }
    audit.numbersAsYesNo = numbersAsYesNo.sorted().compactMap { columns.indices.contains($0) ? columns[$0] : nil }
    audit.hasMatched = hasMatched
    audit.unmet = declared.list.indices.filter { !met.contains($0) }.map { declared.list[$0] }
    return audit
  }
}

extension ChunkCounts {
  fileprivate var newestDay: Period? {
    guard newest > .min else { return nil }
    let day = CivilDay(sinceEpoch: newest.dividedDown(by: 86_400))
    return Period(year: day.year, unit: .day(month: day.month, day: day.day))
  }
}

extension ReadingTask {
  /// How the file was understood.
  fileprivate func described(_ part: ChunkCounts) -> Audit.AuditedFile {
    var file = Audit.AuditedFile(path: opened.file.path)
    file.rows = part.rows
    file.vendor = layout.vendor
    file.encoding = layout.encoding
    if let sheet = layout.sheet {
      file.form = .workbook(sheet: sheet.shownShort)
      file.hiddenRows = part.sheet.hiddenRows
      file.mergedCells = part.sheet.merged.first.map {
        Audit.AuditedFile.MergedRanges(count: part.sheet.merged.count, first: $0)
      }
    } else {
      file.form = layout.form.isJSON ? .jsonLines : .separated(by: layout.form.delimiter)
    }
    file.headerRows = layout.headerRows
    file.columns = layout.columns.names.count
    file.isCompressed = opened.isCompressed
    file.zone = layout.zone.flatMap { $0.isZoneName ? $0 : nil }
    file.dateFormat = plan.shownFormat
    file.hasDecimalCommas = plan.hasShownCommas
    file.invalid = layout.encoding == .windows1252 ? 0 : part.characters.invalid
    return file
  }
}

extension QuestionPlan {
  /// The period of a number in the counts.
  func period(_ number: Int) -> Period? {
    switch feedback.period {
    case .fixed(let period): period
    case .month: Period(year: number / 12, unit: .month(number % 12 + 1))
    case .quarter: Period(year: number / 4, unit: .quarter(number % 4 + 1))
    case .year: Period(year: number, unit: .year)
    }
  }

  /// The answer of an outcome in the counts.
  func answer(_ outcome: Int32, question place: Int) -> Tally.Answer {
    let index = place / max(1, subjects.count * segments.count)
    if outcome == Outcome.unused { return .unused }
    if outcome == Outcome.open { return .open(nil) }
    if let time = Outcome.openTime(outcome) { return .open(DurationBucket(of: Outcome.seconds(time))) }
    guard feedback.questions.indices.contains(index), let ratings = feedback.questions[index].ratings else {
      return .duration(DurationBucket(of: Outcome.seconds(outcome)))
    }
    return .rating(ratings.lowerBound + Int(outcome - Outcome.first))
  }
}
