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
          asked[index].sharesSubject(with: $0, tabled) && !asked[index].isToldApart(from: $0)
        }
        if let twin { report(.askedTwice(asked[index], before: asked[twin])) }
      }
    }
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

  /// Whether no row can be an answer to both: some column must hold different cells.
  fileprivate func isToldApart(from other: Self) -> Bool {
    conditions.contains { mine in
      other.conditions.contains {
        $0.column == mine.column && Set($0.cells.map(\.counted)).isDisjoint(with: mine.cells.map(\.counted))
      }
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
}
