package import JourneyLayout
internal import JourneyModel
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
    var files: [(path: String, words: String, bytes: [UInt8])] = []
    for (view, journey) in zip(views, review.journeys) where view.journey.isDrawn {
      let name = view.journey.name
      for size in Paper.walls {
        let poster = Poster(view, on: size, theme: theme)
        let words = "\(journey.title): the map for the wall, \(size.name)"
        files.append(("\(name)-poster-\(size.name).html", words, html(poster.page())))
        files.append(("\(name)-poster-\(size.name).svg", "\(words), as a picture for a print shop", xml(poster.svg())))
        for small in tiles {
          let path = "\(name)-poster-\(size.name)-on-\(small.name).html"
          files.append((path, "\(words), on sheets of \(small.name) to trim and tape", html(poster.tiles(on: small))))
        }
      }
      let deck = Deck(view: view, journey: journey, review: review, theme: theme, script: script)
      files.append(("\(name)-slides.html", "\(journey.title): slides, phase by phase", html(deck.page())))
    }
    let sheets = Worksheets(review: review, views: views, theme: theme)
    files.append(("ballot.html", "Ballot, with a field for dots beside each touchpoint", html(sheets.ballot())))
    files.append(("actions.html", "Register of actions, with room to write", html(sheets.register())))
    files.append(("grid.html", "Impact and effort, with room to write", html(sheets.grid())))
    let links = files.map { (path: $0.path, words: $0.words) } + others
    return [("index.html", html(contents(review, links)))] + files.map { ($0.path, $0.bytes) }
  }

  private func contents(_ review: SpokenReview, _ links: [(path: String, words: String)]) -> Element {
    packPage(
      title: "Workshop: \(review.title)", language: review.language, theme: theme,
      style: "main{padding:1.5rem;max-width:60rem}li{margin:.5rem 0}"
    ) {
      Element("main") {
        Element("h1") { "Workshop: \(review.title)" }
        Element("ul") {
          links.map { link in
            Element("li") { Element("a", ["href": link.path], children: [.text(link.words)]) }
          }
        }
      }
    }
  }
}
