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

  /// Everything that the workshop prints and projects: posters, slides, ballot, register and grid, and a page that
  /// links them.
  ///
  /// - Parameters:
  ///   - tiles: the sizes of sheets on which posters are spread too.
  ///   - others: files that lie beside these, to be linked too.
  package func pack(
    _ review: SpokenReview, tiles: [Paper], others: [(path: String, words: String)]
  ) -> [(path: String, bytes: [UInt8])] {
    let words = review.words
    var files: [(path: String, words: String, bytes: [UInt8])] = []
    for (view, journey) in zip(views, review.journeys) where view.journey.isDrawn {
      let stem = view.journey.name
      for size in Paper.walls {
        let poster = Poster(view, on: size, theme: theme)
        let name = words.wallMap(journey.title, size.name)
        files.append(("\(stem)-poster-\(size.name).html", name, html(poster.page())))
        files.append(("\(stem)-poster-\(size.name).svg", words.forPrintShop(name), xml(poster.svg())))
        for small in tiles {
          let path = "\(stem)-poster-\(size.name)-on-\(small.name).html"
          files.append((path, words.onSheets(name, small.name), html(poster.tiles(on: small))))
        }
      }
      let deck = Deck(view: view, journey: journey, review: review, theme: theme, script: script)
      files.append(("\(stem)-slides.html", words.slidesByPhase(journey.title), html(deck.page())))
    }
    let sheets = Worksheets(review: review, views: views, theme: theme)
    files.append(("ballot.html", words.ballotLink, html(sheets.ballot())))
    files.append(("actions.html", words.registerLink, html(sheets.register())))
    files.append(("grid.html", words.gridLink, html(sheets.grid())))
    let links = files.map { (path: $0.path, words: $0.words) } + others
    return [("index.html", html(contents(review, links)))] + files.map { ($0.path, $0.bytes) }
  }

  private func contents(_ review: SpokenReview, _ links: [(path: String, words: String)]) -> Element {
    packPage(
      title: review.words.workshop(review.title), language: review.language, words: review.words, theme: theme,
      style: "main{padding:1.5rem;max-width:60rem}li{margin:.5rem 0}"
    ) {
      Element("main") {
        Element("h1") { review.words.workshop(review.title) }
        Element("ul") {
          links.map { link in
            Element("li") { Element("a", ["href": link.path], children: [.text(link.words)]) }
          }
        }
      }
    }
  }
}
