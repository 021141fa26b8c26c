package import JourneyMetrics
package import JourneyModel
internal import JourneyWords

/// One figure in a metric's row, or why there is none.
package struct PlacedCell: Sendable {
  /// The touchpoints it is about: one, or those that share an answer.
  package let touchpoints: [Touchpoint.ID]
  package let state: Score.ScoreState
  package let level: Level?
  /// Whether it is too old to be judged.
  package var isOld = false
  package var frame: Rect
  /// The bar: its whole track, and how much of it is filled.
  package var bar: (track: Rect, filled: Rect)?
  package var texts: [TextBlock]
  package var glyph: Point
  /// The figures of three periods or more, oldest first.
  package var sparkline: [Point]
  /// Where an arrow says that it clearly changed; nil where it did not.
  package var change: (center: Point, isUp: Bool, isBetter: Bool)?
}

private let cellHeight = 52.0
/// What a line more adds to a cell, and to all cells of its row.
private let lineHeight = 16.0

/// A row of one metric's figures; nil where nobody is asked for it.
func metricLane(_ metric: Metric, _ subject: Subject, on grid: Grid, top: Double) -> PlacedLane? {
  guard subject.annotated.asks(metric) else { return nil }
  let scores = subject.journey.touchpoints.indices.map { subject.scores(Touchpoint.ID($0))[metric] }
  let height = height(of: scores, subject, on: grid)
  // That nobody was asked about a touchpoint is said once, under its card.
  let saysAbsence = subject.scales.lead == nil
  let cells = scores.enumerated().compactMap { column, score -> PlacedCell? in
    guard saysAbsence || score.state != .notAsked else { return nil }
    let frame = Rect(x: grid.x(column), y: top + 10, width: grid.cardWidth, height: height)
    return cell(score, [Touchpoint.ID(column)], in: frame, subject)
  }
  return lane(
    metric, cells, height: height, detail: metric.definition(of: scores, in: subject.words), subject, on: grid, top: top
  )
}

/// From so many pixels on a cell has its `n` beside the figure, not under it.
private let roomyWidth = 116.0

/// As tall as the cell with the most to say.
private func height(of scores: [Score], _ subject: Subject, on grid: Grid) -> Double {
  cellHeight + (grid.cardWidth < roomyWidth ? lineHeight : 0) + lineHeight
    * Double(scores.lazy.map { furtherLines($0, subject).count }.max() ?? 0)
}

/// What a figure needs to have beside it: a date of its own, the cases still open.
private func furtherLines(_ score: Score, _ subject: Subject) -> [String] {
  guard score.figure != nil else { return [] }
  return [score.shortDate(under: subject.annotated.period, in: subject.words), score.open?.text(in: subject.words)]
    .compactMap(\.self)
}

/// Answers that several touchpoints share, drawn across them; nil where there are none.
func sharedLane(_ metric: Metric, _ subject: Subject, on grid: Grid, top: Double) -> PlacedLane? {
  var rowEnds: [Int] = []
  var cells: [PlacedCell] = []
  let asked = subject.annotated.shared.filter { $0.scores[metric].state != .notAsked }
  let height = height(of: asked.map { $0.scores[metric] }, subject, on: grid)
  for shared in asked.sorted(by: { $0.touchpoints.lexicographicallyPrecedes($1.touchpoints) }) {
    guard let first = shared.touchpoints.min()?.value, let last = shared.touchpoints.max()?.value else { continue }
    let row = rowEnds.firstIndex { $0 < first } ?? rowEnds.count
    if row == rowEnds.count { rowEnds.append(last) } else { rowEnds[row] = last }
    let frame = Rect(
      x: grid.x(first), y: top + 10 + Double(row) * (height + 8), width: grid.x(last) + grid.cardWidth - grid.x(first),
      height: height)
    cells.append(cell(shared.scores[metric], shared.touchpoints, in: frame, subject))
  }
  guard !cells.isEmpty else { return nil }
  return lane(
    metric, cells, height: Double(rowEnds.count) * (height + 8) - 8, detail: subject.words.oneQuestionAboutSeveral,
    subject, on: grid, top: top)
}

private func lane(
  _ metric: Metric, _ cells: [PlacedCell], height: Double, detail: String, _ subject: Subject, on grid: Grid,
  top: Double
) -> PlacedLane {
  PlacedLane(
    .metric, top: top, content: .metric(cells), contentHeight: height + 14 - 2 * grid.lanePadding,
    labels: laneLabels(metric.title(in: subject.words), detail, top: top, on: grid), on: grid)
}

private func cell(
  _ score: Score, _ touchpoints: [Touchpoint.ID], in frame: Rect, _ subject: Subject
) -> PlacedCell {
  let words = subject.words
  var cell = PlacedCell(
    touchpoints: touchpoints, state: score.state, level: Level(score), frame: frame, texts: [],
    glyph: Point(x: frame.x, y: frame.y), sparkline: [])
  guard let figure = score.figure, let printed = score.printed(in: words) else {
    cell.texts = [
      TextBlock(
        score.absence(in: words) ?? "", .caption, x: frame.midX, top: frame.midY - 8,
        width: frame.width, most: 1, anchor: .middle)
    ]
    return cell
  }
  let metric = score.metric
  let share =
    switch metric {
    case .nps: (figure.value + 100) / 200
    case .resolution: subject.scales.longest > 0 ? figure.value / subject.scales.longest : 0
    default: figure.value
    }
  cell.isOld = score.isOld
  cell.bar = bar(of: share, over: frame)
  let value = TextBlock(printed.short, .value, x: frame.x, top: frame.y + 12, width: frame.width, most: 1)
  cell.glyph = Point(x: frame.x + value.width + 5, y: value.origin.y - 4.5)
  let isRoomy = frame.width >= roomyWidth
  let drop = isRoomy ? 0 : lineHeight
  cell.texts = [
    value,
    isRoomy
      ? TextBlock(
        words.count(of: score), .caption, x: frame.maxX, top: frame.y + 13, width: frame.width, most: 1, anchor: .end)
      : TextBlock(words.count(of: score), .caption, x: frame.x, top: frame.y + 47, width: frame.width, most: 1),
  ]
  cell.texts.append(
    TextBlock(
      printed.interval ?? words.noInterval, .caption, x: frame.x, top: frame.y + 31, width: frame.width, most: 1))
  for (line, text) in furtherLines(score, subject).enumerated() {
    let top = frame.y + 47 + drop + lineHeight * Double(line)
    cell.texts.append(TextBlock(text, .caption, x: frame.x, top: top, width: frame.width, most: 1))
  }
  cell.sparkline = sparkline(
    score.history,
    in: Rect(x: frame.maxX - (isRoomy ? 50 : 34), y: frame.y + 34 + drop, width: isRoomy ? 46 : 30, height: 12))
  if let change = score.change, change.isClear {
    let isUp = change.difference > 0
    cell.change = (
      Point(x: frame.maxX - (cell.sparkline.isEmpty ? 6 : isRoomy ? 62 : 44), y: frame.y + 40 + drop), isUp,
      isUp == metric.higherIsBetter
    )
  }
  return cell
}

/// A bar along the top of a cell, filled by a share, of which something is always seen.
private func bar(of share: Double, over frame: Rect) -> (track: Rect, filled: Rect) {
  let track = Rect(x: frame.x, y: frame.y + 2, width: frame.width, height: 6)
  var filled = track
  filled.width = max(2, track.width * share.clamped(to: 0...1))
  return (track, filled)
}

/// Three periods or more as a small line, from the least to the greatest of them.
private func sparkline(_ history: [Score.PeriodSample], in box: Rect) -> [Point] {
  guard history.count >= 3, let low = history.lazy.map(\.value).min(), let high = history.lazy.map(\.value).max() else {
    return []
  }
  return history.enumerated().map { index, moment in
    let part = high > low ? (moment.value - low) / (high - low) : 0.5
    return Point(
      x: box.x + box.width * Double(index) / Double(history.count - 1), y: box.maxY - part * box.height)
  }
}

/// How many of the journey's customers meet each touchpoint; nil where no question tells.
func reachLane(_ subject: Subject, on grid: Grid, top: Double) -> PlacedLane? {
  let words = subject.words
  var cells: [PlacedCell] = []
  let headline = subject.annotated.period
  let isDated = subject.annotated.touchpoints.contains { $0.reach?.date(under: headline, in: words) != nil }
  // Whether each share has its interval beside it, not under it.
  let isRoomy = subject.journey.touchpoints.indices.allSatisfy { column in
    guard let printed = subject.scores(Touchpoint.ID(column)).reach?.printed(in: words) else { return true }
    let widths = [(printed.value, TextStyle.value), (printed.interval ?? "", .caption)].map {
      TextBlock($0.0, $0.1, x: 0, top: 0, width: .infinity, most: 1).width
    }
    return widths.reduce(6, +) <= grid.cardWidth
  }
  let height = grid.isNarrow ? 8 : 32 + (isDated ? lineHeight : 0) + (isRoomy ? 0 : lineHeight)
  for column in subject.journey.touchpoints.indices {
    guard let reach = subject.scores(Touchpoint.ID(column)).reach else { continue }
    let frame = Rect(x: grid.x(column), y: top + 10, width: grid.cardWidth, height: height)
    let printed = reach.printed(in: words)
    func line(_ text: String, _ line: Double, anchor: TextBlock.Anchor = .start) -> TextBlock {
      TextBlock(
        text, .caption, x: anchor == .end ? frame.maxX : frame.x, top: frame.y + 13 + line * lineHeight,
        width: frame.width, most: 1, anchor: anchor)
    }
    let value = TextBlock(printed.value, .value, x: frame.x, top: frame.y + 12, width: frame.width, most: 1)
    let bounds = isRoomy ? line(printed.interval ?? "", 0, anchor: .end) : line(printed.interval ?? "", 1)
    let date = reach.shortDate(under: headline, in: words).map { line($0, isRoomy ? 1 : 2) }
    cells.append(
      PlacedCell(
        touchpoints: [Touchpoint.ID(column)], state: .scored, level: nil, isOld: reach.isOld, frame: frame,
        bar: bar(of: reach.value, over: frame),
        texts: grid.isNarrow ? [] : [value, bounds] + [date].compactMap(\.self),
        glyph: Point(x: frame.x, y: frame.y), sparkline: []))
  }
  guard !cells.isEmpty else { return nil }
  return PlacedLane(
    .reach, top: top, content: .metric(cells), contentHeight: height + 14 - 2 * grid.lanePadding,
    labels: laneLabels(.reach, subject, top: top, on: grid), on: grid)
}
