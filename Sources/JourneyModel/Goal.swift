package import JourneySource
package import JourneySyntax

/// What a journey is to achieve, with the records of the figure it is measured by.
package struct Goal: Sendable {
  package typealias ID = Index<Goal>
  package let name: String
  package let title: String
  package let span: Span
  /// What it is measured by: a KPI of the workspace, or one of the metrics.
  package var measure: Measure?
  package var comparison: Comparison?
  /// In the measure's unit: shares 0…1, points, seconds, or the KPI's own.
  package var target: Double?
  package var by: Period?
  package var records: [Record] = []
  package var notes: [String] = []

  package init(name: String, title: String, span: Span) {
    self.name = name
    self.title = title
    self.span = span
  }

  package enum Measure: Sendable, Equatable {
    case kpi(KPI.ID)
    case metric(Metric)
  }

  /// `record 2026-Q3 lost 42 of 1400`, `record 2026-Q3 12%`.
  package struct Record: Sendable, Equatable {
    package enum RecordedFigure: Sendable, Equatable {
      /// So many of so many; `isLost` where the word `lost` says that they left.
      case count(Double, of: Double, isLost: Bool)
      case value(Double)
    }

    package let period: Period
    package let figure: RecordedFigure
    package let span: Span

    package init(period: Period, figure: RecordedFigure, span: Span) {
      self.period = period
      self.figure = figure
      self.span = span
    }
  }
}

/// A named pain or idea: the touchpoint, and its place among the touchpoint's pains or ideas.
package struct RemarkReference: Sendable, Hashable {
  package let journey: Journey.ID
  package let touchpoint: Touchpoint.ID
  package let index: Int
}

/// Something a team does about a touchpoint: planned, done, checked in the data.
package struct Action: Sendable {
  package enum ActionStatus: String, Sendable, CaseIterable {
    case planned, doing, done, kept, dropped

    /// Whether it is still to be done, or being done.
    package var isOpen: Bool { self == .planned || self == .doing }
  }

  package let name: String
  package let title: String
  package let span: Span
  /// What it is for: a touchpoint, a journey as a whole, or the workspace.
  package var subject = Reference.workspace
  package var owner: Department.ID?
  /// The goal it serves, of the journey it is for; of any journey where it is for the workspace.
  package var goal: (journey: Journey.ID, goal: Goal.ID)?
  /// The parser reported something of it, so what seems to be missing may be there.
  package var isBroken = false
  /// An owner or a goal is written, but nothing is called so; that was reported.
  package var isOwnerUnknown = false
  package var isGoalUnknown = false
  /// `expects csat +8pt`: change of the metric, in points for shares and NPS, in seconds for durations.
  package var expected: (metric: Metric, change: Double)?
  /// Whether it is still to be done, or being done.
  package var isOpen: Bool { status.isOpen }
  /// 1…5.
  package var impact: Int?
  package var effort: Int?
  package var status = ActionStatus.planned
  package var due: Period?
  package var finished: Period?
  package var toldCustomers: Period?
  /// The pains that it is against, and the idea that it carries out.
  package var fixes: [RemarkReference] = []
  package var idea: RemarkReference?
  /// Whom alone it is for.
  package var audience = Audience()
  package var notes: [String] = []

  package init(name: String, title: String, span: Span) {
    self.name = name
    self.title = title
    self.span = span
  }
}
