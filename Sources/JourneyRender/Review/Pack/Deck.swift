internal import JourneyLayout
internal import JourneyMetrics
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords
internal import Markup

/// A journey as slides of 16:9, phase by phase: a page each on paper, and on a projector one after the other, by keys or,
/// where no script runs, by links.
struct Deck {
  let view: JourneyView
  let journey: SpokenJourney
  let review: SpokenReview
  let theme: Theme
  /// What makes the keys of a presentation work; empty for none.
  let script: String
  let layout: Pieces

  init(view: JourneyView, journey: SpokenJourney, review: SpokenReview, theme: Theme, script: String) {
    (self.view, self.journey, self.review, self.theme, self.script) = (view, journey, review, theme, script)
    layout = Pieces(of: view.annotated, ranking: view.ranking, in: view.workspace)
  }

  struct Slide {
    let title: String
    let content: [Element.Child]

    init(_ title: String, @ElementBuilder _ content: () -> [Element.Child]) {
      self.title = title
      self.content = content()
    }
  }

  /// How many touchpoints or arrows a slide holds.
  var words: Words { review.words }

  private static let most = 6
  private static let mostPriorities = 5
  /// Their verdicts take more lines.
  private static let mostActions = 4

  func page() -> Element {
    let slides = [opening()] + phases() + priorities() + lists() + actions() + [closing()]
    return packPage(
      title: words.slides(of: journey.title), language: review.language, words: words, theme: theme,
      style: theme.mapStyle + Self.style
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
      if index > 0 { Element("a", ["href": "#s\(index)", "rel": "prev"]) { words.previousSlide } }
      Element("span") { "\(journey.title) · \(words.count(index + 1, of: count))" }
      if index + 1 < count { Element("a", ["href": "#s\(index + 2)", "rel": "next"]) { words.nextSlide } }
    }
  }

  /// The findings, and the whole journey under them.
  private func opening() -> Slide {
    let goals = journey.goals.map { goal in
      [goal.title + ": " + goal.stateWords, goal.latest].compactMap(\.self).joined(separator: ", ")
    }
    return Slide(journey.title) {
      Element("p", ["class": "lead"]) {
        ([journey.takeaway] + journey.changes.prefix(1).map { words.changed($0) + "." }).joined(separator: " ")
      }
      goals.isEmpty ? nil : Element("p", ["class": "soft"]) { goals.joined(separator: "; ") }
      whole()
    }
  }

  /// What to fix first on one slide, and whether the answers are enough to tell them apart.
  private func priorities() -> [Slide] {
    let first = journey.toDiscuss.prefix(Self.mostPriorities)
    guard !first.isEmpty else { return [] }
    return [
      Slide(words.whatComesFirst(clear: first.count { $0.level == .clear }, of: first.count)) {
        Element("table") {
          Element("thead") {
            Element("tr") {
              [words.touchpoint, words.figure, words.owner, words.whatToDoAboutIt].map(heading)
            }
          }
          Element("tbody") { first.map(priority) }
        }
      }
    ]
  }

  private func priority(_ touchpoint: SpokenTouchpoint) -> Element {
    Element("tr") {
      Element("th", ["scope": "row"]) { "\(touchpoint.rank). \(touchpoint.title)" }
      Element("td", ["class": "wide"]) { "\(touchpoint.figure); \(touchpoint.reach)" }
      Element("td") { touchpoint.owner ?? words.nobodyOwnsIt }
      Element("td", ["class": "wide"]) {
        let known = done(for: touchpoint.id) + ideas(for: touchpoint.id)
        known.isEmpty ? words.noIdeaYet : known.joined(separator: "; ")
      }
    }
  }

  /// What was done there already: an idea beside it may be the same.
  private func done(for touchpoint: Touchpoint.ID) -> [String] {
    review.actions.filter { $0.status == .done && $0.spot == TouchpointReference(journey.id, touchpoint) }.prefix(1).map
    {
      words.alreadyDone($0.title)
    }
  }

  private func ideas(for touchpoint: Touchpoint.ID) -> [String] {
    let ideas = view.journey[touchpoint].ideas.prefix(1).map(\.text)
    return ideas.isEmpty ? [] : [words.ideas(Array(ideas))]
  }

  private func lists() -> [Slide] {
    var slides: [Slide] = []
    func add(_ title: String, _ items: [String], note: String? = nil) {
      guard !items.isEmpty else { return }
      slides.append(
        Slide(title) {
          bullets(Array(items.prefix(Self.most)))
          items.count > Self.most ? Element("p", ["class": "soft"]) { words.andMore(items.count - Self.most) } : nil
        })
    }
    add(words.nobodyAsks(at: journey.blindSpots.count), journey.blindSpots.map { "\($0.title): \($0.words)" })
    add(words.severeForFew, journey.severeForFew.map { "\($0.title): \($0.words)" })
    let worse = journey.handOffs.filter(\.isWorse)
    add(
      worse.first.map { words.getsWorse(from: $0.from, to: $0.to) } ?? "",
      worse.map { crossing in
        (["\(crossing.from) → \(crossing.to)"] + [crossing.departments, crossing.scores].compactMap(\.self))
          .joined(separator: "; ")
      })
    let changes = journey.changes.map { words.changed($0) }
    let better = journey.changes.count(where: \.isBetter)
    add(
      words.clearChanges(worse: changes.count - better, better: better),
      changes + [journey.unchanged].compactMap(\.self))
    add(
      words.youSaidWeDid,
      review.told.filter { $0.journey.map { $0 == journey.id } ?? true }.map { told in
        words.told(told)
      })
    return slides
  }

  private func actions() -> [Slide] {
    let all = review.actions.filter { $0.status != .dropped && $0.journey.map { $0 == journey.id } ?? true }
    return stride(from: 0, to: all.count, by: Self.mostActions).map { start in
      let title = words.part(
        words.actionsAndWhetherTheyHelped, start / Self.mostActions + 1, of: (all.count - 1) / Self.mostActions + 1)
      return Slide(title) {
        Element("table") {
          Element("thead") {
            Element("tr") { [words.action, words.owner, words.due, words.status, words.verdict].map(heading) }
          }
          Element("tbody") {
            all[start..<min(start + Self.mostActions, all.count)].map { action in
              Element("tr") {
                Element("th", ["scope": "row"], children: [.text(action.title)])
                Element("td") { action.owner ?? words.nobodyYet }
                Element("td") { action.due ?? "" }
                Element("td") { action.statusWords }
                Element("td", ["class": "wide"]) { action.verdict ?? action.expected.map(words.expects) ?? "" }
              }
            }
          }
        }
      }
    }
  }

  private func closing() -> Slide {
    Slide(words.yourTurn) {
      Element("p", ["class": "big"]) {
        words.threeDotsRule
      }
      bullets([
        words.oneOwnerRule,
        words.votesRule,
      ])
    }
  }

  private static let style = """
    html{scroll-snap-type:y mandatory}
    .slide{width:100%;min-height:100vh;padding:4vh 4vw 2vh;display:flex;flex-direction:column;scroll-snap-align:start;font-size:max(1rem,2vw)}
    .slide h1{margin:0 0 .3em;font-size:1.7em;line-height:1.15}
    .content{flex:1;min-height:0;display:flex;flex-direction:column}
    .slide nav{display:flex;gap:2em;justify-content:space-between;color:var(--muted);font-size:.7em;padding-top:.5em}
    .big{font-size:1.5em;font-weight:600;margin:.5em 0;line-height:1.3}
    .lead{font-weight:600;margin:0 0 .6em}
    .soft{color:var(--muted)}
    .picture{flex:1;min-height:0}
    .picture svg{display:block;width:100%;height:100%}
    ul{margin:.5em 0}
    li{margin:.35em 0}
    table{border-collapse:collapse;width:100%;font-size:.75em}
    th,td{overflow-wrap:break-word;max-width:8em;text-align:start;vertical-align:top;padding-block:.45em;padding-inline:0 .8em;border-top:1px solid var(--rule)}
    th:first-child,td:last-child{max-width:12em}
    .wide.wide{max-width:22em}
    thead th{border:0;color:var(--muted)}
    @media screen{.content{overflow-x:auto}}
    @media screen and (min-aspect-ratio:4/3){.slide{height:100vh}}
    @page{size:338.67mm 190.5mm;margin:0}
    @media print{.slide{height:190.5mm;min-height:0;overflow:hidden;break-after:page;padding:10mm 14mm 6mm;font-size:19pt}.content{overflow:hidden}.slide:last-of-type{break-after:auto}.slide a{display:none}}

    """
}
