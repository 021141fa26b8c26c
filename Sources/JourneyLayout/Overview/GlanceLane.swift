internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords

/// Of a rising name.
private let longestName = 146.0
private let tileHeight = 32.0
/// Of a tile that is read from a distance.
private let tallTileHeight = 44.0

/// The names of all touchpoints with a figure under each.
///
/// - Parameter isNamed: whether there is room for the names.
func glanceLane(_ subject: Subject, isNamed: Bool = true, on grid: Grid, top: Double) -> PlacedLane? {
  let journey = subject.journey
  let names = journey.touchpoints.indices.map { index in
    risingName(
      isNamed ? journey.touchpoints[index].title : "", isFirst: subject.rank(of: Touchpoint.ID(index)) != nil, index,
      on: grid)
  }
  let tileTop = top + (isNamed ? rise(of: names) : 0) + 4
  let height = subject.scales.lead == nil ? 0 : grid.isOnWall ? tallTileHeight : tileHeight
  let glances = names.enumerated().map { index, name in
    let id = Touchpoint.ID(index)
    var name = name
    name.origin.y = tileTop - 7
    let frame = Rect(x: grid.x(index), y: tileTop, width: grid.cardWidth, height: height)
    let figure = subject.scales.lead.map { subject.scores(id)[$0].sentence(in: subject.words) }
    return PlacedGlance(
      name: name, isRising: true, tile: narrowTile(id, subject, in: frame),
      badge: subject.rank(of: id).map {
        PlacedCard.RankBadge(rank: $0, center: Point(x: frame.midX, y: frame.maxY + 8))
      }, notes: [], sentence: joined([journey[id].title, figure].compactMap(\.self), by: ". "))
  }
  return lane(
    glances, subject, explained: isNamed ? nil : "", on: grid, top: top, tileTop: tileTop,
    bottom: height > 0 ? tileTop + height + 18 : tileTop)
}

/// The phases, each with the figure in the middle of its touchpoints', and its lowest.
func phaseGlanceLane(
  _ phases: ArraySlice<Phase>, _ subject: Subject, on grid: Grid, top: Double
) -> PlacedLane? {
  let names = phases.enumerated().map { index, phase in
    grid.isNarrow
      ? risingName(phase.title, isFirst: false, index, on: grid)
      : TextBlock(phase.title, .card, x: grid.x(index), top: top, width: grid.cardWidth, most: 4)
  }
  let tileTop = top + (grid.isNarrow ? rise(of: names) + 4 : (names.lazy.map(\.height).max() ?? 0) + 6)
  let glances = zip(phases, 0...).map { phase, index in
    var name = names[index]
    name.move(by: grid.isNarrow ? tileTop - 7 - name.origin.y : tileTop - 6 - name.height - name.frame.y)
    let ids = subject.lowestFirst(phase.touchpoints)
    let middle = ids.isEmpty ? Touchpoint.ID(phase.touchpoints.lowerBound) : ids[(ids.count - 1) / 2]
    let frame = Rect(x: grid.x(index), y: tileTop, width: grid.cardWidth, height: tileHeight)
    let sentences = sentences(phase, lowest: ids.first, subject)
    return PlacedGlance(
      name: name, isRising: grid.isNarrow, tile: narrowTile(middle, subject, in: frame), badge: nil,
      notes: grid.isNarrow ? [] : notes(sentences, under: frame), sentence: joined([phase.title] + sentences, by: ". "))
  }
  let bottom = glances.lazy.flatMap(\.notes).map(\.frame.maxY).max() ?? tileTop + tileHeight
  return lane(
    glances, subject, explained: subject.words.middleOfPhase, on: grid, top: top, tileTop: tileTop, bottom: bottom + 4)
}

private func lane(
  _ glances: [PlacedGlance], _ subject: Subject, explained: String? = nil, on grid: Grid, top: Double,
  tileTop: Double, bottom: Double
) -> PlacedLane {
  let metric = subject.scales.lead
  let definition = metric.flatMap { metric in
    metric.definition(of: subject.annotated.touchpoints.map { $0[metric] }, in: subject.words)
  }
  return PlacedLane(
    .score, top: top, content: .glances(glances), contentHeight: bottom - top - 2 * grid.lanePadding,
    labels: metric.map {
      laneLabels(
        $0.title(in: subject.words), explained?.isEmpty == true ? nil : explained ?? definition, top: tileTop - 6,
        on: grid)
    } ?? [],
    rule: .none, on: grid)
}

private func risingName(_ title: String, isFirst: Bool, _ column: Int, on grid: Grid) -> TextBlock {
  TextBlock(title, isFirst ? .card : .note, x: grid.center(column), top: 0, width: longestName, most: 1)
}

/// How high the highest of rising names rises.
private func rise(of names: [TextBlock]) -> Double {
  let longest = names.lazy.map(\.width).max() ?? 0
  return (longest * PlacedGlance.sineOfRise + 16).rounded(.up)
}

/// A figure without its unit, and under it what clearly changed or how it stands to the target.
private func narrowTile(_ id: Touchpoint.ID, _ subject: Subject, in frame: Rect) -> PlacedTile {
  let words = subject.words
  let isRepeat = subject.journey.touchpoints[id.value].repeats != nil
  guard let metric = subject.scales.lead else {
    return PlacedTile(touchpoint: id, frame: frame, level: nil, state: .notAsked, texts: [], glyph: nil)
  }
  let score = subject.scores(id)[metric]
  guard let printed = score.printed(in: words), let figure = score.figure, !isRepeat else {
    return PlacedTile(
      touchpoint: id, frame: frame, level: nil, state: isRepeat ? .notAsked : score.state, texts: [], glyph: nil)
  }
  func line(_ text: String, _ style: TextStyle, top: Double) -> TextBlock {
    TextBlock(text, style, x: frame.midX, top: top, width: frame.width, most: 1, anchor: .middle)
  }
  // Of a share, where the lane's name says what it is.
  func bare(_ text: String) -> String { text.filter { !"%\u{a0}\u{202f}".contains($0) } }
  let whole = FigureFormat(metric == .nps ? .points : .share, words).text(figure.value)
  let values =
    (frame.height > tileHeight ? [line(printed.short, .chipValue, top: frame.y + 2)] : [])
    + (metric == .resolution ? [printed.short] : [bare(printed.short), bare(whole)])
    .map { line($0, .value, top: frame.maxY - 31) }
  var texts = [values.first { $0.full == nil } ?? values[values.count - 1]]
  let level = Level(score)
  var glyph: Point?
  if let change = score.change, change.isClear {
    let sign = change.difference > 0 ? "▲" : "▼"
    let long = line("\(sign)\(metric.text(magnitudeOf: change, in: words))", .tileNote, top: frame.maxY - 17)
    texts.append(long.width <= frame.width - 2 && long.full == nil ? long : line(sign, .tileNote, top: frame.maxY - 17))
  } else if let level {
    glyph = Point(x: frame.midX - level.glyphWidth / 2, y: frame.maxY - 9)
  }
  return PlacedTile(
    touchpoint: id, frame: frame, level: level, state: score.state, texts: texts, glyph: glyph)
}

/// How many touchpoints a phase has, and which is its lowest.
private func sentences(_ phase: Phase, lowest: Touchpoint.ID?, _ subject: Subject) -> [String] {
  let words = subject.words
  let count = words.count(touchpoints: phase.touchpoints.count)
  guard let lowest, let metric = subject.scales.lead, let printed = subject.scores(lowest)[metric].printed(in: words)
  else { return [count] }
  return [count, words.lowest(subject.journey[lowest].title, figure: printed.short)]
}

private func notes(_ sentences: [String], under frame: Rect) -> [TextBlock] {
  var y = frame.maxY + 4
  return sentences.map { text in
    let block = TextBlock(text, .caption, x: frame.x, top: y, width: frame.width, most: 4)
    y = block.frame.maxY + 2
    return block
  }
}

extension Subject {
  /// Those of a run that have a figure of the metric that weighs most, the one with most to mend first.
  fileprivate func lowestFirst(_ columns: Range<Int>) -> [Touchpoint.ID] {
    guard let metric = scales.lead else { return [] }
    let sign = metric.higherIsBetter ? 1.0 : -1
    let values = columns.compactMap { column -> (id: Touchpoint.ID, value: Double)? in
      let id = Touchpoint.ID(column)
      guard journey[id].repeats == nil, let figure = scores(id)[metric].figure else { return nil }
      return (id, figure.value * sign)
    }
    return values.sorted { ($0.value, $0.id.value) < ($1.value, $1.id.value) }.map(\.id)
  }
}
