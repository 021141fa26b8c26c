internal import JourneySource
internal import JourneySyntax

extension Resolution {
  /// A touchpoint or phase, looked for in the journey given unless the reference names another.
  mutating func place(_ value: Value, in journey: Int) -> Reference? {
    if case .reference(let name, _) = value.kind {
      let asked = Value(.name(name), text: name, span: value.span)
      return self.journey(asked).flatMap { inner(value, in: $0) }
    }
    return inner(value, in: journey)
  }

  /// What an answer or an action is about, seen from outside the journeys.
  mutating func place(_ value: Value) -> Reference? {
    switch value.kind {
    case .name("workspace"), .word("workspace"): .workspace
    case .reference: place(value, in: 0)
    default: journeyOrNothing(value).map { .journey(Journey.ID($0)) }
    }
  }

  /// A journey. Who names a touchpoint alone, as within its journey, is told its whole name.
  private mutating func journeyOrNothing(_ value: Value) -> Int? {
    if case .name(let name) = value.kind, journeys.names.index(named: name) == nil {
      let holders = outlines.indices.filter {
        (outlines[$0].touchpoints.names.index(named: name) ?? outlines[$0].phases.names.index(named: name)) != nil
      }
      if !holders.isEmpty {
        // Current journeys before planned ones: answers are about what customers live through.
        let order = holders.filter { !isPlanned($0) } + holders.filter(isPlanned)
        let names = order.prefix(5).map { "\(workspace.journeys[$0].name)/\(name)" }
        let more = order.count > 5 ? " (and in \(order.count - 5) more journeys)" : ""
        unknown(value, among: [journeys.names], meant: "write \(names.joined(separator: " or "))\(more)")
        return nil
      }
      if let index = outlines.indices.first(where: { outlines[$0].earlier[name] != nil }),
        let touchpoint = outlines[index].earlier[name].map({ outlines[index].touchpoints.names[$0].name })
      {
        let meant = "it is called \(workspace.journeys[index].name)/\(touchpoint) now"
        unknown(value, among: [journeys.names], noun: "journey or touchpoint", meant: meant)
        return nil
      }
      let touchpoints = outlines.prefix(100).map(\.touchpoints.names)
      let isFew = touchpoints.reduce(0) { $0 + $1.entries.count } <= 1000
      unknown(value, among: [journeys.names] + (isFew ? touchpoints : []), noun: "journey or touchpoint")
      return nil
    }
    return journey(value)
  }

  /// Whether the journey says that it is planned.
  private func isPlanned(_ journey: Int) -> Bool { workspace.journeys[journey].state == .future }

  private mutating func inner(_ value: Value, in journey: Int) -> Reference? {
    guard outlines.indices.contains(journey) else { return nil }
    if let string = value.string { return titled(string, value, in: journey) }
    guard let name = value.innerName else { return nil }
    if let index = outlines[journey].touchpoints.names.index(named: name) ?? outlines[journey].earlier[name] {
      workspace.journeys[journey].touchpoints[index].isReferredTo = true
      note(Symbol(.touchpoint, in: journey, index), value)
      return .touchpoint(Touchpoint.ID(index), in: Journey.ID(journey))
    }
    if let index = outlines[journey].phases.names.index(named: name) {
      note(Symbol(.phase, in: journey, index), value)
      return .phase(Phase.ID(index), in: Journey.ID(journey))
    }
    unknownPlace(value, in: journey)
    return nil
  }

  private mutating func titled(_ title: String, _ value: Value, in journey: Int) -> Reference? {
    switch outlines[journey].touchpoints.names.find(titled: title) {
    case .one(let index):
      workspace.journeys[journey].touchpoints[index].isReferredTo = true
      note(Symbol(.touchpoint, in: journey, index), value)
      return .touchpoint(Touchpoint.ID(index), in: Journey.ID(journey))
    case .several(let first, let second):
      report(.ambiguousTitle(value, outlines[journey].touchpoints.names, first, second))
      return nil
    case .none: break
    }
    switch outlines[journey].phases.names.find(titled: title) {
    case .one(let index):
      note(Symbol(.phase, in: journey, index), value)
      return .phase(Phase.ID(index), in: Journey.ID(journey))
    case .several(let first, let second):
      report(.ambiguousTitle(value, outlines[journey].phases.names, first, second))
    case .none: unknownPlace(value, in: journey)
    }
    return nil
  }

  private mutating func unknownPlace(_ value: Value, in journey: Int) {
    unknown(
      value, among: [outlines[journey].touchpoints.names, outlines[journey].phases.names], journey: journey,
      inside: workspace.journeys[journey].name)
  }
}

extension Value {
  /// The bare name within a journey.
  fileprivate var innerName: String? {
    switch kind {
    case .name(let name), .word(let name): name
    case .reference(_, let touchpoint): touchpoint
    default: nil
    }
  }
}
