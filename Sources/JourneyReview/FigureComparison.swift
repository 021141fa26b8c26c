package import JourneyMetrics
package import JourneyModel
package import JourneySyntax

/// The figure that weighs most in a journey, of two periods or of two segments, touchpoint by touchpoint.
package struct FigureComparison: Sendable {
  package enum ComparisonKind: Sendable, Equatable {
    case periods(Period, Period)
    case segments(Segment.ID, Segment.ID)
  }

  /// Both sides of one touchpoint.
  package struct ComparedTouchpoint: Sendable {
    package let touchpoint: Touchpoint.ID
    package let first: SideFigure
    package let second: SideFigure
    /// From the first side to the second; nil where the two cannot be compared.
    package fileprivate(set) var change: Score.Change?
    /// What both are held against.
    package let target: Target?
  }

  package let kind: ComparisonKind
  package let metric: Metric
  package fileprivate(set) var touchpoints: [ComparedTouchpoint]

  /// How many touchpoints are compared.
  package var count: Int { touchpoints.count { $0.change != nil } }
  /// At how many of them the sides differ beyond chance.
  package var clear: Int { touchpoints.count { $0.change?.isClear == true } }
}

extension FigureComparison {
  /// So many pairs of segments at most: with the periods no touchpoint has more than 20 numbers of comparisons.
  package static let mostPairs = 3

  /// What a page compares: the latest period with the one before, and segments with each other. Only what has a difference
  /// to show is there.
  package static func all(
    of annotated: AnnotatedJourney, _ metric: Metric, segments: [(segment: Segment.ID, annotated: AnnotatedJourney)]
  ) -> [FigureComparison] {
    [ofPeriods(annotated, metric)].compactMap(\.self) + ofSegments(annotated, metric, segments)
  }

  /// The two periods that most touchpoints have changed between. What is clear there is what the map calls clear.
  private static func ofPeriods(_ annotated: AnnotatedJourney, _ metric: Metric) -> FigureComparison? {
    let scores = ownScores(annotated, metric)
    var pairs: [(from: Period, to: Period, count: Int)] = []
    for score in scores.map(\.score) {
      guard let to = score.period, let from = score.change?.from else { continue }
      if let place = pairs.firstIndex(where: { $0.from == from && $0.to == to }) {
        pairs[place].count += 1
      } else {
        pairs.append((from, to, 1))
      }
    }
    guard let pair = pairs.max(by: { ($0.count, $0.to, $0.from) < ($1.count, $1.to, $1.from) }) else { return nil }
    return FigureComparison(
      kind: .periods(pair.from, pair.to), metric: metric,
      touchpoints: scores.map { touchpoint, score in
        ComparedTouchpoint(
          touchpoint: touchpoint, first: score.side(in: pair.from), second: score.side(in: pair.to),
          change: score.period == pair.to && score.change?.from == pair.from ? score.change : nil, target: score.target)
      })
  }

  /// In the period that the map shows of a touchpoint. All of them are judged as one family, for whoever looks at a page may
  /// look at all of them.
  ///
  /// Answers of people who were asked together are alike, so that two segments of them are not compared.
  private static func ofSegments(
    _ annotated: AnnotatedJourney, _ metric: Metric,
    _ segments: [(segment: Segment.ID, annotated: AnnotatedJourney)]
  ) -> [FigureComparison] {
    let scores = ownScores(annotated, metric)
    var found: [FigureComparison] = []
    for (place, first) in segments.enumerated() {
      for second in segments.dropFirst(place + 1) where found.count < mostPairs {
        let touchpoints = scores.compactMap { touchpoint, score -> ComparedTouchpoint? in
          let (one, other) = (
            first.annotated.touchpoints[touchpoint.value][metric],
            second.annotated.touchpoints[touchpoint.value][metric]
          )
          guard let period = score.period else { return nil }
          let isComparable =
            one.period == period && other.period == period && !one.isClustered && !other.isClustered
          return ComparedTouchpoint(
            touchpoint: touchpoint, first: one.side(in: period), second: other.side(in: period),
            change: isComparable ? other.change(since: one) : nil, target: score.target)
        }
        let comparison = FigureComparison(
          kind: .segments(first.segment, second.segment), metric: metric, touchpoints: touchpoints)
        if comparison.count > 0 { found.append(comparison) }
      }
    }
    var clear = clearComparisons(found.flatMap { $0.touchpoints.compactMap { $0.change?.p } })[...]
    for index in found.indices {
      for place in found[index].touchpoints.indices where found[index].touchpoints[place].change != nil {
        found[index].touchpoints[place].change?.isClear = clear.popFirst() ?? false
      }
    }
    return found
  }

  /// Of touchpoints that customers are asked about alone; old figures decide nothing.
  private static func ownScores(
    _ annotated: AnnotatedJourney, _ metric: Metric
  ) -> [(touchpoint: Touchpoint.ID, score: Score)] {
    annotated.measuredAlone.compactMap { index in
      let score = annotated.touchpoints[index][metric]
      return score.state == .notAsked || score.isOld ? nil : (Touchpoint.ID(index), score)
    }
  }
}
