internal import JourneySource
internal import JourneySyntax

/// What a figure is counted in, and so how its values are written.
enum FigureUnit: Sendable {
  case share, points, duration, count, money

  init(_ metric: Metric) {
    switch metric {
    case .csat, .effort, .fcr: self = .share
    case .nps: self = .points
    case .resolution: self = .duration
    }
  }

  init(_ unit: KPI.KPIUnit) {
    switch unit {
    case .share: self = .share
    case .count: self = .count
    case .money: self = .money
    case .duration: self = .duration
    }
  }

  /// The value in this unit; nil where it is written in another, or cannot be.
  func value(_ kind: Value.ValueKind) -> Double? {
    switch (self, kind) {
    case (.share, .percent(let share)): (0...1).contains(share) ? share : nil
    case (.points, .number(let points)), (.points, .points(let points)): abs(points) <= 100 ? points : nil
    case (.duration, .duration(let seconds)): seconds >= 0 ? seconds : nil
    case (.count, .number(let number)), (.money, .number(let number)): number
    default: nil
    }
  }

  /// A difference in this unit: points of a share, seconds of a duration.
  func change(_ kind: Value.ValueKind) -> Double? {
    switch (self, kind) {
    case (.share, .points(let points)), (.points, .points(let points)): points
    case (.points, .number(let points)): points
    case (.duration, .duration(let seconds)): seconds
    default: nil
    }
  }

  var example: String {
    switch self {
    case .share: "80%"
    case .points: "40"
    case .duration: "2d"
    case .count, .money: "1200"
    }
  }

  var exampleOfChange: String {
    switch self {
    case .duration: "-4h"
    default: "+8pt"
    }
  }
}

extension Resolution {
  /// `target csat >= 80%`, `floor csat 40%`: the word `overall` is the caller's.
  mutating func target(_ line: Line) -> Target? {
    let values = line.arguments.filter { $0.word != "overall" }
    guard let first = values.first, let metric = metric(first), let value = values.dropFirst().first else { return nil }
    let natural: Comparison = metric.higherIsBetter ? .atLeast : .atMost
    var (comparison, kind) = (natural, value.kind)
    if case .comparison(let written, let inner) = value.kind { (comparison, kind) = (written, inner) }
    guard let number = FigureUnit(metric).value(kind) else {
      report(
        .wrongUnit(
          metric.rawValue, FigureUnit(metric), value, prefix: line.keyword == .floor ? "" : "\(natural.rawValue) "))
      return nil
    }
    if comparison != natural { report(.targetDirection(metric.rawValue, natural, value)) }
    return Target(metric: metric, comparison: natural, value: number, span: line.span)
  }

  /// One of the metrics; nil for another word, which the parser has reported.
  mutating func metric(_ value: Value) -> Metric? { value.word.flatMap(Metric.init(rawValue:)) }
}

extension Diagnostic {
  static func wrongUnit(_ measure: String, _ unit: FigureUnit, _ value: Value, prefix: String = "") -> Self {
    .init(
      .wrongUnit, at: value.span, "\"\(value.text)\" is not a value of \(measure)",
      help: "write it like this: \(prefix)\(unit.example)")
  }

  static func targetDirection(_ measure: String, _ natural: Comparison, _ value: Value) -> Self {
    let better = natural == .atLeast ? "higher" : "lower"
    return .init(
      .targetDirection, at: value.span, "\(better) is better for \(measure), but this target says the opposite",
      help: "write \(natural.rawValue)")
  }
}
