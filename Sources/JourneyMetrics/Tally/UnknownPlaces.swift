internal import JourneyModel
internal import JourneySource

/// What tallies count answers about and the workspace does not have: a journey once, with how many of its places there
/// are, and each touchpoint of a journey that is there; with how their figures come home.
struct UnknownPlaces {
  private struct UnknownJourney {
    let order: Int
    let name: String
    let span: Span?
    var touchpoints: [String] = []
  }

  private struct UnknownTouchpoint {
    let order: Int
    let journey: String
    let name: String
    let unknown: TallyNames.Unknown
    let span: Span?
  }

  private var journeys: [UnknownJourney] = []
  private var known: [String: Int] = [:]
  private var touchpoints: [UnknownTouchpoint] = []

  private static let mostFindings = 20

  mutating func add(_ question: Tally.TallyQuestion, _ unknown: TallyNames.Unknown, at span: Span?) {
    guard unknown.kind == "journey" else {
      let order = touchpoints.count + journeys.count
      return touchpoints.append(
        UnknownTouchpoint(
          order: order, journey: question.journey, name: question.touchpoint, unknown: unknown, span: span))
    }
    let index = known[question.journey] ?? journeys.count
    if index == journeys.count {
      known[question.journey] = index
      journeys.append(UnknownJourney(order: touchpoints.count + index, name: question.journey, span: span))
    }
    if !question.touchpoint.isEmpty { journeys[index].touchpoints.append(question.touchpoint) }
  }

  /// Each as tallies name it: `journey/touchpoint`.
  var names: Set<String> {
    Set(
      touchpoints.map { "\($0.journey)/\($0.name)" }
        + journeys.flatMap { one in one.touchpoints.map { "\(one.name)/\($0)" } })
  }

  func findings(in workspace: Workspace) -> [Diagnostic] {
    let most = Self.mostFindings
    let found =
      journeys.prefix { $0.order < most }.map { ($0.order, finding($0, workspace)) }
      + touchpoints.prefix { $0.order < most }.map { ($0.order, finding($0, workspace)) }
    let more = journeys.count + touchpoints.count - found.count
    return found.sorted { $0.0 < $1.0 }.map(\.1) + (more > 0 ? [.moreUnknown(more)] : [])
  }

  /// A journey that was renamed has most of the touchpoints still.
  private func finding(_ journey: UnknownJourney, _ workspace: Workspace) -> Diagnostic {
    let asked = Set(journey.touchpoints)
    let shared = workspace.journeys.map { other in asked.intersection(other.touchpoints.map(\.name)).count }
    let best = shared.indices.max { (shared[$0], -$0) < (shared[$1], -$1) }
    let heir = best.flatMap { shared[$0] > 0 && shared[$0] * 2 >= asked.count ? workspace.journeys[$0].name : nil }
    return .unknownJourney(
      journey.name, places: journey.touchpoints.count, heir: heir,
      nearest: workspace.journeys.map(\.name).closest(to: journey.name), at: journey.span)
  }

  /// A touchpoint that another journey has may have moved there.
  private func finding(_ one: UnknownTouchpoint, _ workspace: Workspace) -> Diagnostic {
    let homes = workspace.journeys.filter { journey in
      journey.name != one.journey && journey.touchpoints.contains { $0.name == one.name }
    }
    return .unknownTouchpoint(one.unknown, of: one.journey, one.name, movedTo: homes.map(\.name), at: one.span)
  }
}

extension Diagnostic {
  fileprivate static func unknownJourney(_ name: String, places: Int, heir: String?, nearest: String?, at span: Span?)
    -> Self
  {
    let count = places > 1 ? ", but the tallies have answers about \(places) of its touchpoints" : ""
    let help: String
    if let heir, heir != nearest {
      help = "was it renamed? Write in the journey \"\(heir)\": was \(name)"
    } else if let nearest {
      help = "did you mean \"\(nearest)\"? If it was renamed, write in the journey: was \(name)"
    } else {
      help = "if it was renamed, write in the journey: was \(name)"
    }
    return Diagnostic(.tallyUnknownName, at: span, "no journey is named \"\(name)\"\(count)", help: help)
  }

  fileprivate static func unknownTouchpoint(
    _ unknown: TallyNames.Unknown, of journey: String, _ touchpoint: String, movedTo homes: [String], at span: Span?
  ) -> Self {
    let help: String
    if let home = homes.first, homes.count == 1 {
      help = "was it moved to \"\(home)\"? Write in the touchpoint there: was \(journey)/\(touchpoint)"
    } else if let nearest = unknown.known.closest(to: unknown.name) {
      help = "did you mean \"\(nearest)\"? If it was renamed, write in the touchpoint: was \(unknown.name)"
    } else {
      help = "if it was renamed, write in the touchpoint: was \(unknown.name)"
    }
    return Diagnostic(.tallyUnknownName, at: span, "no \(unknown.kind) is named \"\(unknown.name)\"", help: help)
  }

  fileprivate static func moreUnknown(_ count: Int) -> Self {
    Diagnostic(.tallyUnknownName, at: nil, "\(count) more names in the tallies are not declared anywhere")
  }
}
