internal import JourneySource
internal import JourneySyntax

extension Resolution {
  /// The same answers twice would make a score look surer than it is, unless `where` tells the rows apart.
  mutating func reportAskedTwice() {
    for feedback in workspace.feedbacks { reportAskedTwice(feedback) }
    reportAskedInTwo()
  }

  /// The same metric twice for one place.
  private mutating func reportAskedTwice(_ feedback: Feedback) {
    var tabled: Set<MeasuredSubject> = []
    for case .subject(let subject) in feedback.touchpointRows.lazy.map(\.meaning) {
      tabled.insert(workspace.measured(subject))
    }
    // Without a place where the touchpoint column says it.
    var asked: [Metric: [(question: Feedback.Question, place: MeasuredSubject?)]] = [:]
    for question in feedback.questions {
      let place = question.subject.map { workspace.measured($0) }
      guard place != nil || question.subject == nil && feedback.touchpointColumn != nil else { continue }
      let before = asked[question.metric, default: []]
      guard before.count < 100 else { continue }
      let twin = before.first { other, otherPlace in
        let isSame =
          switch (place, otherPlace) {
          case (let one?, let other?): one == other
          case (nil, nil): true
          case (let one?, nil), (nil, let one?): tabled.contains(one)
          }
        return isSame && !Feedback.areToldApart(question.conditions, other.conditions)
      }
      if let twin { report(.askedTwice(question, before: twin.question)) }
      asked[question.metric, default: []].append((question, place))
    }
  }

  /// The same column of one file in two feedbacks.
  private mutating func reportAskedInTwo() {
    struct QuestionOfFile: Hashable {
      let file: String
      let metric: Metric
      let source: Feedback.Question.Source
      let place: MeasuredSubject
    }
    let paths = workspace.feedbacks.map { feedback in
      feedback.files.map { $0.value.hasPrefix("./") ? String($0.value.dropFirst(2)) : $0.value }
    }
    var readers: [String: Int] = [:]
    for path in paths.flatMap(Set.init) { readers[path, default: 0] += 1 }
    var asked: [QuestionOfFile: [(feedback: Int, span: Span, conditions: [Feedback.Condition])]] = [:]
    var left = Self.mostCompared
    for (index, feedback) in workspace.feedbacks.enumerated() {
      let shared = paths[index].filter { readers[$0, default: 0] > 1 }
      guard !shared.isEmpty else { continue }
      for question in feedback.questions {
        var twin: Span?
        for (subject, conditions) in feedback.subjects(of: question).prefix(left) {
          left -= 1
          let place = workspace.measured(subject)
          for path in shared {
            let key = QuestionOfFile(file: path, metric: question.metric, source: question.source.plain, place: place)
            let before = asked[key, default: []]
            twin =
              twin
              ?? before.first {
                $0.feedback != index && workspace.feedbacks[$0.feedback].period.overlaps(feedback.period)
                  && !Feedback.areToldApart($0.conditions, conditions)
              }?.span
            if before.count < 100 { asked[key, default: []].append((index, question.span, conditions)) }
          }
        }
        if let twin { report(.askedInTwo(question, before: twin)) }
      }
    }
  }

  /// Answers of all feedbacks, each at each place; what there is beyond is taken for right.
  private static let mostCompared = 500_000
}

extension Feedback {
  /// What a question is about, with what holds of the rows that are.
  ///
  /// Made one after the other: there may be a thousand questions and a hundred thousand rows.
  fileprivate func subjects(of question: Question) -> AnySequence<(subject: [Reference], conditions: [Condition])> {
    let conditions = conditions + question.conditions
    if let subject = question.subject { return AnySequence([(subject, conditions)]) }
    guard let touchpointColumn else { return AnySequence([]) }
    return AnySequence(
      touchpointRows.lazy.compactMap { row in
        guard case .subject(let subject) = row.meaning else { return nil }
        return (subject, conditions + [Condition(column: touchpointColumn, cells: row.cells)])
      })
  }

  /// Whether no row can be an answer to both: some column must hold cells of the one that the other rules out.
  fileprivate static func areToldApart(_ some: [Condition], _ others: [Condition]) -> Bool {
    some.contains { one in
      others.contains {
        $0.column.lowercased() == one.column.lowercased() && $0.rulesOut(one)
      }
    }
  }
}

extension Feedback.Condition {
  /// Whether no cell of the same column meets both.
  fileprivate func rulesOut(_ other: Self) -> Bool {
    let (mine, others) = (Set(cells.map(\.counted)), Set(other.cells.map(\.counted)))
    return switch (isNot, other.isNot) {
    case (false, false): mine.isDisjoint(with: others)
    case (true, false): others.isSubset(of: mine)
    case (false, true): mine.isSubset(of: others)
    case (true, true): false
    }
  }
}

extension Feedback.Question.Source {
  /// Columns are found whatever their case.
  fileprivate var plain: Self {
    switch self {
    case .column(let name): .column(name.lowercased())
    case .between(let from, let to): .between(from: from.lowercased(), to: to.lowercased())
    }
  }
}

extension Feedback.PeriodRule {
  /// Whether a row may be counted in one period by both.
  fileprivate func overlaps(_ other: Self) -> Bool {
    if case .fixed(let period) = self, case .fixed(let others) = other {
      return period.contains(others) || others.contains(period)
    }
    return true
  }
}

extension Feedback.ExportCell {
  /// As a row's cell is compared, which is `5` where it is `05` or `5.0`.
  fileprivate var counted: String { Double(self).flatMap { Int(exactly: $0) }.map(String.init) ?? self }
}

extension Diagnostic {
  fileprivate static func askedTwice(_ question: Feedback.Question, before: Feedback.Question) -> Self {
    .init(
      .askedTwice, at: question.span,
      "this feedback already has an answer of \(question.metric.rawValue) about the same",
      related: [.init(before.span, "the other one")],
      help: "keep one, or tell their rows apart: where \"Question\" is \"…\"")
  }

  fileprivate static func askedInTwo(_ question: Feedback.Question, before: Span) -> Self {
    .init(
      .askedTwice, at: question.span,
      "another feedback already counts this answer of \(question.metric.rawValue) about the same from the same file",
      related: [.init(before, "the other one")],
      help: "keep one, or tell their rows apart: where \"Question\" is \"…\"")
  }
}
