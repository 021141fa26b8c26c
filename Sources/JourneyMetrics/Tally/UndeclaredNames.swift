internal import JourneyModel
internal import JourneySource

/// Names of feedbacks and segments in tallies that the workspace does not declare.
///
/// They are reported once each. A feedback that was renamed leaves rows of its earlier name behind, and each answer
/// would count twice; so rows of an undeclared feedback that counts what a declared one does are not used.
struct UndeclaredNames {
  /// The undeclared feedbacks that count what declared ones do.
  private(set) var repeated: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  init(_ workspace: Workspace, _ tallies: [Tally]) {
    let (feedbacks, segments) = (Set(workspace.feedbacks.map(\.name)), Set(workspace.segments.map(\.name)))
    var reported: Set<String> = []
    for answered in tallies.lazy.flatMap(\.answered) {
      let question = answered.question
      if !question.segment.isEmpty, question.segment != Tally.everyone, !segments.contains(question.segment),
        reported.insert("segment " + question.segment).inserted
      {
        diagnostics.append(.undeclared("segment", question.segment, segments.sorted(), at: answered.span))
      }
      // Without any, tallies come from elsewhere, and the name is theirs.
      guard !feedbacks.isEmpty, !feedbacks.contains(question.feedback),
        reported.insert("feedback " + question.feedback).inserted
      else { continue }
      if let twin = Self.twin(of: question.feedback, in: tallies, feedbacks) {
        repeated.insert(question.feedback)
        diagnostics.append(.countedTwice(question.feedback, twin, at: answered.span))
      } else {
        diagnostics.append(.undeclared("feedback", question.feedback, feedbacks.sorted(), at: answered.span))
      }
    }
  }

  /// The declared feedback that has the same counts for at least half of what both were asked.
  private static func twin(of name: String, in tallies: [Tally], _ declared: Set<String>) -> String? {
    var own: [Tally.TallyQuestion: [Tally.TallyRow]] = [:]
    for answered in tallies.lazy.flatMap(\.answered) where answered.question.feedback == name {
      own[answered.question] = answered.rows
    }
    var (shared, equal): ([String: Int], [String: Int]) = ([:], [:])
    for answered in tallies.lazy.flatMap(\.answered) where declared.contains(answered.question.feedback) {
      guard let rows = own[answered.question.named(name)] else { continue }
      shared[answered.question.feedback, default: 0] += 1
      if rows.elementsEqual(answered.rows, by: { $0.answer == $1.answer && $0.counts == $1.counts }) {
        equal[answered.question.feedback, default: 0] += 1
      }
    }
    return shared.keys.sorted().first { (equal[$0] ?? 0) * 2 >= (shared[$0] ?? 0) }
  }
}

extension Tally.TallyQuestion {
  /// The same question of another feedback.
  fileprivate func named(_ feedback: String) -> Tally.TallyQuestion {
    Tally.TallyQuestion(
      journey: journey, touchpoint: touchpoint, metric: metric, scale: scale, period: period, segment: segment,
      feedback: feedback, isWeighted: isWeighted)
  }
}

extension Diagnostic {
  fileprivate static func undeclared(_ kind: String, _ name: String, _ known: [String], at span: Span?) -> Self {
    Diagnostic(
      .tallyUndeclared, at: span, "no \(kind) is named \"\(name)\"",
      help: known.closest(to: name).map { "did you mean \"\($0)\"?" }
        ?? "if it was renamed, write in it: was \(name); else declare it, or delete its rows")
  }

  fileprivate static func countedTwice(_ name: String, _ twin: String, at span: Span?) -> Self {
    Diagnostic(
      .tallyCountedTwice, at: span, "\"\(name)\", which no journey file declares, has the same counts as \"\(twin)\"",
      help: "if the feedback was renamed, write in \"\(twin)\": was \(name); its rows are not used until then")
  }
}
