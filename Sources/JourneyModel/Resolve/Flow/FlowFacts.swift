internal import JourneySource
internal import JourneySyntax

extension Resolution {
  /// Makes the arrows of a journey, from its flow or from the written order alone.
  mutating func readFlow(of journey: Int) {
    var graph = FlowGraph()
    var course = Course()
    course.followsWrittenOrder = false
    for flow in outlines[journey].flowLines {
      for line in flow.members {
        if line.keyword == .asWritten {
          course.followsWrittenOrder = true
          course.isWritten = true
        } else if line.kind == .path {
          course.isWritten = true
          if !readPath(line, in: journey, &graph) { course.isIncomplete = true }
        }
      }
    }
    if !course.isWritten { course.followsWrittenOrder = true }
    var arrows: [Arrow] = []
    if course.followsWrittenOrder { arrows = orderArrows(of: journey, besides: graph) }
    reportShares(graph.arrows, in: journey)
    workspace.journeys[journey].arrows = arrows + graph.arrows
    workspace.journeys[journey].entries = graph.entries.all
    workspace.journeys[journey].exits = graph.exits.all
    workspace.journeys[journey].course = course
    workspace.journeys[journey].settleArrows()
  }

  private func orderArrows(of journey: Int, besides graph: FlowGraph) -> [Arrow] {
    let touchpoints = workspace.journeys[journey].touchpoints
    return writtenOrder(touchpoints).compactMap { from, to in
      let arrow = Arrow(
        from: .touchpoint(.init(from)), to: .touchpoint(.init(to)), isWritten: false, span: touchpoints[to].span)
      return graph.holds(from: arrow.from, to: arrow.to) ? nil : arrow
    }
  }

  /// Reads one line of a flow; false where a part of it means nothing.
  private mutating func readPath(_ line: Line, in journey: Int, _ graph: inout FlowGraph) -> Bool {
    let steps = line.steps
    var isWhole = steps.count > 1 && !line.isBroken
    var joined: [[Joint]] = []
    for (position, step) in steps.enumerated() {
      let joints = step.points.compactMap {
        joint($0, in: journey, &graph, isFirst: position == 0, isLast: position == steps.count - 1)
      }
      if joints.count < step.points.count { isWhole = false }
      joined.append(joints)
    }
    let isSingle = steps.count == 2 && steps.allSatisfy { $0.points.count == 1 }
    let details = details(of: line, isSingle: isSingle)
    for (sources, targets) in zip(joined, joined.dropFirst()) {
      connect(sources, targets, line, details, in: journey, &graph)
    }
    return isWhole
  }

  /// Draws the arrows from all of one step to all of the next.
  private mutating func connect(
    _ sources: [Joint], _ targets: [Joint], _ line: Line, _ details: ArrowDetails, in journey: Int,
    _ graph: inout FlowGraph
  ) {
    let journey = workspace.journeys[journey]
    let ends = targets.compactMap { $0.entered(in: journey) }
    var repeated: Span?
    for source in sources {
      for from in source.left(in: journey) {
        let group = ends.count > 1 ? graph.nextGroup() : nil
        for to in ends where !(source.isPhase && from == to) {
          guard takeArrow(line) else { return }
          var arrow = Arrow(from: from, to: to, isWritten: true, span: line.span)
          arrow.label = details.label
          arrow.share = details.share
          arrow.wait = details.wait
          arrow.audience = details.audience
          arrow.together = group
          if case .repeated(let span) = graph.add(arrow, isExpanded: source.isPhase) { repeated = repeated ?? span }
        }
      }
    }
    if let repeated, !details.areRefused { report(.repeatedArrow(line, before: repeated)) }
  }

  /// Counts an arrow of the workspace; false once there are too many.
  private mutating func takeArrow(_ line: Line) -> Bool {
    arrowsLeft -= 1
    if arrowsLeft == -1 { report(.tooManyArrows(line.span)) }
    return arrowsLeft >= 0
  }
}

extension Diagnostic {
  fileprivate static func repeatedArrow(_ line: Line, before: Span) -> Self {
    .init(
      .repeatedArrow, at: line.span, "this arrow is already in the flow", related: [.init(before, "the first one")],
      help: "delete one of the two, or give each a label of its own")
  }

  fileprivate static func tooManyArrows(_ span: Span) -> Self {
    .init(
      .tooLarge, at: span, "the flows of this workspace have more than \(Limits.arrows) arrows",
      help: "the arrows from here on are skipped; check a smaller folder")
  }
}
