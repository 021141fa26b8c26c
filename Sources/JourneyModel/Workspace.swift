package import JourneySource
package import JourneySyntax

/// A typed index into one of the arrays of a `Workspace` or a `Journey`.
package struct Index<Element>: Hashable, Sendable, Comparable {
  package let value: Int

  package init(_ value: Int) { self.value = value }

  package static func < (a: Self, b: Self) -> Bool { a.value < b.value }
}

/// Everything the files below one folder declare, names resolved. All arrays are in the order of declaration, files
/// ordered by path.
package struct Workspace: Sendable {
  package var title: String?
  /// A BCP 47 tag; `en` unless said.
  package var language = "en"
  /// Those in which Waymark has words of its own (`JourneyWords`).
  package static let spokenLanguages = ["en", "de"]
  /// Figures on fewer answers are not shown. Never below 5.
  package var hideBelow = 10
  /// For how many months before the newest answers of a journey a figure is still one of today.
  package var currentFor = 12
  /// The edition of the language that this program reads; files in another one are an error.
  package static let edition = 1
  package var groups: [JourneyGroup] = []
  package var lanes: [TeamLane] = []
  package var departments: [Department] = []
  package var channels: [Channel] = []
  package var personas: [Persona] = []
  package var segments: [Segment] = []
  package var kpis: [KPI] = []
  package var journeys: [Journey] = []
  package var feedbacks: [Feedback] = []
  /// The workspace's own targets, floors and weights; those of inner places win.
  package var targets: [Target] = []
  package var floors: [Target] = []
  package var weights: [MetricWeight] = []
  /// Actions that stand in a file outside any journey.
  package var actions: [Action] = []

  /// Findings that the team lets be, and those that it minds more or less than others do.
  package var ignored: [IgnoredFinding] = []
  package var severities: [SeverityChoice] = []

  /// What the files declare, in their order, whatever becomes of it.
  package var declarations: [WorkspaceDeclaration] = []

  /// Whether drafts are listed and reviewed like other journeys.
  package var showsDrafts = false
  /// The tag of the touchpoints that are looked at; nil for all of them.
  package var tag: String?

  /// Whether a name is written somewhere that nothing has; that was reported.
  package var hasUnknownNames = false

  package init() {}

  package subscript(id: JourneyGroup.ID) -> JourneyGroup { groups[id.value] }
  package subscript(id: TeamLane.ID) -> TeamLane { lanes[id.value] }
  package subscript(id: Department.ID) -> Department { departments[id.value] }
  package subscript(id: Channel.ID) -> Channel { channels[id.value] }
  package subscript(id: Persona.ID) -> Persona { personas[id.value] }
  package subscript(id: Segment.ID) -> Segment { segments[id.value] }
  package subscript(id: KPI.ID) -> KPI { kpis[id.value] }
  package subscript(id: Journey.ID) -> Journey { journeys[id.value] }
}

extension Workspace {
  /// Whether a touchpoint is one of those that are looked at.
  package func isChosen(_ touchpoint: Touchpoint) -> Bool { tag.map(touchpoint.tags.contains) ?? true }

  /// Whether a journey is in the index and the review.
  package func isListed(_ journey: Journey) -> Bool { !journey.isDraft || showsDrafts }

  /// The drawn journeys that are planned to replace one, in declared order.
  package func futures(of journey: Journey) -> [Journey] {
    journeys.filter { $0.futureOf == journey.id && $0.isDrawn }
  }
}

package struct Department: Sendable {
  package typealias ID = Index<Department>
  package let name: String
  package let title: String
  package let span: Span
  /// False for a name that a sketching workspace uses without declaring any of its kind.
  package let isDeclared: Bool
  package var earlierNames: [String] = []
  package var notes: [String] = []

  package init(name: String, title: String, span: Span, isDeclared: Bool) {
    self.name = name
    self.title = title
    self.span = span
    self.isDeclared = isDeclared
  }
}

package struct Channel: Sendable {
  package typealias ID = Index<Channel>
  package let name: String
  package let title: String
  package let span: Span
  package let isDeclared: Bool
  package var earlierNames: [String] = []

  package init(name: String, title: String, span: Span, isDeclared: Bool) {
    self.name = name
    self.title = title
    self.span = span
    self.isDeclared = isDeclared
  }
}

package struct Segment: Sendable {
  package typealias ID = Index<Segment>
  package let name: String
  package let title: String
  package let span: Span
  package var earlierNames: [String] = []

  package init(name: String, title: String, span: Span) {
    self.name = name
    self.title = title
    self.span = span
  }
}

package struct Persona: Sendable {
  package typealias ID = Index<Persona>
  package let name: String
  package let title: String
  package let span: Span
  package var quote: String?
  package var needs: [String] = []
  package var segment: Segment.ID?
  /// A portrait.
  package var image: ImageFile?
  package var notes: [String] = []

  package init(name: String, title: String, span: Span) {
    self.name = name
    self.title = title
    self.span = span
  }
}

/// `group banking "Everyday banking"`: journeys that stand together on the index.
package struct JourneyGroup: Sendable {
  package typealias ID = Index<JourneyGroup>
  package let name: String
  package let title: String
  package let span: Span
}

/// `lane risk "Risks"`: a row of the map that a team declares for itself.
package struct TeamLane: Sendable {
  package typealias ID = Index<TeamLane>
  package let name: String
  package let title: String
  package let span: Span
}

/// A business figure that goals refer to; the four well-known ones need no declaration.
package struct KPI: Sendable {
  package typealias ID = Index<KPI>
  package enum KPIUnit: String, Sendable { case share, count, money, duration }

  package let name: String
  package let title: String
  package let span: Span
  package var unit: KPIUnit
  /// Whether a higher value is a better one.
  package var higherIsBetter: Bool
  /// False for a well-known one that a goal uses without declaring it.
  package var isDeclared = true

  package init(name: String, title: String, span: Span, unit: KPIUnit, higherIsBetter: Bool) {
    self.name = name
    self.title = title
    self.span = span
    self.unit = unit
    self.higherIsBetter = higherIsBetter
  }
}

/// What customers are asked or timed on, in the order in which pages show them.
package enum Metric: String, Sendable, CaseIterable, Comparable {
  case csat, effort, nps, resolution, fcr

  package static func < (a: Self, b: Self) -> Bool { a.order < b.order }

  /// Its place in `allCases`.
  package var order: Int {
    switch self {
    case .csat: 0
    case .effort: 1
    case .nps: 2
    case .resolution: 3
    case .fcr: 4
    }
  }
}

/// `target csat >= 80%`: a share 0…1, points for NPS, seconds for durations, otherwise the KPI's own unit.
package struct Target: Sendable, Equatable {
  package let metric: Metric
  package let comparison: Comparison
  package let value: Double
  /// Nil for a metric's default.
  package let span: Span?

  package init(metric: Metric, comparison: Comparison, value: Double, span: Span?) {
    self.metric = metric
    self.comparison = comparison
    self.value = value
    self.span = span
  }
}

package struct MetricWeight: Sendable, Equatable {
  package let metric: Metric
  package let weight: Double

  package init(metric: Metric, weight: Double) {
    self.metric = metric
    self.weight = weight
  }
}
