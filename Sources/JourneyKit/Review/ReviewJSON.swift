internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneySyntax

extension WorkspaceReview {
  /// Version 2, described by `docs/review.schema.json`: shares 0…1 to six places, points to three, times in seconds,
  /// null where there is nothing to say.
  func json() -> String {
    var members: [(String, JSON)] = [
      ("version", .integer(2)), ("workspace", .optional(review.workspace.title)),
      ("departments", .titles(review.workspace.departments.map { ($0.name, $0.title) })),
      ("journeys", .array(review.journeys.map(journey))),
    ]
    let others = review.actions.filter { $0.journey == nil }
    if !others.isEmpty { members.append(("actions", .array(others.map(action)))) }
    return JSON.object(members).text
  }

  private func journey(_ reviewed: ReviewedJourney) -> JSON {
    let annotated = review.annotated.journeys[reviewed.journey.value]
    let journey = annotated.journey
    func names(_ touchpoints: [Touchpoint.ID]) -> JSON { .array(touchpoints.map { .string(journey[$0].name) }) }
    return .object([
      ("id", .string(journey.name)), ("title", .string(journey.title)), ("state", .string(journey.state.rawValue)),
      ("futureOf", .optional(journey.futureOf.map { review.workspace[$0].name })),
      ("group", .optional(journey.group.map { review.workspace[$0].name })),
      ("draft", .bool(journey.isDraft)),
      (
        "reviewed",
        journey.reviewed.map { reviewed in
          .object([
            ("on", .string(reviewed.on.description)), ("by", .string(review.workspace[reviewed.by].name)),
          ])
        } ?? .null
      ),
      ("period", .optional(annotated.period?.description)),
      ("scores", .scores(annotated.overall)),
      ("goals", .array(reviewed.goals.map { .goal($0, in: review.workspace) })),
      ("phases", .titles(journey.phases.map { ($0.name, $0.title) })),
      ("touchpoints", .array(touchpoints(reviewed, annotated))),
      ("flow", .array(journey.arrows.map { .arrow($0, of: journey, in: review.workspace) })),
      ("trends", .array(reviewed.trends.map { .trend($0, journey) })),
      ("segments", .array(reviewed.segments.map { .segment($0, journey, in: review.workspace) })),
      ("drivers", .array(reviewed.drivers.map { .drivers($0, journey) })),
      ("blindSpots", names(reviewed.ranking.blindSpots)), ("severeForFew", names(reviewed.ranking.severeForFew)),
      ("handoffs", .array(reviewed.handOffs.map { handOff($0, journey) })),
      ("matrix", .array(reviewed.matrix.cells.map { .cell($0, of: reviewed, in: review.workspace) })),
      ("actions", .array(review.actions.filter { $0.journey == reviewed.journey }.map(action))),
    ])
  }

  private func touchpoints(_ reviewed: ReviewedJourney, _ annotated: AnnotatedJourney) -> [JSON] {
    let standings = reviewed.ranking.standings
    return annotated.journey.touchpoints.indices.map { index in
      let id = Touchpoint.ID(index)
      let touchpoint = annotated.journey[id]
      var members: [(String, JSON)] = [
        ("id", .string(touchpoint.name)), ("title", .string(touchpoint.title)),
        ("phase", .string(annotated.journey[touchpoint.phase].name)),
        ("repeats", .optional(touchpoint.repeats.map { annotated.journey[$0].name })),
        ("importance", touchpoint.importance.map(JSON.integer) ?? .null),
        ("momentOfTruth", .bool(touchpoint.isMomentOfTruth)),
        ("owner", .optional(touchpoint.owner.map { review.workspace[$0].name })),
        ("channels", .array(touchpoint.channels.map { .string(review.workspace[$0].name) })),
        ("tags", .array(touchpoint.tags.map(JSON.string))),
        ("doing", .array(touchpoint.deeds.map { .string($0.text) })),
        (
          "lanes",
          .array(
            touchpoint.laneTexts.map { text in
              .object([("lane", .string(review.workspace[text.lane].name)), ("text", .string(text.text))])
            })
        ),
        ("image", .optional(touchpoint.image?.words)),
        ("scores", .scores(annotated.touchpoints[index])), ("reach", .reach(annotated.touchpoints[index].anyReach)),
      ]
      members += standing(standings[id])
      if !votes.isEmpty {
        members.append(("votes", votes[TouchpointReference(reviewed.journey, id)].map(JSON.integer) ?? .null))
      }
      return .object(members)
    }
  }

  private func standing(_ found: (rank: Int?, entry: Ranking.Ranked)?) -> [(String, JSON)] {
    let entry = found?.entry
    return [
      ("severity", .optional(entry?.severity, places: 6)), ("intensity", .optional(entry?.intensity, places: 3)),
      ("burden", .optional(entry?.burden, places: 3)),
      ("burdenLow", .optional(entry?.certainty?.burden.lowerBound, places: 3)),
      ("burdenHigh", .optional(entry?.certainty?.burden.upperBound, places: 3)),
      ("rank", found?.rank.map { .integer($0) } ?? .null),
      ("rankLow", entry?.certainty.map { .integer($0.ranks.lowerBound) } ?? .null),
      ("rankHigh", entry?.certainty.map { .integer($0.ranks.upperBound) } ?? .null),
      ("topThree", .optional(entry?.certainty?.topThree, places: 1)),
      ("certainty", .optional(entry?.certainty?.level.rawValue)), ("coverage", .optional(entry?.coverage, places: 6)),
      ("contributions", .contributions(entry)), ("wayOut", .wayOut(entry?.wayOut)),
      ("dissatisfied", .dissatisfied(segment == nil ? entry?.dissatisfied : nil)),
    ]
  }

  private func handOff(_ crossing: Transition, _ journey: Journey) -> JSON {
    let workspace = review.workspace
    return .object([
      ("from", .string(journey[crossing.from].name)), ("to", .string(journey[crossing.to].name)),
      ("fromOwner", .optional(crossing.departments.map { workspace[$0.giving].name })),
      ("toOwner", .optional(crossing.departments.map { workspace[$0.taking].name })),
      ("share", .optional(crossing.share, places: 6)), ("fromScore", .brief(crossing.scores?.from)),
      ("toScore", .brief(crossing.scores?.to)),
      ("worsening", .optional(crossing.worsening, places: 6)),
      (
        "paired",
        crossing.paired.map { paired in
          .object(
            [("n", .integer(paired.n))] + JSON.difference(paired.difference, paired.metric)
              + [("p", .decimal(paired.p, places: 6))])
        } ?? .null
      ), ("clear", .bool(crossing.isClear)),
    ])
  }

  private func action(_ reviewed: ReviewedAction) -> JSON {
    let action = reviewed.action
    let name = reviewed.spot.map { review.workspace[$0.journey][$0.touchpoint].name }
    return .object([
      ("id", .string(action.name)), ("title", .string(action.title)), ("touchpoint", .optional(name)),
      ("owner", .optional(action.owner.map { review.workspace[$0].name })),
      ("due", .optional(action.due?.description)), ("finished", .optional(action.finished?.description)),
      ("impact", action.impact.map(JSON.integer) ?? .null), ("effort", action.effort.map(JSON.integer) ?? .null),
      ("status", .string(action.status.rawValue)),
      (
        "fixes",
        .array(
          action.fixes.compactMap { review.workspace[$0.journey][$0.touchpoint].pains[$0.index].name.map(JSON.string) })
      ),
      ("idea", .optional(action.idea.flatMap { review.workspace[$0.journey][$0.touchpoint].ideas[$0.index].name })),
      (
        "expected",
        action.expected.map { metric, change in
          .object([
            ("metric", .string(metric.rawValue)),
            metric == .resolution ? ("seconds", .decimal(change, places: 0)) : ("points", .decimal(change, places: 3)),
          ])
        } ?? .null
      ),
      ("verdict", .optional(reviewed.verdict?.rawValue)),
      (
        "change",
        reviewed.effect.map { effect in
          .object(
            [
              ("metric", .string(effect.metric.rawValue)), ("from", .string(effect.change.from.description)),
              ("to", .string(effect.after.description)),
            ] + JSON.difference(effect.change, effect.metric) + [
              (
                "others",
                effect.others.map { others in
                  .object([("count", .integer(others.count))] + JSON.difference(others.change, effect.metric))
                } ?? .null
              ),
              ("effect", effect.net.map { .object(JSON.difference($0, effect.metric)) } ?? .null),
            ])
        } ?? .null
      ),
    ])
  }
}
