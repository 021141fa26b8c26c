package import JourneyModel
package import JourneySource
package import JourneySyntax

/// One metric of one touchpoint (or of a journey as a whole) as it can honestly be shown.
package struct Score: Sendable {
  /// How much may be said; each is drawn differently.
  package enum ScoreState: String, Sendable {
    /// No question is on it.
    case notAsked = "not-asked"
    /// Asked, no answers.
    case noData = "no-data"
    /// Fewer answers than `hide-below`, or worth fewer; or others of so few could be worked out from it. One state for both,
    /// for whoever knew which of the two it is could work out more.
    case hidden
    /// More than one case in twenty is still open, and the tally does not say since when.
    case undated = "undated-open"
    /// Fewer than 30 answers, or worth fewer.
    case indicative
    case scored
  }

  package let metric: Metric
  package var state: ScoreState
  /// Answers counted: without `unused`, and without open cases of which nobody knows since when; 0 where the state is
  /// `hidden`.
  package var n: Int = 0
  /// Of times, how many cases are still open; nil where none is.
  package var open: OpenCases?
  /// What the answers are worth: Kish's effective number, or less with clusters; equals `n` without either.
  package var effective: Double = 0
  /// Whether people who were asked together answered it, so that `effective` knows how alike they are.
  package var isClustered = false
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
  /// How segments differ in the period shown; empty where one was chosen, and where only one answered.
  package internal(set) var segmentDifferences: [SegmentDifference] = []
  /// Every period that may be shown, oldest first, this one included.
  package var history: [PeriodSample] = []
  /// The tallies that it and the periods before it were made from, sorted.
  package var feedbacks: [String] = []
  /// The answers of every period, shown or not; what is chosen as a sum of periods at the end.
  var moments: [MetricSeries.SeriesSample] = []

  package init(metric: Metric, state: ScoreState) {
    self.metric = metric
    self.state = state
  }

  /// The figure where it is one of today: what ranks, makes headlines and decides targets.
  package var current: Figure? { isOld ? nil : figure }

  package struct Figure: Sendable, Equatable {
    /// A share 0…1; NPS in points −100…100; the median in seconds.
    package var value: Double
    /// Whether so many cases are still open that the median is longer than `value`, and nobody knows how long.
    package var isMoreThan = false
    /// The 95 % interval; nil where too few answers carry one (a median below 6). Up to infinity where the cases still
    /// open set a median no upper end.
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

    /// Whether it can be told if a limit is kept: a median that is longer than known, and known within the limit, may
    /// be within it or beyond.
    package func isKnown(against limit: Double) -> Bool { !isMoreThan || value > limit }

    init(_ headline: Headline) {
      (value, isMoreThan, interval) = (headline.value, headline.isMoreThan, headline.interval)
    }
  }

  package struct PeriodSample: Sendable, Equatable {
    package let period: Period
    package let value: Double
    /// As in `Figure`.
    package let isMoreThan: Bool
    package let interval: ClosedRange<Double>?
    package let n: Int
    package let open: OpenCases?

    package init(
      period: Period, value: Double, isMoreThan: Bool = false, interval: ClosedRange<Double>?, n: Int,
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

  /// What stands for all answers of a period.
  package struct Headline: Sendable, Equatable {
    package let value: Double
    /// As in `Figure`.
    package let isMoreThan: Bool
    package let interval: ClosedRange<Double>?

    package init(value: Double, isMoreThan: Bool = false, interval: ClosedRange<Double>?) {
      self.value = value
      self.isMoreThan = isMoreThan
      self.interval = interval
    }

    package init(_ figure: Figure) {
      self.init(value: figure.value, isMoreThan: figure.isMoreThan, interval: figure.interval)
    }

    /// From nothing; nil where it has an end that nobody knows.
    fileprivate var asDifference: Difference? {
      guard let interval, interval.upperBound.isFinite, !isMoreThan else { return nil }
      return Difference(value: value, interval: interval)
    }
  }

  package struct Change: Sendable {
    package let from: Period
    /// The earlier figure and the later one.
    package let before: Headline
    package let after: Headline
    /// In the unit of the score's value.
    package let difference: Double
    /// Whether a median that is longer than known makes it greater than `difference`, on the same side of 0.
    package let isMoreThan: Bool
    /// For NPS of the adjusted estimates, so that its middle is a little nearer to 0 than `difference`. Nil for times:
    /// what is tested there is how fast cases are solved, and both medians have intervals of their own.
    package let interval: ClosedRange<Double>?
    package let p: Double
    /// What the answers before and after are worth; nil for NPS and times, of which only shares say what could be seen.
    package let answers: (before: Double, after: Double)?
    /// Whether it can be told from noise after Benjamini–Hochberg over the journey's comparisons.
    package var isClear: Bool

    package init(
      from: Period, before: Headline, after: Headline, difference: Double, isMoreThan: Bool, interval: Interval?,
      p: Double, answers: (before: Double, after: Double)?, isClear: Bool
    ) {
      (self.from, self.before, self.after) = (from, before, after)
      (self.difference, self.isMoreThan, self.interval) = (difference, isMoreThan, interval)
      (self.p, self.answers, self.isClear) = (p, answers, isClear)
    }

    /// With its interval. Of times that is made of those of both medians, as Newcombe's is of Wilson's (Zou and Donner,
    /// Statistics in Medicine 27 (2008) 1693–1702); nil where one of them has an end that nobody knows.
    package var asDifference: Difference? {
      if let interval { return Difference(value: difference, interval: interval) }
      guard !isMoreThan, let now = after.asDifference, let then = before.asDifference else { return nil }
      return now - then
    }
  }
}

/// Cases that are not solved yet, of all cases.
package struct OpenCases: Sendable, Equatable {
  package let open: Int
  /// How many of the open ones do not say since when; they are in no figure.
  package let undated: Int
  /// All cases, solved and open.
  package let all: Int

  package init(open: Int, undated: Int, all: Int) {
    (self.open, self.undated, self.all) = (open, undated, all)
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
