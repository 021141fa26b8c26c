package import JourneyModel
package import JourneySyntax

/// The impact–effort grid: what gives much for little stands apart from what gives little for much.
package struct ImpactEffortGrid: Sendable, Equatable {
  /// Places in `Review.actions`, by impact 1…5, then by effort 1…5.
  package private(set) var cells = [[[Int]]](repeating: [[Int]](repeating: [], count: 5), count: 5)
  /// Those that do not say both.
  package private(set) var unplaced: [Int] = []

  /// Of what is still open: planned or being done.
  init(_ actions: [ReviewedAction]) {
    for (index, reviewed) in actions.enumerated() {
      guard reviewed.action.isOpen else { continue }
      if let impact = reviewed.action.impact, let effort = reviewed.action.effort, (1...5).contains(impact),
        (1...5).contains(effort)
      {
        cells[impact - 1][effort - 1].append(index)
      } else {
        unplaced.append(index)
      }
    }
  }

  /// - Parameters: each 1…5; none stand elsewhere.
  package subscript(impact impact: Int, effort effort: Int) -> [Int] {
    (1...5).contains(impact) && (1...5).contains(effort) ? cells[impact - 1][effort - 1] : []
  }
}

/// "You said, we did": an action that customers were told of, with what hurt them.
package struct ClosedLoopItem: Sendable {
  /// Its place in `Review.actions`.
  package let action: Int
  package let on: Period
  /// The pains of its touchpoint that came from customers, not from the team; all of them where none did.
  package let said: [Remark]
}

/// By the day on which customers were told, oldest first.
func told(_ actions: [ReviewedAction], in workspace: Workspace) -> [ClosedLoopItem] {
  let all = actions.enumerated().compactMap { index, reviewed -> ClosedLoopItem? in
    guard let on = reviewed.action.toldCustomers else { return nil }
    let pains = reviewed.spot.map { workspace[$0.journey][$0.touchpoint].pains } ?? []
    let theirs = pains.filter { $0.evidence == .survey || $0.evidence == .interview || $0.evidence == .social }
    return ClosedLoopItem(action: index, on: on, said: theirs.isEmpty ? pains : theirs)
  }
  return all.sorted { $0.on == $1.on ? $0.action < $1.action : $0.on < $1.on }
}
