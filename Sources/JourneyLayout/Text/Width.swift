/// How wide a text is when it is drawn on one line, in pixels.
///
/// The plain sum of the advance widths: exact for Latin, Greek and Cyrillic in Inter, never too small for scripts that
/// another font draws, one picture for a sequence that joins several emoji.
package func width(of text: String, in font: Font) -> Double {
  let digits = AdvanceWidths.table
  let table = digits.utf8Span.span
  let bytes = text.utf8Span.span
  let first = font.firstWidth - 0x20
  var units = 0
  for index in bytes.indices {
    let byte = bytes[index]
    guard byte >= 0x20, byte < 0x7F else { return font.pixels(sum(of: text, in: font)) }
    units += number(first + Int(byte), of: table)
  }
  return font.pixels(units)
}

/// The sum over clusters, for a text that is not plain ASCII.
private func sum(of text: String, in font: Font) -> Int {
  var units = 0
  eachCluster(of: text, in: font) { cluster in
    units += cluster.advance
    return true
  }
  return units
}

/// The number at an index of the table: two digits of base 91 from `$`.
private func number(_ index: Int, of table: Span<UInt8>) -> Int {
  Int(table[2 * index]) * 91 + Int(table[2 * index + 1]) - 36 * 92
}

/// The advance width of one scalar, in the table's units.
func advance(of scalar: UInt32, in font: Font, table: Span<UInt8>) -> Int {
  let first = font.firstWidth
  if scalar >= 0x20, scalar < 0x7F { return number(first + Int(scalar) - 0x20, of: table) }
  guard scalar < 0x20000 else {
    let isIgnored = scalar >> 12 == 0xE0  // tags and variation selectors
    return isIgnored ? 0 : number(first + AdvanceWidths.unknown, of: table)
  }
  let page = number(Int(scalar >> 6), of: table)
  return number(first + number(AdvanceWidths.pages + page << 6 + Int(scalar & 63), of: table), of: table)
}

/// The advance width of a grapheme cluster: its scalars' sum, or one picture where they make up an emoji.
func advance(of bytes: Span<UInt8>, from start: Int, to end: Int, in font: Font, table: Span<UInt8>) -> Int {
  var offset = start
  let lead = scalar(in: bytes, at: &offset)
  var units = advance(of: lead, in: font, table: table)
  let isPicture = lead >= 0x1F000 && lead < 0x1FB00
  while offset < end, !isPicture {
    let next = scalar(in: bytes, at: &offset)
    if next == 0xFE0F || next == 0x20E3 { return AdvanceWidths.emoji }
    units += advance(of: next, in: font, table: table)
  }
  return units
}

/// Whether a scalar is Inter's own, or Chinese or Japanese of one em.
func isExactlyMeasured(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x20..<0x530, 0x1E00..<0x2060, 0x2070..<0x2190, 0x3000..<0x3100, 0x3400..<0xA000, 0xFF01..<0xFF61: true
  default: false
  }
}
