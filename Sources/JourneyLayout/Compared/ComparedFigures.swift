internal import JourneyDiff
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords

extension ComparedPlacing {
  /// The figures that changed: the old one small and struck, the new one with its interval, and the verdict in words. Where
  /// none changed, the figure that the curve below shows.
  mutating func placeFigures() {
    let top = y
    var bottom = y
    for (index, column) in columns.enumerated() where column.kind == .touchpoint {
      var at = top
      let changes = column.changes.filter(\.isFigure)
      for change in changes { place(change, in: index, &at) }
      if changes.isEmpty, let metric = lead, let text = figure(metric, column) {
        let block = TextBlock(text, .value, x: column.frame.x, top: at, width: column.width, most: 1)
        groups[index].shapes.append(column.new == nil ? .struck(block) : .text(block, isMuted: true))
        at = block.frame.maxY
      }
      bottom = max(bottom, at)
    }
    guard bottom > top else { return }
    name(words.figuresOfBothSides, top: top)
    y = max(bottom, top + 18) + 10
    rule()
  }

  private mutating func place(_ change: JourneyChange, in index: Int, _ y: inout Double) {
    guard let figure = change.figure else { return }
    let column = columns[index]
    func add(_ text: String, _ style: TextStyle, isMuted: Bool = false) {
      let block = TextBlock(text, style, x: column.frame.x, top: y, width: column.width, most: 6)
      y = block.frame.maxY
      groups[index].shapes.append(.text(block, isMuted: isMuted))
    }
    groups[index].sentence += ". " + words.line(change)
    add(figure.metric.name(in: words), .caption, isMuted: true)
    let shown = figure.isWithheld || change.code == .askedDifferently ? (nil, nil) : (figure.from, figure.to)
    var x = column.frame.x
    let printed = (shown.0?.figure, shown.1?.figure)
    if let before = printed.0 {
      let text = figure.metric.text(before.value, in: words)
      let block = TextBlock(text, .note, x: x, top: y + 2, width: column.width / 2, most: 1)
      groups[index].shapes.append(.struck(block))
      x = block.frame.maxX + 8
    }
    if let after = printed.1 {
      let text = figure.metric.text(after.value, in: words)
      let block = TextBlock(text, .tile, x: x, top: y, width: column.frame.maxX - x, most: 1)
      groups[index].shapes.append(.text(block, isMuted: false))
    }
    if printed.0 != nil || printed.1 != nil { y += TextStyle.tile.lineHeight }
    if let interval = shown.1?.printed(in: words)?.interval { add(interval, .caption, isMuted: true) }
    add(words.verdict(change), change.code == .noClearChange ? .caption : .tileNote)
    y += 6
  }

  /// What a touchpoint's figure is now; today's of a plan.
  private func figure(_ metric: Metric, _ column: UnionColumn) -> String? {
    (score(metric, column, isOld: false) ?? score(metric, column, isOld: true))?.figure
      .map { metric.text($0.value, in: words) }
  }

  func score(_ metric: Metric, _ column: UnionColumn, isOld: Bool) -> Score? {
    let (journey, index) = isOld ? (sides.old, column.old) : (sides.new, column.new)
    guard column.kind == .touchpoint, let journey, let index, journey.touchpoints.indices.contains(index) else {
      return nil
    }
    let score = journey.touchpoints[index][metric]
    return score.figure == nil ? nil : score
  }

  /// The metric that most touchpoints have a figure of, the first of several; nil without any.
  var lead: Metric? {
    var best: (metric: Metric, count: Int)?
    for metric in Metric.allCases where metric != .resolution {
      let count = columns.count { column in
        score(metric, column, isOld: false) != nil || score(metric, column, isOld: true) != nil
      }
      if count > best?.count ?? 0 { best = (metric, count) }
    }
    return best?.metric
  }
}

extension ComparedPlacing {
  /// The old curve thin and dashed, the new one over it; the difference filled only where it is clear.
  mutating func placeCurves() {
    guard let metric = lead else { return }
    let area = Rect(x: Grid.gutter, y: y + 12, width: right - Grid.gutter, height: 96)
    func height(_ value: Double) -> Double {
      let part = metric == .nps ? (value + 100) / 200 : value
      return area.maxY - part.clamped(to: 0...1) * area.height
    }
    var plot = ComparedGroup(kind: .ways)
    for (value, text) in metric == .nps
      ? [(-100.0, words.signed(-100)), (0, words.signed(0)), (100, words.signed(100))]
      : [(0.0, words.percent(0)), (0.5, words.percent(0.5)), (1, words.percent(1))]
    {
      let at = height(value)
      plot.shapes.append(.line([Point(x: Grid.gutter, y: at), Point(x: right, y: at)], .rule))
      plot.shapes.append(
        .text(
          TextBlock(text, .caption, x: Grid.gutter - 6, top: at - 8, width: 60, most: 1, anchor: .end), isMuted: true))
    }
    var (old, new): ([Point], [Point]) = ([], [])
    var nodes: [ComparedShape] = []
    for column in columns {
      let change = column.changes.first { $0.isFigure && $0.figure?.metric == metric }
      // Two figures that must not be told apart are not drawn apart.
      let isAlone = change?.figure?.isWithheld == true || change?.code == .askedDifferently
      let x = column.frame.midX
      let after = score(metric, column, isOld: false)?.figure.map { Point(x: x, y: height($0.value)) }
      let before = isAlone ? nil : score(metric, column, isOld: true)?.figure.map { Point(x: x, y: height($0.value)) }
      if let before, let after, change?.figure?.isClear == true {
        let frame = Rect(x: x - 12, y: min(before.y, after.y), width: 24, height: abs(before.y - after.y))
        nodes.append(.box(frame, .band, radius: 0))
      }
      if let before {
        old.append(before)
        nodes.append(.box(Rect(x: x - 3.5, y: before.y - 3.5, width: 7, height: 7), .oldNode, radius: 3.5))
      }
      if let after {
        new.append(after)
        nodes.append(.box(Rect(x: x - 5, y: after.y - 5, width: 10, height: 10), .newNode, radius: 5))
      }
    }
    plot.shapes += [.line(old, .oldCurve), .line(new, .newCurve)] + nodes
    name(metric.title(in: words), top: y)
    rows.append(plot)
    y = area.maxY + 10
    placeKey(old: !old.isEmpty, new: !new.isEmpty)
    rule()
  }

  /// Which of the two curves is which.
  private mutating func placeKey(old: Bool, new: Bool) {
    var key = ComparedGroup(kind: .foot)
    var x = Grid.gutter
    for (isShown, look, text) in [
      (old, ComparedShape.ComparedLook.oldCurve, words.before(isPlan: sides.isPlan)),
      (new, .newCurve, words.after(isPlan: sides.isPlan)),
    ] where isShown {
      key.shapes.append(.line([Point(x: x, y: y + 8), Point(x: x + 26, y: y + 8)], look))
      let block = TextBlock(text, .caption, x: x + 32, top: y, width: 120, most: 1)
      key.shapes.append(.text(block, isMuted: true))
      x = block.frame.maxX + 20
    }
    rows.append(key)
    y += 22
  }
}
