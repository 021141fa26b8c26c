internal import JourneySource

/// Touchpoints without a written name that a flow, a feedback or an action refers to.
func unnamedTouchpoints(in journey: Journey) -> [Diagnostic] {
  journey.touchpoints.filter { $0.isReferredTo && !$0.isNamed }.map { .unnamed($0) }
}

extension Diagnostic {
  fileprivate static func unnamed(_ touchpoint: Touchpoint) -> Self {
    let isName = touchpoint.name.canBeReferredTo
    let name = isName ? touchpoint.name : "NAME"
    return .init(
      .unnamedTouchpoint, at: touchpoint.span, "\"\(touchpoint.title)\" has no written name, but a line refers to it",
      help: "write: touchpoint \(name) \"\(touchpoint.title)\"",
      fix: isName ? .put(name, before: touchpoint.span) : nil)
  }
}

extension Rule {
  static let unnamedTouchpoint = Rule(
    "unnamed-touchpoint", .note, "A flow, an action or an answer refers to a touchpoint that has no written name.",
    why: """
      If you leave out a name, Waymark makes it from the title: "Sees the sign" is `sees-the-sign`. If something refers
      to it, a better title would break that. Answers that were counted under the old name would be lost.

      Write the name before the title. Then you can change the title as you like.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint "Orders"
          touchpoint pay "Pays"
        }
        flow {
          orders -> pay
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
          touchpoint pay "Pays"
        }
        flow {
          order -> pay
        }
      }

      """)
}
