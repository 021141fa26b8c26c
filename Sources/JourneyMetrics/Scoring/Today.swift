internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

/// Which figures of a journey are of today, and which are too old to rank, make headlines or decide targets.
///
/// The newest figure says what day it is, never the clock, so that the same files give the same review.
struct Today {
  /// The latest period of any score shown; nil without figures.
  let newest: Period?
  private let choice: Choice
  private let months: Int

  /// - Parameter months: how long before `newest` a figure may end.
  init(_ scores: [TouchpointScores], _ choice: Choice, months: Int) {
    var newest: Period?
    for index in scores.indices {
      for score in scores[index].scores where score.figure != nil {
        guard let period = score.period else { continue }
        newest = max(newest ?? period, period)
      }
    }
    self.newest = newest
    self.choice = choice
    self.months = months
  }

  /// Nothing is old in a period that was asked for.
  private func isOld(_ period: Period) -> Bool {
    guard choice.period == .latest, let newest else { return false }
    return !period.ends(within: months, before: newest)
  }

  /// Marks what is old, which has no change either, and takes the reach that is of today where there is one.
  func date(_ scores: inout [TouchpointScores]) {
    for place in scores.indices {
      scores[place].reach = Reach(scores[place].reaches, hideBelow: choice.hideBelow, isOld: isOld)
      scores[place].reaches = []
      for metric in scores[place].scores.indices {
        guard let period = scores[place].scores[metric].period, isOld(period) else { continue }
        scores[place].scores[metric].isOld = true
        scores[place].scores[metric].change = nil
      }
    }
  }

  /// A note for each metric of which something is shown that is old.
  ///
  /// - Parameter touchpoints: which of the journey's a place in the scores is about; none for all of it.
  func notes(_ scores: [TouchpointScores], of journey: Journey, touchpoints: (Int) -> [Int]) -> [Diagnostic] {
    guard let newest else { return [] }
    return Metric.allCases.compactMap { metric in
      let old = scores.indices.filter { scores[$0][metric].isOld && scores[$0][metric].figure != nil }
      guard let first = old.first, let period = scores[first][metric].period else { return nil }
      let touchpoints = touchpoints(first).map { journey.touchpoints[$0] }
      let title = touchpoints.isEmpty ? journey.title : touchpoints.map(\.title).joined(separator: ", ")
      let place = (title: title, span: touchpoints.first?.span ?? journey.span)
      return .oldFigure(metric, of: place, period, others: old.count - 1, newest: newest, months: months)
    }
  }
}

extension Diagnostic {
  fileprivate static func oldFigure(
    _ metric: Metric, of place: (title: String, span: Span), _ period: Period, others: Int, newest: Period, months: Int
  ) -> Self {
    let more = others == 0 ? "" : others == 1 ? " and one other" : " and \(others) others"
    let enough = (months...1200).first { period.ends(within: $0, before: newest) } ?? 1200
    return Diagnostic(
      .oldFigure, at: place.span,
      "\(metric.rawValue) of \"\(place.title)\"\(more) is too old to count: it is from \(period), and the newest answers "
        + "are from \(newest)",
      help: "ask again, or write in the workspace: current-for \(enough) months")
  }
}
