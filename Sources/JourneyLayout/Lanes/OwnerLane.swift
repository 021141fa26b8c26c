package import JourneyMetrics
package import JourneyModel
internal import JourneyReview
internal import JourneyWords

/// Who is responsible along the way: a row a department, and lines where customers are handed over.
package struct OwnerPlot: Sendable {
  package struct OwnerRow: Sendable {
    /// Nil for those that have no row of their own.
    package let department: Department.ID?
    package let y: Double
    package var label: TextBlock
  }

  /// A department's part in a touchpoint.
  package struct OwnerBlock: Sendable {
    package let touchpoint: Touchpoint.ID
    package let department: Department.ID
    package let isHelper: Bool
    /// Of its touchpoint's tile, where no name beside it says how it is; nil elsewhere.
    package let level: Level?
    package var frame: Rect
  }

  package struct HandOffLine: Sendable {
    package let arrow: Int
    /// As `PlacedWay.curve`.
    package var curve: [Point]
    /// Whether it clearly gets worse across it.
    package let isWorse: Bool
    package var label: TextBlock?
  }

  package var area: Rect
  package var rows: [OwnerRow]
  package var blocks: [OwnerBlock]
  package var handOffs: [HandOffLine]
}

extension Grid {
  fileprivate var rowHeight: Double { isNarrow ? 15 : isOnWall ? 15 : 21 }
  /// More rows than these share one.
  fileprivate var mostRows: Int { isNarrow ? 12 : 8 }
}

/// Nil where nobody owns anything.
func ownerLane(_ subject: Subject, on grid: Grid, top: Double) -> PlacedLane? {
  let journey = subject.journey
  var order: [Department.ID] = []
  var rowOf: [Int?] = Array(repeating: nil, count: subject.workspace.departments.count)
  for touchpoint in journey.touchpoints {
    for department in [touchpoint.owner].compactMap(\.self) + touchpoint.helpers where rowOf[department.value] == nil {
      rowOf[department.value] = order.count
      order.append(department)
    }
  }
  guard !order.isEmpty else { return nil }
  // On a wall the departments' names are all there is room for.
  let labels = grid.isOnWall ? [] : laneLabels(.owners, subject, top: top, on: grid)
  let first = labels.reduce(top) { max($0, $1.frame.maxY) } + 4
  let shown = order.count > grid.mostRows ? grid.mostRows - 1 : order.count
  func y(of department: Department.ID) -> Double {
    let row = min(rowOf[department.value] ?? shown, shown)
    return first + (Double(row) + 0.5) * grid.rowHeight
  }
  let rest = order.count - shown
  var rows = order.prefix(shown).map { department in
    row(subject.workspace[department].title, department, y: y(of: department), on: grid)
  }
  if rest > 0 {
    rows.append(row(subject.words.more(rest), nil, y: first + (Double(shown) + 0.5) * grid.rowHeight, on: grid))
  }
  var plot = OwnerPlot(
    area: Rect(
      x: grid.gutter, y: first, width: grid.right - grid.gutter, height: Double(rows.count) * grid.rowHeight),
    rows: rows, blocks: [], handOffs: [])
  for index in journey.touchpoints.indices {
    let touchpoint = journey.touchpoints[index]
    // Departments that share the last row stand in it once, an owner rather than a helper.
    var taken: [Double] = []
    for (place, department) in ([touchpoint.owner] + touchpoint.helpers).enumerated() {
      guard let department, !taken.contains(y(of: department)) else { continue }
      taken.append(y(of: department))
      plot.blocks.append(
        OwnerPlot.OwnerBlock(
          touchpoint: Touchpoint.ID(index), department: department, isHelper: place > 0,
          level: grid.isNarrow && place == 0 ? subject.level(of: Touchpoint.ID(index)) : nil,
          frame: Rect(
            x: grid.x(index), y: y(of: department) - grid.rowHeight / 2 + 2.5, width: grid.cardWidth,
            height: grid.rowHeight - 5)))
    }
  }
  for (index, arrow) in journey.arrows.enumerated() {
    guard let handOff = arrow.handOff, case .touchpoint(let from) = arrow.from, case .touchpoint(let to) = arrow.to
    else { continue }
    plot.handOffs.append(
      handOffLine(index, from, to, y(of: handOff.from), y(of: handOff.to), subject, on: grid))
  }
  if !grid.isNarrow { placeLabels(&plot, subject) }
  return PlacedLane(
    .owners, top: top, content: .owners(plot), contentHeight: plot.area.maxY - top - 2 * grid.lanePadding + 6,
    labels: labels, on: grid)
}

private func row(_ title: String, _ department: Department.ID?, y: Double, on grid: Grid) -> OwnerPlot.OwnerRow {
  OwnerPlot.OwnerRow(
    department: department, y: y,
    label: TextBlock(
      title, department == nil ? .caption : .owner, x: grid.gutter - 6, top: y - 8,
      width: grid.isOnWall ? grid.gutter - 14 : grid.nameWidth, most: 1,
      anchor: .end))
}

private func handOffLine(
  _ index: Int, _ from: Touchpoint.ID, _ to: Touchpoint.ID, _ fromY: Double, _ toY: Double, _ subject: Subject,
  on grid: Grid
) -> OwnerPlot.HandOffLine {
  let isOnward = to > from
  let start = Point(x: grid.x(from.value) + (isOnward ? grid.cardWidth : 0), y: fromY)
  let end = Point(x: grid.x(to.value) + (isOnward ? 0 : grid.cardWidth), y: toY)
  // Steep near its end, so that a long one runs along its giver's row, where nothing else stands after it.
  let reach = min(abs(end.x - start.x), grid.pitch) * 0.6 * (isOnward ? 1 : -1)
  let turn = Point(x: end.x - reach, y: start.y)
  let worse = subject.crossing(from, to)
  return OwnerPlot.HandOffLine(
    arrow: index,
    curve: abs(end.x - start.x) > grid.pitch
      ? [start, start, turn, turn, Point(x: end.x - reach / 2, y: start.y), Point(x: end.x - reach / 2, y: end.y), end]
      : [start, Point(x: (start.x + end.x) / 2, y: start.y), Point(x: (start.x + end.x) / 2, y: end.y), end],
    isWorse: worse != nil, label: nil)
}

/// From which figure to which it gets worse, beside the lines where that is clear.
private func placeLabels(_ plot: inout OwnerPlot, _ subject: Subject) {
  var room = LabelRoom(
    bounds: Rect(x: plot.area.x, y: plot.area.y - 4, width: plot.area.width, height: plot.area.height + 8))
  for block in plot.blocks { room.block(block.frame) }
  for line in plot.handOffs { room.draw(samples(of: line.curve)) }
  for index in plot.handOffs.indices where plot.handOffs[index].isWorse {
    let arrow = subject.journey.arrows[plot.handOffs[index].arrow]
    guard case .touchpoint(let from) = arrow.from, case .touchpoint(let to) = arrow.to,
      let scores = subject.crossing(from, to)?.scores, let before = scores.from.printed(in: subject.words),
      let after = scores.to.printed(in: subject.words)
    else { continue }
    let points = samples(of: plot.handOffs[index].curve)
    let text = TextBlock("\(before.short) → \(after.short)", .leaving, x: 0, top: 0, width: 140, most: 1)
    plot.handOffs[index].label = room.place(
      [0.5, 0.3, 0.7, 0.15, 0.85].flatMap { part -> [TextBlock] in
        let point = points[Int(Double(points.count - 1) * part)]
        return [(-14.0, TextBlock.Anchor.end, -5.0), (-1, .start, 5), (-18, .middle, 0), (3, .middle, 0)].map {
          text.placed(x: point.x + $0.2, top: point.y + $0.0, $0.1)
        }
      })
  }
}
