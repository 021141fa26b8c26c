internal import JourneyLayout
internal import Markup

extension Tiling {
  /// Which part of the poster a sheet carries.
  struct Tile {
    let row: Int
    let column: Int
  }

  /// Row by row.
  var tiles: [Tile] { (0..<rows).flatMap { row in (0..<columns).map { Tile(row: row, column: $0) } } }

  /// The tile's part of a picture of so many pixels in a millimetre.
  func part(_ tile: Tile, scale: Double) -> Rect {
    Rect(
      x: Double(tile.column) * stepX * scale, y: Double(tile.row) * stepY * scale, width: pictureWidth * scale,
      height: pictureHeight * scale)
  }

  /// The same without what the sheets to the left and above carry as well, so that every place belongs to one tile.
  func ownPart(_ tile: Tile, scale: Double) -> Rect {
    var part = part(tile, scale: scale)
    let (left, top) = (tile.column > 0 ? Self.overlap * scale : 0, tile.row > 0 ? Self.overlap * scale : 0)
    part.x += left
    part.width -= left
    part.y += top
    part.height -= top
    return part
  }

  /// A sheet with its part of the picture of the id `poster`, crop marks at its corners.
  ///
  /// - Parameters:
  ///   - title: what the picture shows, for the margin.
  ///   - words: which of the sheets it is.
  ///   - scale: pixels of the picture in a millimetre.
  func sheet(_ tile: Tile, title: String, words: String, place: String, scale: Double) -> Element {
    let margin = Self.margin
    let part = part(tile, scale: scale)
    return Element(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "class": "sheet", "width": paper.width.svg + "mm",
        "height": paper.height.svg + "mm", "viewBox": "0 0 \(paper.width.svg) \(paper.height.svg)", "role": "img",
        "aria-label": words,
      ]
    ) {
      Element(
        "svg",
        [
          "x": margin.svg, "y": margin.svg, "width": pictureWidth.svg, "height": pictureHeight.svg,
          "viewBox": "\(part.x.svg) \(part.y.svg) \(part.width.svg) \(part.height.svg)",
        ]
      ) { Element("use", ["href": "#poster"]) }
      Element("path", ["class": "mark", "d": cropMarks(self)])
      edges(self, tile.row, tile.column).map { Element("path", ["class": "edge", "d": $0]) }
      Element("text", ["class": "sheet-name", "x": (margin + 14).svg, "y": (paper.height - 4).svg]) {
        "\(title) · \(place)"
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
