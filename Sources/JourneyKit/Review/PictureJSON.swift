internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneySyntax

/// What a program needs beside the scores to draw a review: titles, goals over time, and what makes up a burden.
extension JSON {
  /// `id title` of phases and departments, in declared order.
  static func titles(_ named: [(name: String, title: String)]) -> JSON {
    .array(named.map { .object([("id", .string($0.name)), ("title", .string($0.title))]) })
  }

  /// Where a journey wants to go, and every record on the way; in the unit of what measures it.
  static func goal(_ standing: GoalStanding, in workspace: Workspace) -> JSON {
    let goal = standing.goal
    let measure: JSON =
      switch goal.measure {
      case .metric(let metric): .string(metric.rawValue)
      case .kpi(let id): .string(workspace[id].name)
      case nil: .null
      }
    return .object([
      ("id", .string(goal.name)), ("title", .string(goal.title)), ("measure", measure),
      ("comparison", goal.comparison.map { .string($0 == .atLeast ? "at-least" : "at-most") } ?? .null),
      ("target", .optional(goal.target, places: 6)), ("by", .optional(goal.by?.description)),
      ("met", standing.score.isMet.map(JSON.bool) ?? .null),
      ("progress", .optional(standing.progress, places: 6)),
      (
        "records",
        .array(
          standing.score.history.map { record in
            .object([
              ("period", .string(record.period.description)), ("value", .decimal(record.value, places: 6)),
              ("low", .optional(record.interval?.lowerBound, places: 6)),
              ("high", .optional(record.interval?.upperBound, places: 6)), ("n", record.n.map(JSON.integer) ?? .null),
              ("moreThan", .bool(record.isMoreThan)),
            ])
          })
      ),
    ])
  }

  /// How much of the burden each metric makes up: together they are all of it.
  static func contributions(_ ranked: Ranking.Ranked?) -> JSON {
    .array(
      (ranked?.parts ?? []).map { part in
        .object([
          ("metric", .string(part.metric.rawValue)), ("burden", .decimal(ranked?.burden(of: part) ?? 0, places: 3)),
        ])
      })
  }

  /// Of all customers; nobody is counted in a review of a segment.
  static func dissatisfied(_ people: Ranking.Dissatisfied?) -> JSON {
    guard let people else { return .null }
    return .object([
      ("people", .decimal(people.people, places: 0)), ("low", .decimal(people.interval.lowerBound, places: 0)),
      ("high", .decimal(people.interval.upperBound, places: 0)), ("period", .optional(people.period?.description)),
      ("answers", .string("\(people.answers.lowerBound)..\(people.answers.upperBound)")),
      ("scale", .string(people.scale.text)),
    ])
  }

  /// What it takes to leave the first three; without a value, its worst metric alone does not do it.
  static func wayOut(_ threshold: Ranking.ThresholdToLeaveTop?) -> JSON {
    func found(_ metric: Metric, _ value: Double?) -> JSON {
      .object([("metric", .string(metric.rawValue)), ("value", .optional(value, places: metric.places))])
    }
    return switch threshold {
    case .value(let metric, let value): found(metric, value)
    case .notAlone(let metric), .tooFewAnswers(let metric): found(metric, nil)
    case nil: .null
    }
  }

  /// An arrow of the flow: `from` is null where customers come in, `to` where they leave.
  static func arrow(_ arrow: Arrow, of journey: Journey, in workspace: Workspace) -> JSON {
    func name(_ end: Arrow.End) -> JSON {
      if case .touchpoint(let id) = end { .string(journey[id].name) } else { .null }
    }
    func door(_ end: Arrow.End) -> JSON {
      switch end {
      case .touchpoint: .null
      case .entry(let index): .optional(journey.entries[index].title ?? journey.entries[index].name)
      case .exit(let index): .optional(journey.exits[index].title ?? journey.exits[index].name)
      }
    }
    return .object([
      ("from", name(arrow.from)), ("to", name(arrow.to)), ("entry", door(arrow.from)), ("exit", door(arrow.to)),
      ("share", .optional(arrow.share, places: 6)), ("label", .optional(arrow.label)), ("back", .bool(arrow.goesBack)),
      ("switches", .bool(arrow.switchesChannel)), ("written", .bool(arrow.isWritten)),
    ])
  }

  /// How often one department hands off to another, and the worst that is known of it.
  static func cell(_ cell: HandOffMatrix.MatrixCell, of reviewed: ReviewedJourney, in workspace: Workspace) -> JSON {
    let worst = reviewed.worstHandOff(from: cell.giving, to: cell.taking)
    return .object([
      ("from", .string(workspace[cell.giving].name)), ("to", .string(workspace[cell.taking].name)),
      ("count", .integer(cell.count)), ("share", .optional(cell.share, places: 6)),
      ("worsening", .optional(worst?.worsening, places: 6)), ("clear", .bool(worst?.isClear ?? false)),
    ])
  }
}
