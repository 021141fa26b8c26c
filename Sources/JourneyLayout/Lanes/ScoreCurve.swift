internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords

/// The experience as customers answered it: CSAT, or where nobody is asked for it the next metric that is.
///
/// The curve follows the flow: it joins touchpoints with data of today that customers go on to from each other. Over
/// touchpoints without, a thin dashed line bridges the gap, so that nobody reads a figure into it.
func scoreCurve(_ subject: Subject, on grid: Grid, top: Double) -> PlacedLane? {
  guard let metric = subject.scales.curve else { return nil }
  let scores = subject.journey.touchpoints.indices.map { subject.scores(Touchpoint.ID($0))[metric] }
  let area = Rect(x: Grid.gutter, y: top + 34, width: grid.right - Grid.gutter, height: subject.isPiece ? 100 : 156)
  let axis = Axis(metric: metric, low: subject.scales.bounds.low, high: subject.scales.bounds.high, area: area)
  let nodes = scores.indices.compactMap { node(scores[$0], Touchpoint.ID($0), axis, subject, on: grid) }
  guard !nodes.isEmpty else { return nil }
  let plot = CurvePlot(
    area: area, ticks: axis.ticks(in: subject.words),
    lines: lines(through: nodes.filter { !$0.isOld }, along: FlowSteps(subject.journey), .answers), nodes: nodes,
    targets: targets(scores, of: metric, axis, clearOf: nodes, subject, on: grid), legend: [])
  return PlacedLane(
    .experience, top: top, content: .curve(plot), contentHeight: area.maxY - top - lanePadding,
    labels: laneLabels(
      MapLane.experience.title(in: subject.words),
      subject.words.withInterval(metric.definition(of: scores, in: subject.words)), top: top, width: 130),
    on: grid)
}

/// The part of a metric's scale that is drawn, in hundredths.
struct Axis {
  let metric: Metric
  let low: Double
  let high: Double
  let area: Rect

  /// Shares and NPS alike in hundredths.
  static func hundredths(_ value: Double, of metric: Metric) -> Double { metric == .nps ? value : value * 100 }

  func y(_ value: Double) -> Double {
    let part = (Self.hundredths(value, of: metric) - low) / max(high - low, 1)
    return area.maxY - part.clamped(to: 0...1) * area.height
  }

  func ticks(in words: Words) -> [CurvePlot.Tick] {
    let step = high - low > 100 ? 50.0 : high - low > 50 ? 20 : 10
    return stride(from: (low / step).rounded(.up) * step, through: high, by: step).map { value in
      let y = area.maxY - (value - low) / max(high - low, 1) * area.height
      let text = metric == .nps ? words.signed(value) : words.percent(value / 100)
      return CurvePlot.Tick(
        y: y, label: TextBlock(text, .caption, x: Grid.gutter - 10, top: y - 8, width: 60, most: 1, anchor: .end))
    }
  }
}

private func node(
  _ score: Score, _ id: Touchpoint.ID, _ axis: Axis, _ subject: Subject, on grid: Grid
) -> CurvePlot.CurveNode? {
  guard let figure = score.figure, let printed = score.printed(in: subject.words)?.value else { return nil }
  let center = Point(x: grid.center(id.value), y: axis.y(figure.value))
  let whisker = figure.interval.map { (low: axis.y($0.lowerBound), high: axis.y($0.upperBound)) }
  let date = score.shortDate(under: subject.annotated.period, in: subject.words).map { " (\($0))" } ?? ""
  let text = printed + date
  let label = TextBlock(
    text, .point, x: center.x, top: min(whisker?.high ?? center.y, center.y - 8) - 21, width: grid.pitch, most: 1,
    anchor: .middle)
  return CurvePlot.CurveNode(
    touchpoint: id, center: center, level: Level(score), whisker: whisker, label: label,
    glyph: Point(x: center.x + label.width / 2 + 5, y: label.origin.y - 5), isIndicative: score.state == .indicative,
    isOld: score.isOld,
    sentence: "\(subject.journey.touchpoints[id.value].title). \(score.sentence(in: subject.words))")
}

/// Joins the nodes along the flow.
func lines(
  through nodes: [CurvePlot.CurveNode], along steps: FlowSteps, _ stroke: CurvePlot.CurveLine.Stroke, variant: Int = 0
) -> [CurvePlot.CurveLine] {
  let centers = Dictionary(uniqueKeysWithValues: nodes.map { ($0.touchpoint.value, $0.center) })
  let (runs, gaps) = steps.lines { centers[$0] }
  return gaps.map { CurvePlot.CurveLine(stroke: .gap, points: [$0, $1], variant: 0) }
    + runs.map { CurvePlot.CurveLine(stroke: stroke, points: $0, variant: variant) }
}

/// One line for each run of columns with the same target, its name at the right end, under or over the line.
private func targets(
  _ scores: [Score], of metric: Metric, _ axis: Axis, clearOf nodes: [CurvePlot.CurveNode], _ subject: Subject,
  on grid: Grid
) -> [(y: Double, from: Double, to: Double, label: TextBlock)] {
  var runs: [(value: Double, from: Int, to: Int)] = []
  for (column, score) in scores.enumerated() where score.figure != nil {
    guard let value = score.target?.value else { continue }
    if let last = runs.last, last.value == value {
      runs[runs.count - 1].to = column
    } else {
      runs.append((value, column, column))
    }
  }
  return runs.map { run in
    let y = axis.y(run.value)
    let to = Grid.gutter + Double(run.to + 1) * grid.pitch
    let labels = [y + 2, y - 17].map { top in
      TextBlock(
        subject.words.target(metric.text(target: run.value, in: subject.words)), .caption, x: to - 4, top: top,
        width: grid.pitch, most: 1,
        anchor: .end)
    }
    let node = nodes.first { $0.touchpoint.value == run.to }
    let clear = labels.first { label in node.map { !$0.covers(label) } ?? true }
    return (y, Grid.gutter + Double(run.from) * grid.pitch, to, clear ?? labels[0])
  }
}

extension CurvePlot.CurveNode {
  /// Whether the node's mark or its figure with the glyph stands in the label's rows; both are in one column.
  fileprivate func covers(_ label: TextBlock) -> Bool {
    let top = label.origin.y - 12
    let bottom = label.origin.y + 4
    let mark = (center.y - 8)...(center.y + 8)
    let figure = (glyph.y - 12)...(glyph.y + 10)
    let left = label.origin.x - label.width
    return (left < center.x + 10 && mark.overlaps(top...bottom))
      || (left < glyph.x + 20 && figure.overlaps(top...bottom))
  }
}
