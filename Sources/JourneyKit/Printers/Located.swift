internal import JourneySource

/// A finding with its places as people and editors count them.
struct Located {
  let diagnostic: Diagnostic
  /// Nil for the workspace as a whole.
  let place: LocatedSpan?
  let related: [(place: LocatedSpan, message: String)]
  /// Where the edits of its fix are; empty without one.
  let edits: [(place: LocatedSpan, text: String)]

  struct LocatedSpan {
    let span: Span
    let path: String
    /// False for a file that could not be read: then there is no line to show.
    let hasText: Bool
    let start: LineIndex.Position
    let end: LineIndex.Position

    /// `bank.journey:3:41`.
    var text: String { hasText ? "\(visible(path)):\(start.line):\(start.column)" : visible(path) }
  }
}

extension Findings {
  /// Every finding with its places; the index of each file is made when it is first needed.
  func forEachLocated(_ body: (Located, inout Locator) -> Void) {
    var locator = Locator(files: files)
    for diagnostic in diagnostics {
      let located = Located(
        diagnostic: diagnostic, place: diagnostic.span.flatMap { locator.place($0) },
        related: diagnostic.related.compactMap { related in
          locator.place(related.span).map { ($0, related.message) }
        },
        edits: diagnostic.fix.map { $0.edits.compactMap { edit in locator.place(edit.span).map { ($0, edit.text) } } }
          ?? [])
      body(located, &locator)
    }
  }

  func located() -> [Located] {
    var all: [Located] = []
    forEachLocated { located, _ in all.append(located) }
    return all
  }
}

/// Turns spans into places.
struct Locator {
  private let files: [SourceFile]
  private var indexes: [LineIndex?]

  init(files: [SourceFile]) {
    self.files = files
    indexes = Array(repeating: nil, count: files.count)
  }

  mutating func place(_ span: Span) -> Located.LocatedSpan? {
    let file = Int(span.file.index)
    guard files.indices.contains(file) else { return nil }
    let index = indexes[file] ?? LineIndex(files[file].bytes)
    let (start, end) = (index.position(of: Int(span.start)), index.position(of: Int(span.end)))
    indexes[file] = index
    return Located.LocatedSpan(
      span: span, path: files[file].path, hasText: !files[file].bytes.isEmpty, start: start, end: end)
  }

  /// The bytes of the line on which the place begins, with the part of the span on it, both as offsets in the file.
  func line(at place: Located.LocatedSpan) -> (bytes: [UInt8], line: Range<Int>, marked: Range<Int>)? {
    let file = Int(place.span.file.index)
    guard place.hasText, files.indices.contains(file), let index = indexes[file] else { return nil }
    let line = index.range(ofLine: place.start.line)
    return (files[file].bytes, line, place.span.range.clamped(to: line.lowerBound..<(line.upperBound + 1)))
  }
}
