internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords
internal import Markup

/// Everything known of each touchpoint: a card each, with history and distribution of its figures.
///
/// Without the script they are a section of the page; with it the chosen one stands beside the map.
struct TouchpointDetails {
  let view: JourneyView
  /// Beside the touchpoints.
  private var arriving: [[Arrow]]
  private var leaving: [[Arrow]]
  private var actions: [[Action]]
  private let ranks: [Int?]
  private let onTarget: Set<Touchpoint.ID>

  private var journey: Journey { view.journey }
  private var workspace: Workspace { view.workspace }
  private var words: Words { view.words }

  init(_ view: JourneyView) {
    self.view = view
    ranks = view.ranks()
    onTarget = Set(view.ranking.onTarget.map(\.touchpoint))
    let journey = view.journey
    arriving = Array(repeating: [], count: journey.touchpoints.count)
    leaving = arriving
    actions = Array(repeating: [], count: journey.touchpoints.count)
    for arrow in journey.arrows {
      if case .touchpoint(let from) = arrow.from { leaving[from.value].append(arrow) }
      if case .touchpoint(let to) = arrow.to { arriving[to.value].append(arrow) }
    }
    for action in journey.actions + view.workspace.actions where action.subject.journey == journey.id {
      if let id = action.subject.touchpoint { actions[id.value].append(action) }
    }
  }

  func element() -> Element {
    Element(
      "section",
      [
        "id": "details", "class": "details", "aria-label": words.touchpointByTouchpoint,
        "style": "--spread:\"\(words.answersFromWorstToBest)\"",
      ]
    ) {
      Element("h2") { words.touchpointByTouchpoint }
      Element.Child.each(Array(journey.touchpoints.indices)) { card(Touchpoint.ID($0)) }
      step("before", "‹", words.touchpointBefore)
      step("after", "›", words.nextTouchpoint)
      Element("button", ["type": "button", "class": "close", "data-do": "close", "aria-label": words.close]) { "×" }
    }
  }

  /// To a neighbour of the chosen touchpoint.
  private func step(_ does: String, _ sign: String, _ name: String) -> Element {
    Element("button", ["type": "button", "class": "step \(does)", "data-do": does, "aria-label": name]) { sign }
  }

  private func card(_ id: Touchpoint.ID) -> Element {
    let touchpoint = journey[id]
    return Element("article", ["id": "\(view.anchor(of: id))-details"]) {
      Element("p", ["class": "where"]) {
        "\(inside(journey[touchpoint.phase].title)) · \(words.count(id.value + 1, of: journey.touchpoints.count))"
      }
      Element("h3", ["lang": view.language]) { touchpoint.title }
      verdict(id)
      facts(id)
      figures(id)
      list(words.pains, as: "pains", in: view.language, touchpoint.pains.map(words.remark))
      list(words.ideas, in: view.language, touchpoint.ideas.map(words.remark))
      list(
        words.doing, in: view.language, touchpoint.deeds.map { words.said($0.text, for: $0.audience, in: workspace) })
      workspace.lanes.indices.flatMap { index in
        list(
          workspace.lanes[index].title, in: view.language,
          touchpoint.laneTexts.filter { $0.lane.value == index }.map { words.said($0, in: workspace) })
      }
      list(words.actions, as: "acts", in: view.language, actions[id.value].map(spoken))
      list(words.comesFrom, arriving[id.value].map { spoken($0, toward: $0.from) })
      list(words.goesOnTo, leaving[id.value].map { spoken($0, toward: $0.to) })
      list(words.notes, in: view.language, touchpoint.notes)
      links(touchpoint)
    }
  }

  /// What changed, how urgent it is, and whether somebody is at it; nothing where nothing is measured.
  private func verdict(_ id: Touchpoint.ID) -> Element? {
    var sentences: [String] = []
    let scores = view.annotated.touchpoints[id.value].scores
    if let (metric, change) = scores.lazy.compactMap({ score in
      score.isOld ? nil : score.change.flatMap { $0.isClear ? (score.metric, $0) : nil }
    }).first {
      let isBetter = (change.difference > 0) == metric.higherIsBetter
      sentences.append(words.changed(metric, isBetter: isBetter, since: change.from))
    }
    if let rank = ranks[id.value] {
      sentences.append(words.place(rank, toFix: view.ranking.ranked.count))
      let open = actions[id.value].filter(\.isOpen)
      let first = open.first { $0.status == .doing } ?? open.first
      let due = first?.due?.spoken(in: words)
      sentences.append(
        first.map { $0.status == .doing ? words.isUnderWay(due: due) : words.isPlanned(due: due) } ?? words.noActionYet)
    }
    return sentences.isEmpty
      ? nil : Element("p", ["class": "verdict"]) { sentences.joined(separator: " ") }
  }

  private func facts(_ id: Touchpoint.ID) -> Element {
    let touchpoint = journey[id]
    let reach = view.annotated.touchpoints[id.value].reach
    let isOnTarget = onTarget.contains(id)
    let facts: [(String, String?)] = [
      (words.owner, touchpoint.owner.map { workspace[$0].title }),
      (words.with, names(touchpoint.helpers.map { workspace[$0].title })),
      (words.channel, names(touchpoint.channels.map { workspace[$0].title })),
      (
        words.importance,
        words.importance(of: touchpoint)
      ),
      (words.takes, touchpoint.takes?.text(in: words)),
      (words.tags, names(touchpoint.tags)),
      (
        words.reachedBy,
        reach.map { words.share($0, under: view.annotated.period) }
      ),
      (
        words.priority,
        isOnTarget ? words.onTarget : nil
      ),
    ]
    return Element("dl") {
      facts.flatMap { name, fact in
        fact.map { [Element("dt") { name }, Element("dd", [:], children: [.text($0)])] } ?? []
      }
    }
  }

  private func figures(_ id: Touchpoint.ID) -> [Element] {
    let shared = view.annotated.shared.filter { $0.touchpoints.contains(id) }
    let scores = view.annotated.touchpoints[id.value].scores + shared.flatMap(\.scores.scores)
    let asked = scores.filter { $0.state != .notAsked }
    if asked.isEmpty { return [Element("p", ["class": "none"]) { words.notAsked }] }
    return asked.map { score in
      let ofSegments = view.segments.compactMap { segment, annotated -> (Segment, Score)? in
        let own = annotated.touchpoints[id.value][score.metric]
        return own.state == .notAsked || own.n == 0 && own.figure == nil && own.state == .noData
          ? nil : (workspace[segment], own)
      }
      return FigureDetails(
        score: score, headline: view.annotated.period, words: words, ofSegments: ofSegments
      ).element()
    }
  }

  private func spoken(_ action: Action) -> String {
    let pains = action.fixes.map { workspace[$0.journey][$0.touchpoint].pains[$0.index].text }
    let facts =
      [
        action.status.spoken(in: words), action.owner.map { workspace[$0].title }, action.due.map(words.due),
        words.names(of: action.audience, in: workspace), names(pains.map(words.against)),
      ] + action.notes.map(words.note)
    return "\(inside(action.title)) (\(facts.compactMap(\.self).joined(separator: ", ")))"
  }

  private func spoken(_ arrow: Arrow, toward end: Arrow.End) -> String {
    var text =
      switch end {
      case .touchpoint(let id): inside(journey[id].title)
      case .entry(let index): journey.entries[index].title ?? journey.entries[index].name ?? words.entersHere
      case .exit(let index): journey.exits[index].title ?? journey.exits[index].name ?? words.leavesHere
      }
    if let said = words.label(of: arrow, in: workspace) { text += ": \(said)" }
    if let handOff = arrow.handOff {
      text += words.handOff(from: workspace[handOff.from].title, to: workspace[handOff.to].title)
    }
    return arrow.goesBack ? words.goingBack(text) : text
  }

  /// - Parameter style: for what the card beside the pointer shows, too.
  private func list(
    _ title: String, as style: String? = nil, in language: String? = nil, _ items: [String]
  ) -> [Element] {
    items.isEmpty
      ? []
      : [
        Element("h4") { title },
        Element("ul", ["class": style, "lang": language]) {
          items.map { item in Element("li", [:], children: [.text(item)]) }
        },
      ]
  }

  private func links(_ touchpoint: Touchpoint) -> [Element] {
    let opened = touchpoint.opens.flatMap(workspace.drawn)
    var links = touchpoint.links.map { ($0.url, $0.title ?? $0.url) }
    if let opened { links.insert(("\(opened.name).html", words.opens(opened.title)), at: 0) }
    return links.map { url, title in
      Element("p") { Element("a", ["href": url, "rel": "noreferrer"], children: [.text(title)]) }
    }
  }

  private func names(_ names: [String]) -> String? { names.isEmpty ? nil : names.joined(separator: ", ") }
}
