package import JourneyMetrics
package import JourneyModel

/// One segment beside everyone else who answered the same question in the same period.
package struct SegmentComparison: Sendable {
  package let journey: Journey.ID
  /// As of `MetricChange`.
  package let touchpoints: [Touchpoint.ID]
  /// Everyone's figure.
  package let score: Score
  package let segment: Segment.ID
  /// The only other segment that answered; nil where the others are of several, or of none.
  package let other: Segment.ID?
  package let difference: SegmentDifference
  /// Whether it can be told from noise among all such comparisons of its journey.
  package fileprivate(set) var isClear = false

  /// Whether the segment's figure is the better one.
  package var isBetter: Bool { score.metric.higherIsBetter == (difference.comparison.difference > 0) }
}

/// Every comparison of a declared segment with the others, in the order of `shifts` and of the segments, judged as one
/// family: whoever looks at a page sees all of them at once.
func segmentComparisons(
  _ annotated: AnnotatedJourney, _ id: Journey.ID, in workspace: Workspace
) -> [SegmentComparison] {
  var segments: [String: Segment.ID] = [:]
  for (index, segment) in workspace.segments.enumerated() { segments[segment.name] = Segment.ID(index) }
  var comparisons: [SegmentComparison] = []
  for (touchpoints, score) in comparedScores(annotated) where !score.isOld {
    let own = score.segmentDifferences.compactMap { difference -> SegmentComparison? in
      let other = difference.other.flatMap { segments[$0] }
      // Of two, only the one that is declared first: both ways round it is the same.
      guard let segment = segments[difference.segment], other.map({ segment.value < $0.value }) ?? true else {
        return nil
      }
      return SegmentComparison(
        journey: id, touchpoints: touchpoints, score: score, segment: segment, other: other, difference: difference)
    }
    comparisons += own.sorted { $0.segment.value < $1.segment.value }
  }
  let levels = comparisons.map(\.difference.comparison.p)
  for (index, isClear) in clearComparisons(levels).enumerated() { comparisons[index].isClear = isClear }
  return comparisons
}
