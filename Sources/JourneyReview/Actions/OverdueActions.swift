package import JourneyMetrics
internal import JourneyModel
package import JourneySource
internal import JourneySyntax

/// Actions still open though there are answers, or records of goals, of a time after their day.
///
/// The data say what day it is, never the clock, so that the same files give the same findings.
package func overdueActions(in annotated: AnnotatedWorkspace) -> [Diagnostic] {
  annotated.workspace.everyAction.compactMap { action in
    guard let due = action.due, let asOf = annotated.newest(for: action.subject.journey), action.isOverdue(asOf)
    else { return nil }
    return .overdueAction(action, due: due, asOf: asOf)
  }
}

extension Diagnostic {
  fileprivate static func overdueAction(_ action: Action, due: Period, asOf: Period) -> Self {
    .init(
      .overdueAction, at: action.span,
      "action \"\(action.title)\" was due \(due) and is still \(action.status.rawValue); the newest data are of \(asOf)",
      help: "write \"status done\" and when it was \"finished\", a later \"due\", or \"status dropped\"")
  }
}

extension Rule {
  /// The findings of this phase.
  package static let reviewCatalog = [overdueAction, tooFewAnswers]

  static let overdueAction = Rule(
    "overdue-action", .warning, "An action is still open after its due date.",
    why: """
      An action that nobody closes is forgotten, and the review cannot say whether it helped. "Today" is the date of \
      the newest data of its journey, not the clock: the newest answers, or the newest records of its goals.

      Say that it is done and when it was finished, give it a new date, or drop it.
      """,
    example: """
      journey coffee "Buying a coffee" {
        goal loyal "They come back" {
          kpi retention
          record 2026-09 40%
        }
        phase inside "Inside" {
          touchpoint order "Orders" owner bar
        }
        action till "A second till at noon" {
          for order
          owner bar
          goal loyal
          status doing
          due 2026-06-30
        }
      }
      department bar "Bar"

      """,
    instead: """
      journey coffee "Buying a coffee" {
        goal loyal "They come back" {
          kpi retention
          record 2026-09 40%
        }
        phase inside "Inside" {
          touchpoint order "Orders" owner bar
        }
        action till "A second till at noon" {
          for order
          owner bar
          goal loyal
          status done
          due 2026-06-30
          finished 2026-06-28
        }
      }
      department bar "Bar"

      """)
}
