internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import Markup

/// The workspace as the XML document that the index's template reads; described in `docs/templates.md`.
struct WorkspaceDocument {
  let workspace: Workspace
  /// The journeys that are rendered, with what is said of each.
  let drawings: [(drawing: MapDrawing, ranking: Ranking)]

  /// How many of the weakest touchpoints are listed.
  private static let most = 10

  func element() -> Element {
    let touchpoints = drawings.reduce(0) { $0 + $1.drawing.journey.touchpoints.count }
    let measured = drawings.reduce(0) { $0 + $1.drawing.annotated.touchpoints.count(where: \.isMeasured) }
    return Element(
      "workspace",
      [
        "title": workspace.title ?? "Customer journeys", "language": workspace.language,
        "period": drawings.compactMap(\.drawing.annotated.period).max()?.spoken, "touchpoints": String(touchpoints),
        "measured": String(measured),
      ]
    ) {
      drawings.map { journey($0.drawing) }
      weakest()
      blindSpots()
      workspace.departments.indices.compactMap { department(Department.ID($0)) }
      Element("note") {
        "Touchpoints are ranked by burden: how far customers’ answers fall short of the targets, times importance, "
          + "times the share of customers who meet them. Every share carries Wilson’s 95% interval."
      }
    }
  }

  private func journey(_ drawing: MapDrawing) -> Element {
    let annotated = drawing.annotated
    return Element(
      "journey",
      [
        "name": drawing.journey.name, "title": drawing.journey.title, "href": "\(drawing.journey.name).html",
        "state": drawing.journey.state.rawValue, "period": annotated.period?.spoken,
        "owner": drawing.journey.owner.map { workspace[$0].title }, "from": drawing.journey.from,
        "to": drawing.journey.to, "touchpoints": String(drawing.journey.touchpoints.count),
        "measured": String(annotated.touchpoints.count(where: \.isMeasured)),
      ]
    ) {
      Element("takeaway", [:], children: [.text(drawing.takeaway)])
    }
  }

  /// Of all journeys, by burden; ties in declared order.
  private func weakest() -> [Element] {
    let all = drawings.enumerated().flatMap { index, entry in
      entry.ranking.ranked.filter { $0.burden > 0 }.map { (index: index, ranked: $0) }
    }
    let sorted = all.sorted { a, b in
      (b.ranked.burden, a.index, a.ranked.touchpoint.value) < (a.ranked.burden, b.index, b.ranked.touchpoint.value)
    }
    return sorted.prefix(Self.most).enumerated().compactMap { place, entry in
      let drawing = drawings[entry.index].drawing
      guard let part = entry.ranked.parts.max(by: { $0.weight * $0.shortfall < $1.weight * $1.shortfall }) else {
        return nil
      }
      let score = drawing.annotated.touchpoints[entry.ranked.touchpoint.value][part.metric]
      return Element(
        "weakest",
        [
          "rank": String(place + 1), "title": drawing.journey[entry.ranked.touchpoint].title,
          "journey": drawing.journey.title, "href": href(entry.ranked.touchpoint, of: drawing),
          "owner": drawing.journey[entry.ranked.touchpoint].owner.map { workspace[$0].title },
          "metric": part.metric.rawValue, "label": part.metric.title,
          "text": score.figure.map { figure in
            part.metric.text(figure.value) + (figure.interval.map { " (\(part.metric.text($0)))" } ?? "")
          },
          "value": score.figure.map { number($0.value) }, "low": score.figure?.interval.map { number($0.lowerBound) },
          "high": score.figure?.interval.map { number($0.upperBound) }, "n": Numbers.decimal(Double(score.n)),
          "burden": number(entry.ranked.burden),
        ])
    }
  }

  private func blindSpots() -> [Element] {
    drawings.flatMap { entry in
      entry.ranking.blindSpots.map { id in
        let touchpoint = entry.drawing.journey[id]
        return Element(
          "blind-spot",
          [
            "title": touchpoint.title, "journey": entry.drawing.journey.title, "href": href(id, of: entry.drawing),
            "owner": touchpoint.owner.map { workspace[$0].title }, "importance": touchpoint.importance.map(String.init),
          ])
      }
    }
  }

  /// A department's touchpoints over all journeys; nil where it owns none.
  private func department(_ id: Department.ID) -> Element? {
    var owned: [(drawing: MapDrawing, touchpoint: Touchpoint.ID)] = []
    var handOffs = 0
    for (drawing, _) in drawings {
      for index in drawing.journey.touchpoints.indices where drawing.journey.touchpoints[index].owner == id {
        owned.append((drawing, Touchpoint.ID(index)))
      }
      handOffs += drawing.journey.arrows.count { arrow in
        drawing.journey.handOff(arrow).map { $0.from == id || $0.to == id } ?? false
      }
    }
    guard !owned.isEmpty else { return nil }
    let measured = owned.count { $0.drawing.annotated.touchpoints[$0.touchpoint.value].isMeasured }
    return Element(
      "department",
      [
        "name": workspace[id].name, "title": workspace[id].title, "touchpoints": String(owned.count),
        "measured": String(measured), "hand-offs": String(handOffs),
      ]
    ) {
      owned.map { drawing, touchpoint in
        let shown = drawing.annotated.touchpoints[touchpoint.value].scores.first { $0.figure != nil }
        return Element(
          "touchpoint",
          [
            "title": drawing.journey[touchpoint].title, "journey": drawing.journey.title,
            "href": href(touchpoint, of: drawing), "label": shown?.metric.title,
            "text": shown.flatMap { score in score.figure.map { score.metric.phrase($0.value) } },
            "n": shown.map { Numbers.decimal(Double($0.n)) }, "state": shown?.state.rawValue,
          ])
      }
    }
  }

  private func href(_ touchpoint: Touchpoint.ID, of drawing: MapDrawing) -> String {
    "\(drawing.journey.name).html#\(drawing.id(of: touchpoint))"
  }
}
