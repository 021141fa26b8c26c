/// A face of Inter at a size: what a text on the map is set in.
///
/// The map measures text in Inter and names Inter first in its style, so where the viewer has that font the boxes fit
/// to a fiftieth of a pixel. That holds for `font-kerning: none` and `font-variant-ligatures: none` only: the sum of
/// the letters' widths knows neither.
package struct Font: Hashable, Sendable {
  /// How heavy the letters are.
  package enum Weight: Int, Sendable {
    case regular, semibold, bold

    /// The number that CSS knows the weight by.
    package var css: Int {
      switch self {
      case .regular: 400
      case .semibold: 600
      case .bold: 700
      }
    }
  }

  /// The height of the em, in pixels.
  package var size: Double
  package var weight: Weight
  package var isItalic: Bool

  package init(size: Double, weight: Weight = .regular, isItalic: Bool = false) {
    self.size = size
    self.weight = weight
    self.isItalic = isItalic
  }

  /// From the baseline up to where the tallest letters end, in pixels.
  package var ascent: Double { size * 2728 / 2816 }

  /// From the baseline down to where the lowest letters end, in pixels.
  package var descent: Double { size * 680 / 2816 }

  /// The height of a capital, in pixels: half of it below a middle line is the baseline of a label centred on it.
  package var capHeight: Double { size * 2048 / 2816 }
}

extension Font {
  /// Where the widths of the face start in `AdvanceWidths.table`.
  var firstWidth: Int { AdvanceWidths.widths + (weight.rawValue + (isItalic ? 3 : 0)) * AdvanceWidths.kinds }

  /// What a length in the table's units is in pixels.
  func pixels(_ units: Int) -> Double { Double(units) * size / Double(AdvanceWidths.em) }

  /// What fits into a width in pixels, in the table's units.
  ///
  /// A text fits into its own width: the hair's breadth makes up for the rounding of `pixels`.
  func units(_ width: Double) -> Int {
    let units = width / size * Double(AdvanceWidths.em) + 1e-6
    guard units > 0, size > 0 else { return 0 }
    return units < 1e15 ? Int(units) : Int(1e15)
  }
}
