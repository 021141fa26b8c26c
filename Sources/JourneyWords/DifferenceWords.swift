package import JourneyMetrics
package import JourneyModel

extension Metric {
  /// `+3 pts`, `−4 h`.
  package func text(difference: Double, in words: Words) -> String {
    let (amounts, unit) = amounts(Difference(value: difference, interval: difference...difference), mark: nil, words)
    return "\(amounts[0]) \(unit)"
  }

  /// `−4 h`; `more than +5 d` where so many cases are open that nobody knows.
  package func text(differenceOf change: Score.Change, in words: Words) -> String {
    let difference = text(difference: change.difference, in: words)
    return change.isMoreThan ? words("more than \(difference)") : difference
  }

  /// The same beside a sign that says the direction: `3`, of times `4 h`.
  package func text(magnitudeOf change: Score.Change, in words: Words) -> String {
    let value = change.difference
    let (amounts, unit) = amounts(Difference(value: value, interval: value...value), mark: nil, words)
    let amount = String(amounts[0].drop { !$0.isNumber })
    return self == .resolution ? "\(amount) \(unit)" : amount
  }

  /// What changes, in the middle of a sentence.
  func changeName(in words: Words) -> String {
    self == .resolution ? words("median time to resolve") : name(in: words)
  }

  /// `+5 pts (+2 to +7)`; of times, whose difference has no interval, `−2.6 d (from 7.7 d, 7.1–8 d, to 5.1 d, 4.9–5.6 d)`.
  ///
  /// - Parameters:
  ///   - mark: as of a difference.
  ///   - target: what both figures are held against where they are printed; they have the decimals that show the side.
  package func text(
    change: Score.Change, mark: Double? = nil, target: Double? = nil, in words: Words
  ) -> String {
    guard change.interval == nil else { return change.asDifference.map { text($0, mark: mark, in: words) } ?? "" }
    let format = format(in: words).settled { format in
      format.keepApart(change.before.value, change.after.value)
      for value in [change.before.value, change.after.value] { target.map { format.tell(value, from: $0) } }
    }
    func printed(_ headline: Score.Headline) -> String {
      let printed = PrintedFigure(headline.value, isMoreThan: headline.isMoreThan, headline.interval, format)
      let interval = printed.interval ?? words.noInterval
      return interval == printed.value ? interval : "\(printed.value), \(interval)"
    }
    return words(
      "\(text(differenceOf: change, in: words)) (from \(printed(change.before)), to \(printed(change.after)))")
  }

  /// `+5 pts (+2 to +7)`, `−2.6 d (−3.3 to −1.9)`: the unit is said once.
  ///
  /// - Parameter mark: what the difference is held against beside none, in the unit in which it is written.
  package func text(_ difference: Difference, mark: Double? = nil, in words: Words) -> String {
    let (amounts, unit) = amounts(difference, mark: mark, words)
    return words("\(amounts[0]) \(unit) (\(amounts[1]) to \(amounts[2]))")
  }

  /// What an action expects: points of a share, or seconds.
  package func text(expected: Double, in words: Words) -> String {
    self == .resolution
      ? text(difference: expected, in: words)
      : FigureFormat(.points, words, places: 3).text(expected) + " " + words("pts")
  }

  /// The difference and its ends: no interval that leaves out 0 reads `+0 to +3`, and no difference reads like its mark
  /// that is not.
  private func amounts(_ difference: Difference, mark: Double?, _ words: Words) -> (amounts: [String], unit: String) {
    let (low, high) = (difference.interval.lowerBound, difference.interval.upperBound)
    if self == .resolution { return words.signedDurations([difference.value, low, high]) }
    let unit = self == .nps ? 1.0 : 100
    let value = difference.value * unit
    let ends = low * unit...high * unit
    let format = FigureFormat(.points, words).settled { format in
      format.tell(ends, from: 0)
      if let mark { format.tell(value, from: mark) }
    }
    return ([value, ends.lowerBound, ends.upperBound].map { format.text($0) }, words("pts"))
  }
}
