package import JourneyMetrics
package import JourneyModel
package import JourneySyntax

/// Where a figure has been going over three periods or more.
package struct MetricTrend: Sendable {
  package let journey: Journey.ID
  /// As of `MetricChange`.
  package let touchpoints: [Touchpoint.ID]
  /// The figure at its end, with its `waves`.
  package let score: Score
  package let first: Period
  package let last: Period
  /// How many periods it goes over.
  package let count: Int
  /// A share, for each year.
  package let line: LinearTrend
  /// Whether it can be told from noise among all trends of its journey.
  package internal(set) var isClear = false

  /// How far the line goes from the first period to the last: people read this, for a year's worth of what a few months
  /// did would be more than anybody saw.
  package var whole: Difference {
    let years = last.middle - first.middle
    let ends = line.slope.interval
    return Difference(value: line.slope.value * years, interval: ends.lowerBound * years...ends.upperBound * years)
  }

  package var isBetter: Bool { score.metric.higherIsBetter == (line.slope.value > 0) }
  /// Whether a line says what happened: it does not where the shares are further from it than chance explains.
  package var isLine: Bool { line.lineP >= 0.05 }

  fileprivate init?(_ journey: Journey.ID, _ touchpoints: [Touchpoint.ID], _ score: Score) {
    let waves = score.waves
    guard score.current != nil, let first = waves.first, let last = waves.last,
      let line = LinearTrend(waves.map { ($0.period.middle, $0.share, $0.n) })
    else { return nil }
    (self.journey, self.touchpoints, self.score, self.line) = (journey, touchpoints, score, line)
    (self.first, self.last, count) = (first.period, last.period, waves.count)
  }
}

extension Period {
  /// In years: only differences of it mean anything. A month has 31 of the year's 372 days, as in `firstDay`.
  fileprivate var middle: Double { Double(firstDay + lastDay) / 744 }
}

/// Every trend of a journey, in the order of `shifts`, judged as one family.
func trends(_ annotated: AnnotatedJourney, _ id: Journey.ID) -> [MetricTrend] {
  var trends = comparedScores(annotated).compactMap { MetricTrend(id, $0.touchpoints, $0.score) }
  for (index, isClear) in clearComparisons(trends.map(\.line.p)).enumerated() { trends[index].isClear = isClear }
  return trends
}
