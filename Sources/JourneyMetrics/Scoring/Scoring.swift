package import JourneyModel
package import JourneySource
internal import JourneySyntax

/// Puts the customers' answers on every journey: each question at the period chosen, as far as it may be shown.
///
/// - Parameters:
///   - segment: whose answers; nil for everyone's. What is hidden is the same either way.
///   - period: what is shown; each question's latest unless said.
package func score(
  _ workspace: Workspace, _ tallies: consuming [Tally], segment: String? = nil, period: ChosenPeriod = .latest
) -> Diagnosed<AnnotatedWorkspace> {
  var questionnaire = Questionnaire(workspace, tallies)
  let choice = Choice(segment: segment, period: period, hideBelow: max(5, workspace.hideBelow))
  var scoring = Scoring(workspace, questionnaire.handOver(), choice)
  var overall = [scoring.whole(.workspace, targets: Metric.allCases.map { workspace.overallTarget($0) })]
  Today(overall, choice, months: workspace.currentFor).date(&overall)
  judgeChanges(&overall)
  let journeys = workspace.journeys.indices.map { scoring.annotated($0) }
  var annotated = AnnotatedWorkspace(workspace: workspace, overall: overall[0], journeys: journeys)
  annotated.unknownPlaces = questionnaire.unknownNames
  return Diagnosed(
    annotated,
    questionnaire.diagnostics + scoring.diagnostics)
}

private struct Scoring {
  let workspace: Workspace
  /// Of the places not yet read: what was read is let go, for it may be much.
  var sheets: [MeasuredSubject: Questionnaire.AnswerSheet]
  /// The places of several touchpoints in each journey, in the order in which pages show them, beside
  /// `workspace.journeys`.
  let shared: [[MeasuredSubject]]
  let choice: Choice
  var diagnostics: [Diagnostic] = []

  init(_ workspace: Workspace, _ sheets: [MeasuredSubject: Questionnaire.AnswerSheet], _ choice: Choice) {
    self.workspace = workspace
    self.choice = choice
    self.sheets = sheets
    var shared = Array(repeating: [MeasuredSubject](), count: workspace.journeys.count)
    for place in sheets.keys.filter(\.isShared).sorted() {
      if let journey = place.journey { shared[journey.value].append(place) }
    }
    self.shared = shared
  }

  mutating func annotated(_ index: Int) -> AnnotatedJourney {
    let journey = workspace.journeys[index]
    let places = shared[index]
    let nearest = NearestTargets(journey, in: workspace)
    // The journey's own, then its touchpoints', then those that several share: one family of comparisons.
    var all: [TouchpointScores] = []
    all.reserveCapacity(1 + journey.touchpoints.count + places.count)
    all.append(whole(.journey(journey.id), targets: Metric.allCases.map { workspace.overallTarget($0, of: journey) }))
    for touchpoint in journey.touchpoints.indices {
      let scores = scores(.touchpoint(Touchpoint.ID(touchpoint), in: journey.id)) { nearest.targets(at: touchpoint) }
      all.append(scores ?? nearest.unasked(at: touchpoint))
    }
    for place in places {
      let touchpoints = place.touchpoints.map { journey[$0] }
      let targets = Metric.allCases.map { workspace.sharedTarget($0, of: touchpoints, in: journey) }
      all.append(scores(place) { targets } ?? .unasked(targets))
    }
    let today = Today(all, choice, months: workspace.currentFor)
    today.date(&all)
    diagnostics += today.notes(all, of: journey) { place in
      switch place - 1 {
      case ..<0: []
      case journey.touchpoints.indices: [place - 1]
      case let shared: places[shared - journey.touchpoints.count].touchpoints.map(\.value)
      }
    }
    judgeChanges(&all)
    let overall = all[0]
    let touchpoints = journey.touchpoints.indices.map { touchpoint in
      journey.touchpoints[touchpoint].repeats == nil
        ? all[1 + touchpoint] : all[1 + journey.original(touchpoint)].repeated(nearest.targets(at: touchpoint))
    }
    var result = AnnotatedJourney(journey: journey, overall: overall, touchpoints: touchpoints)
    result.shared = zip(places, all.dropFirst(1 + journey.touchpoints.count)).map { place, scores in
      SharedScore(touchpoints: place.touchpoints, scores: scores)
    }
    result.goals = journey.goals.map { GoalScore($0, in: workspace, overall: overall) }
    result.period = today.newest
    result.assumeReach()
    return result
  }

  /// A journey or the workspace.
  mutating func whole(_ place: MeasuredSubject, targets: [Target?]) -> TouchpointScores {
    scores(place) { targets } ?? .unasked(targets)
  }

  /// Nil where nothing is asked.
  private mutating func scores(_ place: MeasuredSubject, targets: () -> [Target?]) -> TouchpointScores? {
    guard let sheet = sheets.removeValue(forKey: place) else { return nil }
    var scores: [Score] = []
    scores.reserveCapacity(Metric.allCases.count)
    var readings: [Metric: MetricSeries] = [:]
    for (metric, target) in zip(Metric.allCases, targets()) {
      let reading = sheet[metric].isAsked ? MetricSeries(sheet[metric].answered, metric: metric, choice) : nil
      if let leftOut = reading?.leftOut { diagnostics.append(.notPooled(leftOut)) }
      var score = Score(metric, reading, target: target)
      score.change = reading?.change
      readings[metric] = reading
      scores.append(score)
    }
    var result = TouchpointScores(scores: scores)
    result.reaches = Reach.counted(sheet, choice, readings)
    return result
  }
}

/// Says which changes are clear, all of them being one family, whatever periods they go from and to: whoever looks at a
/// journey sees all of them at once, and may take any for the one that counts.
private func judgeChanges(_ scores: inout [TouchpointScores]) {
  var compared: [(place: Int, metric: Int, p: Double)] = []
  for place in scores.indices {
    for metric in scores[place].scores.indices {
      if let change = scores[place].scores[metric].change { compared.append((place, metric, change.p)) }
    }
  }
  for (one, isClear) in zip(compared, clearComparisons(compared.map(\.p))) {
    scores[one.place].scores[one.metric].change?.isClear = isClear
  }
}

extension Diagnostic {
  fileprivate static func notPooled(_ answered: Tally.Answered) -> Self {
    let question = answered.question
    let place = [question.journey, question.touchpoint].filter { !$0.isEmpty }.joined(separator: "/")
    return Diagnostic(
      .tallyNotPooled, at: answered.span,
      "\(question.metric.rawValue) of \"\(place)\" in \(question.period) has answers that cannot be counted together",
      help: "the scale and the weighting with the most answers are shown; ask both on one scale, or weight both")
  }
}
