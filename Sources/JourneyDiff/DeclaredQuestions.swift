internal import JourneyMetrics
internal import JourneyModel

/// What the feedbacks of a workspace ask and by which rules they count, whether or not anybody has answered.
struct DeclaredQuestions {
  private struct DeclaredQuestion: Hashable {
    let subject: MeasuredSubject
    let metric: Metric
  }

  /// The rules of each question, sorted: in which order they are written does not matter.
  private var declared: [DeclaredQuestion: [String]] = [:]

  init(_ workspace: Workspace) {
    for feedback in workspace.feedbacks {
      let shared = feedback.rules
      for question in feedback.questions {
        for subject in Set(subjects(of: question, in: feedback, workspace)) {
          var rules = shared + question.rules
          if question.subject == nil { rules += feedback.rules(leadingTo: subject, in: workspace) }
          declared[DeclaredQuestion(subject: subject, metric: question.metric), default: []] += rules
        }
      }
    }
    for key in declared.keys { declared[key]?.sort() }
  }

  private func subjects(
    of question: Feedback.Question, in feedback: Feedback, _ workspace: Workspace
  ) -> [MeasuredSubject] {
    if let subject = question.subject { return [workspace.measured(subject)] }
    return feedback.touchpointRows.compactMap { row in row.subject.map { workspace.measured($0) } }
  }

  func contains(_ subject: MeasuredSubject, _ metric: Metric) -> Bool { rules(subject, metric) != nil }

  /// How the answers to a question are counted; nil where nobody asks it. Two sides with other rules are not compared.
  func rules(_ subject: MeasuredSubject, _ metric: Metric) -> [String]? {
    declared[DeclaredQuestion(subject: subject, metric: metric)]
  }
}

extension Feedback.Row {
  fileprivate var subject: [Reference]? { if case .subject(let subject) = meaning { subject } else { nil } }

  fileprivate var cellsText: String {
    (cells.sorted() + ranges.map { "\($0)" } + (isRest ? ["anything else"] : [])).joined(separator: "|")
  }
}

extension Feedback.Condition {
  fileprivate var text: String { "where \(column) \(isNot ? "is not" : "is") \(cells.sorted().joined(separator: "|"))" }
}

extension Feedback {
  /// What decides which rows count and when they were answered. Not the files, the period and the segments: they say
  /// where answers are, and how they are grouped.
  fileprivate var rules: [String] {
    [
      sheet.map { "sheet \($0)" }, personColumn.map { "person \($0) \(countsNobody)" },
      dateColumn.map { "date \($0) \(dateZone ?? "") \(dateFormat ?? "")" }, weightColumn.map { "weight \($0)" },
      decimalSign.map { "decimal \($0)" }, touchpointColumn.map { "touchpoint \($0)" },
      ignored.isEmpty ? nil : "ignored \(ignored.sorted().joined(separator: "|"))",
    ].compactMap(\.self) + conditions.map(\.text)
  }

  /// Which cells of the touchpoint column mean a subject. What "anything else" is depends on all of them.
  fileprivate func rules(leadingTo subject: MeasuredSubject, in workspace: Workspace) -> [String] {
    let own = touchpointRows.filter { row in row.subject.map { workspace.measured($0) == subject } ?? false }
    return (own.contains(where: \.isRest) ? touchpointRows : own).map { "row \($0.cellsText)" }
  }
}

extension Feedback.Question {
  fileprivate var rules: [String] {
    let written = [
      "answer \(source)", scale.map { "scale \($0)" }, lowerIsBetter ? "lower is better" : nil,
      leastGood.map { "good from \($0)" }, unused.isEmpty ? nil : "unused \(unused.sorted().joined(separator: "|"))",
      blank.isEmpty ? nil : "blank \(blank.sorted().joined(separator: "|"))",
      secondsPerUnit.map { "unit \($0)" }, secondsBeforeColon.map { "colon \($0)" },
    ]
    let table = rows.map { row in
      if case .value(let value) = row.meaning { "\(row.cellsText) is \(value)" } else { "\(row.cellsText) is ignored" }
    }
    return written.compactMap(\.self) + conditions.map(\.text) + table
  }
}
