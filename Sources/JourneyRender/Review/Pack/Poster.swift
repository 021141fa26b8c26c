internal import JourneyLayout
internal import JourneyModel
internal import Markup

/// A journey's map for the wall: so large that its body text is 18 pt on paper.
struct Poster {
  let view: JourneyView
  let theme: Theme
  private let drawing: MapDrawing

  init(_ view: JourneyView, theme: Theme) {
    self.view = view
    self.theme = theme
    drawing = MapDrawing(view, linksPages: false)
  }

  /// Millimetres a pixel: 18 points are 6.35 mm.
  private static let scale = 6.35 / TextStyle.note.font.size

  private var width: Double { drawing.map.width * Self.scale }
  private var height: Double { drawing.map.height * Self.scale }

  /// One picture of the whole, in its size on paper.
  func svg() -> Element {
    var picture = drawing.element(theme)
    picture.attributes["width"] = width.svg + "mm"
    picture.attributes["height"] = height.svg + "mm"
    return picture
  }

  /// A page that prints it on sheets of a size, with overlap and crop marks where it needs more than one.
  func sheets(on paper: Paper) -> Element {
    let tiling = Tiling(width: width, height: height, on: paper)
    let style = """
      @page{size:\(tiling.paper.width.svg)mm \(tiling.paper.height.svg)mm;margin:0}
      .sheet{display:block;break-after:page;background:var(--paper);max-width:100%;height:auto;margin:0 auto 1rem}
      .sheet:last-child{break-after:auto}
      .store{position:absolute;width:0;height:0}
      .mark{stroke:var(--ink);stroke-width:.3;fill:none}
      .edge{stroke:var(--ink);stroke-width:.3;stroke-dasharray:2 2;fill:none}
      .sheet-name{font-size:4px;fill:var(--muted)}
      @media print{body{margin:0}.sheet{margin:0;max-width:none;width:\(tiling.paper.width.svg)mm;height:\(tiling.paper.height.svg)mm}.hint{display:none}}
      """
    let count = tiling.columns * tiling.rows
    return packPage(
      title: "\(view.journey.title): poster on \(paper.name)", language: view.workspace.language, theme: theme,
      style: style
    ) {
      Element("p", ["class": "hint"]) {
        count == 1
          ? "One sheet of \(paper.name). Print at 100%, without margins."
          : "\(count) sheets of \(paper.name), \(tiling.columns) across and \(tiling.rows) down. Print at 100%, without "
            + "margins; cut at the corner marks, and lay each sheet over the dashed edge of its neighbour."
      }
      store()
      (0..<tiling.rows).flatMap { row in (0..<tiling.columns).map { column in sheet(tiling, row, column) } }
    }
  }

  /// The picture once; the sheets show parts of it.
  private func store() -> Element {
    let picture = drawing.element(theme)
    return Element("svg", ["xmlns": "http://www.w3.org/2000/svg", "class": "store", "role": "img", "aria-label": view.takeaway]) {
      Element("defs") { Element("g", ["id": "poster", "class": "waymark"], children: picture.children) }
    }
  }

  private func sheet(_ tiling: Tiling, _ row: Int, _ column: Int) -> Element {
    let (paper, margin) = (tiling.paper, Tiling.margin)
    let part = [
      Double(column) * tiling.stepX, Double(row) * tiling.stepY, tiling.pictureWidth, tiling.pictureHeight,
    ].map { ($0 / Self.scale).svg }.joined(separator: " ")
    return Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "sheet", "width": paper.width.svg + "mm",
        "height": paper.height.svg + "mm", "viewBox": "0 0 \(paper.width.svg) \(paper.height.svg)", "role": "img",
        "aria-label": "Sheet \(row * tiling.columns + column + 1) of \(tiling.rows * tiling.columns)",
      ]
    ) {
      Element(
        "svg",
        [
          "x": margin.svg, "y": margin.svg, "width": tiling.pictureWidth.svg, "height": tiling.pictureHeight.svg,
          "viewBox": part,
        ]
      ) { Element("use", ["href": "#poster"]) }
      if tiling.rows * tiling.columns > 1 {
        Element("path", ["class": "mark", "d": cropMarks(tiling)])
        Element("path", ["class": "edge", "d": edges(tiling, row, column)])
        Element("text", ["class": "sheet-name", "x": (margin + 14).svg, "y": (paper.height - 4).svg]) {
          "\(view.journey.title) · row \(row + 1) of \(tiling.rows), column \(column + 1) of \(tiling.columns)"
        }
      }
    }
  }

  /// Two strokes outside each corner of the picture.
  private func cropMarks(_ tiling: Tiling) -> String {
    let (margin, length) = (Tiling.margin, 8.0)
    let (right, bottom) = (tiling.paper.width - margin, tiling.paper.height - margin)
    return [(margin, margin, -1.0, -1.0), (right, margin, 1, -1), (margin, bottom, -1, 1), (right, bottom, 1, 1)]
      .map { x, y, outX, outY in
        "M\((x + outX * 2).svg) \(y.svg)h\((outX * length).svg)M\(x.svg) \((y + outY * 2).svg)v\((outY * length).svg)"
      }.joined()
  }

  /// Where the next sheet begins, dashed in the margin only, so that nothing is drawn over the picture.
  private func edges(_ tiling: Tiling, _ row: Int, _ column: Int) -> String {
    let margin = Tiling.margin
    var path = ""
    if column + 1 < tiling.columns {
      let x = margin + tiling.stepX
      path += "M\(x.svg) 2V\((margin - 2).svg)M\(x.svg) \((tiling.paper.height - margin + 2).svg)V\((tiling.paper.height - 2).svg)"
    }
    if row + 1 < tiling.rows {
      let y = margin + tiling.stepY
      path += "M2 \(y.svg)H\((margin - 2).svg)M\((tiling.paper.width - margin + 2).svg) \(y.svg)H\((tiling.paper.width - 2).svg)"
    }
    return path.isEmpty ? "M0 0" : path
  }
}
