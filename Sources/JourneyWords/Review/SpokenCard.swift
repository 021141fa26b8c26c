internal import JourneyMetrics
internal import JourneyModel
package import JourneyReview
internal import JourneySyntax

/// A department's page in words: what is theirs, what is well, what is not, what comes in and goes out.
package struct SpokenCard: Sendable {
  package struct SpokenPlace: Sendable {
    package let spot: TouchpointReference
    package let title: String
    /// Nil where the workspace has but one.
    package let journey: String?
    /// `74% satisfied (72–76%), n 2,284`; of a touchpoint that repeats another, where it is asked; nil where nobody
    /// measures it.
    package let figure: String?
  }

  /// Figures that stand alike against their targets, with a heading.
  package struct Standings: Sendable {
    package let title: String
    package let words: [String]
  }

  /// `Answers of Q3 2026, unless another period is shown`; nil without figures.
  package let window: String?

  package let name: String
  package let title: String
  package let touchpoints: [SpokenPlace]
  package let helps: [SpokenPlace]
  /// `3 of 5 targets met, 1 missed by no more than chance allows`; nil without figures.
  package let targets: String?
  /// Every figure that has a target, once; strengths first, or else what comes closest: a head is shown that, too.
  package let standings: [Standings]
  package let handOffsIn: [SpokenCrossing]
  package let handOffsOut: [SpokenCrossing]
  package let changes: [SpokenShift]
  /// `4 other comparisons: no clear change`; nil where nothing is compared.
  package let unchanged: String?
  package let actions: [SpokenAction]
  package let actionsOfOthers: [SpokenAction]

  init(_ card: DepartmentCard, in review: Review) {
    let workspace = review.workspace
    let words = workspace.words
    name = workspace[card.department].name
    title = workspace[card.department].title
    let headline = review.headline(of: card.touchpoints + card.helps)
    window = headline.map { SpokenCard.window($0, words) }
    touchpoints = card.touchpoints.map { SpokenPlace($0, in: review, under: headline) }
    helps = card.helps.map { SpokenPlace($0, in: review, under: headline) }
    targets = Self.targets(card, words)
    standings = Self.standings(card, words) { standing in
      let aim = standing.score.printed(in: words)?.target.map { ", " + words("target \($0)") } ?? ""
      let title = inside(workspace[standing.spot.journey][standing.spot.touchpoint].title)
      return "\(title): \(standing.score.phrase(under: headline, in: words))\(aim)"
    }
    func crossings(_ handOffs: [DepartmentCard.CardHandOff]) -> [SpokenCrossing] {
      handOffs.map { SpokenCrossing($0.crossing, workspace[$0.journey], in: workspace, under: headline) }
    }
    handOffsIn = crossings(card.handOffsIn)
    handOffsOut = crossings(card.handOffsOut)
    changes =
      card.changes.map { SpokenShift($0, in: workspace, under: headline) }
      + card.trends.map { SpokenShift($0, in: workspace) }
    unchanged = Sentences.unchanged(card.noClearChanges, clear: changes.count, in: words)
    actions = card.actions.map { SpokenAction(review.actions[$0], in: workspace) }
    actionsOfOthers = card.actionsOfOthers.map { SpokenAction(review.actions[$0], in: workspace) }
  }
}

extension SpokenCard {
  private static func targets(_ card: DepartmentCard, _ words: Words) -> String? {
    let count = card.standings.count
    guard count > 0 else { return nil }
    let met = card.standings.count { $0.isMet }
    let perhaps = card.standings.count { !$0.isMet && !$0.isClear }
    let text = words(count, "\(met) of \(count) target met", "\(met) of \(count) targets met")
    return perhaps == 0 ? text : text + words(", \(perhaps) missed by no more than chance allows")
  }

  private static func standings(
    _ card: DepartmentCard, _ words: Words, _ line: (TargetComparison) -> String
  ) -> [Standings] {
    // Where there is no strength, the figure that comes closest stands in for one.
    let first = card.standings.contains(where: \.isStrength) ? nil : card.best
    func list(_ title: String, _ holds: (TargetComparison) -> Bool) -> Standings? {
      let standings = card.standings.indices.filter { $0 != first && holds(card.standings[$0]) }
      return standings.isEmpty ? nil : Standings(title: title, words: standings.map { line(card.standings[$0]) })
    }
    let closest = first.map { place in
      let best = card.standings[place]
      return Standings(title: best.isMet ? words("Strengths") : words("Closest to its target"), words: [line(best)])
    }
    return [
      closest, list(words("Strengths")) { $0.isStrength },
      list(first == nil ? words("Also on target") : words("On target")) { $0.isMet && !$0.isStrength },
      list(words("Misses its target, but it could be chance")) { !$0.isMet && !$0.isClear },
      list(words("Clearly misses its target")) { !$0.isMet && $0.isClear },
    ].compactMap(\.self)
  }

  fileprivate static func window(_ period: Period, _ words: Words) -> String {
    words("Answers of \(period.spoken(in: words)), unless another period is shown")
  }
}

extension SpokenCard.SpokenPlace {
  init(_ spot: TouchpointReference, in review: Review, under headline: Period?) {
    let words = review.workspace.words
    let annotated = review.annotated.journeys[spot.journey.value]
    self.spot = spot
    title = annotated.journey[spot.touchpoint].title
    journey = review.journeys.count > 1 ? annotated.journey.title : nil
    if let other = annotated.journey[spot.touchpoint].repeats {
      figure = words("the same as “\(inside(annotated.journey[other].title))”, and asked there")
    } else {
      figure = annotated.touchpoints[spot.touchpoint.value].lead.map {
        $0.absence(in: words) ?? $0.phrase(under: headline, in: words)
      }
    }
  }
}

extension Review {
  /// The newest period of the figures that cards show of these touchpoints.
  fileprivate func headline(of spots: [TouchpointReference]) -> Period? {
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
  package let touchpoints: [SpokenCard.SpokenPlace]
  /// `−2 Eats at a restaurant: No choice, high price`, lowest first.
  package let feelings: [String]
  package let needs: [String]
  package let pains: [String]
  /// `And 4,900 touchpoints more: waymark review --persona rita`; nil where all are here.
  package let more: String?

  init(_ card: PersonaCard, in review: Review) {
    let workspace = review.workspace
    let words = workspace.words
    func title(_ spot: TouchpointReference) -> String { workspace[spot.journey][spot.touchpoint].title }
    name = workspace[card.persona].name
    self.title = workspace[card.persona].title
    quote = workspace[card.persona].quote
    let headline = review.headline(of: card.touchpoints)
    window = headline.map { SpokenCard.window($0, words) }
    touchpoints = card.touchpoints.map { SpokenCard.SpokenPlace($0, in: review, under: headline) }
    feelings = card.feelings.enumerated()
      .sorted { ($0.element.feeling.value, $0.offset) < ($1.element.feeling.value, $1.offset) }
      .map { _, entry in
        let text = entry.feeling.text.map { ": \($0)" } ?? ""
        return "\(words.signed(Double(entry.feeling.value))) \(title(entry.spot))\(text)"
      }
    needs = workspace[card.persona].needs + card.needs.map { "\(title($0.spot)): \($0.need.text)" }
    pains = card.pains.map { "\(title($0.spot)): \($0.pain.text)" }
    more =
      card.more == 0
      ? nil
      : words("And \(words.decimal(Double(card.more))) touchpoints more: \("waymark review --persona \(name)")")
  }
}
