internal import JourneyModel

/// What departments, channels and segments of the first side are called on the second, so that a new name for one is not
/// a new owner everywhere.
struct CommonNames {
  private let departments: [String: String]
  private let channels: [String: String]
  private let feedbacks: [String: String]
  /// Beside those of the first side, their places on the second; -1 for one that is not there.
  private let departmentPlaces: [Int]
  private let channelPlaces: [Int]

  init(_ before: Workspace, _ after: Workspace) {
    func renamed<Named>(_ old: [Named], _ new: [Named], _ name: KeyPath<Named, String>, _ was: KeyPath<Named, [String]>)
      -> [String: String]
    {
      let (known, left) = (Set(new.map { $0[keyPath: name] }), Set(old.map { $0[keyPath: name] }))
      var names: [String: String] = [:]
      for one in new {
        for earlier in one[keyPath: was] where left.contains(earlier) { names[earlier] = one[keyPath: name] }
      }
      for one in old where names[one[keyPath: name]] == nil {
        names[one[keyPath: name]] = one[keyPath: was].first(where: known.contains)
      }
      return names
    }
    func places(_ old: [String], _ new: [String], _ names: [String: String]) -> [Int] {
      let places = Dictionary(zip(new, new.indices)) { first, _ in first }
      return old.map { places[names[$0] ?? $0] ?? -1 }
    }
    departments = renamed(before.departments, after.departments, \.name, \.earlierNames)
    channels = renamed(before.channels, after.channels, \.name, \.earlierNames)
    departmentPlaces = places(before.departments.map(\.name), after.departments.map(\.name), departments)
    channelPlaces = places(before.channels.map(\.name), after.channels.map(\.name), channels)
    feedbacks = renamed(before.feedbacks, after.feedbacks, \.name, \.earlierNames)
  }

  /// Whether two touchpoints have the same owner, helpers and channels, in the same order: so it is at most of them, and
  /// names need not be looked at.
  func haveSameParts(_ old: Touchpoint, _ new: Touchpoint) -> Bool {
    func isSame(_ one: Department.ID, _ other: Department.ID) -> Bool { departmentPlaces[one.value] == other.value }
    return old.owner.map { departmentPlaces[$0.value] } == new.owner?.value
      && old.helpers.elementsEqual(new.helpers, by: isSame)
      && old.channels.elementsEqual(new.channels) { channelPlaces[$0.value] == $1.value }
  }

  func department(_ name: String) -> String { departments.isEmpty ? name : departments[name] ?? name }
  func channel(_ name: String) -> String { channels.isEmpty ? name : channels[name] ?? name }
  func feedback(_ name: String) -> String { feedbacks.isEmpty ? name : feedbacks[name] ?? name }
}
