internal import JourneyModel
internal import JourneyWords

/// Under the lanes' rule and over what follows.
let lanePadding = 9.0

/// The lane's name in the gutter, with what it shows under it, `width` wide.
func laneLabels(_ title: String, _ detail: String? = nil, top: Double, width: Double = Grid.nameWidth) -> [TextBlock] {
  let name = TextBlock(title, .lane, x: Grid.margin, top: top + lanePadding - 2, width: width)
  guard let detail else { return [name] }
  return [
    name, TextBlock(detail, .caption, x: Grid.margin, top: top + lanePadding + name.height, width: width),
  ]
}

/// The same of a lane whose name says it all.
func laneLabels(_ lane: MapLane, _ subject: Subject, top: Double) -> [TextBlock] {
  laneLabels(lane.title(in: subject.words), lane.explanation(in: subject.words), top: top)
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
        x: Grid.margin, y: top, width: grid.right - Grid.margin,
        height: max(contentHeight + 2 * lanePadding, labelled + lanePadding).rounded(.up)),
      rule: rule, labels: labels, content: content)
  }
}
