internal import JourneyMetrics
internal import JourneyModel

/// The scales of a journey's curves and bars: one for the whole journey, so that its pieces compare. Shares and NPS are
/// drawn on their whole scale, so that one gap looks alike in every journey.
struct Scales {
  /// What the experience curve shows: CSAT, or where nobody has answered it the next metric that has figures, of today first.
  let curve: Metric?
  /// What the tiles show: the same or, where only times are known, those.
  let lead: Metric?
  /// The whole scale of that metric, in hundredths.
  var bounds: (low: Double, high: Double) { (curve == .nps ? -100 : 0, 100) }
  /// Of all times to resolve, nine in ten of each, in seconds.
  let longest: Double
  /// Who feels differently from others somewhere.
  let feeling: [Persona.ID]

  init(_ annotated: AnnotatedJourney) {
    let scores = annotated.touchpoints.filter(\.isMeasured)
    let candidates = [Metric.csat, .effort, .nps, .fcr]
    curve =
      candidates.first { metric in scores.contains { $0[metric].current != nil } }
      ?? candidates.first { metric in scores.contains { $0[metric].figure != nil } }
    lead = curve ?? (scores.contains { $0[.resolution].figure != nil } ? .resolution : nil)
    longest = scores.lazy.compactMap { $0[.resolution].figure.map { $0.p90 ?? $0.value } }.max() ?? 1
    feeling = annotated.journey.feelingPersonas.sorted()
  }
}
