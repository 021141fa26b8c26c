internal import JourneyLayout
internal import JourneyModel
internal import JourneyWords
internal import Markup

/// For whoever leads the workshop: what happens when, with what, and what to mind; what the data say of each journey, to
/// have in mind.
struct Agenda {
  let review: SpokenReview
  let views: [JourneyView]
  let theme: Theme
  private var words: Words { review.words }

  func page() -> Element {
    Worksheets(review: review, views: views, theme: theme).page(
      words.agendaAndNotes, size: "A4 portrait", lead: words.twoHours
    ) {
      Element("table", ["class": "agenda"]) {
        Element("thead") {
          Element("tr") { [words.minutes, words.agendaWhat, words.agendaWith, words.agendaMind].map(heading) }
        }
        Element("tbody") {
          words.agenda.map { item in
            Element("tr") {
              Element("td") { String(item.minutes) }
              Element("th", ["scope": "row"]) { item.what }
              Element("td") { item.with }
              Element("td") { item.note }
            }
          }
        }
      }
      Element("h2") { words.beforeItBegins }
      bullets(words.preparations)
      views.map { view in
        Element("section") {
          Element("h2") { view.journey.title }
          bullets(Headlines(view.annotated, ranking: view.ranking, in: view.workspace).findings)
        }
      }
    }
  }
}
