package import JourneyKit
internal import JourneyMetrics
internal import JourneyModel
package import JourneySource
internal import JourneySyntax
internal import JourneyWords

/// A short text that an editor shows behind a line, which is not in the file.
package struct MarginHint: Sendable, Equatable {
  /// Where it is shown.
  package let offset: Int
  package let label: String
  /// The whole of it, for whoever points at it.
  package let tooltip: String
}

extension LiveSnapshot {
  /// At each measured touchpoint the first figure that misses its target, else the first.
  package func hints(in file: FileID, _ range: Range<Int>) -> [MarginHint] {
    guard workspace.journeys.contains(where: { $0.span.file == file && !$0.isPlanned }) else { return [] }
    var ends: [Int: Int] = [:]
    for node in tree(of: file).nodes {
      if let anchor = node.name?.span ?? node.title?.span { ends[Int(anchor.start)] = Int(node.span.end) }
    }
    var hints: [MarginHint] = []
    for annotated in annotated.journeys where annotated.journey.span.file == file && !annotated.journey.isPlanned {
      for (touchpoint, scores) in zip(annotated.journey.touchpoints, annotated.touchpoints) {
        guard touchpoint.span.file == file, let end = ends[Int(touchpoint.span.start)], range.lowerBound <= end,
          end <= range.upperBound,
          let score = scores.headline, let printed = score.printed(in: .english)
        else { continue }
        hints.append(
          MarginHint(
            offset: end, label: "\(score.metric.rawValue) \(printed.value) · \(Words.english.n(score.n))",
            tooltip: score.sentence(in: .english)))
      }
    }
    return hints.sorted { $0.offset < $1.offset }
  }
}

extension TouchpointScores {
  /// The score that says most: of those with a figure the first that misses its target, else the first.
  var headline: Score? {
    let shown = scores.filter { $0.figure != nil }
    let missed = shown.filter { score in
      guard let figure = score.figure, let target = score.target else { return false }
      return score.metric.higherIsBetter ? figure.value < target.value : figure.value > target.value
    }
    return missed.first ?? shown.first
  }
}
