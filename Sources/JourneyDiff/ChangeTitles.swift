internal import JourneyMetrics
internal import JourneyModel

/// What people call the things that changes name: who reads a comment never saw the names in the files.
package struct ChangeTitles: Sendable {
  private var departments: [String: String] = [:]
  private var channels: [String: String] = [:]
  private var journeys: [String: String] = [:]
  /// By the name of a journey on the second side, then their own.
  private var phases: [String: [String: String]] = [:]
  private var touchpoints: [String: [String: String]] = [:]

  package init(_ difference: WorkspaceDifference) {
    let sides = [difference.before.workspace, difference.after.workspace]
    // What both sides have is called as it is now.
    for workspace in sides {
      for one in workspace.departments { departments[one.name] = one.title }
      for one in workspace.channels { channels[one.name] = one.title }
      for one in workspace.journeys { journeys[one.name] = one.title }
    }
    for one in difference.journeys {
      let pair = (one.from.map { sides[0][$0] }, one.to.map { sides[1][$0] })
      guard let name = (pair.1 ?? pair.0)?.name else { continue }
      for journey in [pair.0, pair.1].compactMap(\.self) {
        for phase in journey.phases { phases[name, default: [:]][phase.name] = phase.title }
        for touchpoint in journey.touchpoints { touchpoints[name, default: [:]][touchpoint.name] = touchpoint.title }
      }
    }
  }

  /// The same change with titles in place of names.
  package func spoken(_ change: JourneyChange) -> JourneyChange {
    var spoken = change
    func replace(_ title: (String) -> String) {
      spoken.before = change.before.map { titled($0, title) }
      spoken.after = change.after.map { titled($0, title) }
    }
    func department(_ name: String) -> String { departments[name] ?? name }
    func phase(_ name: String) -> String { phases[change.subject.journey ?? ""]?[name] ?? name }
    func touchpoint(_ name: String) -> String { touchpoints[change.subject.journey ?? ""]?[name] ?? name }
    switch change.code {
    case .owner, .helperAdded, .helperRemoved, .actionOwner, .handOffAdded, .handOffRemoved, .touchpointAdded,
      .touchpointRemoved:
      replace(department)
    case .channelAdded, .channelRemoved, .mainChannel, .channelSwitchAdded, .channelSwitchRemoved:
      replace { channels[$0] ?? $0 }
    case .touchpointMoved: replace { $0.contains("/") ? $0 : phase($0) }
    case .arrowRerouted, .repeats, .split, .merged: replace(touchpoint)
    case .opens: replace { journeys[$0] ?? $0 }
    default: break
    }
    spoken.place = change.place.map { ChangePlace(phase: phase($0.phase), after: $0.after.map(touchpoint)) }
    return spoken
  }

  /// `Goes to a branch` of the change that asks whether it was replaced; nil for any other.
  package func replaced(by change: JourneyChange) -> String? {
    guard change.code == .touchpointReplaced, case .word(let name)? = change.before else { return nil }
    return touchpoints[change.subject.journey ?? ""]?[name]
  }

  private func titled(_ value: ChangeValue, _ title: (String) -> String) -> ChangeValue {
    guard case .word(let name) = value else { return value }
    let ends = name.split(separator: " ")
    guard ends.count == 3, ends[1] == "->" else { return .word(title(name)) }
    return .word("\(title(String(ends[0]))) -> \(title(String(ends[2])))")
  }
}
