package import JourneyKit
internal import JourneyMetrics
package import JourneyModel
internal import JourneyReview
package import JourneySource
internal import JourneyWords

/// A line of small text that an editor shows above a declaration.
package struct MarginLens: Sendable, Equatable {
  /// The declaration.
  package let span: Span
  package let title: String
}

extension LiveSnapshot {
  /// Above each journey how much there is of it and its figure as a whole; above each action what it should change, and
  /// what it did.
  package func lenses(in file: FileID) -> [MarginLens] {
    let journeys = workspace.journeys.filter { $0.span.file == file }.map {
      MarginLens(span: $0.span, title: ([Self.size(of: $0)] + figure(of: $0)).joined(separator: " · "))
    }
    let actions = annotated.standingActions.filter { $0.action.span.file == file }.compactMap { reviewed in
      let spoken = SpokenAction(reviewed, in: workspace)
      let parts = [spoken.expected.map { "expected: \($0)" }, spoken.verdict.map { "observed: \($0)" }].compactMap(
        \.self)
      return parts.isEmpty
        ? nil : MarginLens(span: reviewed.action.span, title: parts.joined(separator: " · "))
    }
    return (journeys + actions).sorted { $0.span.start < $1.span.start }
  }

  private static func size(of journey: Journey) -> String {
    let (phases, touchpoints) = (journey.phases.count, journey.touchpoints.count)
    return
      "\(phases) \(phases == 1 ? "phase" : "phases") · \(touchpoints) \(touchpoints == 1 ? "touchpoint" : "touchpoints")"
  }

  private func figure(of journey: Journey) -> [String] {
    guard !journey.isPlanned, let score = annotated.journeys.at(journey.id.value)?.overall.headline,
      let printed = score.printed(in: .english)
    else { return [] }
    return ["\(score.metric.rawValue) \(printed.value) · \(Words.english.n(score.n))"]
  }

  /// The journey that is named at a place.
  package func journey(at offset: Int, in file: FileID) -> Journey? {
    guard let symbol = occurrence(at: offset, in: file)?.symbol, symbol.kind == .journey else { return nil }
    return workspace.journeys.at(symbol.index)
  }
}
