package import JourneyModel

/// What of one workspace is what of another, journey by journey.
package struct WorkspaceMatch: Sendable {
  /// Beside the journeys of the first side: the same on the second, and how it was found.
  package private(set) var journeys: [(id: Journey.ID, how: MatchKind)?]
  /// Beside the journeys of the second side: the same on the first.
  package private(set) var origins: [Journey.ID?]
  /// Beside the journeys of the first side, and their touchpoints.
  package private(set) var touchpoints: [[TouchpointMatch?]]
  /// Beside the journeys of the second side, and their touchpoints.
  package private(set) var touchpointOrigins: [[TouchpointMatch?]]
  /// What went into another touchpoint that has its answers now, by the side that it is on.
  package private(set) var merged: [(journey: Int, touchpoint: Int, into: TouchpointMatch)] = []
  package private(set) var split: [(journey: Int, touchpoint: Int, outOf: TouchpointMatch)] = []

  /// - Parameters:
  ///   - before: a workspace, and the path of each of its journeys' files.
  ///   - after: the same of the other side.
  ///   - pair: journeys to compare whatever they are called: a planned one, and the one that it replaces.
  init(
    _ before: (workspace: Workspace, paths: [String]), _ after: (workspace: Workspace, paths: [String]),
    pair: (Journey.ID, Journey.ID)? = nil
  ) {
    let (first, second) = (before.workspace.journeys, after.workspace.journeys)
    journeys = Array(repeating: nil, count: first.count)
    origins = Array(repeating: nil, count: second.count)
    touchpoints = first.map { Array(repeating: nil, count: $0.touchpoints.count) }
    touchpointOrigins = second.map { Array(repeating: nil, count: $0.touchpoints.count) }
    if let pair {
      join(pair.0.value, pair.1.value, .name)
    } else {
      matchJourneys(first, second, before.paths, after.paths)
    }
    for index in first.indices {
      guard let other = journeys[index]?.id.value else { continue }
      matchNames(first[index], index, second[other], other)
    }
    if pair == nil { matchMoves(first, second) }
    for index in first.indices {
      guard let other = journeys[index]?.id.value else { continue }
      matchEarlier(first[index], index, second[other], other)
      matchTitles(first[index], index, second[other], other)
    }
  }

  private mutating func join(_ old: Int, _ new: Int, _ how: MatchKind) {
    guard journeys[old] == nil, origins[new] == nil else { return }
    journeys[old] = (Journey.ID(new), how)
    origins[new] = Journey.ID(old)
  }

  private mutating func matchJourneys(_ first: [Journey], _ second: [Journey], _ old: [String], _ new: [String]) {
    func named(_ journeys: [Journey]) -> [String: Int] {
      Dictionary(journeys.indices.map { (journeys[$0].name, $0) }) { first, _ in first }
    }
    let (oldNames, newNames) = (named(first), named(second))
    for index in first.indices where !first[index].isDuplicate {
      if let other = newNames[first[index].name], oldNames[first[index].name] == index { join(index, other, .name) }
    }
    for index in second.indices where origins[index] == nil {
      for name in second[index].earlierNames { if let other = oldNames[name] { join(other, index, .was) } }
    }
    for index in first.indices where journeys[index] == nil {
      for name in first[index].earlierNames { if let other = newNames[name] { join(index, other, .was) } }
    }
    func alone(_ paths: [String], _ isFree: (Int) -> Bool) -> [String: Int] {
      var found: [String: [Int]] = [:]
      for index in paths.indices where isFree(index) { found[paths[index], default: []].append(index) }
      return found.compactMapValues { $0.count == 1 ? $0[0] : nil }
    }
    let free = alone(new) { origins[$0] == nil }
    let left = alone(old) { journeys[$0] == nil }
    for index in first.indices where left[old[index]] == index {
      if let other = free[old[index]] { join(index, other, .file) }
    }
  }

  private mutating func join(
    _ old: (journey: Int, touchpoint: Int), _ new: (journey: Int, touchpoint: Int), _ how: MatchKind
  ) {
    touchpoints[old.journey][old.touchpoint] = TouchpointMatch(
      journey: Journey.ID(new.journey), touchpoint: Touchpoint.ID(new.touchpoint), how: how)
    touchpointOrigins[new.journey][new.touchpoint] = TouchpointMatch(
      journey: Journey.ID(old.journey), touchpoint: Touchpoint.ID(old.touchpoint), how: how)
  }

  private mutating func matchNames(_ first: Journey, _ old: Int, _ second: Journey, _ new: Int) {
    var names: [String: Int] = [:]
    names.reserveCapacity(second.touchpoints.count)
    for index in second.touchpoints.indices where names[second.touchpoints[index].name] == nil {
      names[second.touchpoints[index].name] = index
    }
    for index in first.touchpoints.indices {
      guard let other = names[first.touchpoints[index].name], touchpointOrigins[new][other] == nil else { continue }
      join((old, index), (new, other), .name)
    }
  }

  /// `was old-journey/form`, on either side.
  private mutating func matchMoves(_ first: [Journey], _ second: [Journey]) {
    func places(_ journeys: [Journey]) -> [(EarlierPlace, Int, Int)] {
      journeys.indices.flatMap { journey in
        journeys[journey].touchpoints.indices.flatMap { touchpoint in
          journeys[journey].touchpoints[touchpoint].earlierPlaces.map { ($0, journey, touchpoint) }
        }
      }
    }
    func find(_ place: EarlierPlace, in journeys: [Journey]) -> (Int, Int)? {
      guard
        let journey = journeys.firstIndex(where: { $0.name == place.journey })
          ?? journeys.firstIndex(where: { $0.earlierNames.contains(place.journey) }),
        let touchpoint = journeys[journey].touchpoints.firstIndex(where: { $0.name == place.touchpoint })
      else { return nil }
      return (journey, touchpoint)
    }
    for (place, journey, touchpoint) in places(second) where touchpointOrigins[journey][touchpoint] == nil {
      guard let old = find(place, in: first), touchpoints[old.0][old.1] == nil else { continue }
      join((old.0, old.1), (journey, touchpoint), .was)
    }
    for (place, journey, touchpoint) in places(first) where touchpoints[journey][touchpoint] == nil {
      guard let new = find(place, in: second), touchpointOrigins[new.0][new.1] == nil else { continue }
      join((journey, touchpoint), (new.0, new.1), .was)
    }
  }

  /// `was` within a journey, on either side. A second name that leads to the same touchpoint is a merge, or a split.
  private mutating func matchEarlier(_ first: Journey, _ old: Int, _ second: Journey, _ new: Int) {
    func earlier(_ journey: Journey) -> [(String, Int)] {
      journey.touchpoints.indices.flatMap { index in journey.touchpoints[index].earlierNames.map { ($0, index) } }
    }
    let (ours, theirs) = (earlier(first), earlier(second))
    guard !ours.isEmpty || !theirs.isEmpty else { return }
    func named(_ journey: Journey) -> [String: Int] {
      Dictionary(journey.touchpoints.indices.map { (journey.touchpoints[$0].name, $0) }) { first, _ in first }
    }
    let (oldNames, newNames) = (named(first), named(second))
    func match(_ journey: Int, _ touchpoint: Int, _ how: MatchKind) -> TouchpointMatch {
      TouchpointMatch(journey: Journey.ID(journey), touchpoint: Touchpoint.ID(touchpoint), how: how)
    }
    for (name, index) in theirs {
      guard let other = oldNames[name] else { continue }
      switch (touchpoints[old][other], touchpointOrigins[new][index]) {
      case (nil, nil): join((old, other), (new, index), .was)
      case (nil, let origin?): merged.append((old, other, match(new, index, origin.how)))
      case (let heir?, nil): split.append((new, index, match(old, other, heir.how)))
      case (.some, .some): continue
      }
    }
    for (name, index) in ours {
      guard let other = newNames[name] else { continue }
      switch (touchpoints[old][index], touchpointOrigins[new][other]) {
      case (nil, nil): join((old, index), (new, other), .was)
      case (let heir?, nil): split.append((new, other, match(old, index, heir.how)))
      case (nil, let origin?): merged.append((old, index, match(new, other, origin.how)))
      case (.some, .some): continue
      }
    }
  }
}

extension WorkspaceMatch {
  /// Those without a name on one side at least, by their titles without letter case, accents and punctuation.
  private mutating func matchTitles(_ first: Journey, _ old: Int, _ second: Journey, _ new: Int) {
    let free = (
      first.touchpoints.indices.filter { touchpoints[old][$0] == nil },
      second.touchpoints.indices.filter { touchpointOrigins[new][$0] == nil }
    )
    guard !free.0.isEmpty, !free.1.isEmpty else { return }
    let gone = Set(merged.lazy.filter { $0.journey == old }.map(\.touchpoint))
    let splitOff = Set(split.lazy.filter { $0.journey == new }.map(\.touchpoint))
    var titles: [String: [Int]] = [:]
    for index in free.0.reversed() where !gone.contains(index) {
      titles[first.touchpoints[index].title.foldedTitle, default: []].append(index)
    }
    for index in free.1 where !splitOff.contains(index) {
      let title = second.touchpoints[index].title.foldedTitle
      guard !title.isEmpty, let other = titles[title]?.last,
        !first.touchpoints[other].isNamed || !second.touchpoints[index].isNamed
      else { continue }
      titles[title]?.removeLast()
      join((old, other), (new, index), .title)
    }
  }
}

/// A touchpoint on the other side.
package struct TouchpointMatch: Sendable, Equatable {
  package let journey: Journey.ID
  package let touchpoint: Touchpoint.ID
  package let how: MatchKind
}
