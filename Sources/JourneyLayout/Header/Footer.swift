internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords

/// The map's foot: the legend of the signs that occur on it, the sources, and how the figures are made.
///
/// - Parameter remarks: what is to be said besides.
func footer(
  _ subject: Subject, lanes: [PlacedLane], cards: [PlacedCard], on grid: Grid, top: Double, remarks: [String] = []
) -> PlacedFooter {
  var legend: [PlacedLegend] = []
  var x = grid.margin
  let row = grid.isOnWall ? 18.0 : 22
  var y = top + (grid.isOnWall ? 6 : 14)
  for (sign, text) in signs(lanes: lanes, cards: cards, of: subject) {
    let width = JourneyLayout.width(of: text, in: TextStyle.caption.font) + 44
    if x + width > grid.right, x > grid.margin {
      x = grid.margin
      y += row
    }
    legend.append(
      PlacedLegend(
        sign: sign, frame: Rect(x: x, y: y, width: 18, height: 16),
        text: TextBlock(text, .caption, x: x + 24, top: y, width: width, most: 1)))
    x += width + 8
  }
  if !legend.isEmpty { y += row + 4 }
  var texts: [TextBlock] = []
  for line in remarks + notes(subject, on: grid) {
    let block = TextBlock(line, .caption, x: grid.margin, top: y, width: min(grid.right - grid.margin, 1400))
    texts.append(block)
    y += block.height + 2
  }
  return PlacedFooter(
    frame: Rect(x: grid.margin, y: top, width: grid.right - grid.margin, height: y - top), texts: texts, legend: legend)
}

/// Only what occurs, in a fixed order; the channels last, with their names.
private func signs(lanes: [PlacedLane], cards: [PlacedCard], of subject: Subject) -> [(sign: MapSign, text: String)] {
  var levels = Array(repeating: false, count: Level.allCases.count)
  var states: [Score.ScoreState] = []
  var occurring: [MapSign] = []
  func note(_ sign: MapSign, when occurs: Bool) {
    if occurs, !occurring.contains(sign) { occurring.append(sign) }
  }
  func note(_ state: Score.ScoreState) { if !states.contains(state) { states.append(state) } }
  for lane in lanes {
    switch lane.content {
    case .metric(let cells):
      for cell in cells {
        if let level = cell.level { levels[level.rawValue] = true }
        note(cell.state)
        note(.old, when: cell.isOld)
        note(.change, when: cell.change != nil)
      }
    case .tiles(_, let tiles):
      for tile in tiles {
        if let level = tile.level { levels[level.rawValue] = true }
        note(tile.state)
        note(.change, when: tile.glyph == nil && tile.texts.count > 1)
      }
    case .experience(let plot):
      note(.target, when: !plot.targets.isEmpty)
      note(.share, when: plot.ways.contains { $0.width > 2 })
      note(.back, when: plot.ways.contains { $0.kind == .back })
      for node in plot.nodes {
        note(.whisker, when: node.whisker != nil)
        note(.before, when: node.before != nil)
        if case .felt = node.kind { note(.dashed, when: true) }
      }
    case .owners(let plot):
      note(.handOff, when: !plot.handOffs.isEmpty)
      note(.worseHandOff, when: plot.handOffs.contains { $0.isWorse })
      note(.helper, when: plot.blocks.contains { $0.isHelper })
    case .faces: note(.dashed, when: true)
    case .notes(let notes):
      // Where lanes have names of their own, their boxes need none.
      for lane in [MapLane.pains, .ideas, .backstage] where Set(notes.map(\.look)).count > 1 {
        note(.box(lane), when: notes.contains { $0.look == lane.look })
      }
    case .pictures, .glances, .priorities, .boxes, .comparison: break
    }
  }
  var channels: [(sign: ChannelSign, channel: Channel.ID)] = []
  for card in cards {
    note(.rank, when: card.badge != nil)
    for mark in card.marks {
      note(.momentOfTruth, when: mark.mark == .momentOfTruth)
      if case .actions = mark.mark { note(.action, when: true) }
    }
    for channel in card.channels where !channels.contains(where: { $0.channel == channel.channel }) {
      channels.append((channel.sign, channel.channel))
    }
  }
  note(.indicative, when: states.contains(.indicative))
  var signs: [MapSign] = []
  func add(_ sign: MapSign) { if occurring.contains(sign) { signs.append(sign) } }
  for sign in [MapSign.rank, .momentOfTruth, .action] { add(sign) }
  signs += Level.allCases.reversed().filter { levels[$0.rawValue] }.map(MapSign.level)
  for sign in [
    MapSign.change, .before, .indicative, .old, .target, .whisker, .share, .back, .handOff, .worseHandOff, .helper,
    .dashed,
  ] { add(sign) }
  for lane in [MapLane.pains, .ideas, .backstage] { add(.box(lane)) }
  signs += [Score.ScoreState.notAsked, .noData, .hidden, .undated].filter(states.contains).map(MapSign.state)
  return signs.map { ($0, $0.meaning(in: subject.words)) }
    + channels.map { (.channel($0.sign), subject.workspace[$0.channel].title) }
}

extension MapLane {
  /// Of the notes in it.
  package var look: PlacedNote.Look {
    switch self {
    case .pains: .pain
    case .ideas: .idea
    case .backstage: .backstage
    default: .plain
    }
  }
}

/// Where the figures come from, then how they are made.
private func notes(_ subject: Subject, on grid: Grid) -> [String] {
  let sources = Sentences.sources(of: subject.annotated, in: subject.workspace)
  let reviewed = subject.journey.reviewed.map {
    subject.words.reviewed($0.on, by: subject.workspace[$0.by].title)
  }
  // On a wall nobody reads it; the page of the map has it.
  let method =
    (reviewed.map { [$0] } ?? []) + (grid.isOnWall ? [] : Sentences.method(of: subject.annotated, in: subject.words))
  guard !sources.isEmpty else { return method }
  return [subject.words.sources(sources.map(inside), latest: subject.annotated.period)] + method
}
