internal import JourneyModel
internal import JourneySyntax

/// The cells of a tally that no output shows: those with too few answers, and those by which they could be worked out,
/// each with those who never used it and with the open cases.
///
/// A cell is what was asked at one place in one period of one segment, as it would be pooled: on one scale, weighted or
/// not.
package struct HiddenCells: Sendable {
  /// How many cells there are.
  package private(set) var cells = 0
  /// How many have answers, but fewer than may be shown, or worth fewer.
  package private(set) var small = 0
  /// How many more are hidden for their sake.
  package private(set) var further = 0
  /// The least number of answers that may be shown.
  package let hideBelow: Int
  /// The tally without all of them.
  package private(set) var shown: Tally

  private struct Asked: Hashable {
    let journey: String
    let touchpoint: String
    let metric: Metric
    let scale: Scale?
    let isWeighted: Bool
  }

  private struct HiddenCell: Hashable {
    let asked: Asked
    let period: Period
    let segment: String
  }

  /// - Parameter hideBelow: never less than 5 is used.
  package init(of tally: Tally, hideBelow: Int) {
    self.hideBelow = max(5, hideBelow)
    shown = tally
    var hidden: Set<HiddenCell> = []
    for (asked, answered) in grouped(tally.answered, by: { Self.asked($0.question) }) {
      let ordered = answered.sorted {
        ($0.question.period, $0.question.segment) < ($1.question.period, $1.question.segment)
      }
      let periods = runs(of: ordered) { $0.question.period == $1.question.period }
      let table = SegmentTable(periods, hideBelow: self.hideBelow)
      for part in periods.flatMap({ runs(of: $0) { $0.question.segment == $1.question.segment } }) {
        guard let question = part.first?.question else { continue }
        cells += 1
        // Of a cell that nobody scored, those who never used it may be few.
        let counts = part.scored > 0 ? part.scoredCounts : part.allCounts
        let isSmall = counts.count > 0 && counts.evidence < Double(self.hideBelow)
        if isSmall { small += 1 }
        if isSmall || table.isHidden(question.period, segment: question.segment) {
          if !isSmall { further += 1 }
          hidden.insert(HiddenCell(asked: asked, period: question.period, segment: question.segment))
        }
      }
    }
    guard !hidden.isEmpty else { return }
    shown = tally.keeping {
      !hidden.contains(HiddenCell(asked: Self.asked($0), period: $0.period, segment: $0.segment))
    }
  }

  private static func asked(_ question: Tally.TallyQuestion) -> Asked {
    Asked(
      journey: question.journey, touchpoint: question.touchpoint, metric: question.metric, scale: question.scale,
      isWeighted: question.isWeighted)
  }
}
