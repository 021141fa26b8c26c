internal import JourneyModel
internal import JourneyWords

/// What the team assumes customers feel, −2 to +2: dashed, apart from the answers and never mixed with them.
///
/// Where personas feel differently each has a line of its own.
func feelingCurve(_ subject: Subject, on grid: Grid, top: Double) -> PlacedLane? {
  let journey = subject.journey
  guard journey.touchpoints.contains(where: { !$0.feels.isEmpty }) else { return nil }
  let personas = subject.scales.feeling
  let area = Rect(x: Grid.gutter, y: top + 16, width: grid.right - Grid.gutter, height: 84)
  func y(_ value: Int) -> Double { area.maxY - Double(value.clamped(to: -2...2) + 2) / 4 * area.height }

  var plot = CurvePlot(area: area, ticks: [], lines: [], nodes: [], targets: [], legend: [])
  for value in [2, 0, -2] {
    let label = TextBlock(
      subject.words.feeling(value), .caption, x: Grid.gutter - 10, top: y(value) - 8, width: 90, most: 1, anchor: .end)
    plot.ticks.append(CurvePlot.Tick(y: y(value), label: label))
  }
  let steps = FlowSteps(journey)
  let readers: [Persona.ID?] = personas.isEmpty ? [nil] : personas.map { $0 }
  for (variant, persona) in readers.enumerated() {
    var nodes: [CurvePlot.CurveNode] = []
    for index in journey.touchpoints.indices {
      guard let feeling = feeling(of: persona, in: journey.touchpoints[index].feels) else { continue }
      let center = Point(x: grid.center(index), y: y(feeling.value))
      let who = persona.map { subject.workspace[$0].title }
      nodes.append(
        CurvePlot.CurveNode(
          touchpoint: Touchpoint.ID(index), center: center, level: nil, whisker: nil, label: nil, glyph: center,
          isIndicative: false, isOld: false,
          sentence: "\(journey.touchpoints[index].title). \(subject.words.assumed(feeling, of: who))"))
    }
    plot.lines += lines(through: nodes, along: steps, .feeling, variant: variant)
    plot.nodes += nodes
    if let persona {
      let y = top + 72 + Double(variant) * 18
      let name = TextBlock(
        subject.workspace[persona].title, .caption, x: Grid.margin + 30, top: y - 8, width: 120, most: 1)
      let sample = [Point(x: Grid.margin, y: y), Point(x: Grid.margin + 24, y: y)]
      plot.legend.append((CurvePlot.CurveLine(stroke: .feeling, points: sample, variant: variant), name))
    }
  }
  let height = max(area.maxY, plot.legend.last.map { $0.name.origin.y + 6 } ?? 0) - top - lanePadding + 4
  return PlacedLane(
    .feeling, top: top, content: .curve(plot), contentHeight: height,
    labels: laneLabels(.feeling, subject, top: top, width: 90), on: grid)
}

/// A persona's own feeling where there is one, else everyone's.
private func feeling(of persona: Persona.ID?, in feelings: [Feeling]) -> Feeling? {
  if let persona, let own = feelings.first(where: { $0.audience.personas.contains(persona) }) { return own }
  return feelings.first { $0.audience.isEveryone } ?? (persona == nil ? feelings.first : nil)
}
