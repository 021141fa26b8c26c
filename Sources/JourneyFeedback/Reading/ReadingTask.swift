/// How to read one file: what every thread needs to know.
struct ReadingTask: Sendable {
  /// Which file, in the order of paths.
  let index: Int
  let opened: ExportHandle
  let layout: ExportSchema
  let plan: Plan
  let asking: QuestionPlan
  /// Where one answer a person counts.
  var persons: LatestAnswerSelector?
  /// Where an answer that is in several rows counts once.
  var answers: LatestAnswerSelector?
  /// What its rows are read for there.
  var pass = LatestAnswerSelector.Pass.counting
  /// Whether it is known which of an answer's rows counts. Else each is counted, and it is found out whether any answer
  /// has several.
  var hasChosen = false
  /// The newest date of the file, once it is known; what it says of a case that is not solved holds until then.
  var newest = Int.min
  /// By which rows fall into random groups. Nobody keeps its key.
  var grouping = KeyedHash()
  /// Where rows without an id are looked for in other files.
  var equalRows: EqualRows?
  /// Whether only rows are told apart: a first look, without answers.
  var isSurvey = false
  var wantsRejected = false
  /// Takes them as they come, where one thread reads all.
  var rejectAtOnce: (@Sendable (ChunkCounts.Rejected) -> Void)?
  var sizes = ReadingSizes()

  /// What is compared of rows of one date: of a case that is open in two exports the later one counts, else the greater
  /// row.
  func compared(_ bytes: Span<UInt8>, _ row: RowPlace) -> [UInt8] {
    let order = UInt64(bitPattern: Int64(newest)) ^ 1 << 63
    return stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: order >> $0) }
      + copy(bytes, row.start..<row.end)
  }

  /// Whether a row's place among others matters.
  var isChoosy: Bool { persons != nil || answers != nil || equalRows != nil }

  /// Reads from the start of a row to the first row at or behind `limit`.
  func read(from start: Int, until limit: Int) throws(ExportProblem) -> (part: ChunkCounts, end: Int) {
    let stream = try opened.stream(from: start)
    var reader = RowReader(stream, from: start, plan.form, window: sizes.window)
    if isSurvey {
      var survey = Survey()
      let end = try reader.read(until: limit, &survey)
      var part = ChunkCounts(isWeighted: false)
      part.lines = reader.lines.passed
      part.characters = reader.characters
      return (part, end)
    }
    if plan.form.isJSON {
      var sink = JSONCounting(self)
      let end = try reader.read(until: limit, &sink)
      return (sink.counting.finish(reader), end)
    }
    var sink = RowCounter(self)
    let end = try reader.read(until: limit, &sink)
    var part = sink.finish(reader)
    if let sheet = stream as? WorkbookStream { part.sheet = sheet.notes }
    return (part, end)
  }
}

/// Looks at rows without understanding them.
struct Survey: RowSink {
  func take(_ row: RowPlace, _ bytes: Span<UInt8>, _ ends: Span<UInt32>, _ lines: inout LineCount) {}
  func leaveOut(_ reason: Reason, _ row: RowPlace, _ bytes: Span<UInt8>, _ lines: inout LineCount) {}
}
