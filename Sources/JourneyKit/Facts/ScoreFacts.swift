/// What customers are asked.
public enum MetricKind: String, Sendable, CaseIterable {
  /// How many are satisfied: a share.
  case csat
  /// How many find it easy: a share.
  case effort
  /// The net promoter score: points.
  case nps
  /// How many are helped at first contact: a share.
  case fcr
  /// How long a case takes until it is solved: the median, in seconds.
  case resolution
}

/// How much may be said of a score.
public enum ScoreAvailability: String, Sendable, CaseIterable {
  /// Customers are asked, and there are no answers yet.
  case noData = "no-data"
  /// There are too few answers to show any figure.
  case hidden
  /// Too many cases are open of which nobody knows since when.
  case undated = "undated-open"
  /// Fewer than 30 answers, or worth fewer.
  case indicative
  /// Enough answers.
  case scored
}

/// One metric of a touchpoint, or of a journey as a whole.
public struct ScoreFacts: Sendable, Equatable {
  /// What customers are asked.
  public let metric: MetricKind
  /// How much may be said.
  public let availability: ScoreAvailability
  /// Nil unless it is `scored` or `indicative`.
  public let figure: FigureFacts?
  /// Whether the figure is too old to decide anything.
  public let isOld: Bool
  /// What is aimed at.
  public let target: Double?
  /// Against the period before; nil where there is none that can be compared.
  public let change: ChangeFacts?
  /// Every period that may be shown, oldest first, that of the figure included.
  public let history: [FigureFacts]
}

/// A figure with its 95 % interval.
public struct FigureFacts: Sendable, Equatable {
  /// In the unit of the metric.
  public let value: Double
  /// Nil where too few answers carry one. Up to infinity where open cases set a median no upper end.
  public let interval: ClosedRange<Double>?
  /// Whether the median is longer than the value, since so many cases are still open.
  public let isMoreThan: Bool
  /// How many answers it is made of.
  public let answers: Int
  /// The period of the answers.
  public let period: String?
}

/// What became of a figure since an earlier period.
public struct ChangeFacts: Sendable, Equatable {
  /// The earlier period.
  public let from: String
  /// In the unit of the metric.
  public let difference: Double
  /// Of 95 %; nil for times.
  public let interval: ClosedRange<Double>?
  /// Whether it is more than chance explains, among all changes of the journey.
  public let isClear: Bool
}

/// Which share of the journey's customers meet a touchpoint.
public struct ReachFacts: Sendable, Equatable {
  /// From 0 to 1.
  public let value: Double
  /// Nil where it is assumed.
  public let interval: ClosedRange<Double>?
  /// Whether it is the team's assumption in the flow, which no customer was asked about.
  public let isAssumed: Bool
}

/// Where a touchpoint stands among those to fix.
public struct PriorityFacts: Sendable, Equatable {
  /// How sure a rank is.
  public enum RankCertainty: String, Sendable, CaseIterable {
    /// Among the first three, beyond chance.
    case clear
    /// It could be among the first three or not.
    case tooCloseToCall = "too-close-to-call"
    /// Not among the first three, beyond chance.
    case notAPriority = "not-a-priority"
  }

  /// From 1; nil where every figure meets its target.
  public let rank: Int?
  /// How much it bothers customers, times how many meet it: from 0 to 100.
  public let burden: Double
  /// Where the rank could be, in 90 of 100 draws; nil where the reach is unknown.
  public let ranks: ClosedRange<Int>?
  /// Nil where the reach is unknown.
  public let certainty: RankCertainty?
}
