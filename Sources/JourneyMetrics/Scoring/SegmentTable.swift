internal import JourneySyntax

/// Which figures of one question are hidden: period by segment, their totals over segments, and what the months,
/// quarters and years that hold several of its periods come to.
struct SegmentTable {
  private var hidden: Set<SegmentNetwork.Address> = []

  /// - Parameter periods: the answers of each period, ordered by segment.
  init(_ periods: [ArraySlice<Tally.Answered>], hideBelow: Int) {
    let parts = periods.map { period in runs(of: period) { $0.question.segment == $1.question.segment } }
    guard parts.contains(where: { $0.contains { $0.scoredCounts.evidence < Double(hideBelow) } }) else { return }
    let network = SegmentNetwork(parts, hideBelow: hideBelow)
    hidden = network.hidden()
  }

  func isHidden(_ period: Period, segment: String?, isSum: Bool = false) -> Bool {
    !hidden.isEmpty && hidden.contains(SegmentNetwork.Address(period: period, segment: segment, isSum: isSum))
  }
}
