internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

/// One side of a comparison: a journey with what is around it.
struct ComparedSide {
  let workspace: AnnotatedWorkspace
  let journey: AnnotatedJourney
  let questions: DeclaredQuestions
  let exceptions: DeclaredExceptions
  let isOld: Bool
}

/// Compares two journeys that are one, fact by fact.
///
/// The changes come in the order of the touchpoints on the map of both sides, and of each in the order of the language
/// page. Printers sort them by kind.
struct JourneyComparison {
  let first: ComparedSide
  let second: ComparedSide
  let match: WorkspaceMatch
  let own: JourneyMatch
  let names: CommonNames
  /// Whether the second is a planned journey, the first the one of today that it replaces: figures are those of today.
  let isPlan: Bool
  let scoring: ScoreComparison
  var changes: [JourneyChange] = []
  var notCompared: [NotCompared] = []

  /// Lent, not copied: a journey holds two dozen arrays.
  var a: Journey { _read { yield first.journey.journey } }
  var b: Journey { _read { yield second.journey.journey } }

  mutating func compare() -> JourneyDifference {
    compareHead()
    comparePhases()
    let moved = movedTouchpoints()
    let columns = ComparedColumn.all(a, b, own)
    for column in columns {
      switch (column.old, column.new) {
      case (_?, let new?): compareKept(new, isMoved: moved.contains(new))
      case (let old?, nil): remove(old)
      case (nil, let new?): add(new)
      case (nil, nil): break
      }
    }
    for pair in own.replaced { replace(pair.old, by: pair.new, pair.how) }
    compareFlow()
    compareGoals()
    if !isPlan { compareActions() }
    compareExceptions()
    compareShared()
    changes.judgeFigures()
    compareRanks()
    var phases: [Int: Int] = [:]
    for (index, phase) in own.phases.enumerated() { phases[index] = phase?.index }
    return JourneyDifference(
      from: a.id, to: b.id, matched: own.forward.count { $0 != nil }, changes: changes.worstFirst,
      notCompared: notCompared, columns: columns, phases: phases)
  }

  /// A change of the journey as a whole.
  func change(_ code: ChangeCode, before: ChangeValue? = nil, after: ChangeValue? = nil) -> JourneyChange {
    JourneyChange(
      code, ChangeSubject(.journey, journey: b.name, name: b.name, title: b.title), before: before, after: after,
      from: a.span, to: b.span)
  }

  /// A change of a touchpoint of the second side.
  func change(
    _ code: ChangeCode, of new: Int, before: ChangeValue? = nil, after: ChangeValue? = nil
  ) -> JourneyChange {
    let touchpoint = b.touchpoints[new]
    var change = JourneyChange(
      code, ChangeSubject(.touchpoint, journey: b.name, name: touchpoint.name, title: touchpoint.title),
      before: before, after: after, from: origin(of: new).map { self[$0].span }, to: touchpoint.span)
    change.place = Self.place(of: new, in: b)
    return change
  }

  /// A change of a touchpoint that is on the first side only.
  func change(_ code: ChangeCode, ofOld old: Int) -> JourneyChange {
    let touchpoint = a.touchpoints[old]
    var change = JourneyChange(
      code, ChangeSubject(.touchpoint, journey: b.name, name: touchpoint.name, title: touchpoint.title),
      from: touchpoint.span)
    change.place = Self.place(of: old, in: a)
    return change
  }

  /// What a touchpoint of the second side was on the first, in whichever journey; nil for a new one.
  func origin(of new: Int) -> TouchpointMatch? { match.touchpointOrigins[b.id.value][new] }

  subscript(origin: TouchpointMatch) -> Touchpoint {
    _read {
      yield first.workspace.journeys[origin.journey.value].journey.touchpoints[origin.touchpoint.value]
    }
  }

  static func place(of index: Int, in journey: Journey) -> ChangePlace {
    let phase = journey[journey.touchpoints[index].phase]
    return ChangePlace(
      phase: phase.name, after: index > phase.touchpoints.lowerBound ? journey.touchpoints[index - 1].name : nil)
  }

  /// Adds a change where two values differ.
  mutating func compare<Value: Equatable>(
    _ code: ChangeCode, _ old: Value, _ new: Value, at touchpoint: Int? = nil, _ written: (Value) -> ChangeValue?
  ) {
    guard old != new else { return }
    let (before, after) = (written(old), written(new))
    changes.append(
      touchpoint.map { change(code, of: $0, before: before, after: after) }
        ?? change(code, before: before, after: after))
  }
}

extension JourneyComparison {
  private mutating func compareHead() {
    if let how = match.journeys[a.id.value]?.how, how != .name {
      var renamed = change(.journeyRenamed, before: .word(a.name), after: .word(b.name))
      renamed.match = how
      changes.append(renamed)
    }
    compare(.title, a.title, b.title) { .text($0) }
    if !isPlan { compare(.state, a.state, b.state) { .word($0.rawValue) } }
    compare(
      .owner, owner(a.owner, in: first.workspace, isOld: true), owner(b.owner, in: second.workspace, isOld: false)
    ) {
      $0.map { .word($0) }
    }
    compare(.volume, a.volume?.people, b.volume?.people) { $0.map { .number($0) } }
    compareTargets(a.targets, b.targets, change(.targetLoosened)) { metric, side in
      side.workspace.workspace.sharedTarget(metric, of: [], in: side.journey.journey)
    }
    compareTargets(a.overallTargets, b.overallTargets, change(.targetLoosened), first.journey.overall) { metric, side in
      side.workspace.workspace.overallTarget(metric, of: side.journey.journey)
    }
    texts(.quote, a.quotes.map(\.text), b.quotes.map(\.text), at: nil)
    texts(.note, a.notes, b.notes, at: nil)
    texts(.link, a.links.map(\.url), b.links.map(\.url), at: nil)
    figures(
      AskedPlace(
        old: .journey(a.id), new: .journey(b.id), before: first.journey.overall, after: second.journey.overall,
        change: change(.noClearChange)))
  }

  private mutating func comparePhases() {
    func subject(_ phase: Phase) -> ChangeSubject {
      ChangeSubject(.phase, journey: b.name, name: phase.name, title: phase.title)
    }
    let kept = b.phases.indices.filter { own.phaseOrigins[$0] != nil }
    let isKept = longestCommonOrder(kept.compactMap { own.phaseOrigins[$0] })
    let moved = Set(zip(kept, isKept).filter { !$0.1 }.map(\.0))
    for (index, phase) in b.phases.enumerated() {
      guard let old = own.phaseOrigins[index] else {
        changes.append(JourneyChange(.phaseAdded, subject(phase), to: phase.span))
        continue
      }
      let before = a.phases[old]
      func add(_ code: ChangeCode, _ was: ChangeValue? = nil, _ now: ChangeValue? = nil) {
        var change = JourneyChange(code, subject(phase), before: was, after: now, from: before.span, to: phase.span)
        change.match = own.phases[old]?.how
        changes.append(change)
      }
      if before.name != phase.name { add(.phaseRenamed, .word(before.name), .word(phase.name)) }
      if moved.contains(index) { add(.phaseMoved) }
      if before.title != phase.title { add(.title, .text(before.title), .text(phase.title)) }
      let change = JourneyChange(.targetLoosened, subject(phase), from: before.span, to: phase.span)
      compareTargets(before.targets, phase.targets, change) { metric, side in
        side.workspace.workspace.target(metric, of: side.isOld ? before : phase, in: side.journey.journey)
      }
    }
    for (index, phase) in a.phases.enumerated() where own.phases[index] == nil {
      changes.append(JourneyChange(.phaseRemoved, subject(phase), from: phase.span))
    }
  }

  /// In another phase, or out of the longest common order of those that stay in theirs.
  private func movedTouchpoints() -> Set<Int> {
    var moved: Set<Int> = []
    var staying: [(new: Int, old: Int)] = []
    for new in b.touchpoints.indices {
      guard let old = own.backward[new] else { continue }
      if own.phases[a.touchpoints[old].phase.value]?.index == b.touchpoints[new].phase.value {
        staying.append((new, old))
      } else {
        moved.insert(new)
      }
    }
    for (one, isKept) in zip(staying, longestCommonOrder(staying.map(\.old))) where !isKept { moved.insert(one.new) }
    return moved
  }

  func owner(_ id: Department.ID?, in workspace: AnnotatedWorkspace, isOld: Bool) -> String? {
    id.map { id in
      let name = workspace.workspace[id].name
      return isOld ? names.department(name) : name
    }
  }
}

/// A touchpoint of the map of both sides: those of the second in their order, each removed one after its nearest kept
/// neighbour before.
package struct ComparedColumn: Sendable, Equatable {
  /// Its place on each side; nil where it is not there.
  package let old: Int?
  package let new: Int?

  static func all(_ a: Journey, _ b: Journey, _ match: JourneyMatch) -> [ComparedColumn] {
    var removed: [Int: [Int]] = [:]
    var before = -1
    for old in a.touchpoints.indices {
      if let new = match.forward[old] {
        before = new
      } else {
        // What begins a phase stays there, though its neighbour is in the phase before.
        let phase = match.phases[a.touchpoints[old].phase.value].map { b.phases[$0.index].touchpoints }
        if let phase, !phase.isEmpty { before = max(before, min(phase.lowerBound - 1, b.touchpoints.count - 1)) }
        removed[before, default: []].append(old)
      }
    }
    var columns = (removed[-1] ?? []).map { ComparedColumn(old: $0, new: nil) }
    for new in b.touchpoints.indices {
      columns.append(ComparedColumn(old: match.backward[new], new: new))
      columns += (removed[new] ?? []).map { ComparedColumn(old: $0, new: nil) }
    }
    return columns
  }
}
