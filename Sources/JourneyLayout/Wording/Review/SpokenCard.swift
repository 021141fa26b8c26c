internal import JourneyMetrics
internal import JourneyModel
package import JourneyReview

/// A department's page in words: what is theirs, what is well, what is not, what comes in and goes out.
package struct SpokenCard: Sendable {
  package struct Place: Sendable {
    package let spot: Spot
    package let title: String
    /// Nil where the workspace has but one.
    package let journey: String?
    /// `74% satisfied (72–76%), n 2,284`; nil where nobody measures it.
    package let figure: String?
  }

  package let name: String
  package let title: String
  package let touchpoints: [Place]
  package let helps: [Place]
  /// `3 of 5 targets met`; nil without figures.
  package let targets: String?
  /// Far above the target, surely; where nothing is, what comes nearest to its target, so that a head is shown it too.
  package let strengths: [String]
  /// Below the target with the whole interval.
  package let clearlyMissed: [String]
  package let handOffsIn: [SpokenCrossing]
  package let handOffsOut: [SpokenCrossing]
  package let changes: [SpokenShift]
  package let actions: [SpokenAction]

  init(_ card: DepartmentCard, in review: Review) {
    let workspace = review.workspace
    name = workspace[card.department].name
    title = workspace[card.department].title
    touchpoints = card.touchpoints.map { Place($0, in: review) }
    helps = card.helps.map { Place($0, in: review) }
    let count = card.standings.count
    targets = count == 0 ? nil : "\(card.met.count) of \(count) target\(count == 1 ? "" : "s") met"
    func spoken(_ standing: Standing) -> String {
      let aim = standing.score.target.map { ", target \(standing.score.metric.text($0.value))" } ?? ""
      return "\(inside(workspace[standing.spot.journey][standing.spot.touchpoint].title)): \(standing.score.phrase)\(aim)"
    }
    strengths = card.strengths.isEmpty ? card.best.map { ["best so far: \(spoken($0))"] } ?? [] : card.strengths.map(spoken)
    clearlyMissed = card.missed.filter(\.isClear).map(spoken)
    func crossings(_ handOffs: [DepartmentCard.HandOff]) -> [SpokenCrossing] {
      handOffs.map { SpokenCrossing($0.crossing, workspace[$0.journey], in: workspace) }
    }
    handOffsIn = crossings(card.handOffsIn)
    handOffsOut = crossings(card.handOffsOut)
    changes = card.changes.map { SpokenShift($0, in: workspace) }
    actions = card.actions.map { SpokenAction(review.actions[$0], in: workspace) }
  }
}

extension SpokenCard.Place {
  init(_ spot: Spot, in review: Review) {
    let annotated = review.annotated.journeys[spot.journey.value]
    self.spot = spot
    title = annotated.journey[spot.touchpoint].title
    journey = review.journeys.count > 1 ? annotated.journey.title : nil
    let scores = annotated.touchpoints[spot.touchpoint.value].scores
    let asked = scores.first { $0.figure != nil } ?? scores.first { $0.state != .notAsked }
    figure = asked.map { $0.absence(hideBelow: review.workspace.hideBelow) ?? $0.phrase }
  }
}

/// A persona's page in words.
package struct SpokenPersona: Sendable {
  package let name: String
  package let title: String
  package let quote: String?
  package let touchpoints: [SpokenCard.Place]
  /// `−2 Eats at a restaurant: No choice, high price`, lowest first.
  package let feelings: [String]
  package let needs: [String]
  package let pains: [String]
  /// `And 4,900 touchpoints more: waymark review --persona rita`; nil where all are here.
  package let more: String?

  init(_ card: PersonaCard, in review: Review) {
    let workspace = review.workspace
    func title(_ spot: Spot) -> String { workspace[spot.journey][spot.touchpoint].title }
    name = workspace[card.persona].name
    self.title = workspace[card.persona].title
    quote = workspace[card.persona].quote
    touchpoints = card.touchpoints.map { SpokenCard.Place($0, in: review) }
    feelings = card.feelings.enumerated()
      .sorted { ($0.element.feeling.value, $0.offset) < ($1.element.feeling.value, $1.offset) }
      .map { _, entry in
        let text = entry.feeling.text.map { ": \($0)" } ?? ""
        return "\(Numbers.signed(Double(entry.feeling.value))) \(title(entry.spot))\(text)"
      }
    needs = workspace[card.persona].needs + card.needs.map { "\(title($0.spot)): \($0.need.text)" }
    pains = card.pains.map { "\(title($0.spot)): \($0.pain.text)" }
    more = card.more == 0 ? nil : "And \(Numbers.decimal(Double(card.more))) touchpoints more: waymark review --persona \(name)"
  }
}
