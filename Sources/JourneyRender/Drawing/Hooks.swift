internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyWords
internal import Markup

/// What the page's script takes hold of, as `data-` attributes; an SVG file has none of it.
///
/// `data-at` says at which touchpoints a thing stands, by their place in the journey, `data-from` and `data-to` which
/// ones an arrow joins, `data-hand` that it hands over, `data-for` for whom alone it is.
extension MapDrawing {
  func hook(_ value: @autoclosure () -> String?) -> String? { live == nil ? nil : value() }

  func at(_ touchpoints: [Touchpoint.ID]) -> String? {
    hook(touchpoints.map { String($0.value) }.joined(separator: " "))
  }

  /// How strongly something at touchpoints is drawn, where only those of a tag are looked at.
  func fade(_ touchpoints: [Touchpoint.ID]) -> String? {
    guard workspace.tag != nil, !touchpoints.isEmpty else { return nil }
    return touchpoints.contains { workspace.isChosen(journey[$0]) } ? nil : "0.2"
  }

  func audience(_ audience: Audience) -> String? { live?.tokens(of: audience, in: workspace) }

  func hooks(of id: Touchpoint.ID, _ attributes: Attributes) -> Attributes {
    guard let live else { return attributes }
    let touchpoint = journey[id]
    let owners = ([touchpoint.owner].compactMap(\.self) + touchpoint.helpers).map { workspace[$0].name }
    var attributes = attributes
    attributes.append("data-at", String(id.value))
    attributes.append("data-name", touchpoint.name)
    attributes.append("data-for", live.tokens(of: touchpoint.audience, in: workspace))
    attributes.append("data-channel", tokens(touchpoint.channels.map { workspace[$0].name }))
    attributes.append("data-department", tokens(owners))
    attributes.append("data-tag", tokens(touchpoint.tags))
    return attributes
  }

  func hooks(of arrow: Int, _ attributes: Attributes = [:]) -> Attributes {
    guard let live else { return attributes }
    let arrow = journey.arrows[arrow]
    var attributes = attributes
    attributes.append("data-from", column(arrow.from))
    attributes.append("data-to", column(arrow.to))
    attributes.append("data-hand", arrow.handOff == nil ? nil : "")
    attributes.append("data-for", live.tokens(of: arrow.audience, in: workspace))
    return attributes
  }

  private func column(_ end: Arrow.End) -> String? {
    if case .touchpoint(let id) = end { String(id.value) } else { nil }
  }

  private func tokens(_ names: [String]) -> String? { names.isEmpty ? nil : names.joined(separator: " ") }
}

extension MapDrawing {
  /// Of the lanes, top to bottom, each name once; last the one that is shown when it is asked for.
  var laneNames: [(name: String, set: LaneSet?)] {
    var names: [(name: String, set: LaneSet?)] = []
    for lane in map.lanes + [map.folded].compactMap(\.self) {
      if let name = lane.labels.first?.text, !names.contains(where: { $0.name == name }) {
        names.append((name, LaneSet(lane.id)))
      }
    }
    return names
  }
}

extension PlacedMap {
  /// The metric that the tiles show.
  var lead: Metric? {
    for case .tiles(let metric, _) in lanes.lazy.map(\.content) { return metric }
    return nil
  }
}
