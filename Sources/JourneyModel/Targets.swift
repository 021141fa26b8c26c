internal import JourneySyntax

extension Target {
  /// What a metric aims at where nobody says otherwise; NPS at nothing.
  package static func standard(_ metric: Metric) -> Target? {
    switch metric {
    case .csat: Target(metric: metric, comparison: .atLeast, value: 0.85, span: nil)
    case .effort, .fcr: Target(metric: metric, comparison: .atLeast, value: 0.80, span: nil)
    case .resolution: Target(metric: metric, comparison: .atMost, value: 2 * 86_400, span: nil)
    case .nps: nil
    }
  }

  package var isDefault: Bool { span == nil }
}

extension Workspace {
  /// What a touchpoint aims at: the nearest of its own target, its phase's, its journey's, the workspace's and the
  /// metric's default.
  package func target(_ metric: Metric, of touchpoint: Touchpoint, in journey: Journey) -> Target? {
    nearest(metric, in: [touchpoint.targets]) ?? target(metric, of: journey[touchpoint.phase], in: journey)
  }

  /// What the touchpoints of a phase aim at that say nothing themselves.
  package func target(_ metric: Metric, of phase: Phase, in journey: Journey) -> Target? {
    nearest(metric, in: [phase.targets, journey.targets, targets]) ?? .standard(metric)
  }

  /// What a journey aims at as a whole: its `target overall`, then the journey's and the workspace's. The time that one
  /// touchpoint may take is not what a whole journey may, so `resolution` counts only where `overall` says it.
  package func overallTarget(_ metric: Metric, of journey: Journey) -> Target? {
    if metric == .resolution { return nearest(metric, in: [journey.overallTargets]) }
    return nearest(metric, in: [journey.overallTargets, journey.targets, targets]) ?? .standard(metric)
  }

  /// What the relational scores of the workspace aim at.
  package func overallTarget(_ metric: Metric) -> Target? {
    nearest(metric, in: [targets]) ?? (metric == .resolution ? nil : .standard(metric))
  }

  /// What a question over several touchpoints aims at: what each of them does, or the journey where they differ.
  package func sharedTarget(_ metric: Metric, of touchpoints: [Touchpoint], in journey: Journey) -> Target? {
    let own = touchpoints.map { target(metric, of: $0, in: journey) }
    if let first = own.first, own.allSatisfy({ $0 == first }) { return first }
    return nearest(metric, in: [journey.targets, targets]) ?? .standard(metric)
  }

  private func nearest(_ metric: Metric, in places: [[Target]]) -> Target? {
    for place in places {
      if let target = place.last(where: { $0.metric == metric }) { return target }
    }
    return nil
  }
}
