/// A row of the map.
package enum MapLane: String, Sendable {
  /// Of each touchpoint the figure that weighs most.
  case score
  case pictures, doing, thinking, needs, voices, experience, feeling, feelings, owners, metric, reach,
    facts, frontstage, backstage, support, systems, pains, ideas, actions
  /// One that the team declares; its title is the team's.
  case team
  /// The team's notes, which a page shows when they are asked for.
  case notes
  /// Of an overview: what to fix first.
  case priorities
  /// Two periods or segments beside each other, which a page shows when they are asked for.
  case comparison
  /// Of a poster: room for the dots of those who stand before it.
  case dots
}

extension MapLane {
  /// Beside the row; that of a metric is the metric's, and that of a team's lane the team's.
  package func title(in words: Words) -> String {
    switch self {
    case .pictures: words("Pictures")
    case .doing: words("Doing")
    case .thinking: words("Thinking")
    case .needs: words("Needs")
    case .voices: words("Voices")
    case .experience: words("Experience")
    case .feeling: words("Feels, assumed")
    case .feelings: words("Why they feel that way")
    case .score, .metric, .team: ""
    case .owners: words("Owners")
    case .facts: words("Facts")
    case .reach: words("Reached by")
    case .frontstage: words("Frontstage")
    case .backstage: words("Backstage")
    case .support: words("Support")
    case .systems: words("Systems")
    case .pains: words("Pains")
    case .ideas: words("Ideas")
    case .actions: words("Actions")
    case .notes: words("Notes")
    case .priorities: words.fixFirst
    case .comparison: words.compare
    case .dots: words("Your dots")
    }
  }

  /// What a reader who has never seen one asks; nil where the title says it.
  package func explanation(in words: Words) -> String? {
    switch self {
    case .frontstage: words("what customers see")
    case .backstage: words("below the line of visibility")
    case .support, .systems: words("below the line of internal interaction")
    case .score, .facts, .owners, .feeling, .reach, .pictures, .doing, .thinking, .needs, .voices, .experience,
      .feelings, .metric, .pains, .ideas, .actions,
      .team, .notes, .priorities, .dots, .comparison:
      nil
    }
  }
}

/// Lanes that a page shows together.
package enum LaneSet: String, Sendable, CaseIterable {
  /// How it is for customers, who is responsible, and what hurts: what a page opens with.
  case story
  case figures
  /// What happens behind it.
  case blueprint

  /// Nil for the team's notes, which stand in no set.
  package init?(_ lane: MapLane) {
    switch lane {
    case .score, .experience, .reach, .owners, .feeling, .pictures, .doing, .thinking, .voices, .pains, .ideas,
      .actions, .team:
      self = .story
    case .metric: self = .figures
    case .feelings, .needs, .facts, .frontstage, .backstage, .support, .systems: self = .blueprint
    case .notes, .priorities, .dots, .comparison: return nil
    }
  }

  package func title(in words: Words) -> String {
    switch self {
    case .story: words("Story")
    case .figures: words("Figures")
    case .blueprint: words("Blueprint")
    }
  }
}

/// Lanes that a poster shows or leaves out together; what a workshop needs most comes first. Touchpoints, their
/// figures and the experience are always on it.
package enum LaneGroup: Sendable, CaseIterable {
  case pains, owners, quotes, ideas, feeling, backstage, actions, reach, team, deeds, frontstage, reasons, figures,
    pictures, systems, facts

  /// Whether a journey that has it takes another sheet rather than leave it out.
  package var isEssential: Bool {
    switch self {
    case .pains, .owners, .quotes, .ideas, .feeling, .backstage: true
    case .actions, .reach, .team, .deeds, .frontstage, .reasons, .figures, .pictures, .systems, .facts: false
    }
  }

  /// Nil for what is on every poster, and for notes, which are on none.
  package init?(_ lane: MapLane) {
    switch lane {
    case .pains: self = .pains
    case .actions: self = .actions
    case .metric: self = .figures
    case .ideas: self = .ideas
    case .thinking, .voices: self = .quotes
    case .doing, .needs: self = .deeds
    case .team: self = .team
    case .pictures: self = .pictures
    case .feeling: self = .feeling
    case .feelings: self = .reasons
    case .owners: self = .owners
    case .facts: self = .facts
    case .frontstage: self = .frontstage
    case .backstage: self = .backstage
    case .support, .systems: self = .systems
    case .reach: self = .reach
    case .score, .experience, .notes, .priorities, .dots, .comparison: return nil
    }
  }

  /// As a poster says that they are missing.
  func name(in words: Words) -> String {
    switch self {
    case .pains: words("pains")
    case .actions: words("actions")
    case .figures: words("figures")
    case .ideas: words("ideas")
    case .quotes: words("what customers think and say")
    case .deeds: words("what customers do and need")
    case .reasons: words("why they feel that way")
    case .team: words("lanes of your own")
    case .pictures: words("pictures")
    case .feeling: words("feelings")
    case .owners: words("owners")
    case .facts: words("facts")
    case .frontstage: words("frontstage")
    case .backstage: words("backstage")
    case .systems: words("support and systems")
    case .reach: words("reach")
    }
  }
}
