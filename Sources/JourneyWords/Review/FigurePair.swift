internal import JourneyMetrics
internal import JourneyModel

/// Two figures of one metric beside each other, printed alike: of two touchpoints, or of two groups of people. Nothing here
/// may read like a change from one time to another.
struct FigurePair {
  private let metric: Metric
  private let first: Score.Headline
  private let second: Score.Headline
  private let format: FigureFormat
  private let words: Words

  /// - Parameter isClear: then both are printed so that they differ.
  init(_ first: Score.Headline, _ second: Score.Headline, _ metric: Metric, isClear: Bool, in words: Words) {
    (self.metric, self.first, self.second, self.words) = (metric, first, second, words)
    format = metric.format(of: [first, second], isClear: isClear, in: words)
  }

  /// `74% (71–77%)`, with more facts in the brackets.
  func printedFirst(_ facts: String?...) -> String { printed(first, facts) }
  func printedSecond(_ facts: String?...) -> String { printed(second, facts) }

  private func printed(_ figure: Score.Headline, _ facts: [String?]) -> String {
    let all = [figure.interval.map(format.text) ?? words.noInterval] + facts.compactMap(\.self)
    return "\(format.text(figure.value, isMoreThan: figure.isMoreThan)) (\(all.joined(separator: ", ")))"
  }

  /// Of the second: `8 points lower`, `3 d longer`, `about the same`; as whoever takes one printed figure from the other
  /// finds.
  var gap: String {
    let gap = format.printed(second.value) - format.printed(first.value)
    guard gap != 0 else { return words("about the same") }
    if metric == .resolution {
      let time = words.duration(abs(gap))
      return gap < 0 ? words("\(time) shorter") : words("\(time) longer")
    }
    let points = words.points(metric == .nps ? abs(gap) / 100 : abs(gap))
    return gap < 0 ? words("\(points) lower") : words("\(points) higher")
  }
}

extension Metric {
  /// How figures beside each other are printed, their intervals fitting each.
  ///
  /// - Parameter isClear: then two of them are printed so that they differ.
  func format(of figures: [Score.Headline], isClear: Bool, in words: Words) -> FigureFormat {
    format(in: words).settled { format in
      if isClear, figures.count == 2 { format.keepApart(figures[0].value, figures[1].value) }
      for interval in figures.compactMap(\.interval) { format.fit(interval) }
    }
  }
}
