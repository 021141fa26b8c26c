internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords

extension Grid {
  fileprivate var tileHeight: Double { isOnWall ? 54 : 28 }
}

/// The figure that weighs most, of every touchpoint, right under the cards: what a map is opened for.
///
/// Nil where nobody has asked about any touchpoint. Where nobody asked about one, this row says so, and no other does.
func tileLane(_ subject: Subject, on grid: Grid, top: Double) -> PlacedLane? {
  guard let metric = subject.scales.lead else { return nil }
  let tiles = subject.journey.touchpoints.indices.map { tile(Touchpoint.ID($0), metric, subject, on: grid, top: top) }
  let height = tiles.lazy.map(\.frame.height).max() ?? grid.tileHeight
  return PlacedLane(
    .score, top: top, content: .tiles(metric, tiles), contentHeight: height - 2 * grid.lanePadding + 6,
    labels: laneLabels(
      metric.title(in: subject.words),
      metric.definition(of: tiles.map { subject.scores($0.touchpoint)[metric] }, in: subject.words), top: top - 6,
      on: grid),
    rule: .none, on: grid)
}

private func tile(
  _ id: Touchpoint.ID, _ metric: Metric, _ subject: Subject, on grid: Grid, top: Double
) -> PlacedTile {
  let words = subject.words
  let score = subject.scores(id)[metric]
  let frame = Rect(x: grid.x(id.value), y: top, width: grid.cardWidth, height: grid.tileHeight)
  let original = subject.journey.touchpoints[id.value].repeats.map { subject.whole[$0].title }
  guard let printed = score.printed(in: words), score.figure != nil, original == nil else {
    let reason = original.map(words.asAt) ?? score.absence(in: words) ?? ""
    var text = TextBlock(reason, .caption, x: frame.midX, top: 0, width: frame.width - 6, most: 3, anchor: .middle)
    let height = max(grid.tileHeight, text.height + 4)
    text.move(by: frame.y + (height - text.height) / 2)
    return PlacedTile(
      touchpoint: id, frame: Rect(x: frame.x, y: frame.y, width: frame.width, height: height), level: nil,
      state: original == nil ? score.state : .notAsked, texts: [text], glyph: nil)
  }
  let level = Level(score)
  if grid.isOnWall { return wallTile(id, score, printed.short, level, in: frame, words) }
  let value = TextBlock(printed.short, .tile, x: frame.x + 8, top: frame.y + 5, width: frame.width - 12, most: 1)
  var texts = [value]
  let rest = frame.width - value.width - 22
  var glyph: Point?
  if let change = score.change, change.isClear {
    let sign = change.difference > 0 ? "▲" : "▼"
    let long = TextBlock(
      "\(sign) \(metric.text(magnitudeOf: change, in: words))", .tileNote, x: frame.maxX - 7, top: frame.y + 6,
      width: frame.width, most: 1, anchor: .end)
    let short = TextBlock(sign, .tileNote, x: frame.maxX - 7, top: frame.y + 6, width: 20, most: 1, anchor: .end)
    if let note = [long, short].first(where: { $0.width <= rest }) { texts.append(note) }
  } else if let level, level.glyphWidth <= rest {
    glyph = Point(x: frame.maxX - 8 - level.glyphWidth, y: frame.midY)
  }
  return PlacedTile(
    touchpoint: id, frame: frame, level: level, state: score.state, texts: texts, glyph: glyph)
}

/// The figure as large as the tile is, and under it what changed or how it is to its target.
private func wallTile(
  _ id: Touchpoint.ID, _ score: Score, _ figure: String, _ level: Level?, in frame: Rect,
  _ words: Words
) -> PlacedTile {
  func line(_ text: String, _ style: TextStyle, top: Double) -> TextBlock {
    TextBlock(text, style, x: frame.midX, top: frame.y + top, width: frame.width - 4, most: 1, anchor: .middle)
  }
  func fullest(_ lines: [TextBlock]) -> TextBlock? { lines.first { $0.full == nil } }
  let values = [
    line(figure, .figure, top: 0), line(figure.filter { !"%\u{a0}\u{202f}".contains($0) }, .figure, top: 0),
    line(figure, .title, top: 5),
  ]
  var texts = [fullest(values) ?? values[2]]
  var glyph: Point?
  if let change = score.change, change.isClear {
    let sign = change.difference > 0 ? "▲" : "▼"
    let short = "\(sign) \(score.metric.text(magnitudeOf: change, in: words))"
    texts += [
      fullest(
        ["\(short) \(words.since(change.from.spoken(in: words)))", short, sign].map { line($0, .tileNote, top: 35) })
    ].compactMap(\.self)
  } else if let level {
    glyph = Point(x: frame.midX - level.glyphWidth / 2, y: frame.y + 44)
  }
  return PlacedTile(
    touchpoint: id, frame: frame, level: level, state: score.state, texts: texts, glyph: glyph)
}
