internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneySyntax

extension WorkspaceReview {
  /// A row a touchpoint of the journeys of today, in declared order: shares 0…1, points, seconds, as in the JSON.
  ///
  /// Text that a spreadsheet would take for a formula begins with an apostrophe; numbers stay as they are.
  func csv() -> String {
    let metrics = Metric.allCases.filter { $0 != .nps }
    var heads = [
      "journey", "touchpoint", "title", "phase", "repeats", "owner", "period", "importance", "rank",
      "rank_low", "rank_high",
      "top_three", "certainty", "severity", "intensity", "burden", "burden_low", "burden_high", "coverage", "reach",
      "reach_low", "reach_high", "reach_n", "reach_period", "reach_assumed", "dissatisfied",
    ]
    for metric in metrics {
      heads += ["state", "period", "current", "n", "value", "low", "high", "target", "change", "change_clear"].map {
        "\(metric.rawValue)_\($0)"
      }
      if metric != .resolution {
        heads += ["change_smallest", "change_unchanged", "trend", "trend_clear"].map { "\(metric.rawValue)_\($0)" }
      }
      if metric.hasGoodAnswers { heads.append("\(metric.rawValue)_good") }
      if metric == .resolution { heads += ["resolution_more_than", "resolution_open"] }
    }
    for metric in Self.driven {
      heads += ["drives", "drives_low", "drives_high", "drives_corner"].map { "\($0)_\(metric.rawValue)" }
    }
    if !votes.isEmpty { heads.append("votes") }
    let met = persona.map { Set(review.card(of: $0).touchpoints) }
    var text = CSVRow(heads.map(CSVRow.CSVCell.text)).text
    for reviewed in review.journeys where !review.workspace[reviewed.journey].isPlanned {
      let annotated = review.annotated.journeys[reviewed.journey.value]
      let standings = reviewed.ranking.standings
      for index in annotated.journey.touchpoints.indices {
        let id = Touchpoint.ID(index)
        if let department, annotated.journey[id].owner != department { continue }
        if let met, !met.contains(TouchpointReference(reviewed.journey, id)) { continue }
        var cells = facts(id, annotated) + standing(standings[id])
        cells += reach(annotated.touchpoints[index].anyReach)
        let people = segment == nil ? standings[id]?.entry.dissatisfied?.people : nil
        cells.append(.number(people, places: 0))
        for metric in metrics {
          let trend = reviewed.trends.first { $0.touchpoints == [id] && $0.score.metric == metric }
          cells += score(annotated.touchpoints[index][metric], trend)
        }
        cells += Self.driven.flatMap { drives($0, id, reviewed) }
        if !votes.isEmpty { cells.append(.count(votes[TouchpointReference(reviewed.journey, id)])) }
        text += CSVRow(cells).text
      }
    }
    return text
  }

  /// What touchpoints may drive.
  private static let driven: [Metric] = [.csat, .nps]

  private func drives(_ metric: Metric, _ id: Touchpoint.ID, _ reviewed: ReviewedJourney) -> [CSVRow.CSVCell] {
    let placed = reviewed.drivers.lazy.filter { $0.figures.metric == metric }.flatMap(\.placed)
      .first { $0.touchpoints == [id] }
    return [
      .number(placed?.driver.share, places: 6), .number(placed?.driver.interval.lowerBound, places: 6),
      .number(placed?.driver.interval.upperBound, places: 6), .text(placed?.corner?.rawValue ?? ""),
    ]
  }

  private func facts(_ id: Touchpoint.ID, _ annotated: AnnotatedJourney) -> [CSVRow.CSVCell] {
    let touchpoint = annotated.journey[id]
    return [
      .text(annotated.journey.name), .text(touchpoint.name), .text(touchpoint.title),
      .text(annotated.journey[touchpoint.phase].title),
      .text(touchpoint.repeats.map { annotated.journey[$0].name } ?? ""),
      .text(touchpoint.owner.map { review.workspace[$0].title } ?? ""), .text(annotated.period?.description ?? ""),
      .count(touchpoint.importance),
    ]
  }

  private func standing(_ found: (rank: Int?, entry: Ranking.Ranked)?) -> [CSVRow.CSVCell] {
    let entry = found?.entry
    return [
      .count(found?.rank), .count(entry?.certainty?.ranks.lowerBound), .count(entry?.certainty?.ranks.upperBound),
      .number(entry?.certainty?.topThree, places: 1), .text(entry?.certainty?.level.rawValue ?? ""),
      .number(entry?.severity, places: 6), .number(entry?.intensity, places: 3), .number(entry?.burden, places: 3),
      .number(entry?.certainty?.burden.lowerBound, places: 3), .number(entry?.certainty?.burden.upperBound, places: 3),
      .number(entry?.coverage, places: 6),
    ]
  }

  private func reach(_ reach: Reach?) -> [CSVRow.CSVCell] {
    [
      .number(reach?.value, places: 6), .number(reach?.interval?.lowerBound, places: 6),
      .number(reach?.interval?.upperBound, places: 6), .count(reach.flatMap { $0.isAssumed ? nil : $0.n }),
      .text(reach?.period?.description ?? ""), .text(reach?.isAssumed == true ? "yes" : ""),
    ]
  }

  private func score(_ score: Score, _ trend: MetricTrend?) -> [CSVRow.CSVCell] {
    let (figure, places) = (score.figure, score.metric.places)
    let times: [CSVRow.CSVCell] =
      score.metric == .resolution
      ? [
        .text(figure.map { $0.isMoreThan ? "yes" : "no" } ?? ""),
        .count(figure != nil || score.state == .undated ? score.open?.open ?? 0 : nil),
      ] : []
    let cells: [CSVRow.CSVCell] = [
      .text(score.state.rawValue), .text(figure == nil ? "" : score.period?.description ?? ""),
      .text(figure == nil ? "" : score.isOld ? "no" : "yes"), .count(figure == nil ? nil : score.n),
      .number(figure?.value, places: places),
      .number(figure?.interval?.lowerBound, places: places), .number(figure?.interval?.upperBound, places: places),
      .number(score.target?.value, places: places), .number(score.change?.difference, places: places),
      .text(score.change.map { $0.isClear ? "yes" : "no" } ?? ""),
    ]
    if score.metric == .resolution { return cells + times }
    let seen: [CSVRow.CSVCell] = [
      .number(score.change?.smallest, places: places),
      .text(score.change?.isUnchanged.map { $0 ? "yes" : "no" } ?? ""),
      .number(trend?.line.slope.value, places: places), .text(trend.map { $0.isClear ? "yes" : "no" } ?? ""),
    ]
    return cells + seen + (score.metric.hasGoodAnswers ? [.text(score.goodAnswers ?? "")] : [])
  }
}
