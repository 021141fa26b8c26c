internal import JourneyMetrics
internal import JourneyModel

/// The scales of a journey's curves and bars: measured once, of the whole journey, so that its pieces compare.
struct Scales {
  /// What the experience curve shows: CSAT, or where nobody has answered it the next metric that has figures, of today first.
  let curve: Metric?
  /// The part of that metric's scale that is drawn, in hundredths.
  let bounds: (low: Double, high: Double)
  /// Of all times to resolve, nine in ten of each, in seconds.
  let longest: Double
  /// Who feels differently from others somewhere.
  let feeling: [Persona.ID]

  init(_ annotated: AnnotatedJourney) {
    let scores = annotated.touchpoints
    let candidates = [Metric.csat, .effort, .nps, .fcr]
    curve =
      candidates.first { metric in scores.contains { $0[metric].current != nil } }
      ?? candidates.first { metric in scores.contains { $0[metric].figure != nil } }
    bounds = curve.map { metric in Self.bounds(scores.lazy.map { $0[metric] }, of: metric) } ?? (0, 100)
    longest = scores.lazy.compactMap { $0[.resolution].figure.map { $0.p90 ?? $0.value } }.max() ?? 1
    feeling = annotated.journey.feelingPersonas.sorted()
  }

  /// All figures, intervals and targets, to the next ten.
  private static func bounds(_ scores: some Sequence<Score>, of metric: Metric) -> (low: Double, high: Double) {
    var (least, most) = (Double.infinity, -Double.infinity)
    for score in scores {
      guard let figure = score.figure else { continue }
      for value in [figure.value, figure.interval?.lowerBound, figure.interval?.upperBound, score.target?.value] {
        guard let value else { continue }
        least = min(least, value)
        most = max(most, value)
      }
    }
    var low = ((Axis.hundredths(least, of: metric) - 1) / 10).rounded(.down) * 10
    var high = ((Axis.hundredths(most, of: metric) + 1) / 10).rounded(.up) * 10
    if high - low < 30 {
      low -= 10
      high += 10
    }
    return (max(low, metric == .nps ? -100 : 0), min(high, 100))
  }
}
