internal import JourneyLayout
internal import JourneyModel
internal import JourneyReview
internal import JourneyWords
internal import Markup

/// What people write on: the ballot, the register of actions, the grid of impact and effort.
struct Worksheets {
  let review: SpokenReview
  let views: [JourneyView]
  let theme: Theme
  private var words: Words { review.words }

  private var ballotLead: String {
    let journeys = views.count { !$0.journey.isPlanned }
    return journeys > 1 ? words.threeDotsForEvery : words.threeDots
  }

  private func row(_ title: String, _ name: String) -> Element {
    Element("tr") {
      Element("th", ["scope": "row"], children: [.text(title)])
      Element("td", ["class": "name"]) { name }
      Element("td", ["class": "dots"])
      Element("td", ["class": "sum"])
    }
  }

  /// A field for dots beside each of the few that are worth a vote, with the name by which votes come back, and room for
  /// others.
  func ballot() -> Element {
    page(words.ballot, size: "A4 portrait", lead: ballotLead) {
      views.filter { !$0.journey.isPlanned }.map { view in
        Element("table") {
          Element("caption", [:], children: [.text(view.journey.title)])
          Element("thead") {
            Element("tr") { [words.touchpoint, words.nameInVotesCsv, words.dots, words.sum].map(heading) }
          }
          Element("tbody") {
            view.ranking.candidates.map { candidate in
              row(view.journey[candidate].title, "\(view.journey.name)/\(view.journey[candidate].name)")
            }
            (0..<Self.emptyVotes).map { _ in row("", "") }
          }
        }
      }
    }
  }

  /// The actions there are, and as many empty rows.
  func register() -> Element {
    page(
      words.registerOfActions, size: "A3 landscape", lead: words.registerRule
    ) {
      Element("table") {
        Element("thead") {
          Element("tr") {
            [
              words.action, words.forWhichTouchpoint, words.owner, words.due, words.goal, words.expectedEffect,
              words.impact15, words.effort15,
              words.status,
            ]
            .map(heading)
          }
        }
        Element("tbody") {
          review.actions.filter { $0.status != .dropped }.map { action in
            Element("tr") {
              Element("th", ["scope": "row"], children: [.text(action.title)])
              [
                action.subject, action.owner, action.due, action.goal, action.expected, action.impact.map(String.init),
                action.effort.map(String.init), action.statusWords,
              ].map { cell in Element("td") { cell ?? "" } }
            }
          }
          (0..<Self.emptyRows).map { _ in
            Element("tr", ["class": "empty"]) {
              Element("th", ["scope": "row"])
              (0..<8).map { _ in Element("td") }
            }
          }
        }
      }
    }
  }

  /// Open actions where they stand; the rest is room for notes.
  func grid() -> Element {
    page(words.impactAndEffort, size: "A3 landscape", lead: words.gridRule) {
      Element("table", ["class": "grid"]) {
        Element("thead") {
          Element("tr") {
            heading("")
            (1...5).map { heading(words.effort($0)) }
          }
        }
        Element("tbody") {
          (1...5).reversed().map { impact in
            Element("tr") {
              Element("th", ["scope": "row"]) { words.impact(impact) }
              (1...5).map { effort in
                Element("td") {
                  review.actions.filter { $0.isOpen && $0.impact == impact && $0.effort == effort }.map { action in
                    Element("p") { action.title + (action.owner.map { " (\($0))" } ?? "") }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private static let emptyRows = 12
  private static let emptyVotes = 3

  func page(
    _ title: String, size: String, lead: String, @ElementBuilder _ content: () -> [Element.Child]
  ) -> Element {
    packPage(
      title: "\(title): \(review.title)", language: review.language, words: words, theme: theme,
      style: Self.style + "@page{size:\(size);margin:12mm}\n"
    ) {
      Element("main") {
        Element("h1") { "\(title): \(review.title)" }
        Element("p", ["class": "lead"]) { lead }
        Element("div", [:], children: content())
      }
    }
  }

  private static let style = """
    main{padding:1.5rem}
    h1{margin:0 0 .25rem;font-size:1.5rem}
    .lead{margin:0 0 1rem;color:var(--muted)}
    table{border-collapse:collapse;width:100%;margin:0 0 2rem;font-size:.9rem}
    caption{text-align:start;font-weight:600;padding:.5rem 0}
    th,td{border:1px solid var(--rule);padding:.35rem .5rem;text-align:start;vertical-align:top;max-width:16em;overflow-wrap:break-word}
    thead th{color:var(--muted)}
    th[scope=rowgroup]{background:var(--chip)}
    .name{font-size:.75rem;color:var(--muted);width:22%}
    .dots{width:34%;height:2.4rem}
    .sum{width:8%}
    .empty th,.empty td{height:3.2rem}
    .grid{table-layout:fixed;min-width:52rem}
    .grid td{height:8rem;width:18%}
    .grid p{margin:0 0 .3rem}
    tr{break-inside:avoid}
    thead{display:table-header-group}
    table+table{break-before:page}
    .agenda td:first-child{white-space:nowrap;text-align:end}
    .agenda td{max-width:none}
    @media print{main{padding:0}body{font-size:11pt}.grid td{height:44mm}}

    """
}
