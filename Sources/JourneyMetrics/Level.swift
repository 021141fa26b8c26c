package import JourneyModel

/// How far a figure is from its target; the five colours of the scale, always with a glyph and the number beside.
package enum Level: Int, Sendable, CaseIterable {
  case farBelow, below, near, above, farAbove

  /// How wide its sign is: two pluses or minuses, one, or a ring.
  package var glyphWidth: Double {
    switch self {
    case .farBelow, .farAbove: 16
    case .below, .above: 7
    case .near: 7
    }
  }

  /// By the distance in points: ≥ +5, ≥ 0, ≥ −5, ≥ −15, below (`map.md`).
  package init(points: Double) {
    self =
      switch points {
      case 5...: .farAbove
      case 0...: .above
      case (-5)...: .near
      case (-15)...: .below
      default: .farBelow
      }
  }

  /// Nil where the figure is not shown or old, or nothing is aimed at, and where so many cases are open that nobody
  /// knows.
  package init?(_ score: Score) {
    guard let figure = score.current, let target = score.target, figure.isKnown(against: target.value) else {
      return nil
    }
    self.init(value: figure.value, of: score.metric, target: target.value)
  }

  /// Shares and NPS by points; durations by the ratio to the target, a tenth of it standing for five points, so that
  /// the same five steps hold.
  package init(value: Double, of metric: Metric, target: Double) {
    // Rounded to a millionth of a point, so that a share exactly on its target is on it.
    let points =
      switch metric {
      case .csat, .effort, .fcr: (value - target) * 100
      case .nps: value - target
      case .resolution: target > 0 ? (target - value) / target * 50 : (value > 0 ? -100 : 0)
      }
    self.init(points: (points * 1e6).rounded() / 1e6)
  }
}
