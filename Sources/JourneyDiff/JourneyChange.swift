package import JourneyMetrics
package import JourneyModel
package import JourneySource
package import JourneySyntax

/// One thing that is different between two sides of a comparison.
package struct JourneyChange: Sendable {
  package internal(set) var code: ChangeCode
  package let subject: ChangeSubject
  /// How the two were found to be one thing; nil where there is only one.
  package var match: MatchKind?
  package var before: ChangeValue?
  package var after: ChangeValue?
  /// Where it is in its journey; nil for what has no place among the touchpoints.
  package var place: ChangePlace?
  /// Between what an arrow leads, where the change is one of an arrow or follows from one.
  package var arrow: ChangedArrow?
  /// What the answers say, where the change is one of a figure or of how it is judged.
  package var figure: ComparedFigure?
  /// Whether it follows from another change in the list, which says it already.
  package var isImplied = false
  /// Where it is written, on each side.
  package var from: Span?
  package var to: Span?

  package init(
    _ code: ChangeCode, _ subject: ChangeSubject, before: ChangeValue? = nil, after: ChangeValue? = nil,
    from: Span? = nil, to: Span? = nil
  ) {
    (self.code, self.subject, self.before, self.after, self.from, self.to) = (code, subject, before, after, from, to)
  }
}

extension JourneyChange {
  /// Whether a question is gone that people had answered; of one that nobody had, nothing is lost.
  package var isLostQuestion: Bool {
    code == .historyLost || code == .noLongerMeasured && figure?.from?.state != .noData
  }
}

/// What a change is about.
package struct ChangeSubject: Sendable, Hashable {
  package enum SubjectKind: String, Sendable {
    case workspace, journey, phase, touchpoint, arrow, entry, exit, goal, action, feedback, file
    /// Several that one question is about.
    case touchpoints
  }

  package let kind: SubjectKind
  /// The journey's name, of the newer side where both have it; nil beside the journeys.
  package let journey: String?
  package let name: String
  package let title: String

  package init(_ kind: SubjectKind, journey: String?, name: String, title: String) {
    (self.kind, self.journey, self.name, self.title) = (kind, journey, name, title)
  }
}

/// How two things were found to be the same.
package enum MatchKind: String, Sendable {
  case name, was, title, place, likeness
  /// Journeys that are in files of one path.
  case file
}

/// What something was or is. Sentences and JSON are made of it.
package enum ChangeValue: Sendable, Equatable {
  /// A name, or a word of the language.
  case word(String)
  /// What people wrote.
  case text(String)
  case number(Double)
  /// 0…1.
  case share(Double)
  case times(Durations)
  case target(Target)
  /// A change that an action expects.
  case expected(Metric, Double)
  case period(Period)
  /// What a goal recorded in a period.
  case record(Period, Goal.Record.RecordedFigure, isShare: Bool)
}

/// A phase by name, and the touchpoint before; nil at the start of the phase.
package struct ChangePlace: Sendable, Equatable {
  package let phase: String
  package let after: String?
}

/// The two ends of an arrow that changed.
package struct ChangedArrow: Sendable, Hashable {
  package enum ArrowEnd: Sendable, Hashable {
    /// By its place on the second side, or on the first where it is gone.
    case touchpoint(Int, isGone: Bool)
    case entry(String)
    case exit(String)
  }

  package let from: ArrowEnd
  package let to: ArrowEnd
}

/// The answers on both sides.
package struct ComparedFigure: Sendable {
  package let metric: Metric
  /// Nil where nothing is asked or the touchpoint is not there.
  package var from: Score?
  package var to: Score?
  /// From the older period to the newer; nil where the two are not compared.
  package var change: Score.Change?
  /// Whether the newer period is on the first side.
  package var isReversed = false
  /// Whether so few people make the difference that showing both figures would tell what they answered.
  package var isWithheld = false
  /// Whether the two differ beyond chance, among all comparisons of the journey.
  package internal(set) var isClear = false
  /// How much the touchpoint weighs on the second side: shortfall × importance × reach; nil where it has no rank.
  package internal(set) var burden: Double?
}
