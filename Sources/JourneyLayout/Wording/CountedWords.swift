package import JourneyMetrics
package import JourneyModel
internal import JourneyReview

extension GoodAnswers {
  /// `answers 4 and 5 of 1–5`.
  package var spoken: String { "\(range.spoken) of \(scale.spoken)" }
}

extension Scale {
  /// `1–5`, whichever end is best.
  var spoken: String { "\(min(worst, best))–\(max(worst, best))" }
}

extension Metric {
  /// What the number says, under the name: `CSAT: answers 4 and 5 of 1–5`.
  ///
  /// - Parameter scores: those beside the name, which may be of several scales.
  package func definition(of scores: some Sequence<Score>) -> String {
    var counted: [GoodAnswers] = []
    for score in scores where score.figure != nil {
      if let good = score.good, !counted.contains(good) { counted.append(good) }
    }
    let answers = counted.count == 1 ? counted[0].spoken : nil
    return switch self {
    case .csat: "CSAT: \(answers ?? "share satisfied")\(counted.count > 1 ? ", on several scales" : "")"
    case .effort: "effort: \(answers ?? "share who found it easy")\(counted.count > 1 ? ", on several scales" : "")"
    case .nps: "NPS: promoters less detractors"
    case .resolution: "median time until solved"
    case .fcr: "FCR: share solved at the first contact"
    }
  }

  /// `satisfied`, `found it easy`: what the share of the answers that count is called; nil for what has a rule of its own.
  var goodWord: String? {
    switch self {
    case .csat: "satisfied"
    case .effort: "found it easy"
    case .nps, .resolution, .fcr: nil
    }
  }
}

extension Sentences {
  /// Which answers a review counts: `“Satisfied” counts answers 4 and 5 of 1–5.`, and where others, those.
  static func counted(in review: Review) -> [String] {
    Metric.allCases.compactMap { metric in
      guard let word = metric.goodWord else { return nil }
      var places: [(good: GoodAnswers, titles: [String])] = []
      func add(_ score: Score, _ title: String) {
        guard score.figure != nil, let good = score.good else { return }
        if let index = places.firstIndex(where: { $0.good == good }) {
          if !places[index].titles.contains(title) { places[index].titles.append(title) }
        } else {
          places.append((good, [title]))
        }
      }
      for annotated in review.annotated.journeys {
        add(annotated.overall[metric], annotated.journey.title)
        for shared in annotated.shared {
          for id in shared.touchpoints { add(shared.scores[metric], annotated.journey[id].title) }
        }
        for (touchpoint, scores) in zip(annotated.journey.touchpoints, annotated.touchpoints) {
          add(scores[metric], touchpoint.title)
        }
      }
      guard let most = places.max(by: { $0.titles.count < $1.titles.count }) else { return nil }
      let others = places.filter { $0.good != most.good }.map { place in
        let named = place.titles.prefix(3).map(inside).joined(separator: ", ")
        let more = place.titles.count > 3 ? " and \(place.titles.count - 3) more" : ""
        return "; \(place.good.spoken) at \(named)\(more)"
      }
      return "“\(word.prefix(1).uppercased())\(word.dropFirst())” counts \(most.good.spoken)\(others.joined())."
    }
  }
}
