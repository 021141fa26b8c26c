internal import JourneySource

/// Touchpoints that the flow never reaches.
///
/// What can only be reached through such a touchpoint is not reported as well. The start is where entries lead and where
/// the written order begins; in a flow without either, the first touchpoint that nothing leads to.
func unreachableTouchpoints(in journey: Journey, _ network: Network) -> [Diagnostic] {
  var reached = Array(repeating: false, count: journey.touchpoints.count)
  network.reach(from: network.starts(of: journey), marking: &reached)
  var findings: [Diagnostic] = []
  func report(_ index: Int) {
    findings.append(.unreachable(journey.touchpoints[index], in: journey))
    network.reach(from: [index], marking: &reached)
  }
  for index in reached.indices where !reached[index] && network.incoming[index] == 0 { report(index) }
  for index in reached.indices where !reached[index] { report(index) }
  return findings.count > 2 ? [.manyUnreachable(findings, in: journey)] : findings
}

extension Diagnostic {
  fileprivate static func unreachable(_ touchpoint: Touchpoint, in journey: Journey) -> Self {
    let name = touchpoint.referenceText
    let line = touchpoint.isAside ? "… -> \(name)" : "entry -> \(name)"
    return .init(
      .unreachableTouchpoint, at: touchpoint.span, "the flow never reaches \"\(touchpoint.title)\"",
      help: touchpoint.isAside
        ? "write the arrow that leads here: \(line)"
        : "write the arrow that leads here, or \"\(line)\" where customers come in")
  }
}

extension Diagnostic {
  /// Many touchpoints that the flow never reaches have one cause, and one finding: mostly the line `as-written` is missing.
  /// It points at the flow, so that it comes behind what is wrong with single touchpoints.
  fileprivate static func manyUnreachable(_ findings: [Diagnostic], in journey: Journey) -> Self {
    let flow = journey.arrows.first { $0.isWritten }?.span ?? journey.span
    return .init(
      .unreachableTouchpoint, at: flow, "the flow never reaches \(findings.count) touchpoints",
      related: findings.prefix(3).compactMap { finding in finding.span.map { .init($0, finding.message) } },
      help: journey.course.followsWrittenOrder
        ? "write the arrows that lead to them"
        : "write \"as-written\" on a line of the flow, and customers take them in the order written")
  }
}

extension Touchpoint {
  /// How a flow refers to it: by name, else by title.
  var referenceText: String { isNamed || name.canBeReferredTo ? name : "\"\(title)\"" }
}

extension Rule {
  static let unreachableTouchpoint = Rule(
    "unreachable-touchpoint", .warning, "The flow never reaches a touchpoint.",
    why: """
      Once a journey has a `flow`, only its lines count. Here no arrow leads to the touchpoint, or only arrows from
      touchpoints that nobody reaches. On the map it would look as if customers came from nowhere. Mostly an arrow is
      missing. Or the line `as-written` is missing, which adds the written order of touchpoints (`aside` ones left out).

      Write the arrow. Where customers come in there, write `entry -> order`.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
          touchpoint pay "Pays"
          touchpoint complain "Complains" aside
        }
        flow {
          order -> pay
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
          order -> pay
          order -> complain : "waits too long"
          complain -> pay
        }
      }

      """)
}
