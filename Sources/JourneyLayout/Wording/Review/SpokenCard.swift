internal import JourneyMetrics
internal import JourneyModel
package import JourneyReview
internal import JourneySyntax

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

  /// `Answers of Q3 2026, where no other period is said`; nil without figures.
  package let window: String?

  package let name: String
  package let title: String
  package let touchpoints: [Place]
  package let helps: [Place]
  /// `3 of 5 targets met`; nil without figures.
  package let targets: String?
  /// Far above the target, surely; where nothing is, what is the furthest above it.
  package let strengths: [String]
  /// What comes closest to its target, where nothing meets one: a head is shown that, too.
  package let closest: String?
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
    let headline = review.headline(of: card.touchpoints + card.helps)
    window = headline.map(SpokenCard.window)
    touchpoints = card.touchpoints.map { Place($0, in: review, under: headline) }
    helps = card.helps.map { Place($0, in: review, under: headline) }
    let count = card.standings.count
    targets = count == 0 ? nil : "\(card.met.count) of \(count) target\(count == 1 ? "" : "s") met"
    func spoken(_ standing: Standing) -> String {
      let aim = standing.score.printed?.target.map { ", target \($0)" } ?? ""
      return "\(inside(workspace[standing.spot.journey][standing.spot.touchpoint].title)): \(standing.score.phrase(under: headline))\(aim)"
    }
    let best = card.strengths.isEmpty ? card.best : nil
    strengths = best.map { $0.isMet ? [spoken($0)] : [] } ?? card.strengths.map(spoken)
    closest = best.flatMap { $0.isMet ? nil : spoken($0) }
    clearlyMissed = card.missed.filter(\.isClear).map(spoken)
    func crossings(_ handOffs: [DepartmentCard.HandOff]) -> [SpokenCrossing] {
      handOffs.map { SpokenCrossing($0.crossing, workspace[$0.journey], in: workspace, under: headline) }
    }
    handOffsIn = crossings(card.handOffsIn)
    handOffsOut = crossings(card.handOffsOut)
    changes = card.changes.map { SpokenShift($0, in: workspace, under: headline) }
    actions = card.actions.map { SpokenAction(review.actions[$0], in: workspace) }
  }
}

extension SpokenCard {
  fileprivate static func window(_ period: Period) -> String {
    "Answers of \(period.spoken), where no other period is said"
  }
}

extension SpokenCard.Place {
  init(_ spot: Spot, in review: Review, under headline: Period?) {
    let annotated = review.annotated.journeys[spot.journey.value]
    self.spot = spot
    title = annotated.journey[spot.touchpoint].title
    journey = review.journeys.count > 1 ? annotated.journey.title : nil
    figure = annotated.touchpoints[spot.touchpoint.value].lead.map {
      $0.absence ?? $0.phrase(under: headline)
    }
  }
}

extension Review {
  /// The newest period of the figures that cards show of these touchpoints.
  fileprivate func headline(of spots: [Spot]) -> Period? {
    spots.compactMap { spot in
      let lead = annotated.journeys[spot.journey.value].touchpoints[spot.touchpoint.value].lead
      return lead?.figure == nil ? nil : lead?.period
    }.max()
  }
}

/// A persona's page in words.
package struct SpokenPersona: Sendable {
  package let name: String
  package let title: String
  package let quote: String?
  /// As on the card of a department.
  package let window: String?
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
    let headline = review.headline(of: card.touchpoints)
    window = headline.map(SpokenCard.window)
    touchpoints = card.touchpoints.map { SpokenCard.Place($0, in: review, under: headline) }
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
