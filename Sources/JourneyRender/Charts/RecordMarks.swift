internal import JourneyLayout
internal import Markup
internal import JourneySyntax

/// The records of a goal over time, and what it aims at.
struct RecordMarks {
  static let width = 150.0
  static let height = 46.0

  struct RecordSample: Sendable {
    let period: Period
    let value: Double

    init(period: Period, value: Double) { (self.period, self.value) = (period, value) }
  }

  /// Oldest first.
  let samples: [RecordSample]
  let target: Double?
  /// Nil where nobody knows.
  let isMet: Bool?

  init(_ samples: [RecordSample], target: Double?, isMet: Bool?) {
    (self.samples, self.target, self.isMet) = (samples, target, isMet)
  }

  func element(name: String?) -> Element {
    let values = samples.map(\.value) + [target].compactMap(\.self)
    let days = samples.map { Double($0.period.firstDay + $0.period.lastDay) }
    let x = ChartScale(
      days.first ?? 0, max(days.last ?? 1, (days.first ?? 0) + 1), from: markPadding, to: Self.width - markPadding)
    let (low, high) = (values.min() ?? 0, values.max() ?? 1)
    let y = ChartScale(low, high > low ? high : low + 1, from: Self.height - markPadding, to: markPadding)
    let points = zip(days, samples).map { Point(x: x.at($0), y: y.at($1.value)) }
    return marks(Self.width, Self.height, name: name) {
      target.map { path("M0 \(y.at($0))H\(Self.width)", "target") }
      points.count > 1 ? path(straight(points), "course") : nil
      points.dropLast().map { circle($0, 2.5, "plain") }
      points.last.map { circle($0, 5, isMet.map { $0 ? "l5" : "l2" } ?? "plain") }
    }
  }
}

/// How much a touchpoint matters, from 1 to 5, as steps.
struct ImportanceMarks {
  let importance: Int

  init(_ importance: Int) { self.importance = importance }

  func element(name: String?) -> Element {
    marks(24, 14, name: name) {
      (1...5).map { step in
        rect(
          Rect(x: Double(step - 1) * 5, y: 12 - Double(step) * 2.2, width: 4, height: Double(step) * 2.2),
          step <= importance ? "ink" : "track")
      }
    }
  }
}
