internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords

/// The experience along the flow: touchpoints as high as customers say it is there, joined by the ways that customers
/// go, wide where many go.
///
/// Where nobody has answered, the height is what the team assumes that customers feel; without any feelings either, the
/// ways run along a rail. Nil without touchpoints, and where a piece of a map has no arrows and no heights.
func experienceLane(_ subject: Subject, on grid: Grid, top: Double) -> PlacedLane? {
  let journey = subject.journey
  guard !journey.touchpoints.isEmpty else { return nil }
  var drawing = ExperienceDrawing(subject, on: grid, top: top)
  guard drawing.hasHeights || !journey.arrows.isEmpty else { return nil }
  drawing.placeValues()
  drawing.placeWays()
  let plot = drawing.plot
  return PlacedLane(
    .experience, top: top, content: .experience(plot), contentHeight: drawing.bottom - top - grid.lanePadding,
    labels: laneLabels(
      MapLane.experience.title(in: subject.words), drawing.explanation, top: top,
      width: drawing.hasHeights ? grid.nameWidth - 36 : grid.nameWidth, on: grid), on: grid)
}

extension Grid {
  /// Over the scale, where the highest figures are written unless tiles alone say them.
  fileprivate func roomOverPlot(isMeasured: Bool) -> Double {
    (isNarrow || isOnWall) && isMeasured ? 14 : 28
  }
}

private struct ExperienceDrawing {
  let subject: Subject
  let grid: Grid
  let scale: ExperienceScale
  let hasHeights: Bool
  var plot: ExperiencePlot
  /// Where the lowest thing ends.
  var bottom: Double
  private var room: LabelRoom

  init(_ subject: Subject, on grid: Grid, top: Double) {
    self.subject = subject
    self.grid = grid
    let words = subject.words
    let journey = subject.journey
    let hasHeights = subject.scales.curve != nil || journey.hasFeelings
    let area = Rect(
      x: grid.gutter, y: top + grid.roomOverPlot(isMeasured: subject.scales.curve != nil),
      width: grid.right - grid.gutter,
      height: hasHeights ? grid.plotHeight ?? (grid.isNarrow ? 84 : subject.isPiece ? 110 : 132) : 0)
    let scale = ExperienceScale(subject.scales, area: area)
    let scores = scale.metric.map { metric in
      journey.touchpoints.indices.map { subject.scores(Touchpoint.ID($0))[metric] }
    }
    let railY = area.maxY + (hasHeights ? 22 : 8)
    let nodes = journey.touchpoints.indices.map { index in
      experienceNode(Touchpoint.ID(index), scores?[index], scale, railY: railY, subject, on: grid)
    }
    let hasRail = nodes.contains { $0.kind == .unknown }
    plot = ExperiencePlot(
      area: area, ticks: hasHeights ? scale.ticks(in: words) : [],
      rail: hasRail
        ? ExperiencePlot.Tick(
          y: railY,
          label: scale.tickLabel(
            !hasHeights ? "" : scale.metric == nil ? words.noFeeling : MapSign.state(.notAsked).meaning(in: words),
            y: railY)) : nil, targets: [], ways: [], ends: [], nodes: nodes)
    bottom = (hasRail ? railY : area.maxY) + 16
    room = LabelRoom(
      bounds: Rect(x: grid.gutter - 4, y: top + 6, width: grid.width - grid.gutter, height: bottom + 34 - top))
    self.scale = scale
    self.hasHeights = hasHeights
    for node in nodes {
      room.block(Rect(x: node.center.x - 9, y: node.center.y - 9, width: 18, height: 18))
      if let whisker = node.whisker {
        room.block(
          Rect(x: node.center.x - 1, y: whisker.high, width: 2, height: max(0, whisker.low - whisker.high)))
      }
      if let before = node.before {
        room.block(
          Rect(x: node.center.x + 7, y: min(before, node.center.y), width: 10, height: abs(before - node.center.y)))
      }
    }
    placeTargets(scores ?? [])
  }

  /// What the tiles over it show needs no words here.
  var explanation: String? { hasHeights && scale.metric == nil ? subject.words.teamsAssumption : nil }

  /// The targets' names stand at the right ends of their lines.
  private mutating func placeTargets(_ scores: [Score]) {
    guard let metric = scale.metric else { return }
    var runs = scale.targets(scores, in: subject, on: grid)
    // The last one goes on to the edge, where its name has room.
    if !runs.isEmpty { runs[runs.count - 1].to = grid.right }
    for run in runs {
      let text = subject.words.target(metric.text(target: run.value, in: subject.words))
      let candidates = [run.y - 17, run.y + 2].flatMap { top in
        [run.to, run.to - grid.pitch / 2].map { x in
          TextBlock(text, .caption, x: x, top: top, width: run.to - run.from, most: 1, anchor: .end)
        }
      }
      let label = room.place(candidates) ?? room.placeBelow(candidates[0], from: bottom)
      plot.targets.append((run.y, run.from, run.to, label))
    }
  }

  /// Over its mark or under it, else beside it.
  mutating func placeValues() {
    for index in plot.nodes.indices {
      guard let label = plot.nodes[index].label else { continue }
      let node = plot.nodes[index]
      let high = min(node.whisker?.high ?? node.center.y, node.center.y - 9)
      let low = max(node.whisker?.low ?? node.center.y, node.center.y + 9)
      plot.nodes[index].label =
        room.place([
          label.placed(x: node.center.x, top: high - 18, .middle),
          label.placed(x: node.center.x, top: low + 1, .middle),
          label.placed(x: node.center.x - 11, top: node.center.y - 8, .end),
          label.placed(x: node.center.x + 20, top: node.center.y - 8, .start),
        ]) ?? room.placeBelow(label, from: bottom)
    }
  }

  /// Lines first, so that every text knows what runs behind it.
  mutating func placeWays() {
    let journey = subject.journey
    let shares = journey.drawnShares()
    let lines = WayLines(
      plot.nodes, bounds: plot.area.y - grid.roomOverPlot(isMeasured: scale.metric != nil) + 8...bottom)
    var turns: [Int: Int] = [:]
    func turn(_ from: Int, _ to: Int) -> Int {
      defer { turns[from * grid.count + to, default: 0] += 1 }
      return turns[from * grid.count + to] ?? 0
    }
    for (index, arrow) in journey.arrows.enumerated() {
      var way = PlacedWay(
        arrow: index, kind: .onward, curve: [], width: shares[index].map { 1.2 + 6 * $0.clamped(to: 0...1) } ?? 1.6,
        isFaint: false)
      switch (arrow.from, arrow.to) {
      case (.touchpoint(let from), .touchpoint(let to)):
        let isFaint = hasHeights && [from, to].contains { plot.nodes[$0.value].kind == .unknown }
        let turn = turn(from.value, to.value)
        way = PlacedWay(
          arrow: index, kind: to > from ? .onward : .back,
          curve: to > from
            ? lines.onward(from: from.value, to: to.value, turn: turn)
            : lines.back(from: from.value, to: to.value, turn: turn),
          width: way.width, isFaint: isFaint)
      case (.entry, .touchpoint(let to)):
        way = PlacedWay(
          arrow: index, kind: .entry,
          curve: turn(grid.count + 1, to.value) == 0 ? lines.end(at: to.value, isEntry: true) : [],
          width: 1.6, isFaint: false)
      case (.touchpoint(let from), .exit):
        way = PlacedWay(
          arrow: index, kind: .exit,
          curve: turn(from.value, grid.count + 1) == 0 ? lines.end(at: from.value, isEntry: false) : [],
          width: 1.6, isFaint: false)
      default: break
      }
      room.draw(samples(of: way.curve))
      plot.ways.append(way)
    }
    for index in plot.ways.indices where !grid.isNarrow {
      switch plot.ways[index].kind {
      case .onward, .back: placeLabel(of: index)
      case .entry, .exit: placeEnd(of: index)
      }
    }
    bottom = plot.texts.reduce(bottom) { max($0, $1.lines.isEmpty ? 0 : $1.frame.maxY) }
  }

  /// What an arrow says, on its line; where there is no room it stands under the plot, and names both ends.
  private mutating func placeLabel(of index: Int) {
    let way = plot.ways[index]
    let arrow = subject.journey.arrows[way.arrow]
    guard let text = said(by: arrow) else { return }
    let points = samples(of: way.curve)
    guard let first = points.first, let last = points.last else { return }
    let widths = [(abs(last.x - first.x)).clamped(to: 80...170), 80]
    // Clear of its line before on it.
    let distances: [Double?] = [4, 16, 30, nil]
    var candidates: [TextBlock] = []
    for width in widths {
      let block = TextBlock(text, .arrow, x: 0, top: 0, width: width, most: 3, anchor: .middle)
      for distance in distances {
        for part in [0.5, 0.35, 0.65, 0.22, 0.78] {
          let point = points[Int(Double(points.count - 1) * part)]
          let tops = distance.map { [point.y - block.height - $0, point.y + $0] } ?? [point.y - block.height / 2]
          candidates += tops.map { block.placed(x: point.x, top: $0, .middle) }
        }
      }
    }
    if let label = room.place(candidates) {
      plot.ways[index].label = label
      return
    }
    let names = subject.words.way(from: name(of: arrow.from), to: name(of: arrow.to), says: text)
    plot.ways[index].label = below(names, .arrow, at: (first.x + last.x) / 2)
  }

  /// On a wall there is room for no more than what it is called and how many go along it.
  private func said(by arrow: Arrow) -> String? {
    grid.isOnWall
      ? subject.words.shortLabel(of: arrow) : subject.words.label(of: arrow, in: subject.workspace)
  }

  private func name(of end: Arrow.End) -> String {
    if case .touchpoint(let id) = end { subject.journey.touchpoints[id.value].title } else { "" }
  }

  /// Under the plot, as near to a place as the map's edges allow.
  private mutating func below(_ text: String, _ style: TextStyle, at x: Double) -> TextBlock {
    let width = min(max(grid.pitch * 1.6, 150), grid.right - grid.gutter)
    var block = TextBlock(text, style, x: 0, top: 0, width: width, most: 3, anchor: .middle)
    let half = block.width / 2 + 2
    block.origin.x = x.clamped(to: grid.gutter + half...max(grid.gutter + half, grid.right - half))
    return room.placeBelow(block, from: bottom)
  }

  /// Where customers come or leave: beside the node, else under the plot. One without a name or a share says nothing.
  private mutating func placeEnd(of index: Int) {
    let way = plot.ways[index]
    let arrow = subject.journey.arrows[way.arrow]
    let (terminal, column, isEntry, goesOn): (Terminal, Int, Bool, Bool)
    switch (arrow.from, arrow.to) {
    case (.entry(let entry), .touchpoint(let to)):
      (terminal, column, isEntry, goesOn) =
        (subject.journey.entries[entry], to.value, true, entry >= subject.whole.entries.count)
    case (.touchpoint(let from), .exit(let exit)):
      (terminal, column, isEntry, goesOn) =
        (subject.journey.exits[exit], from.value, false, exit >= subject.whole.exits.count)
    default: return
    }
    let parts = [terminal.title ?? terminal.name, said(by: arrow)]
    let text = joined(parts.compactMap(\.self), by: " · ")
    guard !text.isEmpty else {
      plot.ends.append(
        PlacedEnd(
          arrow: way.arrow, isEntry: isEntry, goesOn: goesOn, text: TextBlock("", .arrow, x: 0, top: 0, width: 0)))
      return
    }
    // Where many leave is seen.
    let style: TextStyle = !isEntry && (arrow.share ?? 0) > 0.2 ? .leaving : .arrow
    let node = plot.nodes[column].center
    let wrapped = TextBlock(text, style, x: 0, top: 0, width: max(96, grid.pitch * 1.1), most: 3)
    func block(_ x: Double, _ anchor: TextBlock.Anchor, _ top: (Double) -> Double) -> TextBlock {
      wrapped.placed(x: x, top: top(wrapped.height), anchor)
    }
    let below = (0..<4).flatMap { step in
      [
        block(node.x + 19, .start) { _ in node.y + 12 + Double(step) * 12 },
        block(node.x + 8, .middle) { _ in node.y + 19 + Double(step) * 12 },
        block(node.x - 2, .end) { _ in node.y + 12 + Double(step) * 12 },
      ]
    }
    let above = (0..<4).flatMap { step in
      [
        block(node.x - 24, .end) { node.y - 12 - $0 - Double(step) * 12 + 4 },
        block(node.x - 8, .middle) { node.y - 19 - $0 - Double(step) * 12 },
        block(node.x - 24, .end) { node.y - $0 / 2 - Double(step) * 12 },
      ]
    }
    let label =
      room.place(isEntry ? above + below : below + above)
      ?? self.below(
        subject.words.end(at: subject.journey.touchpoints[column].title, says: text), style, at: node.x)
    plot.ends.append(PlacedEnd(arrow: way.arrow, isEntry: isEntry, goesOn: goesOn, text: label))
  }
}
