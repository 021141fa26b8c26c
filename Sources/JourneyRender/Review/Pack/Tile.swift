internal import Markup

/// A sheet with its part of a picture of the id `poster`, crop marks at its corners.
///
/// - Parameters:
///   - title: what the picture shows, for the margin.
///   - pixels: of the picture in a millimetre.
func tile(_ tiling: Tiling, _ row: Int, _ column: Int, title: String, pixels: Double) -> Element {
  let (paper, margin) = (tiling.paper, Tiling.margin)
  let part = [Double(column) * tiling.stepX, Double(row) * tiling.stepY, tiling.pictureWidth, tiling.pictureHeight]
    .map { ($0 * pixels).svg }.joined(separator: " ")
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
    Element("path", ["class": "mark", "d": cropMarks(tiling)])
    edges(tiling, row, column).map { Element("path", ["class": "edge", "d": $0]) }
    Element("text", ["class": "sheet-name", "x": (margin + 14).svg, "y": (paper.height - 4).svg]) {
      "\(title) · row \(row + 1) of \(tiling.rows), column \(column + 1) of \(tiling.columns)"
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

/// Where the next sheet begins, dashed in the margin only, so that nothing is drawn over the picture; nil on the last.
private func edges(_ tiling: Tiling, _ row: Int, _ column: Int) -> String? {
  let (margin, paper) = (Tiling.margin, tiling.paper)
  var path = ""
  if column + 1 < tiling.columns {
    let x = margin + tiling.stepX
    path += "M\(x.svg) 2V\((margin - 2).svg)M\(x.svg) \((paper.height - margin + 2).svg)V\((paper.height - 2).svg)"
  }
  if row + 1 < tiling.rows {
    let y = margin + tiling.stepY
    path += "M2 \(y.svg)H\((margin - 2).svg)M\((paper.width - margin + 2).svg) \(y.svg)H\((paper.width - 2).svg)"
  }
  return path.isEmpty ? nil : path
}
