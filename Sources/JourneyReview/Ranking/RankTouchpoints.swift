package import JourneyMetrics
package import JourneyModel
internal import JourneySyntax

/// The importance of a touchpoint that has none written.
package let defaultImportance = 3

/// Orders a journey's touchpoints by burden, and names what the order leaves out.
///
/// A touchpoint that repeats another is ranked once, as that other; a shared question ranks nothing alone, and neither
/// does an old figure. Nothing of a planned journey is ranked or missed, and what is on target has no rank: there is
/// nothing to fix. Where a tag is chosen, only its touchpoints are compared.
package func rank(_ journey: AnnotatedJourney, in workspace: Workspace) -> Ranking {
  var ranking = Ranking(ranked: [], severeForFew: [], blindSpots: [])
  guard !journey.journey.isPlanned else { return ranking }
  let phase = Ranker(journey, in: workspace)
  let shared = Set(journey.shared.filter { $0.scores.isMeasured }.flatMap(\.touchpoints))
  var blind: [(id: Touchpoint.ID, weight: Double)] = []
  for index in journey.touchpoints.indices
  where journey.journey.touchpoints[index].repeats == nil && workspace.isChosen(journey.journey.touchpoints[index]) {
    let id = Touchpoint.ID(index)
    let scores = journey.touchpoints[index]
    if !scores.isMeasured {
      if !shared.contains(id) { blind.append((id, journey.weight(of: id))) }
    } else if let ranked = phase.ranked(id) {
      if ranked.isOnTarget { ranking.onTarget.append(ranked) } else { ranking.ranked.append(ranked) }
    } else if phase.isAsked(scores) {
      ranking.uncovered.append(id)
    }
  }
  ranking.ranked = ranking.ranked.enumerated()
    .sorted { ($1.element.burden, $0.offset) < ($0.element.burden, $1.offset) }.map(\.element)
  ranking.severeForFew = ranking.ranked.filter { $0.severity >= 0.7 && $0.reach.map { $0.value < 0.25 } == true }
    .map(\.touchpoint)
  ranking.blindSpots = blind.enumerated()
    .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }.map(\.element.id)
  return ranking
}

extension AnnotatedJourney {
  /// How much it matters that nobody measures a touchpoint: its importance, times the share who meet it.
  package func weight(of id: Touchpoint.ID) -> Double {
    Double(journey[id].importance ?? defaultImportance) * (touchpoints[id.value].knownReach?.value ?? 1)
  }
}

/// Judges one touchpoint after another by the same yardstick.
private struct Ranker {
  let journey: AnnotatedJourney
  let yardstick: RankingCriteria
  /// Beside `Metric.allCases`; nil for those that are no shares.
  let shrinkages: [Shrinkage?]

  init(_ journey: AnnotatedJourney, in workspace: Workspace) {
    self.journey = journey
    yardstick = RankingCriteria(workspace)
    shrinkages = Metric.allCases.map { metric in
      guard metric != .nps, metric != .resolution else { return nil }
      let shares = journey.touchpoints.indices.compactMap { index in
        journey.journey.touchpoints[index].repeats == nil ? journey.touchpoints[index][metric].share : nil
      }
      return Shrinkage(shares)
    }
  }

  /// Whether anything that counts for the ranking is asked.
  func isAsked(_ scores: TouchpointScores) -> Bool {
    scores.scores.contains { $0.state != .notAsked && yardstick.weight($0.metric) > 0 }
  }

  /// Nil where too little of what is asked has a figure.
  func ranked(_ id: Touchpoint.ID) -> Ranking.Ranked? {
    let touchpoint = journey.journey[id]
    let scores = journey.touchpoints[id.value]
    var parts = scores.scores.compactMap { part($0) }
    let asked = scores.scores.reduce(0) { $0 + ($1.state == .notAsked || $1.isOld ? 0 : yardstick.weight($1.metric)) }
    let present = parts.reduce(0) { $0 + $1.weight }
    guard asked > 0, present > 0, present / asked >= 0.4 else { return nil }
    for index in parts.indices { parts[index].contribution = parts[index].weight * parts[index].shortfall / present }
    let severity = severity(parts)
    let intensity = intensity(severity: severity, importance: touchpoint.importance ?? defaultImportance)
    let reach = scores.knownReach
    var ranked = Ranking.Ranked(
      touchpoint: id, severity: severity, intensity: intensity, burden: intensity * (reach?.value ?? 1), reach: reach,
      parts: parts)
    ranked.importance = touchpoint.importance ?? defaultImportance
    ranked.coverage = present / asked
    ranked.dissatisfied = dissatisfied(touchpoint, scores)
    return ranked
  }

  private func part(_ score: Score) -> Ranking.SeverityPart? {
    let weight = yardstick.weight(score.metric)
    // A median that is longer than known, and known within its target, says nothing of a shortfall.
    guard weight > 0, let figure = score.current, let target = score.target?.value, figure.isKnown(against: target)
    else {
      return nil
    }
    let shrinkage = shrinkages[score.metric.order]
    let estimate = shrinkage?.estimate(figure.value * score.effective, of: score.effective) ?? figure.value
    let floor = yardstick.floor(score.metric, target: target)
    var part = Ranking.SeverityPart(
      metric: score.metric, value: figure.value, n: score.effective, estimate: estimate, shrinkage: shrinkage,
      target: target, floor: floor, weight: weight,
      shortfall: shortfall(score.metric, estimate, target: target, floor: floor))
    part.interval = figure.interval
    part.meetsTarget = score.metric.margin(figure.value, over: target) >= 0
    return part
  }

  /// People at the touchpoint × the share of ratings at or below a quarter of the scale.
  private func dissatisfied(_ touchpoint: Touchpoint, _ scores: TouchpointScores) -> Ranking.Dissatisfied? {
    let score = scores[.csat]
    guard let distribution = score.current?.distribution, let good = score.good, score.effective > 0,
      let (people, period) = people(at: touchpoint, scores), people.value > 0, people.value.isFinite
    else { return nil }
    let whole = distribution.reduce(0, +)
    let worst = good.worst(below: good.scale.span / 4 + 1)
    let low = distribution.prefix(worst.count).reduce(0, +)
    guard whole > 0 else { return nil }
    let share = low / whole
    return Ranking.Dissatisfied(
      people: people.value * share,
      interval: productInterval(people, times: (share, wilson(share * score.effective, of: score.effective))),
      answers: worst, scale: good.scale, period: period)
  }

  /// How many meet a touchpoint, and when: its own volume, else that of the journey times its reach. Nil where the
  /// answers, or the reach, are of another time than the volume.
  private func people(
    at touchpoint: Touchpoint, _ scores: TouchpointScores
  ) -> (people: (value: Double, interval: Interval), period: Period?)? {
    let answered = scores[.csat].period
    if let volume = touchpoint.volume, volume.covers(answered) {
      return ((volume.people, volume.people...volume.people), volume.period)
    }
    guard let volume = journey.journey.volume, volume.covers(answered), let reach = scores.currentReach,
      let interval = reach.interval, volume.covers(reach.period), volume.people >= 0
    else { return nil }
    let bounds = volume.people * interval.lowerBound...volume.people * interval.upperBound
    return ((volume.people * reach.value, bounds), volume.period)
  }
}

extension Volume {
  /// Whether figures of a period may be counted up to its people: those of its own, or any where it says none.
  fileprivate func covers(_ period: Period?) -> Bool {
    guard let own = self.period else { return true }
    return period.map(own.contains) ?? false
  }
}

extension Score {
  /// How many answers' worth of how many count for the metric; nil where it is not shown, or old.
  fileprivate var share: (k: Double, n: Double)? {
    current.map { ($0.value * effective, effective) }
  }
}
