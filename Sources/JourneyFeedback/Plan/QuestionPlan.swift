internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

/// What a feedback asks about and of whom, the same for all of its files.
struct QuestionPlan {
  let feedback: Feedback
  let workspace: Workspace
  /// Everything an answer may be about; plans refer to it by index.
  private(set) var subjects: [[Reference]] = []
  /// Names of segments; 0 is none.
  private(set) var segments: [String] = [""]
  let declared: DeclaredCells
  private(set) var touchpoints: CellTable
  private(set) var segmentCells: CellTable
  private(set) var dates = DateReader()
  let isPerPerson: Bool
  private var subjectPlaces: [[Reference]: Int32] = [:]

  init(_ feedback: Feedback, in workspace: Workspace, dates: DateReader) {
    self.feedback = feedback
    self.workspace = workspace
    self.dates = dates
    isPerPerson = feedback.personColumn != nil
    declared = DeclaredCells(of: feedback)
    touchpoints = CellTable(of: feedback.touchpointColumn ?? "", declared)
    segmentCells = CellTable(of: feedback.segmentColumn ?? "", declared)
    var places: [[Reference]: Int32] = [:]
    defer { subjectPlaces = places }
    func place(_ subject: [Reference]) -> Int32 {
      if let place = places[subject] { return place }
      places[subject] = Int32(subjects.count)
      subjects.append(subject)
      return Int32(subjects.count - 1)
    }
    for row in feedback.touchpointRows {
      let meaning: Int32
      switch row.meaning {
      case .subject(let subject): meaning = place(subject)
      case .ignored: meaning = Plan.Lookup.ignored
      case .segment, .value: continue
      }
      touchpoints.say(row, meaning)
    }
    for question in feedback.questions { if let subject = question.subject { _ = place(subject) } }
    for row in feedback.segmentRows {
      guard case .segment(let id) = row.meaning, workspace.segments.indices.contains(id.value) else { continue }
      let name = workspace[id].name
      let index = segments.firstIndex(of: name) ?? segments.count
      if index == segments.count { segments.append(name) }
      segmentCells.say(row, Int32(index))
    }
  }

  /// The least number of answers that any output shows.
  var hideBelow: Int { workspace.hideBelow }

  func subject(_ subject: [Reference]) -> Int? { subjectPlaces[subject].map(Int.init) }

  /// Every column that the feedback names, each once.
  var names: [String] {
    var names: [String?] = [
      feedback.touchpointColumn, feedback.segmentColumn, dateColumn, feedback.weightColumn, feedback.personColumn,
      feedback.clusterColumn,
    ]
    names += feedback.conditions.map(\.column)
    for question in feedback.questions {
      switch question.source {
      case .column(let name): names.append(name)
      case .between(let from, let to): names += [from, to]
      }
      names += question.conditions.map(\.column)
    }
    var seen: Set<String> = []
    return names.compactMap { $0 }.filter { seen.insert($0).inserted }
  }

  /// The date's column, where the period or the latest answer depends on it.
  var dateColumn: String? {
    if case .fixed = feedback.period, !isPerPerson { return nil }
    return feedback.dateColumn
  }

  /// Where answers are counted: question and subject and segment in one number.
  var places: Int { feedback.questions.count * subjects.count * segments.count }

  /// The most that fits beside period and answer in a key of the counts.
  static let mostPlaces = 1 << 30

  func place(question: Int, subject: Int, segment: Int) -> Int {
    (question * subjects.count + subject) * segments.count + segment
  }

  /// The tally's question of a place and a period.
  func question(at place: Int, period: Period) -> Tally.TallyQuestion? {
    let (rest, segment) = place.quotientAndRemainder(dividingBy: segments.count)
    let (index, subjectIndex) = rest.quotientAndRemainder(dividingBy: max(subjects.count, 1))
    guard feedback.questions.indices.contains(index), subjects.indices.contains(subjectIndex) else { return nil }
    let (question, subject) = (feedback.questions[index], subjects[subjectIndex])
    return Tally.TallyQuestion(
      journey: workspace.journeyName(of: subject), touchpoint: workspace.touchpointName(of: subject),
      metric: question.metric, scale: question.tallyScale, period: period, segment: segments[segment],
      feedback: feedback.name, isWeighted: feedback.weightColumn != nil && question.metric != .resolution)
  }
}

extension Feedback.Question {
  /// Which ratings there are.
  var ratings: ClosedRange<Int>? { metric == .fcr ? 0...1 : metric == .resolution ? nil : scale }
}
