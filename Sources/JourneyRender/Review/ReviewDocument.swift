internal import JourneyLayout
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords
internal import Markup

/// A review as the XML document that its page template reads; described in `docs/templates.md`.
struct ReviewDocument {
  let review: SpokenReview
  /// The journeys whose pages lie beside this one and may be linked, by their place in the workspace.
  let pages: [Int: JourneyView]
  /// The file name of the index; nil where it does not lie beside the page.
  var index: String? { pages.isEmpty ? nil : "index.html" }

  func element() -> Element {
    Element(
      "review",
      [
        "title": review.title, "language": review.language, "direction": direction(of: review.language),
        "scope": review.scope, "index": index, "card": review.isCard ? "open" : nil,
      ]
    ) {
      review.journeys.map(journey)
      review.departments.map(department)
      review.personas.map(persona)
      review.actions.map(action)
      grid()
      review.told.map { told in
        Element("told", ["did": told.did, "on": told.on]) { told.said.map { text("said", $0) } }
      }
      review.method.map { text("note", $0) }
    }
  }

  /// The pictures of each journey, by its name.
  var dashboards: [(name: String, element: Element)] {
    review.journeys.compactMap { spoken in
      review.review.journeys.first { $0.journey == spoken.id }.map { reviewed in
        let dashboard = JourneyDashboard(reviewed: reviewed, spoken: spoken, whole: review) { href($0, spoken) }
        return (spoken.name, dashboard.element())
      }
    }
  }

  /// The pictures of each department, by its name.
  var cards: [(name: String, element: Element)] {
    review.departments.compactMap { spoken in
      review.review.departments.first { review.review.workspace[$0.department].name == spoken.name }.map { card in
        (spoken.name, DepartmentDashboard(card: card, whole: review) { href($1, $0) }.element())
      }
    }
  }

  private func journey(_ journey: SpokenJourney) -> Element {
    let discussed = journey.toDiscuss
    return Element(
      "journey",
      [
        "name": journey.name, "title": journey.title, "href": pages[journey.id.value]?.pageName,
        "state": journey.isPlanned ? "future" : "current", "window": journey.window, "unchanged": journey.unchanged,
      ]
    ) {
      text("takeaway", journey.takeaway)
      journey.today.map { relative("today", $0) }
      journey.planned.map { relative("planned", $0) }
      discussed.map { weak($0, journey) }
      journey.weakest.dropFirst(discussed.count).map { touchpoint in
        Element(
          "lesser",
          [
            "rank": String(touchpoint.rank), "title": touchpoint.title, "href": href(touchpoint.id, journey),
            "owner": touchpoint.owner, "figure": touchpoint.figure, "burden": touchpoint.burden,
          ]
        ) { touchpoint.why.map { text("why", $0) } }
      }
      journey.onTarget.map { Element("on-target", ["title": $0]) }
      journey.blindSpots.map { item("blind-spot", $0, journey) }
      journey.severeForFew.map { item("severe", $0, journey) }
      journey.uncovered.map { item("uncovered", $0, journey) }
      journey.outdated.map { item("outdated", $0, journey) }
      journey.handOffs.map { crossing("hand-off", $0) }
      journey.otherCrossings.map { crossing("crossing", $0) }
      matrix(journey.matrix)
      journey.changes.map(change)
      journey.goals.map { goal in
        Element(
          "goal",
          [
            "title": goal.title, "state": goal.stateWords, "latest": goal.latest, "target": goal.target,
            "course": goal.course, "records": goal.records,
          ])
      }
      journey.votes.map { vote in
        Element(
          "vote",
          [
            "place": String(vote.place), "title": vote.title, "href": href(vote.id, journey),
            "votes": String(vote.votes), "data": vote.data,
          ])
      }
    }
  }

  private func relative(_ name: Name, _ other: SpokenJourney.Relative) -> Element {
    Element(name, ["title": other.title, "href": pages[other.id.value]?.pageName])
  }

  private func weak(_ touchpoint: SpokenTouchpoint, _ journey: SpokenJourney) -> Element {
    Element(
      "weak",
      [
        "rank": String(touchpoint.rank), "title": touchpoint.title, "href": href(touchpoint.id, journey),
        "owner": touchpoint.owner, "figure": touchpoint.figure, "reach": touchpoint.reach, "burden": touchpoint.burden,
        "level": touchpoint.levelWords, "certainty": touchpoint.certainty, "way-out": touchpoint.wayOut,
        "dissatisfied": touchpoint.dissatisfied, "votes": touchpoint.votes.map(String.init),
      ]
    ) { touchpoint.why.map { text("why", $0) } }
  }

  private func item(_ name: Name, _ item: SpokenJourney.Item, _ journey: SpokenJourney) -> Element {
    Element(name, ["title": item.title, "href": href(item.id, journey), "words": item.words])
  }

  private func crossing(_ name: Name, _ crossing: SpokenCrossing) -> Element {
    Element(
      name,
      [
        "from": crossing.from, "to": crossing.to, "departments": crossing.departments, "channels": crossing.channels,
        "back": crossing.isRetrace ? "yes" : nil, "share": crossing.share, "label": crossing.label,
        "scores": crossing.scores, "worse": crossing.isClearlyWorse ? "yes" : nil,
      ])
  }

  private func matrix(_ matrix: SpokenMatrix) -> Element? {
    guard matrix.departments.count > 1 else { return nil }
    return Element("matrix") {
      matrix.departments.map { Element("taker", ["title": $0]) }
      zip(matrix.departments, matrix.rows).map { title, row in
        Element("giver", ["title": title]) { row.map { Element("cell", ["count": $0]) } }
      }
    }
  }

  private func change(_ change: SpokenShift) -> Element {
    Element("change", ["place": change.place, "better": change.isBetter ? "yes" : nil, "words": change.words])
  }

  private func action(_ action: SpokenAction) -> Element { self.action(action, named: "action") }

  private func action(_ action: SpokenAction, named name: Name) -> Element {
    Element(
      name,
      [
        "title": action.title, "status": action.status.spoken(in: review.words), "subject": action.subject,
        "owner": action.owner,
        "due": action.due, "finished": action.finished, "goal": action.goal, "expected": action.expected,
        "impact": action.impact.map(String.init),
        "effort": action.effort.map(String.init), "overdue": action.isOverdue ? "yes" : nil, "lacks": action.lacks,
        "verdict": action.verdict,
      ])
  }

  /// Impact–effort, of what is still open: a row for each impact, the highest first.
  private func grid() -> Element? {
    let open = review.actions.filter { $0.isOpen && $0.impact != nil && $0.effort != nil }
    guard !open.isEmpty else { return nil }
    return Element("grid") {
      (1...5).reversed().map { impact in
        Element("row", ["impact": String(impact)]) {
          (1...5).map { effort in
            Element("cell", ["effort": String(effort)]) {
              open.filter { $0.impact == impact && $0.effort == effort }.map(action)
            }
          }
        }
      }
    }
  }

  private func department(_ card: SpokenCard) -> Element {
    Element(
      "department",
      [
        "name": card.name, "title": card.title, "window": card.window, "targets": card.targets,
        "unchanged": card.unchanged,
      ]
    ) {
      card.standings.map { list in
        Element("standings", ["title": list.title]) { list.words.map { text("standing", $0) } }
      }
      card.touchpoints.map { place("touchpoint", $0) }
      card.helps.map { place("help", $0) }
      card.handOffsIn.map { crossing("hand-off-in", $0) }
      card.handOffsOut.map { crossing("hand-off-out", $0) }
      card.changes.map(change)
      card.actions.map(action)
      card.actionsOfOthers.map { action($0, named: "other-action") }
    }
  }

  private func persona(_ persona: SpokenPersona) -> Element {
    Element(
      "persona",
      [
        "name": persona.name, "title": persona.title, "window": persona.window, "quote": persona.quote,
        "more": persona.more,
      ]
    ) {
      persona.touchpoints.map { place("touchpoint", $0) }
      persona.feelings.map { text("feeling", $0) }
      persona.needs.map { text("need", $0) }
      persona.pains.map { text("pain", $0) }
    }
  }

  private func place(_ name: Name, _ place: SpokenCard.SpokenPlace) -> Element {
    Element(
      name,
      [
        "title": place.title, "journey": place.journey, "figure": place.figure,
        "href": href(place.spot.touchpoint, place.spot.journey),
      ])
  }

  private func text(_ name: Name, _ words: String) -> Element { Element(name, [:], children: [.text(words)]) }

  private func href(_ touchpoint: Touchpoint.ID, _ journey: SpokenJourney) -> String? { href(touchpoint, journey.id) }

  private func href(_ touchpoint: Touchpoint.ID, _ journey: Journey.ID) -> String? {
    pages[journey.value].map { "\($0.pageName)#\($0.anchor(of: touchpoint))" }
  }
}
