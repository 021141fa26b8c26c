internal import JourneyMetrics
package import JourneyModel
package import JourneyReview
package import JourneySyntax

/// A hand-off, channel switch or retrace in words.
package struct SpokenCrossing: Sendable {
  package let from: String
  package let to: String
  /// `Concessions → Technology`; nil within one department.
  package let departments: String?
  /// `Shop → Wi-Fi`.
  package let channels: String?
  package let isRetrace: Bool
  /// `41% of customers who go on from here`; nil where it is not written.
  package let share: String?
  package let label: String?
  /// `satisfaction: before 74% (71–77%), after 66% (63–69%), 8 points lower, beyond chance`; nil where no metric is on both
  /// sides.
  package let scores: String?
  package let isWorse: Bool
  /// Where that is beyond chance.
  package let isClearlyWorse: Bool

  /// - Parameter headline: the period that the reader was told.
  package init(_ crossing: Transition, _ journey: Journey, in workspace: Workspace, under headline: Period?) {
    let words = workspace.words
    from = journey[crossing.from].title
    to = journey[crossing.to].title
    departments = crossing.departments.map {
      "\(inside(workspace[$0.giving].title)) → \(inside(workspace[$0.taking].title))"
    }
    channels = crossing.channels.map { "\(inside(workspace[$0.from].title)) → \(inside(workspace[$0.to].title))" }
    isRetrace = crossing.isRetrace
    share = crossing.share.map { words("\(words.percent($0)) of customers who go on from here") }
    label = crossing.label
    let isWorse = (crossing.worsening ?? 0) > 0
    let paired =
      crossing.paired.map {
        words(
          "; of the \(words.short(Double($0.n), places: 0)) who answered both: \($0.metric.text($0.difference, in: words))"
        )
      } ?? ""
    scores = crossing.scores.flatMap { from, to in
      Self.compared(from, to, isClear: crossing.isClear, under: headline, words)
        .map { "\($0), \(crossing.isClear ? words("beyond chance") : words("could be chance"))" + paired }
    }
    self.isWorse = isWorse
    isClearlyWorse = isWorse && crossing.isClear
  }

  /// Two touchpoints, not two times: nothing here may read like a change of one figure.
  private static func compared(
    _ from: Score, _ to: Score, isClear: Bool, under headline: Period?, _ words: Words
  ) -> String? {
    guard let before = from.figure, let after = to.figure else { return nil }
    let pair = FigurePair(
      Score.Headline(before), Score.Headline(after), from.metric, isClear: isClear, in: words)
    func date(_ score: Score) -> String? { score.date(under: headline, in: words) }
    let first = pair.printedFirst(from.open?.text(in: words), date(from))
    let second = pair.printedSecond(to.open?.text(in: words), date(to))
    return words("\(from.metric.name(in: words)): before \(first), after \(second), \(pair.gap)")
  }
}

/// From which department to which: a row each that gives, with how many arrows, and shares where they are written.
package struct SpokenMatrix: Sendable {
  package let departments: [String]
  package let rows: [[String]]

  /// Empty for more than 100 departments: nobody could read it, and it would grow with their square.
  init(_ matrix: HandOffMatrix, in workspace: Workspace) {
    let departments = matrix.departments.count <= 100 ? matrix.departments : []
    self.departments = departments.map { workspace[$0].title }
    rows = departments.map { giving in
      departments.map { taking in matrix[giving, taking].map { String($0.count) } ?? "" }
    }
  }
}

/// What clearly got better or worse, in words.
package struct SpokenShift: Sendable {
  /// The touchpoint, or the journey.
  package let place: String
  package let isBetter: Bool
  /// `ease 83%, +5 pts (+2 to +7) since May 2016`.
  package let words: String

  /// - Parameter headline: the period that the reader was told.
  init(_ shift: MetricChange, in workspace: Workspace, under headline: Period?) {
    let words = workspace.words
    place = words.place(shift.touchpoints, in: workspace[shift.journey])
    isBetter = shift.isBetter
    let metric = shift.score.metric
    let value = shift.score.printed(in: words).map { " " + $0.value } ?? ""
    let change =
      metric.text(change: shift.change, target: shift.score.target?.value, in: words) + " "
      + shift.change.spokenTime(to: shift.score.date(under: headline, in: words), in: words)
    self.words =
      metric == .resolution
      ? "\(metric.changeName(in: words)) \(change)" + (shift.score.open.map { ", \($0.text(in: words))" } ?? "")
      : "\(metric.changeName(in: words))\(value), \(change)"
  }

  /// `satisfaction +5 pts (+2 to +8) over 4 periods, from May 2014 to May 2017`.
  init(_ trend: MetricTrend, in workspace: Workspace) {
    let words = workspace.words
    let metric = trend.score.metric
    place = words.place(trend.touchpoints, in: workspace[trend.journey])
    isBetter = trend.isBetter
    let change = "\(metric.changeName(in: words)) \(metric.text(trend.whole, in: words))"
    let (first, last) = (trend.first.spoken(in: words), trend.last.spoken(in: words))
    self.words =
      trend.isLine
      ? words("\(change) over \(trend.count) periods, from \(first) to \(last)")
      : words("\(change) over \(trend.count) periods, but not steadily, from \(first) to \(last)")
  }
}

extension Words {
  /// The touchpoints that a figure is of, or the journey.
  func place(_ touchpoints: [Touchpoint.ID], in journey: Journey) -> String {
    touchpoints.isEmpty
      ? inside(journey.title) : touchpoints.map { inside(journey[$0].title) }.joined(separator: " \(self("and")) ")
  }
}

extension Score.Change {
  /// `since May 2016`; where the later figure has a date of its own, `from Q1 2026 to Q2 2026`.
  fileprivate func spokenTime(to date: String?, in words: Words) -> String {
    let start = from.spoken(in: words)
    return date.map { words("from \(start) to \($0)") } ?? words("since \(start)")
  }
}
