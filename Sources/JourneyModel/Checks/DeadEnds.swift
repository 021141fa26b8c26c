internal import JourneySource

/// Touchpoints that a customer can enter but never leave.
///
/// Where the written order ends is no dead end, nor is the last touchpoint of a flow; nor one that opens another journey.
/// A touchpoint that is not reached at all is reported as that.
func deadEnds(in journey: Journey, _ network: Network) -> [Diagnostic] {
  var reached = Array(repeating: false, count: journey.touchpoints.count)
  network.reach(from: network.starts(of: journey), marking: &reached)
  let ends = reached.indices.filter { reached[$0] && !network.isLeft($0) && journey.touchpoints[$0].opens == nil }
  var rightful = Set(journey.course.followsWrittenOrder ? journey.writtenEnds() : [])
  if !journey.course.followsWrittenOrder, let last = ends.last(where: { !journey.touchpoints[$0].isAside }) ?? ends.last
  {
    rightful.insert(last)
  }
  return ends.filter { !rightful.contains($0) }.map { .deadEnd(journey.touchpoints[$0]) }
}

extension Diagnostic {
  fileprivate static func deadEnd(_ touchpoint: Touchpoint) -> Self {
    .init(
      .deadEnd, at: touchpoint.span, "the flow never leaves \"\(touchpoint.title)\"",
      help: "write the arrow that leads on, or \"\(touchpoint.referenceText) -> exit\" where customers leave")
  }
}

extension Rule {
  static let deadEnd = Rule(
    "dead-end", .warning, "Customers enter a touchpoint and never leave it, though the journey goes on elsewhere.",
    why: """
      A dead end is usually a missing arrow: customers call for help, and the flow does not say where they go from
      there. If the journey really ends there, the flow should say so, because then it counts as drop-off.

      Write the arrow that leads on. Where the journey ends there, write `complain -> exit "Gives up"`.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
          touchpoint pay "Pays"
          touchpoint complain "Complains" aside
        }
        flow {
          as-written
          order -> complain : "waits too long"
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
          touchpoint pay "Pays"
          touchpoint complain "Complains" aside
        }
        flow {
          as-written
          order -> complain : "waits too long"
          complain -> exit "Gives up"
        }
      }

      """)
}
