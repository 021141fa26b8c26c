extension TextLine {
  /// How wide the letters are in the font that a reader most likely has: never more than `width`.
  ///
  /// Inter has only some scripts. `width` holds the others in the widest of the common fonts; if that were the
  /// `textLength`, every other font would be stretched to it.
  package func likelyWidth(in font: Font) -> Double {
    guard !isExact else { return width }
    var excess = 0
    let bytes = text.utf8Span.span
    eachCluster(of: text, in: font) { cluster in
      var offset = cluster.start
      excess += cluster.advance * (100 - likelyShare(of: scalar(in: bytes, at: &offset)))
      return true
    }
    return max(0, width - font.pixels(excess / 100))
  }
}

/// How many hundredths of its box a letter of this script most likely fills.
///
/// About the median over the words of some sentences in Noto Sans (20201225), drawn by Chromium, where it is below 98.
/// `Tests/Browser/test_text.py` holds other sentences to it.
private func likelyShare(of scalar: UInt32) -> Int {
  switch scalar {
  case 0x530..<0x590: 92  // Armenian
  case 0x590..<0x600: 94  // Hebrew
  case 0x600..<0x900: 82  // Arabic, Syriac, N’Ko, Mandaic
  case 0x900..<0x980: 92  // Devanagari
  case 0x980..<0xA00: 90  // Bengali
  case 0xA80..<0xB00: 89  // Gujarati
  case 0xB00..<0xB80: 79  // Odia
  case 0xB80..<0xC00: 88  // Tamil
  case 0xC00..<0xC80: 81  // Telugu
  case 0xC80..<0xD00: 81  // Kannada
  case 0xD00..<0xD80: 85  // Malayalam
  case 0xD80..<0xE00: 95  // Sinhala
  case 0xE00..<0xE80: 92  // Thai
  case 0xE80..<0xF00: 87  // Lao
  case 0x1200..<0x1380: 92  // Ethiopic
  case 0x1780..<0x1800: 80  // Khmer
  case 0x1800..<0x18B0: 61  // Mongolian
  case 0xA980..<0xA9E0: 85  // Javanese
  default: 100
  }
}
