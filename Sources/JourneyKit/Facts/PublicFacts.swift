/// What a workspace declares and what its customers answered, as values: for programs that show or judge it in their
/// own way.
///
/// Ask a review for it: ``WorkspaceReview/facts``. Names are those of the journey files. Shares are from 0 to 1, points of
/// NPS from −100 to 100, times are in seconds, and periods are written as in the files: `2026-Q3`.
public struct WorkspaceFacts: Sendable, Equatable {
  /// Nil where the workspace has none.
  public let title: String?
  /// In the order in which they are declared.
  public let departments: [NamedFact]
  /// In the order in which they are declared.
  public let channels: [NamedFact]
  /// In the order in which they are declared.
  public let personas: [NamedFact]
  /// In the order in which they are declared.
  public let segments: [NamedFact]
  /// Those that are reviewed, in the order of the files. A draft is among them where drafts were asked for.
  public let journeys: [JourneyFacts]
  /// Those beside the journeys.
  public let actions: [ActionFacts]
}

/// Something with a name to refer to it and a title to read.
public struct NamedFact: Sendable, Equatable {
  /// `open-account`.
  public let name: String
  /// `Opening an account`.
  public let title: String
}

/// One journey.
public struct JourneyFacts: Sendable, Equatable {
  /// Unique in the workspace; its page is `NAME.html`.
  public let name: String
  /// For people.
  public let title: String
  /// Whether nobody goes through it yet, so that nothing is measured.
  public let isPlanned: Bool
  /// The name of the journey that this one is the future of.
  public let futureOf: String?
  /// The latest period of any score shown; nil without answers.
  public let period: String?
  /// In the order of the map.
  public let phases: [NamedFact]
  /// In the order of the map.
  public let touchpoints: [TouchpointFacts]
  /// The ways customers take.
  public let arrows: [ArrowFacts]
  /// Of the journey as a whole, a score for each metric that is asked.
  public let scores: [ScoreFacts]
  /// Each way from one department to another, the one across which it gets most worse first.
  public let handOffs: [HandOffFacts]
  /// The touchpoints that nobody is asked about, the most important first.
  public let blindSpots: [String]
  /// Those that stand in the journey.
  public let actions: [ActionFacts]

  /// The touchpoints that miss a target, in the order in which to fix them.
  public var priorities: [TouchpointFacts] {
    touchpoints.filter { $0.priority?.rank != nil }
      .sorted { ($0.priority?.rank ?? 0) < ($1.priority?.rank ?? 0) }
  }
}

/// A moment in which the customer deals with the organisation.
public struct TouchpointFacts: Sendable, Equatable {
  /// Unique in its journey.
  public let name: String
  /// For people.
  public let title: String
  /// The name of the phase that it is in.
  public let phase: String
  /// The name of the department that answers for it.
  public let owner: String?
  /// The names of the channels; the first is the main one.
  public let channels: [String]
  /// From 1 to 5; nil where it is not written.
  public let importance: Int?
  /// Whether it decides over the whole journey.
  public let isMomentOfTruth: Bool
  /// The name of the touchpoint that it repeats.
  public let repeats: String?
  /// What bothers customers there.
  public let pains: [String]
  /// What could be better.
  public let ideas: [String]
  /// A score for each metric that is asked.
  public let scores: [ScoreFacts]
  /// Which share of the journey's customers meet it; nil where nobody knows.
  public let reach: ReachFacts?
  /// Where it stands among the others; nil where it cannot be ranked.
  public let priority: PriorityFacts?
}

/// A way from one touchpoint to another, into the journey or out of it.
public struct ArrowFacts: Sendable, Equatable {
  /// An end of an arrow.
  public enum Terminus: Sendable, Equatable {
    /// By name.
    case touchpoint(String)
    /// Where customers come from; by title, where it has one.
    case entry(String?)
    /// Where they leave; by title, where it has one.
    case exit(String?)
  }

  /// Where it starts.
  public let from: Terminus
  /// Where it leads to.
  public let to: Terminus
  /// Of those who leave its start; nil where it is not written.
  public let share: Double?
  /// Whether another department answers for its end than for its start.
  public let isHandOff: Bool
  /// Whether customers must change the channel.
  public let switchesChannel: Bool
  /// Whether customers come back to a touchpoint before.
  public let goesBack: Bool
}

/// A way from a touchpoint of one department to one of another, with what customers say on both sides.
public struct HandOffFacts: Sendable, Equatable {
  /// The name of the touchpoint before it.
  public let from: String
  /// The name of the touchpoint behind it.
  public let to: String
  /// The names of both departments.
  public let owners: [String]
  /// What both sides are measured by; nil where no metric is on both.
  public let metric: MetricKind?
  /// How much worse it gets, as a share of the metric's range; negative where it gets better.
  public let worsening: Double?
  /// Whether that is more than chance explains.
  public let isClear: Bool
}

/// Something that somebody does to make it better.
public struct ActionFacts: Sendable, Equatable {
  /// Unique in its journey.
  public let name: String
  /// For people.
  public let title: String
  /// The name of the touchpoint that it is for.
  public let touchpoint: String?
  /// The name of the department that does it.
  public let owner: String?
  /// When it is to be done.
  public let due: String?
  /// When it was done.
  public let finished: String?
  /// What the answers since say of a finished one, as in the JSON of a review: `as-expected`, `too-early`.
  public let verdict: String?
}
