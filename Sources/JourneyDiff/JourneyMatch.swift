internal import JourneyModel

/// What of one journey is what of another: the touchpoints as the workspaces were matched, then phases, then who is in
/// whose place.
package struct JourneyMatch: Sendable {
  /// Beside the touchpoints of the first side; nil where it is in another journey, or nowhere.
  package private(set) var forward: [Int?]
  /// Beside the touchpoints of the second side.
  package private(set) var backward: [Int?]
  /// Beside the phases of the first side, with how they were found.
  package private(set) var phases: [(index: Int, how: MatchKind)?]
  package private(set) var phaseOrigins: [Int?]
  /// Pairs that may be one thing under two names: a question, and never an answer.
  package private(set) var replaced: [(old: Int, new: Int, how: MatchKind)] = []

  init(_ first: Journey, _ second: Journey, in match: WorkspaceMatch) {
    let (old, new) = (first.id.value, second.id.value)
    forward = match.touchpoints[old].map { $0?.journey.value == new ? $0?.touchpoint.value : nil }
    backward = match.touchpointOrigins[new].map { $0?.journey.value == old ? $0?.touchpoint.value : nil }
    phases = Array(repeating: nil, count: first.phases.count)
    phaseOrigins = Array(repeating: nil, count: second.phases.count)
    matchPhases(first, second)
    let free = (
      first.touchpoints.indices.filter { index in
        match.touchpoints[old][index] == nil && !match.merged.contains { $0.journey == old && $0.touchpoint == index }
      },
      second.touchpoints.indices.filter { index in
        match.touchpointOrigins[new][index] == nil
          && !match.split.contains { $0.journey == new && $0.touchpoint == index }
      }
    )
    guard !free.0.isEmpty, !free.1.isEmpty else { return }
    matchPlaces(first, second, Set(free.0), free.1)
    matchLikeness(first, second, free)
  }

  private mutating func join(_ old: Int, _ new: Int, _ how: MatchKind) {
    guard phases[old] == nil, phaseOrigins[new] == nil else { return }
    phases[old] = (new, how)
    phaseOrigins[new] = old
  }

  private mutating func matchPhases(_ first: Journey, _ second: Journey) {
    for (index, phase) in first.phases.enumerated() {
      if let other = second.phases.firstIndex(where: { $0.name == phase.name }) { join(index, other, .name) }
    }
    for (index, phase) in second.phases.enumerated() where phaseOrigins[index] == nil {
      if let other = first.phases.firstIndex(where: { phase.earlierNames.contains($0.name) }) {
        join(other, index, .was)
      }
    }
    for (index, phase) in first.phases.enumerated() where phases[index] == nil {
      if let other = second.phases.firstIndex(where: { phase.earlierNames.contains($0.name) }) {
        join(index, other, .was)
      }
    }
    // Where most of the touchpoints went, and where most of those came from.
    for (index, phase) in first.phases.enumerated() where phases[index] == nil {
      let went = phase.touchpoints.compactMap { forward[$0] }.map { second.touchpoints[$0].phase.value }
      guard let other = went.first(where: { one in went.count { $0 == one } * 2 > phase.touchpoints.count }),
        second.phases.indices.contains(other)
      else { continue }
      let came = second.phases[other].touchpoints.compactMap { backward[$0] }.count {
        first.touchpoints[$0].phase.value == index
      }
      if came * 2 > second.phases[other].touchpoints.count { join(index, other, .place) }
    }
  }

  /// Exactly one on each side between the same neighbours of a phase.
  private mutating func matchPlaces(_ first: Journey, _ second: Journey, _ old: Set<Int>, _ new: [Int]) {
    for index in new {
      let phase = second.touchpoints[index].phase.value
      guard let origin = phaseOrigins[phase] else { continue }
      let (ours, theirs) = (first.phases[origin].touchpoints, second.phases[phase].touchpoints)
      let place: Int
      if index > theirs.lowerBound {
        guard let before = backward[index - 1] else { continue }
        place = before + 1
      } else {
        place = ours.lowerBound
      }
      guard ours.contains(place), old.contains(place) else { continue }
      if place == ours.lowerBound, index != theirs.lowerBound { continue }
      let (next, following) = (place + 1, index + 1)
      if following < theirs.upperBound {
        guard let after = backward[following], after == next, next < ours.upperBound else { continue }
      } else if next != ours.upperBound {
        continue
      }
      replaced.append((place, index, .place))
    }
  }

  /// Titles that are much alike, and clearly more than the next; of many none, for that would take long.
  private mutating func matchLikeness(_ first: Journey, _ second: Journey, _ free: ([Int], [Int])) {
    let old = free.0.filter { index in !replaced.contains { $0.old == index } }
    let new = free.1.filter { index in !replaced.contains { $0.new == index } }
    guard max(old.count, new.count) <= 50 else { return }
    let all = old.map { one in new.map { likeness(first.touchpoints[one].title, second.touchpoints[$0].title) } }
    for (row, one) in old.enumerated() {
      for (column, other) in new.enumerated() {
        let value = all[row][column]
        let next = max(
          all[row].indices.filter { $0 != column }.map { all[row][$0] }.max() ?? 0,
          all.indices.filter { $0 != row }.map { all[$0][column] }.max() ?? 0)
        if value >= 0.6, value >= next + 0.15 { replaced.append((one, other, .likeness)) }
      }
    }
    replaced.sort { ($0.new, $0.old) < ($1.new, $1.old) }
  }
}
