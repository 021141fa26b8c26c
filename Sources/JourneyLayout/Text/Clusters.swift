/// What a reader takes for one letter, with all that belongs to the place where a line may be broken.
struct Cluster {
  /// Where it starts and ends, in bytes of the text.
  var start: Int
  var end: Int
  /// Its width, in units of the table.
  var advance: Int
  var role: BreakRole
}

/// Goes through a text one grapheme cluster at a time, in linear time, until `visit` returns false.
///
/// Most letters join nothing, so two of them in a row are two clusters; only a text that holds others asks the standard
/// library, at several times the cost.
func eachCluster(of text: String, in font: Font, _ visit: (Cluster) -> Bool) {
  let digits = AdvanceWidths.table
  let table = digits.utf8Span.span
  let span = text.utf8Span
  let bytes = span.span
  let joins = holdsJoiners(bytes)
  var characters = span.makeCharacterIterator()
  var (start, role) = (0, BreakRole.space)
  while start < bytes.count {
    var end = start
    let lead = scalar(in: bytes, at: &end)
    let before = role
    role = BreakRole(of: lead, after: before)
    if joins {
      if characters.currentCodeUnitOffset <= start { _ = characters.skipForward() }
      if role != .space { end = characters.currentCodeUnitOffset }  // a mark on a space outlives the space
      role = BreakRole(syllable: bytes, from: start, to: end, lone: role, after: before)
    }
    let advance =
      joins
      ? advance(of: bytes, from: start, to: end, in: font, table: table) : advance(of: lead, in: font, table: table)
    guard visit(Cluster(start: start, end: end, advance: advance, role: role)) else { return }
    start = end
  }
}

/// Whether some scalar may be part of a longer cluster.
private func holdsJoiners(_ bytes: Span<UInt8>) -> Bool {
  var offset = 0
  while offset < bytes.count {
    if bytes[offset] < 0x80 {
      offset += 1
    } else if !standsAlone(scalar(in: bytes, at: &offset)) {
      return true
    }
  }
  return false
}

/// Whether a scalar never joins another that stands alone too: the letters and signs of Latin, Greek, Cyrillic,
/// Chinese and Japanese without combining marks.
func standsAlone(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x20...0xA8, 0xAA...0xAC, 0xAF...0x2FF, 0x370...0x482, 0x48A...0x590, 0x1E00...0x200A, 0x2010...0x2027,
    0x2030...0x203B, 0x20A0...0x20CF, 0x2190...0x2193, 0x3001...0x3029, 0x3041...0x3096, 0x309B...0x30FF,
    0x3400...0x9FFF, 0xFF01...0xFF9D:
    true
  default: false
  }
}

/// The scalar that starts at a byte of well-formed UTF-8; moves past it.
func scalar(in bytes: Span<UInt8>, at offset: inout Int) -> UInt32 {
  let lead = UInt32(bytes[offset])
  offset += 1
  guard lead >= 0x80 else { return lead }
  let more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
  var value = lead & (0x3F >> UInt32(more))
  for _ in 0..<more where offset < bytes.count {
    value = value << 6 | UInt32(bytes[offset] & 0x3F)
    offset += 1
  }
  return value
}
