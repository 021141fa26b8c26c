internal import JourneySource

/// Touchpoints at which the same people are said to feel two things.
func repeatedFeelings(in journey: Journey, of workspace: Workspace) -> [Diagnostic] {
  let known = workspace.personas.indices.map { Persona.ID($0) }
  return journey.touchpoints.flatMap { touchpoint -> [Diagnostic] in
    guard touchpoint.feels.count > 1 else { return [] }
    var first: [Audience: Span] = [:]
    return touchpoint.feels.compactMap { feeling -> Diagnostic? in
      let people = feeling.audience.inOrder
      guard let before = first[people] else {
        first[people] = feeling.span
        return nil
      }
      let others = touchpoint.feels.flatMap(\.audience.personas)
      let whose = (journey.personas + known).first { !others.contains($0) }
      return .repeatedFeeling(feeling, of: touchpoint, before: before, whose: whose.map { workspace[$0].name })
    }
  }
}

extension Audience {
  /// The same people, in one order however they were written.
  fileprivate var inOrder: Audience {
    var audience = self
    audience.personas.sort { $0.value < $1.value }
    audience.segments.sort { $0.value < $1.value }
    return audience
  }
}

extension Diagnostic {
  fileprivate static func repeatedFeeling(
    _ feeling: Feeling, of touchpoint: Touchpoint, before: Span, whose: String?
  ) -> Self {
    let people = feeling.audience.isEveryone ? "everybody feels" : "the same people feel"
    return .init(
      .repeatedFeeling, at: feeling.span, "\"\(touchpoint.title)\" says twice how \(people) here",
      related: [.init(before, "the first one is here")],
      help: feeling.audience.isEveryone ? "keep one, or \(Self.saying(feeling, whose))" : "keep one of the two")
  }
}

extension Diagnostic {
  /// How to say whose a feeling is; with a persona to declare where there is none left.
  private static func saying(_ feeling: Feeling, _ whose: String?) -> String {
    let line = "feels \(feeling.value > 0 ? "+" : "")\(feeling.value) persona"
    return whose.map { "say who feels it: \(line) \($0)" }
      ?? "declare who feels it at the top level, persona maya \"Maya\", and write: \(line) maya"
  }
}

extension Rule {
  static let repeatedFeeling = Rule(
    "repeated-feeling", .error, "A touchpoint says twice how the same people feel.",
    why: """
      The map draws one feeling for each persona, so one of the two is lost. Often both were meant for different
      personas. A persona on a line of its own restricts the whole touchpoint. A persona after the feeling says who
      feels it.

      Keep one, or write the persona after each feeling.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint queue "Queues" {
            feels -1
            feels +1
          }
        }
      }

      """,
    instead: """
      persona anna "Anna, in a hurry"
      persona tom "Tom, on holiday"

      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint queue "Queues" {
            feels -1 persona anna
            feels +1 persona tom
          }
        }
      }

      """)
}
