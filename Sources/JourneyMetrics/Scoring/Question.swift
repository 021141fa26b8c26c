internal import JourneyModel
internal import JourneySource

/// One metric asked at one place.
struct Question: Hashable {
  let place: Place
  let metric: Metric
}

/// Everything that was asked, with the rows that answer it.
struct Questionnaire {
  private(set) var rows: [Question: [Tally.Row]] = [:]
  /// Feedbacks whose question on this has an `unused` code.
  private(set) var unusedCodes: [Question: Set<String>] = [:]
  /// Shared places, in the order in which they first come.
  private(set) var shared: [Place] = []
  private(set) var diagnostics: [Diagnostic] = []

  private var finder: PlaceFinder
  private var found: [Subject: Place?] = [:]
  private var unknown = 0

  /// What a row is about, as its names say it.
  private struct Subject: Hashable {
    let journey: String
    let touchpoint: String
  }

  init(_ workspace: Workspace, _ tallies: [Tally]) {
    finder = PlaceFinder(workspace)
    for feedback in workspace.feedbacks { declare(feedback) }
    for tally in tallies {
      for row in tally.rows { add(row) }
    }
    shared = Set(rows.keys.map(\.place)).filter(\.isShared).sorted()
    if unknown > Self.mostFindings { diagnostics.append(.moreUnknown(unknown - Self.mostFindings)) }
  }

  private static let mostFindings = 20

  /// What a feedback asks is asked, even where nobody has answered yet.
  private mutating func declare(_ feedback: Feedback) {
    var columnSubjects: [Feedback.Subject] = []
    for row in feedback.touchpointRows {
      if case .subject(let subject) = row.meaning { columnSubjects.append(subject) }
    }
    for question in feedback.questions {
      for subject in question.subject.map({ [$0] }) ?? columnSubjects {
        let touchpoint = subject.phase ?? subject.touchpoints.joined(separator: "+")
        guard let place = try? finder.place(journey: subject.journey ?? "", touchpoint: touchpoint) else { continue }
        let asked = Question(place: place, metric: question.metric)
        rows[asked, default: []] += []
        if !question.unused.isEmpty { unusedCodes[asked, default: []].insert(feedback.name) }
      }
    }
  }

  private mutating func add(_ row: Tally.Row) {
    let subject = Subject(journey: row.question.journey, touchpoint: row.question.touchpoint)
    let place: Place?
    if let known = found[subject] {
      place = known
    } else {
      place = find(subject, at: row.span)
      found[subject] = .some(place)
    }
    guard let place else { return }
    let question = Question(place: place, metric: row.question.metric)
    rows[question, default: []].append(row)
    if row.answer == .unused { unusedCodes[question, default: []].insert(row.question.feedback) }
  }

  private mutating func find(_ subject: Subject, at span: Span?) -> Place? {
    do throws(PlaceFinder.Unknown) {
      return try finder.place(journey: subject.journey, touchpoint: subject.touchpoint)
    } catch {
      unknown += 1
      if unknown <= Self.mostFindings { diagnostics.append(.unknownName(error, at: span)) }
      return nil
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownName(_ unknown: PlaceFinder.Unknown, at span: Span?) -> Self {
    let nearest = unknown.known.closest(to: unknown.name)
    return Diagnostic(
      .tallyUnknownName, at: span, "no \(unknown.kind) is named \"\(unknown.name)\"",
      help: nearest.map { "did you mean \"\($0)\"? If it was renamed, write \"was \(unknown.name)\" beside it" }
        ?? "if it was renamed, write \"was \(unknown.name)\" beside it")
  }

  fileprivate static func moreUnknown(_ count: Int) -> Self {
    Diagnostic(.tallyUnknownName, at: nil, "\(count) more names in the tallies are declared nowhere")
  }
}
