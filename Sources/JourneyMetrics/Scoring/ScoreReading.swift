internal import JourneyModel
package import JourneySyntax

extension Score {
  /// The period shown of a reading, with those before it.
  ///
  /// - Parameter reading: nil where no question is on it.
  init(_ metric: Metric, _ reading: MetricSeries?, target: Target?) {
    self.init(metric: metric, state: reading == nil ? .notAsked : .noData)
    self.target = target
    guard let reading else { return }
    moments = reading.moments
    guard let shown = reading.shown else {
      if !moments.isEmpty { asked = reading.choice.period.shown }
      return
    }
    period = shown.period
    let past = reading.past
    feedbacks = past.count == 1 ? shown.feedbacks : Set(past.flatMap(\.feedbacks)).sorted()
    state = shown.state
    isClustered = shown.sample.isClustered
    if !shown.isHidden { (n, effective, open) = (shown.sample.n, shown.sample.effective, shown.sample.open) }
    if state == .indicative || state == .scored { figure = shown.sample.figure }
    if metric == .csat || metric == .effort { good = shown.sample.good }
    segmentDifferences = reading.segmentDifferences
    history = past.compactMap { moment in
      guard moment.isComparable(with: shown), let headline = moment.sample.headline else { return nil }
      return PeriodSample(
        period: moment.period, value: headline.value, isMoreThan: headline.isMoreThan, interval: headline.interval,
        n: moment.sample.n, open: moment.sample.open)
    }
  }

  /// The times behind the figure; nil where it is not one of times.
  package var times: Times? {
    guard metric == .resolution, figure != nil else { return nil }
    return shown?.sample.times
  }

  /// The least level at which a figure of the same metric elsewhere can be told from this one, as if others had given
  /// it: shares by Newcombe, NPS and times as changes are. Nil where one is not shown, or the scales differ.
  package func p(from other: Score) -> Double? {
    guard metric == other.metric, let figure, let past = other.figure else { return nil }
    switch metric {
    case .csat, .effort, .fcr: return newcombe((figure.value, effective), minus: (past.value, other.effective)).p
    case .nps, .resolution:
      guard let after = shown, let before = other.shown else { return nil }
      return after.sample.change(from: before.sample, of: before.period)?.p
    }
  }

  /// From the period that another reading of the same question shows to the one that this shows; nil where one is hidden,
  /// or the two cannot be compared. `isClear` is of this comparison alone.
  package func change(since other: Score) -> Change? {
    guard metric == other.metric, let after = shown, let before = other.shown else { return nil }
    return Self.change(from: before, to: after)
  }

  /// The latest period that may be shown, whichever was asked for.
  package var newest: Period? { moments.last(where: \.mayBeShown)?.period }

  /// Whether anything was answered in a period, shown or not.
  package func hasAnswers(in period: Period) -> Bool { moments.contains { period.contains($0.period) } }

  /// The shortest of its own periods that holds another and more; nil without one.
  package func whole(of period: Period) -> Period? {
    moments.lazy.filter { !$0.isSum && $0.period != period && $0.period.contains(period) }.map(\.period)
      .min { ($0.lastDay - $0.firstDay) < ($1.lastDay - $1.firstDay) }
  }

  /// The feedback that alone has answers of the period shown; nil where several have.
  package var onlyFeedback: String? { shown.flatMap { $0.feedbacks.count == 1 ? $0.feedbacks.first : nil } }

  private var shown: MetricSeries.SeriesSample? { moments.last { $0.period == period } }

  /// Between two periods of its own answers; nil where the two cannot be compared.
  package func change(from first: Period, to last: Period) -> Change? {
    guard let after = moments.last(where: { $0.period == last }),
      let before = moments.last(where: { $0.period == first })
    else { return nil }
    return Self.change(from: before, to: after)
  }

  /// `isClear` is of this comparison alone.
  private static func change(from before: MetricSeries.SeriesSample, to after: MetricSeries.SeriesSample) -> Change? {
    guard !after.isHidden, before.isComparable(with: after),
      var change = after.sample.change(from: before.sample, of: before.period)
    else { return nil }
    change.isClear = change.p < 0.05
    return change
  }

  /// What became of the figure when something was finished: from the last period that ended by the last day of
  /// `finished` to the first that began since.
  ///
  /// Looks at the periods of the answers themselves, whichever of them is shown.
  /// - Returns: nil where there is no such period, or too few answers in one.
  package func change(around finished: Period) -> (after: Period, change: Change)? {
    let own = ownMoments
    guard let before = own.last(where: { $0.period.lastDay <= finished.lastDay }),
      let after = own.filter({ $0.period.firstDay >= finished.lastDay && $0.period > before.period })
        .min(by: { ($0.period.firstDay, $0.period.lastDay) < ($1.period.firstDay, $1.period.lastDay) }),
      let change = Self.change(from: before, to: after)
    else { return nil }
    return (after.period, change)
  }

  /// The same of answers elsewhere: between just these two of their own periods; nil where they are not there, or one is
  /// hidden, or the two cannot be compared.
  package func ownChange(from first: Period, to last: Period) -> Change? {
    let own = ownMoments
    guard let after = own.last(where: { $0.period == last }), let before = own.last(where: { $0.period == first })
    else { return nil }
    return Self.change(from: before, to: after)
  }

  /// The shares that a trend to the period shown goes over, oldest first: of its own periods that can be compared with it,
  /// none of which is within another; empty of NPS and times.
  package var waves: [(period: Period, share: Double, n: Double)] {
    guard metric != .nps, metric != .resolution, let shown else { return [] }
    var waves: [(period: Period, share: Double, n: Double)] = []
    var end = shown.period.lastDay
    for moment in ownMoments.reversed() where moment.period.lastDay <= end && moment.isComparable(with: shown) {
      guard let headline = moment.sample.headline else { continue }
      waves.append((moment.period, headline.value, moment.sample.effective))
      end = moment.period.firstDay - 1
    }
    return waves.reversed()
  }

  private var ownMoments: [MetricSeries.SeriesSample] { moments.filter { !$0.isSum } }
}

extension MetricSeries.SeriesSample {
  /// On the same scale, of which the same answers count, and shown.
  func isComparable(with other: Self) -> Bool { !isHidden && sample.good == other.sample.good }
}

extension MetricSeries {
  /// The period shown and all before it, oldest first.
  var past: [SeriesSample] {
    guard let shown else { return [] }
    if shown.isSum { return moments.filter { !$0.isSum && $0.period.lastDay < shown.period.firstDay } + [shown] }
    return moments.filter { !$0.isSum && $0.period <= shown.period }
  }

  /// To the period shown: from the one that was chosen, else from the last that can be compared and ended before it
  /// began; not yet judged.
  var change: Score.Change? {
    guard let shown, !shown.isHidden else { return nil }
    let before: SeriesSample?
    if let chosen = choice.period.before {
      before = moment(chosen)
    } else {
      before = moments.last {
        !$0.isSum && $0.period.lastDay < shown.period.firstDay && $0.isComparable(with: shown)
      }
    }
    guard let before, before.isComparable(with: shown) else { return nil }
    return shown.sample.change(from: before.sample, of: before.period)
  }
}
