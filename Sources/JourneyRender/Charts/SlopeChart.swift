internal import JourneyLayout
internal import JourneyWords
internal import Markup

/// What became of the touchpoints' figures from one period to the next: a line each, in colour where chance is an
/// unlikely explanation.
struct SlopeChart {
  struct Slope: Sendable {
    let title: String
    let before: Double
    let after: Double
    let isClear: Bool
    let isBetter: Bool
    /// `52%`, or from what to what where that is clear.
    let text: String

    init(title: String, before: Double, after: Double, isClear: Bool, isBetter: Bool, text: String) {
      (self.title, self.before, self.after) = (title, before, after)
      (self.isClear, self.isBetter, self.text) = (isClear, isBetter, text)
    }
  }

  static let width = 318.0
  private static let left = 34.0
  private static let right = 112.0
  private static let top = 22.0
  private static let least = 200.0

  let slopes: [Slope]
  let from: String
  let to: String
  /// What stands at the ends of the scale.
  let ticks: [(value: Double, text: String)]
  let target: Double?

  init(
    _ slopes: [Slope], from: String, to: String, ticks: [(value: Double, text: String)],
    target: Double?
  ) {
    (self.slopes, self.from, self.to) = (slopes, from, to)
    (self.ticks, self.target) = (ticks, target)
  }

  func element(name: String) -> Element {
    let ends = ticks.map(\.value)
    let labels = slopes.map { slope in
      TextBlock(
        inside(slope.title) + " " + slope.text, slope.isClear ? .tileNote : .note, x: Self.right + 14, top: 0,
        width: Self.width - Self.right - 14, most: 2)
    }
    let room = max(Self.least, labels.reduce(0) { $0 + $1.height })
    let y = ChartScale(ends.min() ?? 0, ends.max() ?? 1, from: Self.top + room, to: Self.top)
    let tops = Self.spread(
      zip(slopes, labels).map { (y.at($0.after), $1.height) }, from: Self.top - 4, to: Self.top + room + 8)
    return Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "chart slopes",
        "viewBox": "0 0 \(Self.width.svg) \((Self.top + room + 10).svg)", "width": Self.width.svg,
        "height": (Self.top + room + 10).svg, "role": "img", "aria-label": name,
      ]
    ) {
      text(TextBlock(from, .caption, x: Self.left, top: 0, width: Self.right - Self.left + 6, most: 1, anchor: .start))
      text(TextBlock(to, .caption, x: Self.right + 14, top: 0, width: Self.width - Self.right - 14, most: 1))
      ticks.flatMap { tick in
        [path("M\(Self.left) \(y.at(tick.value))H\(Self.right)", "grid")]
          + text(
            TextBlock(
              tick.text, .caption, x: Self.left - 6, top: y.at(tick.value) - 8, width: 40, most: 1, anchor: .end))
      }
      target.map { path("M\(Self.left) \(y.at($0))H\(Self.right)", "target") }
      zip(slopes, zip(labels, tops)).sorted { !$0.0.isClear && $1.0.isClear }.flatMap { slope, label in
        self.line(slope, label.0, top: label.1, on: y)
      }
    }
  }

  private func line(_ slope: Slope, _ label: TextBlock, top: Double, on y: ChartScale) -> [Element] {
    let style = slope.isClear ? (slope.isBetter ? "l5" : "l1") : "plain"
    let (start, end) = (Point(x: Self.left, y: y.at(slope.before)), Point(x: Self.right, y: y.at(slope.after)))
    var label = label
    label.move(by: top)
    let middle = top + label.height / 2
    return [
      path(straight([start, end]), slope.isClear ? "way clear \(style)" : "way \(style)"),
      circle(start, 3, style), circle(end, slope.isClear ? 4.5 : 3, style),
      path("M\(end.x + 5) \(end.y)L\(Self.right + 12) \(middle)", "leader"),
    ] + text(label)
  }

  /// Tops of boxes that want their middles at some heights, in order of those, none on another.
  private static func spread(_ boxes: [(middle: Double, height: Double)], from top: Double, to bottom: Double)
    -> [Double]
  {
    let order = boxes.indices.sorted { (boxes[$0].middle, $0) < (boxes[$1].middle, $1) }
    var tops = boxes.map { $0.middle - $0.height / 2 }
    var edge = top
    for index in order {
      tops[index] = max(tops[index], edge)
      edge = tops[index] + boxes[index].height
    }
    edge = bottom
    for index in order.reversed() {
      tops[index] = min(tops[index], edge - boxes[index].height)
      edge = tops[index]
    }
    return tops
  }
}
