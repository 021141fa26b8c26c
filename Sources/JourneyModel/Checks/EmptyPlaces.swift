internal import JourneySource

/// Phases without touchpoints and journeys without any: notes, for that is how one begins. A file with mistakes may
/// hold them all the same.
func emptyPlaces(in journey: Journey) -> [Diagnostic] {
  if journey.isBroken { return [] }
  if journey.touchpoints.isEmpty { return [.emptyJourney(journey)] }
  return journey.phases.filter(\.touchpoints.isEmpty).map { .emptyPhase($0) }
}

extension Journey {
  /// By its name, or by its title where the name is only made up.
  fileprivate var named: String { "journey \"\(name.canBeReferredTo ? name : title)\"" }
}

extension Diagnostic {
  fileprivate static func emptyJourney(_ journey: Journey) -> Self {
    .init(
      .emptyJourney, at: journey.span, "\(journey.named) has no touchpoints yet",
      help: "write one into a phase: touchpoint sign \"Sees the sign\"")
  }

  fileprivate static func emptyPhase(_ phase: Phase) -> Self {
    .init(
      .emptyPhase, at: phase.span, "phase \"\(phase.title)\" has no touchpoints yet",
      help: "write one into it, or delete the phase")
  }
}

extension Rule {
  static let emptyJourney = Rule(
    "empty-journey", .note, "A journey has no touchpoints.",
    why: """
      A map is made of touchpoints: the moments at which a customer meets you, or misses you. Without one there is
      nothing to draw yet.

      Write a phase, and a touchpoint into it.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside"
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
        }
      }

      """)

  static let emptyPhase = Rule(
    "empty-phase", .note, "A phase has no touchpoints.",
    why: """
      A phase is as wide as its touchpoints, so a phase without touchpoints is not drawn. An arrow to it leads nowhere.

      Write a touchpoint into it, or delete it.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
        }
        phase after "After"
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
        }
        phase after "After" {
          touchpoint drink "Drinks"
        }
      }

      """)
}
