import JourneyKit

/// Prints what to fix first in each journey of a workspace, and what got worse.
///
///     swift run priorities ../../journeys
@main struct Priorities {
  static func main() throws {
    let files = try WorkspaceFiles.read(Array(CommandLine.arguments.dropFirst()))
    for finding in Waymark.check(files).all where finding.severity == .error {
      let place = finding.place.map { "\($0.path):\($0.start.line): " } ?? ""
      print("\(place)\(finding.message)")
    }
    let workspace = try Waymark.review(files).facts
    for journey in workspace.journeys where !journey.isPlanned {
      print("\(journey.title), \(journey.period ?? "no answers yet")")
      for touchpoint in journey.priorities.prefix(3) { print("  \(line(touchpoint, in: workspace))") }
      for touchpoint in journey.touchpoints {
        for score in touchpoint.scores {
          guard let figure = score.figure, let change = score.change, change.isClear, worse(change, score.metric)
          else { continue }
          print("  worse since \(change.from): \(touchpoint.title), \(score.metric.rawValue) \(rounded(figure.value))")
        }
      }
    }
  }

  /// `1. Waits for the courier (Courier partner), clear`.
  static func line(_ touchpoint: TouchpointFacts, in workspace: WorkspaceFacts) -> String {
    let owner = workspace.departments.first { $0.name == touchpoint.owner }?.title ?? "nobody"
    let rank = touchpoint.priority?.rank.map { "\($0). " } ?? ""
    let certainty = touchpoint.priority?.certainty.map { ", \($0.rawValue)" } ?? ""
    return "\(rank)\(touchpoint.title) (\(owner))\(certainty)"
  }

  /// Times should be short, everything else high.
  static func worse(_ change: ChangeFacts, _ metric: MetricKind) -> Bool {
    metric == .resolution ? change.difference > 0 : change.difference < 0
  }

  static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
