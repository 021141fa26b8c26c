extension Journey {
  /// Which share of the journey's customers meet each touchpoint, as far as the flow says so: 0…1, nil elsewhere.
  ///
  /// Everyone meets the one touchpoint at which the journey begins. From there shares are followed along the arrows; of
  /// several arrows that leave a touchpoint one may do without, and takes the rest. What lies in a loop or behind one,
  /// behind a join of what customers do both, or on arrows of some customers only, is not determined.
  package func assumedReach() -> [Double?] {
    var reach = [Double?](repeating: nil, count: touchpoints.count)
    let starts = Set(Network(self).starts(of: self))
    guard starts.count == 1, let start = starts.first else { return reach }
    let leaving = leaving
    var inflows = Array(repeating: Inflow(), count: touchpoints.count)
    for arrow in leaving.joined() {
      if case .touchpoint(let to) = arrows[arrow].to { inflows[to.value].awaited += 1 }
    }
    inflows[start].share = 1
    if touchpoints[start].audience.isEveryone { reach[start] = 1 }
    var ready = touchpoints.indices.filter { inflows[$0].awaited == 0 }
    while let touchpoint = ready.popLast() {
      let inflow = inflows[touchpoint]
      if touchpoint == start || inflow.hasArrived, inflow.isKnown, touchpoints[touchpoint].audience.isEveryone {
        reach[touchpoint] = min(1, inflow.share)
      }
      let shares = shares(of: leaving[touchpoint])
      for (arrow, share) in zip(leaving[touchpoint], shares) {
        guard case .touchpoint(let to) = arrows[arrow].to else { continue }
        inflows[to.value].awaited -= 1
        inflows[to.value].hasArrived = true
        if let share, let here = reach[touchpoint], !inflow.isParallel {
          inflows[to.value].share += here * share
        } else {
          inflows[to.value].isKnown = false
        }
        if arrows[arrow].together != nil { inflows[to.value].isParallel = true }
        if inflows[to.value].awaited == 0 { ready.append(to.value) }
      }
    }
    return reach
  }

  /// Beside `arrows`: the share that is written, or what the others leave to the one way that has none, so that it is not
  /// drawn thinner than they are; nil where nothing says it.
  package func drawnShares() -> [Double?] {
    var drawn = arrows.map(\.share)
    guard drawn.contains(where: { $0 != nil }) else { return drawn }
    for ways in leaving where ways.count > 1 && ways.contains(where: { arrows[$0].share != nil }) {
      for (way, share) in zip(ways, shares(of: ways)) where drawn[way] == nil { drawn[way] = share }
    }
    return drawn
  }

  /// Beside the touchpoints: the arrows that leave each, in order.
  private var leaving: [[Int]] {
    var leaving = Array(repeating: [Int](), count: touchpoints.count)
    for (index, arrow) in arrows.enumerated() {
      if case .touchpoint(let from) = arrow.from { leaving[from.value].append(index) }
    }
    return leaving
  }

  private struct Inflow {
    var share = 0.0
    /// Arrows from touchpoints of which it is not known yet how many customers take them.
    var awaited = 0
    var hasArrived = false
    var isKnown = true
    /// Whether customers do something else beside it, so that they would count twice where both ways join.
    var isParallel = false
  }

  /// Which share of those who leave a touchpoint take each of its arrows; nil where that is not said.
  private func shares(of leaving: [Int]) -> [Double?] {
    guard leaving.allSatisfy({ arrows[$0].audience.isEveryone }) else { return leaving.map { _ in nil } }
    if leaving.count == 1, let only = leaving.first { return [arrows[only].share ?? 1] }
    /// Arrows that are all taken are one choice.
    func choice(_ arrow: Int) -> Int { arrows[arrow].together.map { -$0 } ?? arrow + 1 }
    var written = 0.0
    var open: Set<Int> = []
    for arrow in leaving {
      if let share = arrows[arrow].share { written += share } else { open.insert(choice(arrow)) }
    }
    let rest = open.count == 1 ? max(0, 1 - written) : nil
    return leaving.map { arrows[$0].share ?? rest }
  }
}
