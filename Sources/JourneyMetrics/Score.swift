package import JourneyModel
package import JourneySource
package import JourneySyntax

/// One metric of one touchpoint (or of a journey as a whole) as it can honestly be shown.
package struct Score: Sendable {
  /// How much may be said; each is drawn differently.
  package enum State: String, Sendable {
    /// No question is on it.
    case notAsked = "not-asked"
    /// Asked, no answers.
    case noData = "no-data"
    /// Fewer answers than `hide-below`, or worth fewer; or others of so few could be worked out from it. One state for both,
    /// for whoever knew which of the two it is could work out more.
    case hidden
    /// Fewer than 30 answers, or worth fewer.
    case indicative
    case scored
  }

  package let metric: Metric
  package var state: State
  /// Answers counted (without `unused` and `open`); 0 where the state is `hidden`.
  package var n: Int = 0
  /// Kish's effective number of answers; equals `n` where unweighted.
  package var effective: Double = 0
  /// Which answers the share counts, of CSAT and effort; nil without answers.
  package var good: GoodAnswers?
  /// Nil unless `state` is `indicative` or `scored`.
  @Boxed package var figure: Figure?
  /// Which period this is of; nil without data.
  package var period: Period?
  /// The period that was asked for, where it has no answers and others have; nil elsewhere.
  package var asked: Period?
  /// Whether that ends too long before the newest answers of the journey: then it is shown with its date, and decides
  /// nothing.
  package var isOld = false
  /// What is aimed at here: the nearest target. NPS has none unless written.
  @Boxed package var target: Target?
  /// Against the period before; nil where there is none that can be compared.
  @Boxed package var change: Change?
  /// Every period that may be shown, oldest first, this one included.
  package var history: [Moment] = []
  /// The tallies that it and the periods before it were made from, sorted.
  package var feedbacks: [String] = []
  /// The answers of every period, shown or not; what is chosen as a sum of periods at the end.
  var moments: [Reading.Moment] = []

  package init(metric: Metric, state: State) {
    self.metric = metric
    self.state = state
  }

  /// The figure where it is one of today: what ranks, makes headlines and decides targets.
  package var current: Figure? { isOld ? nil : figure }

  package struct Figure: Sendable, Equatable {
    /// A share 0…1; NPS in points −100…100; the median in seconds.
    package var value: Double
    /// The 95 % interval; nil where too few answers carry one (a median below 6).
    package var interval: ClosedRange<Double>?
    /// Of the answers on their scale; in seconds for durations (MTTR).
    package var mean: Double?
    package var meanInterval: ClosedRange<Double>?
    /// Durations only, seconds.
    package var p90: Double?
    package var p90Interval: ClosedRange<Double>?
    package var geometricMean: Double?
    /// Answers by rating, worst first, weighted where the tally is; empty for durations.
    package var distribution: [Double] = []

    package init(value: Double) { self.value = value }
  }

  package struct Moment: Sendable, Equatable {
    package let period: Period
    package let value: Double
    package let interval: ClosedRange<Double>?
    package let n: Int

    package init(period: Period, value: Double, interval: ClosedRange<Double>?, n: Int) {
      self.period = period
      self.value = value
      self.interval = interval
      self.n = n
    }
  }

  package struct Change: Sendable, Equatable {
    package let from: Period
    /// In the unit of the score's value; of the means for `resolution`.
    package let difference: Double
    /// For NPS of the adjusted estimates, so that its middle is a little nearer to 0 than `difference`.
    package let interval: ClosedRange<Double>
    package let p: Double
    /// Whether it can be told from noise after Benjamini–Hochberg over the journey's comparisons.
    package var isClear: Bool

    package init(from: Period, difference: Double, interval: ClosedRange<Double>, p: Double, isClear: Bool) {
      self.from = from
      self.difference = difference
      self.interval = interval
      self.p = p
      self.isClear = isClear
    }

    package var asDifference: Difference { Difference(value: difference, interval: interval) }
  }
}

/// Which share of the journey's customers meet a touchpoint: answers ÷ (answers + `unused`), or what the flow says.
package struct Reach: Sendable, Equatable {
  package let value: Double
  /// Nil where it is assumed.
  package let interval: ClosedRange<Double>?
  /// 0 where it is assumed.
  package let n: Int
  /// Kish's effective number of answers; equals `n` where unweighted.
  package let effective: Double
  /// Which period this is of; nil where nobody says.
  package let period: Period?
  /// Whether that ends too long before the newest answers of the journey to weigh anything with it.
  package var isOld = false

  package init(
    value: Double, interval: ClosedRange<Double>, n: Int, effective: Double? = nil, period: Period? = nil
  ) {
    self.value = value
    self.interval = interval
    self.n = n
    self.effective = effective ?? Double(n)
    self.period = period
  }

  /// Of the shares that the journey's flow gives: the team's assumption, which no customer was asked about.
  package init(assumed value: Double) {
    self.value = value
    interval = nil
    n = 0
    effective = 0
    period = nil
  }

  package var isAssumed: Bool { interval == nil }
}

/// What customers answered about one touchpoint.
package struct TouchpointScores: Sendable {
  /// One of each metric, in the order of `Metric.allCases`.
  package var scores: [Score]
  package var reach: Reach?
  /// What the reach is picked from, as soon as it is known what is of today.
  var reaches: [Reach.Counted] = []
  /// Where reach is not measured, or not of today, and the flow determines it.
  package var assumedReach: Reach?
  /// As far as anything is known of today.
  package var knownReach: Reach? { currentReach ?? assumedReach }
  /// The same, or an old one where there is no other: it is shown, and does not count.
  package var anyReach: Reach? { knownReach ?? reach }

  package init(scores: [Score], reach: Reach? = nil) {
    self.scores = scores
    self.reach = reach
  }

  package subscript(metric: Metric) -> Score {
    for index in scores.indices where scores[index].metric == metric { return scores[index] }
    return Score(metric: metric, state: .notAsked)
  }

  /// The reach where it is one of today.
  package var currentReach: Reach? { reach?.isOld == true ? nil : reach }

  /// What stands for the touchpoint where there is room for one: the first figure of today, else the first of all, else
  /// the first that is asked; nil where nothing is.
  package var lead: Score? {
    scores.first { $0.current != nil } ?? scores.first { $0.figure != nil } ?? scores.first { $0.state != .notAsked }
  }

  package var isMeasured: Bool { scores.indices.contains { scores[$0].state != .notAsked } }
}

/// A journey with its customers' answers on it.
package struct AnnotatedJourney: Sendable {
  package let journey: Journey
  /// Of the journey as a whole.
  package var overall: TouchpointScores
  /// Beside `journey.touchpoints`, one each.
  package var touchpoints: [TouchpointScores]
  /// One score over several touchpoints or a phase; drawn across them, ranks none of them alone.
  package var shared: [SharedScore] = []
  package var goals: [GoalScore] = []
  /// The latest period of any score shown.
  package var period: Period?

  package init(journey: Journey, overall: TouchpointScores, touchpoints: [TouchpointScores]) {
    self.journey = journey
    self.overall = overall
    self.touchpoints = touchpoints
  }
}

extension AnnotatedJourney {
  /// Beside the touchpoints: whether customers are asked about it, alone or together with others.
  package var measured: [Bool] {
    var measured = touchpoints.map(\.isMeasured)
    for shared in shared where shared.scores.isMeasured {
      for touchpoint in shared.touchpoints { measured[touchpoint.value] = true }
    }
    return measured
  }
}

extension AnnotatedJourney {
  /// How many of its touchpoints customers are asked about. A card that repeats another is that other once more, and a
  /// planned journey has none to ask about.
  package var coverage: (measured: Int, touchpoints: Int) {
    guard !journey.isPlanned else { return (0, 0) }
    let measured = measured
    let own = measured.indices.filter { journey.touchpoints[$0].repeats == nil }
    return (own.count { measured[$0] }, own.count)
  }
}

package struct SharedScore: Sendable {
  package let touchpoints: [Touchpoint.ID]
  package let scores: TouchpointScores

  package init(touchpoints: [Touchpoint.ID], scores: TouchpointScores) {
    self.touchpoints = touchpoints
    self.scores = scores
  }
}

/// A goal's latest record against its target, beside `journey.goals`.
package struct GoalScore: Sendable {
  package struct Moment: Sendable, Equatable {
    package let period: Period
    package let value: Double
    /// Wilson's, where the record counts so many of so many.
    package let interval: ClosedRange<Double>?
    package let n: Int?

    package init(period: Period, value: Double, interval: ClosedRange<Double>?, n: Int?) {
      self.period = period
      self.value = value
      self.interval = interval
      self.n = n
    }
  }

  /// Oldest first; empty where nothing is recorded.
  package var history: [Moment]
  /// Where the latest is; nil without a record or a target.
  package var standing: Standing?

  /// A figure against the target that a goal sets.
  package enum Standing: Sendable {
    case missed
    /// Met, and chance could explain it: the target is within the interval.
    case metMaybe
    /// Met by a bare figure, without an interval: nobody can say how sure that is.
    case metUncounted
    /// Met by the whole interval.
    case met
  }

  package init(history: [Moment], standing: Standing? = nil) {
    self.history = history
    self.standing = standing
  }

  /// Whether the latest meets the target, by chance or not; nil without either.
  package var isMet: Bool? { standing.map { $0 != .missed } }
}
