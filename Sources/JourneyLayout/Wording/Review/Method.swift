internal import JourneyMetrics
internal import JourneyModel
package import JourneyReview

extension Sentences {
  /// How a review's ranking is made, with every weight, target, floor and κ that it used.
  package static func method(of review: Review) -> [String] {
    let yardstick = Yardstick(review.workspace)
    let parts = review.journeys.flatMap { $0.ranking.ranked.flatMap(\.parts) }
    let used = Metric.allCases.filter { metric in parts.contains { $0.metric == metric } }
    guard !used.isEmpty else {
      return counted(in: review) + ["Nothing is ranked; the first sentence about each journey says why."]
    }
    let weights = used.map { "\($0.title.lowercased()) \(Numbers.short(yardstick.weight($0), places: 2))" }
    return counted(in: review) + [
      "Burden, by which touchpoints are ordered, is 100 × severity × importance ÷ 5 × reach.",
      "Severity is the mean shortfall of the figures, weighted: \(weights.joined(separator: ", ")).",
      "Shortfall is 0 at the target T and 1 at the floor F: "
        + used.map { "\($0.title.lowercased()) \(bounds($0, parts))" }.joined(separator: "; ") + ".",
    ] + shrinkages(review)
      + [
        "How sure a rank is: \(Numbers.decimal(Double(Ranking.draws))) draws from seed 1 of every share, time and reach "
          + "as its answers allow; the range of a rank holds in 90 of 100.",
        "We report a change only where chance is an unlikely explanation. All comparisons of a journey are judged "
          + "together, whatever their periods (Benjamini–Hochberg, q = 0.05).",
      ] + verdicts(review)
  }

  /// Why a verdict is of more than the figure before and after.
  private static func verdicts(_ review: Review) -> [String] {
    guard review.actions.contains(where: { $0.effect != nil }) else { return [] }
    return [
      "Whether an action helped: a figure that was unusually low tends to recover by itself, and sometimes all figures "
        + "rise together. So where three or more other touchpoints have answers of the same two periods, the verdict is "
        + "about the change beyond their mean change. “As expected” means that this reaches what was expected, and that "
        + "chance is an unlikely explanation."
    ]
  }

  /// `T 80%, F 40%`, each pair once.
  private static func bounds(_ metric: Metric, _ parts: [Ranking.Part]) -> String {
    var pairs: [String] = []
    for part in parts where part.metric == metric {
      let pair = "T \(metric.text(target: part.target)), F \(metric.text(target: part.floor))"
      if !pairs.contains(pair) { pairs.append(pair) }
    }
    return pairs.joined(separator: " or ")
  }

  /// Which mean few answers are drawn to, and how far.
  private static func shrinkages(_ review: Review) -> [String] {
    review.journeys.compactMap { journey in
      var words: [String] = []
      for metric in Metric.allCases {
        let part = journey.ranking.ranked.lazy.flatMap(\.parts).first { $0.metric == metric && $0.shrinkage != nil }
        guard let shrinkage = part?.shrinkage else { continue }
        words.append(
          "\(metric.title.lowercased()) \(Numbers.percent(shrinkage.mean)) with κ "
            + Numbers.decimal(shrinkage.strength, places: 1))
      }
      guard !words.isEmpty else { return nil }
      let title = review.journeys.count > 1 ? " in “\(review.workspace[journey.journey].title)”" : ""
      return "For the order only, shares of few answers are drawn to their mean\(title): "
        + words.joined(separator: ", ") + " answers."
    }
  }
}
