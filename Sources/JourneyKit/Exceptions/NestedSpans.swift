internal import JourneySource

/// Lines of things, of which each is within another one or apart from it: finds those around a place.
struct NestedSpans {
  /// By file and first line, each once; what is around another comes before it.
  private let spans: [Span]
  /// Beside `spans`: the one around it.
  private let outer: [Int?]

  init(_ spans: some Sequence<Span>) {
    let sorted = Set(spans).sorted { ($0.file, $0.start, $1.end) < ($1.file, $1.start, $0.end) }
    var outer: [Int?] = []
    for (index, span) in sorted.enumerated() {
      var around: Int? = index > 0 ? index - 1 : nil
      while let one = around, sorted[one].file != span.file || sorted[one].end < span.end { around = outer[one] }
      outer.append(around)
    }
    (self.spans, self.outer) = (sorted, outer)
  }

  /// Those in which a span begins, the innermost first.
  func around(_ place: Span) -> [Span] {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if (spans[middle].file, spans[middle].start) <= (place.file, place.start) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    var (found, index): ([Span], Int?) = ([], low > 0 ? low - 1 : nil)
    while let one = index {
      if spans[one].file == place.file, spans[one].end >= place.start { found.append(spans[one]) }
      index = outer[one]
    }
    return found
  }
}
