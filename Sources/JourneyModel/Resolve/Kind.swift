internal import JourneySource

/// What can carry a name.
package enum NameKind: Sendable {
  case department, channel, persona, segment, kpi, group, lane, journey, feedback, phase, touchpoint, goal, action,
    pain, idea, entry, exit

  /// As findings call it.
  package var noun: String {
    switch self {
    case .department: "department"
    case .channel: "channel"
    case .persona: "persona"
    case .segment: "segment"
    case .kpi: "KPI"
    case .group: "group"
    case .lane: "lane"
    case .journey: "journey"
    case .feedback: "feedback"
    case .phase: "phase"
    case .touchpoint: "touchpoint"
    case .goal: "goal"
    case .action: "action"
    case .pain: "pain"
    case .idea: "idea"
    case .entry: "entry"
    case .exit: "exit"
    }
  }

  /// Whether it may be declared again with the same title, so that a folder works alone and within a larger one.
  var isShared: Bool {
    switch self {
    case .department, .channel, .persona, .segment, .kpi, .group, .lane: true
    default: false
    }
  }

  /// Whether its names stand in the flow of a journey, where `entry`, `exit` and `and` mean something else.
  var standsInFlow: Bool { self == .phase || self == .touchpoint || self == .goal || self == .action }

  var isUnknown: Rule {
    switch self {
    case .department: .unknownDepartment
    case .channel: .unknownChannel
    case .persona: .unknownPersona
    case .segment: .unknownSegment
    case .kpi: .unknownKPI
    case .group: .unknownGroup
    case .lane: .unknownLane
    case .pain, .idea: .unknownRemark
    case .journey, .feedback: .unknownJourney
    case .phase, .touchpoint, .action, .entry, .exit: .unknownTouchpoint
    case .goal: .unknownGoal
    }
  }
}
