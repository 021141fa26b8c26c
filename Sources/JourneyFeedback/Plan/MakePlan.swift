internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource

extension QuestionPlan {
  /// Finds the columns in a file. Without one that every row needs there is no plan; a question without its column is
  /// left out. Each missing or repeated column is one finding.
  func plan(_ layout: ExportSchema, path: String) -> Diagnosed<Plan?> {
    var finder = ColumnFinder(layout: layout, path: path, used: Set(names))
    var plan = Plan(form: layout.form, encoding: layout.encoding, columns: layout.cells)
    plan.period = feedback.period
    plan.dates = dates
    plan.dates.isTyped = layout.form == .sheet
    for left in layout.vendor?.leftOut ?? [] where !feedback.says(left.column) {
      guard let column = layout.ownColumn(left.column) else { continue }
      var filter = Plan.Filter(column: column, cells: table(left.leftOut), keeps: false, reason: left.reason)
      filter.vendor = left.knowing(feedback.conditions.filter { $0.column == left.column }.flatMap(\.cells))
      plan.filters.append(filter)
    }
    plan.filters += filters(feedback.conditions, &finder, at: feedback.span)
    plan.weight = finder.find(feedback.weightColumn, at: feedback.span)
    plan.person = finder.find(feedback.personColumn, at: feedback.span)
    plan.cluster = finder.find(feedback.clusterColumn, at: feedback.span)
    plan.id = layout.answerID
    plan.date = finder.find(dateColumn, at: feedback.span)
    if let column = finder.find(feedback.segmentColumn, at: feedback.span) {
      plan.segment = Plan.Lookup(column: column, meanings: segmentCells)
    }
    if feedback.questions.contains(where: { $0.subject == nil }),
      let column = finder.find(feedback.touchpointColumn, at: feedback.span)
    {
      plan.touchpoint = Plan.Lookup(column: column, meanings: touchpoints)
    }
    let needed = finder.missing
    for (index, question) in feedback.questions.enumerated() {
      if let asked = asked(question, index, &finder, &plan.conditions) { plan.asked.append(asked) }
    }
    plan.groups = groups(plan.asked)
    plan.pairs = PairPlan(plan.asked, of: feedback, in: workspace)
    let times = plan.asked.flatMap { asked in asked.until.map { [asked.column, $0] } ?? [] }
    if !times.isEmpty { plan.moments = Set(times + [plan.date].compactMap(\.self)).sorted() }
    plan.hasFixedSubjects = plan.asked.contains { $0.subject != nil }
    let isUsable = needed == 0 && !plan.asked.isEmpty
    return Diagnosed(isUsable ? plan : nil, finder.diagnostics)
  }

  /// Cells that mean one thing.
  private func table(_ cells: [String], of column: String = "") -> CellTable {
    var table = CellTable(of: column, declared)
    table.say(cells, 1)
    return table
  }

  private func filters(
    _ conditions: [Feedback.Condition], _ finder: inout ColumnFinder, at span: Span
  ) -> [Plan.Filter] {
    conditions.compactMap { condition in
      finder.find(condition.column, at: span).map {
        Plan.Filter(
          column: $0, cells: table(condition.cells, of: condition.column), keeps: !condition.isNot, reason: .condition)
      }
    }
  }

  private func conditions(
    of question: Feedback.Question, _ finder: inout ColumnFinder, _ columns: inout [Plan.Conditions]
  ) -> [Plan.RowCondition] {
    question.conditions.compactMap { condition in
      guard let column = finder.find(condition.column, at: question.span) else { return nil }
      let place = columns.firstIndex { $0.column == column } ?? columns.count
      if place == columns.count {
        columns.append(Plan.Conditions(column: column, CellTable(of: condition.column, declared)))
      }
      return Plan.RowCondition(place: place, cells: columns[place].name(condition.cells), isNot: condition.isNot)
    }
  }

  private func asked(
    _ question: Feedback.Question, _ index: Int, _ finder: inout ColumnFinder, _ columns: inout [Plan.Conditions]
  ) -> Plan.PlannedQuestion? {
    let missing = finder.missing
    let (first, second): (String, String?) =
      switch question.source {
      case .column(let name): (name, nil)
      case .between(let from, let to): (from, to)
      }
    let column = finder.find(first, at: question.span)
    let until = finder.find(second, at: question.span)
    let conditions = conditions(of: question, &finder, &columns)
    guard let column, finder.missing == missing else { return nil }
    if question.subject == nil, feedback.touchpointColumn == nil { return nil }
    var asked = Plan.PlannedQuestion(
      index: index, metric: question.metric, column: column, CellTable(of: first, declared))
    asked.until = until
    asked.subject = question.subject.flatMap(subject)
    asked.conditions = conditions
    asked.secondsBeforeColon = question.secondsBeforeColon
    asked.secondsPerUnit = question.secondsPerUnit.map { Int($0) } ?? 1
    if let ratings = question.ratings { asked.scale = ratings } else if question.metric != .resolution { return nil }
    say(&asked, question)
    return asked
  }

  /// What cells mean besides being numbers; what is said first wins.
  private func say(_ asked: inout Plan.PlannedQuestion, _ question: Feedback.Question) {
    for row in question.rows {
      switch row.meaning {
      case .ignored: asked.meanings.say(row, Outcome.ignored)
      case .value(let value): if let answer = answer(value, asked) { asked.meanings.say(row, answer) }
      case .subject, .segment: break
      }
    }
    asked.meanings.say(question.unused, Outcome.unused)
    asked.meanings.say(question.blank, Outcome.blank)
    asked.meanings.say(feedback.ignored, Outcome.ignored)
    if question.metric == .fcr {
      asked.meanings.say(["yes", "true", "1"], Outcome.first + 1)
      asked.meanings.say(["no", "false", "0"], Outcome.first)
    }
  }

  private func answer(_ value: String, _ asked: Plan.PlannedQuestion) -> Int32? {
    switch asked.metric {
    case .fcr: return value == "yes" ? Outcome.first + 1 : value == "no" ? Outcome.first : nil
    case .resolution: return seconds(value, unit: asked.secondsPerUnit).map(Outcome.duration)
    case .csat, .effort, .nps:
      guard let rating = Int(value), asked.scale.contains(rating) else { return nil }
      return Outcome.first + Int32(rating - asked.scale.lowerBound)
    }
  }

  /// `3` in the question's unit, or `2d`.
  private func seconds(_ value: String, unit: Int) -> Int? {
    let units: [UInt8: Int] = [0x73: 1, 0x6D: 60, 0x68: 3600, 0x64: 86_400, 0x77: 604_800]
    var bytes = Array(value.utf8)
    var unit = unit
    if let last = bytes.last, let own = units[last] {
      unit = own
      bytes.removeLast()
    }
    return DecimalCell(bytes.span, 0..<bytes.count, .any)?.seconds(unit: unit)
  }

  private func groups(_ asked: [Plan.PlannedQuestion]) -> [[Int]] {
    var groups: [[Int]] = []
    for (place, one) in asked.enumerated() {
      let group = groups.firstIndex { group in
        group.count < LatestAnswerSelector.mostQuestions
          && group.first.map { asked[$0] }.map { other in
            other.subject == one.subject
              && feedback.questions[other.index].conditions == feedback.questions[one.index].conditions
          } ?? false
      }
      if let group { groups[group].append(place) } else { groups.append([place]) }
    }
    return groups
  }
}

extension DecimalCell {
  /// Whole seconds, halves up; nil below zero or for more than tallies hold.
  func seconds(unit: Int) -> Int? {
    guard !isNegative else { return nil }
    var scale: Int128 = 1
    for _ in 0..<places { scale *= 10 }
    let (product, overflow) = digits.multipliedReportingOverflow(by: Int128(unit))
    guard !overflow else { return nil }
    let seconds = (product * 2 + scale) / (scale * 2)
    return seconds <= Outcome.longest ? Int(seconds) : nil
  }
}

/// Looks columns up, each mistake reported once.
private struct ColumnFinder {
  let layout: ExportSchema
  let path: String
  /// Names that the feedback uses.
  let used: Set<String>
  var diagnostics: [Diagnostic] = []
  var missing = 0
  private var reported: Set<String> = []

  init(layout: ExportSchema, path: String, used: Set<String>) {
    self.layout = layout
    self.path = path
    self.used = used
  }

  mutating func find(_ name: String?, at span: Span) -> Int? {
    guard let name else { return nil }
    let found = layout.columns.find(name, used: used)
    if case .column(let column) = found { return column }
    missing += 1
    guard reported.insert(name).inserted else { return nil }
    switch found {
    case .missing(let nearest):
      diagnostics.append(.unknownColumn(name, in: path, layout, nearest: nearest, at: span))
    case .repeated(let places): diagnostics.append(.repeatedColumn(name, in: path, layout, places, at: span))
    case .column: break
    }
    return nil
  }
}

extension Diagnostic {
  fileprivate static func unknownColumn(
    _ name: String, in path: String, _ layout: ExportSchema, nearest: String?, at span: Span
  ) -> Self {
    .init(
      .unknownColumn, at: span,
      "\"\(path.shownShort)\" has no column \"\(name.shownShort)\" (read as \(layout.described))",
      help: layout.mistake ?? nearest.map { "did you mean \"\($0.shownShort)\"?" } ?? layout.listed)
  }

  fileprivate static func repeatedColumn(
    _ name: String, in path: String, _ layout: ExportSchema, _ places: [Int], at span: Span
  ) -> Self {
    let numbers = places.prefix(5).map { String($0 + 1) }.joined(separator: ", ")
    let first = places.first.flatMap { layout.columns.names.indices.contains($0) ? layout.columns.names[$0] : nil }
    return .init(
      .repeatedColumn, at: span,
      "\"\(path.shownShort)\" has the column \"\(name.shownShort)\" more than once (columns \(numbers))",
      help: first.flatMap { first in
        guard first.hasPrefix(name + " / ") else { return nil }
        // Mostly the option is enough, and short.
        let option = String(first.dropFirst(name.count + 3))
        let isEnough = if case .column = layout.columns.find(option) { true } else { false }
        return "write which one, such as \"\((isEnough ? option : first).showingHidden)\""
      } ?? "rename all but one in the export")
  }
}
