internal import JourneyModel
internal import JourneyWords

extension Grid {
  /// Under the lanes' rule and over what follows.
  var lanePadding: Double { isOnWall ? 5 : 9 }
}

/// The lane's name in the gutter, with what it shows under it, `width` wide.
func laneLabels(
  _ title: String, _ detail: String? = nil, top: Double, width: Double? = nil, on grid: Grid
) -> [TextBlock] {
  let width = width ?? grid.nameWidth
  let name = TextBlock(title, .lane, x: grid.margin, top: top + grid.lanePadding - 2, width: width)
  guard let detail else { return [name] }
  return [
    name, TextBlock(detail, .caption, x: grid.margin, top: top + grid.lanePadding + name.height, width: width),
  ]
}

/// The same of a lane whose name says it all.
func laneLabels(_ lane: MapLane, _ subject: Subject, top: Double, on grid: Grid) -> [TextBlock] {
  laneLabels(lane.title(in: subject.words), lane.explanation(in: subject.words), top: top, on: grid)
}

extension PlacedLane {
  /// A lane from `top` as tall as its content and its labels need.
  init(
    _ id: MapLane, top: Double, content: Content, contentHeight: Double, labels: [TextBlock],
    rule: LaneRule = .plain,
    on grid: Grid
  ) {
    let labelled = labels.reduce(0) { max($0, $1.origin.y - $1.style.ascent + $1.height - top) }
    self.init(
      id: id,
      frame: Rect(
        x: grid.margin, y: top, width: grid.right - grid.margin,
        height: max(contentHeight + 2 * grid.lanePadding, labelled + grid.lanePadding).rounded(.up)),
      rule: rule, labels: labels, content: content)
  }
}
