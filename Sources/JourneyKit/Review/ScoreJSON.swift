internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneySyntax

extension JSON {
  /// A member for each metric that is asked.
  static func scores(_ scores: TouchpointScores) -> JSON {
    .object(scores.scores.filter { $0.state != .notAsked }.map { ($0.metric.rawValue, score($0)) })
  }

  /// How many answered is said only where the figure may be shown.
  private static func score(_ score: Score) -> JSON {
    let shown = score.figure != nil
    var members: [(String, JSON)] = [
      ("n", shown ? .integer(score.n) : .null), ("neff", shown ? .decimal(score.effective, places: 3) : .null),
    ]
    members += score.metric == .resolution ? times(score) : value(score)
    members += [
      ("state", .string(score.state.rawValue)), ("period", .optional(shown ? score.period?.description : nil)),
      ("current", shown ? .bool(!score.isOld) : .null),
      ("target", .optional(score.target?.value, places: score.metric.places)),
      (
        "change",
        score.change.map { change in
          .object(
            [("from", .string(change.from.description))] + difference(change, score.metric)
              + [
                ("p", .decimal(change.p, places: 6)), ("clear", .bool(change.isClear)),
                ("smallest", .optional(change.smallest, places: score.metric.places)),
                ("unchanged", change.isUnchanged.map(JSON.bool) ?? .null),
              ])
        } ?? .null
      ),
      ("history", .array(shown ? score.history.map { sample($0, score.metric) } : [])),
    ]
    return .object(members)
  }

  /// A period that may be shown.
  private static func sample(_ sample: Score.PeriodSample, _ metric: Metric) -> JSON {
    .object(
      [("period", .string(sample.period.description)), ("n", .integer(sample.n))]
        + bounds("value", "low", "high", sample.value, sample.interval, metric.places)
        + (metric == .resolution ? [("moreThan", .bool(sample.isMoreThan))] : []))
  }

  private static func value(_ score: Score) -> [(String, JSON)] {
    let places = score.metric.places
    var members = bounds("value", "low", "high", score.figure?.value, score.figure?.interval, places)
    if score.metric.hasGoodAnswers {
      let good = score.figure == nil ? nil : score.good
      members += [
        ("mean", .optional(score.figure?.mean, places: 3)), ("scale", .optional(good?.scale.text)),
        ("good", .optional(score.goodAnswers)),
      ]
    }
    return members
  }

  private static func times(_ score: Score) -> [(String, JSON)] {
    let figure = score.figure
    let open = figure != nil || score.state == .undated ? score.open : nil
    return bounds("median", "medianLow", "medianHigh", figure?.value, figure?.interval, 3)
      + [
        ("moreThan", figure.map { .bool($0.isMoreThan) } ?? .null),
        ("open", open.map { .integer($0.open) } ?? (figure == nil ? .null : .integer(0))),
        ("undated", open.map { .integer($0.undated) } ?? (figure == nil ? .null : .integer(0))),
      ]
      + bounds("p90", "p90Low", "p90High", figure?.p90, figure?.p90Interval, 3)
      + [("mean", .optional(figure?.mean, places: 3)), ("geomean", .optional(figure?.geometricMean, places: 3))]
  }

  private static func bounds(
    _ name: String, _ low: String, _ high: String, _ value: Double?, _ interval: Interval?, _ places: Int
  ) -> [(String, JSON)] {
    [
      (name, .optional(value, places: places)), (low, .optional(interval?.lowerBound, places: places)),
      (high, .optional(interval?.upperBound, places: places)),
    ]
  }

  /// `value low high` of a difference.
  static func difference(_ difference: Difference, _ metric: Metric) -> [(String, JSON)] {
    bounds("value", "low", "high", difference.value, difference.interval, metric.places)
  }

  /// Where a figure has been going, in its unit for each year.
  static func trend(_ trend: MetricTrend, _ journey: Journey) -> JSON {
    .object(
      [
        ("touchpoints", .array(trend.touchpoints.map { .string(journey[$0].name) })),
        ("metric", .string(trend.score.metric.rawValue)), ("from", .string(trend.first.description)),
        ("to", .string(trend.last.description)), ("periods", .integer(trend.count)),
      ] + difference(trend.line.slope, trend.score.metric) + [
        ("p", .decimal(trend.line.p, places: 6)), ("clear", .bool(trend.isClear)),
        ("q", .decimal(trend.line.q, places: 3)), ("qp", .decimal(trend.line.lineP, places: 6)),
      ])
  }

  /// A segment beside the others: both figures, and what is added to that of the others.
  static func segment(_ one: SegmentComparison, _ journey: Journey, in workspace: Workspace) -> JSON {
    let (metric, difference) = (one.score.metric, one.difference)
    func figure(_ headline: Score.Headline, _ n: Int) -> JSON {
      .object(
        [("n", .integer(n))]
          + bounds("value", "low", "high", headline.value, headline.interval, metric.places)
          + (metric == .resolution ? [("moreThan", .bool(headline.isMoreThan))] : []))
    }
    return .object(
      [
        ("segment", .string(workspace[one.segment].name)),
        ("other", .optional(one.other.map { workspace[$0].name })),
        ("touchpoints", .array(one.touchpoints.map { .string(journey[$0].name) })),
        ("metric", .string(metric.rawValue)), ("period", .optional(one.score.period?.description)),
        ("own", figure(difference.comparison.after, difference.n)),
        ("others", figure(difference.comparison.before, difference.othersN)),
      ]
        + bounds(
          "value", "low", "high", difference.comparison.difference, difference.comparison.interval, metric.places)
        + [("p", .decimal(difference.comparison.p, places: 6)), ("clear", .bool(one.isClear))])
  }

  /// `value low high` of a change; of times, whose difference has no interval, both medians with theirs.
  static func difference(_ change: Score.Change, _ metric: Metric) -> [(String, JSON)] {
    let members = bounds("value", "low", "high", change.difference, change.interval, metric.places)
    guard metric == .resolution else { return members }
    func median(_ headline: Score.Headline) -> JSON {
      .object(
        bounds("median", "medianLow", "medianHigh", headline.value, headline.interval, 3)
          + [("moreThan", .bool(headline.isMoreThan))])
    }
    return members + [
      ("moreThan", .bool(change.isMoreThan)), ("before", median(change.before)), ("after", median(change.after)),
    ]
  }

  /// One side of a hand-off; null where no metric is on both.
  static func brief(_ score: Score?) -> JSON {
    guard let score, let figure = score.figure else { return .null }
    var members: [(String, JSON)] = [
      ("metric", .string(score.metric.rawValue)), ("n", .integer(score.n)),
      ("period", .optional(score.period?.description)),
    ]
    members += bounds("value", "low", "high", figure.value, figure.interval, score.metric.places)
    if score.metric == .resolution {
      members += [("moreThan", .bool(figure.isMoreThan)), ("open", .integer(score.open?.open ?? 0))]
    }
    return .object(members)
  }

  static func reach(_ reach: Reach?) -> JSON {
    guard let reach else { return .null }
    return .object(
      bounds("value", "low", "high", reach.value, reach.interval, 6)
        + [
          ("n", .integer(reach.n)), ("period", .optional(reach.period?.description)), ("current", .bool(!reach.isOld)),
          ("assumed", .bool(reach.isAssumed)),
        ])
  }
}

extension Score {
  /// Which answers its share counts, the lowest first: `4..5`; nil where nothing is shown.
  var goodAnswers: String? {
    figure == nil ? nil : good.map { "\($0.range.lowerBound)..\($0.range.upperBound)" }
  }
}

extension Metric {
  /// Whether its share counts some of the answers, which a feedback may say.
  var hasGoodAnswers: Bool { self == .csat || self == .effort }

  /// Shares 0…1 have six places, points and seconds three.
  var places: Int {
    switch self {
    case .csat, .effort, .fcr: 6
    case .nps, .resolution: 3
    }
  }
}
