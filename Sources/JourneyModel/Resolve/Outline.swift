internal import JourneySource
internal import JourneySyntax

/// What stands in a journey, before anything in it means anything: other journeys may refer to it already.
struct Outline: Sendable {
  let line: Line
  var phaseLines: [Line] = []
  var phases = Declared(names: Names(.phase), entries: [])
  var touchpointLines: [Line] = []
  var touchpoints = Declared(names: Names(.touchpoint), entries: [])
  /// Beside `touchpointLines`.
  var phaseOf: [Int] = []
  /// Earlier names of touchpoints, where nothing has them now.
  var earlier: [String: Int] = [:]
  /// The pains and ideas that have a name.
  var pains: [String: RemarkReference] = [:]
  var ideas: [String: RemarkReference] = [:]
  /// `opens` and `repeats` with their touchpoints, for when all journeys are read.
  var relations: [(touchpoint: Int, line: Line)] = []
  var goalLines: [Line] = []
  var goals = Declared(names: Names(.goal), entries: [])
  var actionLines: [Line] = []
  var flowLines: [Line] = []
}

extension Resolution {
  /// Declares the journeys, and within each its phases, touchpoints and goals.
  mutating func declareJourneys() {
    let lines = lines(.journey)
    journeys = declare(lines, as: .journey)
    let (named, earlier) = readEarlierNames(of: lines, in: journeys)
    journeys = named
    for (index, line) in lines.enumerated() {
      let entry = journeys.names[index]
      var journey = Journey(
        id: Journey.ID(workspace.journeys.count), name: entry.name, title: entry.title, span: entry.span)
      journey.isDuplicate = entry.isNamed && !entry.canBeReferredTo
      journey.isBroken = line.tree.root.isBroken
      journey.earlierNames = earlier[index]
      workspace.journeys.append(journey)
      outlines.append(outline(line, of: index))
      fillPhases(of: index)
    }
  }

  private mutating func outline(_ journey: Line, of index: Int) -> Outline {
    var outline = Outline(line: journey)
    for line in journey.members where line.kind == .thing {
      switch line.keyword {
      case .phase:
        outline.phaseLines.append(line)
        for inner in line.members where inner.keyword == .touchpoint && inner.kind == .thing {
          outline.touchpointLines.append(inner)
          outline.phaseOf.append(outline.phaseLines.count - 1)
        }
      case .goal: outline.goalLines.append(line)
      case .action: outline.actionLines.append(line)
      case .flow: outline.flowLines.append(line)
      default: break
      }
    }
    outline.phases = declare(outline.phaseLines, as: .phase, in: index)
    outline.touchpoints = declare(outline.touchpointLines, as: .touchpoint, in: index)
    outline.goals = declare(outline.goalLines, as: .goal, in: index)
    return outline
  }

  /// Puts the empty phases and touchpoints of a journey in their places.
  private mutating func fillPhases(of journey: Int) {
    let (named, earlier) = readEarlierNames(of: outlines[journey].phaseLines, in: outlines[journey].phases, journey)
    outlines[journey].phases = named
    let outline = outlines[journey]
    var next = 0
    for (phase, entry) in outline.phases.names.entries.enumerated() {
      let first = next
      while next < outline.phaseOf.count, outline.phaseOf[next] == phase { next += 1 }
      workspace.journeys[journey].phases.append(
        Phase(name: entry.name, title: entry.title, span: entry.span, touchpoints: first..<next))
      workspace.journeys[journey].phases[phase].earlierNames = earlier[phase]
    }
    workspace.journeys[journey].touchpoints.reserveCapacity(outline.phaseOf.count)
    for (entry, phase) in zip(outline.touchpoints.names.entries, outline.phaseOf) {
      workspace.journeys[journey].touchpoints.append(
        Touchpoint(
          name: entry.name, isNamed: entry.isNamed, title: entry.title, span: entry.span, phase: .init(phase)))
    }
  }
}
