internal import JourneyLayout
internal import JourneyModel
package import JourneyWords
internal import Markup

extension Rendering {
  /// Posters as one picture, all sheets one under the other.
  func drawing(of poster: Poster) -> SizedDrawing {
    let pixels = 96 / 25.4
    return SizedDrawing(svg: xml(poster.svg()), width: poster.paper.width * pixels, height: poster.height * pixels)
  }

  /// Everything that the workshop prints and projects: posters, slides, agenda, ballot, register and grid, and a page that
  /// links them.
  ///
  /// - Parameters:
  ///   - tiles: the sizes of sheets on which posters are spread too.
  ///   - departments: pages of departments that lie beside these, to be linked too.
  ///   - data: the same of what programs read.
  package func pack(
    _ review: SpokenReview, tiles: [Paper], departments: [(path: String, words: String)],
    data: [(path: String, words: String)]
  ) -> [(path: String, bytes: [UInt8])] {
    let words = review.words
    let sheets = Worksheets(review: review, views: views, theme: theme)
    var files: [(path: String, bytes: [UInt8])] = []
    func add(_ path: String, _ said: String, _ bytes: [UInt8]) -> PackLink {
      files.append((path, bytes))
      return (path, said)
    }
    var groups: [(title: String, links: [PackLink])] = [
      (
        words.forWhoeverLeads,
        [
          add(
            "agenda.html", words.agendaLink,
            html(Agenda(review: review, views: views, theme: theme).page()))
        ]
      )
    ]
    for (view, journey) in zip(views, review.journeys) where view.journey.isDrawn {
      let stem = view.journey.name
      var links: [PackLink] = []
      let deck = Deck(view: view, journey: journey, review: review, theme: theme, script: script)
      links.append(add("\(stem)-slides.html", words.slidesByPhase, html(deck.page())))
      let placed = placePoster(view.annotated, ranking: view.ranking, in: view.workspace)
      for size in Paper.walls {
        let poster = Poster(view, placed, on: size, theme: theme)
        let name = words.wallMap(size.name)
        links.append(add("\(stem)-poster-\(size.name).html", name, html(poster.page())))
        links.append(add("\(stem)-poster-\(size.name).svg", words.forPrintShop(name), xml(poster.svg())))
        for small in tiles {
          let path = "\(stem)-poster-\(size.name)-on-\(small.name).html"
          links.append(add(path, words.onSheets(name, small.name), html(poster.tiles(on: small))))
        }
      }
      groups.append((journey.title, links))
    }
    groups.append(
      (
        words.onTheTable,
        [
          add("ballot.html", words.ballotLink, html(sheets.ballot())),
          add("actions.html", words.registerLink, html(sheets.register())),
          add("grid.html", words.gridLink, html(sheets.grid())),
        ]
      ))
    groups += [(words.forDepartments, departments), (words.dataAndReview, data)]
    return [("index.html", html(contents(review, groups)))] + files
  }

  private typealias PackLink = (path: String, words: String)

  private func contents(_ review: SpokenReview, _ groups: [(title: String, links: [PackLink])]) -> Element {
    packPage(
      title: review.words.workshop(review.title), language: review.language, words: review.words, theme: theme,
      style: """
        main{padding:1.5rem;max-width:60rem}
        h2{margin:1.5rem 0 .25rem;font-size:1.1rem}
        ul{margin:0}
        li{margin:.35rem 0}

        """
    ) {
      Element("main") {
        Element("h1") { review.words.workshop(review.title) }
        groups.filter { !$0.links.isEmpty }.map { group in
          Element("section") {
            Element("h2") { group.title }
            Element("ul") {
              group.links.map { link in
                Element("li") { Element("a", ["href": link.path], children: [.text(link.words)]) }
              }
            }
          }
        }
      }
    }
  }
}
