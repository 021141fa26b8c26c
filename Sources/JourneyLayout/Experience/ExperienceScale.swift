internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords

/// How high things stand in the experience: what customers answered or, where nobody has, what the team assumes that
/// they feel. The two are never mixed.
struct ExperienceScale {
  /// Nil where the height is the team's assumption.
  let metric: Metric?
  /// In hundredths, or of feelings −2 to +2.
  private let low: Double
  private let high: Double
  let area: Rect

  init(_ scales: Scales, area: Rect) {
    metric = scales.curve
    (low, high) = metric == nil ? (-2, 2) : scales.bounds
    self.area = area
  }

  /// Of a value in the metric's unit, or of a feeling.
  func y(_ value: Double) -> Double {
    let value = metric == nil || metric == .nps ? value : value * 100
    let part = (value - low) / max(high - low, 1)
    return area.maxY - part.clamped(to: 0...1) * area.height
  }

  func ticks(in words: Words) -> [ExperiencePlot.Tick] {
    [high, (low + high) / 2, low].map { value in
      let text =
        switch metric {
        case nil: words.feeling(Int(value))
        case .nps?: words.signed(value)
        case _?: words.percent(value / 100)
        }
      let y = area.maxY - (value - low) / max(high - low, 1) * area.height
      return ExperiencePlot.Tick(y: y, label: tickLabel(text, y: y))
    }
  }

  /// Beside the scale.
  func tickLabel(_ text: String, y: Double) -> TextBlock {
    TextBlock(text, .caption, x: area.x - 6, top: y - 8, width: area.x - 6, most: 1, anchor: .end)
  }

  /// One line for each run of columns with the same target.
  func targets(
    _ scores: [Score], in subject: Subject, on grid: Grid
  ) -> [(value: Double, y: Double, from: Double, to: Double)] {
    var runs: [(value: Double, from: Int, to: Int)] = []
    for (column, score) in scores.enumerated() where score.figure != nil {
      guard let value = score.target?.value else { continue }
      if let last = runs.last, last.value == value {
        runs[runs.count - 1].to = column
      } else {
        runs.append((value, column, column))
      }
    }
    return runs.map { run in
      let from = grid.gutter + Double(run.from) * grid.pitch
      return (run.value, y(run.value), from, grid.gutter + Double(run.to + 1) * grid.pitch)
    }
  }
}
