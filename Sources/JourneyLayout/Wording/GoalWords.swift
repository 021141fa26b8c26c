package import JourneyModel

extension Goal {
  /// A figure in the unit of what the goal is measured by.
  package func text(_ value: Double, in workspace: Workspace) -> String {
    switch measure {
    case .metric(let metric): metric.text(value)
    case .kpi(let kpi): workspace[kpi].text(value)
    case nil: Numbers.short(value, places: 2)
    }
  }

  /// An interval in that unit.
  package func text(_ interval: ClosedRange<Double>, in workspace: Workspace) -> String {
    if case .metric(let metric)? = measure { return metric.text(interval) }
    return "\(text(interval.lowerBound, in: workspace)) – \(text(interval.upperBound, in: workspace))"
  }
}

extension KPI {
  /// A figure in the KPI's unit: a share as `3.0%`, a duration as `2 d`.
  package func text(_ value: Double) -> String {
    switch unit {
    case .share: Numbers.short(value * 100, places: 1) + "%"
    case .count: Numbers.short(value, places: 1)
    case .money: Numbers.decimal(value, places: value.magnitude < 100 ? 2 : 0)
    case .duration: Numbers.duration(value)
    }
  }
}
