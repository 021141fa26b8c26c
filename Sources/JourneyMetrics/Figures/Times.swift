/// Measured times in seconds with how often each was measured, and cases still open with how long they have been.
package struct Times: Sendable {
  package typealias CountedTime = (seconds: Double, count: Int)

  /// How long the cases took that are solved, shortest first.
  package let values: [CountedTime]
  /// How long those still open have been open, shortest first.
  package let open: [CountedTime]
  /// How many cases there are, open ones included.
  package let n: Int
  /// How many of them are solved.
  package let solved: Int

  /// - Parameters: in ascending order.
  package init(_ values: [CountedTime], open: [CountedTime] = []) {
    self.values = values
    self.open = open
    solved = values.reduce(0) { $0 + $1.count }
    n = open.reduce(solved) { $0 + $1.count }
  }

  /// The longest time known, of solved and open cases; 0 without any.
  package var longest: Double { max(values.last?.seconds ?? 0, open.last?.seconds ?? 0) }

  package func value(ofRank rank: Int) -> Double {
    var seen = 0
    for (seconds, count) in values {
      seen += count
      if seen >= rank { return seconds }
    }
    return values.last?.seconds ?? 0
  }

  /// A quantile with its interval: by order statistics where every case is solved, else by Kaplan and Meier.
  ///
  /// An interval needs as many solved cases as order statistics need: 6 for a median, 36 for the ninth decile.
  package func estimate(_ quantile: Quantile) -> TimeEstimate {
    let ranks = quantile.ranks(of: solved)
    guard !open.isEmpty else {
      return TimeEstimate(
        seconds: value(ofRank: quantile.rank(of: n)),
        interval: ranks.map { value(ofRank: $0.low)...value(ofRank: $0.high) })
    }
    let survival = Survival(self)
    let interval = ranks == nil ? nil : survival.interval(quantile)
    guard let seconds = survival.time(quantile) else {
      return TimeEstimate(seconds: longest, isLonger: true, interval: interval)
    }
    return TimeEstimate(seconds: seconds, interval: interval)
  }

  /// What the median may be as far as these cases tell: times in order, each with the chance that the median is no
  /// longer. A draw is the first time whose chance is at least a uniform number.
  ///
  /// Where every case is solved, the share of cases below the median is Beta((n + 1)/2, (n + 1)/2). Else the chances
  /// are those of `Survival.interval` at every level. What is left over goes to the longest time known: the median is
  /// at least that.
  package var medianChances: [(seconds: Double, chance: Double)] {
    guard open.isEmpty else { return Survival(self).medianChances(longest: longest) }
    let shape = (Double(n) + 1) / 2
    var seen = 0
    return values.map { seconds, count in
      seen += count
      let share = Double(seen) / Double(n)
      return (seconds, incompleteBeta(share, 1 - share, shape, shape))
    }
  }

  package var mean: Mean { Mean(values.map { ($0.seconds, Double($0.count)) }, n: Double(solved)) }

  /// e to the mean logarithm; zero counts as 1 s. 0 without values.
  ///
  /// Source: Sauro and Lewis, CHI 2010, 2347–2350: of the averages of small samples of times the nearest to the median.
  package var geometricMean: Double {
    guard solved > 0 else { return 0 }
    return exponential(values.reduce(0) { $0 + logarithm(max(1, $1.seconds)) * Double($1.count) } / Double(solved))
  }
}

/// A quantile of times, as far as the cases tell.
package struct TimeEstimate: Sendable, Equatable {
  package let seconds: Double
  /// Whether so many cases are still open that it is longer than `seconds`, the longest time known.
  package let isLonger: Bool
  /// Up to infinity where the cases still open set no upper end; nil with too few solved ones.
  package let interval: Interval?

  package init(seconds: Double, isLonger: Bool = false, interval: Interval? = nil) {
    self.seconds = seconds
    self.isLonger = isLonger
    self.interval = interval
  }
}
