internal import JourneyMetrics
internal import JourneyModel
package import JourneyReview
internal import JourneySyntax

/// The key drivers of a journey in words: what goes with satisfaction or recommendation, and how far below target that is.
package struct SpokenDrivers: Sendable {
  package struct SpokenDriver: Sendable {
    /// From 1, the largest share first.
    package let place: Int
    package let title: String
    /// `12.9% (9.2–16.7%)`: its part of what all of them explain.
    package let share: String
    /// `22 points below its target of 80%`; nil where nothing is shown or aimed at.
    package let standing: String?
    /// Of the picture: its share, and how far it is below its target.
    package let height: Double
    package let below: Double?
    package let corner: ReviewedDrivers.DriverCorner?

    /// `Passes security: 12.9% (9.2–16.7%), 10 points above its target of 80%`.
    package let sentence: String
    /// `Passes security 13%`.
    package let brief: String
  }

  /// Those of one corner, named.
  package struct SpokenCorner: Sendable {
    package let corner: ReviewedDrivers.DriverCorner?
    /// `Fix first`.
    package let name: String
    /// `below target, more than an equal share`.
    package let hint: String
    package let drivers: [SpokenDriver]
  }

  /// `What goes with recommendation`.
  package let title: String
  /// What all of them explain together, of whom and when; or why nothing is shown.
  package let summary: String
  /// What it does not say; empty where nothing is shown.
  package let caveats: [String]
  package let corners: [SpokenCorner]
  /// A share above which a touchpoint moves more than others.
  package let equalShare: Double

  init(_ reviewed: ReviewedDrivers, of journey: Journey, in words: Words) {
    let figures = reviewed.figures
    let metric = figures.metric.name(in: words)
    title = words("What goes with \(metric)")
    equalShare = figures.equalShare
    guard figures.state == .shown else {
      summary = Self.absence(of: figures, metric, words)
      (caveats, corners) = ([], [])
      return
    }
    summary = Self.summary(of: figures, metric, words)
    let names = figures.leftOut.map { journey.titles(of: $0.touchpoints, in: words) }
    caveats =
      [
        words("“Goes with” is not “because”: whoever is pleased with one thing tends to be pleased with others."),
        words(
          "Questions on one page with the one about the whole journey seem to count for more than they do. Each pair of answers is of the people who gave both."
        ),
      ]
      + (names.isEmpty
        ? []
        : [words("Left out, for too few answered them together with the others: \(names.joined(separator: ", "))")])
    let drivers = reviewed.placed.enumerated().map { index, placed in
      SpokenDriver(placed, place: index + 1, of: journey, in: words)
    }
    let all: [ReviewedDrivers.DriverCorner?] = ReviewedDrivers.DriverCorner.allCases + [nil]
    corners = all.compactMap { corner in
      let own = drivers.filter { $0.corner == corner }
      guard !own.isEmpty else { return nil }
      return SpokenCorner(corner: corner, name: corner.name(in: words), hint: corner.hint(in: words), drivers: own)
    }
  }

  private static func summary(of figures: KeyDrivers, _ metric: String, _ words: Words) -> String {
    let explained = words.percent(figures.explained)
    let people = figures.drivers.map(\.n)
    let (least, most) = (words.decimal(Double(people.min() ?? 0)), words.decimal(Double(people.max() ?? 0)))
    let when = words.span(figures.periods)
    return words(
      "The answers about \(figures.drivers.count) parts of the journey go with \(explained) of the differences in \(metric) (R²; \(when), n \(least) to \(most)). Each one’s share of that:"
    )
  }

  private static func absence(of figures: KeyDrivers, _ metric: String, _ words: Words) -> String {
    let when = words.span(figures.periods)
    if figures.state == .weak {
      let least = words.percent(KeyDrivers.leastExplained)
      return words(
        "Nothing is shown: the answers about the touchpoints go with less than \(least) of the differences in \(metric) (\(when))."
      )
    }
    let least = words.decimal(KeyDrivers.leastPeople)
    return words(
      "Nothing is shown: of each two questions, \(least) people must have answered both (\(when))."
    )
  }
}

extension Journey {
  /// Of a phase its title.
  fileprivate func titles(of touchpoints: [Touchpoint.ID], in words: Words) -> String {
    let places = touchpoints.map(\.value)
    if places.count > 1, let phase = phases.first(where: { places.elementsEqual($0.touchpoints) }) {
      return inside(phase.title)
    }
    return touchpoints.map { inside(self[$0].title) }.joined(separator: " \(words("and")) ")
  }
}

extension Words {
  fileprivate func span(_ periods: [Period]) -> String {
    guard let first = periods.first, let last = periods.last else { return "" }
    let (from, to) = (first.spoken(in: self), last.spoken(in: self))
    return first == last ? from : self("\(from) to \(to)")
  }
}

extension SpokenDrivers.SpokenDriver {
  init(_ placed: ReviewedDrivers.PlacedDriver, place: Int, of journey: Journey, in words: Words) {
    let driver = placed.driver
    self.place = place
    let titles = journey.titles(of: placed.touchpoints, in: words)
    title = titles
    let format = FigureFormat(.share, words)
    share = "\(format.text(driver.share)) (\(format.text(driver.interval)))"
    brief = "\(titles) \(format.text(driver.share))"
    (height, below, corner) = (driver.share, placed.below, placed.corner)
    standing = placed.below.flatMap { below -> String? in
      guard let target = placed.score?.target else { return nil }
      let aim = driver.metric.text(target: target.value, in: words)
      // Less than a point has a decimal, so that nothing is below its target by none.
      let unit = abs(below) < 0.01 ? 0.001 : 0.01
      let points = words.points((abs(below) / unit).rounded() * unit)
      if abs(below) < 0.0005 { return words("at its target of \(aim)") }
      return below > 0
        ? words("\(points) below its target of \(aim)") : words("\(points) above its target of \(aim)")
    }
    sentence = titles + ": " + [share, standing].compactMap(\.self).joined(separator: ", ")
  }
}

extension Optional<ReviewedDrivers.DriverCorner> {
  fileprivate func name(in words: Words) -> String {
    switch self {
    case .fixFirst?: words("Fix first")
    case .keep?: words("Keep")
    case .watch?: words("Watch")
    case .leave?: words("Leave")
    case nil: words("Without a figure or a target")
    }
  }

  fileprivate func hint(in words: Words) -> String {
    switch self {
    case .fixFirst?: words("below target, more than an equal share")
    case .keep?: words("on target, more than an equal share")
    case .watch?: words("below target, less than an equal share")
    case .leave?: words("on target, less than an equal share")
    case nil: ""
    }
  }
}

/// What the picture says.
extension Words {
  package func driversPicture(_ title: String) -> String {
    self("\(title): how far each touchpoint is below its target, and its share. The list says the same.")
  }
  package var cornerFixFirst: String { self("Fix first") }
  package var cornerKeep: String { self("Keep") }
  package var cornerWatch: String { self("Watch") }
  package var cornerLeave: String { self("Leave") }
  package var furtherBelowTarget: String { self("further below target →") }
  package var targetLine: String { self("target") }
  package var shareOfWhatIsExplained: String { self("share of what goes with it →") }
}
