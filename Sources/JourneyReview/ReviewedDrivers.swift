package import JourneyMetrics
package import JourneyModel
internal import JourneySyntax

/// The key drivers of a journey beside its targets: how far below target, and how much it moves loyalty.
package struct ReviewedDrivers: Sendable {
  /// The four corners of both.
  package enum DriverCorner: String, Sendable, CaseIterable {
    /// Below target, and more than an equal share.
    case fixFirst = "fix-first"
    /// On target, and more than an equal share.
    case keep
    /// Below target, and less than an equal share.
    case watch
    /// On target, and less than an equal share.
    case leave
  }

  package struct PlacedDriver: Sendable {
    package let driver: KeyDrivers.Driver
    package let touchpoints: [Touchpoint.ID]
    /// Its figure of today; nil where none is shown.
    package let score: Score?
    /// How far that is below its target, as a share; below zero for above it.
    package let below: Double?
    /// Nil without a figure of today or a target.
    package let corner: DriverCorner?
  }

  package let figures: KeyDrivers
  /// As in the figures, the largest share first.
  package let placed: [PlacedDriver]
}

func reviewedDrivers(
  of annotated: AnnotatedJourney, _ id: Journey.ID, _ joint: JointTally, _ workspace: Workspace, _ period: Period?
) -> [ReviewedDrivers] {
  guard !joint.isEmpty else { return [] }
  return joint.keyDrivers(of: id, in: workspace, period: period).map { figures in
    let placed = figures.drivers.map { driver in
      let touchpoints = driver.subject.touchpoints
      let scores =
        touchpoints.count == 1
        ? annotated.touchpoints[touchpoints[0].value] : annotated.shared.first { $0.touchpoints == touchpoints }?.scores
      let score = scores?[driver.metric]
      // NPS is in points of a hundred; all others are shares.
      let below: Double? = score.flatMap { score in
        guard let figure = score.current, let target = score.target else { return nil }
        return (target.value - figure.value) / (driver.metric == .nps ? 100 : 1)
      }
      let moves = driver.share > figures.equalShare
      let corner: ReviewedDrivers.DriverCorner? = below.map { below in
        below > 0 ? (moves ? .fixFirst : .watch) : (moves ? .keep : .leave)
      }
      return ReviewedDrivers.PlacedDriver(
        driver: driver, touchpoints: touchpoints, score: score, below: below, corner: corner)
    }
    return ReviewedDrivers(figures: figures, placed: placed)
  }
}
