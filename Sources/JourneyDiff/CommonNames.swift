internal import JourneyModel

/// What departments, channels and segments of the first side are called on the second, so that a new name for one is not
/// a new owner everywhere.
struct CommonNames {
  private let departments: [String: String]
  private let channels: [String: String]
  private let feedbacks: [String: String]

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
    departments = renamed(before.departments, after.departments, \.name, \.earlierNames)
    channels = renamed(before.channels, after.channels, \.name, \.earlierNames)
    feedbacks = renamed(before.feedbacks, after.feedbacks, \.name, \.earlierNames)
  }

  func department(_ name: String) -> String { departments.isEmpty ? name : departments[name] ?? name }
  func channel(_ name: String) -> String { channels.isEmpty ? name : channels[name] ?? name }
  func feedback(_ name: String) -> String { feedbacks.isEmpty ? name : feedbacks[name] ?? name }
}
