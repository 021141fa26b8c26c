internal import JourneyModel
internal import JourneySyntax

extension Score {
  /// The latest period of a reading, with those before it.
  ///
  /// - Parameter reading: nil where no question is on it.
  init(_ metric: Metric, _ reading: Reading?, target: Target?) {
    self.init(metric: metric, state: reading == nil ? .notAsked : .noData)
    self.target = target
    guard let reading, let latest = reading.moments.last else { return }
    n = latest.sample.n
    effective = latest.sample.effective
    period = latest.period
    feedbacks =
      reading.moments.count == 1 ? latest.feedbacks : Set(reading.moments.flatMap(\.feedbacks)).sorted()
    state = latest.state
    if state == .indicative || state == .scored { figure = latest.sample.figure }
    history = reading.moments.compactMap { moment in
      guard moment.isComparable(with: latest), let headline = moment.sample.headline else { return nil }
      return Moment(period: moment.period, value: headline.value, interval: headline.interval, n: moment.sample.n)
    }
  }
}

extension Reading.Moment {
  /// On the same scale, and shown.
  func isComparable(with other: Self) -> Bool { !isHidden && sample.scale == other.sample.scale }
}

extension Reading {
  /// From the last period that can be compared and ended before the latest began, to the latest; not yet judged.
  var change: Score.Change? {
    guard let latest = moments.last, !latest.isHidden,
      let before = moments.last(where: {
        $0.period.lastDay < latest.period.firstDay && $0.isComparable(with: latest)
      }),
      let (difference, interval, p) = latest.sample.change(from: before.sample)
    else { return nil }
    return Score.Change(from: before.period, difference: difference, interval: interval, p: p, isClear: false)
  }
}
