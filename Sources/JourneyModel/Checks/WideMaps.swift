internal import JourneySource

/// Journeys of more touchpoints than a map can have. They are checked and scored like any other.
func wideMap(of journey: Journey) -> [Diagnostic] {
  journey.isDuplicate || journey.isDrawn ? [] : [.mapTooWide(journey)]
}

extension Diagnostic {
  fileprivate static func mapTooWide(_ journey: Journey) -> Self {
    .init(
      .mapTooWide, at: journey.span,
      "this journey has \(journey.touchpoints.count) touchpoints, and a map has at most \(Limits.map); it is not drawn",
      help: "split it into journeys that open each other: touchpoint pay \"Pays\" opens paying")
  }
}

extension Rule {
  static let mapTooWide = Rule(
    "map-too-wide", .error, "A journey has more than 20,000 touchpoints, and no map is drawn of it.",
    why: """
      Such a map would be wider than a kilometre, and no browser opens its page. The journey is checked and scored, and
      the others are drawn.

      Split it into journeys that open each other, or look at what made the file.
      """,
    example: "", instead: "")
}
