package import JourneyMetrics
internal import JourneyModel
package import JourneySource
internal import JourneySyntax

/// Targets, and changes that actions expect, which the answers of a period would not show: one note for each journey.
///
/// A team that asks 300 people a quarter sees changes of 9 points. Whoever aims at 4 should know that before a year of
/// "no clear change".
package func unseenTargets(in annotated: AnnotatedWorkspace) -> [Diagnostic] {
  // By journey, once: there may be thousands of either.
  let open = Dictionary(grouping: annotated.workspace.everyAction.filter(\.status.isOpen)) { $0.subject.journey }
  return annotated.journeys.compactMap { journey in
    guard !journey.journey.isPlanned else { return nil }
    let aims = aims(of: journey, acting: open[journey.journey.id] ?? [])
    let unseen = aims.filter { $0.needed > $0.answers }
    guard let nearest = unseen.min(by: { ($0.needed, $0.touchpoint) < ($1.needed, $1.touchpoint) }) else { return nil }
    return .tooFewAnswers(nearest, unseen.count, of: aims.count, in: journey.journey)
  }
}

/// A figure, and what it is to become.
private struct AimedFigure {
  let touchpoint: Touchpoint.ID
  let metric: Metric
  let value: Double
  let aim: Double
  /// What the answers of its period are worth, and what each of two periods needs.
  let answers: Double
  let needed: Double
  let span: Span

  /// Nil for NPS and times, and where it is there already, or within two points of it.
  init?(_ score: Score, at touchpoint: Touchpoint.ID, aim: Double, span: Span) {
    guard [.csat, .effort, .fcr].contains(score.metric), let figure = score.current, figure.value + 0.02 < aim, aim <= 1
    else { return nil }
    (self.touchpoint, metric, value, self.aim) = (touchpoint, score.metric, figure.value, aim)
    (answers, needed, self.span) = (score.effective, answersNeeded(from: figure.value, to: aim).rounded(.up), span)
  }
}

/// What actions expect that are not finished, and the targets that a team wrote.
///
/// - Parameter actions: those of the journey that are not finished.
private func aims(of annotated: AnnotatedJourney, acting actions: [Action]) -> [AimedFigure] {
  let journey = annotated.journey
  let expected = actions.compactMap { action -> AimedFigure? in
    guard case .touchpoint(let touchpoint, journey.id) = action.subject, let (metric, change) = action.expected,
      annotated.touchpoints.indices.contains(touchpoint.value)
    else { return nil }
    let score = annotated.touchpoints[touchpoint.value][metric]
    return score.current.flatMap {
      AimedFigure(score, at: touchpoint, aim: $0.value + change / 100, span: action.span)
    }
  }
  let targets = journey.touchpoints.indices.flatMap { index -> [AimedFigure] in
    guard journey.touchpoints[index].repeats == nil else { return [] }
    return annotated.touchpoints[index].scores.compactMap { score in
      guard let target = score.target, target.span != nil else { return nil }
      return AimedFigure(
        score, at: Touchpoint.ID(index), aim: target.value, span: journey.touchpoints[index].span)
    }
  }
  return expected + targets
}

extension Diagnostic {
  fileprivate static func tooFewAnswers(
    _ figure: AimedFigure, _ unseen: Int, of all: Int, in journey: Journey
  ) -> Self {
    func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))%" }
    let title = journey[figure.touchpoint].title
    let aims = all == 1 ? "the change" : "\(unseen) of the \(all) changes"
    return Diagnostic(
      .tooFewAnswers, at: figure.span,
      "the answers of a period would hardly show \(aims) that \"\(journey.title)\" aims at",
      help:
        "to see \(figure.metric.rawValue) of \"\(title)\" go from \(percent(figure.value)) to \(percent(figure.aim)), "
        + "each period needs \(Int(figure.needed)) answers, and has \(Int(figure.answers)); ask more people, or longer")
  }
}

extension Rule {
  package static let tooFewAnswers = Rule(
    "too-few-answers", .note, "The answers of a period are too few to show what the team aims at.",
    why: """
      300 answers in each of two periods show a change from 75 % to 84 %, and hardly a smaller one. So a team that aims \
      at 4 points would read "no clear change" even if it reached them. The finding says how many answers each period \
      needs, to show the change in four of five cases.

      Ask more people, count quarters instead of months, or look at the trend over several periods. It compares targets \
      that are written, and what actions expect that are not finished, with figures more than 2 points below.
      """,
    example: "waymark check journeys # csat 76%, target csat >= 80%, 300 answers a quarter\n",
    instead: "waymark check journeys # the same with 1,700 answers a year\n")
}
