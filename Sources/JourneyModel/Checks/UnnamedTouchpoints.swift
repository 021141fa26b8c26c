internal import JourneySource

/// Touchpoints without a written name that a flow, a feedback or an action refers to.
func unnamedTouchpoints(in journey: Journey) -> [Diagnostic] {
  journey.touchpoints.filter { $0.isReferredTo && !$0.isNamed }.map { .unnamed($0) }
}

extension Diagnostic {
  fileprivate static func unnamed(_ touchpoint: Touchpoint) -> Self {
    let name = touchpoint.name.canBeReferredTo ? touchpoint.name : "NAME"
    return .init(
      .unnamedTouchpoint, at: touchpoint.span, "\"\(touchpoint.title)\" is referred to, but has no name of its own",
      help: "write: touchpoint \(name) \"\(touchpoint.title)\"")
  }
}

extension Rule {
  static let unnamedTouchpoint = Rule(
    "unnamed-touchpoint", .note, "A touchpoint without a written name that a flow, an action or an answer refers to.",
    why: """
      A name that is left out is made from the title: "Sees the sign" is `sees-the-sign`. As soon as something refers to
      it, a better title would break that, and answers that were counted under the old one would be lost.

      Write the name before the title. Then the title can change as it likes.
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
