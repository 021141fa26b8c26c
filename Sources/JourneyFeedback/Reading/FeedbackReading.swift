internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

/// Reads the files of a feedback, one behind the other, and adds them up.
struct FeedbackReading {
  private let asking: Asking
  private let options: TallyOptions
  private let sizes: ReadingSizes
  private var diagnostics: [Diagnostic] = []
  private var audit = AuditSum()
  private var counts: AnswerCounts

  init(_ asking: Asking, _ options: TallyOptions, _ sizes: ReadingSizes) {
    self.asking = asking
    self.options = options
    self.sizes = sizes
    counts = AnswerCounts(isWeighted: asking.feedback.weightColumn != nil)
  }

  mutating func read(_ files: [ExportFile]) {
    var tasks: [(task: ReadingTask, starts: [Int]?)] = []
    for file in files {
      guard let task = task(file, tasks.count) else { continue }
      tasks.append((task, nil))
    }
    // The encoding must be known before anything is handed out or chosen.
    if asking.isPerPerson || options.reject != nil {
      for index in tasks.indices { tasks[index] = survey(tasks[index].task) ?? tasks[index] }
    }
    if asking.isPerPerson { choose(&tasks) }
    for (task, starts) in tasks { count(task, starts) }
    reportAmbiguousDates()
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
    var before: AnswerCounts.Entry?
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
    return Diagnosed(result, diagnostics)
  }

  private mutating func task(_ file: ExportFile, _ index: Int) -> ReadingTask? {
    do throws(ExportProblem) {
      let opened = try Opened(file)
      let layout = try Layout(opened, names: asking.names)
      let plan = asking.plan(layout, path: file.path)
      diagnostics += plan.diagnostics
      guard let plan = plan.value else { return nil }
      var task = ReadingTask(index: index, opened: opened, layout: layout, plan: plan, asking: asking)
      task.sizes = sizes
      task.wantsRejected = options.reject != nil
      return task
    } catch {
      diagnostics.append(.unreadable(file.path, error, at: asking.feedback.span))
      return nil
    }
  }

  /// Tells the rows apart once, to know where threads may start and how the file is encoded.
  private mutating func survey(_ task: ReadingTask) -> (task: ReadingTask, starts: [Int]?)? {
    var look = task
    look.isSurvey = true
    guard let reading = try? readFile(look, threads: options.threads) else { return nil }
    let starts = reading.starts
    return (recoded(task, reading.total) ?? task, starts)
  }

  /// Finds out which row of each person counts.
  private func choose(_ tasks: inout [(task: ReadingTask, starts: [Int]?)]) {
    let persons = Persons(mostCompared: sizes.compared)
    for index in tasks.indices { tasks[index].task.persons = persons }
    read(tasks, for: .offering)
    let comparisons = persons.comparisons
    for part in 0..<comparisons {
      read(tasks, for: .comparing(part: part, of: comparisons))
      persons.choose()
    }
  }

  private func read(_ tasks: [(task: ReadingTask, starts: [Int]?)], for pass: Persons.Pass) {
    for (task, starts) in tasks {
      var task = task
      task.pass = pass
      task.wantsRejected = false
      // What cannot be read is reported when it is counted.
      _ = try? readFile(task, threads: options.threads, starts: starts)
    }
  }

  private mutating func count(_ task: ReadingTask, _ starts: [Int]?) {
    do throws(ExportProblem) {
      let reject = options.reject.map { take in
        { @Sendable (rejected: Part.Rejected) in take(Reject(rejected, task)) }
      }
      var task = task
      var reading = try readFile(task, threads: options.threads, starts: starts, reject: reject)
      if starts == nil, let other = recoded(task, reading.total) {
        task = other
        reading = try readFile(task, threads: options.threads)
      }
      counts.merge(reading.total.counts)
      audit.add(reading.total, task)
    } catch {
      diagnostics.append(.unreadable(task.opened.file.path, error, at: asking.feedback.span))
    }
  }

  /// The task in the encoding that all of the bytes say, where the first of them said another.
  private func recoded(_ task: ReadingTask, _ part: Part) -> ReadingTask? {
    guard task.opened.encoding == .utf8, !task.opened.isMarked, !task.plan.form.isJSON else { return nil }
    let encoding = Layout.encoding(valid: part.characters.valid, invalid: part.characters.invalid)
    guard encoding != task.layout.encoding else { return nil }
    var layout = task.layout
    layout.encoding = encoding
    guard let plan = asking.plan(layout, path: task.opened.file.path).value else { return nil }
    var other = ReadingTask(index: task.index, opened: task.opened, layout: layout, plan: plan, asking: asking)
    other.sizes = task.sizes
    other.wantsRejected = task.wantsRejected
    return other
  }

  /// A date that can be read in two ways is a mistake in the feedback, so it gets a finding.
  private mutating func reportAmbiguousDates() {
    let audit = audit.finished
    for left in audit.rows.leftOut + audit.answers.leftOut
    where left.reason == .dateAmbiguous || left.reason == .timeAmbiguous {
      diagnostics.append(.ambiguousDates(left, at: asking.feedback.span))
    }
  }
}

extension ReadingTask {
  /// A place that findings can name; `line` counts from the first row of answers.
  func place(line: Int, column: Int?) -> Audit.Place {
    let names = layout.columns.names
    return Audit.Place(
      path: opened.file.path, line: layout.linesAbove + line + 1,
      column: column.flatMap { names.indices.contains($0) ? names[$0].shownShort : nil })
  }
}

extension Diagnostic {
  fileprivate static func unreadable(_ path: String, _ problem: ExportProblem, at span: Span) -> Self {
    let (reason, help): (String, String?) =
      switch problem {
      case .unreadable: ("reading it failed", nil)
      case .brokenArchive: ("its compressed data is damaged or cut off", "fetch it again")
      case .zip: ("it is a ZIP file or a workbook", "save it as CSV, or unpack it")
      case .empty: ("it is empty", nil)
      case .noHeader: ("it does not begin with a header", "the first row names the columns")
      case .jsonList: ("it is one list of JSON", "write an object a line: jq -c '.[]'")
      }
    return .init(.unreadableExport, at: span, "cannot read \"\(path.shownShort)\": \(reason)", help: help)
  }

  fileprivate static func ambiguousDates(_ left: Audit.LeftOut, at span: Span) -> Self {
    let column = left.first.column.map { " in column \"\($0)\"" } ?? ""
    return .init(
      .ambiguousDate, at: span,
      "\(left.count == 1 ? "1 date" : "\(left.count) dates") can be read in two ways, the first\(column) of \"\(left.first.path.shownShort)\", line \(left.first.line)",
      help: "say how dates are written: format \"MM/DD/YYYY\" or format \"DD/MM/YYYY\"")
  }
}
