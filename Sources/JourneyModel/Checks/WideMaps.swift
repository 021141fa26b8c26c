internal import JourneySource

/// Journeys of more touchpoints or arrows than a map can have. They are checked and scored like any other.
func wideMap(of journey: Journey) -> [Diagnostic] {
  journey.isDuplicate || journey.isDrawn ? [] : [.mapTooWide(journey)]
}

extension Diagnostic {
  fileprivate static func mapTooWide(_ journey: Journey) -> Self {
    let isWide = journey.touchpoints.count > Limits.map
    let (count, most) = isWide ? (journey.touchpoints.count, Limits.map) : (journey.arrows.count, Limits.mapArrows)
    return .init(
      .mapTooWide, at: journey.span,
      "this journey has \(count) \(isWide ? "touchpoints" : "arrows"), and a map has at most \(most); it is not drawn",
      help: "split it into journeys that open each other: touchpoint pay \"Pays\" opens paying")
  }
}

extension Rule {
  static let mapTooWide = Rule(
    "map-too-wide", .error, "A journey has more than 20,000 touchpoints or 40,000 arrows, and no map is drawn of it.",
    why: """
      Such a map would be wider than a kilometre or a file of hundreds of megabytes, and no browser opens its page. Arrows
      become so many where a joint has hundreds of touchpoints on both sides, each of which leads to each. The journey is checked and scored, and
      the others are drawn.

      Split it into journeys that open each other, or look at what made the file.
      """,
    example: "", instead: "")
}
