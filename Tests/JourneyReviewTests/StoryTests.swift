import JourneyMetrics
import JourneyModel
import JourneyReview
import JourneySyntax
import Support
import Testing

/// The review of the repository's own journeys as bare facts: what every output is made from.
@Suite struct StoryTests {
  @Test func `what the review says of our own journeys`() throws {
    let review = review(try repository())
    let text =
      review.journeys.map { Story(review).tell($0) } + [Story(review).tellActions(), Story(review).tellCards()]
    try Golden("journeys", in: "review").expect(text.joined(separator: "\n"), as: "story")
  }
}

private struct Story {
  let review: Review
  private var workspace: Workspace { review.workspace }

  init(_ review: Review) { self.review = review }

  private func number(_ value: Double?, _ places: Int = 3) -> String {
    guard let value else { return "–" }
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    return "\((value * scale).rounded() / scale)"
  }

  private func name(_ spot: TouchpointReference) -> String {
    let journey = workspace[spot.journey]
    return "\(journey.name)/\(journey[spot.touchpoint].name)"
  }

  func tell(_ reviewed: ReviewedJourney) -> String {
    let journey = workspace[reviewed.journey]
    var lines = ["journey \(journey.name)"]
    for (place, one) in reviewed.ranking.ranked.enumerated() {
      let certainty = one.certainty.map {
        "\($0.ranks.lowerBound)…\($0.ranks.upperBound) \($0.topThree) \($0.level.rawValue)"
      }
      let parts = one.parts.map { "\($0.metric.rawValue) \(number($0.value)) gives \(number(one.burden(of: $0)))" }
      lines.append(
        "  \(place + 1). \(journey[one.touchpoint].name) burden \(number(one.burden)) (\(certainty ?? "not drawn")): "
          + parts.joined(separator: ", ") + (one.wayOut.map { "; leaves at \(tell($0))" } ?? ""))
    }
    lines += reviewed.ranking.severeForFew.map { "  severe for few: \(journey[$0].name)" }
    lines += reviewed.ranking.blindSpots.map { "  blind spot: \(journey[$0].name)" }
    lines += byWorsening(reviewed.crossings).map { tell($0, in: journey) }
    for goal in reviewed.goals {
      lines.append(
        "  goal \(goal.goal.name): \(number(goal.baseline?.value)) → \(number(goal.latest?.value)), target "
          + "\(number(goal.goal.target)), met \(goal.score.isMet.map(String.init) ?? "–"), clear "
          + "\(goal.change?.isClear.map(String.init) ?? "–"), progress \(number(goal.progress))"
          + (goal.isOverdue ? ", overdue" : ""))
    }
    for shift in reviewed.changes {
      let places = shift.touchpoints.map { journey[$0].name }.joined(separator: "+")
      let clear = shift.isClear ? (shift.isBetter ? "better" : "worse") : "no clear change"
      lines.append(
        "  since \(shift.change.from): \(places) \(shift.score.metric.rawValue) \(number(shift.change.difference)) "
          + "p \(number(shift.change.p)) \(clear)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func tell(_ wayOut: Ranking.ThresholdToLeaveTop) -> String {
    switch wayOut {
    case .value(let metric, let value): "\(metric.rawValue) \(number(value))"
    case .notAlone(let metric): "no \(metric.rawValue) alone"
    case .tooFewAnswers(let metric): "no \(metric.rawValue) of so few"
    }
  }

  private func tell(_ crossing: Transition, in journey: Journey) -> String {
    let marks = [
      crossing.departments.map { "\(workspace[$0.giving].name) to \(workspace[$0.taking].name)" },
      crossing.channels.map { "\(workspace[$0.from].name) to \(workspace[$0.to].name)" },
      crossing.isRetrace ? "back" : nil,
    ]
    let scores = crossing.scores.map {
      "\($0.from.metric.rawValue) \(number($0.from.figure?.value)) → \(number($0.to.figure?.value))"
    }
    return "  \(journey[crossing.from].name) -> \(journey[crossing.to].name): "
      + marks.compactMap { $0 }.joined(separator: ", ")
      + ", share \(number(crossing.share)), \(scores ?? "no score on both"), worse by \(number(crossing.worsening))"
      + (crossing.isClear ? ", clear" : "")
  }

  func tellActions() -> String {
    var lines = ["actions; newest answers of \(review.newest?.description ?? "–")"]
    for one in review.actions {
      let effect = one.effect.map {
        " \($0.metric.rawValue) \(number($0.change.difference)) (\(number($0.change.interval?.lowerBound)) to "
          + "\(number($0.change.interval?.upperBound))) from \($0.change.from) to \($0.after)"
      }
      lines.append(
        "  \(one.action.name) for \(one.spot.map(name) ?? "–"), \(one.action.status.rawValue)"
          + (one.isOverdue ? ", overdue" : "") + (one.verdict.map { ", \($0.rawValue)" } ?? "") + (effect ?? "")
          + one.gaps.map { ", no \($0.rawValue)" }.joined())
    }
    for told in review.told {
      lines.append("  told \(told.on): \(review.actions[told.action].action.title), said \(told.said.map(\.text))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  func tellCards() -> String {
    var lines = ["cards"]
    for card in review.departments {
      lines.append(
        "  \(workspace[card.department].name): \(card.touchpoints.count) own, helps at \(card.helps.count), "
          + "met \(card.standings.count { $0.isMet }), missed \(card.standings.count { !$0.isMet }), in \(card.handOffsIn.count), out \(card.handOffsOut.count), "
          + "changes \(card.changes.count), actions \(card.actions.count), strengths "
          + "\(card.standings.filter(\.isStrength).map { name($0.spot) + " " + $0.score.metric.rawValue })")
    }
    for persona in workspace.personas.indices {
      let card = review.card(of: Persona.ID(persona))
      lines.append(
        "  \(workspace[card.persona].name): \(card.touchpoints.count) touchpoints, feels "
          + "\(card.feelings.map(\.feeling.value)), \(card.pains.count) pains")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
