internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords
internal import Markup

/// A department's page in pictures: its touchpoints against their targets, and what customers bring to it and take from
/// it across its hand-offs.
struct DepartmentDashboard {
  private static let mostRows = 20
  private static let mostHandOffs = 8
  private static let plotWidth = 230.0

  let card: DepartmentCard
  let whole: SpokenReview
  /// Where a touchpoint is on the page of its journey; nil where that is not beside this one.
  let link: (Journey.ID, Touchpoint.ID) -> String?

  private var review: Review { whole.review }
  private var workspace: Workspace { review.workspace }
  private var words: Words { whole.words }
  private var title: String { workspace[card.department].title }
  private var hasJourneys: Bool { workspace.journeys.count > 1 }

  func element() -> Element {
    Element("div", ["class": "dash"]) {
      touchpoints()
      Element("div", ["class": "beside"]) {
        handOffs(words.handOffsIn, card.handOffsIn)
        handOffs(words.handOffsOut, card.handOffsOut)
      }
    }
  }

  private func plot(_ name: String, _ content: Element) -> Element {
    JourneyRender.plot(name, of: title, in: words, content)
  }

  /// Each with the figure that stands for it, where it is measured; the best against its target first, so that nobody's
  /// page begins with what is worst.
  private func touchpoints() -> Element? {
    let own = card.touchpoints.filter { workspace[$0.journey][$0.touchpoint].repeats == nil }
    let all = own.compactMap { spot in
      review.annotated.journeys[spot.journey.value].touchpoints[spot.touchpoint.value].lead.flatMap { score in
        score.figure == nil ? nil : (spot: spot, score: score)
      }
    }
    let margins = all.map { row in
      card.standings.first { $0.spot == row.spot && $0.score.metric == row.score.metric }?.margin ?? -.infinity
    }
    let rows = all.indices.sorted { (margins[$1], $0) < (margins[$0], $1) }.map { all[$0] }
    guard !rows.isEmpty else { return nil }
    return plot(
      words.touchpoints,
      Element("table", ["class": "priorities"]) {
        Element("caption", ["class": "hidden"]) { words.touchpoints }
        Element("thead") {
          Element("tr") {
            columnHead(words.touchpoint)
            columnHead(words.figureHead, style: "number")
            columnHead(words.confidence, [0, 0.5, 1].map(words.percent), width: Self.plotWidth)
            columnHead(words.rankHead)
          }
        }
        Element("tbody") { rows.prefix(Self.mostRows).map { row($0.spot, $0.score) } }
      })
  }

  private func row(_ spot: TouchpointReference, _ score: Score) -> Element {
    let touchpoint = workspace[spot.journey][spot.touchpoint]
    let standing = review.journeys.first { $0.journey == spot.journey }?.ranking.standings[spot.touchpoint]
    return Element("tr") {
      Element("th", ["scope": "row"]) {
        link(spot.journey, spot.touchpoint).map { href in
          Element("a", ["href": href, "lang": workspace.foreignLanguage]) { touchpoint.title }
        } ?? Element("span", ["lang": workspace.foreignLanguage]) { touchpoint.title }
        hasJourneys
          ? Element("span", ["class": "facts", "lang": workspace.foreignLanguage]) { workspace[spot.journey].title }
          : nil
      }
      Element("td", ["class": "number"]) {
        Element("span", ["class": "value"]) {
          score.printed(in: words)?.short ?? "–"
          Level(score).map { [.text(" "), .element($0.element(in: words))] } ?? []
        }
        Element("span", ["class": "facts"]) { score.metric.name(in: words) }
      }
      forestCell(score, width: Self.plotWidth, in: words)
      Element("td") {
        standing?.rank.map { rankBadge($0, isClear: standing?.entry.certainty?.isClear == true) }
        standing.map { found in found.rank == nil ? words.onTarget : "" }
      }
    }
  }

  private func handOffs(_ title: String, _ handOffs: [DepartmentCard.CardHandOff]) -> Element? {
    let judged = handOffs.filter { $0.crossing.worsening != nil }
    guard !judged.isEmpty else { return nil }
    return Element("div", ["class": "part"]) {
      Element("h3") { title }
      plot(
        title,
        HandOffTable(
          title, judged.prefix(Self.mostHandOffs).map { ($0.crossing, review.annotated.journeys[$0.journey.value]) },
          in: workspace
        ).element())
    }
  }
}
