internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords
internal import Markup

/// Whether what was done helped, what to do next, and what is under way.
extension JourneyDashboard {
  private var mostOutcomes: Int { isBrief ? 4 : 6 }
  private static let mostUnderWay = 5

  private typealias SaidAction = (reviewed: ReviewedAction, spoken: SpokenAction)

  /// Those of this journey.
  private var actions: [SaidAction] {
    zip(review.actions, whole.actions).filter { $0.0.journey == reviewed.journey }.map { ($0, $1) }
  }

  func outcomes() -> [Element] {
    let done = actions.filter { $0.reviewed.verdict != nil }
    guard !done.isEmpty else { return [] }
    return [
      plot(
        words.didItHelp,
        Element("table", ["class": "outcomes"]) {
          Element("caption", ["class": "hidden"]) { words.didItHelpKey }
          Element("thead") {
            Element("tr") {
              columnHead(words.action)
              columnHead(words.outcome, [-1, 0, 1, 2].map(words.percent), width: OutcomeMarks.width)
              columnHead(words.verdict)
            }
          }
          Element("tbody") { done.prefix(mostOutcomes).map(outcome) }
        }),
      done.count > mostOutcomes
        ? Element("p", ["class": "facts"]) { words.andMore(done.count - mostOutcomes) } : nil,
    ].compactMap(\.self)
  }

  private func outcome(_ action: SaidAction) -> Element {
    Element("tr") {
      Element("th", ["scope": "row"]) {
        Element("span", ["lang": language]) { action.spoken.title }
        Element("span", ["class": "facts", "lang": language]) {
          joined([action.spoken.owner, action.spoken.subject.map(words.forSubject)].compactMap(\.self), by: " · ")
        }
      }
      Element("td") { picture(action) }
      Element("td") {
        Element("strong") { action.reviewed.verdict.map { $0.spoken(in: words) } }
        Element("span", ["class": "facts"]) { action.reviewed.effect.map { $0.short(in: words) } }
      }
    }
  }

  /// Without an expectation there is nothing to be a share of.
  private func picture(_ action: SaidAction) -> Element? {
    guard let effect = action.reviewed.effect, let expected = action.reviewed.action.expected,
      expected.metric == effect.metric, expected.change != 0
    else { return nil }
    let whole = expected.change / effect.metric.pointsPerUnit
    let net = effect.net
    let value = (net?.value ?? effect.change.difference) / whole
    let ends = net.map { [$0.interval.lowerBound / whole, $0.interval.upperBound / whole].sorted() }
    let isBetter: Bool? =
      switch action.reviewed.verdict {
      case .asExpected, .someEffect: true
      case .worse: false
      case .noClearChange, .tooEarly, nil: nil
      }
    return OutcomeMarks(value, ends.map { $0[0]...$0[1] }, isBetter: isBetter).element(name: action.spoken.verdict)
  }

  func plans() -> [Element] {
    let all = actions.filter { $0.reviewed.action.status != .dropped }
    let plans = all.compactMap { action -> EffortChart.RatedAction? in
      guard let impact = action.spoken.impact, let effort = action.spoken.effort, (1...5).contains(impact),
        (1...5).contains(effort)
      else { return nil }
      return EffortChart.RatedAction(
        title: action.spoken.title, impact: impact, effort: effort, status: action.spoken.status)
    }
    guard !plans.isEmpty else { return [] }
    let name = plans.map { plan in
      words.plan(plan.title, impact: plan.impact, effort: plan.effort, plan.status.spoken(in: words))
    }.joined(separator: "; ")
    let drawn = EffortChart(
      plans, impact: "↑ " + words.impactAxis, effort: words.effortAxis + " →", quickWins: words.quickWins
    ).drawn(name: name)
    let unrated = all.filter { $0.spoken.isOpen && ($0.spoken.impact == nil || $0.spoken.effort == nil) }
    return [
      plot(words.whatToDoNext, drawn.element),
      Element("ul", ["class": "key"]) {
        [Action.ActionStatus.planned, .doing, .done].filter { status in
          plans.contains { $0.status == status || status == .done && $0.status == .kept }
        }.map { status in
          Element("li") {
            marks(16, 14, name: nil) { EffortChart.sign(status, at: Point(x: 8, y: 7)) }
            " " + status.spoken(in: words)
          }
        }
      },
      drawn.left.isEmpty ? nil : Element("p", ["class": "facts"]) { words.alsoThere(drawn.left) },
      unrated.isEmpty ? nil : Element("p", ["class": "facts"]) { words.notRated(unrated.map(\.spoken.title)) },
    ].compactMap(\.self)
  }

  /// Of the first three to fix those for which nothing is being done, with their ranks.
  private var withoutAction: [(rank: Int, touchpoint: Touchpoint.ID)] {
    let open = actions.filter(\.spoken.isOpen)
    let cared = Set(open.compactMap { $0.reviewed.touchpoint }.map { journey.original($0.value) })
    return ranking.ranked.prefix(3).enumerated().filter { !cared.contains($0.element.touchpoint.value) }.map {
      ($0.offset + 1, $0.element.touchpoint)
    }
  }

  /// The first of these, in a sentence.
  var firstWithoutAction: String? {
    withoutAction.first.map { words.noActionYet(rank: $0.rank, journey[$0.touchpoint].title) }
  }

  /// What is being done, and the first of the ranking for which nothing is.
  func underWay() -> [Element] {
    let open = actions.filter(\.spoken.isOpen)
    let missing = withoutAction
    guard !open.isEmpty || !missing.isEmpty else { return [] }
    return [
      Element("ul", ["class": "open"]) {
        missing.map { missing in
          Element("li", ["class": "missing"]) {
            words.noActionYet(rank: missing.rank, journey[missing.touchpoint].title)
          }
        }
        open.prefix(Self.mostUnderWay).map { action in
          Element("li", ["class": action.spoken.isOverdue ? "late" : nil]) {
            Element("strong", ["lang": language]) { action.spoken.title }
            Element("span", ["class": "facts"]) {
              joined(
                [
                  action.spoken.owner, action.spoken.due, action.spoken.expected,
                  action.spoken.isOverdue ? action.spoken.statusWords : nil,
                ].compactMap(\.self), by: " · ")
            }
          }
        }
      },
      open.count > Self.mostUnderWay
        ? Element("p", ["class": "facts"]) { words.andMore(open.count - Self.mostUnderWay) } : nil,
    ].compactMap(\.self)
  }
}
