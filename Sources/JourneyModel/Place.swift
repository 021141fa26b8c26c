/// What a question is about, as indices into the workspace.
package enum Place: Hashable, Sendable {
  case workspace
  case journey(Int)
  case touchpoint(Int, Int)
  /// Several touchpoints of a journey, ascending.
  case shared(Int, [Int])

  package var journey: Int? {
    switch self {
    case .workspace: nil
    case .journey(let journey), .touchpoint(let journey, _), .shared(let journey, _): journey
    }
  }
}

extension Journey {
  /// The touchpoint that one repeats, or itself.
  package func original(_ touchpoint: Int) -> Int {
    var touchpoint = touchpoint
    for _ in 0..<64 {
      guard touchpoints.indices.contains(touchpoint), let repeated = touchpoints[touchpoint].repeats,
        touchpoints.indices.contains(repeated.value)
      else { break }
      touchpoint = repeated.value
    }
    return touchpoint
  }
}

/// Finds what the names in tallies and feedbacks stand for, earlier names included.
package struct PlaceFinder {
  /// A name that nothing has, with those it could have been.
  package struct Unknown: Error {
    package let kind: String
    package let name: String
    package let known: [String]
  }

  private struct Names {
    var touchpoints: [String: Int] = [:]
    var phases: [String: Range<Int>] = [:]
  }

  private let workspace: Workspace
  private let journeys: [String: Int]
  private var names: [Int: Names] = [:]

  package init(_ workspace: Workspace) {
    self.workspace = workspace
    journeys = Dictionary(workspace.journeys.enumerated().map { ($1.name, $0) }) { first, _ in first }
  }

  /// - Parameter touchpoint: one, the name of a phase, or `a+b`; empty for the journey.
  package mutating func place(journey: String, touchpoint: String) throws(Unknown) -> Place {
    if journey.isEmpty { return .workspace }
    guard let index = journeys[journey] else {
      throw Unknown(kind: "journey", name: journey, known: workspace.journeys.map(\.name))
    }
    if touchpoint.isEmpty { return .journey(index) }
    let names = names(of: index)
    if let one = names.touchpoints[touchpoint] { return .touchpoint(index, one) }
    var found: Set<Int> = []
    for name in touchpoint.split(separator: "+", omittingEmptySubsequences: false).map(String.init) {
      if let one = names.touchpoints[name] {
        found.insert(one)
      } else if let phase = names.phases[name] {
        found.formUnion(phase.map { workspace.journeys[index].original($0) })
      } else {
        let known = workspace.journeys[index].touchpoints.map(\.name) + workspace.journeys[index].phases.map(\.name)
        throw Unknown(kind: "touchpoint of \"\(journey)\"", name: name, known: known)
      }
    }
    let touchpoints = found.sorted()
    return touchpoints.count == 1 ? .touchpoint(index, touchpoints[0]) : .shared(index, touchpoints)
  }

  /// What a question of a feedback is about.
  package mutating func place(_ subject: Feedback.Subject) throws(Unknown) -> Place {
    try place(journey: subject.journey ?? "", touchpoint: subject.phase ?? subject.touchpoints.joined(separator: "+"))
  }

  private mutating func names(of journey: Int) -> Names {
    if let known = names[journey] { return known }
    var result = Names()
    let touchpoints = workspace.journeys[journey].touchpoints
    for (index, touchpoint) in touchpoints.enumerated() {
      result.touchpoints[touchpoint.name] = workspace.journeys[journey].original(index)
    }
    for (index, touchpoint) in touchpoints.enumerated() {
      for name in touchpoint.earlierNames where result.touchpoints[name] == nil {
        result.touchpoints[name] = workspace.journeys[journey].original(index)
      }
    }
    for phase in workspace.journeys[journey].phases { result.phases[phase.name] = phase.touchpoints }
    names[journey] = result
    return result
  }
}

extension Place: Comparable {
  package var isShared: Bool { if case .shared = self { true } else { false } }

  package var touchpoints: [Int] {
    switch self {
    case .workspace, .journey: []
    case .touchpoint(_, let touchpoint): [touchpoint]
    case .shared(_, let touchpoints): touchpoints
    }
  }

  /// By journey, then by touchpoints: the order in which pages show them.
  package static func < (a: Self, b: Self) -> Bool {
    let (x, y) = (a.path, b.path)
    return x.lexicographicallyPrecedes(y)
  }

  private var path: [Int] { (journey.map { [$0] } ?? []) + touchpoints }
}
