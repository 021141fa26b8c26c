internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords
internal import Markup

/// A journey's map drawn small: phases, the experience along the flow, a tile a touchpoint, and which to fix first.
///
/// Where nobody has asked anybody, what the team assumes that customers feel, dashed.
struct Thumbnail {
  static let width = 700.0
  private static let phaseHeight = 18.0
  private static let curveHeight = 64.0
  private static let tileHeight = 24.0
  private static let badgeHeight = 18.0
  /// Of so many touchpoints each has a column that can be seen.
  private static let mostColumns = 120

  let view: JourneyView
  let ranking: Ranking
  /// Tiles alone, for an index of many journeys.
  let isSmall: Bool

  /// Of the columns that are drawn; looked for once, since every column asks.
  private let ids: [Touchpoint.ID]
  private let metric: Metric?
  /// The scale that their figures need.
  private let bounds: (low: Double, high: Double)

  init(view: JourneyView, ranking: Ranking, isSmall: Bool) {
    (self.view, self.ranking, self.isSmall) = (view, ranking, isSmall)
    let ids = view.journey.touchpoints.indices.prefix(Self.mostColumns).map { Touchpoint.ID($0) }
    let metric = view.annotated.widestMetric(of: ids)
    (self.ids, self.metric) = (ids, metric)
    bounds =
      metric.map { metric in
        metric.bounds(of: ids.compactMap { ChartFigure(view.annotated.touchpoints[$0.value][metric]) })
      } ?? (0, 1)
  }

  private var journey: Journey { view.journey }
  private var words: Words { view.words }
  private var columns: Int { ids.count }
  private var column: Double { Self.width / Double(max(columns, 1)) }
  private var isMirrored: Bool { direction(of: view.workspace.language) == "rtl" }

  private func score(_ id: Touchpoint.ID) -> Score? { metric.map { view.annotated.touchpoints[id.value][$0] } }

  /// The left edge of columns, which run from the right where the language does.
  private func left(_ columns: Range<Int>) -> Double {
    isMirrored ? Self.width - Double(columns.upperBound) * column : Double(columns.lowerBound) * column
  }

  private func middle(_ id: Touchpoint.ID) -> Double { left(id.value..<id.value + 1) + column / 2 }

  func element() -> Element? {
    guard columns > 0 else { return nil }
    let top = isSmall ? 0 : Self.phaseHeight + Self.curveHeight + 6
    let height = top + Self.tileHeight + (isSmall ? 2 : Self.badgeHeight)
    return Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "chart thumb",
        "viewBox": "0 0 \(Self.width.svg) \(height.svg)", "width": Self.width.svg, "height": height.svg, "role": "img",
        "aria-label": name,
      ]
    ) {
      isSmall ? [] : phases() + experience()
      ids.flatMap { tile($0, top: top) }
      isSmall ? [] : badges(top: top + Self.tileHeight + 9)
    }
  }

  /// What can be heard of it.
  private var name: String {
    let tiles = ids.map { id in
      words.titled(journey[id].title, figure: figure(id) ?? words.notMeasuredYet)
    }
    return words.thumbnail(of: journey.title, metric: metric, tiles, more: journey.touchpoints.count - columns)
  }

  private func phases() -> [Element] {
    journey.phases.indices.flatMap { index -> [Element] in
      let own = ids.filter { journey[$0].phase.value == index }
      guard let first = own.first, let last = own.last else { return [] }
      let frame = Rect(
        x: left(first.value..<last.value + 1) + 1, y: 0, width: Double(last.value - first.value + 1) * column - 2,
        height: Self.phaseHeight)
      let label = TextBlock(
        journey.phases[index].title, .tileNote, x: frame.x + 6, top: 1.5, width: max(frame.width - 10, 1), most: 1)
      return [rect(frame, index.isMultiple(of: 2) ? "phase-a" : "phase-b", radius: 3)]
        + (frame.width < 30 ? [] : text(label, in: view.language))
    }
  }

  /// From 0 at the bottom to 1; nil where nothing is known.
  private func height(_ id: Touchpoint.ID) -> Double? {
    if let metric {
      guard let value = score(id)?.figure?.value, journey[id].repeats == nil else { return nil }
      let part = ChartScale(bounds.low, bounds.high, from: 0, to: 1).at(value)
      return metric == .resolution ? 1 - part : part
    }
    return journey[id].feels.first.map { (Double($0.value) + 2) / 4 }
  }

  private func point(_ id: Touchpoint.ID) -> Point? {
    height(id).map { Point(x: middle(id), y: Self.phaseHeight + 8 + (1 - $0) * (Self.curveHeight - 12)) }
  }

  private func experience() -> [Element] {
    let (top, bottom) = (Self.phaseHeight + 8, Self.phaseHeight + Self.curveHeight - 4)
    var elements = [path("M0 \(top)H\(Self.width)M0 \(bottom)H\(Self.width)", "grid")]
    for arrow in journey.arrows where !arrow.goesBack {
      guard case .touchpoint(let from) = arrow.from, case .touchpoint(let to) = arrow.to, let start = point(from),
        let end = point(to), from.value < columns, to.value < columns
      else { continue }
      let bend = (end.x - start.x) / 2
      elements.append(
        path(
          curve([
            start, Point(x: start.x + bend, y: start.y), Point(x: end.x - bend, y: end.y), end,
          ]), "way"))
    }
    let targets = ids.compactMap { score($0)?.figure == nil ? nil : score($0)?.target?.value }
    if let metric, metric != .resolution, let target = targets.first, targets.allSatisfy({ $0 == target }) {
      let y = ChartScale(bounds.low, bounds.high, from: bottom, to: top).at(target)
      elements.append(path("M0 \(y)H\(Self.width)", "target"))
    }
    let radius = column < 12 ? 2.5 : 4.5
    return elements
      + ids.compactMap { id in
        point(id).map { place in
          metric == nil
            ? circle(place, radius, "felt")
            : dot(
              place, score(id).flatMap { Level($0) }, isIndicative: score(id)?.state == .indicative, radius: radius)
        }
      }
  }

  private func figure(_ id: Touchpoint.ID) -> String? {
    if journey[id].repeats != nil { return nil }
    if metric == nil { return journey[id].feels.first.map { words.signed(Double($0.value)) } }
    return score(id)?.printed(in: words)?.short
  }

  private func tile(_ id: Touchpoint.ID, top: Double) -> [Element] {
    let frame = Rect(
      x: left(id.value..<id.value + 1) + 1, y: top, width: max(column - 2, 0.5), height: Self.tileHeight)
    let level = metric == nil ? nil : score(id).flatMap { Level($0) }
    let isFew = score(id)?.state == .indicative
    let said = figure(id)
    let style = said == nil || metric == nil ? "unknown" : level.map { "cell \($0.className)" } ?? "cell plain"
    let label = TextBlock(
      said ?? (journey[id].repeats == nil ? "?" : ""), .tileNote, x: frame.midX, top: top + 4.5, width: 400, most: 1,
      anchor: .middle)
    let fits = label.width <= frame.width - 4
    let ink = said == nil || metric == nil ? "quiet" : level.map { "on-\($0.className)" } ?? "quiet"
    return [rect(frame, isFew ? style + " few" : style, radius: 4)]
      + (fits ? [Element("g", ["class": isFew ? "few-ink" : ink], children: text(label).map { .element($0) })] : [])
  }

  /// The first three, full where that is clear.
  private func badges(top: Double) -> [Element] {
    ranking.ranked.prefix(3).enumerated().filter { $0.element.touchpoint.value < columns }.flatMap { index, entry in
      let center = Point(x: middle(entry.touchpoint), y: top)
      let isClear = entry.certainty?.isClear == true
      let number = TextBlock(
        String(index + 1), .tileNote, x: center.x, top: top - 8, width: 20, most: 1, anchor: .middle)
      return [
        circle(center, 8, isClear ? "sure" : "unsure"),
        Element("g", ["class": isClear ? "on-sure" : "quiet"], children: text(number).map { .element($0) }),
      ]
    }
  }
}
