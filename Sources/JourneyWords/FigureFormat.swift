internal import JourneyMetrics
internal import JourneyModel

/// Writes figures of one kind that are read together: all with the same decimals, and with as few as keep apart what
/// differs.
///
/// Rounding must not hide the reason for what is said beside a figure: 79.7 % against a target of 80 % is `79.7%`.
package struct FigureFormat: Sendable {
  package enum FigureKind: Sendable {
    /// 0…1, written in hundredths: `58%`.
    case share
    /// With a sign: `+40`.
    case points
    case count
    case money
    /// Seconds, in the unit that suits each: `4 h`.
    case duration
  }

  /// More of them would tell what no count of answers can know.
  private static let mostExtra = 6
  /// What differs by less is the same: counts divided are not exactly the decimals that people write.
  private static let least = 1e-9

  private let kind: FigureKind
  /// Decimals of its kind, of which zeros at the end are not written.
  fileprivate let words: Words
  private let usual: Int
  /// Decimals that are needed beside those; of these, zeros are written.
  private var extra = 0

  package init(_ kind: FigureKind, _ words: Words, places: Int = 0) {
    self.kind = kind
    self.words = words
    usual = places
  }

  /// With the decimals that all of several demands need: what one adds may undo what another has.
  func settled(_ demands: (inout Self) -> Void) -> Self {
    var format = self
    var before: Int
    repeat {
      before = format.extra
      demands(&format)
    } while format.extra != before
    return format
  }

  /// Adds decimals until two figures that differ are written in their order.
  package mutating func keepApart(_ a: Double, _ b: Double) {
    guard Self.order(a, b) != 0 else { return }
    while extra < Self.mostExtra, Self.order(printed(a), printed(b)) != Self.order(a, b) { extra += 1 }
  }

  /// Adds decimals until a figure is written on the side of a mark on which it is, or on it; the mark is written exactly.
  package mutating func tell(_ value: Double, from mark: Double) {
    guard value.isFinite, mark.isFinite else { return }
    while extra < Self.mostExtra, Self.order(printed(value), mark) != Self.order(value, mark) { extra += 1 }
  }

  /// Adds decimals until an interval that leaves a mark out is written without it, and one that holds it with it.
  package mutating func tell(_ interval: ClosedRange<Double>, from mark: Double) {
    func sides(_ low: Double, _ high: Double) -> ClosedRange<Int> {
      let (low, high) = (Self.order(low, mark), Self.order(high, mark))
      return min(low, high)...max(low, high)
    }
    let (low, high) = (interval.lowerBound, interval.upperBound)
    guard high.isFinite else { return tell(low, from: mark) }
    let holds = sides(low, high).contains(0)
    while extra < Self.mostExtra, sides(printed(low), printed(high)).contains(0) != holds { extra += 1 }
  }

  private static func order(_ a: Double, _ b: Double) -> Int {
    guard a.isFinite, b.isFinite, abs(a - b) > least * max(1, a.magnitude, b.magnitude) else { return 0 }
    return a < b ? -1 : 1
  }

  /// Adds decimals until both ends of an interval are told from each other, and one where an end would be `<1%` or `>99%`.
  package mutating func fit(_ interval: ClosedRange<Double>) {
    keepApart(interval.lowerBound, interval.upperBound)
    if extra == 0, bound(interval.lowerBound) != nil || bound(interval.upperBound) != nil { extra = 1 }
  }

  /// `58%`, `<1%`, `+40`, `1.5 d`.
  package func text(_ value: Double) -> String {
    switch kind {
    case .duration: words.duration(value, extra: extra)
    case .share: words("\(amount(value))%")
    case .points, .count, .money: amount(value)
    }
  }

  /// The same of a figure that may be longer than is known: `more than 12 d`.
  package func text(_ value: Double, isMoreThan: Bool) -> String {
    isMoreThan ? words("more than \(text(value))") : text(value)
  }

  /// Both ends, their unit said once: `56–60%`, `+38 to +43`, `1.2–1.9 d`; `1.2 d or more` without an upper end.
  package func text(_ interval: ClosedRange<Double>) -> String {
    let (low, high) = (interval.lowerBound, interval.upperBound)
    switch kind {
    case .share, .count, .money: return text(low) == text(high) ? text(high) : "\(amount(low))–\(text(high))"
    case .points: return words("\(text(low)) to \(text(high))")
    case .duration: return high.isFinite ? words.durations(low, high, extra: extra) : words("\(text(low)) or more")
    }
  }

  private func places(of value: Double) -> Int { (kind == .money && value.magnitude >= 100 ? 0 : usual) + extra }

  /// Without its unit.
  private func amount(_ value: Double) -> String {
    if let bound = bound(value) { return bound.sign + words.decimal(bound.hundredths, places: usual + extra) }
    let number = kind == .share ? value * 100 : value
    let places = places(of: value)
    let text =
      extra > 0 || kind == .money ? words.decimal(number, places: places) : words.short(number, places: places)
    return kind == .points ? words.withSign(text, of: value) : text
  }

  /// A share that is more than none is never written as none, and one that is less than all never as all.
  private func bound(_ share: Double) -> (sign: String, hundredths: Double)? {
    guard kind == .share, share > Self.least, share < 1 - Self.least else { return nil }
    let hundredths = rounded(share * 100, places: usual + extra)
    let unit = Self.unit(usual + extra)
    return hundredths <= 0 ? ("<", unit) : hundredths >= 100 ? (">", 100 - unit) : nil
  }

  /// The number that its text says; of `<1%` the half of it.
  func printed(_ value: Double) -> Double {
    switch kind {
    case .share:
      guard let bound = bound(value) else { return rounded(value * 100, places: usual + extra) / 100 }
      let half = Self.unit(usual + extra) / 2
      return (bound.sign == "<" ? half : 100 - half) / 100
    case .points, .count, .money: return rounded(value, places: places(of: value))
    case .duration: return Words.printedSeconds(value, extra: extra)
    }
  }

  private static func unit(_ places: Int) -> Double { 1 / (0..<places).reduce(1.0) { scale, _ in scale * 10 } }

  private func rounded(_ value: Double, places: Int) -> Double {
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    return (value * scale).rounded() / scale
  }
}

extension Metric {
  /// How its figures are written where nothing is beside them.
  package func format(in words: Words) -> FigureFormat {
    switch self {
    case .csat, .effort, .fcr: FigureFormat(.share, words)
    case .nps: FigureFormat(.points, words)
    case .resolution: FigureFormat(.duration, words)
    }
  }

  /// How targets are written: as people wrote them.
  private func targetFormat(in words: Words) -> FigureFormat {
    switch self {
    case .csat, .effort, .fcr: FigureFormat(.share, words, places: 6)
    case .nps: FigureFormat(.points, words, places: 6)
    case .resolution: FigureFormat(.duration, words)
    }
  }

  /// `82.5%`, `+40`, `2 d`: exactly, for figures are told from it.
  package func text(target: Double, in words: Words) -> String {
    self == .resolution ? words.exactDuration(target) : targetFormat(in: words).text(target)
  }
}

/// A figure as it is printed, with what is printed beside it.
///
/// It has the decimals that show on which side of the target it is, and its interval, too; and where it clearly changed,
/// that it differs from the figure before.
package struct PrintedFigure: Sendable {
  /// `58%`, `79.7%`, `<1%`; `more than 12 d` where so many cases are open that nobody knows.
  package let value: String
  /// The same where there is little room: `> 12 d`.
  package let short: String
  /// `56–60%`.
  package let interval: String?
  /// `80%`.
  package let target: String?
  /// `2.3 points`: how far a share is from its target, as whoever takes one printed figure from the other finds.
  package var distance: String? { aim.map { format.words.points(abs($0 - printedValue)) } }
  private let aim: Double?
  private let printedValue: Double
  private let format: FigureFormat

  init(
    _ value: Double, isMoreThan: Bool = false, _ interval: ClosedRange<Double>?, _ format: FigureFormat,
    target: (value: Double, text: String)? = nil, before: Double? = nil
  ) {
    let format = format.settled { format in
      if let before { format.keepApart(value, before) }
      if let interval { format.fit(interval) }
      guard let target else { return }
      format.tell(value, from: target.value)
      if let interval { format.tell(interval, from: target.value) }
    }
    self.value = format.text(value, isMoreThan: isMoreThan)
    short = (isMoreThan ? "> " : "") + format.text(value)
    self.interval = interval.map(format.text)
    self.target = target?.text
    aim = target?.value
    printedValue = format.printed(value)
    self.format = format
  }

  /// A figure of another period beside it.
  package func text(_ other: Double, isMoreThan: Bool = false) -> String {
    format.text(other, isMoreThan: isMoreThan)
  }
}

extension Score {
  /// Nil where nothing is shown.
  package func printed(in words: Words) -> PrintedFigure? {
    guard let figure else { return nil }
    let before = change.flatMap { change in
      change.isClear ? history.last { $0.period == change.from }?.value : nil
    }
    return PrintedFigure(
      figure.value, isMoreThan: figure.isMoreThan, figure.interval, metric.format(in: words),
      target: target.map { ($0.value, metric.text(target: $0.value, in: words)) },
      before: before)
  }
}

extension Reach {
  /// `88%` and `87–90%`.
  package func printed(in words: Words) -> PrintedFigure { PrintedFigure(value, interval, FigureFormat(.share, words)) }
}
