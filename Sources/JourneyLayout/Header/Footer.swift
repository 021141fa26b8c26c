internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords

/// The map's foot: the legend of the signs that occur on it, the sources, and how the figures are made.
///
/// - Parameter remarks: what is to be said besides.
func footer(
  _ subject: Subject, lanes: [PlacedLane], flow: PlacedFlow, on grid: Grid, top: Double, remarks: [String] = []
) -> PlacedFooter {
  var legend: [PlacedLegend] = []
  var x = Grid.margin
  var y = top + 14
  for (sign, text) in signs(lanes: lanes, flow: flow, in: subject.words) {
    let width = JourneyLayout.width(of: text, in: TextStyle.caption.font) + 44
    if x + width > grid.right, x > Grid.margin {
      x = Grid.margin
      y += 22
    }
    legend.append(
      PlacedLegend(
        sign: sign, frame: Rect(x: x, y: y, width: 18, height: 16),
        text: TextBlock(text, .caption, x: x + 24, top: y, width: width, most: 1)))
    x += width + 8
  }
  if !legend.isEmpty { y += 26 }
  var texts: [TextBlock] = []
  for line in remarks + notes(subject) {
    let block = TextBlock(line, .caption, x: Grid.margin, top: y, width: min(grid.right - Grid.margin, 1400))
    texts.append(block)
    y += block.height + 2
  }
  return PlacedFooter(
    frame: Rect(x: Grid.margin, y: top, width: grid.right - Grid.margin, height: y - top), texts: texts, legend: legend)
}

/// Only what occurs, in a fixed order.
private func signs(
  lanes: [PlacedLane], flow: PlacedFlow, in words: Words
) -> [(sign: MapSign, text: String)] {
  var levels = Array(repeating: false, count: Level.allCases.count)
  var states: [Score.ScoreState] = []
  var hasFeelings = false
  var hasOld = false
  var hasWhiskers = false
  var hasTargets = false
  for lane in lanes {
    switch lane.content {
    case .metric(let cells):
      for cell in cells {
        if let level = cell.level { levels[level.rawValue] = true }
        if !states.contains(cell.state) { states.append(cell.state) }
        hasOld = hasOld || cell.isOld
      }
    case .curve(let plot):
      for node in plot.nodes where node.level != nil { levels[node.level?.rawValue ?? 0] = true }
      hasFeelings = hasFeelings || plot.lines.contains { $0.stroke == .feeling }
      hasTargets = hasTargets || !plot.targets.isEmpty
      hasWhiskers = hasWhiskers || plot.nodes.contains { $0.whisker != nil }
    case .channels, .notes, .pictures: break
    }
  }
  let marks = flow.cards.flatMap { $0.marks.map(\.mark) }
  var signs: [(MapSign, String)] = []
  func add(_ sign: MapSign, when occurs: Bool) { if occurs { signs.append((sign, sign.meaning(in: words))) } }
  add(.handOff, when: flow.arrows.contains { $0.handOff != nil })
  add(.momentOfTruth, when: marks.contains(.momentOfTruth))
  add(.surveyPoint, when: marks.contains(.surveyPoint))
  add(.action, when: marks.contains { if case .actions = $0 { true } else { false } })
  add(.share, when: flow.arrows.contains { $0.width > 1.5 })
  for level in Level.allCases.reversed() { add(.level(level), when: levels[level.rawValue]) }
  add(.indicative, when: states.contains(.indicative))
  add(.old, when: hasOld)
  add(.target, when: hasTargets)
  add(.whisker, when: hasWhiskers)
  add(.dashed, when: hasFeelings)
  for state in [Score.ScoreState.notAsked, .noData, .hidden, .undated] {
    add(.state(state), when: states.contains(state))
  }
  return signs
}

/// Where the figures come from, then how they are made.
private func notes(_ subject: Subject) -> [String] {
  let sources = Sentences.sources(of: subject.annotated, in: subject.workspace)
  let reviewed = subject.journey.reviewed.map {
    subject.words.reviewed($0.on, by: subject.workspace[$0.by].title)
  }
  let method = (reviewed.map { [$0] } ?? []) + Sentences.method(of: subject.annotated, in: subject.words)
  guard !sources.isEmpty else { return method }
  return [subject.words.sources(sources.map(inside), latest: subject.annotated.period)] + method
}
