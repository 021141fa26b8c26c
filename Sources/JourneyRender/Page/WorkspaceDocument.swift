internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneySyntax
internal import JourneyWords
internal import Markup

/// The workspace as the XML document that the index's template reads; described in `docs/templates.md`.
struct WorkspaceDocument {
  let workspace: Workspace
  /// The journeys that are rendered, with what is said of each.
  let views: [JourneyView]
  /// The file name of the review's page; nil where there is none.
  let review: String?

  /// How many of the weakest touchpoints are listed.
  private static let most = 10
  /// How many blind spots are listed, and touchpoints of each department; a page of all would be no help.
  private static let mostListed = 100
  /// A burden that is written as 0 is none.
  private static let least = 0.05

  /// Beside the views: which of their touchpoints are measured.
  private let measuredByView: [[Bool]]
  /// The newest of any journey's; figures of another show their own.
  private let period: Period?
  private let words: Words
  /// What its pictures are made of beside the views; nil where there is nothing to review, or too much.
  private let reviewed: Review?

  init(workspace: Workspace, views: [JourneyView], review: String?, reviewed: Review?) {
    self.reviewed = reviewed
    self.workspace = workspace
    words = workspace.words
    self.views = views
    self.review = review
    measuredByView = views.map(\.annotated.measured)
    period = views.filter { !$0.journey.isPlanned }.compactMap(\.annotated.period).max()
  }

  func element() -> Element {
    let coverage = views.map(\.annotated.coverage)
    let touchpoints = coverage.reduce(0) { $0 + $1.touchpoints }
    let measured = coverage.reduce(0) { $0 + $1.measured }
    return Element(
      "workspace",
      [
        "title": workspace.title ?? words.customerJourneys, "language": workspace.language,
        "direction": direction(of: workspace.language),
        "period": period?.spoken(in: words), "touchpoints": String(touchpoints),
        "measured": String(measured), "blind-spots": String(views.reduce(0) { $0 + $1.ranking.blindSpots.count }),
        "review": review, "counts": dashboard.sentence,
      ]
    ) {
      grouped().map { journey($0.view, opening: $0.group) }
      weakest.prefix(Self.most).enumerated().compactMap { weak($0 + 1, $1) }
      blindSpots()
      workspace.departments.indices.compactMap { department(Department.ID($0)) }
      Element("note") {
        words.rankingNote
      }
    }
  }

  /// Those of no group first, then group by group; the first of each group has its title.
  private func grouped() -> [(view: JourneyView, group: String?)] {
    let loose = views.filter { $0.journey.group == nil }.map { (view: $0, group: String?.none) }
    return loose
      + workspace.groups.indices.flatMap { index in
        views.filter { $0.journey.group?.value == index }.enumerated().map {
          (view: $0.element, group: $0.offset == 0 ? workspace.groups[index].title : nil)
        }
      }
  }

  private func journey(_ view: JourneyView, opening group: String?) -> Element {
    let annotated = view.annotated
    return Element(
      "journey",
      [
        "name": view.journey.name, "title": view.journey.title, "href": view.pageName,
        "state": view.journey.state.rawValue, "period": annotated.period?.spoken(in: words),
        "owner": view.journey.owner.map { workspace[$0].title }, "from": view.journey.from,
        "to": view.journey.to, "touchpoints": String(view.journey.touchpoints.count { $0.repeats == nil }),
        "measured": String(annotated.coverage.measured), "facts": words.facts(of: annotated), "group": group,
        "draft": view.journey.isDraft ? "yes" : nil,
      ]
    ) {
      Element("takeaway", [:], children: [.text(view.takeaway)])
      view.journey.futureOf.flatMap(workspace.drawn).map { relative("today", $0) }
      workspace.futures(of: view.journey).map { relative("planned", $0) }
    }
  }

  private func relative(_ name: Name, _ journey: Journey) -> Element {
    Element(name, ["title": journey.title, "href": "\(journey.name).html"])
  }

  /// Of all journeys with figures of today, by burden; ties in declared order.
  private var weakest: [(view: JourneyView, entry: Ranking.Ranked)] {
    let all = views.enumerated().filter { isCurrent($0.element) }.flatMap { index, view in
      view.ranking.ranked.filter { $0.burden >= Self.least }.map { (index: index, ranked: $0) }
    }
    let sorted = all.sorted { a, b in
      (b.ranked.burden, a.index, a.ranked.touchpoint.value) < (a.ranked.burden, b.index, b.ranked.touchpoint.value)
    }
    return sorted.map { (views[$0.index], $0.ranked) }
  }

  private func weak(_ rank: Int, _ weak: (view: JourneyView, entry: Ranking.Ranked)) -> Element? {
    let (view, entry) = weak
    guard let part = entry.worst else { return nil }
    let score = view.annotated.touchpoints[entry.touchpoint.value][part.metric]
    return Element(
      "weakest",
      [
        "rank": String(rank), "title": view.journey[entry.touchpoint].title,
        "journey": view.journey.title, "href": href(entry.touchpoint, of: view),
        "owner": view.journey[entry.touchpoint].owner.map { workspace[$0].title },
        "metric": part.metric.rawValue, "label": part.metric.title(in: words),
        "text": words.listed(score, under: period),
        "value": score.figure.map { number($0.value) }, "low": score.figure?.interval.map { number($0.lowerBound) },
        "high": score.figure?.interval.flatMap(highEnd), "n": words.decimal(Double(score.n)),
        "burden": words.decimal(entry.burden, places: 1),
        "at-most": entry.reach == nil ? words.atMost + " " : nil,
      ])
  }

  /// The same in pictures.
  var dashboard: IndexDashboard {
    IndexDashboard(
      workspace: workspace, views: views, review: reviewed, weakest: weakest, period: period,
      page: { reviewed?.pageName(of: $0) })
  }

  /// Whether the journey's newest figures are of today beside those of the other journeys.
  private func isCurrent(_ view: JourneyView) -> Bool {
    guard let own = view.annotated.period, let period else { return false }
    return own.ends(within: workspace.currentFor, before: period)
  }

  /// Of all journeys, those that matter most first; ties in declared order.
  private func blindSpots() -> [Element] {
    let all = views.enumerated().flatMap { index, view in
      view.ranking.blindSpots.prefix(Self.mostListed).enumerated().map { place, id in
        (weight: view.annotated.weight(of: id), index: index, place: place, id: id)
      }
    }
    let sorted = all.sorted { a, b in (b.weight, a.index, a.place) < (a.weight, b.index, b.place) }
    return sorted.prefix(Self.mostListed).map { entry in
      let view = views[entry.index]
      let touchpoint = view.journey[entry.id]
      return Element(
        "blind-spot",
        [
          "title": touchpoint.title, "journey": view.journey.title, "href": href(entry.id, of: view),
          "owner": touchpoint.owner.map { workspace[$0].title }, "importance": touchpoint.importance.map(String.init),
        ])
    }
  }

  /// A department's touchpoints over all journeys of today, each once; nil where it owns none.
  private func department(_ id: Department.ID) -> Element? {
    var owned: [(view: JourneyView, touchpoint: Touchpoint.ID)] = []
    var handOffs = 0
    var measured = 0
    for (view, isMeasured) in zip(views, measuredByView) where !view.journey.isPlanned {
      for index in view.journey.touchpoints.indices
      where view.journey.touchpoints[index].owner == id && view.journey.touchpoints[index].repeats == nil {
        owned.append((view, Touchpoint.ID(index)))
        if isMeasured[index] { measured += 1 }
      }
      handOffs += view.journey.arrows.count { arrow in
        arrow.handOff.map { $0.from == id || $0.to == id } ?? false
      }
    }
    guard !owned.isEmpty else { return nil }
    return Element(
      "department",
      [
        "name": workspace[id].name, "title": workspace[id].title, "touchpoints": String(owned.count),
        "measured": String(measured), "hand-offs": String(handOffs),
        "facts": words.facts(touchpoints: owned.count, measured: measured, handOffs: handOffs),
      ]
    ) {
      owned.prefix(Self.mostListed).map { view, touchpoint in
        let shown = view.annotated.touchpoints[touchpoint.value].lead
        return Element(
          "touchpoint",
          [
            "title": view.journey[touchpoint].title, "journey": view.journey.title,
            "href": href(touchpoint, of: view), "label": shown?.metric.title(in: words),
            "text": shown.map { $0.summary(under: period, in: words) },
            "n": shown?.figure == nil ? nil : shown.map { words.decimal(Double($0.n)) },
            "state": shown?.state.rawValue,
          ])
      }
    }
  }

  private func href(_ touchpoint: Touchpoint.ID, of view: JourneyView) -> String {
    "\(view.pageName)#\(view.anchor(of: touchpoint))"
  }
}
