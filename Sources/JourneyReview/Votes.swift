package import JourneyModel

/// What the room voted for; it stands beside the rank of the data and is never blended into it.
package struct Votes: Sendable, Equatable {
  private var counts: [TouchpointReference: Int] = [:]

  package init() {}

  package var isEmpty: Bool { counts.isEmpty }

  /// Nil for a touchpoint that was not on the ballot.
  package subscript(spot: TouchpointReference) -> Int? { counts[spot] }

  /// Ballots that come back in several rows add up.
  package mutating func add(_ votes: Int, for spot: TouchpointReference) {
    counts[spot] = min((counts[spot] ?? 0) + votes, 1_000_000_000)
  }

  /// The touchpoints of a journey by votes, most first; equal votes share a place, in declared order.
  package func standings(in journey: Journey.ID) -> [(place: Int, touchpoint: Touchpoint.ID, votes: Int)] {
    let sorted = counts.filter { $0.key.journey == journey }
      .map { (touchpoint: $0.key.touchpoint, votes: $0.value) }
      .sorted { ($1.votes, $0.touchpoint) < ($0.votes, $1.touchpoint) }
    var place = 0
    return sorted.enumerated().map { index, entry in
      if index == 0 || sorted[index - 1].votes != entry.votes { place = index + 1 }
      return (place, entry.touchpoint, entry.votes)
    }
  }
}
