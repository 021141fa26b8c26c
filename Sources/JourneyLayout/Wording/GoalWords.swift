package import JourneyMetrics
package import JourneyModel

extension Goal {
  /// How figures of what the goal is measured by are written.
  private func format(in workspace: Workspace) -> FigureFormat {
    switch measure {
    case .metric(let metric): metric.format
    case .kpi(let kpi): workspace[kpi].format
    case nil: FigureFormat(.count, places: 2)
    }
  }

  private func text(target: Double, in workspace: Workspace) -> String {
    switch measure {
    case .metric(let metric): metric.text(target: target)
    case .kpi(let kpi): workspace[kpi].targetFormat.text(target)
    case nil: FigureFormat(.count, places: 6).text(target)
    }
  }

  /// Its latest record, told from its target; and from the first where it is said what became of that. Nil without one.
  package func printed(_ score: GoalScore, in workspace: Workspace) -> PrintedFigure? {
    guard let latest = score.history.last else { return nil }
    return PrintedFigure(
      latest.value, isMoreThan: latest.isMoreThan, latest.interval, format(in: workspace),
      target: target.map { ($0, text(target: $0, in: workspace)) },
      before: score.history.count > 1 ? score.history.first?.value : nil)
  }

  /// What is aimed at: `3%`, `+45`.
  package func targetText(in workspace: Workspace) -> String? { target.map { text(target: $0, in: workspace) } }
}

extension KPI {
  /// A share as `3.2%`, a duration as `2 d`.
  package var format: FigureFormat {
    switch unit {
    case .share: FigureFormat(.share, places: 1)
    case .count: FigureFormat(.count, places: 1)
    case .money: FigureFormat(.money, places: 2)
    case .duration: FigureFormat(.duration)
    }
  }

  fileprivate var targetFormat: FigureFormat {
    switch unit {
    case .share: FigureFormat(.share, places: 6)
    case .count: FigureFormat(.count, places: 6)
    case .money, .duration: format
    }
  }
}
