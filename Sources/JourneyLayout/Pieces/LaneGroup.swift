/// Lanes that a poster shows or leaves out together; what a workshop needs most comes first. Touchpoints, their arrows
/// and the curve of what customers answered always stand.
enum LaneGroup: Sendable, CaseIterable {
  case pains, actions, figures, ideas, quotes, feeling, channels, stage, systems, reach

  init?(_ lane: StaticString) {
    switch lane.description {
    case "pains": self = .pains
    case "actions": self = .actions
    case "metric": self = .figures
    case "ideas": self = .ideas
    case "thinking", "voices", "needs": self = .quotes
    case "feeling", "feelings": self = .feeling
    case "channel": self = .channels
    case "frontstage", "backstage": self = .stage
    case "support", "systems": self = .systems
    case "reach": self = .reach
    default: return nil
    }
  }

  /// As a poster says that they are missing.
  var title: String {
    switch self {
    case .pains: "pains"
    case .actions: "actions"
    case .figures: "the figures of the curve"
    case .ideas: "ideas"
    case .quotes: "thoughts, needs and voices"
    case .feeling: "feelings"
    case .channels: "channels"
    case .stage: "frontstage and backstage"
    case .systems: "support and systems"
    case .reach: "reach"
    }
  }

  /// More for what stands earlier, whatever follows.
  static func worth(_ shown: [LaneGroup]) -> Int { shown.reduce(0) { $0 + 1 << (allCases.count - $1.place) } }

  var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
