internal import JourneyMetrics
package import JourneyModel
package import JourneyReview

/// How one segment's answers differ from those of the others, in words.
package struct SpokenSegment: Sendable {
  /// The touchpoint, or the journey.
  package let place: String
  package let isBetter: Bool
  /// `satisfaction: shops 21% (15–28%), all others 44% (38–50%), 23 points lower`.
  package let words: String
  package let segment: String
  /// Whom it is compared with.
  package let others: String
  /// `23 points lower`
  package let gap: String

  package init(_ comparison: SegmentComparison, in workspace: Workspace) {
    let words = workspace.words
    let (metric, difference) = (comparison.score.metric, comparison.difference.comparison)
    place = words.place(comparison.touchpoints, in: workspace[comparison.journey])
    isBetter = comparison.isBetter
    let pair = FigurePair(difference.before, difference.after, metric, isClear: comparison.isClear, in: words)
    segment = inside(workspace[comparison.segment].title)
    others = comparison.other.map { inside(workspace[$0].title) } ?? words("all others")
    gap = pair.gap
    self.words = words(
      "\(metric.name(in: words)): \(segment) \(pair.printedSecond()), \(others) \(pair.printedFirst()), \(pair.gap)")
  }
}

extension Sentences {
  /// What is said of the comparisons of segments beside those that are clear; nil where there are none.
  static func alike(_ comparisons: [SegmentComparison], in words: Words) -> String? {
    let rest = comparisons.count { !$0.isClear }
    guard rest > 0 else { return nil }
    return rest == comparisons.count
      ? words(
        rest, "No clear difference in \(rest) comparison of segments",
        "No clear difference in \(rest) comparisons of segments")
      : words(
        rest, "\(rest) other comparison of segments: no clear difference",
        "\(rest) other comparisons of segments: no clear difference")
  }
}
