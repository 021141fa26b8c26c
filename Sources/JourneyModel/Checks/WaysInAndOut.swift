internal import JourneySource

/// Flows that only go round: without a way in, or without a way out.
///
/// With `as-written` a journey begins and ends where its writing does, whatever arrows lead back.
func waysInAndOut(of journey: Journey, _ network: Network) -> [Diagnostic] {
  guard !journey.course.followsWrittenOrder else { return [] }
  let mentioned = journey.touchpoints.indices.filter { network.isMentioned($0) }
  guard !mentioned.isEmpty else { return [] }
  var findings: [Diagnostic] = []
  if mentioned.allSatisfy({ network.incoming[$0] > 0 && !network.entered[$0] }) { findings.append(.noWayIn(journey)) }
  let isEnd = { (index: Int) in
    network.leavesByExit[index] || !network.isLeft(index) || journey.touchpoints[index].opens != nil
  }
  if !mentioned.contains(where: isEnd) { findings.append(.noWayOut(journey)) }
  return findings
}

extension Diagnostic {
  fileprivate static func noWayIn(_ journey: Journey) -> Self {
    .init(
      .noWayIn, at: journey.span, "the flow of \"\(journey.name)\" has no beginning",
      help: "write where customers come in: entry -> …")
  }

  fileprivate static func noWayOut(_ journey: Journey) -> Self {
    .init(
      .noWayOut, at: journey.span, "the flow of \"\(journey.name)\" never ends",
      help: "write where customers leave: … -> exit")
  }
}

extension Rule {
  static let noWayIn = Rule(
    "no-way-in", .warning, "In this flow, every touchpoint comes after another one.",
    why: """
      The arrows only go round. So Waymark cannot know where the journey begins, and cannot check whether customers
      reach a touchpoint.

      Write where they come in: `entry -> order`, or begin the flow with `as-written`.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
          touchpoint drink "Drinks"
        }
        flow {
          order -> drink
          drink -> order : "another one"
          drink -> exit
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
          touchpoint drink "Drinks"
        }
        flow {
          entry -> order -> drink
          drink -> order : "another one"
          drink -> exit
        }
      }

      """)

  static let noWayOut = Rule(
    "no-way-out", .warning, "In this flow, every touchpoint is followed by another one.",
    why: """
      The arrows only go round, so the journey never ends. Customers do leave, and it is worth knowing where.

      Write where they leave: `drink -> exit`, or begin the flow with `as-written`.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
          touchpoint drink "Drinks"
        }
        flow {
          entry -> order -> drink
          drink -> order : "another one"
        }
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
          touchpoint drink "Drinks"
        }
        flow {
          entry -> order -> drink
          drink -> order : "another one"
          drink -> exit
        }
      }

      """)
}
