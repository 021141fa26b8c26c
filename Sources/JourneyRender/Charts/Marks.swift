internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneySyntax
internal import Markup

/// A drawing of marks without words, as wide as its column: what it shows is written beside it. Who cannot see it hears
/// its name.
///
/// In right-to-left languages the page turns it round: nothing in it is to be read.
///
/// - Parameter name: nil for one that only repeats what is beside it.
func marks(_ width: Double, _ height: Double, name: String?, @ElementBuilder _ content: () -> [Element.Child])
  -> Element
{
  Element(
    "svg",
    [
      "xmlns": "http://www.w3.org/2000/svg", "class": "marks", "viewBox": "0 0 \(width.svg) \(height.svg)",
      "width": width.svg, "height": height.svg, "role": name == nil ? nil : "img", "aria-label": name,
      "aria-hidden": name == nil ? "true" : nil,
    ], content)
}

/// Between a mark and the edge of its drawing: room for half a dot.
let markPadding = 8.0

/// A figure's dot: full in its level's colour, hollow where few answers are in it.
func dot(_ center: Point, _ level: Level?, isIndicative: Bool = false, radius: Double = 5) -> Element {
  circle(center, radius, "\(level?.className ?? "plain")\(isIndicative ? " few" : "")")
}

/// One figure on a scale that the rows of a table share: its interval, its target, and where it was before.
struct ForestMarks {
  static let height = 28.0
  let figure: ChartFigure
  let scale: ChartScale
  /// What it would take to leave the first three.
  let leaves: Double?

  init(_ figure: ChartFigure, on scale: ChartScale, leaves: Double? = nil) {
    (self.figure, self.scale, self.leaves) = (figure, scale, leaves)
  }

  func element(name: String?) -> Element {
    let y = Self.height / 2
    let x = scale.at(figure.value)
    return marks(scale.to + markPadding, Self.height, name: name) {
      path("M\(scale.from) \(y)H\(scale.to)", "grid")
      figure.interval.map { interval in
        path("M\(scale.at(interval.lowerBound)) \(y)H\(scale.at(interval.upperBound))", "span \(levelClass)")
      }
      figure.before.map { before in
        [path("M\(scale.at(before)) \(y)H\(x)", "moved"), circle(Point(x: scale.at(before), y: y), 4, "before")]
      } ?? []
      figure.target.map { path("M\(scale.at($0)) \(y - 10)V\(y + 10)", "target") }
      leaves.map { value in
        path("M\(scale.at(value)) \(y - 6)l6 6l-6 6l-6 -6z", "leaves")
      }
      dot(Point(x: x, y: y), figure.level, isIndicative: figure.isIndicative)
    }
  }

  private var levelClass: String { figure.level?.className ?? "plain" }
}

/// The ranks that a touchpoint could have; the first three are tinted.
struct RankMarks {
  static let width = 116.0
  static let height = 28.0
  let rank: Int
  let range: ClosedRange<Int>?
  let isClear: Bool
  /// How many ranks the scale has.
  let most: Int

  init(rank: Int, range: ClosedRange<Int>?, isClear: Bool, most: Int) {
    (self.rank, self.range, self.isClear, self.most) = (rank, range, isClear, most)
  }

  func element(name: String?) -> Element {
    let scale = ChartScale(1, Double(max(most, 2)), from: markPadding, to: Self.width - markPadding)
    let y = Self.height / 2
    let end = (scale.at(3) + scale.at(4)) / 2
    return marks(Self.width, Self.height, name: name) {
      rect(Rect(x: 0, y: 0, width: most > 3 ? end : Self.width, height: Self.height), "first-three")
      range.map { path("M\(scale.at(Double($0.lowerBound))) \(y)H\(scale.at(Double($0.upperBound)))", "reach") }
      circle(Point(x: scale.at(Double(rank)), y: y), 6, isClear ? "sure" : "unsure")
    }
  }
}

/// What each metric adds to a priority score, one beside the other.
struct PartsMarks {
  static let height = 18.0
  let parts: [(metric: Metric, burden: Double)]
  /// What fills the whole width.
  let most: Double
  let width: Double
  /// Whether the rank that it gives is too close to call.
  let isFaint: Bool

  init(_ parts: [(metric: Metric, burden: Double)], most: Double, width: Double = 96, isFaint: Bool = false) {
    (self.parts, self.most, self.width, self.isFaint) = (parts, most, width, isFaint)
  }

  func element(name: String?) -> Element {
    let scale = ChartScale(0, max(most, 0.001), from: 0, to: width)
    var sum = 0.0
    let bars = parts.compactMap { part -> Element? in
      let (from, to) = (scale.at(sum), scale.at(sum + part.burden))
      sum += part.burden
      guard to - from >= 0.5 else { return nil }
      return rect(
        Rect(x: from, y: 2, width: max(to - from - 1, 0.5), height: 14),
        isFaint ? "part-resolution" : "part-\(part.metric.rawValue)")
    }
    return marks(width, Self.height, name: name) { bars }
  }
}

/// A number with its interval, against the largest beside it.
struct CountMarks {
  static let width = 64.0
  static let height = 18.0
  let value: Double
  let interval: ClosedRange<Double>
  let most: Double

  init(_ value: Double, _ interval: ClosedRange<Double>, most: Double) {
    (self.value, self.interval, self.most) = (value, interval, most)
  }

  func element(name: String?) -> Element {
    let scale = ChartScale(0, max(most, 0.001), from: markPadding, to: Self.width - markPadding)
    let y = Self.height / 2
    return marks(Self.width, Self.height, name: name) {
      path("M\(scale.at(interval.lowerBound)) \(y)H\(scale.at(interval.upperBound))", "span plain")
      circle(Point(x: scale.at(value), y: y), 4, "plain")
    }
  }
}

/// A share of a whole, as a bar.
struct ShareMarks {
  static let width = 52.0
  static let height = 18.0
  let share: Double

  init(_ share: Double) { self.share = share }

  func element(name: String? = nil) -> Element {
    marks(Self.width, Self.height, name: name) {
      rect(Rect(x: 0, y: 6, width: Self.width, height: 6), "track", radius: 3)
      share < 0.005
        ? nil : rect(Rect(x: 0, y: 6, width: Self.width * share.clamped(to: 0...1), height: 6), "ink", radius: 3)
    }
  }
}

/// What changes for customers from one side of a hand-off to the other: two touchpoints, not two times.
struct HandOffMarks {
  static let width = 116.0
  static let height = 24.0
  let from: Double
  let to: Double
  let isWorse: Bool
  let isClear: Bool

  init(from: Double, to: Double, isWorse: Bool, isClear: Bool) {
    (self.from, self.to, self.isWorse, self.isClear) = (from, to, isWorse, isClear)
  }

  func element(name: String?) -> Element {
    let scale = ChartScale(0, 1, from: markPadding, to: Self.width - markPadding)
    let (start, end) = (scale.at(from), scale.at(to))
    let y = Self.height / 2
    let style = isClear ? (isWorse ? "l1" : "l5") : "plain"
    let tip = end < start ? -7.0 : 7
    return marks(Self.width, Self.height, name: name) {
      path("M\(scale.from) \(y)H\(scale.to)", "grid")
      path("M\(start) \(y)H\(end)", isClear ? "way clear \(style)" : "way \(style)")
      circle(Point(x: start, y: y), 4, "before")
      abs(end - start) < 3
        ? circle(Point(x: end, y: y), 3, style) : path("M\(end) \(y)l\(-tip) -5v10z", style)
    }
  }
}

/// The figures of two groups of people, one under the other: a circle and a square, each on its interval.
struct PairMarks {
  static let width = 150.0
  static let height = 30.0
  typealias PairFigure = (value: Double, interval: ClosedRange<Double>?)
  let first: PairFigure
  let second: PairFigure
  let bounds: (low: Double, high: Double)

  init(_ first: PairFigure, _ second: PairFigure, on bounds: (low: Double, high: Double)) {
    (self.first, self.second, self.bounds) = (first, second, bounds)
  }

  func element(name: String?) -> Element {
    let scale = ChartScale(bounds.low, bounds.high, from: markPadding, to: Self.width - markPadding)
    func span(_ figure: PairFigure, _ y: Double, _ style: String) -> Element? {
      figure.interval.map {
        path("M\(scale.at($0.lowerBound)) \(y)H\(scale.at($0.upperBound))", "span \(style)")
      }
    }
    let (top, bottom) = (9.0, 21.0)
    return marks(Self.width, Self.height, name: name) {
      path("M\(scale.from) \(Self.height / 2)H\(scale.to)", "grid")
      span(first, top, "first")
      span(second, bottom, "second")
      circle(Point(x: scale.at(first.value), y: top), 5, "first")
      rect(Rect(x: scale.at(second.value) - 4.5, y: bottom - 4.5, width: 9, height: 9), "second")
    }
  }
}

/// What came of an action, as a share of what was expected: 0 is nothing, 1 what was expected.
struct OutcomeMarks {
  static let width = 190.0
  static let height = 28.0
  static let bounds = (low: -1.0, high: 2.0)
  let value: Double
  let interval: ClosedRange<Double>?
  /// Nil where chance could explain it.
  let isBetter: Bool?

  init(_ value: Double, _ interval: ClosedRange<Double>?, isBetter: Bool?) {
    (self.value, self.interval, self.isBetter) = (value, interval, isBetter)
  }

  func element(name: String?) -> Element {
    let scale = ChartScale(
      Self.bounds.low, Self.bounds.high, from: markPadding, to: Self.width - markPadding)
    let y = Self.height / 2
    let style = isBetter.map { $0 ? "l5" : "l1" } ?? "plain"
    return marks(Self.width, Self.height, name: name) {
      path("M\(scale.at(0)) 0V\(Self.height)", "axis")
      path("M\(scale.at(1)) 0V\(Self.height)", "target")
      interval.map { path("M\(scale.at($0.lowerBound)) \(y)H\(scale.at($0.upperBound))", "span \(style)") }
      circle(Point(x: scale.at(value), y: y), 5, style)
    }
  }
}

/// Figures against their targets, in points of the map's scale: those on the line meet theirs.
struct TargetMarks {
  static let width = 230.0
  static let height = 22.0
  private static let bounds = (low: -60.0, high: 20.0)
  let figures: [(margin: Double, level: Level?)]

  init(_ figures: [(margin: Double, level: Level?)]) { self.figures = figures }

  func element(name: String?) -> Element {
    let scale = ChartScale(
      Self.bounds.low, Self.bounds.high, from: markPadding, to: Self.width - markPadding)
    let y = Self.height / 2
    return marks(Self.width, Self.height, name: name) {
      path("M\(scale.from) \(y)H\(scale.to)", "grid")
      path("M\(scale.at(0)) 0V\(Self.height)", "target")
      figures.map { dot(Point(x: scale.at($0.margin), y: y), $0.level, radius: 4.5) }
    }
  }
}
