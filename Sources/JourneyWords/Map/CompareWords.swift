internal import JourneyMetrics
package import JourneyModel
package import JourneyReview

/// What a page says of two periods or segments beside each other. A circle is the first side, a square the second.
extension Words {
  package var compare: String { self("Compare") }
  package var bothWithIntervals: String { self("both, with 95% intervals") }
  package func firstSide(_ title: String) -> String { "● \(title)" }
  package func secondSide(_ title: String) -> String { "■ \(title)" }

  /// The two sides by name.
  package func sides(of kind: FigureComparison.ComparisonKind, in workspace: Workspace) -> (
    first: String, second: String
  ) {
    switch kind {
    case .periods(let before, let after): (before.spoken(in: self), after.spoken(in: self))
    case .segments(let first, let second): (inside(workspace[first].title), inside(workspace[second].title))
    }
  }

  package func compared(_ sides: (first: String, second: String)) -> String {
    self("\(sides.first) with \(sides.second)")
  }

  /// How many comparisons there are, and how many of them are clear.
  package func clearDifferences(_ clear: Int, of count: Int) -> String {
    clear == 0
      ? self(count, "No clear difference in \(count) comparison", "No clear difference in \(count) comparisons")
      : self(clear, "\(clear) of \(count) comparisons is clear", "\(clear) of \(count) comparisons are clear")
  }
}

/// Both sides of a touchpoint's figure as they are printed, and how far they are apart.
package struct SpokenSides {
  /// The figure, or why there is none; empty where nobody was asked.
  package let first: String
  package let second: String
  /// `−7`, of times `−4 h`; nil where the two are not compared.
  package let gap: String?
  /// `● Private 53% (44–62%, n 118). ■ Shops 47% (33–61%, n 45). −7 pts: could be chance`
  package let sentence: String

  package init(
    _ compared: FigureComparison.ComparedTouchpoint, _ metric: Metric, _ sides: (first: String, second: String),
    in words: Words
  ) {
    let format = metric.format(
      of: [compared.first.headline, compared.second.headline].compactMap(\.self),
      isClear: compared.change?.isClear == true, in: words)
    func printed(_ side: SideFigure) -> String {
      side.headline.map { format.text($0.value, isMoreThan: $0.isMoreThan) } ?? words.absence(side.state)
    }
    func full(_ side: SideFigure) -> String {
      guard let headline = side.headline else { return printed(side) }
      return "\(printed(side)) (\(headline.interval.map(format.text) ?? words.noInterval), \(words.n(side.n)))"
    }
    (first, second) = (printed(compared.first), printed(compared.second))
    gap = compared.change.map { change in
      let sign = change.difference > 0 ? "+" : change.difference < 0 ? "−" : ""
      return sign + metric.text(magnitudeOf: change, in: words)
    }
    let difference = compared.change.map { change in
      let size = metric.text(differenceOf: change, in: words)
      return change.isClear ? words("\(size): a clear difference") : words("\(size): could be chance")
    }
    sentence = [
      "\(words.firstSide(sides.first)) \(full(compared.first))",
      "\(words.secondSide(sides.second)) \(full(compared.second))", difference,
    ].compactMap(\.self).joined(separator: ". ")
  }
}

extension Words {
  /// Why one side has no figure, where there is little room.
  fileprivate func absence(_ state: Score.ScoreState) -> String {
    switch state {
    case .notAsked, .indicative, .scored: ""
    case .noData: self("no answers")
    case .hidden: self("hidden")
    case .undated: self("open, no dates")
    }
  }
}
