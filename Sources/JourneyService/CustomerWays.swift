package import JourneyKit
internal import JourneyModel
package import JourneySource

/// A touchpoint as a station of customers' ways: where they come from, and where they go.
package struct WayStation: Sendable {
  package let title: String
  package let detail: String
  package let span: Span
  /// The lines of the flow that lead there, or come from there.
  package let lines: [Span]
}

extension LiveSnapshot {
  /// The touchpoint that is named at a place.
  package func station(at offset: Int, in file: FileID) -> WayStation? {
    guard let symbol = occurrence(at: offset, in: file)?.symbol, symbol.kind == .touchpoint,
      let journey = symbol.journey.flatMap({ workspace.journeys.at($0) }),
      let touchpoint = journey.touchpoints.at(symbol.index)
    else { return nil }
    return WayStation(touchpoint, in: journey, lines: [], "")
  }

  /// Where customers come from, or go to, from the touchpoint that is declared at a place; also into the journeys that it
  /// opens, and from those that open this one.
  package func ways(of declaration: Span, isOutgoing: Bool) -> [WayStation] {
    for journey in workspace.journeys {
      guard let index = journey.touchpoints.firstIndex(where: { $0.span == declaration }) else { continue }
      let here = Touchpoint.ID(index)
      let arrows = journey.arrows.filter { (isOutgoing ? $0.from : $0.to) == .touchpoint(here) }
      var stations: [WayStation] = []
      for (other, touchpoint) in journey.touchpoints.enumerated() {
        let between = arrows.filter { (isOutgoing ? $0.to : $0.from) == .touchpoint(Touchpoint.ID(other)) }
        guard !between.isEmpty else { continue }
        stations.append(
          WayStation(
            touchpoint, in: journey, lines: between.filter(\.isWritten).map(\.span),
            between.compactMap(\.share).map { " \(Int(($0 * 100).rounded()))%" }.joined()))
      }
      return stations + opened(from: here, in: journey, isOutgoing)
    }
    return []
  }

  private func opened(from here: Touchpoint.ID, in journey: Journey, _ isOutgoing: Bool) -> [WayStation] {
    if isOutgoing {
      guard let other = journey[here].opens.flatMap({ workspace.journeys.at($0.value) }),
        let first = other.touchpoints.first
      else { return [] }
      return [WayStation(first, in: other, lines: [], " opens")]
    }
    guard here.value == 0 else { return [] }
    return workspace.journeys.flatMap { other in
      other.touchpoints.filter { $0.opens == journey.id }.map { WayStation($0, in: other, lines: [], " opens") }
    }
  }
}

extension WayStation {
  fileprivate init(_ touchpoint: Touchpoint, in journey: Journey, lines: [Span], _ share: String) {
    self.init(title: touchpoint.title, detail: journey.title + share, span: touchpoint.span, lines: lines)
  }
}
