package import JourneySource
package import JourneySyntax

/// One journey as a graph: touchpoints in written order, arrows between them, entries and exits.
package struct Journey: Sendable {
  package typealias ID = Index<Journey>
  package enum JourneyState: String, Sendable { case current, future }

  /// Its place in the workspace; a piece of a journey has that of the whole.
  package var id: ID
  /// Names the files of its map: `open-account`. Unique in the workspace.
  package let name: String
  package let title: String
  package let span: Span
  /// Its name is that of a journey before it, which was reported; it is checked and not drawn.
  package var isDuplicate = false
  /// The parser reported something in its file, so what seems to be missing may be there.
  package var isBroken = false
  package var earlierNames: [String] = []
  package var group: JourneyGroup.ID?
  /// Not ready: it has a page, and stands in no list.
  package var isDraft = false
  package var reviewed: Reviewed?
  package var notes: [String] = []
  package var owner: Department.ID?
  package var personas: [Persona.ID] = []
  /// `from "Sees the ad" to "First salary paid in"`.
  package var from: String?
  package var to: String?
  package var state = JourneyState.current
  /// Whether nobody goes through it yet: there is nothing to measure, to rank or to vote on.
  package var isPlanned: Bool { state == .future }
  /// The journey this one is the future of.
  package var futureOf: Journey.ID?
  package var goals: [Goal] = []
  package var phases: [Phase] = []
  /// All phases' touchpoints, in written order: the columns of the map.
  package var touchpoints: [Touchpoint] = []
  package var entries: [Terminal] = []
  package var exits: [Terminal] = []
  package var arrows: [Arrow] = []
  package var course = Course()
  /// Actions that stand in this journey; where they are for is in each.
  package var actions: [Action] = []
  package var targets: [Target] = []
  /// `target overall …`: of the journey as a whole.
  package var overallTargets: [Target] = []
  package var volume: Volume?
  package var links: [Link] = []
  package var quotes: [Voice] = []
  /// Views of its page that the team kept, in written order.
  package var views: [SavedView] = []

  package init(id: ID = ID(0), name: String, title: String, span: Span) {
    self.id = id
    self.name = name
    self.title = title
    self.span = span
  }

  /// Whether it gets a map and a page: the first of its name, of a size that can be drawn.
  package var isDrawn: Bool {
    !isDuplicate && touchpoints.count <= Limits.map && arrows.count <= Limits.mapArrows
      && feelings <= Limits.mapFeelings
  }

  /// The points of the lines of feelings: touchpoints times the personas who feel differently somewhere.
  package var feelings: Int { touchpoints.count * feelingPersonas.count }

  /// Who feels differently from others somewhere.
  package var feelingPersonas: Set<Persona.ID> {
    Set(touchpoints.lazy.flatMap { $0.feels.lazy.flatMap(\.audience.personas) })
  }

  /// Lent, not copied: a touchpoint holds more than a dozen arrays.
  package subscript(id: Touchpoint.ID) -> Touchpoint { _read { yield touchpoints[id.value] } }
  package subscript(id: Phase.ID) -> Phase { phases[id.value] }
}

/// `reviewed 2026-11-21 by product`: who looked through the journey last, and when.
package struct Reviewed: Sendable, Equatable {
  package let on: Period
  package let by: Department.ID

  package init(on: Period, by: Department.ID) {
    self.on = on
    self.by = by
  }
}

package struct Phase: Sendable {
  package typealias ID = Index<Phase>
  package let name: String
  package let title: String
  package let span: Span
  /// Which of the journey's touchpoints are its own; may be empty.
  package var touchpoints: Range<Int>
  package var targets: [Target] = []
  /// Of its touchpoints that name none.
  package var owner: Department.ID?
  /// Where its touchpoints happen that name no channel.
  package var channels: [Channel.ID] = []
  package var earlierNames: [String] = []
  package var notes: [String] = []

  package init(name: String, title: String, span: Span, touchpoints: Range<Int>) {
    self.name = name
    self.title = title
    self.span = span
    self.touchpoints = touchpoints
  }
}

/// How the arrows of a journey came about.
package struct Course: Sendable, Equatable {
  /// Whether a `flow` says more than the written order; without one, `followsWrittenOrder` holds.
  package var isWritten = false
  package var followsWrittenOrder = true
  /// A line of the flow could not be understood, so that arrows are missing; what follows from that is no finding.
  package var isIncomplete = false

  package init() {}
}

/// An entry or an exit. Those of the same name or title are one.
package struct Terminal: Sendable {
  /// Nil for the unnamed one.
  package let name: String?
  package let title: String?
  package let span: Span

  package init(name: String?, title: String?, span: Span) {
    self.name = name
    self.title = title
    self.span = span
  }
}
