internal import JourneySource

/// Journeys of more touchpoints, arrows or feelings than a map can have. They are checked and scored like any other.
func wideMap(of journey: Journey) -> [Diagnostic] {
  journey.isDuplicate || journey.isDrawn ? [] : [.mapTooWide(journey)]
}

extension Diagnostic {
  fileprivate static func mapTooWide(_ journey: Journey) -> Self {
    let (what, count, most) =
      if journey.touchpoints.count > Limits.map {
        ("touchpoints", journey.touchpoints.count, Limits.map)
      } else if journey.arrows.count > Limits.mapArrows {
        ("arrows", journey.arrows.count, Limits.mapArrows)
      } else {
        ("feelings, its touchpoints times the personas who feel differently", journey.feelings, Limits.mapFeelings)
      }
    return .init(
      .mapTooWide, at: journey.span,
      "this journey has \(count) \(what); a map has at most \(most), so none is drawn",
      help: "split it into journeys that open each other: touchpoint pay \"Pays\" opens paying")
  }
}

extension Rule {
  static let mapTooWide = Rule(
    "map-too-wide", .error,
    "A journey has more than 20,000 touchpoints, 40,000 arrows or 200,000 feelings, and no map is drawn of it.",
    why: """
      Such a map would be wider than a kilometre, or a file of hundreds of megabytes. No browser opens its page. There
      are so many arrows where a joint has hundreds of touchpoints on both sides, because each one leads to each.
      Feelings are the points of a line for each persona who feels differently, through all touchpoints. The journey is
      still checked and scored, and the other journeys are drawn.

      Split it into journeys that open each other, or look at what made the file.
      """,
    example: "", instead: "")
}
