package import JourneyMetrics
package import JourneyModel
package import JourneyReview
internal import JourneySource

/// A review in words: text, Markdown, pages and the workshop's pack lay out the same sentences.
package struct SpokenReview: Sendable {
  package let words: Words
  package let title: String
  package let language: String
  /// `Web shops only`; nil for everyone.
  package let scope: String?
  package private(set) var journeys: [SpokenJourney]
  package private(set) var departments: [SpokenCard]
  /// Made when asked for: all of them could hold every touchpoint once for each persona.
  package var personas: [SpokenPersona] {
    let count = shownPersonas.count
    let most = count == 1 ? .max : max(1, min(Limits.card, Limits.cards / max(1, count)))
    return shownPersonas.map { SpokenPersona(review.card(of: $0, most: most), in: review) }
  }
  /// Names of the personas that have a card.
  package var personaNames: [String] { shownPersonas.map { review.workspace[$0].name } }
  package private(set) var actions: [SpokenAction]
  package private(set) var told: [SpokenTold]
  package let method: [String]
  package let review: Review
  let segment: Segment.ID?
  private var shownPersonas: [Persona.ID]

  /// - Parameters:
  ///   - segment: whose answers these are; nil for everyone's.
  ///   - period: what was asked for.
  package init(_ review: Review, segment: Segment.ID? = nil, period: ChosenPeriod = .latest, votes: Votes = Votes()) {
    let workspace = review.workspace
    let words = workspace.words
    self.words = words
    title =
      workspace.title ?? (workspace.journeys.count == 1 ? workspace.journeys[0].title : words("Customer journeys"))
    language = workspace.language
    let parts = [
      segment.map { words("\(inside(workspace[$0].title)) only") },
      workspace.tag.map { words("touchpoints tagged “\(inside($0))”") },
      Sentences.absence(of: period, in: review.annotated),
    ].compactMap(\.self)
    scope = parts.isEmpty ? nil : parts.joined(separator: ", ")
    journeys = review.journeys.map { SpokenJourney($0, in: review, isEveryone: segment == nil, votes: votes) }
    departments = review.departments.map { SpokenCard($0, in: review) }
    (self.review, self.segment) = (review, segment)
    shownPersonas = workspace.personas.indices.map { Persona.ID($0) }
    actions = review.actions.map { SpokenAction($0, in: workspace) }
    told = review.told.map { SpokenTold($0, review.actions, in: words) }
    method = Sentences.method(of: review)
  }

  /// Whether it is the card of a department or a persona alone.
  package private(set) var isCard = false

  /// The card of one department and nothing else.
  package func only(department name: String) -> SpokenReview {
    var card = self
    (card.journeys, card.shownPersonas, card.actions, card.told, card.isCard) = ([], [], [], [], true)
    card.departments = departments.filter { $0.name == name }
    return card
  }

  /// The card of one persona and nothing else.
  package func only(persona: Persona.ID) -> SpokenReview {
    var card = self
    (card.journeys, card.departments, card.actions, card.told, card.isCard) = ([], [], [], [], true)
    card.shownPersonas = [persona]
    return card
  }
}

/// One journey of it.
package struct SpokenJourney: Sendable {
  /// A touchpoint with a remark: why it stands in a list.
  package struct Item: Sendable {
    package let id: Touchpoint.ID
    package let title: String
    package let words: String
  }

  /// Another journey of the workspace.
  package struct Relative: Sendable {
    package let id: Journey.ID
    package let title: String
  }

  package struct Vote: Sendable {
    package let place: Int
    package let id: Touchpoint.ID
    package let title: String
    package let votes: Int
    /// What the data say: `rank 3`, `on target` or `not ranked`.
    package let data: String
  }

  package let id: Journey.ID
  package let name: String
  package let title: String
  package let isPlanned: Bool
  /// The journey that this one is to replace, and those that are to replace it.
  package let today: Relative?
  package let planned: [Relative]
  /// `answers of May 2017, compared with May 2016`.
  package let window: String?
  package let takeaway: String
  /// Those that are ranked, weakest first.
  package let weakest: [SpokenTouchpoint]
  /// The titles of those whose every figure meets its target.
  package let onTarget: [String]
  package let blindSpots: [Item]
  package let severeForFew: [Item]
  /// Asked, but with too little of it answered to rank.
  package let uncovered: [Item]
  /// Figures that are too old to rank.
  package let outdated: [Item]
  /// Hand-offs, those across which it gets most worse first.
  package let handOffs: [SpokenCrossing]
  /// Channel switches and retraces that are no hand-off.
  package let otherCrossings: [SpokenCrossing]
  package let matrix: SpokenMatrix
  /// Only what is clear.
  package let changes: [SpokenShift]
  /// `15 other comparisons: no clear change`; nil where nothing is compared.
  package let unchanged: String?
  /// Only what is clear.
  package let segments: [SpokenSegment]
  /// `15 other comparisons of segments: no clear difference`; nil where none are compared.
  package let alike: String?
  package let goals: [SpokenGoal]
  package let drivers: [SpokenDrivers]
  package let votes: [Vote]

  /// How many of the weakest the room is to talk about: to the last whose place among the three weakest is clear or
  /// cannot be told, and three at least.
  private let discussed: Int
  package var toDiscuss: ArraySlice<SpokenTouchpoint> { weakest.prefix(discussed) }

  init(_ reviewed: ReviewedJourney, in review: Review, isEveryone: Bool, votes: Votes) {
    let workspace = review.workspace
    let words = workspace.words
    let annotated = review.annotated.journeys[reviewed.journey.value]
    let journey = annotated.journey
    let ranking = reviewed.ranking
    id = reviewed.journey
    name = journey.name
    title = journey.title
    isPlanned = journey.isPlanned
    let others = workspace.journeys.indices
    today = journey.futureOf.map { Relative($0.value, in: workspace) }
    planned = others.filter { workspace.journeys[$0].futureOf == journey.id }.map { Relative($0, in: workspace) }
    window = Sentences.window(of: annotated, in: words)
    takeaway = Sentences.takeaway(of: annotated, ranking: ranking, in: words)
    weakest = ranking.ranked.enumerated().map { index, ranked in
      let spot = TouchpointReference(reviewed.journey, ranked.touchpoint)
      return SpokenTouchpoint(
        ranked, rank: index + 1, annotated, in: workspace, isEveryone: isEveryone, votes: votes[spot])
    }
    discussed = max(3, (weakest.lastIndex { $0.level != nil && $0.level != .notAPriority } ?? 0) + 1)
    onTarget = ranking.onTarget.map { journey[$0.touchpoint].title }
    blindSpots = ranking.blindSpots.map { Item($0, journey, Self.blindness(journey[$0], in: workspace)) }
    let severe = Set(ranking.severeForFew)
    severeForFew = ranking.ranked.filter { severe.contains($0.touchpoint) }.map { ranked in
      let score =
        ranked.worst.map {
          annotated.touchpoints[ranked.touchpoint.value][$0.metric].phrase(under: annotated.period, in: words)
        }
        ?? ""
      return Item(ranked.touchpoint, journey, score + (ranked.reach?.clause(under: annotated.period, in: words) ?? ""))
    }
    uncovered = ranking.uncovered.map { id in
      let asked = annotated.touchpoints[id.value].scores.filter { $0.state != .notAsked && $0.metric != .nps }
      let reasons = asked.map { score in score.reason(in: words) ?? score.phrase(under: annotated.period, in: words) }
      return Item(id, journey, reasons.joined(separator: "; "))
    }
    outdated = Self.outdated(annotated, words)
    handOffs = reviewed.handOffs.map { SpokenCrossing($0, journey, in: workspace, under: annotated.period) }
    otherCrossings = reviewed.crossings.filter { !$0.isHandOff }
      .map { SpokenCrossing($0, journey, in: workspace, under: annotated.period) }
    matrix = SpokenMatrix(reviewed.matrix, in: workspace)
    changes =
      reviewed.changes.filter(\.isClear).map { SpokenShift($0, in: workspace, under: annotated.period) }
      + reviewed.trends.filter(\.isClear).map { SpokenShift($0, in: workspace) }
    unchanged = Sentences.unchanged(reviewed.changes.filter { !$0.isClear }, clear: changes.count, in: words)
    segments = reviewed.segments.filter(\.isClear).map { SpokenSegment($0, in: workspace) }
    alike = Sentences.alike(reviewed.segments, in: words)
    goals = reviewed.goals.map { SpokenGoal($0, in: workspace) }
    drivers = reviewed.drivers.map { SpokenDrivers($0, of: journey, in: words) }
    self.votes = votes.standings(in: reviewed.journey).map { standing in
      let rank = ranking.ranked.firstIndex { $0.touchpoint == standing.touchpoint }
      let isOnTarget = ranking.onTarget.contains { $0.touchpoint == standing.touchpoint }
      return Vote(
        place: standing.place, id: standing.touchpoint, title: journey[standing.touchpoint].title,
        votes: standing.votes,
        data: rank.map { words("rank \($0 + 1)") } ?? (isOnTarget ? words("on target") : words("not ranked")))
    }
  }

  private static func outdated(_ annotated: AnnotatedJourney, _ words: Words) -> [Item] {
    let own = annotated.touchpoints.enumerated().filter { annotated.journey.touchpoints[$0.offset].repeats == nil }
      .map { (touchpoints: [Touchpoint.ID($0.offset)], scores: $0.element) }
    return (own + annotated.shared.map { ($0.touchpoints, $0.scores) }).flatMap { touchpoints, scores in
      scores.scores.filter { $0.isOld && $0.figure != nil }.compactMap { score in
        touchpoints.first.map { first in
          Item(
            id: first, title: joined(touchpoints.map { annotated.journey[$0].title }, by: ", "),
            words: score.phrase(under: nil, in: words))
        }
      }
    }
  }

  private static func blindness(_ touchpoint: Touchpoint, in workspace: Workspace) -> String {
    let words = workspace.words
    let importance = touchpoint.importance.map { words("importance \($0) of 5") } ?? words("importance not set")
    return [
      importance, touchpoint.isMomentOfTruth ? words("moment of truth") : nil,
      touchpoint.owner.map { workspace[$0].title },
    ]
    .compactMap(\.self).joined(separator: ", ")
  }
}

extension Sentences {
  /// What is said of the comparisons beside those that are beyond chance; nil where there are none.
  ///
  /// - Parameter clear: how many are.
  static func unchanged(_ others: [MetricChange], clear: Int, in words: Words) -> String? {
    guard !others.isEmpty else { return nil }
    let rest = others.count
    let head =
      clear == 0
      ? words(
        rest, "Nothing: no clear change in \(rest) comparison with the period before",
        "Nothing: no clear change in \(rest) comparisons with the period before")
      : words(rest, "\(rest) other comparison: no clear change", "\(rest) other comparisons: no clear change")
    return head + seen(others.map(\.change), in: words)
  }

  /// Which of several comparisons are known to be unchanged, and how large a change would have been seen in the others.
  private static func seen(_ changes: [Score.Change], in words: Words) -> String {
    let within = words.short(Score.Change.unchangedWithin * 100, places: 0)
    let unchanged = changes.count { $0.isUnchanged == true }
    let text = unchanged > 0 ? words("; \(unchanged) of them unchanged within \(within) pts") : ""
    let amounts = changes.compactMap(\.smallest)
    guard let least = amounts.min(), let most = amounts.max() else { return text }
    let (low, high) = (words.short(least * 100, places: 1), words.short(most * 100, places: 1))
    return text
      + (low == high
        ? words("; smallest change that would have been seen: \(low) pts")
        : words("; smallest change that would have been seen: \(low) to \(high) pts"))
  }
}

extension SpokenJourney.Relative {
  fileprivate init(_ index: Int, in workspace: Workspace) {
    self.init(id: Journey.ID(index), title: workspace.journeys[index].title)
  }
}

extension SpokenJourney.Item {
  init(_ id: Touchpoint.ID, _ journey: Journey, _ words: String) {
    self.init(id: id, title: journey[id].title, words: words)
  }
}
