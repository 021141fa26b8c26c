package import JourneySyntax

/// A goal's latest record against its target, beside `journey.goals`.
package struct GoalScore: Sendable {
  package struct GoalSample: Sendable, Equatable {
    package let period: Period
    package let value: Double
    /// As in `Score.Figure`.
    package let isMoreThan: Bool
    /// Wilson's, where the record counts so many of so many.
    package let interval: ClosedRange<Double>?
    package let n: Int?
    package let open: OpenCases?

    package init(
      period: Period, value: Double, isMoreThan: Bool = false, interval: ClosedRange<Double>?, n: Int?,
      open: OpenCases? = nil
    ) {
      self.period = period
      self.value = value
      self.isMoreThan = isMoreThan
      self.interval = interval
      self.n = n
      self.open = open
    }
  }

  /// Oldest first; empty where nothing is recorded.
  package var history: [GoalSample]
  /// Where the latest is; nil without a record or a target.
  package var standing: GoalPosition?

  /// A figure against the target that a goal sets.
  package enum GoalPosition: Sendable {
    case missed
    /// So many cases are still open that nobody knows.
    case unknown
    /// Met, and chance could explain it: the target is within the interval.
    case metMaybe
    /// Met by a bare figure, without an interval: nobody can say how sure that is.
    case metUncounted
    /// Met by the whole interval.
    case met
  }

  package init(history: [GoalSample], standing: GoalPosition? = nil) {
    self.history = history
    self.standing = standing
  }

  /// Whether the latest meets the target, by chance or not; nil without either, and where nobody knows.
  package var isMet: Bool? { standing.flatMap { $0 == .unknown ? nil : $0 != .missed } }
}
