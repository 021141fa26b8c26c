internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneySyntax
internal import JourneyWords
internal import Markup

/// A journey on the index: how it is as a whole, its map drawn small, and what to fix first.
struct JourneyStrip {
  private static let mostGoals = 3
  private static let mostFirst = 3

  let view: JourneyView
  /// Nil where there is nothing to review, or too much.
  let reviewed: ReviewedJourney?
  /// Those of this journey.
  let actions: [ReviewedAction]
  /// For an index of many journeys.
  let isSmall: Bool

  private var words: Words { view.words }
  private var annotated: AnnotatedJourney { view.annotated }
  private var journey: Journey { view.journey }
  private var ranking: Ranking { reviewed?.ranking ?? view.ranking }

  func element() -> Element {
    Element("div", ["class": isSmall ? "strip small" : "strip"]) {
      Element("div", ["class": "whole"]) { whole() }
      Element(
        "div",
        [
          "class": "plot", "tabindex": "0", "role": "region",
          "aria-label": words.scrolls(words.mapSmall, of: journey.title),
        ]
      ) { Thumbnail(view: view, ranking: ranking, isSmall: isSmall).element() }
      Element("div", ["class": "first"]) { first() }
    }
  }

  private func whole() -> [Element.Child] {
    let lead = annotated.overall.scores.first { $0.current != nil }
    return Element("div") {
      Element("h3", ["lang": view.language]) { Element("a", ["href": view.pageName]) { journey.title } }
      Element("p", ["class": "facts"]) { joined(facts, by: " · ") }
      lead.map { score in overall(score) } ?? []
      isSmall ? nil : goals()
    }.children
  }

  private var facts: [String] {
    [
      journey.isPlanned ? words.plannedJourney : nil, journey.isDraft ? words.draft : nil,
      annotated.period?.spoken(in: words),
      journey.isPlanned ? nil : words.measured(annotated.coverage.measured, of: annotated.coverage.touchpoints),
    ].compactMap(\.self)
  }

  private func overall(_ score: Score) -> [Element] {
    let printed = score.printed(in: words)
    let figure = ChartFigure(score)
    let bounds = score.metric.bounds(of: [figure].compactMap(\.self))
    return [
      Element("p", ["class": "total"]) {
        Element("strong") { printed?.value ?? "" }
        Level(score).map { level in
          Element("i", ["class": level.className, "title": level.meaning(in: words)]) { " \(level.sign) " }
        }
        Element("span", ["class": "facts"]) {
          joined(
            [score.metric.title(in: words), printed?.target.map(words.target), words.n(score.n)].compactMap(\.self),
            by: " · ")
        }
      },
      isSmall
        ? nil
        : figure.map {
          ForestMarks($0, on: ChartScale(bounds.low, bounds.high, from: markPadding, to: 200)).element(
            name: score.sentence(in: words))
        },
    ].compactMap(\.self)
  }

  /// How much of the way each is gone.
  private func goals() -> Element? {
    let goals = reviewed?.goals ?? []
    guard !goals.isEmpty else { return nil }
    return Element("ul", ["class": "goals"]) {
      goals.prefix(Self.mostGoals).map { standing in
        Element("li") {
          Element("span", ["lang": view.language]) { standing.goal.title }
          standing.progress.map { progress in
            progress < 0
              ? Element("em", ["class": "l1"]) { words.away }
              : ShareMarks(progress).element(name: words.wayGone(words.percent(min(progress, 1))))
          } ?? Element("em") { standing.score.isMet == true ? words.goalMet : "" }
          Element("strong") { standing.goal.printed(standing.score, in: view.workspace)?.value ?? "–" }
        }
      }
      goals.count > Self.mostGoals
        ? Element("li", ["class": "facts"]) { words.andMore(goals.count - Self.mostGoals) } : nil
    }
  }

  private func first() -> [Element] {
    guard !ranking.ranked.isEmpty else {
      let blind = ranking.blindSpots.prefix(Self.mostFirst)
      return blind.isEmpty
        ? [] : [Element("p", ["lang": view.language]) { words.askFirst(at: blind.map { journey[$0].title }) }]
    }
    let most = ranking.ranked.first?.burden ?? 0
    return [
      Element("ol") {
        ranking.ranked.prefix(isSmall ? 1 : Self.mostFirst).enumerated().map { index, entry in
          Element("li") {
            rankBadge(index + 1, isClear: entry.certainty?.isClear == true)
            Element("a", ["href": "\(view.pageName)#\(view.anchor(of: entry.touchpoint))", "lang": view.language]) {
              journey[entry.touchpoint].title
            }
            Element("strong") { figure(entry) }
            PartsMarks(entry.parts.map { ($0.metric, entry.burden(of: $0)) }, most: most, width: 56).element(name: nil)
          }
        }
      },
      isSmall ? nil : changes(),
      isSmall || actions.isEmpty ? nil : Element("p", ["class": "facts"]) { words.actions(actions) },
    ].compactMap(\.self)
  }

  private func figure(_ entry: Ranking.Ranked) -> String {
    entry.worst.flatMap { annotated.touchpoints[entry.touchpoint.value][$0.metric].printed(in: words)?.short } ?? ""
  }

  private func changes() -> Element? {
    let found = [false, true].compactMap { reviewed?.changes.greatest(isBetter: $0) }
    guard !found.isEmpty else { return nil }
    let more = (reviewed?.changes.count(where: \.isClear) ?? 0) - found.count
    return Element("ul") {
      found.map { change in
        Element("li", ["lang": view.language]) {
          Element("i", ["class": change.isBetter ? "l5" : "l1"]) { change.change.difference > 0 ? "▲ " : "▼ " }
          words.remark(
            on: change.touchpoints.first.map { journey[$0].title } ?? journey.title,
            change.score.metric.shortText(of: change.change, in: words))
        }
      }
      more > 0 ? Element("li", ["class": "facts"]) { words.moreChanges(more) } : nil
    }
  }
}
