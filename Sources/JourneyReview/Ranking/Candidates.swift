package import JourneyModel

extension Ranking {
  /// More are too many to choose among.
  package static let mostCandidates = 10

  /// What a room votes on, in the journey's order, which favours none: what to fix first, then what nobody measures, most
  /// important first; where every target is met, what is nearest to its target.
  package var candidates: [Touchpoint.ID] {
    let first = ranked.filter { $0.burden > 0 }.map(\.touchpoint) + blindSpots
    let chosen = first.isEmpty ? (ranked + onTarget).map(\.touchpoint) : first
    return chosen.prefix(Self.mostCandidates).sorted()
  }
}
