internal import JourneyModel
internal import JourneySyntax

/// What the people of a segment answered to a question, beside all others who answered it in the same period.
package struct SegmentDifference: Sendable {
  /// The segment's name.
  package let segment: String
  /// The name of the only other segment that answered; nil where there are several, or people of none.
  package let other: String?
  package let n: Int
  package let othersN: Int
  /// As of two periods: `before` are the others, `after` is the segment. `isClear` is of this comparison alone.
  package let comparison: Score.Change
}

extension MetricSeries {
  /// Each segment beside all others.
  ///
  /// Nothing is said of a segment that is hidden, nor where people of several segments were asked together: then their
  /// answers are alike, and no comparison of two independent groups holds.
  ///
  /// - Parameters:
  ///   - parts: the answers that the moment counts.
  ///   - isHidden: whether the figure of a segment may not be shown.
  static func segmentDifferences(
    _ answered: [Tally.Answered], _ parts: ArraySlice<Tally.Answered>, _ metric: Metric, _ moment: SeriesSample,
    hideBelow: Int, isHidden: (String) -> Bool
  ) -> [SegmentDifference] {
    let names = Set(parts.map(\.question.segment)).sorted()
    let clusters = PooledClusters(answered, segment: nil)
    guard names.count > 1, moment.mayBeShown, moment.state != .undated, !clusters.areOfSeveralSegments else {
      return []
    }
    func sample(_ segments: [String]) -> Sample? {
      let own = parts.filter { segments.contains($0.question.segment) }[...]
      let sample = Sample(own, metric: metric, clusters: clusters.sums(of: own))
      let state = state(sample, segments.count == 1 && isHidden(segments[0]), hideBelow: hideBelow)
      return state == .indicative || state == .scored ? sample : nil
    }
    return names.filter { !$0.isEmpty }.compactMap { name in
      let others = names.filter { $0 != name }
      let other = others.count == 1 && others != [""] ? others[0] : nil
      guard let own = sample([name]), let rest = sample(others),
        var comparison = own.change(from: rest, of: moment.period)
      else { return nil }
      comparison.isClear = comparison.p < 0.05
      return SegmentDifference(
        segment: name, other: other, n: own.n, othersN: rest.n, comparison: comparison)
    }
  }
}
