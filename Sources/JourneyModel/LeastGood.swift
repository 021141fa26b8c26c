extension Metric {
  /// How far above the worst an answer is the least that counts, where nothing else is declared.
  ///
  /// CSAT from ¾ of the scale on: 4 and 5 of 1..5, 8 to 10 of 0..10; effort from ⅔ on: 5 to 7 of 1..7; otherwise the best.
  package func leastGood(span: Int) -> Int {
    switch self {
    case .csat: (3 * span + 3) / 4
    case .effort: (2 * span + 2) / 3
    case .nps, .resolution, .fcr: span
    }
  }

  /// Whether people agree on which answers of such a scale count: on five to eleven steps. On fewer the rule takes one
  /// where many would take two; on 0..100 nobody knows of one.
  package func isUsual(span: Int) -> Bool {
    switch self {
    case .csat, .effort: (4...10).contains(span)
    case .nps, .resolution, .fcr: true
    }
  }
}

extension ClosedRange<Int> {
  /// `answer 4`, `answers 4 and 5`, `answers 8 to 10`.
  package var spoken: String {
    switch count {
    case 1: "answer \(lowerBound)"
    case 2: "answers \(lowerBound) and \(upperBound)"
    default: "answers \(lowerBound) to \(upperBound)"
    }
  }
}
