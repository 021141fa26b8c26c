internal import JourneySource

/// Touchpoints without an owner.
///
/// While a workspace names no department at all it is a sketch, and one note says so. A journey none of whose
/// touchpoints has an owner gets one finding, not one each.
func missingOwners(in workspace: Workspace) -> [Diagnostic] {
  // Who owns what is often open in a draft.
  let journeys = workspace.journeys.filter { !$0.touchpoints.isEmpty && !$0.isDraft }
  guard !workspace.departments.isEmpty else { return journeys.first.map { [.nobody(in: $0)] } ?? [] }
  return journeys.flatMap { journey -> [Diagnostic] in
    let orphans = journey.touchpoints.filter { $0.owner == nil && !$0.isOwnerUnknown }
    let nobody = orphans.count == journey.touchpoints.count && orphans.count > 1
    return nobody ? [.missingOwners(of: journey)] : orphans.map { .missingOwner($0) }
  }
}

extension Diagnostic {
  fileprivate static func nobody(in journey: Journey) -> Self {
    .init(
      .noOwners, at: journey.span, "no touchpoint has an owner yet",
      help: "write a department after it, such as: owner support")
  }

  fileprivate static func missingOwners(of journey: Journey) -> Self {
    .init(
      .missingOwner, at: journey.span, "no touchpoint of \"\(journey.name)\" has an owner",
      help: "write a department after each, such as: owner support")
  }

  fileprivate static func missingOwner(_ touchpoint: Touchpoint) -> Self {
    .init(
      .missingOwner, at: touchpoint.span, "\"\(touchpoint.title)\" has no owner",
      help: "write the department after it, such as: owner support")
  }
}

extension Rule {
  static let missingOwner = Rule(
    "missing-owner", .warning, "A touchpoint has no owner, in a workspace that has departments.",
    why: """
      If nobody owns a touchpoint, nobody fixes it. The owner is one department, and the touchpoint or its phase names
      it. The journey cannot, because journeys break at hand-offs between departments. Departments that help come after
      `with`.

      Write `owner` and the department. If two share it, decide on one: the other one helps. A draft
      may do without.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders" owner bar
          touchpoint pay "Pays"
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders" owner bar
          touchpoint pay "Pays" owner bar
        }
      }

      """)

  static let noOwners = Rule(
    "no-owners", .note, "No touchpoint of the workspace says who owns it.",
    why: """
      That is fine for a first sketch. Waymark needs owners to show hand-offs, department cards and owned actions. So
      add them when the map goes to the people it is about.

      Write `owner` and a department after a touchpoint. As soon as one touchpoint has an owner, each touchpoint without
      one is a warning.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders" owner bar
        }
      }

      """)
}
