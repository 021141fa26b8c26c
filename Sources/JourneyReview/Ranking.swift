package import JourneyMetrics
package import JourneyModel

/// The touchpoints of one journey, weakest first, with the reasons.
package struct Ranking: Sendable {
  /// By burden, highest first; ties in declared order. Only touchpoints that can be ranked.
  package var ranked: [Ranked]
  /// Severe (S ≥ 0.7) for few (reach < 0.25).
  package var severeForFew: [Touchpoint.ID]
  /// Unmeasured touchpoints, by importance × reach, highest first.
  package var blindSpots: [Touchpoint.ID]

  package init(ranked: [Ranked], severeForFew: [Touchpoint.ID], blindSpots: [Touchpoint.ID]) {
    self.ranked = ranked
    self.severeForFew = severeForFew
    self.blindSpots = blindSpots
  }

  package struct Ranked: Sendable {
    package let touchpoint: Touchpoint.ID
    /// 0…1.
    package let severity: Double
    /// 100 · severity · importance ÷ 5.
    package let intensity: Double
    /// intensity × reach.
    package let burden: Double
    package let reach: Reach?
    package let parts: [Part]

    package init(
      touchpoint: Touchpoint.ID, severity: Double, intensity: Double, burden: Double, reach: Reach?, parts: [Part]
    ) {
      self.touchpoint = touchpoint
      self.severity = severity
      self.intensity = intensity
      self.burden = burden
      self.reach = reach
      self.parts = parts
    }
  }

  /// What one metric adds to a touchpoint's severity.
  package struct Part: Sendable {
    package let metric: Metric
    /// The share shrunk toward its metric's mean (the median for durations, seconds).
    package let estimate: Double
    package let target: Double
    package let floor: Double
    package let weight: Double
    /// 0…1.
    package let shortfall: Double

    package init(metric: Metric, estimate: Double, target: Double, floor: Double, weight: Double, shortfall: Double) {
      self.metric = metric
      self.estimate = estimate
      self.target = target
      self.floor = floor
      self.weight = weight
      self.shortfall = shortfall
    }
  }
}
