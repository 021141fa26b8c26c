internal import JourneyMetrics
internal import JourneyModel
package import JourneyReview

extension Sentences {
  /// How a review's ranking is made, with every weight, target, floor and κ that it used.
  package static func method(of review: Review) -> [String] {
    let words = review.workspace.words
    let yardstick = RankingCriteria(review.workspace)
    let parts = review.journeys.flatMap { $0.ranking.contenders.flatMap(\.parts) }
    let used = Metric.allCases.filter { metric in parts.contains { $0.metric == metric } }
    guard !used.isEmpty else {
      return counted(in: review) + [words("Nothing is ranked; the first sentence about each journey says why.")]
    }
    let weights = used.map { "\($0.name(in: words)) \(words.short(yardstick.weight($0), places: 2))" }
    let bounds = used.map { "\($0.name(in: words)) \(Self.bounds($0, parts, words))" }.joined(separator: "; ")
    return counted(in: review) + [
      words("Touchpoints below target are ordered by priority score: 100 × severity × importance ÷ 5 × reach."),
      words("Severity is the mean shortfall of the figures, weighted: \(weights.joined(separator: ", "))."),
      words("Shortfall is 0 at the target T and 1 at the floor F: \(bounds)."),
    ] + shrinkages(review) + differences(review)
      + [
        words(
          "A touchpoint is clear if its priority score is above all but two others beyond chance: one-sided at 5%, with Holm’s correction for all touchpoints, or for 25 if there are fewer. Others that do not differ beyond chance count at their average. With four touchpoints or fewer, none is clear."
        ),
        words(
          "The ranges of ranks and priority scores are those of 90 of 100 simulations. There are \(words.decimal(Double(Ranking.draws))) simulations, from seed 1. Each draws every share, time and reach as its answers allow."
        ),
        words(
          "We report a change only where chance is an unlikely explanation. All comparisons of a journey are judged together, whatever their periods (Benjamini–Hochberg, q = 0.05)."
        ),
        words(
          "“Unchanged” means more than no clear change: the answers rule out a change of 3 pts or more. The smallest change that would have been seen is what so many answers show in four of five cases."
        ),
        words(
          "A change over several periods is that of a line through all of them, three at least, each weighted by how sure its share is. All trends of a journey are judged together. “Not steadily”: the periods are further from the line than chance explains."
        ),
      ] + drivers(review) + verdicts(review)
  }

  /// How the shares of key drivers are made.
  private static func drivers(_ review: Review) -> [String] {
    guard review.journeys.contains(where: { $0.drivers.contains { $0.figures.state == .shown } }) else { return [] }
    return [
      review.workspace.words(
        "Shares of key drivers are Johnson’s relative weights, of correlations of each two answers. Their intervals come from leaving out each of many random groups of people in turn."
      )
    ]
  }

  /// Why a verdict is of more than the figure before and after.
  private static func verdicts(_ review: Review) -> [String] {
    guard review.actions.contains(where: { $0.effect != nil }) else { return [] }
    return [
      review.workspace.words(
        "Whether an action helped: a figure that was unusually low tends to recover by itself, and sometimes all figures rise together. So where three or more other touchpoints have answers of the same two periods, the verdict is about the change beyond their mean change. “As expected” means that this reaches what was expected, and that chance is an unlikely explanation."
      )
    ]
  }

  /// `T 80%, F 40%`, each pair once.
  private static func bounds(_ metric: Metric, _ parts: [Ranking.SeverityPart], _ words: Words) -> String {
    var pairs: [String] = []
    for part in parts where part.metric == metric {
      let pair = words(
        "T \(metric.text(target: part.target, in: words)), F \(metric.text(target: part.floor, in: words))")
      if !pairs.contains(pair) { pairs.append(pair) }
    }
    return pairs.joined(separator: " \(words("or")) ")
  }

  /// `Do the touchpoints differ beyond chance? satisfaction: yes (Cochran’s Q 512.3 with 14 degrees of freedom, p < 0.001).`
  private static func differences(_ review: Review) -> [String] {
    let words = review.workspace.words
    return review.journeys.compactMap { journey in
      let answers = journey.ranking.differences().map { metric, pack in
        let p = pack.p < 0.001 ? "p < 0.001" : "p \(words.decimal(pack.p, places: 3))"
        let q = words.decimal(pack.q, places: 1)
        let test = words(
          pack.degrees, "Cochran’s Q \(q) with \(pack.degrees) degree of freedom, \(p)",
          "Cochran’s Q \(q) with \(pack.degrees) degrees of freedom, \(p)")
        return "\(metric.name(in: words)): \(pack.p < 0.05 ? words("yes") : words("it could be chance")) (\(test))"
      }
      guard !answers.isEmpty else { return nil }
      let list = answers.joined(separator: "; ")
      return title(journey, review).map { words("Do the touchpoints in “\($0)” differ beyond chance? \(list).") }
        ?? words("Do the touchpoints differ beyond chance? \(list).")
    }
  }

  /// The journey's, where there are several.
  private static func title(_ journey: ReviewedJourney, _ review: Review) -> String? {
    review.journeys.count > 1 ? review.workspace[journey.journey].title : nil
  }

  /// Which mean few answers are drawn to, and how far.
  private static func shrinkages(_ review: Review) -> [String] {
    let words = review.workspace.words
    return review.journeys.compactMap { journey in
      var averages: [String] = []
      for metric in Metric.allCases {
        let part = journey.ranking.contenders.lazy.flatMap(\.parts).first { $0.metric == metric && $0.shrinkage != nil }
        guard let shrinkage = part?.shrinkage else { continue }
        averages.append(
          words(
            "\(metric.name(in: words)) \(words.percent(shrinkage.mean)) with κ \(words.decimal(shrinkage.strength, places: 1))"
          ))
      }
      guard !averages.isEmpty else { return nil }
      let list = averages.joined(separator: ", ")
      return title(journey, review)
        .map {
          words(
            "For the order only, shares with few answers are moved towards the average in “\($0)”: \(list) answers.")
        } ?? words("For the order only, shares with few answers are moved towards the average: \(list) answers.")
    }
  }
}
