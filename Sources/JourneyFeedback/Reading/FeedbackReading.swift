internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

/// Reads the files of a feedback, one behind the other, and adds them up.
struct FeedbackReading {
  private let asking: QuestionPlan
  private let options: CountingOptions
  private let sizes: ReadingSizes
  private var diagnostics: [Diagnostic] = []
  private var audit: AuditSum
  private var counts: AnswerCounts
  private var pairs: PairCounts
  private var clusters = ClusterCounts()
  private var pairPlan: PairPlan?

  init(_ asking: QuestionPlan, _ options: CountingOptions, _ sizes: ReadingSizes) {
    self.asking = asking
    self.options = options
    self.sizes = sizes
    audit = AuditSum(asking)
    counts = AnswerCounts(isWeighted: asking.feedback.weightColumn != nil)
    pairs = PairCounts(isWeighted: asking.feedback.weightColumn != nil)
  }

  mutating func read(_ files: [ExportFile]) {
    var tasks: [Task] = []
    for file in files {
      guard let task = task(file, tasks.count) else { continue }
      tasks.append((task, nil))
    }
    let hasIDs = tasks.contains { $0.task.plan.id != nil }
    // The encoding must be known before anything is handed out or chosen.
    let isKnownFirst = asking.isPerPerson || options.reject != nil
    if isKnownFirst { survey(&tasks) }
    if asking.isPerPerson || hasIDs && options.reject != nil { choose(&tasks) }
    let equalRows = tasks.count > 1 ? EqualRows() : nil
    for index in tasks.indices { tasks[index].task.equalRows = equalRows }
    if hasIDs, !isKnownFirst { countOnce(&tasks) } else { for (task, starts) in tasks { count(task, starts) } }
    if let found = equalRows?.found {
      let paths = [found.first, found.second].map { tasks.indices.contains($0) ? tasks[$0].task.opened.file.path : "" }
      diagnostics.append(.equalRows(found.count, isSample: found.isSample, in: paths, at: asking.feedback.span))
    }
    if let sheet = asking.feedback.sheet, !tasks.isEmpty, tasks.allSatisfy({ $0.task.layout.sheet == nil }) {
      diagnostics.append(.sheetWithoutWorkbook(sheet, of: tasks.count, at: asking.feedback.span))
    }
    reportAmbiguous(tasks)
  }

  /// A file to be read, and where the stretches of it start, if that is known.
  private typealias Task = (task: ReadingTask, starts: [Int]?)

  /// Counts every answer, and looks meanwhile whether any is in several rows. Mostly none is. Else it is found out which
  /// of the rows counts, and all are counted again.
  private mutating func countOnce(_ tasks: inout [Task]) {
    let before = (counts, pairs, clusters, audit, diagnostics)
    let answers = LatestAnswerSelector(mostCompared: sizes.compared)
    for (task, starts) in tasks {
      var task = task
      task.answers = answers
      count(task, starts)
    }
    guard answers.hasRepeated else { return }
    (counts, pairs, clusters, audit, diagnostics) = before
    survey(&tasks)
    choose(&tasks)
    for (task, starts) in tasks { count(task, starts) }
  }

  /// The tally, which is empty where it would be too large, and the audit; with all findings.
  var result: Diagnosed<FeedbackResult> {
    var result = FeedbackResult()
    result.audit = audit.finished
    let (cells, feedback) = (counts.cells, asking.feedback)
    guard cells <= Limits.cells else {
      return Diagnosed(result, diagnostics + [.tooManyCells(cells, of: feedback.name, at: feedback.span)])
    }
    // Of one place and period they follow each other.
    var place: Int?
    var before: AnswerCounts.CountEntry?
    for entry in counts.sorted {
      if entry.place != before?.place || entry.period != before?.period {
        let question = asking.period(entry.period).flatMap { asking.question(at: entry.place, period: $0) }
        place = question.map { result.tally.place(of: $0) }
        before = entry
      }
      guard let place else { continue }
      let counts = Tally.Counts(
        entry.count, weight: ExactDecimal(units: entry.weight), squares: ExactDecimal(units: entry.square))
      result.tally.add(asking.answer(entry.outcome, question: entry.place), counts, at: place)
    }
    if clusters.isTooLarge { return Diagnosed(result, diagnostics + [.tooManyClusters(feedback)]) }
    asking.add(clusters, to: &result.tally)
    if pairs.isTooLarge {
      return Diagnosed(result, diagnostics + [.tooManyPairs(feedback)])
    }
    if let pairPlan { result.joint = asking.joint(pairs, pairPlan) }
    return Diagnosed(result, diagnostics)
  }

  private mutating func task(_ file: ExportFile, _ index: Int) -> ReadingTask? {
    do throws(ExportProblem) {
      let opened = try ExportHandle(file, sheet: asking.feedback.sheet)
      let layout = try ExportSchema(opened, names: asking.names)
      let plan = asking.plan(layout, path: file.path)
      diagnostics += plan.diagnostics
      guard var plan = plan.value else { return nil }
      plan.decide(opened, layout, asking.feedback)
      var task = ReadingTask(index: index, opened: opened, layout: layout, plan: plan, asking: asking)
      task.sizes = sizes
      task.grouping = options.grouping
      task.wantsRejected = options.reject != nil
      pairPlan = plan.pairs
      return task
    } catch {
      diagnostics.append(.unreadable(file.path, error, at: asking.feedback.span))
      return nil
    }
  }

  /// Tells the rows apart once, to know where threads may start and how the files are encoded.
  private mutating func survey(_ tasks: inout [Task]) {
    for index in tasks.indices {
      var look = tasks[index].task
      look.isSurvey = true
      guard let reading = try? readFile(look, threads: options.threads) else { continue }
      tasks[index] = (recoded(tasks[index].task, reading.total) ?? tasks[index].task, reading.starts)
    }
  }

  /// Finds out which row of each person, or of each answer, counts.
  private func choose(_ tasks: inout [Task]) {
    let persons = asking.isPerPerson ? LatestAnswerSelector(mostCompared: sizes.compared) : nil
    let answers = tasks.contains { $0.task.plan.id != nil } ? LatestAnswerSelector(mostCompared: sizes.compared) : nil
    for index in tasks.indices {
      tasks[index].task.persons = persons
      tasks[index].task.answers = answers
      tasks[index].task.hasChosen = true
    }
    for (index, part) in read(tasks, for: .offering).enumerated() { tasks[index].task.newest = part?.newest ?? .min }
    let comparisons = max(persons?.comparisons ?? 0, answers?.comparisons ?? 0)
    for part in 0..<comparisons {
      read(tasks, for: .comparing(part: part, of: comparisons))
      persons?.choose()
      answers?.choose()
    }
  }

  /// - Returns: what came of each file; nil of one that cannot be read, which is reported when it is counted.
  @discardableResult
  private func read(_ tasks: [Task], for pass: LatestAnswerSelector.Pass) -> [ChunkCounts?] {
    tasks.map { task, starts in
      var task = task
      task.pass = pass
      task.wantsRejected = false
      return try? readFile(task, threads: options.threads, starts: starts).total
    }
  }

  private mutating func count(_ task: ReadingTask, _ starts: [Int]?) {
    do throws(ExportProblem) {
      let reject = options.reject.map { take in
        { @Sendable (rejected: ChunkCounts.Rejected) in take(Reject(rejected, task)) }
      }
      var task = task
      var reading = try readFile(task, threads: options.threads, starts: starts, reject: reject)
      if starts == nil, let other = recoded(task, reading.total) {
        task = other
        reading = try readFile(task, threads: options.threads)
      }
      reportUnvalued(reading.total.sheet, task)
      counts.merge(reading.total.allCounts)
      pairs.merge(reading.total.pairs)
      clusters.merge(reading.total.clusters)
      audit.add(reading.total, task)
    } catch {
      diagnostics.append(.unreadable(task.opened.file.path, error, at: asking.feedback.span))
    }
  }

  /// The task in the encoding that all of the bytes say, where the first of them said another.
  private func recoded(_ task: ReadingTask, _ part: ChunkCounts) -> ReadingTask? {
    guard task.opened.encoding == .utf8, !task.opened.isMarked, !task.plan.form.isJSON else { return nil }
    // Rows of plain letters say nothing: the header may.
    guard part.characters.valid + part.characters.invalid > 0 else { return nil }
    let encoding = ExportSchema.encoding(valid: part.characters.valid, invalid: part.characters.invalid)
    guard encoding != task.layout.encoding else { return nil }
    var layout = task.layout
    layout.encoding = encoding
    guard var plan = asking.plan(layout, path: task.opened.file.path).value else { return nil }
    plan.decide(task.opened, layout, asking.feedback)
    var other = ReadingTask(index: task.index, opened: task.opened, layout: layout, plan: plan, asking: asking)
    other.sizes = task.sizes
    other.grouping = task.grouping
    other.wantsRejected = task.wantsRejected
    other.answers = task.answers
    other.equalRows = task.equalRows
    return other
  }

  /// Answers that only Excel can work out would be missing without a word.
  private mutating func reportUnvalued(_ notes: SheetNotes, _ task: ReadingTask) {
    let names = task.layout.columns.names
    for column in task.plan.usedColumns {
      guard let unvalued = notes.unvalued[column], names.indices.contains(column) else { continue }
      diagnostics.append(
        .unvalued(unvalued, names[column], of: task.opened.file.path, at: asking.feedback.span))
    }
  }

  /// What can be read in two ways is a mistake in the feedback, so it gets a finding; a date that cannot be read gets the
  /// format that fits.
  private mutating func reportAmbiguous(_ tasks: [Task]) {
    let sums = audit.finished
    // A row left out for a cell of its own stands there, too.
    let cells = Set(sums.answers.leftOut.map(\.reason))
    for left in sums.rows.leftOut.filter({ !cells.contains($0.reason) }) + sums.answers.leftOut {
      switch left.reason {
      case .dateAmbiguous, .timeAmbiguous:
        let sample = sample(left, tasks)
        let orders = sample.map { $0.sample.orders(of: $0.dated) } ?? []
        if orders.count == 1, let formats = sample.flatMap({ $0.sample.formats(of: $0.dated) }), let rest = formats.rest
        {
          diagnostics.append(.mixedDates(left, formats, rest, at: asking.feedback.span))
        } else {
          diagnostics.append(.ambiguousDates(left, orders, at: asking.feedback.span))
        }
      case .weightAmbiguous, .numberAmbiguous:
        diagnostics.append(.ambiguousNumbers(left, at: asking.feedback.span))
      case .dateUnreadable, .timeUnreadable:
        guard let (sample, column, dated) = sample(left, tasks) else { break }
        let hasDayNumbers = sample.hasDayNumbers(column)
        audit.advise(left.reason, hasDayNumbers ? nil : sample.formats(of: dated), hasDayNumbers: hasDayNumbers)
      default: break
      }
    }
  }

  /// The column of the first cell left out, and all columns of dates: they have one format.
  private func sample(_ left: Audit.LeftOut, _ tasks: [Task]) -> (sample: HeadSample, column: Int, dated: [Int])? {
    guard let task = tasks.first(where: { $0.task.opened.file.path == left.first.path })?.task,
      let name = left.first.column, let column = task.layout.columns.names.firstIndex(where: { $0.shownShort == name })
    else { return nil }
    let dated = Set(task.plan.moments + [column] + [task.plan.date].compactMap(\.self)).sorted()
    return (HeadSample(task.opened, task.layout, columns: Set(dated)), column, dated)
  }
}

extension ReadingTask {
  /// A place that findings can name; `line` counts from the first row of answers.
  func place(line: Int, column: Int?) -> Audit.AuditedPlace {
    let names = layout.columns.names
    return Audit.AuditedPlace(
      path: opened.file.path, line: layout.linesAbove + line + 1,
      column: column.flatMap { names.indices.contains($0) ? names[$0].shownShort : nil })
  }
}
