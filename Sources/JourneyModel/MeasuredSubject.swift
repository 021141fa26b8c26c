/// What answers are about: where they are counted together, whatever names led there.
///
/// A repeated card stands for the touchpoint that it repeats, a phase for its touchpoints.
package enum MeasuredSubject: Hashable, Sendable {
  case workspace
  case journey(Journey.ID)
  case touchpoint(Touchpoint.ID, in: Journey.ID)
  /// Several touchpoints of a journey, ascending.
  case shared([Touchpoint.ID], in: Journey.ID)

  package var journey: Journey.ID? {
    switch self {
    case .workspace: nil
    case .journey(let journey), .touchpoint(_, let journey), .shared(_, let journey): journey
    }
  }

  package var isShared: Bool { if case .shared = self { true } else { false } }

  package var touchpoints: [Touchpoint.ID] {
    switch self {
    case .workspace, .journey: []
    case .touchpoint(let touchpoint, _): [touchpoint]
    case .shared(let touchpoints, _): touchpoints
    }
  }
}

extension MeasuredSubject: Comparable {
  /// By journey, then by touchpoints: the order in which pages show them.
  package static func < (a: Self, b: Self) -> Bool { a.path.lexicographicallyPrecedes(b.path) }

  private var path: [Int] { (journey.map { [$0.value] } ?? []) + touchpoints.map(\.value) }
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

  /// What several touchpoints, repeated cards among them, are as one subject.
  fileprivate func measured(_ touchpoints: some Sequence<Int>) -> MeasuredSubject {
    let found = Set(touchpoints.map { Touchpoint.ID(original($0)) }).sorted()
    return found.count == 1 ? .touchpoint(found[0], in: id) : .shared(found, in: id)
  }
}

extension Workspace {
  /// What a question of a feedback is about.
  package func measured(_ subject: [Reference]) -> MeasuredSubject {
    switch subject.first {
    case nil, .workspace: .workspace
    case .journey(let journey): .journey(journey)
    case .touchpoint(_, let journey), .phase(_, let journey):
      self[journey].measured(subject.flatMap { self[journey].touchpoints(of: $0) })
    }
  }
}

extension Journey {
  fileprivate func touchpoints(of reference: Reference) -> [Int] {
    switch reference {
    case .touchpoint(let touchpoint, _): [touchpoint.value]
    case .phase(let phase, _): Array(self[phase].touchpoints)
    case .journey, .workspace: []
    }
  }
}

/// Finds what the names in tallies stand for, earlier names included.
package struct TallyNames {
  /// A name that nothing has, with those it could have been.
  package struct Unknown: Error {
    package let kind: String
    package let name: String
    package let known: [String]
  }

  private struct JourneyNames {
    var touchpoints: [String: Touchpoint.ID] = [:]
    var phases: [String: Range<Int>] = [:]
  }

  private let workspace: Workspace
  private let journeys: [String: Journey.ID]
  /// Touchpoints that came from other journeys, by where they were.
  private let moved: [EarlierPlace: (touchpoint: Int, journey: Journey.ID)]
  private var names: [Journey.ID: JourneyNames] = [:]

  package init(_ workspace: Workspace) {
    self.workspace = workspace
    let present = workspace.journeys.map { ($0.name, $0.id) }
    let earlier = workspace.journeys.flatMap { journey in journey.earlierNames.map { ($0, journey.id) } }
    journeys = Dictionary(present + earlier) { first, _ in first }
    moved = Dictionary(
      workspace.journeys.flatMap { journey in
        journey.touchpoints.enumerated().flatMap { index, touchpoint in
          touchpoint.earlierPlaces.map { ($0, (index, journey.id)) }
        }
      }
    ) { first, _ in first }
  }

  /// - Parameter touchpoint: one, the name of a phase, or `a+b`; empty for the journey.
  package mutating func subject(journey: String, touchpoint: String) throws(Unknown) -> MeasuredSubject {
    if journey.isEmpty { return .workspace }
    let place = EarlierPlace(journey: journey, touchpoint: touchpoint)
    let home = moved.isEmpty ? nil : moved[place].map { workspace[$0.journey].measured([$0.touchpoint]) }
    guard let id = journeys[journey] else {
      if let home { return home }
      throw Unknown(kind: "journey", name: journey, known: workspace.journeys.map(\.name))
    }
    if touchpoint.isEmpty { return .journey(id) }
    let names = names(of: id)
    var found: [Int] = []
    for name in touchpoint.split(separator: "+", omittingEmptySubsequences: false).map(String.init) {
      if let one = names.touchpoints[name] {
        found.append(one.value)
      } else if let phase = names.phases[name] {
        found += phase
      } else if let home {
        return home
      } else {
        let known = workspace[id].touchpoints.map(\.name) + workspace[id].phases.map(\.name)
        throw Unknown(kind: "touchpoint of \"\(journey)\"", name: name, known: known)
      }
    }
    return workspace[id].measured(found)
  }

  private mutating func names(of journey: Journey.ID) -> JourneyNames {
    if let known = names[journey] { return known }
    var result = JourneyNames(touchpoints: workspace[journey].touchpointsByName())
    for phase in workspace[journey].phases { result.phases[phase.name] = phase.touchpoints }
    for phase in workspace[journey].phases {
      for name in phase.earlierNames where result.phases[name] == nil { result.phases[name] = phase.touchpoints }
    }
    names[journey] = result
    return result
  }
}
