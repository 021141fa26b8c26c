package import JourneySyntax

/// How numbers are written for people: one formatter, whatever the locale of the machine.
extension Words {
  /// `1234.5` with one decimal is `1,234.5`; halves away from zero, a true minus sign, no negative zero. At most fifteen
  /// figures, as many as a number has: a large one has fewer decimals.
  package func decimal(_ value: Double, places: Int = 0) -> String {
    guard let (whole, fraction) = parts(of: value, places: places) else { return "–" }
    return fraction.isEmpty ? whole : whole + decimalSign + fraction
  }

  /// The whole number with its sign, and the decimals; nil where there is no such number.
  private func parts(of value: Double, places: Int) -> (whole: String, fraction: String)? {
    guard value.isFinite, value.magnitude < 1e15 else { return nil }
    var (scale, decimals) = (1.0, 0)
    while decimals < places, value.magnitude * scale < 1e14 { (scale, decimals) = (scale * 10, decimals + 1) }
    let units = Int((value.magnitude * scale).rounded())
    let whole = (value < 0 && units != 0 ? "−" : "") + grouped(units / Int(scale))
    guard decimals > 0 else { return (whole, "") }
    let fraction = String(units % Int(scale))
    return (whole, String(repeating: "0", count: decimals - fraction.utf8.count) + fraction)
  }

  /// In two figures, as much as an estimate is worth: 1,347 is `1,300`.
  package func rough(_ value: Double) -> String {
    var scale = 1.0
    while value.magnitude / scale >= 100, scale < 1e15 { scale *= 10 }
    return decimal((value / scale).rounded() * scale)
  }

  /// As `decimal`, without zeros at the end.
  package func short(_ value: Double, places: Int) -> String {
    guard let (whole, fraction) = parts(of: value, places: places) else { return "–" }
    guard let last = fraction.utf8.lastIndex(where: { $0 != UInt8(ascii: "0") }) else { return whole }
    return whole + decimalSign + fraction[...last]
  }

  /// `0.576` is `58%`; a share that is more than none is never `0%`, and one that is less than all never `100%`.
  package func percent(_ share: Double) -> String { FigureFormat(.share, self).text(share) }

  /// A difference of shares in points, with the decimals that it has: `22 points`, `0.3 points`, `1 point`.
  package func points(_ share: Double) -> String {
    let text = short(share * 100, places: 6)
    return text == "1" ? self("\(text) point") : self("\(text) points")
  }

  /// With its sign: `+40`, `−3`, `0`.
  package func signed(_ value: Double, places: Int = 0) -> String {
    withSign(decimal(value, places: places), of: value)
  }

  /// The text of a number with a plus where that is more than zero, and is written so.
  func withSign(_ text: String, of value: Double) -> String {
    value > 0 && text.contains(where: { ("1"..."9").contains($0) }) ? "+" + text : text
  }

  /// The largest unit that leaves at least one: `45 s`, `12 min`, `4 h`, `1.5 d`; days from two days on.
  ///
  /// - Parameter extra: decimals beyond the usual ones.
  package func duration(_ seconds: Double, extra: Int = 0) -> String {
    let unit = TimeUnit(for: seconds)
    return unit.amount(seconds, extra: extra, self) + " " + unit.name(self)
  }

  /// In the largest unit in which it is whole or has two decimals: `2 d`, `50 h`.
  package func exactDuration(_ seconds: Double) -> String {
    let units = [TimeUnit(for: seconds), TimeUnit(for: 100_000), TimeUnit(for: 1000), TimeUnit(for: 1)]
    let exact = units.first { unit in
      let hundredths = seconds / unit.seconds * 100
      return unit.seconds <= max(seconds, 1) && abs(hundredths - hundredths.rounded()) < 1e-6
    }
    guard let exact else { return duration(seconds, extra: 6) }
    return short(seconds / exact.seconds, places: 2) + " " + exact.name(self)
  }

  /// The seconds that such a text says.
  static func printedSeconds(_ seconds: Double, extra: Int) -> Double {
    let unit = TimeUnit(for: seconds)
    let scale = (0..<unit.places(seconds / unit.seconds, extra: extra)).reduce(1.0) { scale, _ in scale * 10 }
    return (seconds / unit.seconds * scale).rounded() / scale * unit.seconds
  }

  /// Both ends in the unit of the longer: `3–5 d`; one duration where they are the same.
  package func durations(_ shortest: Double, _ longest: Double, extra: Int = 0) -> String {
    let unit = TimeUnit(for: longest)
    let low = unit.amount(shortest, extra: extra, self)
    let high = unit.amount(longest, extra: extra, self)
    return (low == high ? high : "\(low)–\(high)") + " " + unit.name(self)
  }

  /// Differences of durations with their signs, all in the unit of the first: `−2.6`, `−3.3`, `−1.9` and `d`; with decimals
  /// until each shows on which side of zero it is.
  package func signedDurations(_ seconds: [Double]) -> (amounts: [String], unit: String) {
    let unit = TimeUnit(for: seconds.first ?? 0)
    func hides(_ value: Double, _ extra: Int) -> Bool {
      value.magnitude >= 0.5 && !unit.amount(value, extra: extra, self).contains { ("1"..."9").contains($0) }
    }
    let extra = (0...6).first { extra in !seconds.contains { hides($0, extra) } } ?? 6
    return (seconds.map { withSign(unit.amount($0, extra: extra, self), of: $0) }, unit.name(self))
  }

  private enum TimeUnit {
    case second, minute, hour, day

    /// Days from two days on.
    init(for duration: Double) {
      self =
        switch duration.magnitude {
        case ..<90: .second
        case ..<5400: .minute
        case ..<172_800: .hour
        default: .day
        }
    }

    var seconds: Double {
      switch self {
      case .second: 1
      case .minute: 60
      case .hour: 3600
      case .day: 86400
      }
    }

    func name(_ words: Words) -> String {
      switch self {
      case .second: words("s")
      case .minute: words("min")
      case .hour: words("h")
      case .day: words("d")
      }
    }

    func amount(_ duration: Double, extra: Int = 0, _ words: Words) -> String {
      let amount = duration / seconds
      return words.short(amount, places: places(amount, extra: extra))
    }

    func places(_ amount: Double, extra: Int) -> Int { (amount.magnitude < 10 && self != .second ? 1 : 0) + extra }
  }

  private func grouped(_ number: Int) -> String {
    guard number >= 1000 else { return String(number) }
    var text = ""
    let digits = String(number)
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % 3 == 0 { text += groupSign }
      text.append(digit)
    }
    return text
  }
}

extension Period {
  private func name(ofMonth month: Int, in words: Words) -> String {
    switch month {
    case 1: words("January")
    case 2: words("February")
    case 3: words("March")
    case 4: words("April")
    case 5: words("May")
    case 6: words("June")
    case 7: words("July")
    case 8: words("August")
    case 9: words("September")
    case 10: words("October")
    case 11: words("November")
    case 12: words("December")
    default: ""
    }
  }

  /// As people write it: `21 November 2026`, `May 2017`, `Q4 2026`, `2026`.
  package func spoken(in words: Words) -> String {
    switch unit {
    case .day(let month, let day): words("\(day) \(name(ofMonth: month, in: words)) \(year)")
    case .month(let month): words("\(name(ofMonth: month, in: words)) \(year)")
    case .quarter(let quarter): words("Q\(quarter) \(year)")
    case .year: "\(year)"
    }
  }
}
