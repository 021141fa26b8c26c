internal import JourneyModel
internal import JourneySource

/// Everything that was asked at each place, with the answers to it.
struct Questionnaire {
  /// One metric at one place.
  struct AskedMetric {
    /// Whether any question is on it.
    var isAsked = false
    var answered: [Tally.Answered] = []
    /// Feedbacks whose question on this has an `unused` code.
    var unusedCodes: Set<String> = []
    /// Which answers count, where a feedback declares it.
    fileprivate var leastGood: [DeclaredScale: Int] = [:]

    /// A feedback that has asked on several scales declares it of the one that it asks on now.
    fileprivate struct DeclaredScale: Hashable {
      let feedback: String
      let scale: Scale?
    }
  }

  /// All metrics at one place.
  struct AnswerSheet {
    /// Beside `Metric.allCases`.
    private var metrics = Array(repeating: AskedMetric(), count: Metric.allCases.count)

    subscript(metric: Metric) -> AskedMetric {
      _read { yield metrics[metric.order] }
      _modify { yield &metrics[metric.order] }
    }
  }

  private var sheets: [MeasuredSubject: AnswerSheet] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  private let workspace: Workspace
  private var names: TallyNames
  /// By the journey and the touchpoint that rows name.
  private var found: [String: [String: MeasuredSubject?]] = [:]
  private var unknown = UnknownPlaces()
  /// What tallies count answers about and nothing is, or was, called.
  var unknownNames: Set<String> { unknown.names }

  init(_ workspace: Workspace, _ tallies: [Tally]) {
    self.workspace = workspace
    names = TallyNames(workspace)
    for feedback in workspace.feedbacks { declare(feedback) }
    let undeclared = UndeclaredNames(workspace, tallies)
    diagnostics += undeclared.diagnostics
    for tally in tallies {
      for answered in tally.answered where !undeclared.repeated.contains(answered.question.feedback) { add(answered) }
    }
    diagnostics += unknown.findings(in: workspace)
  }

  /// All sheets, of which none stays here, so that each can be let go when it was read.
  mutating func handOver() -> [MeasuredSubject: AnswerSheet] {
    defer { sheets = [:] }
    return sheets
  }

  /// What a feedback asks is asked, even where nobody has answered yet.
  private mutating func declare(_ feedback: Feedback) {
    var columnSubjects: [[Reference]] = []
    for row in feedback.touchpointRows {
      if case .subject(let subject) = row.meaning { columnSubjects.append(subject) }
    }
    for question in feedback.questions {
      for subject in question.subject.map({ [$0] }) ?? columnSubjects {
        let place = workspace.measured(subject)
        sheets[place, default: AnswerSheet()][question.metric].isAsked = true
        if !question.unused.isEmpty { sheets[place]?[question.metric].unusedCodes.insert(feedback.name) }
        if let least = question.leastGood {
          let declared = AskedMetric.DeclaredScale(feedback: feedback.name, scale: question.tallyScale)
          sheets[place]?[question.metric].leastGood[declared] = least
        }
      }
    }
  }

  private mutating func add(_ answered: Tally.Answered) {
    let question = answered.question
    let place: MeasuredSubject?
    if let known = found[question.journey]?[question.touchpoint] {
      place = known
    } else {
      place = find(question, at: answered.span)
      found[question.journey, default: [:]][question.touchpoint] = .some(place)
    }
    guard let place else { return }
    let hasUnused = answered.rows.contains { $0.answer == .unused }
    sheets[place, default: AnswerSheet()][question.metric].isAsked = true
    var answered = answered
    if let declared = sheets[place]?[question.metric].leastGood, !declared.isEmpty {
      answered.leastGood = declared[AskedMetric.DeclaredScale(feedback: question.feedback, scale: question.scale)]
    }
    sheets[place]?[question.metric].answered.append(answered)
    if hasUnused { sheets[place]?[question.metric].unusedCodes.insert(question.feedback) }
  }

  private mutating func find(_ question: Tally.TallyQuestion, at span: Span?) -> MeasuredSubject? {
    do throws(TallyNames.Unknown) {
      return try names.subject(journey: question.journey, touchpoint: question.touchpoint)
    } catch {
      unknown.add(question, error, at: span)
      return nil
    }
  }
}
