package import JourneySyntax

/// What customers answered on one side of a comparison: in a period, or as people of a segment.
package struct SideFigure: Sendable {
  package let state: Score.ScoreState
  /// Nil unless it is indicative or scored.
  package let headline: Score.Headline?
  /// 0 where it is hidden.
  package let n: Int
}

extension Score {
  /// Of a period of its answers, whichever it shows; of one without answers, that there are none.
  package func side(in period: Period) -> SideFigure {
    guard let moment = moments.last(where: { $0.period == period }) else {
      return SideFigure(state: state == .notAsked ? .notAsked : .noData, headline: nil, n: 0)
    }
    let isShown = moment.state == .indicative || moment.state == .scored
    return SideFigure(
      state: moment.state, headline: isShown ? moment.sample.headline : nil, n: moment.isHidden ? 0 : moment.sample.n)
  }
}
