internal import JourneySource
internal import JourneySyntax

extension Resolution {
  /// The same metric twice for one touchpoint would count its answers twice, unless `where` tells the rows apart.
  mutating func reportAskedTwice(_ feedback: Feedback) {
    let tabled = Set(
      feedback.touchpointRows.compactMap { row -> Feedback.Subject? in
        if case .subject(let subject) = row.meaning { subject } else { nil }
      })
    let questions = feedback.questions.filter { $0.subject != nil || feedback.touchpointColumn != nil }
    for metric in Metric.allCases {
      let asked = questions.filter { $0.metric == metric }
      for index in asked.indices.prefix(100) {
        let twin = asked[..<index].firstIndex {
          asked[index].sharesSubject(with: $0, tabled)
            && !Feedback.areToldApart(asked[index].conditions, $0.conditions)
        }
        if let twin { report(.askedTwice(asked[index], before: asked[twin])) }
      }
    }
  }

  /// So would the same column of one file in two feedbacks.
  mutating func reportAskedInTwo() {
    struct Asked: Hashable {
      let file: String
      let metric: Metric
      let source: Feedback.Question.Source
      let subject: Feedback.Subject
    }
    var asked: [Asked: [(feedback: Int, span: Span, conditions: [Feedback.Condition])]] = [:]
    for (index, feedback) in workspace.feedbacks.enumerated() {
      for question in feedback.questions {
        var twin: Span?
        for (subject, conditions) in feedback.subjects(of: question) {
          for file in feedback.files {
            let key = Asked(file: file.value, metric: question.metric, source: question.source, subject: subject)
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
}

extension Feedback {
  /// What a question is about, with what holds of the rows that are.
  fileprivate func subjects(of question: Question) -> [(subject: Subject, conditions: [Condition])] {
    let conditions = conditions + question.conditions
    if let subject = question.subject { return [(subject, conditions)] }
    guard let touchpointColumn else { return [] }
    return touchpointRows.compactMap { row in
      guard case .subject(let subject) = row.meaning else { return nil }
      return (subject, conditions + [Condition(column: touchpointColumn, cells: row.cells)])
    }
  }

  /// Whether no row can be an answer to both: some column must hold different cells.
  fileprivate static func areToldApart(_ some: [Condition], _ others: [Condition]) -> Bool {
    some.contains { one in
      others.contains {
        $0.column == one.column && Set($0.cells.map(\.counted)).isDisjoint(with: one.cells.map(\.counted))
      }
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

extension Feedback.Question {
  /// Whether both are about the same; without a subject, the touchpoint column says what.
  fileprivate func sharesSubject(with other: Self, _ tabled: Set<Feedback.Subject>) -> Bool {
    switch (subject, other.subject) {
    case (let mine?, let others?): mine == others
    case (nil, nil): true
    case (let one?, nil), (nil, let one?): tabled.contains(one)
    }
  }
}

extension Feedback.Cell {
  /// As a row's cell is compared, which is `5` where it is `05` or `5.0`.
  fileprivate var counted: String { Double(self).flatMap { Int(exactly: $0) }.map(String.init) ?? self }
}

extension Diagnostic {
  fileprivate static func askedTwice(_ question: Feedback.Question, before: Feedback.Question) -> Self {
    .init(
      .askedTwice, at: question.span, "this feedback already has an answer of \(question.metric.rawValue) about the same",
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
