internal import JourneyMetrics
internal import JourneyModel
package import JourneyReview

extension Sentences {
  /// How a review's ranking is made, with every weight, target, floor and κ that it used.
  package static func method(of review: Review) -> [String] {
    let yardstick = RankingCriteria(review.workspace)
    let parts = review.journeys.flatMap { $0.ranking.contenders.flatMap(\.parts) }
    let used = Metric.allCases.filter { metric in parts.contains { $0.metric == metric } }
    guard !used.isEmpty else {
      return counted(in: review) + ["Nothing is ranked; the first sentence about each journey says why."]
    }
    let weights = used.map { "\($0.title.lowercased()) \(Numbers.short(yardstick.weight($0), places: 2))" }
    return counted(in: review) + [
      "Touchpoints below target are ordered by priority score: 100 × severity × importance ÷ 5 × reach.",
      "Severity is the mean shortfall of the figures, weighted: \(weights.joined(separator: ", ")).",
      "Shortfall is 0 at the target T and 1 at the floor F: "
        + used.map { "\($0.title.lowercased()) \(bounds($0, parts))" }.joined(separator: "; ") + ".",
    ] + shrinkages(review) + differences(review)
      + [
        "A touchpoint is clear if its priority score is above all but two others beyond chance: one-sided at 5%, with "
          + "Holm’s correction for all touchpoints, or for 25 if there are fewer. Others that do not differ beyond "
          + "chance count at their average. With four touchpoints or fewer, none is clear.",
        "The ranges of ranks and priority scores are those of 90 of 100 simulations. There are "
          + "\(Numbers.decimal(Double(Ranking.draws))) simulations, from seed 1. Each draws every share, time and reach "
          + "as its answers allow.",
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
  private static func bounds(_ metric: Metric, _ parts: [Ranking.SeverityPart]) -> String {
    var pairs: [String] = []
    for part in parts where part.metric == metric {
      let pair = "T \(metric.text(target: part.target)), F \(metric.text(target: part.floor))"
      if !pairs.contains(pair) { pairs.append(pair) }
    }
    return pairs.joined(separator: " or ")
  }

  /// `Do the touchpoints differ beyond chance? satisfaction: yes (Cochran’s Q 512.3 with 14 degrees of freedom, p < 0.001).`
  private static func differences(_ review: Review) -> [String] {
    review.journeys.compactMap { journey in
      let words = journey.ranking.differences().map { metric, pack in
        let p = pack.p < 0.001 ? "p < 0.001" : "p \(Numbers.decimal(pack.p, places: 3))"
        let q =
          "Cochran’s Q \(Numbers.decimal(pack.q, places: 1)) with \(pack.degrees) degree\(pack.degrees == 1 ? "" : "s") of freedom, \(p)"
        return "\(metric.title.lowercased()): \(pack.p < 0.05 ? "yes" : "it could be chance") (\(q))"
      }
      guard !words.isEmpty else { return nil }
      return "Do the touchpoints\(place(journey, review)) differ beyond chance? \(words.joined(separator: "; "))."
    }
  }

  /// ` in “Flying out”`, where there are several.
  private static func place(_ journey: ReviewedJourney, _ review: Review) -> String {
    review.journeys.count > 1 ? " in “\(review.workspace[journey.journey].title)”" : ""
  }

  /// Which mean few answers are drawn to, and how far.
  private static func shrinkages(_ review: Review) -> [String] {
    review.journeys.compactMap { journey in
      var words: [String] = []
      for metric in Metric.allCases {
        let part = journey.ranking.contenders.lazy.flatMap(\.parts).first { $0.metric == metric && $0.shrinkage != nil }
        guard let shrinkage = part?.shrinkage else { continue }
        words.append(
          "\(metric.title.lowercased()) \(Numbers.percent(shrinkage.mean)) with κ "
            + Numbers.decimal(shrinkage.strength, places: 1))
      }
      guard !words.isEmpty else { return nil }
      return "For the order only, shares with few answers are moved towards the average\(place(journey, review)): "
        + words.joined(separator: ", ") + " answers."
    }
  }
}
