package import JourneySource
package import JourneySyntax

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
  /// What it was called in other journeys.
  package var earlierPlaces: [EarlierPlace] = []
  package var isMomentOfTruth = false
  /// 1…5; nil means the default of 3.
  package var importance: Int?
  package var isOptional = false
  package var isAside = false
  package var takes: Durations?
  /// A sub-journey.
  package var opens: Journey.ID?
  /// The touchpoint whose scores this card repeats.
  package var repeats: Touchpoint.ID?
  package var volume: Volume?
  package var targets: [Target] = []
  package var feels: [Feeling] = []
  package var thoughts: [Voice] = []
  /// What customers do there, apart from the title.
  package var deeds: [Voice] = []
  package var needs: [Voice] = []
  package var voices: [Voice] = []
  /// Frontstage, backstage, support and system lines in written order.
  package var blueprint: [BlueprintLine] = []
  /// The texts in the team's own lanes, in written order.
  package var laneTexts: [LaneText] = []
  package var tags: [String] = []
  package var image: ImageFile?
  package var notes: [String] = []
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

/// `was old-journey/application-form`.
package struct EarlierPlace: Sendable, Hashable {
  package let journey: String
  package let touchpoint: String
}

/// `image "img/form.png" "The form on a phone"`: a file below the workspace, and what it shows.
package struct ImageFile: Sendable, Equatable {
  /// As written, from the folder of the file that names it.
  package let path: String
  /// Read aloud to those who cannot see it.
  package let words: String
  /// Of the path.
  package let span: Span
  /// What is in the file; nil until it is read, and where it cannot be shown.
  package var picture: RasterImage?
}

/// A text in a lane of the team's own.
package struct LaneText: Sendable {
  package let lane: TeamLane.ID
  package let text: String
  package let owner: Department.ID?
  package let evidence: Evidence?
  package let audience: Audience
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
  /// What an action refers to it by.
  package let name: String?
  package let text: String
  package let evidence: Evidence
  package let audience: Audience
  package let span: Span

  package init(name: String? = nil, text: String, evidence: Evidence, audience: Audience, span: Span) {
    self.name = name
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
  package let audience: Audience

  package init(lane: Lane, text: String, owner: Department.ID?, audience: Audience = Audience()) {
    self.lane = lane
    self.text = text
    self.owner = owner
    self.audience = audience
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
