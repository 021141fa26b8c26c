package import JourneyMetrics
package import JourneyModel
internal import JourneyReview

extension GoodAnswers {
  /// `answers 4 and 5 of 1–5`.
  package func spoken(in words: Words) -> String { range.spoken(of: scale, in: words) }
}

extension ClosedRange<Int> {
  /// `answer 4 of 1–5`, `answers 4 and 5 of 1–5`, `answers 8 to 10 of 0–10`.
  func spoken(of scale: Scale, in words: Words) -> String {
    switch count {
    case 1: words("answer \(lowerBound) of \(scale.spoken)")
    case 2: words("answers \(lowerBound) and \(upperBound) of \(scale.spoken)")
    default: words("answers \(lowerBound) to \(upperBound) of \(scale.spoken)")
    }
  }
}

extension Scale {
  /// `1–5`, whichever end is best.
  var spoken: String { "\(min(worst, best))–\(max(worst, best))" }
}

extension Metric {
  /// What the number says, under the name: `CSAT: answers 4 and 5 of 1–5`.
  ///
  /// - Parameter scores: those beside the name, which may be of several scales.
  package func definition(of scores: some Sequence<Score>, in words: Words) -> String {
    var counted: [GoodAnswers] = []
    for score in scores where score.figure != nil {
      if let good = score.good, !counted.contains(good) { counted.append(good) }
    }
    let answers = counted.count == 1 ? counted[0].spoken(in: words) : nil
    return switch self {
    case .csat:
      answers.map { words("CSAT: \($0)") }
        ?? (counted.isEmpty ? words("CSAT: share satisfied") : words("CSAT: share satisfied, on several scales"))
    case .effort:
      answers.map { words("effort: \($0)") }
        ?? (counted.isEmpty
          ? words("effort: share who found it easy") : words("effort: share who found it easy, on several scales"))
    case .nps: words("NPS: promoters less detractors")
    case .resolution: words("median time until solved")
    case .fcr: words("FCR: share solved at the first contact")
    }
  }

  /// `“Satisfied” counts 4–5 of 1–5`; nil where answers are not called good.
  func counting(_ answers: String, in words: Words) -> String? {
    switch self {
    case .csat: words("“Satisfied” counts \(answers)")
    case .effort: words("“Found it easy” counts \(answers)")
    case .nps, .resolution, .fcr: nil
    }
  }
}

extension Sentences {
  /// Which answers a review counts: `“Satisfied” counts answers 4 and 5 of 1–5.`, and where others, those.
  static func counted(in review: Review) -> [String] {
    let words = review.workspace.words
    return Metric.allCases.compactMap { metric in
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
        let good = place.good.spoken(in: words)
        return place.titles.count > 3
          ? words("; \(good) at \(named) and \(place.titles.count - 3) more") : words("; \(good) at \(named)")
      }
      return metric.counting(most.good.spoken(in: words), in: words).map { $0 + others.joined() + "." }
    }
  }
}
