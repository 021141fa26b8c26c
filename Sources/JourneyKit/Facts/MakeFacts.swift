internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneySyntax

extension WorkspaceReview {
  /// All that the review knows, as values.
  public var facts: WorkspaceFacts {
    let workspace = review.workspace
    return WorkspaceFacts(
      title: workspace.title, departments: workspace.departments.map { NamedFact(name: $0.name, title: $0.title) },
      channels: workspace.channels.map { NamedFact(name: $0.name, title: $0.title) },
      personas: workspace.personas.map { NamedFact(name: $0.name, title: $0.title) },
      segments: workspace.segments.map { NamedFact(name: $0.name, title: $0.title) },
      journeys: review.journeys.map { JourneyFacts($0, in: review) },
      actions: review.actions.filter { $0.journey == nil }.map { ActionFacts($0, in: workspace) })
  }
}

extension JourneyFacts {
  fileprivate init(_ reviewed: ReviewedJourney, in review: Review) {
    let annotated = review.annotated.journeys[reviewed.journey.value]
    let (journey, workspace) = (annotated.journey, review.workspace)
    let standings = reviewed.ranking.standings
    self.init(
      name: journey.name, title: journey.title, isPlanned: journey.isPlanned,
      futureOf: journey.futureOf.map { workspace[$0].name }, period: annotated.period?.description,
      phases: journey.phases.map { NamedFact(name: $0.name, title: $0.title) },
      touchpoints: journey.touchpoints.indices.map { index in
        let standing = standings[Touchpoint.ID(index)]
        return TouchpointFacts(
          journey.touchpoints[index], annotated.touchpoints[index], standing.map { PriorityFacts($0.entry, $0.rank) },
          of: journey, in: workspace)
      },
      arrows: journey.arrows.map { ArrowFacts($0, of: journey) }, scores: ScoreFacts.all(annotated.overall),
      handOffs: reviewed.handOffs.map { HandOffFacts($0, of: journey, in: workspace) },
      blindSpots: reviewed.ranking.blindSpots.map { journey[$0].name },
      actions: review.actions.filter { $0.journey == reviewed.journey }.map { ActionFacts($0, in: workspace) })
  }
}

extension TouchpointFacts {
  fileprivate init(
    _ touchpoint: Touchpoint, _ answers: TouchpointScores, _ priority: PriorityFacts?, of journey: Journey,
    in workspace: Workspace
  ) {
    self.init(
      name: touchpoint.name, title: touchpoint.title, phase: journey[touchpoint.phase].name,
      owner: touchpoint.owner.map { workspace[$0].name }, channels: touchpoint.channels.map { workspace[$0].name },
      importance: touchpoint.importance, isMomentOfTruth: touchpoint.isMomentOfTruth,
      repeats: touchpoint.repeats.map { journey[$0].name }, pains: touchpoint.pains.map(\.text),
      ideas: touchpoint.ideas.map(\.text), scores: ScoreFacts.all(answers),
      reach: answers.anyReach.map { ReachFacts(value: $0.value, interval: $0.interval, isAssumed: $0.isAssumed) },
      priority: priority)
  }
}

extension ArrowFacts {
  fileprivate init(_ arrow: Arrow, of journey: Journey) {
    func terminus(_ end: Arrow.End) -> Terminus {
      switch end {
      case .touchpoint(let id): .touchpoint(journey[id].name)
      case .entry(let index): .entry(journey.entries[index].title)
      case .exit(let index): .exit(journey.exits[index].title)
      }
    }
    self.init(
      from: terminus(arrow.from), to: terminus(arrow.to), share: arrow.share, isHandOff: arrow.handOff != nil,
      switchesChannel: arrow.switchesChannel, goesBack: arrow.goesBack)
  }
}

extension HandOffFacts {
  fileprivate init(_ handOff: Transition, of journey: Journey, in workspace: Workspace) {
    self.init(
      from: journey[handOff.from].name, to: journey[handOff.to].name,
      owners: handOff.departments.map { [workspace[$0.giving].name, workspace[$0.taking].name] } ?? [],
      metric: handOff.scores.flatMap { MetricKind($0.from.metric) }, worsening: handOff.worsening,
      isClear: handOff.isClear)
  }
}

extension ActionFacts {
  fileprivate init(_ reviewed: ReviewedAction, in workspace: Workspace) {
    let action = reviewed.action
    self.init(
      name: action.name, title: action.title,
      touchpoint: reviewed.spot.map { workspace[$0.journey][$0.touchpoint].name },
      owner: action.owner.map { workspace[$0].name }, due: action.due?.description,
      finished: action.finished?.description, verdict: reviewed.verdict?.rawValue)
  }
}

extension MetricKind {
  fileprivate init?(_ metric: Metric) { self.init(rawValue: metric.rawValue) }
}

extension ScoreFacts {
  /// Those that are asked.
  fileprivate static func all(_ answers: TouchpointScores) -> [ScoreFacts] {
    answers.scores.compactMap(ScoreFacts.init)
  }

  private init?(_ score: Score) {
    guard let metric = MetricKind(score.metric), let availability = ScoreAvailability(rawValue: score.state.rawValue)
    else { return nil }
    let figure = score.figure.map {
      FigureFacts(
        value: $0.value, interval: $0.interval, isMoreThan: $0.isMoreThan, answers: score.n,
        period: score.period?.description)
    }
    let history = score.history.map {
      FigureFacts(
        value: $0.value, interval: $0.interval, isMoreThan: $0.isMoreThan, answers: $0.n,
        period: $0.period.description)
    }
    self.init(
      metric: metric, availability: availability, figure: figure, isOld: score.isOld, target: score.target?.value,
      change: score.change.map {
        ChangeFacts(
          from: $0.from.description, difference: $0.difference, interval: $0.interval, isClear: $0.isClear)
      }, history: figure == nil ? [] : history)
  }
}

extension PriorityFacts {
  fileprivate init(_ entry: Ranking.Ranked, _ rank: Int?) {
    self.init(
      rank: rank, burden: entry.burden, ranks: entry.certainty?.ranks,
      certainty: entry.certainty.flatMap { RankCertainty(rawValue: $0.level.rawValue) })
  }
}
