package import JourneyMetrics
package import JourneyModel
package import JourneySyntax

/// The touchpoints of one journey, weakest first, with the reasons.
package struct Ranking: Sendable {
  /// By burden, highest first; ties in declared order. Only touchpoints that can be ranked and miss a target.
  package var ranked: [Ranked]
  /// Those whose every figure meets its target, in declared order: they have no rank.
  package var onTarget: [Ranked] = []
  /// Severe (S ≥ 0.7) for few (reach < 0.25).
  package var severeForFew: [Touchpoint.ID]
  /// Unmeasured touchpoints, by importance × reach, highest first.
  package var blindSpots: [Touchpoint.ID]
  /// Asked, but with figures of today on less than 0.4 of the weight of what is asked: not ranked, in declared order.
  package var uncovered: [Touchpoint.ID] = []

  /// What is worked out for each touchpoint, with its rank from 1 where it has one.
  package var standings: [Touchpoint.ID: (rank: Int?, entry: Ranked)] {
    var standings: [Touchpoint.ID: (rank: Int?, entry: Ranked)] = [:]
    for (index, entry) in ranked.enumerated() { standings[entry.touchpoint] = (index + 1, entry) }
    for entry in onTarget { standings[entry.touchpoint] = (nil, entry) }
    return standings
  }

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
    /// intensity × reach; reach counts as 1 where it is unknown, and pages then write "at most".
    package let burden: Double
    /// Measured, else as the flow says; nil where neither tells.
    package let reach: Reach?
    /// 1…5, as it counts: the default where none is written.
    package var importance = defaultImportance
    /// One for each metric that has a figure of today.
    package let parts: [SeverityPart]
    /// Σ weights of the metrics with a figure ÷ Σ weights of those asked, both without those whose figure is old.
    package var coverage = 1.0
    /// Where CSAT has a figure and the touchpoint's volume is known.
    package var dissatisfied: Dissatisfied?
    /// How sure the rank is; nil where it was not drawn, or reach is unknown.
    package var certainty: Certainty?
    /// What it would take to leave the top three; nil elsewhere, and where nobody would take its place.
    package var wayOut: ThresholdToLeaveTop?

    /// The reach that the flow alone says.
    var assumedReach: Double? { reach.flatMap { $0.isAssumed ? $0.value : nil } }

    /// Whether every figure meets its target.
    package var isOnTarget: Bool { parts.allSatisfy(\.meetsTarget) }

    /// How much of the burden a part makes up: what moved it up.
    package func burden(of part: SeverityPart) -> Double { severity > 0 ? burden * part.contribution / severity : 0 }

    /// What adds most to the severity, the first of several; nil where nothing falls short.
    package var worst: SeverityPart? {
      parts.reduce(nil) { worst, part in part.contribution > worst?.contribution ?? 0 ? part : worst }
    }

    package init(
      touchpoint: Touchpoint.ID, severity: Double, intensity: Double, burden: Double, reach: Reach?,
      parts: [SeverityPart]
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
  package struct SeverityPart: Sendable {
    package let metric: Metric
    /// As pages show it: a share, or a median in seconds.
    package let value: Double
    /// Of the value, 95 %; nil where too few answers carry one.
    package var interval: Interval?
    /// Whether the value, as it is shown, meets the target.
    package var meetsTarget = false
    /// What the answers are worth.
    package let n: Double
    /// The share shrunk toward its metric's mean (the median for durations, seconds).
    package let estimate: Double
    /// How far it was shrunk; nil for durations.
    package let shrinkage: Shrinkage?
    package let target: Double
    package let floor: Double
    package let weight: Double
    /// 0…1.
    package let shortfall: Double
    /// Its share of the severity: weight · shortfall ÷ Σ weights.
    package var contribution = 0.0

    package init(
      metric: Metric, value: Double, n: Double, estimate: Double, shrinkage: Shrinkage?, target: Double, floor: Double,
      weight: Double, shortfall: Double
    ) {
      self.metric = metric
      self.value = value
      self.n = n
      self.estimate = estimate
      self.shrinkage = shrinkage
      self.target = target
      self.floor = floor
      self.weight = weight
      self.shortfall = shortfall
    }
  }

  /// People who met the touchpoint and gave one of the worst ratings.
  package struct Dissatisfied: Sendable, Equatable {
    package let people: Double
    package let interval: Interval
    /// Which ratings: those at or below a quarter of the scale, as 1 and 2 of 1..5.
    package let answers: ClosedRange<Int>
    package let scale: Scale
    /// Of the volume; nil where it says none.
    package let period: Period?
  }

  /// How sure a rank is.
  package struct Certainty: Sendable, Equatable {
    /// The raw values are codes for programs.
    package enum CertaintyLevel: String, Sendable {
      case clear
      case tooCloseToCall = "too-close-to-call"
      case notAPriority = "not-a-priority"
    }

    /// The 90 % range of the rank in the draws; of those that share a rank, from the first to the last of them.
    package let ranks: ClosedRange<Int>
    /// In which share of the draws it is among the first three, whatever the reach of those of whom it is unknown.
    package let topThree: Double
    /// In which share it would be if nobody met those.
    let topThreeAtMost: Double
    /// The 90 % range of the burden in the draws.
    package let burden: Interval
    /// Whether it is among the first three beyond chance, as `clearOfChance` says.
    package let isClear: Bool

    package var level: CertaintyLevel { isClear ? .clear : topThreeAtMost <= 0.05 ? .notAPriority : .tooCloseToCall }

    init(ranks: ClosedRange<Int>, topThree: Double, topThreeAtMost: Double, burden: Interval, isClear: Bool) {
      // What is clearly among the first three has no rank behind them, however far single draws go.
      self.ranks = isClear ? min(ranks.lowerBound, 3)...min(ranks.upperBound, 3) : ranks
      self.topThree = topThree
      self.topThreeAtMost = topThreeAtMost
      self.burden = burden
      self.isClear = isClear
    }
  }
}
