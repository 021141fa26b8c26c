/// A sheet of paper, in millimetres.
package struct Paper: Sendable, Equatable {
  package let name: String
  let width: Double
  let height: Double

  /// What posters are laid out for; ISO 216, upright.
  package static let a0 = Paper(name: "A0", width: 841, height: 1189)
  package static let a1 = Paper(name: "A1", width: 594, height: 841)
  static let walls = [a0, a1]
  package static let a3 = Paper(name: "A3", width: 297, height: 420)
  package static let a4 = Paper(name: "A4", width: 210, height: 297)

  var turned: Paper { Paper(name: name, width: height, height: width) }
}

/// How a drawing is spread over sheets that overlap, to be cut and glued.
struct Tiling {
  /// White around a sheet's picture, which printers need; crop marks stand in it.
  static let margin = 12.0
  /// What two sheets side by side have in common.
  static let overlap = 10.0

  let paper: Paper
  let columns: Int
  let rows: Int

  /// Upright or turned, whichever needs fewer sheets; upright where both need as many.
  init(width: Double, height: Double, on paper: Paper) {
    let upright = Self.sheets(width, height, paper)
    let turned = Self.sheets(width, height, paper.turned)
    let isTurned = turned.columns * turned.rows < upright.columns * upright.rows
    self.paper = isTurned ? paper.turned : paper
    (columns, rows) = isTurned ? turned : upright
  }

  /// Of the part of a sheet that carries the picture.
  var pictureWidth: Double { paper.width - 2 * Self.margin }
  var pictureHeight: Double { paper.height - 2 * Self.margin }
  var stepX: Double { pictureWidth - Self.overlap }
  var stepY: Double { pictureHeight - Self.overlap }

  private static func sheets(_ width: Double, _ height: Double, _ paper: Paper) -> (columns: Int, rows: Int) {
    func count(_ length: Double, _ side: Double) -> Int {
      let picture = side - 2 * margin
      guard length > picture else { return 1 }
      return 1 + Int(((length - picture) / (picture - overlap)).rounded(.up))
    }
    return (count(width, paper.width), count(height, paper.height))
  }
}
