internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords
internal import Markup

/// A journey as slides of 16:9: the whole, each phase, what to fix first, what changed, whether actions helped, and the
/// vote. A page each on paper, and on a projector one after the other, by keys or, where no script runs, by links.
struct Deck {
  let view: JourneyView
  let journey: SpokenJourney
  let review: SpokenReview
  let theme: Theme
  /// What makes the keys of a presentation work; empty for none.
  let script: String
  let layout: Pieces
  /// Nil where the journey is not reviewed.
  private let dashboard: JourneyDashboard?

  init(view: JourneyView, journey: SpokenJourney, review: SpokenReview, theme: Theme, script: String) {
    (self.view, self.journey, self.review, self.theme, self.script) = (view, journey, review, theme, script)
    layout = Pieces(of: view.annotated, ranking: view.ranking, in: view.workspace)
    dashboard = review.review.journeys.first { $0.journey == journey.id }.map {
      JourneyDashboard(reviewed: $0, spoken: journey, whole: review, link: { _ in nil }, isBrief: true)
    }
  }

  struct Slide {
    let title: String
    let content: [Element.Child]

    init(_ title: String, @ElementBuilder _ content: () -> [Element.Child]) {
      self.title = title
      self.content = content()
    }
  }

  var words: Words { review.words }

  /// How many sentences a slide holds beside a picture.
  private static let most = 6
  private static let mostTold = 3
  private static let mostFigures = 2

  func page() -> Element {
    let found = [priorities(), changes(), handOffs(), outcomes(), plans()].compactMap(\.self)
    let slides = [opening()] + phases() + found + [closing()]
    return packPage(
      title: words.slides(of: journey.title), language: review.language, words: words, theme: theme,
      style: theme.wallStyle + theme.chartStyle + Self.style
    ) {
      slides.enumerated().map { index, slide in
        Element("section", ["id": "s\(index + 1)", "class": "slide", "aria-labelledby": "t\(index + 1)"]) {
          Element("h1", ["id": "t\(index + 1)"]) { slide.title }
          Element("div", ["class": "content"], children: slide.content)
          footer(index, of: slides.count)
        }
      }
      script.isEmpty ? nil : Element("script", ["type": "module"], children: [.text(script)])
    }
  }

  private func footer(_ index: Int, of count: Int) -> Element {
    Element("nav", ["aria-label": words.slides]) {
      Element("span", ["class": "back"]) {
        index > 0 ? Element("a", ["href": "#s\(index)", "rel": "prev"]) { words.previousSlide } : nil
      }
      Element("span") { "\(journey.title) · \(words.count(index + 1, of: count))" }
      Element("span", ["class": "dots", "aria-hidden": "true"]) {
        (0..<count).map { Element("i", ["class": $0 == index ? "now" : nil]) }
      }
      Element("span", ["class": "on"]) {
        index + 1 < count ? Element("a", ["href": "#s\(index + 2)", "rel": "next"]) { words.nextSlide } : nil
      }
    }
  }

  /// The findings, the figures of the whole, and the whole journey under them.
  private func opening() -> Slide {
    let headlines = Headlines(view.annotated, ranking: view.ranking, in: view.workspace)
    let (name, remark) = journey.title.partedAtBracket
    let scope = Sentences.scope(of: view.annotated, in: view.workspace)
    return Slide(name) {
      Element("p", ["class": "lead"]) { joined([remark, scope].filter { !$0.isEmpty }, by: " · ") }
      Element("div", ["class": "head"]) {
        Element("p", ["class": "findings \(headlines.level?.className ?? "plain")"]) {
          headlines.findings.map { finding in Element("span") { finding } }
        }
        headlines.figures.prefix(Self.mostFigures).map { figure in
          Element("p", ["class": "total"]) {
            Element("span") { figure.label }
            Element("strong") {
              figure.value
              figure.level.map { [.text(" "), .element($0.element(in: words))] } ?? []
            }
            Element("span") { figure.detail }
          }
        }
      }
      picture(layout.placeWhole(), 0)
    }
  }

  /// Pictures of the review, as they are on its page; nil where there is nothing in them.
  private func slide(
    _ title: String, _ note: String? = nil, _ parts: [[Element]], style: String = "dash", _ more: [Element?] = []
  ) -> Slide? {
    let parts = parts.filter { !$0.isEmpty }
    guard !parts.isEmpty else { return nil }
    return Slide(title) {
      note.map { note in Element("p", ["class": "lead"]) { note } }
      Element("div", ["class": style]) {
        parts.count > 1
          ? [Element("div", ["class": "beside"]) { parts.map { part in Element("div") { part } } }]
          : parts.flatMap(\.self)
        more.compactMap(\.self)
      }
    }
  }

  /// What to fix first, and whether the answers are enough to tell them apart.
  private func priorities() -> Slide? {
    guard let dashboard else { return nil }
    let first = journey.toDiscuss.prefix(Self.most - 1)
    let severe = journey.severeForFew.map(\.title)
    return slide(
      words.whatComesFirst(clear: first.count { $0.level == .clear }, of: first.count), nil, [dashboard.priorities()],
      [severe.isEmpty ? nil : Element("p") { words.remark(on: words.severeForFew, joined(severe, by: ", ")) }])
  }

  private func changes() -> Slide? {
    guard let dashboard, !dashboard.reviewed.changes.isEmpty else { return nil }
    let changes = journey.changes.map { words.changed($0) }
    let better = journey.changes.count(where: \.isBetter)
    return slide(
      words.clearChanges(worse: changes.count - better, better: better), dashboard.changesNote,
      [
        Array(dashboard.slopes().prefix(1)),
        [bullets(Array(changes.prefix(Self.most)) + [journey.unchanged].compactMap(\.self))].compactMap(\.self),
      ])
  }

  private func handOffs() -> Slide? {
    guard let dashboard else { return nil }
    let worse = journey.handOffs.first(where: \.isWorse)
    return slide(
      worse.map { words.getsWorse(from: $0.from, to: $0.to) } ?? words.handOffsBiggestDropFirst, words.handOffsKey,
      [dashboard.handOffs()])
  }

  private func outcomes() -> Slide? {
    guard let dashboard else { return nil }
    let judged = review.review.actions.filter { $0.journey == journey.id && $0.verdict != nil }
    let helped = judged.count { $0.verdict == .asExpected || $0.verdict == .someEffect }
    let told = review.told.filter { $0.journey.map { $0 == journey.id } ?? true }.prefix(Self.mostTold)
    return slide(
      judged.isEmpty ? words.youSaidWeDid : words.helped(helped, of: judged.count), nil,
      [dashboard.outcomes() + [bullets(told.map { words.told($0) })].compactMap(\.self)])
  }

  private func plans() -> Slide? {
    guard let dashboard else { return nil }
    let blind = journey.blindSpots.map(\.title)
    return slide(
      dashboard.firstWithoutAction ?? words.whatToDoNext, nil, [dashboard.plans(), dashboard.underWay()],
      [blind.isEmpty ? nil : Element("p") { words.remark(on: words.notMeasured, joined(blind, by: ", ")) }])
  }

  /// The vote: its rule, and what can be voted for.
  private func closing() -> Slide {
    let candidates = view.ranking.candidates.map { view.journey[$0].title }
    return Slide(words.yourTurn) {
      Element("p", ["class": "big"]) { words.threeDotsRule }
      candidates.isEmpty
        ? nil : Element("ul", ["class": "candidates"]) { candidates.map { title in Element("li") { title } } }
      bullets([words.oneOwnerRule, words.votesRule])
    }
  }
}
