internal import JourneySource

/// Actions that nobody can be asked about: without an owner, a due date or a goal, or done without saying when.
func incompleteActions(in workspace: Workspace) -> [Diagnostic] {
  (workspace.journeys.flatMap(\.actions) + workspace.actions).compactMap { action in
    let missing = action.missing
    return missing.isEmpty ? nil : .incompleteAction(action, missing)
  }
}

extension Action {
  /// What it does not say; nothing is asked of one that was dropped.
  fileprivate var missing: [(noun: String, example: String)] {
    guard status != .dropped, !isBroken else { return [] }
    var missing: [(String, String)] = []
    if owner == nil, !isOwnerUnknown { missing.append(("owner", "owner support")) }
    if due == nil { missing.append(("due date", "due 2026-12-31")) }
    if goal == nil, !isGoalUnknown { missing.append(("goal", "goal retention")) }
    if status == .done, finished == nil { missing.append(("date on which it was finished", "finished 2026-11-30")) }
    return missing
  }
}

extension Diagnostic {
  fileprivate static func incompleteAction(_ action: Action, _ missing: [(noun: String, example: String)]) -> Self {
    let nouns = missing.map(\.noun)
    let list = nouns.count < 2 ? nouns.joined() : nouns.dropLast().joined(separator: ", ") + " or " + (nouns.last ?? "")
    return .init(
      .incompleteAction, at: action.span, "action \"\(action.title)\" has no \(list)",
      help: "write lines such as: " + missing.map(\.example).joined(separator: ", "))
  }
}

extension Rule {
  static let incompleteAction = Rule(
    "incomplete-action", .warning, "An action has no owner, due date or goal, or is done and has no date.",
    why: """
      An action closes the circle: somebody does it by a date, for a goal, and later the data show whether it helped.
      Each missing part opens the circle again. For an action that is `done`, `finished` says from which period on to
      look.

      Write the missing lines. If nobody will do the action, write `status dropped`.
      """,
    example: """
      journey coffee "Buying a coffee" {
        goal loyal "They come back" {
          kpi retention
        }
        phase inside "Inside" {
          touchpoint order "Orders" owner bar
        }
        action till "A second till at noon" {
          for order
          goal loyal
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        goal loyal "They come back" {
          kpi retention
        }
        phase inside "Inside" {
          touchpoint order "Orders" owner bar
        }
        action till "A second till at noon" {
          for order
          owner bar
          goal loyal
          due 2026-12
        }
      }

      """)
}
