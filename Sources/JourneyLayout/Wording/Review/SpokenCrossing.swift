package import JourneyMetrics
package import JourneyModel
internal import JourneyReview
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
  /// `41% of those who leave`; nil where it is not written.
  package let share: String?
  package let label: String?
  /// `satisfaction 74% (71–77%) → 66% (63–69%), clearly worse`; nil where no metric is on both sides.
  package let scores: String?
  package let isWorse: Bool
  /// Where that can be told from noise.
  package let isClearlyWorse: Bool

  /// - Parameter headline: the period that the reader was told.
  init(_ crossing: Crossing, _ journey: Journey, in workspace: Workspace, under headline: Period?) {
    from = journey[crossing.from].title
    to = journey[crossing.to].title
    departments = crossing.departments.map { "\(inside(workspace[$0.giving].title)) → \(inside(workspace[$0.taking].title))" }
    channels = crossing.channels.map { "\(inside(workspace[$0.from].title)) → \(inside(workspace[$0.to].title))" }
    isRetrace = crossing.isRetrace
    share = crossing.share.map { "\(Numbers.percent($0)) of those who leave" }
    label = crossing.label
    let isWorse = (crossing.worsening ?? 0) > 0
    scores = crossing.scores.map { from, to in
      "\(from.metric.title.lowercased()) \(from.brief(under: headline)) → \(to.brief(under: headline))" + (isWorse && crossing.isClear ? ", clearly worse" : "")
    }
    self.isWorse = isWorse
    isClearlyWorse = isWorse && crossing.isClear
  }
}

extension Score {
  /// `58% (56–60%)`, `58% (56–60%, Q1 2026)`.
  package func brief(under headline: Period?) -> String {
    guard let figure else { return "no figure" }
    let facts = [figure.interval.map { metric.text($0) }, date(under: headline)].compactMap(\.self)
    return metric.text(figure.value) + (facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))")
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
  init(_ shift: Shift, in workspace: Workspace, under headline: Period?) {
    let journey = workspace[shift.journey]
    place =
      shift.touchpoints.isEmpty
      ? inside(journey.title) : shift.touchpoints.map { inside(journey[$0].title) }.joined(separator: " and ")
    isBetter = shift.isBetter
    let metric = shift.score.metric
    let value = shift.score.figure.map { " " + metric.text($0.value) } ?? ""
    let what = metric == .resolution ? "mean time" : metric.title.lowercased()
    words =
      "\(metric == .resolution ? "" : what + value + ", ")\(metric == .resolution ? what + " " : "")"
      + "\(metric.text(shift.change.asDifference)) \(shift.change.spokenTime(to: shift.score.date(under: headline)))"
  }
}

extension Metric {
  /// `+5 pts (+2 to +7)`, `−2.6 d (−3.3 to −1.9)`: the unit is said once.
  package func text(_ difference: Difference) -> String {
    let (low, high) = (difference.interval.lowerBound, difference.interval.upperBound)
    switch self {
    case .csat, .effort, .fcr:
      let range = "\(Numbers.signed(low * 100)) to \(Numbers.signed(high * 100))"
      return "\(text(difference: difference.value)) (\(range))"
    case .nps: return "\(text(difference: difference.value)) (\(Numbers.signed(low)) to \(Numbers.signed(high)))"
    case .resolution:
      let words = Numbers.signedDurations([difference.value, low, high])
      return "\(words.amounts[0]) \(words.unit) (\(words.amounts[1]) to \(words.amounts[2]))"
    }
  }
}

extension Score.Change {
  /// `since May 2016`; where the later figure has a date of its own, `from Q1 2026 to Q2 2026`.
  fileprivate func spokenTime(to date: String?) -> String {
    date.map { "from \(from.spoken) to \($0)" } ?? "since \(from.spoken)"
  }
}
