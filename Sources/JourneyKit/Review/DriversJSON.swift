internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneySyntax

extension JSON {
  /// With which touchpoints' answers those about a journey go.
  static func drivers(_ reviewed: ReviewedDrivers, _ journey: Journey) -> JSON {
    let figures = reviewed.figures
    func names(_ subject: MeasuredSubject) -> JSON { .array(subject.touchpoints.map { .string(journey[$0].name) }) }
    return .object([
      ("of", .string(figures.metric.rawValue)), ("state", .string(figures.state.rawValue)),
      ("feedback", .string(figures.feedback)), ("from", .optional(figures.periods.first?.description)),
      ("to", .optional(figures.periods.last?.description)),
      ("explained", figures.state == .fewAnswers ? .null : .decimal(figures.explained, places: 6)),
      ("equalShare", figures.drivers.isEmpty ? .null : .decimal(figures.equalShare, places: 6)),
      (
        "drivers",
        .array(
          reviewed.placed.map { placed in
            let driver = placed.driver
            return .object([
              ("touchpoints", names(driver.subject)), ("metric", .string(driver.metric.rawValue)),
              ("share", .decimal(driver.share, places: 6)), ("low", .decimal(driver.interval.lowerBound, places: 6)),
              ("high", .decimal(driver.interval.upperBound, places: 6)),
              ("correlation", .decimal(driver.correlation, places: 6)), ("n", .integer(driver.n)),
              ("below", .optional(placed.below, places: 6)), ("corner", .optional(placed.corner?.rawValue)),
            ])
          })
      ), ("leftOut", .array(figures.leftOut.map(names))),
    ])
  }
}
