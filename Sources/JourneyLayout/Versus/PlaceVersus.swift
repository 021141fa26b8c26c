package import JourneyMetrics
package import JourneyModel
package import JourneyReview
internal import JourneyWords

extension PlacedMap {
  /// The comparisons of its journey, each under the row of tiles and in the place of what follows.
  package func versus(
    _ comparisons: [FigureComparison], of annotated: AnnotatedJourney, in workspace: Workspace
  ) -> [PlacedVersus] {
    guard let row = lanes.first, row.id == .score else { return [] }
    return comparisons.map { comparison in
      let placing = VersusPlacing(
        comparison: comparison, journey: annotated.journey, scales: Scales(annotated), workspace: workspace, grid: grid,
        top: row.frame.maxY)
      var versus = placing.placed
      if isMirrored { versus.lane = versus.lane.mirrored(in: width) }
      return versus
    }
  }
}

/// Places one comparison.
private struct VersusPlacing {
  let comparison: FigureComparison
  let journey: Journey
  let scales: Scales
  let workspace: Workspace
  let grid: Grid
  let top: Double

  private var words: Words { workspace.words }
  private var metric: Metric { comparison.metric }
  private var sides: (first: String, second: String) { words.sides(of: comparison.kind, in: workspace) }
  /// Of both sides; under it that of how far they are apart.
  private var area: Rect {
    Rect(x: Grid.gutter, y: top + 80, width: grid.right - Grid.gutter, height: 96)
  }
  private var zero: Double { area.maxY + 56 }
  private static let tileHeight = 24.0
  /// Of tiles, from the top.
  private static let rows = (first: 8.0, second: 40.0)
  private static let gapHeight = 28.0

  var placed: PlacedVersus {
    let sentence = words.clearDifferences(comparison.clear, of: comparison.count)
    let height = zero + Self.gapHeight + 18 - top
    return PlacedVersus(
      choices: choices, sentence: sentence,
      lane: PlacedLane(
        .comparison, top: top, content: .comparison(plot), contentHeight: height - 2 * grid.lanePadding,
        labels: labels(sentence), on: grid))
  }

  /// By their segments, personas are compared, too.
  private var choices: [(name: String, title: String)] {
    switch comparison.kind {
    case .periods(let before, let after):
      return [("period:\(before)..\(after)", words.compared(sides))]
    case .segments(let first, let second):
      var choices = [("segment:\(workspace[first].name)..\(workspace[second].name)", words.compared(sides))]
      for one in journey.personas where workspace[one].segment == first {
        for other in journey.personas where workspace[other].segment == second {
          let titles = (inside(workspace[one].title), inside(workspace[other].title))
          choices.append(("persona:\(workspace[one].name)..\(workspace[other].name)", words.compared(titles)))
        }
      }
      return choices
    }
  }

  private func labels(_ sentence: String) -> [TextBlock] {
    func label(_ text: String, _ style: TextStyle = .caption, top: Double, width: Double = 84) -> TextBlock {
      TextBlock(text, style, x: Grid.margin, top: top, width: width)
    }
    let difference = label(words.difference, .lane, top: zero - 42, width: grid.nameWidth)
    func side(_ title: String, row: Double) -> TextBlock {
      var block = TextBlock(title, .caption, x: Grid.margin, top: 0, width: grid.nameWidth, most: 2)
      block.move(by: top + row + (Self.tileHeight - block.height) / 2)
      return block
    }
    return [
      side(words.firstSide(sides.first), row: Self.rows.first),
      side(words.secondSide(sides.second), row: Self.rows.second),
      label(words.bothWithIntervals, top: area.y - 6), difference,
      label(sentence, top: difference.frame.maxY),
    ]
  }

  private var plot: ComparisonPlot {
    let scale = ExperienceScale(scales, area: area)
    let zero = ExperiencePlot.Tick(
      y: zero, label: scale.tickLabel(words.decimal(0), y: zero))
    return ComparisonPlot(
      area: area, ticks: (metric == .resolution ? [] : scale.ticks(in: words)) + [zero],
      columns: comparison.touchpoints.map(column))
  }

  private func column(_ compared: FigureComparison.ComparedTouchpoint) -> ComparisonPlot.VersusColumn {
    let spoken = SpokenSides(compared, metric, sides, in: words)
    let column = compared.touchpoint.value
    let middle = grid.center(column)
    let tiles = [(compared.first, spoken.first, Self.rows.first), (compared.second, spoken.second, Self.rows.second)]
      .compactMap {
        tile($0, $1, at: Point(x: grid.x(column), y: top + $2), compared)
      }
    let marks = [compared.first, compared.second].enumerated().compactMap { index, side in
      side.headline.map { headline in
        ComparisonPlot.VersusMark(
          isFirst: index == 0, isIndicative: side.state == .indicative,
          center: Point(x: middle + (index == 0 ? -9 : 9), y: y(headline.value)),
          whisker: headline.interval.map { (y($0.lowerBound), y($0.upperBound)) })
      }
    }
    return ComparisonPlot.VersusColumn(
      touchpoint: compared.touchpoint, tiles: tiles, marks: marks,
      gap: compared.change.flatMap { change in spoken.gap.map { gap(change, $0, middle) } },
      sentence: "\(journey[compared.touchpoint].title). \(spoken.sentence)")
  }

  /// Nil where nobody was asked.
  private func tile(
    _ side: SideFigure, _ text: String, at origin: Point, _ compared: FigureComparison.ComparedTouchpoint
  ) -> PlacedTile? {
    guard side.state != .notAsked else { return nil }
    let frame = Rect(x: origin.x, y: origin.y, width: grid.cardWidth, height: Self.tileHeight)
    guard let headline = side.headline else {
      let reason = TextBlock(
        text, .caption, x: frame.midX, top: frame.y + 4, width: frame.width - 6, most: 1, anchor: .middle)
      return PlacedTile(
        touchpoint: compared.touchpoint, frame: frame, level: nil, state: side.state, texts: [reason], glyph: nil)
    }
    let value = TextBlock(text, .tile, x: frame.x + 8, top: frame.y + 3, width: frame.width - 12, most: 1)
    let count = TextBlock(
      words.n(side.n), .tileNote, x: frame.maxX - 7, top: frame.y + 4, width: frame.width, most: 1, anchor: .end)
    let level = compared.target.flatMap { target in
      headline.isMoreThan && headline.value <= target.value
        ? nil : Level(value: headline.value, of: metric, target: target.value)
    }
    return PlacedTile(
      touchpoint: compared.touchpoint, frame: frame, level: level, state: side.state,
      texts: value.width + count.width + 20 <= frame.width ? [value, count] : [value], glyph: nil)
  }

  private func gap(_ change: Score.Change, _ text: String, _ middle: Double) -> ComparisonPlot.VersusGap {
    /// Half of the whole scale up or down is as far as it goes.
    func y(_ difference: Double) -> Double {
      zero - (share(of: difference) * 2).clamped(to: -1...1) * Self.gapHeight
    }
    let center = Point(x: middle - 6, y: y(change.difference))
    return ComparisonPlot.VersusGap(
      isBetter: change.isClear ? (change.difference > 0) == metric.higherIsBetter : nil, center: center,
      whisker: change.asDifference.map { (y($0.interval.lowerBound), y($0.interval.upperBound)) },
      label: TextBlock(
        text, change.isClear ? .value : .caption, x: center.x + 10, top: center.y - 8, width: grid.cardWidth / 2,
        most: 1))
  }

  /// Of a figure, its height on the scale of both sides.
  private func y(_ value: Double) -> Double {
    let part = metric == .nps ? (value + 100) / 200 : share(of: value)
    return area.maxY - part.clamped(to: 0...1) * area.height
  }

  /// Of the whole scale.
  private func share(of amount: Double) -> Double {
    switch metric {
    case .csat, .effort, .fcr: amount
    case .nps: amount / 200
    case .resolution: scales.longest > 0 ? amount / scales.longest : 0
    }
  }
}
