internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords
internal import Markup

/// Which segments answer otherwise than the others.
extension JourneyDashboard {
  private static let mostSegments = 6

  func segments() -> [Element] {
    let clear = reviewed.segments.filter(\.isClear)
    guard !reviewed.segments.isEmpty else { return [] }
    let shown = clear.prefix(Self.mostSegments)
    return [
      shown.isEmpty ? nil : plot(words.whichSegmentsDiffer, table(shown)),
      clear.count > shown.count
        ? Element("p", ["class": "facts"]) { words.andMore(clear.count - shown.count) } : nil,
      spoken.alike.map { alike in Element("p", ["class": "facts"]) { "\(alike)." } },
    ].compactMap(\.self)
  }

  private func table(_ shown: ArraySlice<SegmentComparison>) -> Element {
    Element("table", ["class": "arrows"]) {
      Element("caption", ["class": "hidden"]) { words.whichSegmentsDiffer }
      Element("thead") {
        Element("tr") {
          columnHead(words.touchpoint)
          columnHead(words.segmentBesideOthers, [0, 0.5, 1].map(words.percent), width: PairMarks.width)
          columnHead(words.difference)
        }
      }
      Element("tbody") { shown.map(row) }
    }
  }

  private func row(_ comparison: SegmentComparison) -> Element {
    let difference = comparison.difference.comparison
    let spoken = SpokenSegment(comparison, in: workspace)
    return Element("tr") {
      Element("th", ["scope": "row"]) {
        Element("span", ["lang": language]) { spoken.place }
        Element("span", ["class": "facts", "lang": language]) {
          "\(words.firstSide(spoken.segment)) · \(words.secondSide(spoken.others))"
        }
      }
      Element("td") {
        comparison.score.metric == .resolution
          ? nil
          : PairMarks(
            (difference.after.value, difference.after.interval), (difference.before.value, difference.before.interval),
            on: comparison.score.metric.bounds(of: [])
          ).element(name: spoken.words)
      }
      Element("td", ["class": "value"]) { spoken.gap }
    }
  }
}
