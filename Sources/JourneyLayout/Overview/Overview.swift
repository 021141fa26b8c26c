package import JourneyMetrics
package import JourneyModel
package import JourneyReview
package import JourneyWords

/// A whole journey on one screen, where its columns are too many for that: a name and a figure for every touchpoint, and
/// what to fix first. Where even that is too much, a column a phase.
///
/// - Parameter isShown: which of its lanes are shown.
/// - Returns: nil where the map itself is on one screen.
package func placeOverview(
  _ annotated: AnnotatedJourney, ranking: Ranking, in workspace: Workspace,
  showing isShown: @escaping (MapLane) -> Bool = { _ in true }
) -> PlacedMap? {
  let count = annotated.journey.touchpoints.count
  guard count > Grid.mostColumns(in: Grid.leastWidth) else { return nil }
  let subject = Subject(annotated, ranking: ranking, in: workspace)
  let map =
    count > Grid.mostNarrow()
    ? phasesAtAGlance(subject, showing: isShown) : touchpointsAtAGlance(subject, showing: isShown)
  return map.directed(in: workspace)
}

private func touchpointsAtAGlance(_ subject: Subject, showing isShown: (MapLane) -> Bool) -> PlacedMap {
  let grid = Grid(narrow: subject.journey.touchpoints.count)
  let placed = phases(subject, on: grid, top: 8)
  let top = placed.lazy.map(\.frame.maxY).max() ?? 8
  return overview(
    subject, on: grid, phases: placed,
    lanes: [
      { glanceLane(subject, on: grid, top: $0) }, { experienceLane(subject, on: grid, top: $0) },
      { reachLane(subject, on: grid, top: $0) }, { ownerLane(subject, on: grid, top: $0) },
      { priorityLane(subject, on: grid, top: $0) },
    ], showing: isShown, top: top)
}

/// The figures of a whole journey under its phases, for the head of sheets that show a part of it each.
func placeStrip(_ subject: Subject) -> PlacedMap {
  let count = subject.journey.touchpoints.count
  guard count <= Grid.mostNarrow() else { return phasesAtAGlance(subject) { $0 == .score } }
  let grid = Grid(narrow: count)
  let placed = phases(subject, on: grid, top: 0)
  return overview(
    subject, on: grid, phases: placed, lanes: [{ glanceLane(subject, isNamed: false, on: grid, top: $0) }],
    showing: { _ in true }, top: placed.lazy.map(\.frame.maxY).max() ?? 0)
}

/// A whole journey as large as a slide: its names, figures and experience, of a long one its phases.
func placeWhole(_ subject: Subject, width: Double, height: Double) -> PlacedMap {
  let count = subject.journey.touchpoints.count
  guard count <= Grid.mostNarrow(in: width) else {
    return phasesAtAGlance(subject, width: width) { $0 == .score }
  }
  func place(plotHeight: Double) -> PlacedMap {
    let grid = Grid(narrow: count, width: width, plotHeight: plotHeight)
    let placed = phases(subject, on: grid, top: 0)
    return overview(
      subject, on: grid, phases: placed,
      lanes: [{ glanceLane(subject, on: grid, top: $0) }, { experienceLane(subject, on: grid, top: $0) }],
      showing: { _ in true }, top: placed.lazy.map(\.frame.maxY).max() ?? 0)
  }
  return place(plotHeight: (60 + height - place(plotHeight: 60).height).clamped(to: 60...180))
}

/// In as many rows as they need.
private func phasesAtAGlance(
  _ subject: Subject, width: Double = Grid.leastWidth, showing isShown: (MapLane) -> Bool
) -> PlacedMap {
  let phases = subject.journey.phases.filter { !$0.touchpoints.isEmpty }
  let most = max(Grid.mostNarrow(in: width), 1)
  let rows = (phases.count + most - 1) / most
  let length = (phases.count + rows - 1) / max(rows, 1)
  let grid =
    length > Grid.mostColumns(in: width) ? Grid(narrow: length, width: width) : Grid(count: length, width: width)
  let lanes = stride(from: 0, to: phases.count, by: max(length, 1)).map { start in
    { phaseGlanceLane(phases[start..<min(start + length, phases.count)], subject, on: grid, top: $0) }
  }
  return overview(
    subject, on: grid, phases: [], lanes: lanes + [{ priorityLane(subject, on: grid, top: $0) }],
    showing: isShown, top: 8)
}

private func overview(
  _ subject: Subject, on grid: Grid, phases: [PlacedPhase], lanes: [(Double) -> PlacedLane?],
  showing isShown: (MapLane) -> Bool, top: Double
) -> PlacedMap {
  var placed: [PlacedLane] = []
  for lane in lanes {
    if let lane = lane(placed.last?.frame.maxY ?? top), isShown(lane.id) { placed.append(lane) }
  }
  let bottom = placed.last?.frame.maxY ?? top
  return PlacedMap(on: grid, phases: phases, lanes: placed, height: bottom.rounded(.up))
}

/// So many of what to fix first have room side by side.
private let mostPriorities = 5

/// What to fix first, with what hurts there and what could be done about it; nil where nothing falls short.
private func priorityLane(_ subject: Subject, on grid: Grid, top: Double) -> PlacedLane? {
  let first = subject.ranking.ranked.prefix(mostPriorities).filter { $0.burden > 0 }
  guard !first.isEmpty else { return nil }
  let words = subject.words
  let pitch = (grid.right - grid.gutter) / Double(mostPriorities)
  var bottom = top
  let priorities = first.enumerated().map { index, ranked in
    let touchpoint = subject.journey[ranked.touchpoint]
    let x = grid.gutter + Double(index) * pitch + 26
    var texts: [TextBlock] = []
    var y = top + grid.lanePadding
    func add(_ text: String?, _ style: TextStyle) {
      guard let text, !text.isEmpty else { return }
      let block = TextBlock(text, style, x: x, top: y, width: pitch - 38, most: 2)
      texts.append(block)
      y += block.height
    }
    add(touchpoint.title, .card)
    let score = ranked.worst.map { subject.scores(ranked.touchpoint)[$0.metric] }
    let figure = score.flatMap { score in score.printed(in: words).map { score.metric.phrase($0.value, in: words) } }
    let owner = touchpoint.owner.map { subject.workspace[$0].title }
    add(joined([figure, owner].compactMap(\.self), by: " · "), .caption)
    add(touchpoint.pains.first?.text, .note)
    add(touchpoint.ideas.first.map { words.idea($0.text) } ?? words.noIdeaYet, .caption)
    bottom = max(bottom, y)
    return PlacedPriority(
      touchpoint: ranked.touchpoint,
      badge: PlacedCard.RankBadge(rank: index + 1, center: Point(x: x - 15, y: top + grid.lanePadding + 8)),
      texts: texts)
  }
  return PlacedLane(
    .priorities, top: top, content: .priorities(priorities), contentHeight: bottom - top - grid.lanePadding,
    labels: laneLabels(.priorities, subject, top: top, on: grid), on: grid)
}
