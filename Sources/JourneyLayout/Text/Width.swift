/// How wide a text is when it is drawn on one line, in pixels.
///
/// The plain sum of the advance widths: exact for Latin, Greek and Cyrillic in Inter, never too small for scripts that
/// another font draws, one picture for a sequence that joins several emoji.
package func width(of text: String, in font: Font) -> Double {
  let digits = AdvanceWidths.widths
  let widths = digits.utf8Span.span
  let bytes = text.utf8Span.span
  let first = font.face * AdvanceWidths.kinds - 0x20
  var units = 0
  for index in bytes.indices {
    let byte = bytes[index]
    guard byte >= 0x20, byte < 0x7F else {
      units = 0
      eachCluster(of: text, in: font) { cluster in
        units += cluster.advance
        return true
      }
      return font.pixels(units)
    }
    units += number(first + Int(byte), of: widths)
  }
  return font.pixels(units)
}

/// The number at an index of the table: two digits of base 91 from `$`.
private func number(_ index: Int, of digits: Span<UInt8>) -> Int {
  Int(digits[2 * index]) * 91 + Int(digits[2 * index + 1]) - 36 * 92
}

/// The advance width of one scalar, in the table's units.
func advance(of scalar: UInt32, face: Int) -> Int {
  let widths = AdvanceWidths.widths
  let first = face * AdvanceWidths.kinds
  if scalar >= 0x20, scalar < 0x7F {
    return number(first + Int(scalar) - 0x20, of: widths.utf8Span.span)
  }
  guard scalar < 0x20000 else {
    let isIgnored = scalar >> 12 == 0xE0  // tags and variation selectors
    return isIgnored ? 0 : number(first + AdvanceWidths.unknown, of: widths.utf8Span.span)
  }
  let (directory, pages) = (AdvanceWidths.directory, AdvanceWidths.pages)
  let page = number(Int(scalar >> 6), of: directory.utf8Span.span)
  let kind = number(page << 6 | Int(scalar & 63), of: pages.utf8Span.span)
  return number(first + kind, of: widths.utf8Span.span)
}

/// The advance width of a grapheme cluster: its scalars' sum, or one picture where they make up an emoji.
func advance(of scalars: Span<UInt8>, from start: Int, to end: Int, face: Int) -> Int {
  var offset = start
  let lead = scalar(in: scalars, at: &offset)
  var units = advance(of: lead, face: face)
  guard offset < end else { return units }
  let isPicture = lead >= 0x1F000 && lead < 0x1FB00
  guard !isPicture else { return units }
  while offset < end {
    let next = scalar(in: scalars, at: &offset)
    if next == 0xFE0F || next == 0x20E3 { return AdvanceWidths.emoji }
    units += advance(of: next, face: face)
  }
  return units
}
