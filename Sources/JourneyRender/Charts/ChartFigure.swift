internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel

/// A figure as charts draw it: numbers alone, so that a program draws the same from `review --format json`.
struct ChartFigure: Sendable {
  let metric: Metric
  let value: Double
  /// Up to infinity where cases that are still open set it no upper end; nil where too few answers carry one.
  let interval: ClosedRange<Double>?
  let target: Double?
  /// The figure of the period before, where it clearly differs.
  let before: Double?
  /// Nil where nothing is aimed at, the figure is old, or so many cases are open that nobody knows.
  let level: Level?
  /// Whether fewer than 30 answers are in it.
  let isIndicative: Bool

  init(
    metric: Metric, value: Double, interval: ClosedRange<Double>?, target: Double?, before: Double?, level: Level?,
    isIndicative: Bool
  ) {
    (self.metric, self.value, self.interval, self.target) = (metric, value, interval, target)
    (self.before, self.level, self.isIndicative) = (before, level, isIndicative)
  }

  /// Nil where nothing is shown.
  init?(_ score: Score) {
    guard let figure = score.figure else { return nil }
    self.init(
      metric: score.metric, value: figure.value, interval: figure.interval, target: score.target?.value,
      before: score.change.flatMap { $0.isClear ? figure.value - $0.difference : nil }, level: Level(score),
      isIndicative: score.state == .indicative)
  }
}

/// Where values stand between the two ends of a chart.
struct ChartScale: Sendable {
  let low: Double
  let high: Double
  /// From where to where, in pixels.
  let from: Double
  let to: Double

  init(_ low: Double, _ high: Double, from: Double, to: Double) {
    (self.low, self.high, self.from, self.to) = (low, high, from, to)
  }

  /// What lies beyond an end stands at it.
  func at(_ value: Double) -> Double {
    let part = high > low ? (value - low) / (high - low) : 0
    return from + part.clamped(to: 0...1) * (to - from)
  }
}

extension Metric {
  /// The whole scale, so that one gap looks alike in every chart; of times up to the longest that is drawn.
  func bounds(of figures: [ChartFigure]) -> (low: Double, high: Double) {
    switch self {
    case .csat, .effort, .fcr: (0, 1)
    case .nps: (-100, 100)
    case .resolution:
      (
        0,
        figures.flatMap { [$0.value, $0.target ?? 0, $0.before ?? 0, $0.interval?.upperBound ?? 0] }
          .filter(\.isFinite).max() ?? 1
      )
    }
  }
}

extension AnnotatedJourney {
  /// The metric that most of some touchpoints have a figure of, the first of several: what compares them.
  func widestMetric(of ids: [Touchpoint.ID]) -> Metric? {
    let counts = Metric.allCases.map { metric in
      (metric: metric, count: ids.count { touchpoints[$0.value][metric].figure != nil })
    }
    guard let most = counts.map(\.count).max(), most > 0 else { return nil }
    return counts.first { $0.count == most }?.metric
  }
}
