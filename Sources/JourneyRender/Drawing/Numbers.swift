internal import JourneyLayout

extension Double {
  /// In SVG: pixels to two decimals, without zeros that say nothing.
  var svg: String {
    let hundredths = Int((self * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    var text = hundredths < 0 ? "-\(whole)" : String(whole)
    if rest > 0 {
      text += rest < 10 ? ".0" : "."
      text += String(rest.isMultiple(of: 10) ? rest / 10 : rest)
    }
    return text
  }
}

extension Point {
  /// As in a path: `12 34.5`.
  var svg: String { "\(x.svg) \(y.svg)" }
}
