extension Metric {
  /// Whether a higher value is a better one; only times are better short.
  package var higherIsBetter: Bool { self != .resolution }
}

extension Workspace {
  /// The targets that hold at a touchpoint, one a metric that has any, in the order of `Metric.allCases`.
  package func targets(for touchpoint: Touchpoint.ID, in journey: Journey) -> [Target] {
    Metric.allCases.compactMap { target($0, of: journey[touchpoint], in: journey) }
  }

  /// The journey, where it has a page to link to.
  package func drawn(_ journey: Journey.ID) -> Journey? { self[journey].isDrawn ? self[journey] : nil }
}

extension Journey {
  /// Which touchpoint has, or once had, a name: what tallies are looked up by.
  package func touchpointsByName() -> [String: Touchpoint.ID] {
    var known: [String: Touchpoint.ID] = [:]
    known.reserveCapacity(touchpoints.count)
    for (index, touchpoint) in touchpoints.enumerated() where known[touchpoint.name] == nil {
      known[touchpoint.name] = .init(index)
    }
    for (index, touchpoint) in touchpoints.enumerated() {
      for name in touchpoint.earlierNames where known[name] == nil { known[name] = .init(index) }
    }
    return known
  }
}
