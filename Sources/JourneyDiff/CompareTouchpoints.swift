internal import JourneyMetrics
internal import JourneyModel
internal import JourneySource
internal import JourneySyntax

extension JourneyComparison {
  /// What is only on the second side, or came from another journey.
  mutating func add(_ new: Int) {
    let touchpoint = b.touchpoints[new]
    if let origin = origin(of: new) {
      var moved = change(
        .touchpointMoved, of: new,
        before: .word("\(first.workspace.workspace[origin.journey].name)/\(self[origin].name)"))
      moved.match = origin.how
      changes.append(moved)
      compareFacts(new)
      return
    }
    if let split = match.split.first(where: { $0.journey == b.id.value && $0.touchpoint == new }) {
      let journey = first.workspace.workspace[split.outOf.journey]
      changes.append(change(.split, of: new, before: .word(journey[split.outOf.touchpoint].name)))
      return
    }
    changes.append(
      change(
        .touchpointAdded, of: new, after: owner(touchpoint.owner, in: second.workspace, isOld: false).map { .word($0) })
    )
    guard !isPlan, second.journey.touchpoints[new].isMeasured else { return }
    let wasLost = first.workspace.unknownPlaces.contains("\(b.name)/\(touchpoint.name)")
    var measured = change(wasLost ? .historyFound : .nowMeasured, of: new)
    measured.figure = second.journey.touchpoints[new].asked.map { ComparedFigure(metric: $0.metric, to: $0) }
    changes.append(measured)
  }

  /// What is only on the first side.
  mutating func remove(_ old: Int) {
    let touchpoint = a.touchpoints[old]
    // That it went to another journey is said there.
    if match.touchpoints[a.id.value][old] != nil { return }
    if let merged = match.merged.first(where: { $0.journey == a.id.value && $0.touchpoint == old }) {
      var change = change(.merged, ofOld: old)
      change.after = .word(second.workspace.workspace[merged.into.journey][merged.into.touchpoint].name)
      changes.append(change)
      return
    }
    var removed = change(.touchpointRemoved, ofOld: old)
    removed.before = owner(touchpoint.owner, in: first.workspace, isOld: true).map { .word($0) }
    changes.append(removed)
    guard !isPlan, first.journey.touchpoints[old].isMeasured else { return }
    let isLost = second.workspace.unknownPlaces.contains("\(a.name)/\(touchpoint.name)")
    var lost = change(isLost ? .historyLost : .noLongerMeasured, ofOld: old)
    lost.figure = first.journey.touchpoints[old].asked.map { ComparedFigure(metric: $0.metric, from: $0) }
    changes.append(lost)
  }

  /// One that is gone and one that is new, as a question: the two changes that it stands for follow from it.
  mutating func replace(_ old: Int, by new: Int, _ how: MatchKind) {
    var replaced = change(.touchpointReplaced, of: new, before: .word(a.touchpoints[old].name))
    (replaced.match, replaced.from) = (how, a.touchpoints[old].span)
    changes.append(replaced)
    for index in changes.indices {
      let (code, name) = (changes[index].code, changes[index].subject.name)
      if code == .touchpointRemoved && name == a.touchpoints[old].name
        || code == .touchpointAdded && name == b.touchpoints[new].name
      {
        changes[index].isImplied = true
      }
    }
  }

  /// What is on both.
  mutating func compareKept(_ new: Int, isMoved: Bool) {
    if isMoved, let origin = origin(of: new) {
      var moved = change(
        .touchpointMoved, of: new,
        before: .word(Self.place(of: origin.touchpoint.value, in: first.workspace.workspace[origin.journey]).phase))
      moved.after = .word(Self.place(of: new, in: b).phase)
      changes.append(moved)
    }
    compareFacts(new)
  }

  /// The facts of a touchpoint that was there before, in the order of the language page.
  private mutating func compareFacts(_ new: Int) {
    guard let origin = origin(of: new) else { return }
    let before = self[origin]
    let after = b.touchpoints[new]
    if (before.isNamed || after.isNamed) && before.name != after.name {
      compare(.touchpointRenamed, before.name, after.name, at: new) { .word($0) }
      changes[changes.count - 1].match = origin.how
    }
    compare(.title, before.title, after.title, at: new) { .text($0) }
    if !names.haveSameParts(before, after) {
      compare(
        .owner, owner(before.owner, in: first.workspace, isOld: true),
        owner(after.owner, in: second.workspace, isOld: false),
        at: new
      ) { $0.map { .word($0) } }
      compareHelpers(before, after, new)
    }
    compare(.becameAside, before.isAside, after.isAside, at: new) { .word($0 ? "aside" : "on the main path") }
    compare(.becameOptional, before.isOptional, after.isOptional, at: new) { .word($0 ? "optional" : "for everyone") }
    compare(.momentOfTruth, before.isMomentOfTruth, after.isMomentOfTruth, at: new) { .word($0 ? "yes" : "no") }
    compare(.importance, before.importance ?? 3, after.importance ?? 3, at: new) { .number(Double($0)) }
    compare(.takes, before.takes, after.takes, at: new) { $0.map { .times($0) } }
    compare(.volume, before.volume?.people, after.volume?.people, at: new) { $0.map { .number($0) } }
    compare(
      .opens, before.opens.map { presentName(of: $0) }, after.opens.map { second.workspace.workspace[$0].name }, at: new
    ) {
      $0.map { .word($0) }
    }
    compare(
      .repeats, before.repeats.map { presentName(of: $0, in: first.workspace.workspace[origin.journey]) },
      after.repeats.map { b[$0].name }, at: new
    ) {
      $0.map { .word($0) }
    }
    let scores = (
      old: first.workspace.journeys[origin.journey.value].touchpoints[origin.touchpoint.value],
      new: second.journey.touchpoints[new]
    )
    if origin.journey == a.id, own.phases[before.phase.value]?.index == after.phase.value {
      // Most touchpoints say none, and a change is much to make for nothing.
      if !before.targets.isEmpty || !after.targets.isEmpty {
        compareTargets(before.targets, after.targets, change(.targetLoosened, of: new), scores.new) { metric, side in
          side.workspace.workspace.target(metric, of: side.isOld ? before : after, in: side.journey.journey)
        }
      }
    } else {
      compareTargets(before, in: first.workspace.workspace[origin.journey], scores, elsewhere: new)
    }
    compareFeelings(before.feels, after.feels, new)
    compareRemarks(before.pains, after.pains, new, added: .painAdded, removed: .painRemoved)
    compareRemarks(before.ideas, after.ideas, new, added: .ideaAdded, removed: .ideaRemoved)
    compareTexts(before, after, new)
    compareAnswers(origin, new, scores)
  }

  private mutating func compareAnswers(
    _ origin: TouchpointMatch, _ new: Int, _ scores: (TouchpointScores, TouchpointScores)
  ) {
    guard !isPlan, scores.0.isMeasured || scores.1.isMeasured, b.touchpoints[new].repeats == nil else { return }
    let isLost =
      !second.workspace.unknownPlaces.isEmpty
      && second.workspace.unknownPlaces.contains(
        "\(first.workspace.workspace[origin.journey].name)/\(self[origin].name)")
    let isFound =
      !first.workspace.unknownPlaces.isEmpty
      && first.workspace.unknownPlaces.contains("\(b.name)/\(b.touchpoints[new].name)")
    if isLost != isFound {
      changes.append(change(isLost ? .historyLost : .historyFound, of: new))
      return
    }
    let repeated = first.workspace.workspace[origin.journey].original(origin.touchpoint.value)
    var place = AskedPlace(
      old: .touchpoint(Touchpoint.ID(repeated), in: origin.journey),
      new: .touchpoint(Touchpoint.ID(b.original(new)), in: b.id), before: scores.0, after: scores.1,
      change: change(.noClearChange, of: new))
    place.isOtherwiseMade =
      match.merged.contains { $0.into.journey == b.id && $0.into.touchpoint.value == new }
      || match.split.contains { $0.outOf.journey == origin.journey && $0.outOf.touchpoint == origin.touchpoint }
    figures(place)
  }

  /// What a journey of the first side is called on the second.
  private func presentName(of id: Journey.ID) -> String {
    match.journeys[id.value].map { second.workspace.workspace[$0.id].name } ?? first.workspace.workspace[id].name
  }

  private func presentName(of id: Touchpoint.ID, in journey: Journey) -> String {
    match.touchpoints[journey.id.value][id.value].map { second.workspace.workspace[$0.journey][$0.touchpoint].name }
      ?? journey[id].name
  }

  private mutating func compareHelpers(_ before: Touchpoint, _ after: Touchpoint, _ new: Int) {
    let helpers = (
      before.helpers.map { names.department(first.workspace.workspace[$0].name) },
      after.helpers.map { second.workspace.workspace[$0].name }
    )
    let channels = (
      before.channels.map { names.channel(first.workspace.workspace[$0].name) },
      after.channels.map { second.workspace.workspace[$0].name }
    )
    list(helpers.0, helpers.1, new, .helperAdded, .helperRemoved)
    list(channels.0, channels.1, new, .channelAdded, .channelRemoved)
    if let was = channels.0.first, let now = channels.1.first, was != now {
      changes.append(change(.mainChannel, of: new, before: .word(was), after: .word(now)))
    }
  }

  private mutating func list(_ old: [String], _ new: [String], _ place: Int, _ added: ChangeCode, _ removed: ChangeCode)
  {
    guard old != new else { return }
    for name in new where !old.contains(name) { changes.append(change(added, of: place, after: .word(name))) }
    for name in old where !new.contains(name) { changes.append(change(removed, of: place, before: .word(name))) }
  }
}

extension TouchpointScores {
  /// The first question with answers; else the first.
  fileprivate var asked: Score? {
    let asked = scores.filter { $0.state != .notAsked }
    return asked.first { $0.state != .noData } ?? asked.first
  }
}
