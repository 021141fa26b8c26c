internal import JourneySource

/// Measured touchpoints whose only target is the metric's default: one note a journey and metric.
func defaultTargets(in workspace: Workspace, tallied: Measurements) -> [Diagnostic] {
  var measured = tallied
  for feedback in workspace.feedbacks { feedback.note(in: &measured) }
  var findings: [Diagnostic] = []
  for journey in workspace.journeys {
    for metric in Metric.allCases {
      let known = measured.touchpoints(metric, of: journey.id)
      guard !known.isEmpty else { continue }
      let touchpoints = journey.touchpoints.indices.filter {
        known.contains(Touchpoint.ID($0))
          && workspace.target(metric, of: journey.touchpoints[$0], in: journey)?.isDefault == true
      }
      if let first = touchpoints.first {
        findings.append(.defaultTarget(metric, journey.touchpoints[first], others: touchpoints.count - 1))
      }
    }
  }
  return findings
}

extension Feedback {
  /// Notes what it asks at single touchpoints; a question over several ranks none of them.
  fileprivate func note(in measured: inout Measurements) {
    let tabled = touchpointRows.compactMap { row -> [Reference]? in
      if case .subject(let subject) = row.meaning { subject } else { nil }
    }
    for question in questions {
      for subject in question.subject.map({ [$0] }) ?? tabled {
        guard subject.count == 1, case .touchpoint(let touchpoint, let journey) = subject[0] else { continue }
        measured.insert(question.metric, journey: journey, touchpoint: touchpoint)
      }
    }
  }
}

extension Diagnostic {
  fileprivate static func defaultTarget(_ metric: Metric, _ touchpoint: Touchpoint, others: Int) -> Self {
    let target = metric == .resolution ? "<= 2d" : metric == .csat ? ">= 85%" : ">= 80%"
    let figure = metric == .resolution ? "2 days" : metric == .csat ? "85 %" : "80 %"
    let more = others == 0 ? "" : others == 1 ? " and one other touchpoint" : " and \(others) other touchpoints"
    return .init(
      .defaultTarget, at: touchpoint.span,
      "\"\(touchpoint.title)\"\(more) \(others == 0 ? "has" : "have") no target for \(metric.rawValue); the default, \(figure), is used",
      help: "write your own, here or for the whole workspace: target \(metric.rawValue) \(target)")
  }
}

extension Rule {
  static let defaultTarget = Rule(
    "default-target", .note, "Touchpoints are measured, but no target says what is good enough.",
    why: """
      Colours and priorities compare each figure with its target. Without a target, Waymark uses a default: csat 85 %,
      effort and fcr 80 %, resolution 2 days. Your customers may expect something else.

      Write a `target` in the workspace, the journey, the phase or the touchpoint. The nearest one is used. If the
      default suits you, write it down. Then everybody knows that you chose it.
      """,
    example: """
      journey coffee "Buying a coffee" {
        phase inside "Inside" {
          touchpoint order "Orders"
        }
      }

      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee/order scale 1..5
      }

      """,
    instead: """
      journey coffee "Buying a coffee" {
        target csat >= 85%
        phase inside "Inside" {
          touchpoint order "Orders"
        }
      }

      feedback after "After the visit" {
        file "private/after.csv"
        period 2026-Q3
        answer csat "Q1" of coffee/order scale 1..5
      }

      """)
}
