package import JourneySource
package import JourneySyntax

/// One journey as a graph: touchpoints in written order, arrows between them, entries and exits.
package struct Journey: Sendable {
  package typealias ID = Index<Journey>
  package enum State: String, Sendable { case current, future }

  /// Names the files of its map: `open-account`. Unique in the workspace.
  package let name: String
  package let title: String
  package let span: Span
  /// Its name is that of a journey before it, which was reported; it is checked and not drawn.
  package var isDuplicate = false
  /// The parser reported something in its file, so what seems to be missing may be there.
  package var isBroken = false
  package var owner: Department.ID?
  package var personas: [Persona.ID] = []
  /// `from "Sees the ad" to "First salary paid in"`.
  package var from: String?
  package var to: String?
  package var state = State.current
  /// Whether nobody goes through it yet: there is nothing to measure, to rank or to vote on.
  package var isPlanned: Bool { state == .future }
  /// The journey this one is the future of, by name.
  package var futureOf: String?
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

  package init(name: String, title: String, span: Span) {
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

package struct Phase: Sendable {
  package typealias ID = Index<Phase>
  package let name: String
  package let title: String
  package let span: Span
  /// Which of the journey's touchpoints are its own; may be empty.
  package var touchpoints: Range<Int>
  package var targets: [Target] = []

  package init(name: String, title: String, span: Span, touchpoints: Range<Int>) {
    self.name = name
    self.title = title
    self.span = span
    self.touchpoints = touchpoints
  }
}

package struct Touchpoint: Sendable {
  package typealias ID = Index<Touchpoint>
  /// Unique in its journey. Made from the title where none is written; then `isNamed` is false.
  package let name: String
  package let isNamed: Bool
  /// Whether a flow, an action or a feedback refers to it by name or title.
  package var isReferredTo = false
  package let title: String
  package let span: Span
  package let phase: Phase.ID
  package var owner: Department.ID?
  /// An owner is written, but nothing is called so; that was reported.
  package var isOwnerUnknown = false
  package var helpers: [Department.ID] = []
  /// The first is the main one, through which the path runs.
  package var channels: [Channel.ID] = []
  /// Who alone meets it; empty: everyone.
  package var audience = Audience()
  package var earlierNames: [String] = []
  package var isMomentOfTruth = false
  /// 1…5; nil means the default of 3.
  package var importance: Int?
  package var isOptional = false
  package var isAside = false
  package var takes: Durations?
  /// A sub-journey, by name.
  package var opens: String?
  /// The touchpoint whose scores this card repeats.
  package var repeats: Touchpoint.ID?
  package var volume: Volume?
  package var targets: [Target] = []
  package var feels: [Feeling] = []
  package var thoughts: [Voice] = []
  package var needs: [Voice] = []
  package var voices: [Voice] = []
  /// Frontstage, backstage, support and system lines in written order.
  package var blueprint: [BlueprintLine] = []
  package var pains: [Remark] = []
  package var ideas: [Remark] = []
  package var links: [Link] = []

  package init(name: String, isNamed: Bool, title: String, span: Span, phase: Phase.ID) {
    self.name = name
    self.isNamed = isNamed
    self.title = title
    self.span = span
    self.phase = phase
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

/// For whom alone something holds; both empty: for everyone.
package struct Audience: Sendable, Hashable {
  package var personas: [Persona.ID] = []
  package var segments: [Segment.ID] = []

  package init() {}
  package var isEveryone: Bool { personas.isEmpty && segments.isEmpty }
}

/// `takes 3d..5d`, `wait 3d`: seconds; both ends equal where one value is written.
package struct Durations: Sendable, Equatable {
  package let shortest: Double
  package let longest: Double

  package init(shortest: Double, longest: Double) {
    self.shortest = shortest
    self.longest = longest
  }
}

/// `volume 12000 in 2026-Q3`.
package struct Volume: Sendable, Equatable {
  package let people: Double
  package let period: Period?

  package init(people: Double, period: Period?) {
    self.people = people
    self.period = period
  }
}

/// `feels -1 "Explains again" persona tom`: −2…+2, the team's assumption.
package struct Feeling: Sendable {
  package let value: Int
  package let text: String?
  package let audience: Audience
  package let span: Span

  package init(value: Int, text: String?, audience: Audience, span: Span) {
    self.value = value
    self.text = text
    self.audience = audience
    self.span = span
  }
}

/// A thought, a need, or something said.
package struct Voice: Sendable {
  package enum Speaker: String, Sendable { case customer, employee, social }

  package let text: String
  package let speaker: Speaker
  package let evidence: Evidence?
  package let audience: Audience

  package init(text: String, speaker: Speaker, evidence: Evidence?, audience: Audience) {
    self.text = text
    self.speaker = speaker
    self.evidence = evidence
    self.audience = audience
  }
}

/// A pain or an idea.
package struct Remark: Sendable {
  package let text: String
  package let evidence: Evidence
  package let audience: Audience
  package let span: Span

  package init(text: String, evidence: Evidence, audience: Audience, span: Span) {
    self.text = text
    self.evidence = evidence
    self.audience = audience
    self.span = span
  }
}

package enum Evidence: String, Sendable, CaseIterable {
  case survey, interview, employee, social, analytics, assumption
}

package struct BlueprintLine: Sendable {
  package enum Lane: String, Sendable, CaseIterable { case frontstage, backstage, support, system }

  package let lane: Lane
  package let text: String
  /// Who does it, where that is said.
  package let owner: Department.ID?

  package init(lane: Lane, text: String, owner: Department.ID?) {
    self.lane = lane
    self.text = text
    self.owner = owner
  }
}

/// `https`, `http`, `mailto` and in-page `#…` only; anything else was a finding and is not here.
package struct Link: Sendable, Equatable {
  package let url: String
  package let title: String?

  package init(url: String, title: String?) {
    self.url = url
    self.title = title
  }
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

/// An edge of the flow.
package struct Arrow: Sendable {
  package enum End: Hashable, Sendable {
    case touchpoint(Touchpoint.ID)
    case entry(Int)
    case exit(Int)
  }

  package let from: End
  package let to: End
  package var label: String?
  /// Of those who leave the source: 0…1.
  package var share: Double?
  package var wait: Durations?
  package var audience = Audience()
  /// Arrows with the same number are all taken (`a -> b and c`); nil: an alternative to its siblings.
  package var together: Int?
  /// False where only the written order made it.
  package let isWritten: Bool
  package let span: Span

  package init(from: End, to: End, isWritten: Bool, span: Span) {
    self.from = from
    self.to = to
    self.isWritten = isWritten
    self.span = span
  }
}
