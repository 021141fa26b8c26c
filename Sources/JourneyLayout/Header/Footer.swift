internal import JourneyMetrics
internal import JourneyModel

/// The map's foot: the legend of the signs that occur on it, the sources, and how the figures are made.
///
/// - Parameter remarks: what is to be said besides.
func footer(
  _ subject: Subject, lanes: [PlacedLane], flow: PlacedFlow, on grid: Grid, top: Double, remarks: [String] = []
) -> PlacedFooter {
  var legend: [PlacedLegend] = []
  var x = Grid.margin
  var y = top + 14
  for (sign, text) in signs(lanes: lanes, flow: flow) {
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
  lanes: [PlacedLane], flow: PlacedFlow
) -> [(sign: PlacedLegend.Sign, text: String)] {
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
    case .channels, .notes: break
    }
  }
  let marks = flow.cards.flatMap { $0.marks.map(\.mark) }
  var signs: [(PlacedLegend.Sign, String)] = []
  func add(_ sign: PlacedLegend.Sign, _ text: String, when occurs: Bool) { if occurs { signs.append((sign, text)) } }
  add(.handOff, "hand-off: the owner changes", when: flow.arrows.contains { $0.handOff != nil })
  add(.momentOfTruth, "moment of truth", when: marks.contains(.momentOfTruth))
  add(.surveyPoint, "customers are asked here", when: marks.contains(.surveyPoint))
  add(.action, "actions open", when: marks.contains { if case .actions = $0 { true } else { false } })
  add(.share, "thicker arrow: more customers", when: flow.arrows.contains { $0.width > 1.5 })
  for level in Level.allCases.reversed() { add(.level(level), level.meaning, when: levels[level.rawValue]) }
  add(.indicative, "indicative: fewer than 30 answers", when: states.contains(.indicative))
  add(.old, "too old to count", when: hasOld)
  add(.target, "target", when: hasTargets)
  add(.whisker, "95% interval", when: hasWhiskers)
  add(.dashed, "assumed by the team", when: hasFeelings)
  for (state, text) in [
    (Score.ScoreState.notAsked, "not measured"), (.noData, "no answers yet"), (.hidden, "not enough answers to show"),
    (.undated, "too many open cases without a date"),
  ] { add(.state(state), text, when: states.contains(state)) }
  return signs
}

/// Where the figures come from, then how they are made.
private func notes(_ subject: Subject) -> [String] {
  let sources = Sentences.sources(of: subject.annotated, in: subject.workspace)
  guard !sources.isEmpty else { return Sentences.method(of: subject.annotated) }
  var first = "Sources: \(sources.map(inside).joined(separator: "; "))."
  if let latest = subject.annotated.period { first += " Newest data: \(latest.spoken)." }
  return [first] + Sentences.method(of: subject.annotated)
}

extension Level {
  /// How far from the target, in the legend's words.
  package var meaning: String {
    switch self {
    case .farAbove: "5 points or more above target"
    case .above: "on target"
    case .near: "up to 5 points below"
    case .below: "up to 15 points below"
    case .farBelow: "further below"
    }
  }
}
