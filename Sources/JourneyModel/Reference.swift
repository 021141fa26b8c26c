/// What a name in a journey file refers to, from the smallest to the whole.
package enum Reference: Hashable, Sendable {
  case touchpoint(Touchpoint.ID, in: Journey.ID)
  case phase(Phase.ID, in: Journey.ID)
  case journey(Journey.ID)
  case workspace

  package var journey: Journey.ID? {
    switch self {
    case .touchpoint(_, let journey), .phase(_, let journey), .journey(let journey): journey
    case .workspace: nil
    }
  }

  package var touchpoint: Touchpoint.ID? { if case .touchpoint(let touchpoint, _) = self { touchpoint } else { nil } }
}

extension Workspace {
  /// How tallies name the journey of a question's subject; empty for the workspace.
  package func journeyName(of subject: [Reference]) -> String {
    subject.first?.journey.map { self[$0].name } ?? ""
  }

  /// How tallies name what a question is about within its journey: a touchpoint, a phase or `a+b`; empty for the journey.
  package func touchpointName(of subject: [Reference]) -> String {
    subject.compactMap { reference in
      switch reference {
      case .touchpoint(let touchpoint, let journey): self[journey][touchpoint].name
      case .phase(let phase, let journey): self[journey][phase].name
      case .journey, .workspace: nil
      }
    }.joined(separator: "+")
  }
}
