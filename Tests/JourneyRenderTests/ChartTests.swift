import Foundation
import JourneyMetrics
import JourneyModel
import JourneySyntax
import Markup
import Testing

@testable import JourneyRender

/// What must hold of every chart, whatever is drawn.
@Suite struct ChartTests {
  private static func text(_ element: Element) -> String { String(decoding: xml(element), as: UTF8.self) }

  private static func numbers(_ text: String, _ pattern: Regex<(Substring, Substring)>) -> [Double] {
    text.matches(of: pattern).compactMap { Double($0.1) }
  }

  @Test(arguments: [
    (0.0, 8.0), (1, 92), (0.5, 50), (-3, 8), (7, 92), (.infinity, 92), (-.infinity, 8),
  ]) func `what lies beyond an end stands at it`(value: Double, expected: Double) {
    #expect(ChartScale(0, 1, from: 8, to: 92).at(value) == expected)
  }

  @Test(arguments: [(0.0, 0.0), (3, 3), (5, 2)]) func `a scale without a length has one place`(
    low: Double, high: Double
  ) {
    #expect(ChartScale(low, high, from: 8, to: 92).at(4) == 8)
  }

  @Test func `a figure is drawn with its interval, its target and the figure before`() {
    let figure = ChartFigure(
      metric: .csat, value: 0.25, interval: 0.125...0.5, target: 0.75, before: 0.5, level: .farBelow,
      isIndicative: false)
    let drawn = Self.text(
      ForestMarks(figure, on: ChartScale(0, 1, from: 0, to: 100), leaves: 0.625).element(name: "52%"))
    for part in [
      "aria-label=\"52%\"", "role=\"img\"", "class=\"span l1\" d=\"M12.5 14H50\"", "class=\"target\" d=\"M75 4V24\"",
      "class=\"moved\" d=\"M50 14H25\"", "class=\"l1\" cx=\"25\"", "class=\"leaves\" d=\"M62.5 8",
    ] { #expect(drawn.contains(part), "\(part) in \(drawn)") }
  }

  @Test func `few answers are hollow, and a figure without a target has no colour`() {
    let figure = ChartFigure(
      metric: .csat, value: 0.25, interval: nil, target: nil, before: nil, level: nil, isIndicative: true)
    let drawn = Self.text(ForestMarks(figure, on: ChartScale(0, 1, from: 0, to: 100)).element(name: nil))
    #expect(drawn.contains("class=\"plain few\""))
    #expect(!drawn.contains("target") && !drawn.contains("span") && drawn.contains("aria-hidden=\"true\""))
  }

  @Test func `an interval without an end reaches the edge of the drawing`() {
    let figure = ChartFigure(
      metric: .resolution, value: 10, interval: 5...Double.infinity, target: 20, before: nil, level: .below,
      isIndicative: false)
    let bounds = Metric.resolution.bounds(of: [figure])
    #expect(bounds.high == 20)
    let drawn = Self.text(
      ForestMarks(figure, on: ChartScale(bounds.low, bounds.high, from: 0, to: 100)).element(name: nil))
    #expect(drawn.contains("d=\"M25 14H100\""), "\(drawn)")
  }

  @Test(arguments: [(1, 1...1, true, 9), (9, 5...9, false, 9), (2, 1...400, false, 400), (1, 1...2, false, 2)])
  func `ranks stay within their drawing`(rank: Int, range: ClosedRange<Int>, isClear: Bool, most: Int) {
    let drawn = Self.text(RankMarks(rank: rank, range: range, isClear: isClear, most: most).element(name: nil))
    #expect(drawn.contains(isClear ? "class=\"sure\"" : "class=\"unsure\""))
    for x in Self.numbers(drawn, /cx="([\d.]+)"/) { #expect((0...RankMarks.width).contains(x)) }
  }

  @Test func `the parts of a score are as wide as it is`() {
    let drawn = Self.text(
      PartsMarks([(.csat, 30), (.effort, 15), (.fcr, 0), (.resolution, 5)], most: 100).element(name: nil))
    let widths = Self.numbers(drawn, /" width="([\d.]+)" height="14"/)
    #expect(widths.count == 3)
    #expect(abs(widths.reduce(0) { $0 + $1 + 1 } - 48) < 0.01, "\(widths)")
  }

  @Test(arguments: [(0.8, 0.2, true, true, "l1"), (0.2, 0.8, false, true, "l5"), (0.8, 0.2, true, false, "plain")])
  func `an arrow has a colour where the difference is clear`(
    from: Double, to: Double, isWorse: Bool, isClear: Bool, style: String
  ) {
    let drawn = Self.text(HandOffMarks(from: from, to: to, isWorse: isWorse, isClear: isClear).element(name: nil))
    #expect(drawn.contains(isClear ? "way clear \(style)" : "way \(style)"))
  }

  private static func slopes(_ count: Int, at value: (Int) -> Double) -> SlopeChart {
    SlopeChart(
      (0..<count).map {
        SlopeChart.Slope(
          title: "Waits for the answer of the office number \($0)", before: value($0), after: value($0 + 1),
          isClear: $0.isMultiple(of: 3), isBetter: $0.isMultiple(of: 2), text: "52%")
      }, from: "Q1 2026", to: "Q2 2026", ticks: [(0, "0%"), (0.5, "50%"), (1, "100%")], target: 0.75)
  }

  @Test(arguments: [1, 2, 7, 14]) func `no label of a slope is on another, wherever the lines end`(count: Int) {
    for value in [{ _ in 0.5 }, { Double($0 % 4) / 3 }, { _ in 1.0 }, { _ in 0.0 }] as [(Int) -> Double] {
      let drawn = Self.text(Self.slopes(count, at: value).element(name: "slopes"))
      let labels = drawn.matches(of: /<text (?:class="tile-note" )?x="[^"]*" y="([\d.]+)"/).compactMap { Double($0.1) }
      #expect(labels.count >= count)
      for (one, next) in zip(labels.sorted(), labels.sorted().dropFirst()) {
        #expect(next - one >= 13.99, "\(labels.sorted())")
      }
      let height = Self.numbers(drawn, /viewBox="0 0 [\d.]+ ([\d.]+)"/).first ?? 0
      #expect((labels.min() ?? 0) > 20 && (labels.max() ?? .infinity) < height, "\(labels) in \(height)")
    }
  }

  private static func plans(_ count: Int, impact: Int, effort: Int) -> EffortChart {
    EffortChart(
      (0..<count).map {
        EffortChart.RatedAction(
          title: "Say which rule the photo broke, \($0)", impact: impact, effort: effort,
          status: Action.ActionStatus.allCases[$0 % 4])
      }, impact: "impact", effort: "effort", quickWins: "quick wins")
  }

  @Test(arguments: [(1, 5, 1), (1, 1, 5), (4, 3, 3), (16, 5, 5), (9, 1, 1)])
  func `each action is drawn, and has its title beside it or in the list`(count: Int, impact: Int, effort: Int) {
    let (element, left) = Self.plans(count, impact: impact, effort: effort).drawn(name: "plans")
    let drawn = Self.text(element)
    #expect(drawn.matches(of: /<circle/).count == count)
    let labels = (0..<count).filter { drawn.contains("broke, \($0)<") || drawn.contains("\($0)</text>") }
    #expect(left.count <= count && (count > 1 || left.isEmpty) && labels.count + left.count >= count, "\(left)")
    let places = zip(Self.numbers(drawn, /cx="([\d.]+)"/), Self.numbers(drawn, /cy="([\d.]+)"/)).map { "\($0) \($1)" }
    #expect(Set(places).count == count, "one dot hides another")
  }

  @Test func `a goal with one record is a dot, and one without any is nothing but its target`() {
    let one = RecordMarks.RecordSample(period: Period(year: 2026, unit: .year), value: 3)
    #expect(!Self.text(RecordMarks([one], target: 4, isMet: false).element(name: nil)).contains("course"))
    let none = Self.text(RecordMarks([], target: 4, isMet: nil).element(name: nil))
    #expect(none.contains("target") && !none.contains("<circle"))
    #expect(!none.contains("nan") && !none.contains("inf"))
  }

  @Test(arguments: [(0.5, 1.5, -1.0), (9.0, 40, 2), (-7, -20, 3)])
  func `an outcome far from what was expected stays in its drawing`(value: Double, high: Double, low: Double) {
    let drawn = Self.text(
      OutcomeMarks(value, min(low, high)...max(low, high), isBetter: true).element(name: nil))
    for x in Self.numbers(drawn, /cx="([\d.]+)"/) { #expect((0...OutcomeMarks.width).contains(x)) }
  }
}
