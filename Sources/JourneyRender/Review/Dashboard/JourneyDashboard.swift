internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneySyntax
internal import JourneyWords
internal import Markup

/// What a review says of a journey in pictures: its findings, what to fix first, what changed, whether it helped.
///
/// Each drawing stands in a table whose words say the same, or has a name that does. The tables of everything follow on
/// the page, folded.
struct JourneyDashboard {
  let reviewed: ReviewedJourney
  let spoken: SpokenJourney
  let whole: SpokenReview
  /// Where a touchpoint is on the page of its journey; nil where that is not beside this one.
  let link: (Touchpoint.ID) -> String?
  /// Whether it is on slides, which hold the first few and what decides about them.
  var isBrief = false

  var review: Review { whole.review }
  var workspace: Workspace { review.workspace }
  var words: Words { whole.words }
  var annotated: AnnotatedJourney { review.annotated.journeys[reviewed.journey.value] }
  var journey: Journey { annotated.journey }
  var ranking: Ranking { reviewed.ranking }
  /// Of the journey's own texts, where it is not that of Waymark's words.
  var language: String? { workspace.foreignLanguage }

  func element() -> Element {
    Element("div", ["class": "dash"]) {
      headline()
      goals()
      section(words.whatToFixFirst, certainties) { priorities() }
      columns(
        [
          section(words.whatChanged, changesNote) { slopes() },
          section(words.handOffsBiggestDropFirst, words.handOffsKey) { handOffs() },
          section(words.whoPassesCustomersOnToWhom, words.matrixKey) { matrix() },
        ].compactMap(\.self), style: "found")
      section(words.whichSegmentsDiffer, words.segmentsKey) { segments() }
      columns(
        [
          section(words.didItHelp, words.didItHelpKey) { outcomes() },
          section(words.whatToDoNext, words.whatToDoNextKey) { plans() },
          section(words.underWay, nil) { underWay() },
        ].compactMap(\.self), style: "done")
    }
  }

  /// - Parameter style: how three of them share the width.
  private func columns(_ sections: [Element], style: String) -> Element? {
    sections.isEmpty ? nil : Element("div", ["class": sections.count == 3 ? "beside \(style)" : "beside"]) { sections }
  }

  /// Nil where there is nothing in it.
  private func section(_ title: String, _ note: String?, _ content: () -> [Element]) -> Element? {
    let content = content()
    guard !content.isEmpty else { return nil }
    return Element("div", ["class": "part"]) {
      Element("h3") { title }
      note.map { note in Element("p", ["class": "facts"]) { note } }
      content
    }
  }

  func plot(_ name: String, _ content: Element) -> Element {
    JourneyRender.plot(name, of: journey.title, in: words, content)
  }

  /// A touchpoint's title, with a link to it where there is one.
  func name(of touchpoint: Touchpoint.ID) -> Element {
    let title = journey[touchpoint].title
    return link(touchpoint).map { Element("a", ["href": $0, "lang": language]) { title } }
      ?? Element("span", ["lang": language]) { title }
  }

  func score(_ touchpoint: Touchpoint.ID, _ metric: Metric) -> Score {
    annotated.touchpoints[touchpoint.value][metric]
  }
}

extension JourneyDashboard {
  /// Two sentences, then the figures that they are about.
  private func headline() -> [Element] {
    let first = takeaway(annotated, ranking)
    let (fall, rise) = (reviewed.changes.greatest(isBetter: false), reviewed.changes.greatest(isBetter: true))
    let sentences = words.headline(
      top: first.map { journey[$0.touchpoint].title }, worse: fall.flatMap(title), better: rise.flatMap(title),
      isCompared: !reviewed.changes.isEmpty)
    guard !sentences.isEmpty else { return [Element("p", ["class": "headline"]) { spoken.takeaway }] }
    return [
      Element("p", ["class": "headline", "lang": language]) {
        sentences.prefix(first == nil ? 1 : 2).joined(separator: " ")
      },
      Element("p", ["class": "under"]) { details(first, fall ?? rise) },
    ]
  }

  private func title(_ change: MetricChange) -> String? { change.touchpoints.first.map { journey[$0].title } }

  private func details(_ first: Takeaway?, _ change: MetricChange?) -> String {
    var sentences: [String] = []
    if let first {
      let figure = first.score.summary(under: annotated.period, in: words)
      let reach = first.reach?.clause(under: annotated.period, in: words) ?? ""
      sentences.append(words.remark(on: journey[first.touchpoint].title, figure + reach))
    }
    if let change, let title = title(change), let printed = change.score.printed(in: words) {
      let moved = words.moved(
        printed.text(change.change.before.value), change.score.metric.phrase(printed.value, in: words),
        since: change.change.from.spoken(in: words))
      sentences.append(words.remark(on: title, moved))
    }
    let helped = review.actions.first { $0.journey == reviewed.journey && $0.verdict == .asExpected }
    if let helped { sentences.append(words.helped(helped.action.title)) }
    return sentences.joined(separator: " ")
  }
}
