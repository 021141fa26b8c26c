internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneySyntax
internal import JourneyWords
internal import Markup

/// The index in pictures: a strip a journey, then the touchpoints of all journeys, the departments and the blind spots.
struct IndexDashboard {
  private static let mostRows = 14
  /// Of so many journeys each has a strip; the list has all.
  private static let mostStrips = 60
  /// Of more journeys each strip is one line.
  private static let mostLarge = 6
  private static let mostDots = 30
  private static let plotWidth = 230.0

  let workspace: Workspace
  let views: [JourneyView]
  let review: Review?
  /// The weakest of all journeys of today, by burden.
  let weakest: [(view: JourneyView, entry: Ranking.Ranked)]
  /// The newest period of any journey.
  let period: Period?
  /// The page of a department; nil where there is none.
  let page: (Department.ID) -> String?

  private var words: Words { workspace.words }

  private func reviewed(_ view: JourneyView) -> ReviewedJourney? {
    review?.journeys.first { $0.journey == view.journey.id }
  }

  /// The parts of the page, by their names.
  func parts() -> [String: Element.Child] {
    var parts: [String: Element.Child] = [:]
    for view in views.prefix(Self.mostStrips) {
      let strip = JourneyStrip(
        view: view, reviewed: reviewed(view),
        actions: review?.actions.filter { $0.journey == view.journey.id } ?? [], isSmall: views.count > Self.mostLarge)
      parts[partName("strip", of: view.journey.name)] = .element(strip.element())
    }
    if views.count > 1, !weakest.isEmpty { parts["ranking"] = .element(ranking()) }
    if let standings = standings() { parts["standings"] = .element(standings) }
    return parts
  }

  /// `3 journeys, 44 touchpoints: 37 measured, 7 not measured.` And what changed.
  var sentence: String {
    let current = views.filter { !$0.journey.isPlanned }
    let coverage = current.map(\.annotated.coverage)
    let all = coverage.reduce(0) { $0 + $1.touchpoints }
    let measured = coverage.reduce(0) { $0 + $1.measured }
    let changes = current.compactMap(reviewed).flatMap(\.changes)
    return words.indexCounts(journeys: views.count, touchpoints: all, measured: measured)
      + (changes.isEmpty
        ? ""
        : " "
          + words.indexChanges(
            better: changes.count { $0.isClear && $0.isBetter }, worse: changes.count { $0.isClear && !$0.isBetter },
            others: changes.count { !$0.isClear }))
  }

  private func plot(_ name: String, _ content: Element) -> Element {
    JourneyRender.plot(name, of: words.allJourneys, in: words, content)
  }

  /// The heaviest of all journeys, each by what adds most to its score.
  private func ranking() -> Element {
    let rows = weakest.prefix(Self.mostRows)
    let most = rows.first?.entry.burden ?? 0
    return plot(
      words.fixFirstInAll,
      Element("table", ["class": "priorities"]) {
        Element("caption", ["class": "hidden"]) { words.fixFirstInAll }
        Element("thead") {
          Element("tr") {
            columnHead(words.rankHead, style: "number")
            columnHead(words.touchpoint)
            columnHead(words.figureHead, style: "number")
            columnHead(words.confidence, [0, 0.5, 1].map(words.percent), width: Self.plotWidth)
            columnHead(words.priorityScoreHead)
          }
        }
        Element("tbody") {
          rows.enumerated().map { index, row in self.row(index + 1, row.view, row.entry, most: most) }
        }
      })
  }

  private func row(_ rank: Int, _ view: JourneyView, _ entry: Ranking.Ranked, most: Double) -> Element {
    let touchpoint = view.journey[entry.touchpoint]
    let score = entry.worst.map { view.annotated.touchpoints[entry.touchpoint.value][$0.metric] }
    let isClear = reviewed(view)?.ranking.standings[entry.touchpoint]?.entry.certainty?.isClear == true
    let facts = [
      inside(view.journey.title), touchpoint.owner.map { inside(workspace[$0].title) },
    ].compactMap(\.self)
    return Element("tr") {
      Element("td", ["class": "number"]) { String(rank) }
      Element("th", ["scope": "row"]) {
        Element("a", ["href": "\(view.pageName)#\(view.anchor(of: entry.touchpoint))", "lang": view.language]) {
          touchpoint.title
        }
        Element("span", ["class": "facts", "lang": view.language]) {
          joined(facts, by: " · ")
          view.annotated.period == period
            ? nil : Element("span", ["class": "period"]) { view.annotated.period?.spoken(in: words) }
        }
      }
      Element("td", ["class": "number"]) {
        Element("span", ["class": "value"]) { score?.printed(in: words)?.short ?? "–" }
        Element("span", ["class": "facts"]) { score?.metric.name(in: words) }
      }
      forestCell(score, width: Self.plotWidth, in: words)
      Element("td", ["class": "amount"]) {
        PartsMarks([(.csat, entry.burden)], most: most, isFaint: !isClear).element(
          name: isClear
            ? words.keyClearRank : Ranking.Certainty.CertaintyLevel.tooCloseToCall.spoken(in: words))
        Element("span") {
          entry.reach == nil ? words.atMost(words.decimal(entry.burden)) : words.decimal(entry.burden)
        }
      }
    }
  }

  /// Each department's figures against their targets, the worst first.
  private func standings() -> Element? {
    guard let review else { return nil }
    let cards = review.departments.map { card in
      (card: card, worst: card.standings.map(\.margin).min() ?? .infinity, blind: blind(card, review))
    }.filter { !$0.card.standings.isEmpty || $0.blind > 0 }
    guard !cards.isEmpty else { return nil }
    let order = cards.indices.sorted { (cards[$0].worst, $0) < (cards[$1].worst, $1) }
    return plot(
      words.departmentsHead,
      Element("table", ["class": "dots"]) {
        Element("caption", ["class": "hidden"]) { words.departmentDots }
        Element("thead") {
          Element("tr") {
            columnHead(words.departmentHead)
            columnHead(
              words.pointsFromTarget, [-60, -40, -20, 0, 20].map { words.signed($0) }, width: TargetMarks.width)
            columnHead(words.notMeasured)
          }
        }
        Element("tbody") {
          order.map { cards[$0] }.map { card, _, blind in
            Element("tr") {
              Element("th", ["scope": "row", "lang": workspace.foreignLanguage]) {
                page(card.department).map { href in
                  Element("a", ["href": href]) { workspace[card.department].title }
                } ?? Element("span") { workspace[card.department].title }
              }
              Element("td") {
                TargetMarks(card.standings.prefix(Self.mostDots).map { ($0.margin, Level($0.score)) }).element(
                  name: words.belowTarget(card.standings.count { !$0.isMet }, of: card.standings.count))
              }
              Element("td") { blind == 0 ? "" : "△ \(blind)" }
            }
          }
        }
      })
  }

  private func blind(_ card: DepartmentCard, _ review: Review) -> Int {
    card.touchpoints.count { spot in
      review.journeys.first { $0.journey == spot.journey }?.ranking.blindSpots.contains(spot.touchpoint) == true
    }
  }
}
