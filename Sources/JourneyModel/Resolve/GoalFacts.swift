internal import JourneySource
internal import JourneySyntax

extension Resolution {
  /// Reads the goals of a journey, each with the figure it is measured by.
  mutating func readGoals(of journey: Int) {
    for (line, index) in zip(outlines[journey].goalLines, outlines[journey].goals.entries) {
      let entry = outlines[journey].goals.names[index]
      var goal = Goal(name: entry.name, title: entry.title, span: entry.span)
      var dated: [Period: Int] = [:]
      goal.measure = measure(of: line)
      if line.first(.kpi) == nil, let figure = line.first(.target) ?? line.first(.record) {
        report(.goalWithoutKPI(goal, figure))
      }
      for fact in line.facts {
        switch fact.keyword {
        case .target: readTarget(fact, of: &goal)
        case .by: goal.by = fact.arguments.lazy.compactMap(\.period).first
        case .record: readRecord(fact, of: &goal, &dated)
        case .note: goal.notes += fact.strings.map(\.value)
        default: break
        }
      }
      workspace.journeys[journey].goals.append(goal)
    }
  }

  /// `kpi churn`, or `kpi nps` for one of the metrics.
  private mutating func measure(of line: Line) -> Goal.Measure? {
    guard let value = line.first(.kpi)?.values.first else { return nil }
    if kpis.names.index(named: value.referredText) == nil, let metric = metric(value) { return .metric(metric) }
    return kpi(value).map(Goal.Measure.kpi)
  }

  private func unit(of goal: Goal) -> (name: String, unit: FigureUnit, higherIsBetter: Bool)? {
    switch goal.measure {
    case .kpi(let id) where incompleteKPIs.contains(id.value): nil
    case .kpi(let id):
      (workspace[id].name, FigureUnit(workspace[id].unit), workspace[id].higherIsBetter)
    case .metric(let metric): (metric.rawValue, FigureUnit(metric), metric.higherIsBetter)
    case nil: nil
    }
  }

  private mutating func readTarget(_ fact: Line, of goal: inout Goal) {
    goal.by = fact.arguments.lazy.compactMap(\.period).first ?? goal.by
    guard goal.target == nil, let measure = unit(of: goal), let value = fact.arguments.first else { return }
    let natural: Comparison = measure.higherIsBetter ? .atLeast : .atMost
    guard case .comparison(let comparison, let kind) = value.kind else { return }
    guard let number = measure.unit.value(kind) else {
      return report(.wrongUnit(measure.name, measure.unit, value, prefix: "\(natural.rawValue) "))
    }
    if comparison != natural { report(.targetDirection(measure.name, natural, value)) }
    goal.comparison = natural
    goal.target = number
  }

  /// `record 2026-Q3 lost 42 of 1400`, `record 2026-Q3 12%`. `dated` says which record there is of a period.
  private mutating func readRecord(_ fact: Line, of goal: inout Goal, _ dated: inout [Period: Int]) {
    guard let period = fact.arguments.first?.period, let figure = figure(fact, of: goal) else { return }
    let record = Goal.Record(period: period, figure: figure, span: fact.span)
    if let earlier = dated[period] {
      report(.duplicateRecord(record, before: goal.records[earlier]))
    } else {
      dated[period] = goal.records.count
      goal.records.append(record)
    }
  }

  private mutating func figure(_ fact: Line, of goal: Goal) -> Goal.Record.RecordedFigure? {
    let rest = fact.arguments.dropFirst()
    let measure = unit(of: goal)
    if rest.contains(where: { $0.word == "of" }) {
      let numbers = rest.compactMap(\.number)
      guard numbers.count == 2 else { return nil }
      let (part, whole) = (numbers[0], numbers[1])
      let isCount = part >= 0 && whole > 0 && part <= whole && part.rounded() == part && whole.rounded() == whole
      guard isCount, measure.map({ $0.unit == .share }) ?? true else {
        report(.badRecord(fact, isShare: measure.map { $0.unit == .share } ?? true))
        return nil
      }
      return .count(part, of: whole, isLost: rest.contains { $0.word == "lost" })
    }
    guard let value = rest.last, let measure else { return nil }
    guard let number = measure.unit.value(value.kind) else {
      report(.wrongUnit(measure.name, measure.unit, value))
      return nil
    }
    return .value(number)
  }
}

extension Diagnostic {
  fileprivate static func goalWithoutKPI(_ goal: Goal, _ figure: Line) -> Self {
    .init(
      .goalWithoutKPI, at: figure.head, "goal \"\(goal.name)\" does not say which figure this is about",
      help: "write: kpi churn, or another figure")
  }

  fileprivate static func duplicateRecord(_ record: Goal.Record, before: Goal.Record) -> Self {
    .init(
      .duplicateRecord, at: record.span, "there is already a record for \(record.period)",
      related: [.init(before.span, "the first one, which is used")], help: "delete one of the two")
  }

  fileprivate static func badRecord(_ fact: Line, isShare: Bool) -> Self {
    .init(
      .badRecord, at: fact.span,
      isShare
        ? "the first number must be a whole number no larger than the second"
        : "only a share is written as one number \"of\" another",
      help: isShare ? "write how many of how many: record 2026-Q3 42 of 1400" : "write the value: record 2026-Q3 1200")
  }
}
