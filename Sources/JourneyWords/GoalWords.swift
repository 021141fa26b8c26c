package import JourneyMetrics
package import JourneyModel

extension Goal {
  /// How figures of what the goal is measured by are written.
  private func format(_ words: Words, in workspace: Workspace) -> FigureFormat {
    switch measure {
    case .metric(let metric): metric.format(in: words)
    case .kpi(let kpi): workspace[kpi].format(in: words)
    case nil: FigureFormat(.count, words, places: 2)
    }
  }

  private func text(target: Double, _ words: Words, in workspace: Workspace) -> String {
    switch measure {
    case .metric(let metric): metric.text(target: target, in: words)
    case .kpi(let kpi): workspace[kpi].targetFormat(in: words).text(target)
    case nil: FigureFormat(.count, words, places: 6).text(target)
    }
  }

  /// Its latest record, told from its target; and from the first where it is said what became of that. Nil without one.
  package func printed(_ score: GoalScore, in workspace: Workspace) -> PrintedFigure? {
    guard let latest = score.history.last else { return nil }
    let words = workspace.words
    return PrintedFigure(
      latest.value, isMoreThan: latest.isMoreThan, latest.interval, format(words, in: workspace),
      target: target.map { ($0, text(target: $0, words, in: workspace)) },
      before: score.history.count > 1 ? score.history.first?.value : nil)
  }

  /// What is aimed at: `3%`, `+45`.
  package func targetText(in workspace: Workspace) -> String? {
    target.map { text(target: $0, workspace.words, in: workspace) }
  }
}

extension KPI {
  /// A share as `3.2%`, a duration as `2 d`.
  package func format(in words: Words) -> FigureFormat {
    switch unit {
    case .share: FigureFormat(.share, words, places: 1)
    case .count: FigureFormat(.count, words, places: 1)
    case .money: FigureFormat(.money, words, places: 2)
    case .duration: FigureFormat(.duration, words)
    }
  }

  fileprivate func targetFormat(in words: Words) -> FigureFormat {
    switch unit {
    case .share: FigureFormat(.share, words, places: 6)
    case .count: FigureFormat(.count, words, places: 6)
    case .money, .duration: format(in: words)
    }
  }
}
