package import JourneyModel
package import JourneySource
internal import JourneySyntax

/// Puts the customers' answers on every journey: each question at its latest period, as far as it may be shown.
///
/// - Parameter segment: whose answers; nil for everyone's. What is hidden is the same either way.
package func score(
  _ workspace: Workspace, _ tallies: [Tally], segment: String? = nil
) -> Diagnosed<AnnotatedWorkspace> {
  var scoring = Scoring(workspace, Questionnaire(workspace, tallies), segment: segment)
  let overall = scoring.whole(.workspace) { workspace.overallTarget($0) }
  let journeys = workspace.journeys.indices.map { scoring.annotated($0) }
  return Diagnosed(
    AnnotatedWorkspace(workspace: workspace, overall: overall, journeys: journeys),
    scoring.questionnaire.diagnostics + scoring.diagnostics)
}

private struct Scoring {
  let workspace: Workspace
  let questionnaire: Questionnaire
  let segment: String?
  let hideBelow: Int
  let shared: [Int?: [Place]]
  var diagnostics: [Diagnostic] = []

  init(_ workspace: Workspace, _ questionnaire: Questionnaire, segment: String?) {
    self.workspace = workspace
    self.questionnaire = questionnaire
    self.segment = segment
    hideBelow = max(5, workspace.hideBelow)
    shared = Dictionary(grouping: questionnaire.shared, by: \.journey)
  }

  mutating func annotated(_ index: Int) -> AnnotatedJourney {
    let journey = workspace.journeys[index]
    let overall = whole(.journey(index)) { [workspace] in workspace.overallTarget($0, of: journey) }
    let places = shared[index] ?? []
    var all = journey.touchpoints.indices.map { touchpoint in
      scores(.touchpoint(index, touchpoint)) { [workspace] in
        workspace.target($0, of: journey.touchpoints[touchpoint], in: journey)
      }
    }
    for place in places {
      all.append(
        scores(place) { [workspace] in
          workspace.sharedTarget($0, of: place.touchpoints.map { journey.touchpoints[$0] }, in: journey)
        })
    }
    judgeChanges(&all)
    var touchpoints = Array(all.prefix(journey.touchpoints.count))
    for (repeating, touchpoint) in journey.touchpoints.enumerated() where touchpoint.repeats != nil {
      let original = touchpoints[journey.original(repeating)]
      touchpoints[repeating] = original.aimed { [workspace] in workspace.target($0, of: touchpoint, in: journey) }
    }
    var result = AnnotatedJourney(journey: journey, overall: overall, touchpoints: touchpoints)
    result.shared = zip(places, all.dropFirst(journey.touchpoints.count)).map { place, scores in
      SharedScore(touchpoints: place.touchpoints.map { Touchpoint.ID($0) }, scores: scores)
    }
    result.goals = journey.goals.map { GoalScore($0, in: workspace, overall: overall) }
    result.period = (all + [overall]).flatMap(\.scores).filter { $0.figure != nil }.compactMap(\.period).max()
    return result
  }

  /// A journey or the workspace: its comparisons are a family of their own.
  mutating func whole(_ place: Place, target: (Metric) -> Target?) -> TouchpointScores {
    var one = [scores(place, target: target)]
    judgeChanges(&one)
    return one[0]
  }

  private mutating func scores(_ place: Place, target: (Metric) -> Target?) -> TouchpointScores {
    var questions: [(rows: [Tally.Row], feedbacks: Set<String>)] = []
    var scores: [Score] = []
    for metric in Metric.allCases {
      let question = Question(place: place, metric: metric)
      guard let rows = questionnaire.rows[question] else {
        scores.append(Score(metric, nil, target: target(metric)))
        continue
      }
      let reading = Reading(rows, metric: metric, segment: segment, hideBelow: hideBelow)
      if let leftOut = reading.leftOut { diagnostics.append(.notPooled(leftOut.row)) }
      var score = Score(metric, reading, target: target(metric))
      score.change = reading.change
      scores.append(score)
      questions.append((rows, questionnaire.unusedCodes[question] ?? []))
    }
    return TouchpointScores(scores: scores, reach: Reach(questions, segment: segment, hideBelow: hideBelow))
  }
}

/// Says which changes are clear, among all that go from one period to another.
private func judgeChanges(_ scores: inout [TouchpointScores]) {
  struct Comparison {
    let place: Int
    let metric: Int
    let change: Score.Change
  }
  let comparisons = scores.enumerated().flatMap { place, touchpoint in
    touchpoint.scores.enumerated().compactMap { metric, score in
      score.change.map { Comparison(place: place, metric: metric, change: $0) }
    }
  }
  for (_, family) in grouped(comparisons, by: { [$0.change.from, scores[$0.place].scores[$0.metric].period] }) {
    for (comparison, isClear) in zip(family, clearComparisons(family.map(\.change.p))) {
      scores[comparison.place].scores[comparison.metric].change?.isClear = isClear
    }
  }
}

extension TouchpointScores {
  /// The same scores, against other targets.
  fileprivate func aimed(_ target: (Metric) -> Target?) -> TouchpointScores {
    var result = self
    for index in result.scores.indices { result.scores[index].target = target(result.scores[index].metric) }
    return result
  }
}

extension Diagnostic {
  fileprivate static func notPooled(_ row: Tally.Row) -> Self {
    let question = row.question
    let place = [question.journey, question.touchpoint].filter { !$0.isEmpty }.joined(separator: "/")
    return Diagnostic(
      .tallyNotPooled, at: row.span,
      "\(question.metric.rawValue) of \"\(place)\" in \(question.period) has answers that cannot be counted together",
      help: "the scale and the weighting with the most answers are shown; ask both on one scale, or weight both")
  }
}
