/// Which answers of a scale count as satisfied or easy: from the least good one to the best.
package struct GoodAnswers: Hashable, Sendable, Comparable {
  package let scale: Scale
  /// How far above the worst the least good one is.
  package let least: Int

  /// Those that count, the lowest number first.
  package var range: ClosedRange<Int> {
    let edge = scale.worst < scale.best ? scale.worst + least : scale.worst - least
    return min(edge, scale.best)...max(edge, scale.best)
  }

  /// The worst answers, so many of them, but none that counts as good; the lowest number first.
  package func worst(below steps: Int) -> ClosedRange<Int> {
    let last = max(0, min(steps, least) - 1)
    let edge = scale.worst < scale.best ? scale.worst + last : scale.worst - last
    return min(scale.worst, edge)...max(scale.worst, edge)
  }

  func contains(_ answer: Int) -> Bool { scale.standing(answer).map { $0 >= least } ?? false }

  package static func < (a: Self, b: Self) -> Bool { (a.scale, a.least) < (b.scale, b.least) }
}
