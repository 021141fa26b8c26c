internal import JourneyLayout
internal import JourneyModel
internal import JourneyWords
internal import Markup

/// A journey's map for the wall, drawn for a sheet of paper.
struct Poster: Sendable {
  let view: JourneyView
  let theme: Theme
  /// Lying, as journeys are wide.
  let paper: Paper
  private let placed: PlacedPoster
  private var words: Words { view.words }

  init(_ view: JourneyView, _ placed: PlacedPoster, on paper: Paper, theme: Theme) {
    self.view = view
    self.theme = theme
    self.placed = placed
    self.paper = paper.turned
  }

  /// In millimetres, all sheets one under the other.
  var height: Double { paper.height * Double(placed.sheets.count) }

  /// One picture of the whole, in its size on paper.
  func svg() -> Element {
    picture(class: "waymark", sheets: placed.sheets.count) {
      Element("title", ["id": "\(view.prefix)-title"], children: [.text(view.journey.title)])
      Element("desc", ["id": "\(view.prefix)-desc"], children: [.text(view.takeaway)])
      Element("style", [:], children: [.text(theme.wallStyle)])
      Element("rect", ["class": "paper", "width": "100%", "height": "100%"])
      placed.sheets.indices.map(sheet)
    }
  }

  /// A page that prints it on its own paper.
  func page() -> Element {
    let count = placed.sheets.count
    return page(
      on: paper, named: paper.name,
      hint:
        words.printHint(count, paper.name)
    ) {
      placed.sheets.indices.map { index in
        picture(class: "sheet waymark", sheets: 1) {
          Element("title", [:], children: [.text(words.sheet(view.journey.title, index + 1, of: count))])
          Element("rect", ["class": "paper", "width": "100%", "height": "100%"])
          sheet(index, at: 0)
        }
      }
    }
  }

  /// A page that prints it on smaller sheets, to trim and tape; sheets with nothing on them are left out.
  func tiles(on small: Paper) -> Element {
    let tiling = Tiling(width: paper.width, height: height, on: small)
    let all = tiling.tiles
    let pixels = PlacedPoster.width / paper.width
    let marks = placed.marks
    let printed = all.filter { tile in marks.contains { $0.overlaps(tiling.ownPart(tile, scale: pixels)) } }
    let empty = all.count - printed.count
    let sheets = placed.sheets.count
    return page(
      on: tiling.paper, named: words.paper(paper.name, on: small.name),
      hint: words.tilingHint(
        sheets: printed.count, of: small.name, across: tiling.columns, down: tiling.rows, posters: sheets,
        paper: paper.name, empty: empty)
    ) {
      Element("svg", ["xmlns": Self.namespace, "class": "store", "role": "img", "aria-label": view.takeaway]) {
        Element("defs") {
          Element("g", ["id": "poster", "class": "waymark"]) {
            Element("rect", ["class": "paper", "width": PlacedPoster.width.svg, "height": whole.svg])
            placed.sheets.indices.map(sheet)
          }
        }
      }
      printed.enumerated().map { index, tile in
        tiling.sheet(
          tile, title: view.journey.title, words: words.sheet(index + 1, of: printed.count),
          place: words.place(row: tile.row + 1, of: tiling.rows, column: tile.column + 1, of: tiling.columns),
          scale: pixels)
      }
    }
  }

  private static let namespace = "http://www.w3.org/2000/svg"

  /// As it is placed, all sheets one under the other.
  private var whole: Double { PlacedPoster.height * Double(placed.sheets.count) }

  private func sheet(_ index: Int) -> Element { sheet(index, at: Double(index) * PlacedPoster.height) }

  /// A sheet; one whose content is taller is drawn smaller.
  private func sheet(_ index: Int, at y: Double) -> Element {
    let sheet = placed.sheets[index]
    return Element(
      "svg",
      [
        "y": y.svg, "width": PlacedPoster.width.svg, "height": PlacedPoster.height.svg,
        "viewBox": "0 0 \(PlacedPoster.width.svg) \(sheet.height.svg)",
      ]
    ) {
      sheet.bands.enumerated().map { place, band in
        Element("g", ["transform": "translate(0 \(band.top.svg))scale(\((band.scale * 1e4).rounded() / 1e4))"]) {
          MapDrawing(view.piece(band, picture: place), placed: band.map).parts()
        }
      }
    }
  }

  private func picture(
    class style: String, sheets: Int, @ElementBuilder _ content: () -> [Element.Child]
  ) -> Element {
    Element(
      "svg",
      [
        "xmlns": Self.namespace, "class": style,
        "viewBox": "0 0 \(PlacedPoster.width.svg) \((PlacedPoster.height * Double(sheets)).svg)",
        "width": paper.width.svg + "mm", "height": (paper.height * Double(sheets)).svg + "mm",
        "role": "graphics-document",
        "aria-roledescription": words.journeyMap, "xml:lang": words.language, "lang": words.language,
      ], children: content())
  }

  private func page(
    on paper: Paper, named name: String, hint: String, @ElementBuilder _ sheets: () -> [Element.Child]
  ) -> Element {
    let size = "width:\(paper.width.svg)mm;height:\(paper.height.svg)mm"
    let style = """
      @page{size:\(paper.width.svg)mm \(paper.height.svg)mm;margin:0}
      .sheet{display:block;break-after:page;background:var(--paper);max-width:100%;height:auto;margin:0 auto 1rem}
      .sheet:last-child{break-after:auto}
      .store{position:absolute;width:0;height:0}
      .mark{stroke:var(--ink);stroke-width:.3;fill:none}
      .edge{stroke:var(--ink);stroke-width:.3;stroke-dasharray:2 2;fill:none}
      .sheet-name{font-size:4px;fill:var(--muted)}
      @media print{.sheet{margin:0;max-width:none;\(size)}.hint{display:none}}
      """
    return packPage(
      title: words.poster(view.journey.title, name), language: view.workspace.language, words: words, theme: theme,
      style: theme.wallStyle + style
    ) {
      Element("p", ["class": "hint"]) { hint }
      Element("main", [:], children: sheets())
    }
  }
}
