package import JourneyMetrics
package import JourneyModel
package import JourneyReview
internal import JourneyWords

/// Places everything of a journey's map, top to bottom: header, phases, touchpoints with their flow, lanes, footer.
///
/// Lanes without content are left out; a journey without touchpoints is a header and a footer. In a workspace whose
/// language is written to the left the map runs to the left.
package func place(_ annotated: AnnotatedJourney, ranking: Ranking, in workspace: Workspace) -> PlacedMap {
  let subject = Subject(annotated, ranking: ranking, in: workspace)
  let grid = Grid(count: subject.journey.touchpoints.count)
  let (header, headerHeight) = header(subject, on: grid)
  var map = place(subject, on: grid, top: headerHeight)
  map.header = header
  map.footer = footer(subject, lanes: map.lanes, cards: map.cards, on: grid, top: map.height)
  map.height = (map.footer.frame.maxY + grid.margin).rounded(.up)
  map.folded = noteLane(.notes, subject.teamNotes, of: subject, on: grid, top: map.footer.frame.y)
  return map.directed(in: workspace)
}

extension PlacedMap {
  /// As the workspace's language is written: mirrored where that is to the left.
  func directed(in workspace: Workspace) -> PlacedMap {
    isRightToLeft(language: workspace.language) ? mirrored() : self
  }
}

/// The phases, touchpoints and lanes of a journey or a piece of it from left to right, without header and footer.
func place(
  _ subject: Subject, on grid: Grid, top: Double, showing isShown: (MapLane) -> Bool = { _ in true }
) -> PlacedMap {
  var y = top
  let phases = phases(subject, on: grid, top: y)
  if let bottom = phases.lazy.map(\.frame.maxY).max() { y = bottom + 6 }
  let cards = cards(subject, on: grid, top: y)
  y = cards.first.map { $0.frame.maxY + 8 } ?? y
  let lanes = lanes(subject, on: grid, top: y, showing: isShown)
  y = lanes.last?.frame.maxY ?? y
  return PlacedMap(on: grid, phases: phases, cards: cards, lanes: lanes, height: y)
}

/// Chevrons over their touchpoints, all as tall as the longest title needs; an empty phase has no columns and none.
func phases(_ subject: Subject, on grid: Grid, top: Double) -> [PlacedPhase] {
  var placed: [PlacedPhase] = []
  for (index, phase) in subject.journey.phases.enumerated() where !phase.touchpoints.isEmpty {
    let x = grid.gutter + Double(phase.touchpoints.lowerBound) * grid.pitch
    let width = Double(phase.touchpoints.count) * grid.pitch
    let title = TextBlock(
      phase.title, .phase, x: x + (grid.isNarrow ? 14 : 20), top: top, width: width - (grid.isNarrow ? 24 : 36),
      most: grid.isNarrow ? 1 : 6)
    placed.append(
      PlacedPhase(
        phase: Phase.ID(index), frame: Rect(x: x, y: top, width: width, height: title.height + (grid.isOnWall ? 4 : 8)),
        title: title))
  }
  let height = placed.lazy.map(\.frame.height).max() ?? 0
  for index in placed.indices {
    placed[index].frame.height = height
    placed[index].title.move(by: (height - placed[index].title.height) / 2)
  }
  return placed
}

/// The bands below the touchpoints, each under the one before.
func lanes(
  _ subject: Subject, on grid: Grid, top: Double, showing isShown: (MapLane) -> Bool
) -> [PlacedLane] {
  var lanes: [PlacedLane] = []
  func add(_ id: MapLane, _ lane: (Double) -> PlacedLane?) {
    guard isShown(id), let lane = lane(lanes.last?.frame.maxY ?? top) else { return }
    lanes.append(lane)
  }
  func addNotes(_ id: MapLane, _ notes: @autoclosure () -> [NoteText]) {
    add(id) { noteLane(id, notes(), of: subject, on: grid, top: $0) }
  }
  add(.score) { tileLane(subject, on: grid, top: $0) }
  add(.experience) { experienceLane(subject, on: grid, top: $0) }
  add(.reach) { reachLane(subject, on: grid, top: $0) }
  add(.owners) { ownerLane(subject, on: grid, top: $0) }
  add(.feeling) { faceLane(subject, on: grid, top: $0) }
  addNotes(.feelings, subject.feelingTexts)
  add(.pictures) { pictureLane(subject, on: grid, top: $0) }
  addNotes(.doing, subject.deeds)
  addNotes(.thinking, subject.thoughts)
  addNotes(.voices, subject.voices)
  addNotes(.needs, subject.needs)
  addNotes(.pains, subject.pains)
  addNotes(.ideas, subject.ideas)
  addNotes(.actions, subject.actionNotes)
  for (index, lane) in subject.workspace.lanes.enumerated() {
    add(.team) {
      noteLane(
        .team, titled: lane.title, subject.texts(in: TeamLane.ID(index)), of: subject, on: grid, top: $0)
    }
  }
  addNotes(.facts, subject.facts)
  blueprint(subject, on: grid, add: add)
  for metric in Metric.allCases {
    add(.metric) { metricLane(metric, subject, on: grid, top: $0) }
    add(.metric) { sharedLane(metric, subject, on: grid, top: $0) }
  }
  return lanes
}

/// Frontstage, line of visibility, backstage, line of internal interaction, support and systems.
private func blueprint(_ subject: Subject, on grid: Grid, add: (MapLane, (Double) -> PlacedLane?) -> Void) {
  let backstage = subject.steps(.backstage, look: .backstage)
  let support = subject.steps(.support, look: .support)
  let systems = subject.steps(.system, look: .system)
  let steps = subject.steps(.frontstage, look: .frontstage)
  add(.frontstage) { noteLane(.frontstage, steps, of: subject, on: grid, top: $0) }
  add(.backstage) { noteLane(.backstage, backstage, of: subject, rule: .visibility, on: grid, top: $0) }
  add(.support) { noteLane(.support, support, of: subject, rule: .interaction, on: grid, top: $0) }
  add(.systems) {
    noteLane(
      .systems, systems, of: subject, explained: support.isEmpty, rule: support.isEmpty ? .interaction : .plain,
      on: grid, top: $0)
  }
}
