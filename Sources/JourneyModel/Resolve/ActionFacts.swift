internal import JourneySource
internal import JourneySyntax

extension Resolution {
  /// Reads the actions, those in journeys and those beside them.
  mutating func resolveActions() {
    for index in outlines.indices {
      let lines = outlines[index].actionLines
      workspace.journeys[index].actions = actions(lines, in: index)
    }
    workspace.actions = actions(lines(.action), in: nil)
  }

  private mutating func actions(_ lines: [Line], in journey: Int?) -> [Action] {
    let declared = declare(lines, as: .action, in: journey)
    return zip(lines, declared.entries).map { line, index in
      let entry = declared.names[index]
      var action = Action(name: entry.name, title: entry.title, span: entry.span)
      action.isBroken = line.isBroken
      if let journey { action.subject = .journey(Journey.ID(journey)) }
      let subject = readSubject(of: line, in: journey, &action)
      for fact in line.facts {
        readPlan(fact, of: &action, journey: subject ?? journey)
        readProgress(fact, of: &action)
        readReasons(fact, of: &action, journey: subject ?? journey)
      }
      action.audience = audience(of: line)
      action.notes = line.notes
      return action
    }
  }

  /// `for form`: the journey that it is for, where that can be told.
  private mutating func readSubject(of line: Line, in journey: Int?, _ action: inout Action) -> Int? {
    guard let value = line.first(.for)?.values.first else { return nil }
    let place: Reference?
    if let journey, value.string == nil, journeys.names.index(named: value.referredText) != nil,
      !outlines[journey].holds(value.referredText)
    {
      place = self.place(value)
    } else {
      place = journey.map { self.place(value, in: $0) } ?? self.place(value)
    }
    switch place {
    case .touchpoint, .journey: action.subject = place ?? .workspace
    // It is about all of a phase's touchpoints, so its figures are the journey's.
    case .phase(_, let journey): action.subject = .journey(journey)
    case .workspace, nil: break
    }
    return place?.journey?.value
  }

  private mutating func readPlan(_ fact: Line, of action: inout Action, journey: Int?) {
    switch fact.keyword {
    case .owner:
      action.owner = fact.values.first.flatMap { department($0) }
      action.isOwnerUnknown = action.owner == nil
    case .goal:
      action.goal = fact.values.first.flatMap { goal($0, in: journey) }
      action.isGoalUnknown = action.goal == nil
    case .expects:
      guard let metric = fact.arguments.first.flatMap({ metric($0) }), let value = fact.arguments.dropFirst().first
      else { return }
      if let change = FigureUnit(metric).change(value.kind) {
        action.expected = (metric, change)
      } else {
        report(.wrongChange(metric, value))
      }
    case .impact: action.impact = integer(on: fact, in: 1...5)
    case .effort: action.effort = integer(on: fact, in: 1...5)
    default: break
    }
  }

  /// `fixes photo`, `idea say-why`: what of the touchpoints it answers.
  private mutating func readReasons(_ fact: Line, of action: inout Action, journey: Int?) {
    switch fact.keyword {
    case .fixes: action.fixes += fact.values.compactMap { remark($0, .pain, in: journey) }
    case .idea: action.idea = fact.values.first.flatMap { remark($0, .idea, in: journey) }
    default: break
    }
  }

  /// A named pain or idea of the journey; without a journey, of any that has one of this name.
  private mutating func remark(_ value: Value, _ kind: NameKind, in journey: Int?) -> RemarkReference? {
    let path = kind == .pain ? \Outline.pains : \Outline.ideas
    let places = journey.map { $0..<$0 + 1 } ?? outlines.indices
    let name = value.referredText
    for place in places {
      if let found = outlines[place][keyPath: path][name] {
        note(found.symbol(kind), value)
        return found
      }
    }
    let known = places.flatMap { outlines[$0][keyPath: path].keys }.sorted()
    report(.unknownRemark(value, kind, known: known))
    return nil
  }

  private func readProgress(_ fact: Line, of action: inout Action) {
    let period = fact.arguments.first?.period
    switch fact.keyword {
    case .status: action.status = word(on: fact, as: Action.ActionStatus.self) ?? action.status
    case .due: action.due = period
    case .finished: action.finished = period
    case .toldCustomers: action.toldCustomers = period
    default: break
    }
  }

  /// A goal of the journey; without a journey, of any that has one of this name. `journey/goal` names the journey, too.
  private mutating func goal(_ value: Value, in journey: Int?) -> (journey: Journey.ID, goal: Goal.ID)? {
    if case .reference(let name, let goal) = value.kind {
      guard let named = self.journey(Value(.name(name), text: name, span: value.span)) else { return nil }
      if let journey, journey != named {
        report(.goalElsewhere(value, workspace.journeys[journey].name))
        return nil
      }
      return self.goal(Value(.name(goal), text: goal, span: value.span), in: named)
    }
    let places = journey.map { $0..<$0 + 1 } ?? outlines.indices
    for index in places {
      switch outlines[index].goals.names.find(value) {
      case .one(let goal):
        note(Symbol(.goal, in: index, goal), value)
        return (Journey.ID(index), Goal.ID(goal))
      case .several(let first, let second):
        report(.ambiguousTitle(value, outlines[index].goals.names, first, second))
        return nil
      case .some(.none): continue
      case nil: return nil
      }
    }
    let known = journey.map { [outlines[$0].goals.names] } ?? outlines.map(\.goals.names)
    unknown(
      value, among: known.isEmpty ? [Names(.goal)] : known, journey: journey,
      inside: journey.map { workspace.journeys[$0].name })
    return nil
  }
}

extension Outline {
  /// Whether a touchpoint or phase has the name.
  fileprivate func holds(_ name: String) -> Bool {
    touchpoints.names.index(named: name) != nil || phases.names.index(named: name) != nil || earlier[name] != nil
  }
}

extension Diagnostic {
  fileprivate static func goalElsewhere(_ value: Value, _ journey: String) -> Self {
    .init(
      .unknownGoal, at: value.span,
      "the action is in \"\(journey)\", but the goal \"\(value.text)\" is in another journey",
      help: "name a goal of \"\(journey)\", or move the action to the other journey")
  }

  fileprivate static func wrongChange(_ metric: Metric, _ value: Value) -> Self {
    .init(
      .wrongUnit, at: value.span, "\"\(value.text)\" is not a change of \(metric.rawValue)",
      help: "write it like this: expects \(metric.rawValue) \(FigureUnit(metric).exampleOfChange)")
  }
}

extension Diagnostic {
  fileprivate static func unknownRemark(_ value: Value, _ kind: NameKind, known: [String]) -> Self {
    let noun = kind.noun
    let nearest = known.closest(to: value.referredText)
    return .init(
      .unknownRemark, at: value.span, "no \(noun) is named \"\(value.referredText)\"",
      help: nearest.map { "did you mean \"\($0)\"?" }
        ?? "give the \(noun) a name, right after the word: \(noun) \(value.referredText) \"…\"",
      fix: nearest.map { .likely(value.span, $0) })
  }
}
