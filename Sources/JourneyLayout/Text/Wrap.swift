internal import JourneyWords

/// A line of a wrapped text.
package struct TextLine: Hashable, Sendable {
  package var text: String
  /// In pixels, as `width(of:in:)` measures it.
  package var width: Double

  package init(text: String, width: Double) {
    self.text = text
    self.width = width
  }

  /// Whether the width is the drawn one where the viewer has Inter, not merely one that is wide enough.
  ///
  /// A `textLength` then changes nothing. On another line it makes the letters a little wider or narrower.
  package var isExact: Bool {
    text.unicodeScalars.allSatisfy { isExactlyMeasured($0.value) }
  }
}

/// A text broken into lines.
package struct Wrapped: Hashable, Sendable {
  package var lines: [TextLine] = []
  /// Whether text was left out; the last line ends with `…` then.
  package var isCut = false
  /// Whether the first letter that has a direction is Hebrew, Arabic or another that is written to the left.
  package var isRightToLeft = false

  /// The width of the widest line, in pixels.
  package var width: Double { lines.reduce(0) { max($0, $1.width) } }
}

/// Breaks a text into lines that are no wider than `width` pixels.
///
/// Lines end at spaces, behind a hyphen or slash inside a word, at a soft hyphen (which is drawn there and nowhere else),
/// between Chinese and Japanese letters as far as their punctuation allows, and at the text's own newlines; a word that
/// is too long is broken between grapheme clusters, so only a single cluster can be wider than asked for. The lines are
/// `plain`: no space at either end, none doubled, no control characters. A text of nothing but space has no lines. Takes
/// linear time.
package func wrap(_ text: String, to width: Double, in font: Font, most lines: Int = .max) -> Wrapped {
  let (text, softHyphens) = withoutSoftHyphens(plain(text))
  guard !text.isEmpty else { return Wrapped() }
  guard lines > 0 else { return Wrapped(isCut: true) }
  var wrapping = Wrapping(text: text, font: font, limit: font.units(width), most: lines)
  wrapping.softHyphens = softHyphens[...]
  eachCluster(of: text, in: font) { wrapping.add($0) }
  wrapping.finish()
  return wrapping.wrapped
}

/// The text as it is drawn, and where its soft hyphens were, in bytes of that: words may be broken there.
private func withoutSoftHyphens(_ text: String) -> (text: String, places: [Int]) {
  // Looked for by its first byte, which most texts have not.
  guard text.utf8.contains(0xC2), text.unicodeScalars.contains("\u{AD}") else { return (text, []) }
  var (rest, places) = ("", [Int]())
  for part in text.split(separator: "\u{AD}", omittingEmptySubsequences: false) {
    rest += part
    places.append(rest.utf8.count)
  }
  return (rest, places)
}

/// The lines so far, and what is known of the one that grows.
private struct Wrapping {
  /// A place in the text, and the width from the start of the line to it.
  struct BreakPlace {
    var offset = 0
    var width = 0
    /// Whether a word is broken here with a hyphen, whose width is counted.
    var isHyphenated = false
  }

  let text: String
  let font: Font
  let limit: Int
  let most: Int
  /// Where soft hyphens were in the text that is still to come.
  var softHyphens: ArraySlice<Int> = []
  var wrapped: Wrapped
  /// Where the line starts, where its last letter ends, and where all that was read ends.
  var start = 0
  var ink = BreakPlace()
  var end = BreakPlace()
  /// Where the line could end, and where the next would start then.
  var possible: (end: BreakPlace, next: BreakPlace)?
  /// The same before the last space.
  var earlier: (end: BreakPlace, next: BreakPlace)?
  /// Where a word too long could be broken.
  var seam = BreakPlace()
  var previous = BreakRole.newline

  init(text: String, font: Font, limit: Int, most: Int) {
    self.text = text
    self.font = font
    self.limit = limit
    self.most = most
    wrapped = Wrapped(isRightToLeft: startsRightToLeft(text))
  }

  /// Takes the next cluster; false when there is room for no more.
  mutating func add(_ cluster: Cluster) -> Bool {
    defer { previous = cluster.role }
    let after = BreakPlace(offset: cluster.end, width: end.width + cluster.advance)
    switch cluster.role {
    case .newline:
      guard close(at: ink, next: end) else { return false }
      end = BreakPlace(offset: cluster.end, width: 0)
      (start, ink) = (cluster.end, end)
      return true
    case .space:
      end = after
      if ink.offset > start {
        if previous != .space { earlier = possible }
        possible = (ink, after)
      } else {
        (start, end.width) = (cluster.end, 0)
        ink = end
      }
      return true
    default:
      takeSoftHyphen(before: cluster)
      if cluster.role == .echo, previous == .space { possible = earlier }
      if previous.breaks(before: cluster.role), cluster.start > start { possible = (end, end) }
      if previous.parts(from: cluster.role) { seam = end }
      return grow(by: cluster)
    }
  }

  /// The line could end at a soft hyphen between two letters, if the hyphen has room as well.
  private mutating func takeSoftHyphen(before cluster: Cluster) {
    while let place = softHyphens.first, place <= cluster.start {
      softHyphens.removeFirst()
      guard place == cluster.start, ink.offset == place, place > start else { continue }
      let hyphen = advance(of: 0x2D, in: font, table: AdvanceWidths.table.utf8Span.span)
      guard end.width + hyphen <= limit else { continue }
      possible = (BreakPlace(offset: place, width: end.width + hyphen, isHyphenated: true), end)
    }
  }

  private mutating func grow(by cluster: Cluster) -> Bool {
    if end.width + cluster.advance > limit, let place = possible {
      guard close(at: place.end, next: place.next) else { return false }
    }
    if end.width + cluster.advance > limit, seam.offset > start {
      guard close(at: seam, next: seam) else { return false }
    }
    if end.width + cluster.advance > limit, cluster.start > start {
      guard close(at: end, next: end) else { return false }
    }
    end = BreakPlace(offset: cluster.end, width: end.width + cluster.advance)
    ink = end
    return true
  }

  /// Ends the line at a place and starts the next at another; false when that would be one line too many.
  private mutating func close(at place: BreakPlace, next: BreakPlace) -> Bool {
    guard wrapped.lines.count + 1 < most else {
      cut()
      return false
    }
    append(to: place)
    start = next.offset
    end.width -= next.width
    seam.width -= next.width
    possible = nil
    earlier = nil
    return true
  }

  private mutating func append(to place: BreakPlace) {
    let text = slice(to: place.offset)
    let line = place.isHyphenated ? text + "-" : text
    wrapped.lines.append(TextLine(text: line, width: font.pixels(place.width)))
  }

  private func slice(to offset: Int) -> String {
    let bytes = text.utf8
    guard start > 0 || offset < bytes.count else { return text }
    let first = bytes.index(bytes.startIndex, offsetBy: start)
    return String(Substring(bytes[first..<bytes.index(bytes.startIndex, offsetBy: offset)]))
  }

  /// Makes the last line of what fits beside an ellipsis, from where it starts.
  private mutating func cut() {
    let digits = AdvanceWidths.table
    let ellipsis = advance(of: 0x2026, in: font, table: digits.utf8Span.span)
    var (kept, read) = (BreakPlace(), 0)
    let rest = String(Substring(text.utf8.dropFirst(start)))
    eachCluster(of: rest, in: font) { cluster in
      read += cluster.advance
      guard cluster.role != .newline, read + ellipsis <= limit else { return false }
      if cluster.role != .space { kept = BreakPlace(offset: start + cluster.end, width: read) }
      return true
    }
    let line = TextLine(text: slice(to: max(start, kept.offset)) + "…", width: font.pixels(kept.width + ellipsis))
    wrapped.lines.append(line)
    wrapped.isCut = true
    start = text.utf8.count
  }

  mutating func finish() {
    guard !wrapped.isCut, start < ink.offset || !wrapped.lines.isEmpty else { return }
    append(to: ink)
  }
}
